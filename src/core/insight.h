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
