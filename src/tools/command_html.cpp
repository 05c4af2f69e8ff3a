#include "tools/command_html.h"

#include <cstdio>
#include <string>
#include <string_view>

#include "core/decode.h"
#include "core/diagnostics.h"
#include "tools/files.h"
#include "tools/static_html.h"

namespace taskscope::tools {
namespace {

int print_html(std::string_view path, std::string (*html_of)(const Profile&)) {
  const FileContent file = read_file(path, limits::file_bytes);
  if (!file.error.empty()) {
    std::fprintf(stderr, "taskscope: %s\n", file.error.c_str());
    return exit_found_errors;
  }
  const Decoded decoded = decode_profile(file.text);
  for (const Diagnostic& diagnostic : decoded.diagnostics)
    std::fprintf(stderr, "%s\n", format_diagnostic(path, diagnostic).c_str());
  if (!decoded.profile) return exit_found_errors;
  std::fputs(html_of(*decoded.profile).c_str(), stdout);
  return exit_ok;
}

}  // namespace

int html(Arguments arguments) {
  std::string (*html_of)(const Profile&) = html_page;
  std::string_view path;
  for (const std::string_view argument : arguments) {
    if (argument == "--fragment") {
      html_of = html_fragment;
    } else if (argument.starts_with("-") || !path.empty()) {
      std::fprintf(stderr, "taskscope html: %.*s: one profile is wanted, and no option but --fragment\n\n",
                   static_cast<int>(argument.size()), argument.data());
      return exit_usage;
    } else {
      path = argument;
    }
  }
  return path.empty() ? exit_usage : print_html(path, html_of);
}

}  // namespace taskscope::tools
