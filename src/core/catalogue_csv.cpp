#include "core/catalogue_csv.h"

#include <cmath>
#include <numeric>
#include <string_view>
#include <vector>

#include "core/csv_writing.h"
#include "core/decimal.h"
#include "core/text.h"

namespace taskscope {

namespace {

constexpr std::array<std::string_view, 4> period_names = {"an hour", "a week", "a month", "a year"};  // by Period

std::string heading_of(const FigureColumn& column) {
  const std::string unit = column.quantity == Quantity::people ? "people"
                           : column.quantity == Quantity::money
                               ? concat({column.currency, " ", period_names[static_cast<std::size_t>(column.period)]})
                               : "%";
  return csv_field(concat({column.title, " (", unit, ")"}));
}

std::vector<std::string> headings_of(const Catalogue& catalogue) {
  std::vector<std::string> headings = {"Code", "Title", "Group code", "Group"};
  for (const FigureColumn& column : catalogue.columns) headings.push_back(heading_of(column));
  if (!catalogue.tasks.core.empty()) {
    for (const std::string_view kind : {"Core tasks at T", "Other tasks at T"})
      for (std::size_t level = 0; level < level_count; ++level)
        headings.push_back(concat({kind, std::to_string(level)}));
  }
  if (catalogue.related.size() > 0) headings.emplace_back("Related");
  return headings;
}

// Shares have six decimals, percentages four.
std::string figure_field(const FigureColumn& column, std::size_t row) {
  const double figure = column.figures[row];
  if (!is_figure(figure)) return {};
  return decimal_text(column.quantity == Quantity::rating ? std::round(figure * 1e6) / 1e4 : figure);
}

void append_levels(const RatedTasks& tasks, std::size_t row, std::vector<std::string>& fields) {
  const auto all_of = [](const LevelCounts& counts) { return std::accumulate(counts.begin(), counts.end(), 0); };
  const bool is_rated = all_of(tasks.core[row]) + all_of(tasks.other[row]) > 0;
  for (const auto* levels : {&tasks.core, &tasks.other})
    for (const std::uint16_t count : (*levels)[row]) fields.push_back(is_rated ? std::to_string(count) : std::string());
}

std::string related_field(const Catalogue& catalogue, std::size_t row) {
  std::string codes;
  for (const std::uint32_t other : catalogue.related[row])
    codes += concat({codes.empty() ? "" : " ", catalogue.codes[other]});
  return csv_field(codes);
}

}  // namespace

std::string occupations_csv(const Catalogue& catalogue, std::span<const std::size_t> rows) {
  std::string csv(csv_start);
  append_csv_row(csv, headings_of(catalogue));
  for (const std::size_t row : rows) {
    const Group& group = catalogue.groups[catalogue.group_of[row]];
    std::vector<std::string> fields = {csv_field(catalogue.codes[row]), csv_field(catalogue.titles[row]),
                                       csv_field(group.code), csv_field(group.title)};
    for (const FigureColumn& column : catalogue.columns) fields.push_back(figure_field(column, row));
    if (!catalogue.tasks.core.empty()) append_levels(catalogue.tasks, row, fields);
    if (catalogue.related.size() > 0) fields.push_back(related_field(catalogue, row));
    append_csv_row(csv, fields);
  }
  return csv;
}

}  // namespace taskscope
