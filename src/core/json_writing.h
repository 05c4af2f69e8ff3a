// Writing JSON piece by piece.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace taskscope {

// Appends a text in quotation marks, with escapes for what JSON does not allow within them.
void append_json_string(std::string& json, std::string_view utf8);

// What follows appends fields to an object that is open, with a comma where something stands before them.
void append_name(std::string& json, std::string_view name);
void append_text(std::string& json, std::string_view name, std::string_view text);
// Of a value that is not negative, to a tenth.
void append_tenths(std::string& json, std::string_view name, double value);
// Nothing where the list is empty.
void append_list(std::string& json, std::string_view name, const std::vector<std::string>& texts);

}  // namespace taskscope
