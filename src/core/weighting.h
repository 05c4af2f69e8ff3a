// How a potential is made of its tasks: the rules by which they weigh, and the weighted mean taken apart.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "core/profile.h"

namespace taskscope {

// How tasks weigh: all alike, a core task twice or two and a half times as much as an important one, or each as the
// profile says itself.
enum class Weighting { equal, two_to_one, five_to_two, own };

// The rules that can be applied to the tasks: the profile's own where it weighs every task.
std::vector<Weighting> weightings_of(std::span<const Task> tasks);

// Above 0.
double weight_of(const Task& task, Weighting weighting);

// The tasks' mean automation, 0 to 100, each counting with its weight. None without tasks.
std::optional<double> weighted_potential_percent(std::span<const Task> tasks, Weighting weighting);

// The rule that gives the published potential within rounding, half a point: the profile's own before others. None
// where no rule does, or where there is nothing to compare.
std::optional<Weighting> published_weighting(const Profile& profile);

// What a group of tasks, or a single one, adds to the mean.
struct PotentialStep {
  std::vector<std::size_t> tasks;  // places in the profile
  double share_percent = 0;        // of all weight
  double automation_percent = 0;   // their own weighted mean
  double points = 0;               // share times automation
};

struct PotentialArithmetic {
  std::vector<PotentialStep> steps;  // in the order given
  double percent = 0;                // their points' sum: the weighted mean
  double least_percent = 0;          // over all rules
  double most_percent = 0;
};

// Takes the mean apart by groups of places in the profile, which together are all of its tasks; there is at least one.
PotentialArithmetic explain_potential(std::span<const Task> tasks, std::span<const std::vector<std::size_t>> groups,
                                      Weighting weighting);

// The values in units, such as tenths, each rounded up or down so that they add up to the rounded sum: those that
// rounding down would cost most are rounded up (the method of the largest remainder).
std::vector<long> rounded_to_sum(std::span<const double> values, double units_per_one);

}  // namespace taskscope
