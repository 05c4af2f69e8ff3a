// What a table's columns are: a column map is a catalogue's JSON in which the names of the table's columns stand in the
// place of the lists.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalogue.h"
#include "core/diagnostics.h"

namespace taskscope {

// The names of the table's columns; empty where the table has none.
struct CatalogueMap {
  Catalogue described;  // everything but what stands in rows
  std::string codes, titles;
  std::string groups;                // the column of which each text begins with a group's code
  std::vector<std::string> figures;  // by described.columns
  std::array<std::string, level_count> core_tasks{}, other_tasks{};
  std::string related;          // codes with a separator between them
  std::string separator = " ";  // not empty
  std::vector<ProfileReference> profiles;

  bool has_tasks() const { return !core_tasks.front().empty(); }
};

struct DecodedCatalogueMap {
  std::optional<CatalogueMap> map;      // present exactly when no diagnostic is an error
  std::vector<Diagnostic> diagnostics;  // in the order of the text
};

DecodedCatalogueMap decode_catalogue_map(std::string_view json);

}  // namespace taskscope
