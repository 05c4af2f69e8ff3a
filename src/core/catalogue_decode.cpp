// A catalogue's fields, object by object; then what only all of them together can tell: lengths and references.
#include "core/catalogue_decode.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_set>
#include <utility>

#include "core/catalogue_fields.h"
#include "core/decimal.h"
#include "core/decode.h"
#include "core/diagnostic_codes.h"
#include "core/document.h"
#include "core/fields.h"
#include "core/text.h"

namespace taskscope {
namespace {

using namespace catalogue_fields;

enum class Gaps { allowed, forbidden };  // null in the place of a number
enum class Numbers { any, whole };

struct NumberRule {
  FigureRange range;
  Gaps gaps;
  Numbers numbers;
};
constexpr double most_tasks = limits::tasks;
constexpr NumberRule task_rule = {{0, most_tasks}, Gaps::forbidden, Numbers::whole};
NumberRule place_rule(std::size_t most) {
  return {{0, static_cast<double>(most - 1)}, Gaps::forbidden, Numbers::whole};
}

void report_number(const Source& source, const JsonNode& node, const NumberRule& rule) {
  report_error(source, node, codes::out_of_range,
               concat({"Item ", std::to_string(node.index + 1), " is ", number_literal(source.text, node),
                       ", but must be a ", rule.numbers == Numbers::whole ? "whole " : "", "number from ",
                       decimal_text(rule.range.least), " to ", decimal_text(rule.range.most), "."}));
}

void report_no_number(const Source& source, const JsonNode& node, const NumberRule& rule) {
  report_error(source, node, codes::wrong_type,
               concat({"Item ", std::to_string(node.index + 1), " must be a number, without quotation marks",
                       rule.gaps == Gaps::allowed ? ", or null where there is no figure." : "."}));
}

double checked_number(const Source& source, const JsonNode& node, const NumberRule& rule) {
  if (node.kind == JsonKind::null && rule.gaps == Gaps::allowed) return no_figure;
  if (node.kind != JsonKind::number) {
    report_no_number(source, node, rule);
    return 0;
  }
  const bool is_in_range = node.number >= rule.range.least && node.number <= rule.range.most;
  if (is_in_range && (rule.numbers == Numbers::any || node.number == std::floor(node.number)))
    return node.number + 0.0;  // -0 is 0
  report_number(source, node, rule);
  return 0;
}

bool is_too_long(const Source& source, const JsonNode& list, std::size_t max_items) {
  if (list.children <= max_items) return false;
  report_error(source, list, codes::list_too_long,
               concat({"This list has ", std::to_string(list.children), " items; at most ", std::to_string(max_items),
                       " are allowed."}));
  return true;
}

// Calls `take(number)` for each item of a list, with a 0 in the place of a wrong one. No list is like an empty one.
template <typename Take>
void read_numbers(const Source& source, const JsonNode* list, std::size_t max_items, const NumberRule& rule,
                  Take take) {
  if (list == nullptr || is_too_long(source, *list, max_items)) return;
  for (const JsonNode* item = source.tree.first_child(*list); item != nullptr; item = source.tree.next(*item))
    take(checked_number(source, *item, rule));
}

template <typename Number>
std::vector<Number> numbers(Fields& fields, std::string_view name, const NumberRule& rule) {
  const JsonNode* list = fields.list_node(name, Need::required);
  std::vector<Number> values;
  values.reserve(list == nullptr ? 0 : list->children);
  read_numbers(fields.source(), list, limits::occupations, rule,
               [&](double value) { values.push_back(static_cast<Number>(value)); });
  return values;
}

// A required list of texts, none of them blank.
std::vector<std::string> texts(Fields& fields, std::string_view name, std::size_t max_characters,
                               std::size_t max_items) {
  std::vector<std::string> items = fields.texts(name, max_characters, max_items);
  const Source& source = fields.source();
  const JsonNode* list = source.tree.field(fields.node(), name);
  if (list == nullptr) {
    report_error(source, fields.node(), codes::missing_field, concat({"The list “", name, "” is missing here."}));
  } else if (list->kind == JsonKind::list && list->children == 0) {
    report_error(source, *list, codes::empty_list, concat({"“", name, "” is empty, but needs at least one item."}));
  }
  return items;
}

TextColumn column_of(const std::vector<std::string>& items) {
  TextColumn column;
  std::size_t bytes = 0;
  for (const std::string& item : items) bytes += item.size();
  column.reserve(items.size(), bytes);
  for (const std::string& item : items) column.append(item);
  return column;
}

std::vector<Group> decode_groups(Fields& fields) {
  std::vector<std::string> group_codes = texts(fields, names::codes, limits::code_text, limits::groups);
  std::vector<std::string> titles = texts(fields, names::titles, limits::short_text, limits::groups);
  std::vector<Group> groups;
  groups.reserve(group_codes.size());
  for (std::size_t i = 0; i < std::min(group_codes.size(), titles.size()); ++i)
    groups.push_back({std::move(group_codes[i]), std::move(titles[i])});
  return groups;
}

struct Occupations {
  TextColumn codes, titles;
  std::vector<std::uint16_t> groups;
  Provenance source;
};
Occupations decode_occupations(Fields& fields) {
  Occupations occupations;
  occupations.codes = column_of(texts(fields, names::codes, limits::code_text, limits::occupations));
  occupations.titles = column_of(texts(fields, names::titles, limits::short_text, limits::occupations));
  occupations.groups = numbers<std::uint16_t>(fields, names::groups, place_rule(limits::groups));
  occupations.source = decode_source(fields);
  return occupations;
}

// A kind of column with its figures.
template <DecodeColumn decode>
FigureColumn decode_figures(Fields& fields) {
  FigureColumn column = decode(fields);
  const NumberRule rule = {figure_range(column.quantity), Gaps::allowed, Numbers::any};
  column.figures = numbers<double>(fields, names::figures, rule);
  return column;
}

std::vector<LevelCounts> decode_levels(Fields& fields) {
  std::vector<LevelCounts> counts;
  for (std::size_t level = 0; level < level_count; ++level) {
    const auto tasks = numbers<std::uint16_t>(fields, names::levels[level], task_rule);
    counts.resize(std::max(counts.size(), tasks.size()));
    for (std::size_t row = 0; row < tasks.size(); ++row) counts[row][level] = tasks[row];
  }
  return counts;
}

RatedTasks decode_tasks(Fields& fields) {
  RatedTasks tasks;
  tasks.core = fields.object(names::core, "Core tasks", decode_levels, Need::required);
  tasks.other = fields.object(names::other, "Other tasks", decode_levels, Need::required);
  tasks.source = decode_source(fields);
  return tasks;
}

struct Related {
  RowLists rows;
  Provenance source;
};
Related decode_related(Fields& fields) {
  Related related;
  const Source& source = fields.source();
  const JsonNode* list = fields.list_node(names::rows, Need::required);
  const bool is_read = list != nullptr && !is_too_long(source, *list, limits::occupations);
  const JsonNode* row = is_read ? source.tree.first_child(*list) : nullptr;
  std::vector<std::uint32_t> places;
  for (; row != nullptr; row = source.tree.next(*row)) {
    places.clear();
    if (row->kind == JsonKind::list) {
      read_numbers(source, row, limits::related_occupations, place_rule(limits::occupations),
                   [&](double place) { places.push_back(static_cast<std::uint32_t>(place)); });
    } else {
      report_error(source, *row, codes::wrong_type, "Related occupations are a list of rows in square brackets.");
    }
    related.rows.append(places);
  }
  related.source = decode_source(fields);
  return related;
}

struct Draft {
  Catalogue catalogue;
  std::vector<ProfileReference> profiles;
};

void append_columns(Catalogue& catalogue, std::vector<FigureColumn> columns) {
  std::move(columns.begin(), columns.end(), std::back_inserter(catalogue.columns));
}

Draft decode_fields(Fields& fields) {
  Draft draft;
  Catalogue& catalogue = draft.catalogue;
  decode_heading(fields, catalogue);
  catalogue.groups = fields.object(names::groups, "Groups", decode_groups, Need::required);
  Occupations occupations = fields.object(names::occupations, "Occupations", decode_occupations, Need::required);
  catalogue.codes = std::move(occupations.codes);
  catalogue.titles = std::move(occupations.titles);
  catalogue.group_of = std::move(occupations.groups);
  catalogue.source = std::move(occupations.source);
  const auto columns = [&](Quantity quantity, std::string_view noun, DecodeColumn decode) {
    append_columns(catalogue,
                   fields.objects(names::columns[static_cast<std::size_t>(quantity)], noun, limits::columns, decode));
  };
  columns(Quantity::rating, "A rating", decode_figures<decode_rating>);
  columns(Quantity::people, "A column of people", decode_figures<decode_people>);
  columns(Quantity::money, "A column of money", decode_figures<decode_money>);
  columns(Quantity::growth, "A column of growth", decode_figures<decode_growth>);
  catalogue.tasks = fields.object(names::tasks, "Tasks", decode_tasks);
  Related related = fields.object(names::related, "Related occupations", decode_related);
  catalogue.related = std::move(related.rows);
  catalogue.related_source = std::move(related.source);
  draft.profiles = fields.objects(names::profiles, "A profile", limits::list_items, decode_profile_reference);
  return draft;
}

// What is within an object; null where anything on the way is missing or something else.
const JsonNode* find(const Source& source, const JsonNode* object, std::string_view name, JsonKind kind) {
  if (object == nullptr || object->kind != JsonKind::object) return nullptr;
  const JsonNode* node = source.tree.field(*object, name);
  return node != nullptr && node->kind == kind ? node : nullptr;
}
const JsonNode* find_list(const Source& source, const JsonNode* object, std::string_view name) {
  return find(source, object, name, JsonKind::list);
}
const JsonNode* find_object(const Source& source, std::string_view name) {
  return find(source, &source.tree.root(), name, JsonKind::object);
}

void check_length(const Source& source, const JsonNode* list, const JsonNode* codes_list, std::string_view noun) {
  if (list == nullptr || codes_list == nullptr || list->children == codes_list->children) return;
  report_error(source, *list, codes::length_mismatch,
               concat({"This list has ", std::to_string(list->children), " items, but there are ",
                       std::to_string(codes_list->children), " ", noun, ". Every ", noun.substr(0, noun.size() - 1),
                       " has a place in each list."}));
}

void check_lengths(const Source& source) {
  const JsonNode* groups = find_object(source, names::groups);
  check_length(source, find_list(source, groups, names::titles), find_list(source, groups, names::codes), "groups");

  const JsonNode* occupations = find_object(source, names::occupations);
  const JsonNode* rows = find_list(source, occupations, names::codes);
  const auto check = [&](const JsonNode* object, std::string_view name) {
    check_length(source, find_list(source, object, name), rows, "occupations");
  };
  check(occupations, names::titles);
  check(occupations, names::groups);
  check(find_object(source, names::related), names::rows);
  for (const std::string_view list : {names::core, names::other}) {
    const JsonNode* levels = find(source, find_object(source, names::tasks), list, JsonKind::object);
    for (const std::string_view level : names::levels) check(levels, level);
  }
  for (const std::string_view kind : names::columns) {
    const JsonNode* columns = find_list(source, &source.tree.root(), kind);
    const JsonNode* column = columns == nullptr ? nullptr : source.tree.first_child(*columns);
    for (; column != nullptr; column = source.tree.next(*column)) check(column, names::figures);
  }
}

// Calls `visit(item)` for each item of a list of a kind.
template <typename Visit>
void for_each_item(const Source& source, const JsonNode* list, JsonKind kind, Visit visit) {
  const JsonNode* item = list == nullptr ? nullptr : source.tree.first_child(*list);
  for (; item != nullptr; item = source.tree.next(*item))
    if (item->kind == kind) visit(*item);
}

void check_codes(const Source& source, std::string_view object, std::string_view noun) {
  const JsonNode* list = find_list(source, find_object(source, object), names::codes);
  std::unordered_set<std::string_view> seen;
  if (list != nullptr) seen.reserve(list->children);
  for_each_item(source, list, JsonKind::text, [&](const JsonNode& code) {
    if (is_blank(code.text) || seen.insert(code.text).second) return;
    report_error(source, code, codes::duplicate_name,
                 concat({noun, " with the code ", quoted(code.text), " is in the list already."}));
  });
}

void check_places(const Source& source, const JsonNode* list, std::size_t count, std::string_view noun) {
  for_each_item(source, list, JsonKind::number, [&](const JsonNode& place) {
    if (place.number < static_cast<double>(count)) return;
    report_error(source, place, codes::bad_reference,
                 concat({"There is no ", noun, " ", number_literal(source.text, place), ": their places are 0 to ",
                         std::to_string(count - 1), "."}));
  });
}

// Every related occupation is another one, and is there once.
void check_related(const Source& source, const JsonNode& row) {
  std::vector<double> seen;
  for_each_item(source, &row, JsonKind::number, [&](const JsonNode& place) {
    const bool is_itself = place.number == static_cast<double>(row.index);
    const bool is_again = std::find(seen.begin(), seen.end(), place.number) != seen.end();
    seen.push_back(place.number);
    if (is_itself) report_error(source, place, codes::bad_reference, "An occupation is not related to itself.");
    if (is_again) report_error(source, place, codes::duplicate_name, "This occupation is in the list already.");
  });
}

void check_references(const Source& source, const Catalogue& catalogue) {
  const std::size_t rows = catalogue.size();
  const JsonNode* groups = find_list(source, find_object(source, names::occupations), names::groups);
  if (!catalogue.groups.empty()) check_places(source, groups, catalogue.groups.size(), "group");
  const JsonNode* related = find_list(source, find_object(source, names::related), names::rows);
  for_each_item(source, related, JsonKind::list, [&](const JsonNode& row) {
    if (row.children > limits::related_occupations) return;
    if (rows > 0) check_places(source, &row, rows, "occupation");
    check_related(source, row);
  });
}

std::optional<Catalogue> decode(std::string_view text, Report& report) {
  const std::optional<JsonDocument> document = read_document(text, "catalogue", report);
  if (!document) return std::nullopt;
  const Source source = {text, document->tree, report};
  Draft draft = Fields::decode_object(source, document->tree.root(), "A catalogue", decode_fields);
  check_lengths(source);
  check_codes(source, names::groups, "A group");
  check_codes(source, names::occupations, "An occupation");
  check_columns(source);
  check_references(source, draft.catalogue);
  draft.catalogue.profiles = find_profiles(source, draft.catalogue, draft.profiles);
  return std::move(draft.catalogue);
}

}  // namespace

DecodedCatalogue decode_catalogue(std::string_view json) {
  json = without_byte_order_mark(json);
  Report report;
  DecodedCatalogue decoded;
  decoded.catalogue = decode(json, report);
  decoded.diagnostics = std::move(report).finish(json);
  if (has_errors(decoded.diagnostics)) decoded.catalogue.reset();
  return decoded;
}

}  // namespace taskscope
