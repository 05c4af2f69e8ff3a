// The door for catalogues: turns their JSON into a `Catalogue`, or says everything that is wrong with it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/catalogue.h"
#include "core/diagnostics.h"

namespace taskscope {

struct DecodedCatalogue {
  std::optional<Catalogue> catalogue;   // present exactly when no diagnostic is an error
  std::vector<Diagnostic> diagnostics;  // in the order of the text
};

// Decodes UTF-8 JSON text of at most `limits::file_bytes`. Every reference in the catalogue leads somewhere, all
// columns are equally long, and every figure is within its quantity's range.
DecodedCatalogue decode_catalogue(std::string_view json);

}  // namespace taskscope
