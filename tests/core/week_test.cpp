// A reader's own week: shares that always add up, locks that hold, and what the week makes of the potential.
#include "core/week.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>
#include <random>

#include "core/weighting.h"
#include "random_profile.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

int sum_of(const Week& week) {
  return std::accumulate(week.tasks.begin(), week.tasks.end(), 0,
                         [](int sum, const WeekTask& task) { return sum + task.share; });
}

Profile three_tasks() {
  Profile profile;
  for (const auto& [name, percent] : {std::pair{"Write", 90.0}, {"Call", 60.0}, {"Visit", 0.0}}) {
    Task task;
    task.name = name;
    task.automation_percent = percent;
    profile.tasks.push_back(task);
  }
  return profile;
}

std::vector<int> shares_of(const Week& week) {
  std::vector<int> shares;
  for (const WeekTask& task : week.tasks) shares.push_back(task.share);
  return shares;
}

// Whatever a reader may do next.
Week any_change(const Week& week, std::mt19937& random) {
  const std::size_t task = any(random, week.tasks.size());
  switch (any(random, 8)) {
    case 0:
      return with_lock(week, task, any(random, 2));
    case 1:
      return with_left_out(week, task, any(random, 2));
    case 2:
      return with_hours(week, static_cast<double>(any(random, 200)));
    case 3:
      return with_own_task(week, "Mine", any_percent(random));
    case 4:
      return week.tasks[task].is_own() ? without_task(week, task) : week;
    case 5:
      return with_task_hours(week, task, static_cast<double>(any(random, 60)));
    default:
      return with_share(week, task, static_cast<int>(any(random, 1200)) - 100);
  }
}

}  // namespace

TEST_CASE("the published week counts as the published figure does") {
  Profile profile = three_tasks();
  CHECK(shares_of(published_week(profile)) == std::vector{334, 333, 333});
  profile.tasks[0].importance = Importance::core;
  profile.potential_percent = 60;  // (2·90 + 60) / 4
  CHECK(shares_of(published_week(profile)) == std::vector{500, 250, 250});
  CHECK(potential_of(published_week(profile), profile) == 60);
}

TEST_CASE("what a task takes, the others give in their own proportions") {
  const Profile profile = three_tasks();
  Week week = published_week(profile);
  week.tasks[0].share = 400;
  week.tasks[1].share = 400;
  week.tasks[2].share = 200;
  CHECK(shares_of(with_share(week, 2, 400)) == std::vector{300, 300, 400});
  CHECK(shares_of(with_share(week, 0, 1000)) == std::vector{1000, 0, 0});
  CHECK(shares_of(with_share(week, 0, 2000)) == std::vector{1000, 0, 0});
  CHECK(shares_of(with_share(week, 0, -5)) == std::vector{0, 667, 333});
  CHECK(shares_of(with_share(with_share(week, 0, 1000), 0, 500)) == std::vector{500, 250, 250});
  CHECK(shares_of(with_task_hours(week, 2, 16)) == std::vector{300, 300, 400});
}

TEST_CASE("a locked share stays, and leaves room for the rest alone") {
  const Week week = with_lock(published_week(three_tasks()), 0, true);
  CHECK(shares_of(with_share(week, 1, 1000)) == std::vector{334, 666, 0});
  const Week both = with_lock(week, 1, true);
  CHECK(with_share(both, 2, 500) == both);  // nobody could give anything
  CHECK(with_left_out(both, 2, true) == both);
}

TEST_CASE("what is left out takes nothing, and comes back with an even part") {
  const Week week = published_week(three_tasks());
  const Week out = with_left_out(week, 2, true);
  CHECK(shares_of(out) == std::vector{501, 499, 0});
  CHECK(with_share(out, 2, 300) == out);
  CHECK(shares_of(with_left_out(out, 2, false))[2] == 333);
  const Week one = with_left_out(out, 1, true);
  CHECK(shares_of(one) == std::vector{1000, 0, 0});
  CHECK(with_left_out(one, 0, true) == one);  // the last one stays
}

TEST_CASE("tasks of the reader's own come, count and go; ten at most") {
  const Profile profile = three_tasks();
  Week week = with_own_task(published_week(profile), "Teach", 20);
  CHECK(week.tasks.back().share == 250);
  CHECK(automation_of(week, 3, profile) == 20);
  CHECK(sum_of(without_task(week, 3)) == whole_week);
  for (int i = 0; i < 20; ++i) week = with_own_task(week, "More", 0);
  CHECK(week.tasks.size() == 13);
}

TEST_CASE("hours are of a week, within reason") {
  const Week week = published_week(three_tasks());
  CHECK(with_hours(week, 0).hours == least_hours);
  CHECK(with_hours(week, 1000).hours == most_hours);
  CHECK(hours_of(with_hours(week, 20), 250) == 5);
}

TEST_CASE("whatever is done, shares are none below nothing and add up to the whole") {
  std::mt19937 random(3);
  for (int i = 0; i < 300; ++i) {
    const Profile profile = random_profile(random);
    Week week = published_week(profile);
    for (int step = 0; step < 40; ++step) {
      const Week before = week;
      week = any_change(week, random);
      REQUIRE(sum_of(week) == whole_week);
      for (std::size_t task = 0; task < week.tasks.size(); ++task) {
        REQUIRE(week.tasks[task].share >= 0);
        if (week.tasks[task].is_left_out) REQUIRE(week.tasks[task].share == 0);
      }
      REQUIRE(fitted_week(week, profile) == week);
      const double potential = potential_of(week, profile);
      REQUIRE(potential >= 0);
      REQUIRE(potential <= 100);
    }
  }
}

TEST_CASE("locked tasks keep their shares whatever is done to others") {
  std::mt19937 random(4);
  for (int i = 0; i < 300; ++i) {
    Week week = published_week(random_profile(random));
    for (WeekTask& task : week.tasks) task.is_locked = any(random, 3) == 0;
    const std::size_t moved = any(random, week.tasks.size());
    const Week after = with_share(week, moved, static_cast<int>(any(random, 1001)));
    for (std::size_t task = 0; task < week.tasks.size(); ++task)
      if (week.tasks[task].is_locked && task != moved) CHECK(after.tasks[task].share == week.tasks[task].share);
  }
}

TEST_CASE("the points of all changes are the difference of the potentials") {
  std::mt19937 random(5);
  for (int i = 0; i < 300; ++i) {
    const Profile profile = random_profile(random);
    const Week before = published_week(profile);
    Week after = before;
    for (int step = 0; step < 10; ++step) after = any_change(after, random);
    double points = 0, last = INFINITY;
    for (const WeekChange& change : changes_between(before, after, profile)) {
      points += change.points;
      CHECK(std::abs(change.points) <= last);
      last = std::abs(change.points);
    }
    CHECK(points == doctest::Approx(potential_of(after, profile) - potential_of(before, profile)).epsilon(1e-9));
  }
}

TEST_CASE("a week that was kept fits a profile that has changed since") {
  Profile profile = three_tasks();
  Week week = with_own_task(with_share(published_week(profile), 0, 500), "Teach", 20);
  profile.tasks.erase(profile.tasks.begin());
  profile.tasks.push_back(three_tasks().tasks[0]);
  profile.tasks.back().name = "Plan";
  const Week fitted = fitted_week(week, profile);
  REQUIRE(fitted.tasks.size() == 4);
  CHECK(fitted.tasks[2].name == "Plan");
  CHECK(fitted.tasks[2].share == 0);
  CHECK(fitted.tasks[3].is_own());
  CHECK(sum_of(fitted) == whole_week);
  CHECK(fitted_week({}, profile) == published_week(profile));
  Week nonsense;
  nonsense.tasks = {{.name = "Call", .share = 1000, .is_left_out = true}, {.name = "Visit", .share = 900}};
  CHECK(sum_of(fitted_week(nonsense, profile)) == whole_week);
}
