#include "core/insight.h"

#include <doctest/doctest.h>

using namespace taskscope;

namespace {

Task task(Importance importance, double automation_percent) {
  Task made;
  made.importance = importance;
  made.automation_percent = automation_percent;
  return made;
}

Task core(double automation_percent) { return task(Importance::core, automation_percent); }
Task important(double automation_percent) { return task(Importance::important, automation_percent); }

}  // namespace

TEST_CASE("a task's band follows from its figure") {
  CHECK(band_of(core(100)) == Band::highly_automatable);
  CHECK(band_of(core(80)) == Band::highly_automatable);
  CHECK(band_of(core(79.99)) == Band::strong_pressure);
  CHECK(band_of(core(60)) == Band::strong_pressure);
  CHECK(band_of(core(40)) == Band::mixed);
  CHECK(band_of(core(39.99)) == Band::human_led);
  CHECK(band_of(core(0)) == Band::human_led);
}

TEST_CASE("an author's own band wins") {
  Task own = core(95);
  own.band = Band::human_led;
  CHECK(band_of(own) == Band::human_led);
}

TEST_CASE("tasks are grouped by band, highest first, the author's order among equals") {
  Profile profile;
  profile.tasks = {core(10), core(85), core(90), important(85), core(45)};
  const Insight insight = derive_insight(profile);
  REQUIRE(insight.groups.size() == 3);
  CHECK(insight.groups[0].band == Band::highly_automatable);
  CHECK(insight.groups[0].tasks == std::vector<std::size_t>{2, 1, 3});
  CHECK(insight.groups[1].band == Band::mixed);
  CHECK(insight.groups[1].tasks == std::vector<std::size_t>{4});
  CHECK(insight.groups[2].band == Band::human_led);
  CHECK(insight.groups[2].tasks == std::vector<std::size_t>{0});
}

TEST_CASE("the gap needs both figures and may be negative") {
  Profile profile;
  profile.potential_percent = 10;
  CHECK_FALSE(derive_insight(profile).gap_points);
  profile.adoption_percent = 25;
  CHECK(derive_insight(profile).gap_points == -15);
}

TEST_CASE("publishers are named once, in the profile's order") {
  Profile profile;
  for (const char* publisher : {"B", "A", "B", "C", "A"}) profile.evidence.emplace_back().publisher = publisher;
  CHECK(derive_insight(profile).publishers == std::vector<std::string>{"B", "A", "C"});
  CHECK(derive_insight({}).publishers.empty());
}
