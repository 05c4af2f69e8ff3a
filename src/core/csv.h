// Tables as CSV, read strictly (RFC 4180): commas, quotation marks, lines that end in LF or CR LF; UTF-8, with or
// without a byte order mark. What is wrong is told with its line and column, and reading goes on behind it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics.h"

namespace taskscope {

struct CsvField {
  std::string text;        // without the quotation marks around it
  std::size_t line = 1;    // where it begins, from 1
  std::size_t column = 1;  // from 1, in characters (code points)
};

using CsvRow = std::vector<CsvField>;  // at least one field

struct CsvTable {
  std::vector<CsvRow> rows;             // the first is the header; an empty text has none
  std::vector<Diagnostic> diagnostics;  // errors, in the order of the text; without JSON pointers
};

// An error at a field.
Diagnostic csv_error(const CsvField& field, const char* code, std::string message);

// Rows need not be equally long. Text that is no UTF-8 gives no rows, but an error.
CsvTable read_csv(std::string_view text);

}  // namespace taskscope
