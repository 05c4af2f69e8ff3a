// The rules by which tasks weigh, the mean taken apart, and rounding that adds up.
#include "core/weighting.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>
#include <random>

using namespace taskscope;

namespace {

Task task(Importance importance, double automation_percent, std::optional<double> weight = std::nullopt) {
  Task made;
  made.importance = importance;
  made.automation_percent = automation_percent;
  made.weight = weight;
  return made;
}

Task core(double automation_percent) { return task(Importance::core, automation_percent); }
Task important(double automation_percent) { return task(Importance::important, automation_percent); }

double random_between(std::mt19937& random, double low, double high) {
  return low + (high - low) * static_cast<double>(random() % 10'001) / 10'000;
}

std::vector<Task> random_tasks(std::mt19937& random) {
  std::vector<Task> tasks(1 + random() % 30);
  for (Task& made : tasks) {
    made = task(random() % 2 ? Importance::core : Importance::important, random_between(random, 0, 100),
                random_between(random, 0.001, 1000));
  }
  return tasks;
}

// Cut anywhere, so that every task is in one group.
std::vector<std::vector<std::size_t>> random_groups(std::mt19937& random, std::size_t count) {
  std::vector<std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < count; ++i) {
    if (groups.empty() || random() % 2) groups.emplace_back();
    groups.back().push_back(i);
  }
  return groups;
}

}  // namespace

TEST_CASE("the weighted mean") {
  CHECK_FALSE(weighted_potential_percent({}, Weighting::equal));
  const std::vector<Task> tasks = {core(80), important(20)};
  CHECK(weighted_potential_percent(tasks, Weighting::equal) == 50);
  CHECK(weighted_potential_percent(tasks, Weighting::two_to_one) == 60);
  CHECK(*weighted_potential_percent(tasks, Weighting::five_to_two) == doctest::Approx(62.857).epsilon(0.0001));
  const std::vector<Task> own = {task(Importance::core, 80, 1), task(Importance::important, 20, 3)};
  CHECK(weighted_potential_percent(own, Weighting::own) == 35);
}

TEST_CASE("the author's own weights are a rule where every task has one") {
  const std::vector<Weighting> documented = {Weighting::equal, Weighting::two_to_one, Weighting::five_to_two};
  std::vector<Task> tasks = {core(80), task(Importance::important, 20, 3)};
  CHECK(weightings_of(tasks) == documented);
  CHECK(weightings_of({}) == documented);
  tasks[0].weight = 1;
  CHECK(weightings_of(tasks).back() == Weighting::own);
}

TEST_CASE("the published rule is one that gives the potential within half a point, the author's own before others") {
  Profile profile;
  CHECK_FALSE(published_weighting(profile));
  profile.potential_percent = 50.5;
  CHECK_FALSE(published_weighting(profile));  // no tasks
  profile.tasks = {core(80), important(20)};
  for (const double equal : {49.5, 50.0, 50.5}) {
    profile.potential_percent = equal;
    CHECK(published_weighting(profile) == Weighting::equal);
  }
  profile.potential_percent = 60.5;
  CHECK(published_weighting(profile) == Weighting::two_to_one);
  for (const double five_to_two : {62.4, 63.3}) {
    profile.potential_percent = five_to_two;
    CHECK(published_weighting(profile) == Weighting::five_to_two);
  }
  for (const double none : {49.4, 50.6, 59.4, 61.0, 63.4}) {
    profile.potential_percent = none;
    CAPTURE(none);
    CHECK_FALSE(published_weighting(profile));
  }
  profile.potential_percent = 50;
  for (Task& task : profile.tasks) task.weight = 7;
  CHECK(published_weighting(profile) == Weighting::own);
  profile.potential_percent.reset();
  CHECK_FALSE(published_weighting(profile));
}

TEST_CASE("a mean is taken apart into what its tasks add") {
  const std::vector<Task> tasks = {core(80), important(20)};
  const std::vector<std::vector<std::size_t>> groups = {{0}, {1}};
  const PotentialArithmetic made = explain_potential(tasks, groups, Weighting::two_to_one);
  CHECK(made.percent == doctest::Approx(60));
  CHECK(made.least_percent == doctest::Approx(50));
  CHECK(made.most_percent == doctest::Approx(62.857).epsilon(0.0001));
  CHECK(made.steps[0].share_percent == doctest::Approx(66.667).epsilon(0.0001));
  CHECK(made.steps[0].points == doctest::Approx(53.333).epsilon(0.0001));
  CHECK(made.steps[1].automation_percent == 20);
}

TEST_CASE("whatever the tasks, groups and rule, shares add up to 100 and points to the mean, which lies in its range") {
  std::mt19937 random(1);
  for (int i = 0; i < 2000; ++i) {
    const std::vector<Task> tasks = random_tasks(random);
    const auto groups = random_groups(random, tasks.size());
    const auto rule = static_cast<Weighting>(random() % 4);
    const PotentialArithmetic made = explain_potential(tasks, groups, rule);
    double shares = 0, points = 0;
    for (const PotentialStep& step : made.steps) {
      shares += step.share_percent;
      points += step.points;
      CHECK(step.points == doctest::Approx(step.share_percent * step.automation_percent / 100));
    }
    CHECK(shares == doctest::Approx(100));
    CHECK(points == doctest::Approx(*weighted_potential_percent(tasks, rule)));
    CHECK(made.least_percent <= made.percent);
    CHECK(made.percent <= made.most_percent);
  }
}

TEST_CASE("rounded values add up to the rounded sum, each within a unit of its value") {
  CHECK(rounded_to_sum(std::vector<double>{33.4, 33.3, 33.3}, 1) == std::vector<long>{34, 33, 33});
  CHECK(rounded_to_sum(std::vector<double>{7.34, 17.8, 6.96}, 10) == std::vector<long>{73, 178, 70});
  CHECK(rounded_to_sum({}, 10).empty());
  std::mt19937 random(2);
  for (int i = 0; i < 2000; ++i) {
    std::vector<double> values(1 + random() % 40);
    for (double& value : values) value = random_between(random, 0, 100);
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    const std::vector<long> units = rounded_to_sum(values, 10);
    const auto all = static_cast<double>(std::accumulate(units.begin(), units.end(), 0L));
    CHECK(std::abs(all - sum * 10) <= 0.5 + 1e-6);
    for (std::size_t k = 0; k < values.size(); ++k)
      CHECK(std::abs(static_cast<double>(units[k]) - values[k] * 10) <= 1 + 1e-9);
  }
}
