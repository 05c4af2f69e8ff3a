// What is wrong with a profile, for its author: each finding says what and where, in the author's own terms.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace taskscope {

enum class Severity { error, warning };

struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;          // stable and machine-readable, such as "out_of_range"
  std::string message;       // one sentence: what is wrong and what to do
  std::string json_pointer;  // RFC 6901; empty for the whole document
  std::size_t line = 1;      // from 1
  std::size_t column = 1;    // from 1, counted in characters (code points)
};

bool has_errors(const std::vector<Diagnostic>& diagnostics);

// A diagnostic as a compiler prints it: `file:line:column: error: message [/json/pointer]`.
std::string format_diagnostic(std::string_view file, const Diagnostic& diagnostic);

}  // namespace taskscope
