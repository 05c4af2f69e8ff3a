#include "tools/command_check.h"

#include <cstdio>
#include <string>
#include <vector>

#include "core/catalogue_decode.h"
#include "core/decode.h"
#include "core/diagnostics.h"
#include "core/json_writing.h"
#include "tools/files.h"
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

bool is_good_profile(std::string_view path, DiagnosticPrinter print) { return read_profile(path, print).has_value(); }

bool is_good_catalogue(std::string_view path, DiagnosticPrinter print) {
  const FileContent file = read_file(path, limits::file_bytes);
  if (!file.error.empty()) {
    std::fprintf(stderr, "taskscope: %s\n", file.error.c_str());
    return false;
  }
  const DecodedCatalogue decoded = decode_catalogue(file.text);
  for (const Diagnostic& diagnostic : decoded.diagnostics) print(path, diagnostic);
  return decoded.catalogue.has_value();
}

}  // namespace

int check(Arguments arguments) {
  DiagnosticPrinter print = print_line;
  bool (*is_good)(std::string_view, DiagnosticPrinter) = is_good_profile;
  std::vector<std::string_view> paths;
  for (const std::string_view argument : arguments) {
    if (argument == "--json") {
      print = print_json;
    } else if (argument == "--catalogue") {
      is_good = is_good_catalogue;
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
  for (const std::string_view path : paths) all_good = is_good(path, print) && all_good;
  return all_good ? exit_ok : exit_found_errors;
}

}  // namespace taskscope::tools
