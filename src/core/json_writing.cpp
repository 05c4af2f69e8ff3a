#include "core/json_writing.h"

#include "core/text.h"

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

void append_name(std::string& json, std::string_view name) {
  if (json.back() != '{') json += ',';
  append_json_string(json, name);
  json += ':';
}

void append_text(std::string& json, std::string_view name, std::string_view text) {
  append_name(json, name);
  append_json_string(json, text);
}

void append_tenths(std::string& json, std::string_view name, double value) {
  append_name(json, name);
  std::string number = one_decimal(value);
  if (number.ends_with(".0")) number.resize(number.size() - 2);
  json += number;
}

void append_list(std::string& json, std::string_view name, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  append_name(json, name);
  json += '[';
  for (const std::string& text : texts) {
    append_json_string(json, text);
    json += ',';
  }
  json.back() = ']';
}

}  // namespace taskscope
