#include "core/diagnostics.h"

#include <algorithm>

namespace taskscope {
namespace {

// A pointer holds the author's own field names; a control character among them must not reach a terminal.
std::string without_controls(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, '?');
  return text;
}

}  // namespace

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

std::string format_diagnostic(std::string_view file, const Diagnostic& diagnostic) {
  std::string line(file);
  line += ":" + std::to_string(diagnostic.line) + ":" + std::to_string(diagnostic.column) + ": ";
  line += diagnostic.severity == Severity::error ? "error: " : "warning: ";
  line += diagnostic.message;
  if (!diagnostic.json_pointer.empty()) line += " [" + without_controls(diagnostic.json_pointer) + "]";
  return line;
}

}  // namespace taskscope
