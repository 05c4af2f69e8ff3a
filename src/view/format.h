// Figures as text: the language says with which signs, as the C++ library's own formatting would double the module's
// size.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "words/language.h"

namespace taskscope {

// One decimal where any of the figures, in percent, needs it, else none: figures in a column then read alike.
int decimals_for(std::span<const double> percents);

// For machines: "−" is a hyphen, and nothing else depends on a language. `decimals` is 0 or 1; halves are rounded away
// from zero.
std::string plain_number(double value, int decimals);

// For people, rounded alike; thousands are not grouped.
std::string number_text(const Language& language, double value, int decimals);
std::string percent_text(const Language& language, double value, int decimals);
// With its sign in front, whichever it is; zero has none.
std::string signed_number(const Language& language, double value, int decimals);

// "1 task", "5 tasks", "64 points", by a pattern for the number and its noun.
std::string counted(const Language& language, std::string_view pattern, double count);

}  // namespace taskscope
