#include "core/comparison.h"

#include <algorithm>
#include <cmath>

namespace taskscope {
namespace {

std::optional<double> points_between(std::optional<double> figure, std::optional<double> other) {
  if (!figure || !other) return std::nullopt;
  const double tenths = std::round(*figure * 10) - std::round(*other * 10);
  return tenths == 0 ? std::nullopt : std::optional(tenths / 10);
}

std::optional<BandDifference> band_difference(const Insight& insight, const Insight& other) {
  if (insight.groups.empty() || other.groups.empty()) return std::nullopt;
  std::optional<BandDifference> most;
  for (const Band band : all_bands) {
    const long tasks = static_cast<long>(tasks_in(insight, band)) - static_cast<long>(tasks_in(other, band));
    if (std::abs(tasks) > (most ? std::abs(most->tasks) : 0)) most = {band, tasks};
  }
  return most;
}

int steps_between(Rating a, Rating b) { return std::abs(static_cast<int>(a) - static_cast<int>(b)); }

std::optional<RatingDifference> rating_difference(const Side& side, const Side& other) {
  std::optional<RatingDifference> most;
  for (const IndicatorRow& row : indicator_rows(std::array{side, other})) {
    if (!row.ratings[0] || !row.ratings[1]) continue;
    const int steps = steps_between(*row.ratings[0], *row.ratings[1]);
    if (steps > (most ? steps_between(most->rating, most->other) : 0))
      most = {row.name, *row.ratings[0], *row.ratings[1]};
  }
  return most;
}

}  // namespace

std::size_t tasks_in(const Insight& insight, Band band) {
  for (const TaskGroup& group : insight.groups)
    if (group.band == band) return group.tasks.size();
  return 0;
}

// An author's own band may hold a task that is less automatable than those of the bands below, so each is looked at.
const Task* most_exposed_task(const Side& side) {
  const Task* most = nullptr;
  for (const TaskGroup& group : side.insight.groups) {
    const Task& task = side.profile.tasks[group.tasks.front()];
    if (!most || task.automation_percent > most->automation_percent) most = &task;
  }
  return most;
}

const Task* least_exposed_task(const Side& side) {
  const Task* least = nullptr;
  for (const TaskGroup& group : side.insight.groups) {
    const Task& task = side.profile.tasks[group.tasks.back()];
    if (!least || task.automation_percent <= least->automation_percent) least = &task;
  }
  return least;
}

std::array<ListedTasks, 4> listed_tasks(const Insight& insight) {
  constexpr std::size_t most_at_an_end = most_listed_tasks / 2;
  std::size_t all = 0;
  for (const TaskGroup& group : insight.groups) all += group.tasks.size();
  const bool is_long = all > most_listed_tasks;
  const std::size_t first_end = is_long ? most_at_an_end : all, last_begin = is_long ? all - most_at_an_end : all;
  std::array<ListedTasks, 4> listed;
  std::size_t begin = 0;  // the group's place among all tasks
  for (const TaskGroup& group : insight.groups) {
    const std::size_t size = group.tasks.size();
    const auto place_of = [&](std::size_t place) { return std::clamp(place, begin, begin + size) - begin; };
    const auto first = group.tasks.begin() + static_cast<std::ptrdiff_t>(place_of(first_end));
    const auto last = group.tasks.begin() + static_cast<std::ptrdiff_t>(place_of(last_begin));
    ListedTasks& band = listed[static_cast<std::size_t>(*group.band)];
    band.first.assign(group.tasks.begin(), first);
    band.left_out = static_cast<std::size_t>(last - first);
    band.last.assign(last, group.tasks.end());
    begin += size;
  }
  return listed;
}

std::vector<IndicatorRow> indicator_rows(std::span<const Side> sides) {
  std::vector<IndicatorRow> rows;
  for (std::size_t i = 0; i < sides.size(); ++i) {
    for (const Indicator& indicator : sides[i].profile.market.indicators) {
      std::size_t row = 0;
      while (row < rows.size() && rows[row].name != indicator.name) ++row;
      if (row == most_indicator_rows) continue;
      if (row == rows.size()) rows.push_back({indicator.name});
      if (!rows[row].ratings[i]) rows[row].ratings[i] = indicator.rating;
    }
  }
  return rows;
}

Differences differences_between(const Side& side, const Side& other) {
  return {points_between(side.profile.adoption_percent, other.profile.adoption_percent),
          points_between(side.profile.potential_percent, other.profile.potential_percent),
          band_difference(side.insight, other.insight), rating_difference(side, other)};
}

}  // namespace taskscope
