// Text as a search sees it: small letters without accents.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace taskscope {

// A Latin letter up to U+017F is its small base letter in ASCII: é is e, Ł is l, ß is s, æ is a. Accents that are
// characters of their own (U+0300 to U+036F) are left out, as in text that macOS has decomposed. Greek and Cyrillic
// letters become small; all else stays as it is.
struct FoldedText {
  std::string text;
  // Where each byte of `text` comes from in the original, and at the end how long that is. A stretch of `text` between
  // characters is the stretch of the original between the origins of its ends, accents included.
  std::vector<std::uint32_t> origins;
};
FoldedText folded_for_search(std::string_view utf8);

// Whether a byte of folded text is part of a word: a letter or a digit.
bool is_word_byte(char byte);

}  // namespace taskscope
