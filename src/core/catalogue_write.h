// A catalogue as JSON.
#pragma once

#include <string>

#include "core/catalogue.h"

namespace taskscope {

// The same text for the same catalogue, always: one list a line, figures with up to six decimals. Decoding it gives the
// catalogue again.
std::string write_catalogue(const Catalogue& catalogue);

}  // namespace taskscope
