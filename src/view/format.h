// Figures as text, without a locale's help: the C++ library's formatting would double the module's size.
#pragma once

#include <span>
#include <string>

namespace taskscope {

// One decimal where any of the figures, in percent, needs it, else none: figures in a column then read alike.
int decimals_for(std::span<const double> percents);

// `decimals` is 0 or 1; halves are rounded away from zero.
std::string number_text(double value, int decimals);
std::string percent_text(double value, int decimals);

// "1 task", "5 tasks", "64 points".
std::string counted(double count, const char* singular, const char* plural);

}  // namespace taskscope
