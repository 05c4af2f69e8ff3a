#include "core/decimal.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

using taskscope::decimal_text;
using taskscope::nearest_whole;
using taskscope::parse_decimal;
using taskscope::to_a_millionth;

namespace {

double parse(const std::string& text) {
  const char* end = nullptr;
  const double value = parse_decimal(text.c_str(), end);
  CHECK(end == text.c_str() + text.size());
  return value;
}

}  // namespace

TEST_CASE("every percentage with up to three decimals is read exactly as the C library does") {
  for (int thousandths = 0; thousandths <= 100'000; thousandths += 7) {
    char text[16];
    std::snprintf(text, sizeof text, "%d.%03d", thousandths / 1000, thousandths % 1000);
    if (parse(text) != std::strtod(text, nullptr)) FAIL_CHECK(std::string(text));
  }
}

TEST_CASE("signs, exponents and many digits") {
  CHECK(parse("-12.5e1") == -125);
  CHECK(parse("1E+2") == 100);
  CHECK(parse("2.5e-3") == 0.0025);
  CHECK(parse("0") == 0);
  CHECK(std::signbit(parse("-0")));
  CHECK(parse("0.1000000000000000055511151231257827") == doctest::Approx(0.1));
  CHECK(parse("123456789012345678901234567890") == doctest::Approx(1.2345678901234568e29));
}

TEST_CASE("beyond a double's range there is infinity, or nothing") {
  CHECK(std::isinf(parse("1e999")));
  CHECK(std::isinf(parse("-1e309")));
  CHECK(std::isinf(parse("1e99999999999999")));
  CHECK(parse("1e-999") == 0);
  CHECK(parse("0e999") == 0);
  CHECK(std::isfinite(parse("1.7976931348623157e308")));
}

TEST_CASE("random numbers of any size are within a few units in the last place") {
  std::mt19937_64 random(11);
  for (int i = 0; i < 20'000; ++i) {
    char text[40];
    const auto mantissa = static_cast<long long>(random() % 1'000'000'000'000'000'000);
    std::snprintf(text, sizeof text, "%lld.%de%d", mantissa, static_cast<int>(random() % 1'000),
                  static_cast<int>(random() % 560) - 290);
    const double expected = std::strtod(text, nullptr), value = parse(text);
    if (std::abs(value - expected) > std::abs(expected) * 1e-14) FAIL_CHECK(std::string(text));
  }
}

TEST_CASE("any number has a nearest whole one that there is") {
  CHECK(nearest_whole(0.5) == 1);
  CHECK(nearest_whole(-0.5) == -1);
  CHECK(nearest_whole(-0.49) == 0);
  CHECK(nearest_whole(9007199254740991.0) == 9007199254740991);
  for (const double large : {1e18, 1e19, 1e300, HUGE_VAL}) {
    CHECK(nearest_whole(large) == 1'000'000'000'000'000'000);
    CHECK(nearest_whole(-large) == -1'000'000'000'000'000'000);
  }
  CHECK(nearest_whole(NAN) == 0);
}

TEST_CASE("any number is written, and one of millionths as it is") {
  CHECK(decimal_text(0.0333) == "0.0333");
  CHECK(decimal_text(-14) == "-14");
  CHECK(decimal_text(-0.0) == "0");
  CHECK(decimal_text(1e12) == "1000000000000");
  for (const double large : {1e13, 1e300, HUGE_VAL}) {
    CHECK(decimal_text(large) == "1000000000000");
    CHECK(decimal_text(-large) == "-1000000000000");
  }
  CHECK(decimal_text(NAN) == "0");
  std::mt19937 random(3);
  for (int i = 0; i < 20'000; ++i) {
    const double value = to_a_millionth(static_cast<double>(random()) / 4e7);
    if (parse(decimal_text(value)) != value) FAIL_CHECK(decimal_text(value));
  }
}

TEST_CASE("reading ends at the first character that is no part of the number") {
  const std::string text = "41,";
  const char* end = nullptr;
  CHECK(parse_decimal(text.c_str(), end) == 41);
  CHECK(*end == ',');
}
