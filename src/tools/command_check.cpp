#include "tools/command_check.h"

#include <cstdio>
#include <string>
#include <vector>

#include "core/diagnostics.h"
#include "core/json_string.h"
#include "tools/profile_file.h"

namespace taskscope::tools {
namespace {

void print_line(std::string_view path, const Diagnostic& diagnostic) {
  std::puts(format_diagnostic(path, diagnostic).c_str());
}

std::string json_string(std::string_view text) {
  std::string literal;
  append_json_string(literal, text);
  return literal;
}

void print_json(std::string_view path, const Diagnostic& diagnostic) {
  const std::string severity = diagnostic.severity == Severity::error ? "error" : "warning";
  const std::string object = "{\"file\":" + json_string(path) + ",\"line\":" + std::to_string(diagnostic.line) +
                             ",\"column\":" + std::to_string(diagnostic.column) +
                             ",\"severity\":" + json_string(severity) + ",\"code\":" + json_string(diagnostic.code) +
                             ",\"message\":" + json_string(diagnostic.message) +
                             ",\"json_pointer\":" + json_string(diagnostic.json_pointer) + "}";
  std::puts(object.c_str());
}

}  // namespace

int check(Arguments arguments) {
  DiagnosticPrinter print = print_line;
  std::vector<std::string_view> paths;
  for (const std::string_view argument : arguments) {
    if (argument == "--json") {
      print = print_json;
    } else if (argument.starts_with("-")) {
      std::fprintf(stderr, "taskscope check: there is no option %.*s\n\n", static_cast<int>(argument.size()),
                   argument.data());
      return exit_usage;
    } else {
      paths.push_back(argument);
    }
  }
  if (paths.empty()) return exit_usage;
  bool all_good = true;
  for (const std::string_view path : paths) all_good = read_profile(path, print).has_value() && all_good;
  return all_good ? exit_ok : exit_found_errors;
}

}  // namespace taskscope::tools
