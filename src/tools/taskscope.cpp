// The native command line: one row of a table for each subcommand.
#include <algorithm>
#include <array>
#include <cstdio>
#include <span>
#include <string_view>
#include <vector>

#include "tools/command.h"
#include "tools/command_catalogue.h"
#include "tools/command_check.h"
#include "tools/command_html.h"
#include "tools/command_standalone.h"

namespace taskscope::tools {
namespace {

constexpr std::array<Command, 4> commands = {{
    {"check", "[--json] [--catalogue] FILE…", check_help, check},
    {"catalogue", "TABLE.csv MAP.json [-o FILE]", catalogue_help, catalogue},
    {"html", "[--fragment] FILE", html_help, html},
    {"standalone", "FILE [-o FILE] [--player FILE]", standalone_help, standalone},
}};

void print_usage(std::FILE* stream) {
  std::fputs("usage: taskscope COMMAND …\n\n", stream);
  for (const Command& command : commands) {
    std::fprintf(stream, "  taskscope %.*s %s\n", static_cast<int>(command.name.size()), command.name.data(),
                 command.arguments);
    std::fprintf(stream, "%s\n", command.help);
  }
  std::fputs("  taskscope --help\n      Print this.\n", stream);
}

int run(Arguments arguments) {
  if (std::find(arguments.begin(), arguments.end(), std::string_view("--help")) != arguments.end()) {
    print_usage(stdout);
    return exit_ok;
  }
  const auto command = std::find_if(commands.begin(), commands.end(), [&](const Command& row) {
    return !arguments.empty() && row.name == arguments.front();
  });
  const int status = command == commands.end() ? exit_usage : command->run(arguments.subspan(1));
  if (status == exit_usage) print_usage(stderr);
  return status;
}

}  // namespace
}  // namespace taskscope::tools

int main(int count, char** values) {
  const std::vector<std::string_view> arguments(values + 1, values + count);
  return taskscope::tools::run(arguments);
}
