// Decimal numbers as text, read and written in plain double arithmetic.
#pragma once

#include <cstdint>
#include <string>

namespace taskscope {

// Reads a JSON number at `text` and moves `end` behind it. Exact for up to 15 significant digits and exponents up to
// ±22, which covers every figure of a profile; beyond, within a few units in the last place. Too large a number is
// infinite.
double parse_decimal(const char* text, const char*& end);

// The nearest whole number, halves away from zero. What is beyond 10^18 on either side is that, and no number at all 0:
// casts and std::llround leave open what becomes of those.
std::int64_t nearest_whole(double value);

// Rounded to a tenth, as readers' numbers are; and to the millionths that `decimal_text` writes.
double to_a_tenth(double value);
double to_a_millionth(double value);

// Up to six decimals, no more than are needed, with a point and without an exponent: "0.0333", "-14", "0". What is
// beyond 10^12 on either side is written as that, and no number at all as 0.
std::string decimal_text(double value);

}  // namespace taskscope
