// How many slips of the hand lie between what was typed and the beginning of a word.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace taskscope {

// Longer words are never taken for mistyped; bytes.
inline constexpr std::size_t longest_mistyped_word = 32;

// Slips forgiven in a typed word of that many bytes: none up to 2, one up to 5, else two.
constexpr std::size_t forgiven_typos(std::size_t length) { return length <= 2 ? 0 : length <= 5 ? 1 : 2; }

struct PrefixTypos {
  std::size_t typos = 0;   // letters put in, left out, exchanged, or swapped with their neighbour
  std::size_t length = 0;  // of the prefix; bytes
};

// A typed word, made ready for being compared with thousands. Distances are optimal string alignment distances, the
// restricted form of Damerau's and Levenshtein's, in bytes. A column of their table is kept as differences in the bits
// of two numbers, and the next one comes of a few operations on them (Hyyrö 2003, "A Bit-Vector Algorithm for Computing
// Levenshtein and Damerau Edit Distances", Nordic Journal of Computing 10, figure 9).
class TypedWord {
 public:
  // Not above `longest_mistyped_word`, or nothing is near it.
  explicit TypedWord(std::string_view typed);

  // The prefix of `word` that the typed word is nearest to, of equally near ones the longest, if it is within
  // `most_typos`.
  std::optional<PrefixTypos> nearest_prefix(std::string_view word, std::size_t most_typos) const;

 private:
  std::size_t length_ = 0;
  std::array<std::uint32_t, 256> places_{};  // by byte: where it is in the typed word, as bits
};

}  // namespace taskscope
