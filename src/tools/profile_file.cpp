#include "tools/profile_file.h"

#include <cstdio>
#include <utility>

#include "core/decode.h"
#include "tools/files.h"

namespace taskscope::tools {

void print_to_stderr(std::string_view path, const Diagnostic& diagnostic) {
  std::fprintf(stderr, "%s\n", format_diagnostic(path, diagnostic).c_str());
}

std::optional<ProfileFile> read_profile(std::string_view path, DiagnosticPrinter print) {
  FileContent file = read_file(path, limits::file_bytes);
  if (!file.error.empty()) {
    std::fprintf(stderr, "taskscope: %s\n", file.error.c_str());
    return std::nullopt;
  }
  Decoded decoded = decode_profile(file.text);
  for (const Diagnostic& diagnostic : decoded.diagnostics) print(path, diagnostic);
  if (!decoded.profile) return std::nullopt;
  return ProfileFile{std::move(file.text), std::move(*decoded.profile)};
}

}  // namespace taskscope::tools
