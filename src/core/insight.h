// What follows from a profile's figures: bands, groups and the gap.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/profile.h"

namespace taskscope {

inline constexpr std::array<Band, 4> all_bands = {Band::highly_automatable, Band::strong_pressure, Band::mixed,
                                                  Band::human_led};

// The lowest automation percentage that belongs to a band: 80, 60, 40 and 0.
double band_floor_percent(Band band);

// The task's own band where its author set one, else the one its percentage falls into.
Band band_of(const Task& task);

// Tasks under one heading: a band's, those of one importance, or all.
struct TaskGroup {
  std::optional<Band> band{};
  std::optional<Importance> importance{};
  std::vector<std::size_t> tasks{};  // places in the profile, in the order to show them in
};

// Places in the profile, highest automation first; equals stay in their order.
std::vector<std::size_t> sorted_by_automation(const Profile& profile, const std::vector<std::size_t>& tasks);

// The tasks by band, highest first, each band sorted by automation; without empty ones.
std::vector<TaskGroup> grouped_by_band(const Profile& profile, const std::vector<std::size_t>& tasks);

struct Insight {
  std::vector<TaskGroup> groups;        // all tasks by band
  std::optional<double> gap_points;     // potential minus adoption, in percentage points; may be negative
  std::vector<std::string> publishers;  // of the evidence, each once, in the profile's order
};

Insight derive_insight(const Profile& profile);

}  // namespace taskscope
