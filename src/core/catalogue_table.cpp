#include "core/catalogue_table.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "core/csv.h"
#include "core/decimal.h"
#include "core/decode.h"
#include "core/diagnostic_codes.h"
#include "core/text.h"

namespace taskscope {
namespace {

constexpr std::size_t most_digits = 15;  // that a double holds
constexpr double most_tasks = limits::tasks;

// A number of digits, at most one point and a sign: neither "1,234" nor "12 %", "1e3", "+1" or ".5".
std::optional<double> plain_number(const std::string& text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const std::size_t begin = text.starts_with('-') ? 1 : 0;
  const std::size_t point = std::min(text.find('.'), text.size());
  const auto digits = [&](std::size_t from, std::size_t to) {
    return from < to && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(from),
                                    text.begin() + static_cast<std::ptrdiff_t>(to), is_digit);
  };
  const bool is_plain = digits(begin, point) && (point == text.size() || digits(point + 1, text.size()));
  if (!is_plain || text.size() > most_digits + begin + 1) return std::nullopt;
  const char* end = nullptr;
  return parse_decimal(text.c_str(), end) + 0.0;  // -0 is 0
}

class TableReader {
 public:
  TableReader(std::string_view csv, const CatalogueMap& map) : map_(map), table_(read_csv(csv)) {
    made_.diagnostics = std::move(table_.diagnostics);
    made_.catalogue = map.described;
    made_.rows = table_.rows.empty() ? 0 : table_.rows.size() - 1;
  }

  MadeCatalogue read() && {
    if (has_header() && find_columns()) read_rows();
    finish();
    return std::move(made_);
  }

 private:
  // Where the map's columns are in the table.
  struct Places {
    std::size_t code = 0, title = 0, group = 0;
    std::vector<std::size_t> figures;
    std::array<std::size_t, level_count> core{}, other{};
    std::size_t related = 0;
  };

  Catalogue& catalogue() { return *made_.catalogue; }
  const CsvRow& header() const { return table_.rows.front(); }

  void complain(const CsvField& field, const char* code, std::string message) {
    made_.diagnostics.push_back(csv_error(field, code, std::move(message)));
  }

  // Row 12 (29-2072), “employment”: …
  void complain_of_cell(std::size_t row, std::size_t place, const char* code, std::string_view what) {
    const CsvRow& fields = table_.rows[row];
    complain(fields[place], code,
             concat({"Row ", std::to_string(row + 1), " (", excerpt(fields[places_.code].text), "), ",
                     quoted(header()[place].text), ": ", what}));
  }

  bool has_header() {
    if (table_.rows.size() > 1) return true;
    if (made_.diagnostics.empty()) complain({}, codes::empty_list, "The table needs a header and at least one row.");
    return false;
  }

  std::size_t place_of(const std::string& name) {
    const auto is_it = [&](const CsvField& field) { return field.text == name; };
    const auto field = std::find_if(header().begin(), header().end(), is_it);
    if (field == header().end()) {
      complain(header().front(), codes::missing_column,
               concat({"The header has no column ", quoted(name), ", which the map names.",
                       header().size() == 1 ? " Fields are separated by commas." : ""}));
      lacks_column_ = true;
      return 0;
    }
    used_.insert(name);
    return static_cast<std::size_t>(field - header().begin());
  }

  bool find_columns() {
    places_.code = place_of(map_.codes);
    places_.title = place_of(map_.titles);
    places_.group = place_of(map_.groups);
    places_.figures.reserve(map_.figures.size());
    for (const std::string& name : map_.figures) places_.figures.push_back(place_of(name));
    for (std::size_t level = 0; map_.has_tasks() && level < level_count; ++level) {
      places_.core[level] = place_of(map_.core_tasks[level]);
      places_.other[level] = place_of(map_.other_tasks[level]);
    }
    if (!map_.related.empty()) places_.related = place_of(map_.related);
    const bool has_all = !lacks_column_;
    check_header();
    return has_all;
  }

  // Names are there once; what the map does not name is left out, which may be a mistake.
  void check_header() {
    std::set<std::string_view> seen;
    for (const CsvField& field : header()) {
      if (!seen.insert(field.text).second) {
        complain(field, codes::duplicate_name, concat({"The header has ", quoted(field.text), " already."}));
      } else if (!used_.contains(field.text)) {
        complain(field, codes::unused_column,
                 concat({"The map does not name ", quoted(field.text), ": it is left out."}));
        made_.diagnostics.back().severity = Severity::warning;
      }
    }
  }

  void read_rows() {
    if (made_.rows > limits::occupations) {
      complain(table_.rows[limits::occupations + 1].front(), codes::list_too_long,
               concat({"There are ", std::to_string(made_.rows), " rows; at most ", std::to_string(limits::occupations),
                       " are allowed."}));
      return;
    }
    find_codes();
    for (std::size_t row = 1; row < table_.rows.size(); ++row)
      if (is_complete(row)) read_row(row);
    find_profiles();
  }

  bool is_complete(std::size_t row) const { return table_.rows[row].size() == header().size(); }

  // Codes before all else, since related occupations name later ones.
  void find_codes() {
    rows_of_.reserve(made_.rows);
    for (std::size_t row = 1; row < table_.rows.size(); ++row) {
      const CsvRow& fields = table_.rows[row];
      if (!is_complete(row)) complain_of_length(row);
      if (fields.size() <= places_.code) continue;
      const auto [known, is_new] = rows_of_.emplace(fields[places_.code].text, row);
      if (!is_new && is_complete(row))
        complain_of_cell(row, places_.code, codes::duplicate_name,
                         concat({"row ", std::to_string(known->second + 1), " has this code already."}));
    }
  }

  void complain_of_length(std::size_t row) {
    const CsvRow& fields = table_.rows[row];
    complain(fields.front(), codes::wrong_field_count,
             concat({"Row ", std::to_string(row + 1), " has ", std::to_string(fields.size()),
                     fields.size() == 1 ? " field" : " fields", ", but the header has ",
                     std::to_string(header().size()), "."}));
  }

  void read_row(std::size_t row) {
    catalogue().codes.append(text(row, places_.code, limits::code_text));
    catalogue().titles.append(text(row, places_.title, limits::short_text));
    catalogue().group_of.push_back(group(row));
    for (std::size_t i = 0; i < places_.figures.size(); ++i) {
      FigureColumn& column = catalogue().columns[i];
      column.figures.push_back(figure(row, places_.figures[i], figure_range(column.quantity)));
    }
    if (map_.has_tasks()) {
      catalogue().tasks.core.push_back(tasks(row, places_.core));
      catalogue().tasks.other.push_back(tasks(row, places_.other));
    }
    if (!map_.related.empty()) catalogue().related.append(related(row));
  }

  const std::string& text(std::size_t row, std::size_t place, std::size_t max_characters) {
    const std::string& content = table_.rows[row][place].text;
    if (is_blank(content)) complain_of_cell(row, place, codes::empty_text, "this is empty, but needs some text.");
    if (count_characters(content) > max_characters)
      complain_of_cell(row, place, codes::text_too_long,
                       concat({"this is longer than ", std::to_string(max_characters), " characters."}));
    return content;
  }

  // The group with the longest code that the text begins with.
  std::uint16_t group(std::size_t row) {
    const std::string& content = table_.rows[row][places_.group].text;
    const std::vector<Group>& groups = catalogue().groups;
    const Group* found = nullptr;
    for (const Group& one : groups)
      if (content.starts_with(one.code) && (found == nullptr || one.code.size() > found->code.size())) found = &one;
    if (found != nullptr) return static_cast<std::uint16_t>(found - groups.data());
    complain_of_cell(row, places_.group, codes::bad_reference,
                     concat({quoted(content), " begins with no group’s code."}));
    return 0;
  }

  std::optional<double> number(std::size_t row, std::size_t place) {
    const std::string& content = table_.rows[row][place].text;
    const std::optional<double> value = plain_number(content);
    if (!value)
      complain_of_cell(row, place, codes::bad_number,
                       concat({quoted(content), " is no number. Write digits, a point and a minus sign alone, ",
                               std::to_string(most_digits), " digits at most."}));
    return value;
  }

  void check_range(std::size_t row, std::size_t place, double value, const FigureRange& range) {
    if (value >= range.least && value <= range.most) return;
    complain_of_cell(row, place, codes::out_of_range,
                     concat({quoted(table_.rows[row][place].text), " is not within ", decimal_text(range.least),
                             " and ", decimal_text(range.most), "."}));
  }

  double figure(std::size_t row, std::size_t place, const FigureRange& range) {
    if (table_.rows[row][place].text.empty()) return no_figure;
    const std::optional<double> value = number(row, place);
    if (value) check_range(row, place, *value, range);
    return value.value_or(no_figure);
  }

  std::uint16_t count(std::size_t row, std::size_t place) {
    const std::optional<double> value = number(row, place);
    if (!value) return 0;
    check_range(row, place, *value, {0, most_tasks});
    if (*value != std::floor(*value))
      complain_of_cell(row, place, codes::out_of_range, "a number of tasks is a whole one.");
    return static_cast<std::uint16_t>(std::clamp(*value, 0.0, most_tasks));
  }

  LevelCounts tasks(std::size_t row, const std::array<std::size_t, level_count>& places) {
    LevelCounts counts{};
    for (std::size_t level = 0; level < level_count; ++level) counts[level] = count(row, places[level]);
    return counts;
  }

  std::vector<std::uint32_t> related(std::size_t row) {
    std::vector<std::uint32_t> rows;
    std::string_view rest = table_.rows[row][places_.related].text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(map_.separator), rest.size());
      add_related(row, rest.substr(0, end), rows);
      rest.remove_prefix(std::min(end + map_.separator.size(), rest.size()));
    }
    if (rows.size() > limits::related_occupations)
      complain_of_cell(row, places_.related, codes::list_too_long,
                       concat({"these are more than ", std::to_string(limits::related_occupations), "."}));
    return rows;
  }

  void add_related(std::size_t row, std::string_view code, std::vector<std::uint32_t>& rows) {
    const auto known = rows_of_.find(std::string(code));
    if (known == rows_of_.end()) {
      complain_of_cell(row, places_.related, codes::bad_reference, concat({"no row has the code ", quoted(code), "."}));
      return;
    }
    const auto place = static_cast<std::uint32_t>(known->second - 1);
    if (known->second == row)
      complain_of_cell(row, places_.related, codes::bad_reference, "an occupation is not related to itself.");
    if (std::find(rows.begin(), rows.end(), place) != rows.end())
      complain_of_cell(row, places_.related, codes::duplicate_name, concat({quoted(code), " is here more than once."}));
    rows.push_back(place);
  }

  void find_profiles() {
    for (const ProfileReference& reference : map_.profiles) {
      const auto row = rows_of_.find(reference.code);
      const std::optional<std::uint32_t> family = find_group(catalogue(), reference.family);
      if (row == rows_of_.end()) {
        complain({}, codes::bad_reference,
                 concat({"The map has a profile of ", quoted(reference.code), ", but no row has this code."}));
      } else if (!reference.family.empty() && !family) {
        complain({}, codes::bad_reference,
                 concat({"The map has a profile of the family ", quoted(reference.family), ", which is no group."}));
      } else {
        catalogue().profiles.push_back({static_cast<std::uint32_t>(row->second - 1), reference.address, family});
      }
    }
  }

  void finish() {
    std::stable_sort(made_.diagnostics.begin(), made_.diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
      return std::tie(a.line, a.column) < std::tie(b.line, b.column);
    });
    made_.bad_rows = count_bad_rows();
    if (has_errors(made_.diagnostics)) made_.catalogue.reset();
  }

  std::size_t count_bad_rows() const {
    std::set<std::size_t> bad;
    for (const Diagnostic& diagnostic : made_.diagnostics) {
      const auto behind = std::upper_bound(table_.rows.begin(), table_.rows.end(), diagnostic.line,
                                           [](std::size_t line, const CsvRow& row) { return line < row.front().line; });
      const auto row = static_cast<std::size_t>(behind - table_.rows.begin());
      if (diagnostic.severity == Severity::error && row > 1) bad.insert(row);
    }
    return bad.size();
  }

  const CatalogueMap& map_;
  CsvTable table_;
  Places places_;
  std::set<std::string_view> used_;  // the header's names that the map names
  bool lacks_column_ = false;
  std::unordered_map<std::string, std::size_t> rows_of_;  // in the table, by code
  MadeCatalogue made_;
};

}  // namespace

MadeCatalogue make_catalogue(std::string_view csv, const CatalogueMap& map) { return TableReader(csv, map).read(); }

}  // namespace taskscope
