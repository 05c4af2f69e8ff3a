// What a catalogue's JSON and a column map's have in common: a map is a catalogue in which the names of a table's
// columns stand in place of the lists. Fields and limits stand here and in assets/catalogue.schema.json.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalogue.h"
#include "core/fields.h"

namespace taskscope::catalogue_fields {

// Fields are named here once, for reading and for writing.
namespace names {
inline constexpr std::string_view schema = "$schema", version = "version", title = "title", locale = "locale",
                                  date = "date", code_system = "code_system", groups = "groups",
                                  occupations = "occupations", tasks = "tasks", related = "related",
                                  profiles = "profiles", codes = "codes", titles = "titles", source = "source",
                                  name = "name", about = "about", kind = "kind", match = "match", headline = "headline",
                                  currency = "currency", period = "period", figures = "figures", core = "core",
                                  other = "other", rows = "rows", publisher = "publisher", work = "work",
                                  vintage = "vintage", year = "year", licence = "licence", attribution = "attribution",
                                  url = "url", code = "code", address = "address", family = "family";
inline constexpr std::array<std::string_view, 4> columns = {"ratings", "people", "money", "growth"};  // by Quantity
inline constexpr std::array<std::string_view, level_count> levels = {"t0", "t1", "t2", "t3", "t4"};
}  // namespace names

// Words, each list in the order of its enumeration.
inline constexpr std::array<std::string_view, 2> headline_words = {"adoption", "potential"};
inline constexpr std::array<std::string_view, 4> period_words = {"hour", "week", "month", "year"};

// Title, language, date and system of codes; "$schema" and "version" too.
void decode_heading(Fields& fields, Catalogue& catalogue);

// The field "source", which is required.
Provenance decode_source(Fields& fields);

// A column without its figures, by Quantity.
using DecodeColumn = FigureColumn (*)(Fields& fields);
FigureColumn decode_rating(Fields& fields);
FigureColumn decode_people(Fields& fields);
FigureColumn decode_money(Fields& fields);
FigureColumn decode_growth(Fields& fields);

ProfileReference decode_profile_reference(Fields& fields);

// Reports an error about a value.
void report_error(const Source& source, const JsonNode& node, const char* code, std::string message);

// Names and headlines tell columns apart, so each may be there once.
void check_columns(const Source& source);

// Looks the references' codes up, and reports those that there are not.
std::vector<WrittenProfile> find_profiles(const Source& source, const Catalogue& catalogue,
                                          const std::vector<ProfileReference>& references);

}  // namespace taskscope::catalogue_fields
