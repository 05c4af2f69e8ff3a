#include "view/format.h"

#include <algorithm>
#include <cmath>

#include "core/text.h"

namespace taskscope {

int decimals_for(std::span<const double> percents) {
  const auto is_whole = [](double p) { return std::abs(p - std::round(p)) < 0.05; };
  return std::all_of(percents.begin(), percents.end(), is_whole) ? 0 : 1;
}

std::string number_text(double value, int decimals) {
  const auto scaled = std::llround(value * (decimals ? 10 : 1));
  std::string text = std::to_string(std::abs(decimals ? scaled / 10 : scaled));
  if (decimals) text += "." + std::to_string(std::abs(scaled % 10));
  return scaled < 0 ? "−" + text : text;
}

std::string percent_text(double value, int decimals) { return number_text(value, decimals) + "%"; }

std::string counted(double count, const char* singular, const char* plural) {
  const std::string number = number_text(count, decimals_for({&count, 1}));
  return concat({number, " ", number == "1" ? singular : plural});
}

}  // namespace taskscope
