// `taskscope html`: prints a profile's dashboard as static HTML.
#pragma once

#include "tools/command.h"

namespace taskscope::tools {

inline constexpr char html_help[] =
    "      Print the dashboard as a page that needs neither scripts nor a canvas, or with --fragment what a site puts\n"
    "      between <task-scope> and </task-scope>; dist/task-scope.css is the fragment's style.\n"
    "      Exits with 0, with 1 where the profile has errors, with 2 when called wrongly.\n";

int html(Arguments arguments);

}  // namespace taskscope::tools
