// Sorting, filtering and searching tasks.
#include "core/task_list.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "core/insight.h"
#include "core/text.h"
#include "random_profile.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

Task task(std::string name, double percent, Importance importance = Importance::important) {
  Task made;
  made.name = std::move(name);
  made.automation_percent = percent;
  made.importance = importance;
  return made;
}

Profile four_tasks() {
  Profile profile;
  profile.tasks = {task("write", 90), task("Überprüfen", 30, Importance::core), task("call", 85, Importance::core),
                   task("Archive", 30)};
  return profile;
}

std::vector<std::string> names_of(const Profile& profile, const TaskChoice& choice) {
  std::vector<std::string> names;
  for (const TaskGroup& group : arrange_tasks(profile, choice))
    for (const std::size_t place : group.tasks) names.push_back(profile.tasks[place].name);
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("tasks come in the order chosen") {
  const Profile profile = four_tasks();
  CHECK(names_of(profile, {}) == Names{"write", "call", "Überprüfen", "Archive"});
  CHECK(names_of(profile, {.order = TaskOrder::importance}) == Names{"call", "Überprüfen", "write", "Archive"});
  CHECK(names_of(profile, {.order = TaskOrder::automation}) == Names{"write", "call", "Überprüfen", "Archive"});
  CHECK(names_of(profile, {.order = TaskOrder::name}) == Names{"Archive", "call", "write", "Überprüfen"});
}

TEST_CASE("without a choice, the groups are those that the insight has") {
  std::mt19937 random(9);
  for (int i = 0; i < 200; ++i) {
    const Profile profile = random_profile(random);
    const std::vector<TaskGroup> groups = arrange_tasks(profile, {});
    const Insight insight = derive_insight(profile);
    REQUIRE(groups.size() == insight.groups.size());
    for (std::size_t g = 0; g < groups.size(); ++g) {
      CHECK(groups[g].band == insight.groups[g].band);
      CHECK(groups[g].tasks == insight.groups[g].tasks);
    }
  }
}

TEST_CASE("what is hidden is not there, and all the rest is, once") {
  std::mt19937 random(10);
  for (int i = 0; i < 300; ++i) {
    const Profile profile = random_profile(random);
    TaskChoice choice{.order = static_cast<TaskOrder>(any(random, 4))};
    for (bool& hides : choice.hides_band) hides = any(random, 2);
    for (bool& hides : choice.hides_importance) hides = any(random, 3) == 0;
    if (any(random, 2)) choice.search = std::to_string(any(random, 10));
    std::vector<int> times(profile.tasks.size());
    for (const TaskGroup& group : arrange_tasks(profile, choice)) {
      CHECK_FALSE(group.tasks.empty());
      for (const std::size_t place : group.tasks) ++times[place];
    }
    for (std::size_t place = 0; place < times.size(); ++place) {
      const Task& one = profile.tasks[place];
      const bool hidden = choice.hides_band[static_cast<std::size_t>(band_of(one))] ||
                          choice.hides_importance[static_cast<std::size_t>(one.importance)] ||
                          one.name.find(choice.search) == std::string::npos;
      CHECK(times[place] == (hidden ? 0 : 1));
    }
  }
}

TEST_CASE("a search finds names, whatever the case") {
  const Profile profile = four_tasks();
  CHECK(names_of(profile, {.search = "WRIT"}) == Names{"write"});
  CHECK(names_of(profile, {.search = "üBER"}) == Names{"Überprüfen"});
  CHECK(names_of(profile, {.search = "x"}).empty());
  const std::vector<Match> matches = find_matches("Überprüfen", "Ü");
  REQUIRE(matches.size() == 2);
  CHECK(matches[1].begin == 7);
  CHECK(matches[1].end == 9);
  CHECK(find_matches("aaaa", "aa").size() == 2);
  CHECK(find_matches("a", "").empty());
}

TEST_CASE("folding keeps every text as long and as valid as it was") {
  CHECK(folded("ÀÉÎŁŹŽĄŸΩЯЁĲ×İ") == "àéîłźžąŸωяёĳ×İ");
  std::mt19937 random(11);
  for (int i = 0; i < 2'000; ++i) {
    std::string text;
    for (std::size_t n = any(random, 12); n > 0; --n) {
      const unsigned c = 0x80 + static_cast<unsigned>(any(random, 0x780));
      text += static_cast<char>(0xC0 | c >> 6);
      text += static_cast<char>(0x80 | (c & 0x3F));
    }
    const std::string small = folded(text);
    CHECK(small.size() == text.size());
    CHECK_FALSE(find_invalid_utf8(small));
    CHECK(folded(small) == small);
  }
}
