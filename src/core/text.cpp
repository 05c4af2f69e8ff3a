#include "core/text.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/decimal.h"

namespace taskscope {
namespace {

constexpr std::size_t excerpt_characters = 40;
constexpr std::size_t longest_guessed_word = 32;

unsigned char byte_at(std::string_view text, std::size_t offset) { return static_cast<unsigned char>(text[offset]); }

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

// What may follow a lead byte: how many bytes in all, and the range of the second one. RFC 3629, section 4.
struct LeadByte {
  unsigned char first, last;  // the lead bytes of this row
  unsigned char length;
  unsigned char second_low, second_high;
};
constexpr std::array<LeadByte, 8> lead_bytes = {{
    {0xC2, 0xDF, 2, 0x80, 0xBF},
    {0xE0, 0xE0, 3, 0xA0, 0xBF},
    {0xE1, 0xEC, 3, 0x80, 0xBF},
    {0xED, 0xED, 3, 0x80, 0x9F},
    {0xEE, 0xEF, 3, 0x80, 0xBF},
    {0xF0, 0xF0, 4, 0x90, 0xBF},
    {0xF1, 0xF3, 4, 0x80, 0xBF},
    {0xF4, 0xF4, 4, 0x80, 0x8F},
}};

// Bytes of the multi-byte character at the offset, or 0 where there is no valid one.
std::size_t multibyte_length(std::string_view text, std::size_t offset) {
  const unsigned char lead = byte_at(text, offset);
  const auto row = std::find_if(lead_bytes.begin(), lead_bytes.end(),
                                [lead](const LeadByte& r) { return lead >= r.first && lead <= r.last; });
  if (row == lead_bytes.end() || text.size() - offset < row->length) return 0;
  const unsigned char second = byte_at(text, offset + 1);
  if (second < row->second_low || second > row->second_high) return 0;
  for (std::size_t i = 2; i < row->length; ++i) {
    if (!is_continuation(text[offset + i])) return 0;
  }
  return row->length;
}

// Length of the white space character that the text starts with, or 0.
std::size_t blank_length(std::string_view text) {
  static constexpr std::string_view one_byte = " \t\n\v\f\r";
  static constexpr std::array<std::string_view, 19> longer = {
      "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007",
      "\u2008", "\u2009", "\u200A", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000", "\uFEFF"};
  if (byte_at(text, 0) < 0x80) return one_byte.find(text.front()) == std::string_view::npos ? 0 : 1;
  for (const std::string_view blank : longer) {
    if (text.starts_with(blank)) return blank.size();
  }
  return 0;
}

// U+0080 to U+009F, the control characters beyond ASCII, are C2 80 to C2 9F.
bool is_control_at(std::string_view text, std::size_t offset) {
  const unsigned char byte = byte_at(text, offset);
  return byte < 0x20 || byte == 0x7F || (byte == 0xC2 && offset + 1 < text.size() && byte_at(text, offset + 1) < 0xA0);
}

}  // namespace

std::string concat(std::initializer_list<std::string_view> parts) {
  std::string whole;
  for (const std::string_view part : parts) whole += part;
  return whole;
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t length = byte_at(text, offset) < 0x80 ? 1 : multibyte_length(text, offset);
    if (length == 0) return offset;
    offset += length;
  }
  return std::nullopt;
}

std::size_t count_characters(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char byte) { return !is_continuation(byte); }));
}

bool is_blank(std::string_view utf8) {
  while (!utf8.empty()) {
    const std::size_t length = blank_length(utf8);
    if (length == 0) return false;
    utf8.remove_prefix(length);
  }
  return true;
}

std::string excerpt(std::string_view utf8) {
  std::string shown;
  std::size_t characters = 0;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    if (!is_continuation(utf8[i]) && ++characters > excerpt_characters) return shown + "…";
    if (is_control_at(utf8, i)) {
      shown += ' ';
      if (byte_at(utf8, i) == 0xC2) ++i;
    } else {
      shown += utf8[i];
    }
  }
  return shown;
}

std::string quoted(std::string_view utf8) { return "“" + excerpt(utf8) + "”"; }

std::size_t edit_distance(std::string_view a, std::string_view b) {
  using Row = std::array<std::uint8_t, longest_guessed_word + 1>;
  if (a.size() > longest_guessed_word || b.size() > longest_guessed_word) return std::max(a.size(), b.size());
  Row before_last{};
  Row last{};
  Row row{};
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<std::uint8_t>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<std::uint8_t>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      int best = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
      if (swapped) best = std::min(best, before_last[j - 2] + 1);
      row[j] = static_cast<std::uint8_t>(best);
    }
    before_last = last;
    last = row;
  }
  return last[b.size()];
}

std::optional<std::string_view> nearest_word(std::string_view word, std::span<const std::string_view> known) {
  std::optional<std::string_view> nearest;
  std::size_t smallest = 4;
  for (const std::string_view candidate : known) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < smallest && distance * 3 <= std::max(word.size(), candidate.size())) {
      smallest = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

std::string one_decimal(double value) {
  const std::int64_t tenths = nearest_whole(std::max(value, 0.0) * 10);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

}  // namespace taskscope
