// `taskscope check`: says what is wrong with profiles.
#pragma once

#include "tools/command.h"

namespace taskscope::tools {

inline constexpr char check_help[] =
    "      Print what is wrong with each profile, as a compiler does: file:line:column.\n"
    "      --json prints one JSON object a line instead, with the stable code of each finding.\n"
    "      --catalogue says that the files are catalogues of occupations.\n"
    "      Exits with 0 when there are no errors, 1 when there are, 2 when called wrongly.\n";

int check(Arguments arguments);

}  // namespace taskscope::tools
