// What every command begins with: a profile read from its file, with its findings told.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/diagnostics.h"
#include "core/profile.h"

namespace taskscope::tools {

struct ProfileFile {
  std::string text;  // as it stands in the file
  Profile profile;
};

using DiagnosticPrinter = void (*)(std::string_view path, const Diagnostic& diagnostic);

void print_to_stderr(std::string_view path, const Diagnostic& diagnostic);

// Nothing where the file cannot be read, which stderr then tells, or has errors.
std::optional<ProfileFile> read_profile(std::string_view path, DiagnosticPrinter print = print_to_stderr);

}  // namespace taskscope::tools
