#include "view/text.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "core/order.h"
#include "view/hash.h"

namespace taskscope {

namespace {

// Browsers limit a canvas's side, so a longer word is painted in pieces.
constexpr float longest_word_px = 2000;

struct Piece {
  Word word;
  std::uint32_t run;
  float width;
  float space_before;      // to the previous piece, where both are on one line
  std::size_t begin, end;  // bytes of the whole text
  bool newline_after;
  Direction direction;
  bool joins = false;  // the piece before it, of another run, in the middle of a word: no line ends between them
};

// Cuts a word that is wider than a line into pieces that fit, each at least a character long.
std::vector<Segment> cut_to_width(WordFont& font, SizedFace& sized, std::string_view text, const Segment& segment,
                                  float max_width) {
  const std::string_view word = text.substr(segment.begin, segment.end - segment.begin);
  const std::vector<std::size_t> ends = character_ends(word);
  std::vector<Segment> pieces;
  for (std::size_t begin = 0, first = 0; begin < word.size();) {
    std::size_t low = first, high = ends.size();  // the piece ends at `low`; all from `high` on is too wide
    while (high - low > 1) {
      const std::size_t middle = (low + high) / 2;
      const bool fits = font.advance(sized, word.substr(begin, ends[middle] - begin)) <= max_width;
      (fits ? low : high) = middle;
    }
    pieces.push_back({segment.begin + begin, segment.begin + ends[low]});
    begin = ends[low];
    first = low + 1;
  }
  pieces.back().space_after = segment.space_after;
  pieces.back().newline_after = segment.newline_after;
  return pieces;
}

// Measures a run's words, in reading order, onto `pieces`.
void append_pieces(WordFont& font, SizedFace& sized, std::string_view text, std::uint32_t run, std::size_t offset,
                   float max_width, std::vector<Piece>& pieces, float& space_before) {
  // Words that a text repeats are measured once.
  const auto measured = [&](const Segment& s) {
    const std::string_view word = text.substr(s.begin, s.end - s.begin);
    const Word code = font.intern(word);
    return Piece{code,
                 run,
                 font.measure(sized, code).advance,
                 space_before,
                 offset + s.begin,
                 offset + s.end,
                 s.newline_after,
                 direction_of(word)};
  };
  const auto append = [&](const Piece& piece, bool space_after) {
    pieces.push_back(piece);
    space_before = space_after ? sized.space : 0.0f;
  };
  if (!text.empty() && text.front() == ' ') space_before = sized.space;
  for (const Segment& segment : break_into_segments(text)) {
    const Piece whole = measured(segment);
    if (whole.width <= max_width) {
      append(whole, segment.space_after);
    } else {
      for (const Segment& part : cut_to_width(font, sized, text, segment, max_width))
        append(measured(part), part.space_after);
    }
  }
}

bool is_strong(Direction direction) {
  return direction == Direction::left_to_right || direction == Direction::right_to_left;
}

// That of the first letter; of what is mirrored, from right to left where it may be.
bool runs_from_right(std::span<const Piece> pieces, bool is_mirrored) {
  std::optional<bool> first;
  bool any = false;
  for (const Piece& piece : pieces) {
    if (!is_strong(piece.direction)) continue;
    const bool is_rtl = piece.direction == Direction::right_to_left;
    if (!first) first = is_rtl;
    any = any || is_rtl;
  }
  return is_mirrored ? any || !first : first.value_or(false);
}

// Numbers follow the word before them. Other pieces without a direction of their own take their neighbours' where those
// agree, else the paragraph's.
std::vector<bool> resolve_directions(std::span<const Piece> line, bool paragraph_rtl) {
  const auto strong_from = [&](std::size_t i, std::ptrdiff_t step) {
    for (auto at = static_cast<std::ptrdiff_t>(i); at >= 0 && at < std::ssize(line); at += step) {
      const Direction direction = line[static_cast<std::size_t>(at)].direction;
      if (is_strong(direction)) return direction == Direction::right_to_left;
    }
    return paragraph_rtl;
  };
  std::vector<bool> rtl(line.size());
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool before = strong_from(i, -1);
    const bool follows = line[i].direction == Direction::number || before == strong_from(i, 1);
    rtl[i] = follows ? before : paragraph_rtl;
  }
  return rtl;
}

// The order in which a line's pieces stand from left to right: runs against the paragraph's direction are reversed.
std::vector<std::size_t> visual_order(std::span<const Piece> line, bool paragraph_rtl) {
  const std::vector<bool> rtl = resolve_directions(line, paragraph_rtl);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < line.size();) {
    std::size_t j = i;
    while (j < line.size() && rtl[j] == rtl[i]) ++j;
    const std::size_t at = paragraph_rtl ? 0 : order.size();
    for (std::size_t k = i; k < j; ++k) {
      const std::size_t place = at + (rtl[i] ? 0 : k - i);
      order.insert(order.begin() + static_cast<std::ptrdiff_t>(place), k);
    }
    i = j;
  }
  return order;
}

void append_line(TextBlock& block, std::span<const Piece> pieces, bool rtl) {
  TextLine line{pieces.front().begin, pieces.back().end, block.words.size(), pieces.size(), 0, 0};
  float x = 0;
  std::size_t previous = pieces.size();
  for (const std::size_t i : visual_order(pieces, rtl)) {
    if (previous < pieces.size()) x += pieces[std::max(i, previous)].space_before;
    block.words.push_back({pieces[i].word, pieces[i].begin, pieces[i].run, x});
    x += pieces[i].width;
    previous = i;
  }
  line.width = x;
  block.width = std::max(block.width, x);
  block.lines.push_back(line);
}

// Whether a line may end between two runs.
bool ends_between(std::string_view before, std::string_view after) {
  if (before.ends_with(' ') || after.starts_with(' ')) return true;
  const std::string both = std::string(before) + std::string(after);
  for (const Segment& segment : break_into_segments(both))
    if (segment.end == before.size() || segment.begin == before.size()) return true;
  return before.empty() || after.empty();
}

// Fills lines greedily, as browsers do.
void break_into_lines(TextBlock& block, std::span<const Piece> pieces, float max_width, bool rtl) {
  std::size_t first = 0, word = 0;  // of the line, and of the pieces that belong together
  float width = 0, word_width = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& p = pieces[i];
    const bool begins = !p.joins || i == first;
    if (begins) word = i;
    word_width = begins ? p.width : word_width + p.width;
    const float widened = i == first ? p.width : width + p.space_before + p.width;
    if (i > first && widened > max_width) {
      const bool is_cut = word == first || word_width > max_width;  // wider than a line by itself
      const std::size_t end = is_cut ? i : word;
      append_line(block, pieces.subspan(first, end - first), rtl);
      first = end;
      if (is_cut) word = i;
      width = word_width = is_cut ? p.width : word_width;
    } else {
      width = widened;
    }
    if (p.newline_after) {
      append_line(block, pieces.subspan(first, i + 1 - first), rtl);
      first = i + 1;
      width = 0;
    }
  }
  if (first < pieces.size()) append_line(block, pieces.subspan(first), rtl);
}

// Lines end flush with the widest one.
void align_right(TextBlock& block) {
  for (TextLine& line : block.lines) {
    line.x = block.width - line.width;
    for (std::size_t i = 0; i < line.word_count; ++i) block.words[line.first_word + i].x += line.x;
  }
}

float word_end(const TextBlock& block, WordFont& font, const PlacedWord& word) {
  return word.x + font.measure(*block.fonts[word.run], word.word).advance;
}

std::uint64_t key_of(std::span<const TextRun> runs, float max_width) {
  std::uint64_t hash = hash_value(hash_start, max_width);
  for (const TextRun& run : runs) {
    hash = hash_text(hash, run.text);
    hash = hash_value(hash, run.style.size * 1000.0f + static_cast<float>(run.style.weight));
    hash = hash_value(hash, run.style.line_height);
  }
  return hash;
}

}  // namespace

std::vector<TextPiece> pieces_of(const TextBlock& block, WordFont& font) {
  std::vector<TextPiece> pieces;
  for (std::size_t line = 0; line < block.lines.size(); ++line) {
    const TextLine& l = block.lines[line];
    const std::span<const PlacedWord> words = std::span(block.words).subspan(l.first_word, l.word_count);
    std::vector<double> places;
    for (const PlacedWord& word : words) places.push_back(static_cast<double>(word.begin));
    for (const std::size_t i : ascending_order(places)) {
      const PlacedWord& word = words[i];
      const float end = word_end(block, font, word);
      if (pieces.empty() || pieces.back().line != line || pieces.back().run != word.run) {
        pieces.push_back({line, word.run, word.begin, l.end, word.x, end - word.x});
      } else {
        TextPiece& piece = pieces.back();
        const float right = std::max(piece.x + piece.width, end);
        piece.x = std::min(piece.x, word.x);
        piece.width = right - piece.x;
      }
    }
  }
  for (std::size_t i = 0; i + 1 < pieces.size(); ++i) pieces[i].end = pieces[i + 1].begin;
  return pieces;
}

void TextShaper::begin_frame(const Theme& theme, bool is_mirrored) {
  const bool same_type = theme.unit == theme_.unit && theme.scheme == theme_.scheme &&
                         theme.font_family == theme_.font_family && is_mirrored == is_mirrored_;
  if (!same_type) blocks_.clear();
  theme_ = theme;
  is_mirrored_ = is_mirrored;
  blocks_.begin_frame();
}

void TextShaper::keep_words(WordFont& font) {
  blocks_.drop_before(std::exchange(kept_since_, blocks_.frame()));
  blocks_.for_each([&](const TextBlock& block) {
    for (SizedFace* face : block.fonts) font.keep(*face);
    for (const PlacedWord& word : block.words) font.keep(word.word);
  });
}

SizedFace& TextShaper::sized(const TextStyle& style) {
  const Face face{theme_.font_family, style.weight, theme_.scheme == Scheme::dark};
  return font_.sized(face, style.size * theme_.unit);
}

float TextShaper::height_of(std::string_view text, TextStyle style, float max_width) {
  constexpr float safety = 1.1f;  // kerning that spreads letters takes a few hundredths at most
  const std::optional<float> width = font_.rough_advance(sized(style), text);
  if (!text.empty() && width && *width * safety <= max_width) return theme_.px(style.line_height);
  return layout(text, style, max_width).height();
}

const TextBlock& TextShaper::layout(std::span<const TextRun> runs, float max_width) {
  auto [block, is_new] = blocks_.find_or_add(key_of(runs, max_width));
  if (!is_new) return block;

  std::vector<Piece> pieces;
  std::size_t offset = 0;
  float space_before = 0;
  for (std::uint32_t i = 0; i < runs.size(); ++i) {
    const TextRun& run = runs[i];
    SizedFace& face = sized(run.style);
    block.fonts.push_back(&face);
    const std::size_t first = pieces.size();
    append_pieces(font_, face, run.text, i, offset, std::min(max_width, longest_word_px), pieces, space_before);
    if (i > 0 && first < pieces.size()) pieces[first].joins = !ends_between(runs[i - 1].text, run.text);
    offset += run.text.size();
  }
  const FontMetrics metrics = block.fonts.front()->metrics;
  block.line_height = theme_.px(runs.front().style.line_height);
  block.baseline = std::round((block.line_height - metrics.ascent - metrics.descent) / 2 + metrics.ascent);
  block.is_right_to_left = runs_from_right(pieces, is_mirrored_);
  break_into_lines(block, pieces, max_width, block.is_right_to_left);
  block.width = std::ceil(block.width);
  if (block.is_right_to_left || is_mirrored_) align_right(block);
  return block;
}

}  // namespace taskscope
