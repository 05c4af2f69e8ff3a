// The catalogues that the tests read.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "core/catalogue_decode.h"
#include "core/catalogue_map.h"
#include "core/catalogue_table.h"
#include "test_files.h"

namespace taskscope::testing {

inline Catalogue decode_good_catalogue(std::string_view json) {
  DecodedCatalogue decoded = decode_catalogue(json);
  for (const Diagnostic& diagnostic : decoded.diagnostics) MESSAGE(format_diagnostic("", diagnostic));
  REQUIRE(decoded.diagnostics.empty());
  REQUIRE(decoded.catalogue);
  return std::move(*decoded.catalogue);
}

inline Catalogue us_catalogue() { return decode_good_catalogue(read_file(source_path("assets/catalogue.json"))); }

inline CatalogueMap read_map(const std::string& path) {
  DecodedCatalogueMap decoded = decode_catalogue_map(read_file(source_path(path)));
  REQUIRE(decoded.diagnostics.empty());
  REQUIRE(decoded.map);
  return std::move(*decoded.map);
}

inline std::size_t row_of(const Catalogue& catalogue, std::string_view code) {
  const std::optional<std::size_t> row = find_occupation(catalogue, code);
  REQUIRE(row);
  return *row;
}

}  // namespace taskscope::testing
