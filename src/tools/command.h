// What a subcommand of the command line is.
#pragma once

#include <span>
#include <string_view>

namespace taskscope::tools {

using Arguments = std::span<const std::string_view>;

inline constexpr int exit_ok = 0;
inline constexpr int exit_found_errors = 1;
inline constexpr int exit_usage = 2;  // the usage is printed then

struct Command {
  std::string_view name;
  const char* arguments;            // for the usage
  const char* help;                 // indented lines, each with its line break
  int (*run)(Arguments arguments);  // without the command's name; gives the exit status
};

}  // namespace taskscope::tools
