#include "core/typos.h"

#include <algorithm>

namespace taskscope {

TypedWord::TypedWord(std::string_view typed) : length_(typed.size()) {
  for (std::size_t i = 0; i < std::min(length_, longest_mistyped_word); ++i)
    places_[static_cast<unsigned char>(typed[i])] |= 1u << i;
}

// Names of bit-vectors are those of the paper, whose letters they spell out: whether a cell is one more than that above
// (vertical) or left of it (horizontal), or one less, and whether it equals that before it on the diagonal.
std::optional<PrefixTypos> TypedWord::nearest_prefix(std::string_view word, std::size_t most_typos) const {
  if (length_ == 0 || length_ > longest_mistyped_word || length_ > word.size() + most_typos) return std::nullopt;
  const std::size_t columns = std::min(word.size(), length_ + most_typos);
  const std::uint32_t last_row = 1u << (length_ - 1);
  std::uint32_t vertical_more = ~0u, vertical_less = 0, diagonal_same = 0, places_before = 0;
  std::size_t typos = length_;  // to the prefix of the columns so far
  std::optional<PrefixTypos> nearest;
  for (std::size_t column = 0; column < columns; ++column) {
    // A column has one typo less than the one before, at best.
    if (typos > most_typos + (columns - column)) return nearest;
    const std::uint32_t places = places_[static_cast<unsigned char>(word[column])];
    const std::uint32_t swapped = ((~diagonal_same & places) << 1) & places_before;
    diagonal_same = (((places & vertical_more) + vertical_more) ^ vertical_more) | places | vertical_less | swapped;
    std::uint32_t horizontal_more = vertical_less | ~(diagonal_same | vertical_more);
    std::uint32_t horizontal_less = diagonal_same & vertical_more;
    if (horizontal_more & last_row) ++typos;
    if (horizontal_less & last_row) --typos;
    horizontal_more = horizontal_more << 1 | 1;
    horizontal_less <<= 1;
    vertical_more = horizontal_less | ~(diagonal_same | horizontal_more);
    vertical_less = horizontal_more & diagonal_same;
    places_before = places;
    if (typos <= (nearest ? nearest->typos : most_typos)) nearest = {typos, column + 1};
  }
  return nearest;
}

}  // namespace taskscope
