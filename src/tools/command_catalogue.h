// taskscope catalogue: makes a catalogue from a table and a map of its columns.
#pragma once

#include "tools/command.h"

namespace taskscope::tools {

inline constexpr char catalogue_help[] =
    "      Make a catalogue of occupations from a table (CSV) and a map of its columns.\n"
    "      Every row is checked; if one is bad, all bad ones are named and there is no\n"
    "      catalogue. -o names the file to write; without it, the catalogue is printed.\n";

int catalogue(Arguments arguments);

}  // namespace taskscope::tools
