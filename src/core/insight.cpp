#include "core/insight.h"

#include <algorithm>
#include <numeric>

#include "core/order.h"

namespace taskscope {
namespace {

constexpr std::array<double, 4> band_floors = {80, 60, 40, 0};  // in the order of all_bands

std::vector<std::string> distinct_publishers(const std::vector<Evidence>& evidence) {
  std::vector<std::string> publishers;
  for (const Evidence& item : evidence) {
    const bool listed = std::find(publishers.begin(), publishers.end(), item.publisher) != publishers.end();
    if (!listed) publishers.push_back(item.publisher);
  }
  return publishers;
}

}  // namespace

double band_floor_percent(Band band) { return band_floors[static_cast<std::size_t>(band)]; }

Band band_of(const Task& task) {
  if (task.band) return *task.band;
  for (const Band band : all_bands) {
    if (task.automation_percent >= band_floor_percent(band)) return band;
  }
  return Band::human_led;
}

std::vector<std::size_t> sorted_by_automation(const Profile& profile, const std::vector<std::size_t>& tasks) {
  std::vector<double> keys;
  std::vector<std::size_t> sorted;
  keys.reserve(tasks.size());
  sorted.reserve(tasks.size());
  for (const std::size_t task : tasks) keys.push_back(-profile.tasks[task].automation_percent);
  for (const std::size_t place : ascending_order(keys)) sorted.push_back(tasks[place]);
  return sorted;
}

std::vector<TaskGroup> grouped_by_band(const Profile& profile, const std::vector<std::size_t>& tasks) {
  std::vector<TaskGroup> groups;
  groups.reserve(all_bands.size());
  for (const Band band : all_bands) groups.push_back({.band = band});
  for (const std::size_t task : sorted_by_automation(profile, tasks))
    groups[static_cast<std::size_t>(band_of(profile.tasks[task]))].tasks.push_back(task);
  std::erase_if(groups, [](const TaskGroup& group) { return group.tasks.empty(); });
  return groups;
}

Insight derive_insight(const Profile& profile) {
  Insight insight;
  std::vector<std::size_t> all(profile.tasks.size());
  std::iota(all.begin(), all.end(), 0);
  insight.groups = grouped_by_band(profile, all);
  if (profile.potential_percent && profile.adoption_percent) {
    insight.gap_points = *profile.potential_percent - *profile.adoption_percent;
  }
  insight.publishers = distinct_publishers(profile.evidence);
  return insight;
}

}  // namespace taskscope
