// Decimal numbers as text, read and written in plain double arithmetic.
#pragma once

#include <string>

namespace taskscope {

// Reads a JSON number at `text` and moves `end` behind it. Exact for up to 15 significant digits and exponents up to
// ±22, which covers every figure of a profile; beyond, within a few units in the last place. Too large a number is
// infinite.
double parse_decimal(const char* text, const char*& end);

// Up to six decimals, no more than are needed, with a point and without an exponent: "0.0333", "-14", "0". What is
// beyond 10^12 on either side is written as that.
std::string decimal_text(double value);

}  // namespace taskscope
