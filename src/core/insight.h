// What follows from a profile's figures: bands, groups, the gap, and the means that a weighting of the tasks gives.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
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

// How many times an important task's weight a core task's is, for each documented rule: 1, 2 and 2.5.
inline constexpr std::array<double, 3> core_weights = {1.0, 2.0, 2.5};

// Weighted mean of the tasks' automation, 0 to 100; core tasks weigh `core_weight`, important ones 1. None without
// tasks.
std::optional<double> weighted_potential_percent(std::span<const Task> tasks, double core_weight);

// Whether some documented rule gives the published potential within rounding: half a point. True where either is
// absent.
bool potential_is_reproducible(const Profile& profile);

struct BandGroup {
  Band band;
  std::vector<std::size_t>
      tasks;  // indices into Profile::tasks, highest automation first, the author's order among equals
};

struct Insight {
  std::vector<BandGroup> groups;        // bands that have tasks, highest first
  std::optional<double> gap_points;     // potential minus adoption, in percentage points; may be negative
  std::vector<std::string> publishers;  // of the evidence, each once, in the profile's order
};

Insight derive_insight(const Profile& profile);

}  // namespace taskscope
