// Numbers as people type them, in any language and on any keyboard.
//
//   number = [unit] [sign] [unit] digits [scale] [unit]   in any case, with blanks anywhere between
//   sign   = "+", "-", or a dash that stands for it
//   scale  = "k", "m", or one of the language's words, with a full stop or without
//   unit   = what the field's numbers may be written with, such as "%"
//
// Digits are ASCII, Arabic-Indic, Persian, fullwidth, or the language's own. Blanks, apostrophes and Arabic thousands
// signs between them make groups of three; the Arabic decimal sign is one in any language. What points and commas mean:
//
// 1. Where both are there, or groups are made by another sign, the last is the decimal sign: "1,234.5", "1.234,5".
// 2. Of one kind that is there several times, all make groups: "1.234.567". Commas make Indian ones too: "27,25,930".
// 3. A single one that can make no group of three is the decimal sign: "12,5", "1.5", "0,125", "1500.000".
// 4. Else the language decides: "1.500" is 1500 in German and 1.5 in English. In one that uses the sign for neither,
//    such as French, it is no number rather than a wrong one.
//
// Everything else is no number: words, ranges, dates, exponents, infinity, groups of the wrong size, two signs.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace taskscope {

// How a language writes numbers.
struct NumberWriting {
  std::array<std::string_view, 10> digits;
  std::string_view decimal, group;
  std::string_view scales{};  // words, each with how many zeros it stands for: "thousand 3 million 6"
};

struct TypedNumber {
  bool is_empty = false;          // nothing but blanks
  std::optional<double> value{};  // none where it is no number; perhaps infinite
};

// `units`: with blanks between them.
TypedNumber read_typed_number(std::string_view typed, const NumberWriting& language, std::string_view units);

// What amounts of a currency (ISO 4217) may be written with, as such units: "USD $ US$".
std::string currency_units(std::string_view code);

}  // namespace taskscope
