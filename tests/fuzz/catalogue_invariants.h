// What must hold for whatever text is decoded as a catalogue, or read as a table with its map in the first lines.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "core/catalogue_decode.h"
#include "core/catalogue_map.h"
#include "core/catalogue_profile.h"
#include "core/catalogue_table.h"
#include "core/catalogue_write.h"
#include "core/decode.h"
#include "invariants.h"

namespace taskscope::testing {

inline bool is_in_range(const FigureColumn& column) {
  const FigureRange range = figure_range(column.quantity);
  return std::all_of(column.figures.begin(), column.figures.end(),
                     [=](double value) { return !is_figure(value) || (value >= range.least && value <= range.most); });
}

inline std::string broken_in_columns(const Catalogue& catalogue) {
  const std::size_t rows = catalogue.size();
  if (rows == 0 || rows > limits::occupations) return "there are occupations, and not too many";
  if (catalogue.titles.size() != rows || catalogue.group_of.size() != rows) return "every occupation is whole";
  for (const std::uint16_t group : catalogue.group_of)
    if (group >= catalogue.groups.size()) return "every occupation has a group";
  for (const FigureColumn& column : catalogue.columns)
    if (column.figures.size() != rows || !is_in_range(column)) return "columns are whole and within their range";
  for (std::size_t row = 0; row < catalogue.related.size(); ++row)
    for (const std::uint32_t other : catalogue.related[row])
      if (other >= rows || other == row) return "related occupations are others";
  return {};
}

// The map stands before the first empty line, the table behind it.
inline std::string broken_in_table(std::string_view text) {
  const std::size_t end = std::min(text.find("\n\n"), text.size());
  const DecodedCatalogueMap decoded = decode_catalogue_map(text.substr(0, end));
  if (decoded.map.has_value() == has_errors(decoded.diagnostics)) return "there is a map or an error";
  const MadeCatalogue made = make_catalogue(text.substr(end), decoded.map.value_or(CatalogueMap{}));
  if (made.catalogue.has_value() == has_errors(made.diagnostics)) return "there is a table's catalogue or an error";
  if (made.bad_rows > made.rows) return "there are not more bad rows than rows";
  if (!made.catalogue || !decoded.map) return {};
  return decode_catalogue(write_catalogue(*made.catalogue)).catalogue ? "" : "what is made of a table can be read";
}

// The first invariant that does not hold, as a sentence; empty where all do.
inline std::string broken_in_catalogue(std::string_view text) {
  const DecodedCatalogue decoded = decode_catalogue(text);
  if (decoded.catalogue.has_value() == has_errors(decoded.diagnostics)) return "there is a catalogue or an error";
  std::string broken = broken_in_diagnostics(text, decoded.diagnostics);
  if (broken.empty()) broken = broken_in_table(text);
  if (!broken.empty() || !decoded.catalogue) return broken;
  broken = broken_in_columns(*decoded.catalogue);
  if (!broken.empty()) return broken;
  const std::string written = write_catalogue(*decoded.catalogue);
  const DecodedCatalogue again = decode_catalogue(written);
  if (!again.catalogue || write_catalogue(*again.catalogue) != written) return "a catalogue survives being written";
  for (std::size_t row = 0; row < decoded.catalogue->size() && broken.empty(); ++row)
    broken = broken_in_profile(profile_of_row(*decoded.catalogue, row));
  return broken;
}

}  // namespace taskscope::testing
