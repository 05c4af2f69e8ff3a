// Finds occupations by title or SOC code while they are typed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"

namespace taskscope {

// How a row was found, best first. The text is compared without regard to case and accents (core/letter_folding.h).
enum class SearchRank : std::uint8_t {
  code,          // the SOC code
  code_prefix,   // its beginning
  title,         // the whole title
  title_prefix,  // its beginning
  word_prefix,   // what begins at another of its words
  words,         // every typed word begins one of its words, in any order
  substring,     // what stands within a word
  typos,         // the same as words, but for slips (core/typos.h); fewer ones and nearly whole words first
};

struct SearchHit {
  std::size_t row = 0;
  SearchRank rank = SearchRank::typos;
  std::vector<Match> matches;  // stretches of the title, ascending and apart; none where the code was found
};

// A word of a title, or of what is typed.
struct SearchWord {
  std::uint32_t begin = 0, length = 0;  // in the folded text; bytes
  std::uint32_t letters = 0;            // which ones it has, as bits
};

// A folded text with its words.
struct SearchTitle {
  std::string_view text;
  std::span<const SearchWord> words;
  std::uint32_t letters = 0;  // of all words

  std::string_view text_of(const SearchWord& word) const { return text.substr(word.begin, word.length); }
};

// Built once for a catalogue, whose titles it looks at again when it finds them: they have to last as long as this.
class OccupationSearch {
 public:
  OccupationSearch() = default;

  // All by row, and equally many. Titles are valid UTF-8; codes are like "29-2072", and what is not a digit in them is
  // passed over. Of equally good rows, those with more `weight`, such as employment, come first; a missing one (NaN)
  // comes after all others; then the titles' letters decide.
  OccupationSearch(std::span<const std::string_view> titles, std::span<const std::string_view> codes,
                   std::span<const float> weights);

  // The best rows, `limit` at most. None for a text without a letter or digit. A code may be typed without its hyphen,
  // and with the ".00" that O*NET adds. Typos are looked for only where there are fewer rows than `limit` without.
  std::vector<SearchHit> find(std::string_view typed, std::size_t limit) const;

 private:
  // A title as it is searched, without what it says.
  struct Row {
    std::size_t row = 0;  // as given
    std::uint32_t text_begin = 0, text_end = 0, words_begin = 0, words_end = 0;
    std::uint32_t letters = 0;  // of all its words
    std::string code;           // digits alone
  };

  SearchTitle title_of(const Row& row) const;

  std::vector<std::string_view> titles_;  // as given
  std::vector<Row> rows_;                 // in the order in which equally good ones are shown
  std::vector<SearchWord> words_;         // title after title
  std::string texts_;                     // folded, title after title
};

}  // namespace taskscope
