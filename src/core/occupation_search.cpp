#include "core/occupation_search.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <optional>

#include "core/letter_folding.h"
#include "core/order.h"
#include "core/typos.h"

namespace taskscope {
namespace {

constexpr std::size_t most_words = 8;  // of what is typed; more are not looked at
constexpr std::size_t rank_count = static_cast<std::size_t>(SearchRank::typos) + 1;

// Typos cost more than any number of letters that are still to come.
constexpr std::size_t typo_cost = 4, most_remaining_cost = typo_cost - 1, most_cost = 31;

// A bit for each letter, for every two digits, and for all others. A typo brings in one letter at most, so words that
// lack more of the typed letters than typos are forgiven need no closer look.
std::uint32_t letter_bit(char byte) {
  if (byte >= 'a' && byte <= 'z') return 1u << (byte - 'a');
  if (byte >= '0' && byte <= '9') return 1u << (26 + (byte - '0') / 2);
  return 1u << 31;
}

std::uint32_t letters_of(std::string_view word) {
  std::uint32_t letters = 0;
  for (const char byte : word) letters |= letter_bit(byte);
  return letters;
}

std::size_t count_lacking(std::uint32_t wanted, std::uint32_t letters) {
  return static_cast<std::size_t>(std::popcount(wanted & ~letters));
}

// Adds the words of a folded text; gives back the letters of all.
std::uint32_t add_words(std::string_view text, std::vector<SearchWord>& words) {
  std::uint32_t letters = 0;
  std::size_t begin = 0;
  for (std::size_t end = 0; end <= text.size(); ++end) {
    if (end < text.size() && is_word_byte(text[end])) continue;
    if (end > begin) {
      words.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin),
                       letters_of(text.substr(begin, end - begin))});
      letters |= words.back().letters;
    }
    begin = end + 1;
  }
  return letters;
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char byte : text)
    if (byte >= '0' && byte <= '9') digits += byte;
  return digits;
}

// The digits of what may be a SOC code, or nothing. O*NET's codes go on after a point.
std::string typed_code(std::string_view typed) {
  if (typed.find_first_not_of("0123456789-. ") != std::string_view::npos) return {};
  return digits_of(typed.substr(0, typed.find('.')));
}

std::string_view without_blanks_around(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

// By weight, then by title. Only titles of the same weight are sorted, which are few.
std::vector<std::size_t> shown_order(std::span<const std::string_view> titles, std::span<const float> weights) {
  std::vector<double> keys;
  keys.reserve(weights.size());
  for (const float weight : weights)
    keys.push_back(std::isnan(weight) ? std::numeric_limits<double>::infinity() : -static_cast<double>(weight));
  std::vector<std::size_t> order = ascending_order(keys);
  for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
    while (end < order.size() && keys[order[end]] == keys[order[begin]]) ++end;
    if (end - begin == 1) continue;
    std::vector<std::string> texts;
    for (std::size_t i = begin; i < end; ++i) texts.push_back(folded_for_search(titles[order[i]]).text);
    const std::vector<std::size_t> unsorted(order.begin() + static_cast<std::ptrdiff_t>(begin),
                                            order.begin() + static_cast<std::ptrdiff_t>(end));
    for (const std::size_t place : alphabetical_order(std::move(texts))) order[begin++] = unsorted[place];
  }
  return order;
}

// What is typed, ready for being compared.
class Query {
 public:
  explicit Query(std::string_view typed) : code_(typed_code(typed)) {
    text_ = folded_for_search(without_blanks_around(typed)).text;
    letters_ = add_words(text_, words_);
    if (words_.size() > most_words) words_.resize(most_words);
    for (const SearchWord& word : words_) {
      typed_words_.emplace_back(text_of(word));
      forgiven_ += forgiven_typos(word.length);
    }
  }

  bool is_empty() const { return words_.empty(); }
  std::size_t forgiven() const { return forgiven_; }

  // Without typos.
  std::optional<SearchRank> rank_of(const SearchTitle& title, std::string_view code) const {
    if (!code_.empty() && code.starts_with(code_))
      return code.size() == code_.size() ? SearchRank::code : SearchRank::code_prefix;
    if (count_lacking(letters_, title.letters) > 0) return std::nullopt;
    if (title.text.starts_with(text_))
      return title.text.size() == text_.size() ? SearchRank::title : SearchRank::title_prefix;
    if (word_start_in(title)) return SearchRank::word_prefix;
    if (has_all_words(title)) return SearchRank::words;
    return title.text.find(text_) == std::string_view::npos ? std::nullopt : std::optional(SearchRank::substring);
  }

  // What separates the title from what is typed, 0 to `most_cost`, where every word is within its typos of a word
  // there.
  std::optional<std::size_t> cost_of(const SearchTitle& title) const {
    if (count_lacking(letters_, title.letters) > forgiven_) return std::nullopt;
    std::size_t cost = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const std::optional<Nearest> nearest = nearest_word(i, title);
      if (!nearest) return std::nullopt;
      cost += nearest->cost;
    }
    return std::min(cost, most_cost);
  }

  // Sets the bytes of the title's text that answer to what is typed; as many as the text has.
  void mark(const SearchTitle& title, SearchRank rank, std::vector<bool>& marked) const {
    switch (rank) {
      case SearchRank::code:
      case SearchRank::code_prefix:
        return;
      case SearchRank::title:
      case SearchRank::title_prefix:
        return mark_stretch(0, text_.size(), marked);
      case SearchRank::word_prefix:
        return mark_stretch(word_start_in(title)->begin, text_.size(), marked);
      case SearchRank::words:
        for (const SearchWord& word : words_)
          for (const SearchWord& other : title.words)
            if (is_prefix(word, title, other)) mark_stretch(other.begin, word.length, marked);
        return;
      case SearchRank::substring:
        return mark_stretch(title.text.find(text_), text_.size(), marked);
      case SearchRank::typos:
        for (std::size_t i = 0; i < words_.size(); ++i)
          if (const std::optional<Nearest> nearest = nearest_word(i, title))
            mark_stretch(nearest->word->begin, nearest->length, marked);
        return;
    }
  }

 private:
  struct Nearest {
    const SearchWord* word = nullptr;
    std::size_t cost = 0;
    std::size_t length = 0;  // of the prefix that is meant
  };

  std::string_view text_of(const SearchWord& word) const {
    return std::string_view(text_).substr(word.begin, word.length);
  }

  bool is_prefix(const SearchWord& word, const SearchTitle& title, const SearchWord& other) const {
    return title.text_of(other).starts_with(text_of(word));
  }

  // The word at which all of what is typed stands.
  const SearchWord* word_start_in(const SearchTitle& title) const {
    for (const SearchWord& word : title.words)
      if (title.text.substr(word.begin).starts_with(text_)) return &word;
    return nullptr;
  }

  bool has_all_words(const SearchTitle& title) const {
    return std::all_of(words_.begin(), words_.end(), [&](const SearchWord& word) {
      return std::any_of(title.words.begin(), title.words.end(),
                         [&](const SearchWord& other) { return is_prefix(word, title, other); });
    });
  }

  std::optional<Nearest> nearest_word(std::size_t typed, const SearchTitle& title) const {
    const SearchWord& word = words_[typed];
    const std::size_t forgiven = forgiven_typos(word.length);
    std::optional<Nearest> nearest;
    for (const SearchWord& other : title.words) {
      if (count_lacking(word.letters, other.letters) > forgiven) continue;
      const std::optional<PrefixTypos> typos = typed_words_[typed].nearest_prefix(title.text_of(other), forgiven);
      if (!typos) continue;
      const std::size_t cost = typos->typos * typo_cost + std::min(other.length - typos->length, most_remaining_cost);
      if (!nearest || cost < nearest->cost) nearest = {&other, cost, typos->length};
    }
    return nearest;
  }

  static void mark_stretch(std::size_t begin, std::size_t length, std::vector<bool>& marked) {
    std::fill_n(marked.begin() + static_cast<std::ptrdiff_t>(begin), length, true);
  }

  std::string text_;  // folded
  std::string code_;  // digits alone; empty where it cannot be one
  std::vector<SearchWord> words_;
  std::vector<TypedWord> typed_words_;  // the same
  std::uint32_t letters_ = 0;
  std::size_t forgiven_ = 0;  // typos of all words
};

// Places by how good they are: those that come first stay first.
class Shortlist {
 public:
  Shortlist(std::size_t levels, std::size_t limit) : levels_(levels), limit_(limit) {}

  void add(std::size_t level, std::size_t place) {
    if (levels_[level].size() < limit_) levels_[level].push_back(place);
  }

  // Calls `visit` with the best levels and places, `limit` at most.
  template <typename Visit>
  void visit_best(Visit visit) const {
    std::size_t left = limit_;
    for (std::size_t level = 0; level < levels_.size(); ++level) {
      for (const std::size_t place : levels_[level]) {
        if (left == 0) return;
        visit(level, place);
        --left;
      }
    }
  }

 private:
  std::vector<std::vector<std::size_t>> levels_;
  std::size_t limit_;
};

// The marked stretches of the folded text, in the original's bytes.
std::vector<Match> matches_of(const std::vector<bool>& marked, const FoldedText& folded) {
  std::vector<Match> matches;
  std::size_t begin = 0;
  for (std::size_t end = 0; end <= marked.size(); ++end) {
    if (end < marked.size() && marked[end]) continue;
    if (end > begin) matches.push_back({folded.origins[begin], folded.origins[end]});
    begin = end + 1;
  }
  return matches;
}

}  // namespace

OccupationSearch::OccupationSearch(std::span<const std::string_view> titles, std::span<const std::string_view> codes,
                                   std::span<const float> weights)
    : titles_(titles.begin(), titles.end()) {
  rows_.reserve(titles.size());
  for (const std::size_t i : shown_order(titles, weights)) {
    Row row;
    row.row = i;
    row.text_begin = static_cast<std::uint32_t>(texts_.size());
    row.words_begin = static_cast<std::uint32_t>(words_.size());
    const std::string text = folded_for_search(titles[i]).text;
    row.letters = add_words(text, words_);
    row.code = digits_of(codes[i]);
    texts_ += text;
    row.text_end = static_cast<std::uint32_t>(texts_.size());
    row.words_end = static_cast<std::uint32_t>(words_.size());
    rows_.push_back(std::move(row));
  }
}

SearchTitle OccupationSearch::title_of(const Row& row) const {
  return {std::string_view(texts_).substr(row.text_begin, row.text_end - row.text_begin),
          std::span(words_).subspan(row.words_begin, row.words_end - row.words_begin), row.letters};
}

std::vector<SearchHit> OccupationSearch::find(std::string_view typed, std::size_t limit) const {
  const Query query(typed);
  std::vector<SearchHit> hits;
  if (query.is_empty()) return hits;

  Shortlist sure(rank_count, limit), mistyped(most_cost + 1, limit);
  std::vector<std::size_t> rest;
  for (std::size_t place = 0; place < rows_.size(); ++place) {
    const std::optional<SearchRank> rank = query.rank_of(title_of(rows_[place]), rows_[place].code);
    if (rank) {
      sure.add(static_cast<std::size_t>(*rank), place);
    } else {
      rest.push_back(place);
    }
  }
  const auto add_hit = [&](SearchRank rank, std::size_t place) {
    if (hits.size() == limit) return;
    const Row& row = rows_[place];
    const SearchTitle title = title_of(row);
    std::vector<bool> marked(title.text.size());
    query.mark(title, rank, marked);
    hits.push_back({row.row, rank, matches_of(marked, folded_for_search(titles_[row.row]))});
  };
  sure.visit_best([&](std::size_t level, std::size_t place) { add_hit(static_cast<SearchRank>(level), place); });
  if (hits.size() == limit || query.forgiven() == 0) return hits;
  for (const std::size_t place : rest)
    if (const std::optional<std::size_t> cost = query.cost_of(title_of(rows_[place]))) mistyped.add(*cost, place);
  mistyped.visit_best([&](std::size_t, std::size_t place) { add_hit(SearchRank::typos, place); });
  return hits;
}

}  // namespace taskscope
