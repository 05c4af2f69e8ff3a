#include "core/weighting.h"

#include <algorithm>
#include <cmath>

#include "core/decimal.h"
#include "core/order.h"

namespace taskscope {
namespace {

// Half a point, plus what adding up the figures may lose.
constexpr double rounding_points = 0.5 + 1e-9;

// What a core task weighs where an important one weighs 1, in the order of the rules.
constexpr std::array<double, 3> core_weights = {1.0, 2.0, 2.5};

double total_weight(std::span<const Task> tasks, Weighting weighting) {
  double sum = 0;
  for (const Task& task : tasks) sum += weight_of(task, weighting);
  return sum;
}

PotentialStep make_step(std::span<const Task> tasks, const std::vector<std::size_t>& members, Weighting weighting,
                        double all_weight) {
  double weight = 0, weighted = 0;
  for (const std::size_t member : members) {
    const double own = weight_of(tasks[member], weighting);
    weight += own;
    weighted += own * tasks[member].automation_percent;
  }
  return {members, 100 * weight / all_weight, weighted / weight, weighted / all_weight};
}

}  // namespace

std::vector<Weighting> weightings_of(std::span<const Task> tasks) {
  std::vector<Weighting> rules = {Weighting::equal, Weighting::two_to_one, Weighting::five_to_two};
  const auto is_weighed = [](const Task& task) { return task.weight.has_value(); };
  if (!tasks.empty() && std::all_of(tasks.begin(), tasks.end(), is_weighed)) rules.push_back(Weighting::own);
  return rules;
}

double weight_of(const Task& task, Weighting weighting) {
  if (weighting == Weighting::own) return task.weight.value_or(1);
  return task.importance == Importance::core ? core_weights[static_cast<std::size_t>(weighting)] : 1;
}

std::optional<double> weighted_potential_percent(std::span<const Task> tasks, Weighting weighting) {
  if (tasks.empty()) return std::nullopt;
  double sum = 0;
  for (const Task& task : tasks) sum += weight_of(task, weighting) * task.automation_percent;
  return sum / total_weight(tasks, weighting);
}

std::optional<Weighting> published_weighting(const Profile& profile) {
  if (!profile.potential_percent || profile.tasks.empty()) return std::nullopt;
  std::vector<Weighting> rules = weightings_of(profile.tasks);
  if (rules.back() == Weighting::own) std::rotate(rules.begin(), rules.end() - 1, rules.end());
  const auto gives_it = [&](Weighting rule) {
    return std::abs(*weighted_potential_percent(profile.tasks, rule) - *profile.potential_percent) <= rounding_points;
  };
  const auto found = std::find_if(rules.begin(), rules.end(), gives_it);
  return found == rules.end() ? std::nullopt : std::optional(*found);
}

PotentialArithmetic explain_potential(std::span<const Task> tasks, std::span<const std::vector<std::size_t>> groups,
                                      Weighting weighting) {
  PotentialArithmetic result;
  const double all_weight = total_weight(tasks, weighting);
  for (const std::vector<std::size_t>& members : groups) {
    result.steps.push_back(make_step(tasks, members, weighting, all_weight));
    result.percent += result.steps.back().points;
  }
  result.least_percent = result.most_percent = result.percent;
  for (const Weighting rule : weightings_of(tasks)) {
    const double percent = *weighted_potential_percent(tasks, rule);
    result.least_percent = std::min(result.least_percent, percent);
    result.most_percent = std::max(result.most_percent, percent);
  }
  return result;
}

std::vector<long> rounded_to_sum(std::span<const double> values, double units_per_one) {
  std::vector<long> units;
  std::vector<double> lost;  // negative, as the largest comes first
  double sum = 0;
  long given = 0;
  for (const double value : values) {
    const double exact = value * units_per_one;
    units.push_back(static_cast<long>(nearest_whole(std::floor(exact))));
    lost.push_back(std::floor(exact) - exact);
    sum += exact;
    given += units.back();
  }
  long missing = static_cast<long>(nearest_whole(sum)) - given;
  for (const std::size_t i : ascending_order(lost)) {
    if (missing-- <= 0) break;
    ++units[i];
  }
  return units;
}

}  // namespace taskscope
