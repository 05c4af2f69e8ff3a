#include "view/format.h"

#include <algorithm>
#include <cmath>

#include "core/decimal.h"
#include "words/message.h"

namespace taskscope {

int decimals_for(std::span<const double> percents) {
  const auto is_whole = [](double p) { return std::abs(p - std::round(p)) < 0.05; };
  return std::all_of(percents.begin(), percents.end(), is_whole) ? 0 : 1;
}

std::string plain_number(double value, int decimals) {
  const std::int64_t scaled = nearest_whole(value * (decimals ? 10 : 1));
  std::string text = scaled < 0 ? "-" : "";
  text += std::to_string(std::abs(decimals ? scaled / 10 : scaled));
  if (decimals) text += "." + std::to_string(std::abs(scaled % 10));
  return text;
}

std::string number_text(const Language& language, double value, int decimals) {
  const NumberSigns& signs = language.numbers;
  std::string text;
  for (const char c : plain_number(value, decimals))
    text += c == '-' ? signs.minus : c == '.' ? signs.decimal : signs.digits[static_cast<std::size_t>(c - '0')];
  return text;
}

std::string percent_text(const Language& language, double value, int decimals) {
  return filled(language, language.numbers.percent, {number_text(language, value, decimals)});
}

std::string signed_number(const Language& language, double value, int decimals) {
  const bool is_above = std::round(value * (decimals ? 10 : 1)) > 0;
  return std::string(is_above ? language.numbers.plus : "") + number_text(language, value, decimals);
}

std::string counted(const Language& language, std::string_view pattern, double count) {
  const std::string number = number_text(language, count, decimals_for({&count, 1}));
  return filled(language, pattern, {{number, count}});
}

}  // namespace taskscope
