#include "core/csv_writing.h"

namespace taskscope {

namespace {

std::string in_quotes(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace

std::string csv_field(std::string_view text) {
  const bool is_formula = !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
  const std::string safe = (is_formula ? "'" : "") + std::string(text);
  return safe.find_first_of(",;\"\t\r\n") == std::string::npos ? safe : in_quotes(safe);
}

void append_csv_row(std::string& csv, const std::vector<std::string>& fields) {
  for (const std::string& one : fields) (csv += one) += ',';
  csv.pop_back();
  csv += "\r\n";
}

}  // namespace taskscope
