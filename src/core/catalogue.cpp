#include "core/catalogue.h"

#include <algorithm>

namespace taskscope {
namespace {

// In the order of Quantity. Beyond all that there is, and far within what a double holds exactly.
constexpr std::array<FigureRange, 4> ranges = {{{0, 1}, {0, 1e10}, {0, 1e12}, {-100, 1e6}}};

void add_attribution(std::vector<std::string_view>& list, const Provenance& source) {
  if (source.attribution.empty()) return;
  if (std::find(list.begin(), list.end(), source.attribution) == list.end()) list.push_back(source.attribution);
}

}  // namespace

FigureRange figure_range(Quantity quantity) { return ranges[static_cast<std::size_t>(quantity)]; }

std::optional<std::size_t> find_occupation(const Catalogue& catalogue, std::string_view code) {
  for (std::size_t row = 0; row < catalogue.size(); ++row)
    if (catalogue.codes[row] == code) return row;
  return std::nullopt;
}

std::optional<std::uint32_t> find_group(const Catalogue& catalogue, std::string_view code) {
  const auto group = std::find_if(catalogue.groups.begin(), catalogue.groups.end(),
                                  [=](const Group& one) { return one.code == code; });
  if (group == catalogue.groups.end()) return std::nullopt;
  return static_cast<std::uint32_t>(group - catalogue.groups.begin());
}

const FigureColumn* headline_column(const Catalogue& catalogue, Headline headline) {
  const auto column = std::find_if(catalogue.columns.begin(), catalogue.columns.end(),
                                   [=](const FigureColumn& one) { return one.headline == headline; });
  return column == catalogue.columns.end() ? nullptr : &*column;
}

const FigureColumn* first_column(const Catalogue& catalogue, Quantity quantity) {
  const auto column = std::find_if(catalogue.columns.begin(), catalogue.columns.end(),
                                   [=](const FigureColumn& one) { return one.quantity == quantity; });
  return column == catalogue.columns.end() ? nullptr : &*column;
}

const WrittenProfile* written_profile(const Catalogue& catalogue, std::size_t occupation) {
  const auto profile = std::find_if(catalogue.profiles.begin(), catalogue.profiles.end(),
                                    [=](const WrittenProfile& one) { return one.occupation == occupation; });
  return profile == catalogue.profiles.end() ? nullptr : &*profile;
}

std::optional<GroupMean> group_mean(const Catalogue& catalogue, const FigureColumn& column, std::uint32_t group) {
  GroupMean result = {.group = group};
  for (std::size_t row = 0; row < column.figures.size(); ++row) {
    if (catalogue.group_of[row] != group || !is_figure(column.figures[row])) continue;
    ++result.occupations;
    result.mean += column.figures[row];
  }
  if (result.occupations == 0) return std::nullopt;
  result.mean /= static_cast<double>(result.occupations);
  return result;
}

std::vector<std::string_view> attributions(const Catalogue& catalogue) {
  std::vector<std::string_view> list;
  add_attribution(list, catalogue.source);
  for (const FigureColumn& column : catalogue.columns) add_attribution(list, column.source);
  add_attribution(list, catalogue.tasks.source);
  add_attribution(list, catalogue.related_source);
  return list;
}

}  // namespace taskscope
