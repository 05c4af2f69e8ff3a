// Two functions of the C library that the JSON lexer links and that would bring 60 KB of wasm along: formatted printing
// and reading of numbers work in 128-bit arithmetic there. Defined here, they take the library's place in the module
// alone.
#include <imgui.h>
#include <imgui_internal.h>

#include <cstdarg>
#include <cstdlib>

#include "core/decimal.h"

extern "C" {

// Callers have checked that the text is a number.
double strtod(const char* text, char** end) {
  const char* stop = text;
  const double value = taskscope::parse_decimal(text, stop);
  if (end) *end = const_cast<char*>(stop);
  return value;
}

// Nothing that stays in the module calls these two, but the C library keeps them in one file with strtod.
float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
long double strtold(const char* text, char** end) { return strtod(text, end); }

// Used for the text of errors that nobody reads: the decoder words its own.
int snprintf(char* buffer, std::size_t size, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int length = ImFormatStringV(buffer, size, format, arguments);
  va_end(arguments);
  return length;
}

int vsnprintf(char* buffer, std::size_t size, const char* format, va_list arguments) {
  return ImFormatStringV(buffer, size, format, arguments);
}
}
