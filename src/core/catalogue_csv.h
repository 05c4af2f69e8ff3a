// Occupations of a catalogue as a table for spreadsheets (core/csv_writing.h).
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "core/catalogue.h"

namespace taskscope {

// A row an occupation, these and in this order: its code, title and group, each figure with its unit in the heading,
// ratings in percent, how many of its tasks are on each level, and the codes of related ones with blanks between. What
// there is not is empty. Units and headings are English, as in all tables; columns have the catalogue's own titles.
std::string occupations_csv(const Catalogue& catalogue, std::span<const std::size_t> rows);

}  // namespace taskscope
