#include "core/catalogue_map.h"

#include <utility>

#include "core/catalogue_fields.h"
#include "core/decode.h"
#include "core/diagnostic_codes.h"
#include "core/document.h"
#include "core/fields.h"
#include "core/text.h"

namespace taskscope {
namespace {

using namespace catalogue_fields;

std::string table_column(Fields& fields, std::string_view name) {
  return fields.text(name, Need::required, limits::short_text);
}

// Lists that are no column of the table, but the catalogue's own: as the catalogue has them.
std::vector<Group> decode_groups(Fields& fields) {
  std::vector<std::string> group_codes = fields.texts(names::codes, limits::code_text, limits::groups);
  std::vector<std::string> titles = fields.texts(names::titles, limits::short_text, limits::groups);
  if (group_codes.empty() || group_codes.size() != titles.size()) {
    report_error(fields.source(), fields.node(), codes::length_mismatch,
                 "Groups need a list “codes” and a list “titles”, equally long and not empty.");
    return {};
  }
  std::vector<Group> groups;
  groups.reserve(group_codes.size());
  for (std::size_t i = 0; i < group_codes.size(); ++i)
    groups.push_back({std::move(group_codes[i]), std::move(titles[i])});
  return groups;
}

struct Occupations {
  std::string codes, titles, groups;
  Provenance source;
};
Occupations decode_occupations(Fields& fields) {
  Occupations occupations;
  occupations.codes = table_column(fields, names::codes);
  occupations.titles = table_column(fields, names::titles);
  occupations.groups = table_column(fields, names::groups);
  occupations.source = decode_source(fields);
  return occupations;
}

struct MappedColumn {
  FigureColumn column;
  std::string figures;
};
template <DecodeColumn decode>
MappedColumn decode_mapped(Fields& fields) {
  MappedColumn mapped;
  mapped.column = decode(fields);
  mapped.figures = table_column(fields, names::figures);
  return mapped;
}

using Levels = std::array<std::string, level_count>;
Levels decode_levels(Fields& fields) {
  Levels levels;
  for (std::size_t level = 0; level < level_count; ++level) levels[level] = table_column(fields, names::levels[level]);
  return levels;
}

struct Tasks {
  Levels core, other;
  Provenance source;
};
Tasks decode_tasks(Fields& fields) {
  Tasks tasks;
  tasks.core = fields.object(names::core, "Core tasks", decode_levels, Need::required);
  tasks.other = fields.object(names::other, "Other tasks", decode_levels, Need::required);
  tasks.source = decode_source(fields);
  return tasks;
}

struct Related {
  std::string rows, separator;
  Provenance source;
};
Related decode_related(Fields& fields) {
  Related related;
  related.rows = table_column(fields, names::rows);
  related.separator = fields.text("separator", Need::optional, limits::short_text);
  related.source = decode_source(fields);
  return related;
}

void append_columns(CatalogueMap& map, std::vector<MappedColumn> columns) {
  for (MappedColumn& mapped : columns) {
    map.described.columns.push_back(std::move(mapped.column));
    map.figures.push_back(std::move(mapped.figures));
  }
}

CatalogueMap decode_fields(Fields& fields) {
  CatalogueMap map;
  decode_heading(fields, map.described);
  map.described.groups = fields.object(names::groups, "Groups", decode_groups, Need::required);
  Occupations occupations = fields.object(names::occupations, "Occupations", decode_occupations, Need::required);
  map.codes = std::move(occupations.codes);
  map.titles = std::move(occupations.titles);
  map.groups = std::move(occupations.groups);
  map.described.source = std::move(occupations.source);
  append_columns(map, fields.objects(names::columns[0], "A rating", limits::columns, decode_mapped<decode_rating>));
  append_columns(
      map, fields.objects(names::columns[1], "A column of people", limits::columns, decode_mapped<decode_people>));
  append_columns(map,
                 fields.objects(names::columns[2], "A column of money", limits::columns, decode_mapped<decode_money>));
  append_columns(
      map, fields.objects(names::columns[3], "A column of growth", limits::columns, decode_mapped<decode_growth>));
  Tasks tasks = fields.object(names::tasks, "Tasks", decode_tasks);
  map.core_tasks = std::move(tasks.core);
  map.other_tasks = std::move(tasks.other);
  map.described.tasks.source = std::move(tasks.source);
  Related related = fields.object(names::related, "Related occupations", decode_related);
  map.related = std::move(related.rows);
  if (!related.separator.empty()) map.separator = std::move(related.separator);
  map.described.related_source = std::move(related.source);
  map.profiles = fields.objects(names::profiles, "A profile", limits::list_items, decode_profile_reference);
  return map;
}

}  // namespace

DecodedCatalogueMap decode_catalogue_map(std::string_view json) {
  json = without_byte_order_mark(json);
  Report report;
  DecodedCatalogueMap decoded;
  if (const std::optional<JsonDocument> document = read_document(json, "column map", report)) {
    const Source source = {json, document->tree, report};
    decoded.map = Fields::decode_object(source, document->tree.root(), "A column map", decode_fields);
    check_columns(source);
  }
  decoded.diagnostics = std::move(report).finish(json);
  if (has_errors(decoded.diagnostics)) decoded.map.reset();
  return decoded;
}

}  // namespace taskscope
