#include "core/decimal.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace taskscope {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Digits beyond the mantissa's reach only move the exponent.
struct Digits {
  std::uint64_t mantissa = 0;
  int exponent = 0;

  void append(char digit, bool is_fraction) {
    constexpr std::uint64_t most = (UINT64_MAX - 9) / 10;
    if (mantissa <= most) {
      mantissa = mantissa * 10 + static_cast<std::uint64_t>(digit - '0');
      exponent -= is_fraction;
    } else {
      exponent += !is_fraction;
    }
  }
};

int parse_exponent(const char*& at) {
  constexpr int beyond_double = 100'000;
  const bool negative = *at == '-';
  if (*at == '-' || *at == '+') ++at;
  int value = 0;
  for (; is_digit(*at); ++at)
    if (value < beyond_double) value = value * 10 + (*at - '0');
  return negative ? -value : value;
}

// One division or multiplication by an exact power of ten rounds once; larger exponents take several steps.
double scale(double value, int exponent) {
  constexpr double ten_to_22 = 1e22;
  for (; exponent > 22 && value <= std::numeric_limits<double>::max(); exponent -= 22) value *= ten_to_22;
  for (; exponent < -22 && value > 0; exponent += 22) value /= ten_to_22;
  double power = 1;
  for (int i = exponent < 0 ? -exponent : exponent; i > 0 && i <= 22; --i) power *= 10;
  return exponent < 0 ? value / power : value * power;
}

}  // namespace

double parse_decimal(const char* text, const char*& end) {
  const char* at = text;
  const bool negative = *at == '-';
  if (negative) ++at;
  Digits digits;
  for (; is_digit(*at); ++at) digits.append(*at, false);
  if (*at == '.')
    for (++at; is_digit(*at); ++at) digits.append(*at, true);
  if (*at == 'e' || *at == 'E') digits.exponent += parse_exponent(++at);
  end = at;
  const double value = digits.mantissa == 0 ? 0 : scale(static_cast<double>(digits.mantissa), digits.exponent);
  return negative ? -value : value;
}

std::int64_t nearest_whole(double value) {
  constexpr double most = 1e18;
  return std::isnan(value) ? 0 : static_cast<std::int64_t>(std::round(std::clamp(value, -most, most)));
}

double to_a_tenth(double value) { return std::round(value * 10) / 10; }
double to_a_millionth(double value) { return std::round(value * 1e6) / 1e6; }

std::string decimal_text(double value) {
  constexpr std::int64_t millionths = 1'000'000;
  const std::int64_t scaled = nearest_whole(std::abs(value) * static_cast<double>(millionths));
  std::string fraction = std::to_string(millionths + scaled % millionths).substr(1);
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  const std::string sign = value < 0 && scaled > 0 ? "-" : "";
  return sign + std::to_string(scaled / millionths) + (fraction.empty() ? "" : "." + fraction);
}

}  // namespace taskscope
