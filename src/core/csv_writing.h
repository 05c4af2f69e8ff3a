// Writing tables as CSV by RFC 4180: UTF-8, a header row with the units in it, lines that end in CR LF, fields in
// quotation marks where they have to be, numbers with a point. Two things are there for spreadsheets: a byte order
// mark, without which Excel takes the text for another encoding; and an apostrophe before a text that begins with = + -
// @, a tab or a line end, as programs would run it for a formula (OWASP, “CSV Injection”).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace taskscope {

inline constexpr std::string_view csv_start = "\xEF\xBB\xBF";

// A text as a field.
std::string csv_field(std::string_view text);

// Of fields that are one already, and of at least one.
void append_csv_row(std::string& csv, const std::vector<std::string>& fields);

}  // namespace taskscope
