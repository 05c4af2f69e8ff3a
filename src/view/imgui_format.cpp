// Dear ImGui's text formatting without the C library's printf family, which would double the module's size.
// Live code formats window names alone: %s, %d and %X, with zero-padded widths.
#include <imgui.h>
#include <imgui_internal.h>

#include <cstdarg>

namespace {

// Writes within [at, end) and counts what did not fit, as snprintf does.
struct Output {
  char* at;
  char* end;
  int length = 0;

  void put(char c) {
    if (at < end) *at++ = c;
    ++length;
  }
  void put(const char* text) {
    for (; *text; ++text) put(*text);
  }
  void put(unsigned value, unsigned base, int min_digits) {
    char digits[32];
    int count = 0;
    for (; value != 0 || count == 0 || count < min_digits; value /= base)
      digits[count++] = "0123456789ABCDEF"[value % base];
    while (count > 0) put(digits[--count]);
  }
};

}  // namespace

int ImFormatStringV(char* buffer, size_t size, const char* format, va_list arguments) {
  Output out{buffer, buffer + (buffer && size > 0 ? size - 1 : 0)};
  for (; *format; ++format) {
    if (*format != '%') {
      out.put(*format);
      continue;
    }
    int width = 0;
    while (*++format >= '0' && *format <= '9') width = width * 10 + (*format - '0');
    if (width > 16) width = 16;
    if (*format == 's') {
      out.put(va_arg(arguments, const char*));
    } else if (*format == 'X') {
      out.put(va_arg(arguments, unsigned), 16, width);
    } else if (*format == 'd') {
      const int value = va_arg(arguments, int);
      if (value < 0) out.put('-');
      out.put(value < 0 ? 0u - static_cast<unsigned>(value) : static_cast<unsigned>(value), 10, width);
    } else {
      out.put(*format);
    }
  }
  if (buffer && size > 0) *out.at = '\0';
  return buffer && size > 0 ? ImMin(out.length, static_cast<int>(size) - 1) : out.length;
}

int ImFormatString(char* buffer, size_t size, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int length = ImFormatStringV(buffer, size, format, arguments);
  va_end(arguments);
  return length;
}
