#include "core/comparison.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace taskscope;

namespace {

using Ratings = std::array<std::optional<Rating>, most_sides>;

// A profile with what follows from it.
struct Made {
  Profile profile;
  Insight insight;

  explicit Made(Profile p) : profile(std::move(p)), insight(derive_insight(profile)) {}
  Side side() const { return {profile, insight}; }
};

Task task(std::string name, double automation_percent, std::optional<Band> band = {}) {
  Task made;
  made.name = std::move(name);
  made.automation_percent = automation_percent;
  made.band = band;
  return made;
}

Profile with_tasks(const std::vector<double>& percents) {
  Profile profile;
  for (const double percent : percents)
    profile.tasks.push_back(task("Task " + std::to_string(profile.tasks.size()), percent));
  return profile;
}

Profile with_indicators(const std::vector<std::pair<std::string, Rating>>& indicators) {
  Profile profile;
  for (const auto& [name, rating] : indicators) profile.market.indicators.push_back({name, rating, ""});
  return profile;
}

Profile random_profile(std::mt19937& random) {
  Profile profile;
  const auto percent = [&] { return static_cast<double>(random() % 1001) / 10; };
  if (random() % 4) profile.adoption_percent = percent();
  if (random() % 4) profile.potential_percent = percent();
  for (std::size_t i = random() % 40; i > 0; --i) {
    std::optional<Band> band;
    if (random() % 5 == 0) band = static_cast<Band>(random() % 4);
    profile.tasks.push_back(task("Task " + std::to_string(i), static_cast<double>(random() % 101), band));
  }
  for (std::size_t i = random() % 6; i > 0; --i)
    profile.market.indicators.push_back(
        {"Indicator " + std::to_string(random() % 5), static_cast<Rating>(random() % 3), ""});
  return profile;
}

}  // namespace

TEST_CASE("the most and the least exposed task, whatever bands their authors put them in") {
  const Made none{Profile{}};
  CHECK_FALSE(most_exposed_task(none.side()));
  CHECK_FALSE(least_exposed_task(none.side()));
  Profile profile = with_tasks({50, 90, 90, 10, 10});
  profile.tasks.push_back(task("Led by people", 95, Band::human_led));
  profile.tasks.push_back(task("Given away", 5, Band::highly_automatable));
  const Made made{profile};
  CHECK(most_exposed_task(made.side())->name == "Led by people");
  CHECK(least_exposed_task(made.side())->name == "Given away");
  const Made equal{with_tasks({50, 90, 90, 10, 10})};
  CHECK(most_exposed_task(equal.side())->name == "Task 1");
  CHECK(least_exposed_task(equal.side())->name == "Task 4");
}

TEST_CASE("short lists are listed whole; of long ones the ends, and how many are between") {
  const Made made{with_tasks({95, 94, 93, 92, 91, 90, 89, 88, 65, 64, 45, 44, 5})};
  const std::array<ListedTasks, 4> listed = listed_tasks(made.insight);
  CHECK(listed[0].first == std::vector<std::size_t>{0, 1, 2, 3, 4, 5});
  CHECK(listed[0].left_out == 1);
  CHECK(listed[0].last == std::vector<std::size_t>{7});
  for (std::size_t band = 1; band < 4; ++band) CHECK(listed[band].left_out == 0);
  Profile shorter = made.profile;
  shorter.tasks.pop_back();
  CHECK(listed_tasks(derive_insight(shorter))[0].first.size() == 8);
  CHECK(listed_tasks(Insight{})[3].first.empty());
}

TEST_CASE("indicators have a row each, with the ratings of the sides that have them") {
  const Made a{with_indicators({{"Demand", Rating::stable}, {"Demand", Rating::mixed}, {"Pay", Rating::mixed}})};
  const Made b{with_indicators({{"Nights", Rating::high_pressure}, {"Pay", Rating::stable}})};
  const std::vector<IndicatorRow> rows = indicator_rows(std::array{a.side(), b.side()});
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].name == "Demand");
  CHECK(rows[0].ratings == Ratings{Rating::stable});
  CHECK(rows[1].name == "Pay");
  CHECK(rows[1].ratings == Ratings{Rating::mixed, Rating::stable});
  CHECK(rows[2].ratings == Ratings{std::nullopt, Rating::high_pressure});
  Profile many;
  for (std::size_t i = 0; i < 1000; ++i) many.market.indicators.push_back({std::to_string(i), Rating::stable, ""});
  CHECK(indicator_rows(std::array{Made{many}.side()}).size() == most_indicator_rows);
}

TEST_CASE("differences: figures as they are shown, the band and the rating that differ most") {
  Profile first = with_tasks({92, 89, 87, 86, 81, 63, 52, 41}), second = with_tasks({84, 68, 62, 58, 41, 33, 18});
  first.adoption_percent = 14, first.potential_percent = 78;
  second.adoption_percent = 11, second.potential_percent = 52;
  first.market = with_indicators({{"Demand", Rating::stable}, {"Competition", Rating::high_pressure}}).market;
  second.market = with_indicators({{"Competition", Rating::stable}, {"Demand", Rating::mixed}}).market;
  const Made a{first}, b{second};
  const Differences d = differences_between(b.side(), a.side());
  CHECK(d.adoption_points == -3);
  CHECK(d.potential_points == -26);
  REQUIRE(d.band);
  CHECK(d.band->band == Band::highly_automatable);
  CHECK(d.band->tasks == -4);
  REQUIRE(d.rating);
  CHECK(d.rating->indicator == "Competition");
  CHECK(d.rating->rating == Rating::stable);
  CHECK(d.rating->other == Rating::high_pressure);
}

TEST_CASE("what a profile lacks is no difference, and neither is what nobody sees") {
  Profile with = with_tasks({50});
  with.adoption_percent = 14, with.potential_percent = 78;
  const Made full{with}, bare{Profile{}};
  const Differences missing = differences_between(bare.side(), full.side());
  CHECK_FALSE(missing.adoption_points);
  CHECK_FALSE(missing.potential_points);
  CHECK_FALSE(missing.band);
  CHECK_FALSE(missing.rating);
  with.adoption_percent = 14.04, with.potential_percent = 77.95;
  const Made near{with};
  const Differences hardly = differences_between(near.side(), full.side());
  CHECK_FALSE(hardly.adoption_points);
  CHECK_FALSE(hardly.potential_points);  // 77.95 is shown as 78.0
}

TEST_CASE("of any two profiles, one's differences are the other's turned round, and a profile has none from itself") {
  std::mt19937 random(1);
  for (int i = 0; i < 2000; ++i) {
    const Made a{random_profile(random)}, b{random_profile(random)};
    const Differences there = differences_between(a.side(), b.side()), back = differences_between(b.side(), a.side());
    CHECK(there.adoption_points.has_value() == back.adoption_points.has_value());
    CHECK(there.adoption_points.value_or(0) == -back.adoption_points.value_or(0));
    CHECK(there.potential_points.value_or(0) == -back.potential_points.value_or(0));
    CHECK(std::abs(there.potential_points.value_or(0)) <= 100);
    CHECK(there.band.has_value() == back.band.has_value());
    if (there.band) CHECK(there.band->tasks == -back.band->tasks);
    CHECK(there.rating.has_value() == back.rating.has_value());
    const Differences own = differences_between(a.side(), a.side());
    CHECK_FALSE((own.adoption_points || own.potential_points || own.band || own.rating));
  }
}

TEST_CASE("of any profile, every task is listed once or counted as left out, and the ends enclose all others") {
  std::mt19937 random(2);
  for (int i = 0; i < 2000; ++i) {
    const Made made{random_profile(random)};
    const std::vector<Task>& tasks = made.profile.tasks;
    std::vector<std::size_t> named;
    std::size_t left_out = 0;
    for (const ListedTasks& band : listed_tasks(made.insight)) {
      named.insert(named.end(), band.first.begin(), band.first.end());
      named.insert(named.end(), band.last.begin(), band.last.end());
      left_out += band.left_out;
    }
    CHECK(named.size() + left_out == tasks.size());
    CHECK(named.size() == std::min(tasks.size(), most_listed_tasks));
    std::sort(named.begin(), named.end());
    CHECK(std::adjacent_find(named.begin(), named.end()) == named.end());
    std::size_t in_bands = 0;
    for (const Band band : all_bands) in_bands += tasks_in(made.insight, band);
    CHECK(in_bands == tasks.size());
    for (const Task& one : tasks) {
      CHECK(one.automation_percent <= most_exposed_task(made.side())->automation_percent);
      CHECK(one.automation_percent >= least_exposed_task(made.side())->automation_percent);
    }
  }
}
