#include "core/json_string.h"

namespace taskscope {

void append_json_string(std::string& json, std::string_view utf8) {
  constexpr std::string_view digits = "0123456789abcdef";
  json += '"';
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20) {
      json += "\\u00";
      json += digits[byte >> 4];
      json += digits[byte & 0xF];
      continue;
    }
    if (c == '"' || c == '\\') json += '\\';
    json += c;
  }
  json += '"';
}

}  // namespace taskscope
