#include "core/typed_number.h"

#include <algorithm>
#include <cstddef>

#include "core/decimal.h"
#include "core/text.h"

namespace taskscope {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Lists are words with blanks between them: arrays of texts would stay in the module's first part.
std::string_view take_word(std::string_view& list) {
  list.remove_prefix(std::min(list.size(), list.find_first_not_of(' ')));
  const std::string_view word = list.substr(0, list.find(' '));
  list.remove_prefix(word.size());
  return word;
}

constexpr std::string_view direction_marks =
    "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069";

// Each a sign with the characters that mean the same.
constexpr std::string_view signs =
    ".\u066b\uff0e ,\u066c\u060c\uff0c '\u2018\u2019\u02bc\uff07 -\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d "
    "+\ufe62\uff0b %\u066a\ufe6a\uff05 $\ufe69\uff04";

// The first of ten digits that stand one after the other.
constexpr std::string_view zeros = "\u0660 \u06f0 \uff10";

std::optional<char> digit_of(std::string_view character, const NumberWriting& language) {
  const auto own = std::find(language.digits.begin(), language.digits.end(), character);
  if (own != language.digits.end()) return static_cast<char>('0' + (own - language.digits.begin()));
  std::string_view list = zeros;
  for (std::string_view zero = take_word(list); !zero.empty(); zero = take_word(list)) {
    const int digit = static_cast<unsigned char>(character.back()) - static_cast<unsigned char>(zero.back());
    const bool is_like = character.substr(0, character.size() - 1) == zero.substr(0, zero.size() - 1);
    if (is_like && digit >= 0 && digit <= 9) return static_cast<char>('0' + digit);
  }
  return std::nullopt;
}

std::optional<char> sign_of(std::string_view character) {
  std::string_view list = signs;
  for (std::string_view sign = take_word(list); !sign.empty(); sign = take_word(list))
    if (sign.find(character) != std::string_view::npos) return sign.front();
  return std::nullopt;
}

std::string simplified_character(std::string_view character, const NumberWriting& language) {
  if (const std::optional<char> digit = digit_of(character, language)) return {*digit};
  if (const std::optional<char> sign = sign_of(character)) return {*sign};
  if (direction_marks.find(character) != std::string_view::npos) return {};
  if (is_blank(character)) return " ";
  std::string same(character);
  if (same.size() == 1 && same[0] >= 'A' && same[0] <= 'Z') same[0] |= 0x20;
  return same;
}

// With ASCII digits and signs, small letters, and without what only turns the direction.
std::string simplified(std::string_view typed, const NumberWriting& language) {
  std::string text;
  for (std::size_t at = 0, end = 0; at < typed.size(); at = end) {
    end = at + 1;
    while (end < typed.size() && (static_cast<unsigned char>(typed[end]) & 0xC0u) == 0x80u) ++end;
    text += simplified_character(typed.substr(at, end - at), language);
  }
  return text;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

enum class Side { front, end };

// How much of the text's side the word is; at the end it may have a full stop.
std::size_t length_of(std::string_view word, std::string_view text, Side side) {
  if (side == Side::front) return text.starts_with(word) ? word.size() : 0;
  if (text.ends_with(word)) return word.size();
  return text.ends_with('.') && text.substr(0, text.size() - 1).ends_with(word) ? word.size() + 1 : 0;
}

std::string_view without(std::size_t length, std::string_view text, Side side) {
  return trimmed(side == Side::front ? text.substr(length) : text.substr(0, text.size() - length));
}

std::string_view without_unit(std::string_view text, std::string_view units, Side side) {
  std::size_t longest = 0;
  for (std::string_view unit = take_word(units); !unit.empty(); unit = take_word(units))
    longest = std::max(longest, length_of(unit, text, side));
  return without(longest, text, side);
}

// How many zeros go behind the number.
int take_scale(std::string_view& text, std::string_view scales) {
  std::size_t longest = 0;
  int zeros_behind = 0;
  for (std::string_view word = take_word(scales); !word.empty(); word = take_word(scales)) {
    const int count = take_word(scales).front() - '0';
    const std::size_t length = length_of(word, text, Side::end);
    if (length <= longest) continue;
    longest = length;
    zeros_behind = count;
  }
  text = without(longest, text, Side::end);
  return zeros_behind;
}

// Whether the sign was there.
bool take_sign(std::string_view& text, char sign) {
  if (!text.starts_with(sign)) return false;
  text = trimmed(text.substr(1));
  return true;
}

bool are_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

// Whether what stands before and behind a sign can be a group's neighbours: "1.500", and not "1500.000" or "0.500".
bool makes_group(std::string_view before, std::string_view behind) {
  return !before.empty() && before.size() <= 3 && before.front() != '0' && behind.size() == 3;
}

// The digits of a whole number without the signs between its groups; none where these are not as they should be.
std::optional<std::string> joined_groups(std::string_view whole) {
  const std::size_t first = whole.find_first_not_of("0123456789");
  if (first == std::string_view::npos) return std::string(whole);
  const char sign = whole[first];
  if (std::string_view(",.' ").find(sign) == std::string_view::npos) return std::nullopt;
  std::string digits(whole.substr(0, first));
  const bool is_indian = sign == ',' && whole.find(sign, first + 1) == first + 3;
  if (digits.empty() || digits.size() > (is_indian ? 2u : 3u) || digits.front() == '0') return std::nullopt;
  for (std::string_view rest = whole.substr(first); !rest.empty();) {
    const std::string_view group = rest.substr(1, rest.find(sign, 1) - 1);
    const bool is_last = group.size() + 1 == rest.size();
    if (rest.front() != sign || group.size() != (is_indian && !is_last ? 2u : 3u) || !are_digits(group))
      return std::nullopt;
    digits += group;
    rest.remove_prefix(group.size() + 1);
  }
  return digits;
}

// Where the decimal sign stands: at the end, where there is none. Nothing where nobody can tell.
std::optional<std::size_t> find_decimal_sign(std::string_view number, const NumberWriting& language) {
  const std::size_t last = number.find_last_of(".,");
  if (last == std::string_view::npos) return number.size();
  const std::string_view before = number.substr(0, last), behind = number.substr(last + 1);
  if (before.find(number[last]) != std::string_view::npos) return number.size();
  const bool has_others = !are_digits(before);
  if (has_others || !makes_group(before, behind)) return last;
  const std::string sign(1, number[last]);
  if (simplified(language.decimal, language) == sign) return last;
  if (simplified(language.group, language) == sign) return number.size();
  return std::nullopt;
}

// The value of digits with signs between them, times a power of ten.
std::optional<double> value_of(std::string_view number, int zeros_behind, const NumberWriting& language) {
  const std::optional<std::size_t> end = find_decimal_sign(number, language);
  if (!end) return std::nullopt;
  const std::optional<std::string> whole = joined_groups(number.substr(0, *end));
  const std::string_view fraction = number.substr(std::min(number.size(), *end + 1));
  if (!whole || !are_digits(fraction) || whole->size() + fraction.size() == 0) return std::nullopt;
  const std::string plain = concat({*whole, ".", fraction, "e", std::to_string(zeros_behind)});
  const char* rest = nullptr;
  return parse_decimal(plain.c_str(), rest);
}

}  // namespace

TypedNumber read_typed_number(std::string_view typed, const NumberWriting& language, std::string_view units) {
  if (find_invalid_utf8(typed)) return {};
  // Arabic signs mean the same wherever they are typed.
  constexpr std::string_view arabic_decimal = "\u066b", arabic_group = "\u066c";
  const auto has = [typed](std::string_view sign) { return typed.find(sign) != std::string_view::npos; };
  NumberWriting writing = language;
  if (has(arabic_decimal) || has(arabic_group)) {
    writing.decimal = arabic_decimal;
    writing.group = arabic_group;
  }
  const std::string text = simplified(typed, writing), known_units = simplified(units, writing);
  std::string_view rest = trimmed(text);
  if (rest.empty()) return {.is_empty = true};
  rest = without_unit(rest, known_units, Side::front);
  const bool is_negative = take_sign(rest, '-');
  if (!is_negative) take_sign(rest, '+');
  rest = without_unit(without_unit(rest, known_units, Side::front), known_units, Side::end);
  const int zeros_behind = take_scale(rest, concat({simplified(language.scales, writing), " k 3 m 6"}));
  const std::optional<double> size = value_of(rest, zeros_behind, writing);
  return {.value = size && is_negative && *size > 0 ? -*size : size};
}

std::string currency_units(std::string_view code) {
  std::string units(code);
  // Signs, each with the currencies that have it.
  std::string_view list =
      "$ USD,CAD,AUD,NZD,SGD,HKD,TWD,MXN,ARS,CLP,COP € EUR £ GBP ¥ JPY,CNY 元 CNY,TWD,HKD 円 JPY ₹ INR R$ BRL Fr CHF "
      "Fr. CHF kr SEK,NOK,DKK,ISK";
  for (std::string_view sign = take_word(list); !sign.empty() && !code.empty(); sign = take_word(list)) {
    if (take_word(list).find(code) == std::string_view::npos) continue;
    units += concat({" ", sign});
    if (sign == "$") units += concat({" ", code.substr(0, 2), sign});
  }
  return units;
}

}  // namespace taskscope
