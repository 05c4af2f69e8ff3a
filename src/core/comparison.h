// Two or three profiles side by side: what there is to see of each, and what differs most between two of them.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/insight.h"
#include "core/profile.h"

namespace taskscope {

inline constexpr std::size_t most_sides = 3;

// A profile with what follows from it, both of which last as long as what is told of them here.
struct Side {
  const Profile& profile;
  const Insight& insight;
};

std::size_t tasks_in(const Insight& insight, Band band);

// The task with the highest automation and the one with the lowest, the first and the last of equals in the order in
// which tasks are shown; null where there are no tasks.
const Task* most_exposed_task(const Side& side);
const Task* least_exposed_task(const Side& side);

// How a band's tasks are listed: of a profile with more than `most_listed_tasks`, those with the highest automation and
// those with the lowest. Indices into Profile::tasks, in the order in which tasks are shown.
inline constexpr std::size_t most_listed_tasks = 12;
struct ListedTasks {
  std::vector<std::size_t> first;
  std::size_t left_out = 0;  // how many stand between the two
  std::vector<std::size_t> last;
};
std::array<ListedTasks, 4> listed_tasks(const Insight& insight);  // by Band

// An indicator that any of the sides has.
struct IndicatorRow {
  std::string_view name;
  std::array<std::optional<Rating>, most_sides> ratings{};  // by side; none where a side lacks it
};
// Of up to `most_sides`, in the sides' order; at most `most_indicator_rows`; of one that a side names twice, the first
// counts.
inline constexpr std::size_t most_indicator_rows = 50;
std::vector<IndicatorRow> indicator_rows(std::span<const Side> sides);

struct BandDifference {
  Band band;
  long tasks;  // how many more; fewer where it is negative; never 0
};

struct RatingDifference {
  std::string_view indicator;
  Rating rating, other;
};

// What a profile is beside another one. Points are percentage points, the one's figure minus the other's, each rounded
// to a tenth; never 0, and none where either lacks the figure.
struct Differences {
  std::optional<double> adoption_points, potential_points;
  std::optional<BandDifference> band;      // that differs by most tasks, the highest of equals; both have tasks
  std::optional<RatingDifference> rating;  // that differs by most steps, the first of equals
};
Differences differences_between(const Side& side, const Side& other);

}  // namespace taskscope
