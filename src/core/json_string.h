// Writing texts into JSON.
#pragma once

#include <string>
#include <string_view>

namespace taskscope {

// Appends a text in quotation marks, with escapes for what JSON does not allow within them.
void append_json_string(std::string& json, std::string_view utf8);

}  // namespace taskscope
