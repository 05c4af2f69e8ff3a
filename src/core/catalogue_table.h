// A catalogue made from a table and a map of its columns.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "core/catalogue.h"
#include "core/catalogue_map.h"
#include "core/diagnostics.h"

namespace taskscope {

struct MadeCatalogue {
  std::optional<Catalogue> catalogue;   // present exactly when no diagnostic is an error
  std::vector<Diagnostic> diagnostics;  // all of them, by line and column; without JSON pointers
  std::size_t rows = 0;                 // without the header
  std::size_t bad_rows = 0;             // in which there is an error
};

// Checks every field of every row. An empty field is a figure that there is not, or no related occupations; texts and
// numbers of tasks must not be empty. Numbers have digits, a point and a sign alone. Occupations stay in the table's
// order.
MadeCatalogue make_catalogue(std::string_view csv, const CatalogueMap& map);

}  // namespace taskscope
