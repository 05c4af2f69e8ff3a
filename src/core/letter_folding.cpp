#include "core/letter_folding.h"

#include "core/task_list.h"

namespace taskscope {
namespace {

// By letter from U+00C0 to U+017F; a space where there is none, as × and ÷ are signs.
constexpr unsigned first_letter = 0xC0, last_letter = 0x17F;
constexpr std::string_view base_letters =
    "aaaaaaaceeeeiiiidnooooo ouuuuyts"   // U+00C0
    "aaaaaaaceeeeiiiidnooooo ouuuuyty"   // U+00E0
    "aaaaaaccccccccddddeeeeeeeeeegggg"   // U+0100
    "gggghhhhiiiiiiiiiiiijjkkklllllll"   // U+0120
    "lllnnnnnnnnnoooooooorrrrrrssssss"   // U+0140
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";  // U+0160
static_assert(base_letters.size() == last_letter - first_letter + 1);

constexpr unsigned first_accent = 0x300, last_accent = 0x36F;

// The number of the two-byte character at the offset, or 0 where there is none.
unsigned two_byte_character(std::string_view utf8, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(utf8[offset]);
  if ((lead & 0xE0u) != 0xC0u || offset + 1 == utf8.size()) return 0;
  return (lead & 0x1Fu) << 6 | (static_cast<unsigned char>(utf8[offset + 1]) & 0x3Fu);
}

char base_letter(unsigned character) {
  if (character < first_letter || character > last_letter) return ' ';
  return base_letters[character - first_letter];
}

}  // namespace

FoldedText folded_for_search(std::string_view utf8) {
  FoldedText result;
  result.text = folded(utf8);  // as long as it was
  std::string& text = result.text;
  std::size_t kept = 0;
  const auto keep = [&](char byte, std::size_t origin) {
    text[kept++] = byte;
    result.origins.push_back(static_cast<std::uint32_t>(origin));
  };
  result.origins.reserve(text.size() + 1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned character = two_byte_character(text, i);
    const bool is_accent = character >= first_accent && character <= last_accent;
    if (is_accent) {
      ++i;
    } else if (const char base = base_letter(character); base != ' ') {
      keep(base, i++);
    } else {
      keep(text[i], i);
    }
  }
  result.origins.push_back(static_cast<std::uint32_t>(text.size()));
  text.resize(kept);
  return result;
}

bool is_word_byte(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || static_cast<unsigned char>(byte) >= 0x80;
}

}  // namespace taskscope
