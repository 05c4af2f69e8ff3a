// What a dashboard speaks: words, which plural goes with a number, how numbers are written, and in which direction.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "words/english.h"
#include "words/words.h"

namespace taskscope {

// How numbers are written. The page fills this in by Intl.
struct NumberSigns {
  std::array<std::string_view, 10> digits = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
  std::string_view decimal = ".", group = ",", minus = "−", plus = "+";
  std::string_view percent = "{0}%";  // {0}: the number
};

// Which of a word's forms goes with a number (CLDR 44, plural rules for cardinals), for the languages there are.
enum class PluralRule {
  one_or_other,        // English, German, Spanish: 1, others
  below_two_or_other,  // French, Portuguese: from 0 to below 2, others
  arabic,              // zero, one, two, few, many, others
  none,                // Chinese
};
PluralRule plural_rule(std::string_view tag);

// Whether two tags name one language, in whatever script or region; one that is empty may be any.
bool is_same_language(std::string_view a, std::string_view b);

// A value of views, as what it looks at outlives it: a table of the program, or the page's text.
struct Language {
  std::string_view tag = "en";  // BCP 47
  bool is_right_to_left = false;
  NumberSigns numbers{};
  ViewWords view = english_view;
  PlayWords play{};  // empty until the page has brought it
};
inline constexpr Language built_in_language{};

// A language as the page tells it (web/languages.js): lines of the tag, "rtl" or "ltr", the ten digits, the signs for
// decimals, groups, minus and plus, the pattern of a percentage, and then the words of the view and of play as
// print_words has them. Nothing where it is not that. The language looks at the text.
std::optional<Language> read_language(std::string_view text);

}  // namespace taskscope
