#include "view/line_break.h"

#include <algorithm>
#include <array>

namespace taskscope {

namespace {

struct Range {
  char32_t first, last;
};

template <std::size_t N>
bool in_ranges(char32_t c, const std::array<Range, N>& ranges) {
  return std::any_of(ranges.begin(), ranges.end(), [c](Range r) { return c >= r.first && c <= r.last; });
}

// Ideographs, kana, Hangul and fullwidth forms: a line may end between any two of them.
constexpr std::array ideographic = {Range{0x2E80, 0x2FFF}, Range{0x3040, 0x31FF},  Range{0x3200, 0x4DBF},
                                    Range{0x4E00, 0x9FFF}, Range{0xAC00, 0xD7AF},  Range{0xF900, 0xFAFF},
                                    Range{0xFF66, 0xFF9F}, Range{0x20000, 0x3FFFF}};

// Marks, joiners, selectors and skin tones, which belong to the character before them.
constexpr std::array combining = {
    Range{0x0300, 0x036F},   Range{0x0483, 0x0489},  Range{0x0591, 0x05C7}, Range{0x0610, 0x061A},
    Range{0x064B, 0x065F},   Range{0x06D6, 0x06DC},  Range{0x0900, 0x0903}, Range{0x093A, 0x094F},
    Range{0x0981, 0x0983},   Range{0x09BC, 0x09CD},  Range{0x0A3C, 0x0A4D}, Range{0x0ABC, 0x0ACD},
    Range{0x0B3C, 0x0B4D},   Range{0x0BBE, 0x0BCD},  Range{0x0C3E, 0x0C4D}, Range{0x0CBC, 0x0CCD},
    Range{0x0D3B, 0x0D4D},   Range{0x0E31, 0x0E31},  Range{0x0E33, 0x0E3A}, Range{0x0E47, 0x0E4E},
    Range{0x102B, 0x103E},   Range{0x17B4, 0x17D3},  Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF},
    Range{0x200D, 0x200D},   Range{0x20D0, 0x20FF},  Range{0x3099, 0x309A}, Range{0xFE00, 0xFE0F},
    Range{0x1F3FB, 0x1F3FF}, Range{0xE0020, 0xE01EF}};

constexpr std::array right_to_left = {Range{0x0590, 0x08FF}, Range{0xFB1D, 0xFDFF}, Range{0xFE70, 0xFEFF},
                                      Range{0x10800, 0x10FFF}, Range{0x1E800, 0x1EFFF}};

// East Asian closing punctuation and small kana, which must not begin a line, and opening brackets, which must not end
// one.
constexpr std::u32string_view never_first =
    U"、。，．：；？！）］｝〉》」』】〕〗’”ーぁぃぅぇぉっゃゅょァィゥェォッャュョ・…";
constexpr std::u32string_view never_last = U"（［｛〈《「『【〔〖‘“";

bool contains(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == 0x2003 || c == 0x2002 || c == 0x3000; }

// Direction marks are among them.
bool is_punctuation(char32_t c) { return (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) || c == 0x061C; }

bool is_letter_or_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         (c >= 0xC0 && !is_punctuation(c));
}

bool is_regional_indicator(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

// Of the Arabic scripts too: numbers are written from left to right there as well.
bool is_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9);
}

// Whether a line may end between two neighbours that have no space between them.
bool may_break_between(char32_t before_previous, char32_t previous, char32_t next) {
  if (previous == 0x200B || previous == 0x00AD) return true;
  if (in_ranges(next, combining) || previous == 0x200D) return false;
  if (contains(never_first, next) || contains(never_last, previous)) return false;
  if ((previous == '-' || previous == 0x2010) && is_letter_or_digit(before_previous))
    return is_letter_or_digit(next) && !is_digit(next);
  if (previous == 0x2014 || previous == 0x2013) return is_letter_or_digit(next);
  if (in_ranges(previous, ideographic) || in_ranges(next, ideographic)) return true;
  return previous >= 0x3000 && contains(never_first, previous);  // quotation marks and apostrophes are within words
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < text.size() ? text[i] : 0); };
  const char32_t lead = byte(offset);
  const int extra = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  char32_t code = extra == 0 ? lead : lead & (0x3Fu >> extra);
  for (int i = 1; i <= extra; ++i) code = code << 6 | (byte(offset + static_cast<std::size_t>(i)) & 0x3Fu);
  offset = std::min(text.size(), offset + 1 + static_cast<std::size_t>(extra));
  return code;
}

std::vector<Segment> break_into_segments(std::string_view text) {
  std::vector<Segment> segments;
  Segment current;
  char32_t before_previous = 0, previous = 0;
  const auto finish = [&](std::size_t end) {
    current.end = end;
    if (current.end > current.begin || current.newline_after) segments.push_back(current);
    current = Segment{end, end};
  };
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t here = offset;
    const char32_t c = next_code_point(text, offset);
    if (c == '\n' || is_space(c)) {
      if (c == '\n') current.newline_after = true;
      if (current.begin < here || c == '\n') {
        current.space_after = c != '\n';
        finish(here);
      } else if (!segments.empty()) {
        segments.back().space_after = true;
      }
      current = Segment{offset, offset};
      before_previous = previous = 0;
      continue;
    }
    if (current.begin < here && may_break_between(before_previous, previous, c)) finish(here);
    before_previous = previous;
    previous = c;
  }
  finish(text.size());
  return segments;
}

std::vector<std::size_t> character_ends(std::string_view text) {
  std::vector<std::size_t> ends;
  char32_t previous = 0;
  int indicators = 0;  // a flag is a pair of regional indicators
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t here = offset;
    const char32_t c = next_code_point(text, offset);
    const bool second_of_flag = is_regional_indicator(c) && indicators % 2 == 1;
    const bool joins = in_ranges(c, combining) || previous == 0x200D || second_of_flag;
    if (here > 0 && !joins) ends.push_back(here);
    indicators = is_regional_indicator(c) ? indicators + 1 : 0;
    previous = c;
  }
  ends.push_back(text.size());
  return ends;
}

Direction direction_of(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = next_code_point(text, offset);
    if (in_ranges(c, right_to_left)) return Direction::right_to_left;
    if (is_digit(c)) return Direction::number;
    if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && !is_punctuation(c)))
      return Direction::left_to_right;
  }
  return Direction::neutral;
}

}  // namespace taskscope
