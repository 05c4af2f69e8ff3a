#include "core/insight.h"

#include <algorithm>

#include "core/order.h"

namespace taskscope {
namespace {

constexpr std::array<double, 4> band_floors = {80, 60, 40, 0};  // in the order of all_bands

std::vector<std::size_t> tasks_in_band(const std::vector<Task>& tasks, Band band) {
  std::vector<std::size_t> members;
  std::vector<double> keys;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    if (band_of(tasks[i]) != band) continue;
    members.push_back(i);
    keys.push_back(-tasks[i].automation_percent);  // the highest first
  }
  std::vector<std::size_t> sorted;
  for (const std::size_t member : ascending_order(keys)) sorted.push_back(members[member]);
  return sorted;
}

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

Insight derive_insight(const Profile& profile) {
  Insight insight;
  for (const Band band : all_bands) {
    BandGroup group{band, tasks_in_band(profile.tasks, band)};
    if (!group.tasks.empty()) insight.groups.push_back(std::move(group));
  }
  if (profile.potential_percent && profile.adoption_percent) {
    insight.gap_points = *profile.potential_percent - *profile.adoption_percent;
  }
  insight.publishers = distinct_publishers(profile.evidence);
  return insight;
}

}  // namespace taskscope
