// Decimal numbers as text, read in plain double arithmetic.
#pragma once

namespace taskscope {

// Reads a JSON number at `text` and moves `end` behind it. Exact for up to 15 significant digits and exponents up to
// ±22, which covers every figure of a profile; beyond, within a few units in the last place. Too large a number is
// infinite.
double parse_decimal(const char* text, const char*& end);

}  // namespace taskscope
