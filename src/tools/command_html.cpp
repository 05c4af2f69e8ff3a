#include "tools/command_html.h"

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "tools/profile_file.h"
#include "tools/static_html.h"

namespace taskscope::tools {
namespace {

int print_html(std::string_view path, std::string (*html_of)(const Profile&)) {
  const std::optional<ProfileFile> file = read_profile(path);
  if (!file) return exit_found_errors;
  std::fputs(html_of(file->profile).c_str(), stdout);
  return exit_ok;
}

std::string fragment(const Profile& profile) { return html_fragment(profile); }

}  // namespace

int html(Arguments arguments) {
  std::string (*html_of)(const Profile&) = html_page;
  std::string_view path;
  for (const std::string_view argument : arguments) {
    if (argument == "--fragment") {
      html_of = fragment;
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
