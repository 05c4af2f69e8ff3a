// `taskscope standalone`: puts a profile and what shows it into one HTML file.
#pragma once

#include "tools/command.h"

namespace taskscope::tools {

inline constexpr char standalone_help[] =
    "      Print one HTML file that shows the profile without a server or a network; with -o, write it there.\n"
    "      It is made from the page that ./build-wasm.sh builds, dist/standalone.html; --player names another place.\n"
    "      Exits with 0, with 1 where the profile has errors or a file is missing, with 2 when called wrongly.\n";

int standalone(Arguments arguments);

}  // namespace taskscope::tools
