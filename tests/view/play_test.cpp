// What readers do with the figures, as the record tells it: their own week, guesses, a class's guesses, chosen tasks.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/guesses.h"
#include "core/week.h"
#include "fixture.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

struct Playing : Fixture {
  explicit Playing(std::initializer_list<Panel> panels, float its_width = 1200, Profile profile = first_profile())
      : Fixture(std::move(profile)) {
    width = its_width;
    ReaderState state;
    for (const Panel panel : panels) state.shown[static_cast<std::size_t>(panel)] = true;
    dashboard.set_state(state);
    settle();
  }

  const Node& named(Role role, std::string_view text) const {
    const Node* node = find(role, text);
    CAPTURE(text);
    REQUIRE(node);
    return *node;
  }
  void press(std::string_view label) {
    dashboard.activate(named(Role::button, label).id);
    settle();
  }
  void enter(Role role, std::string_view name, std::string text) {
    dashboard.enter(named(role, name).id, std::move(text));
    settle();
  }
  bool says(std::string_view text) const { return texts().find(text) != std::string::npos; }
  std::size_t count(std::string_view part) const {
    return static_cast<std::size_t>(std::count_if(record.nodes().begin(), record.nodes().end(),
                                                  [&](const Node& node) { return node.part == part; }));
  }
  WeekTask task(std::size_t place) const {
    const std::optional<Week> week = dashboard.state().week;
    REQUIRE(week);
    REQUIRE(week->tasks.size() > place);
    return week->tasks[place];
  }
};

const std::string first_name = first_profile().tasks[0].name;
const std::string second_name = first_profile().tasks[1].name;

}  // namespace

TEST_CASE("the toolbar opens and closes what readers can do, and says so") {
  Playing f({});
  for (const std::string_view label : {"My week", "Guess first"}) {
    CHECK(f.named(Role::button, label).expanded == false);
    f.press(label);
    CHECK(f.dashboard.announcement() == std::string(label) + " is shown below.");
    CHECK(f.named(Role::button, label).expanded == true);
    CHECK(f.find(Role::heading, label));
    f.press(label);
    CHECK_FALSE(f.find(Role::heading, label));
  }
}

TEST_CASE("what draws the panels may come later, or not at all") {
  Fixture f;
  f.dashboard.set_play({});
  ReaderState state;
  state.shown[static_cast<std::size_t>(Panel::week)] = true;
  f.dashboard.set_state(state);
  CHECK(f.settle().awaits_play);
  CHECK(f.find(Role::paragraph, english_view.part_awaited));
  f.dashboard.set_play({.panels = nullptr, .has_failed = true});
  CHECK_FALSE(f.settle().awaits_play);
  CHECK(f.find(Role::paragraph, english_view.part_failed));
  f.dashboard.set_play({&play::panels});
  CHECK_FALSE(f.settle().awaits_play);
  CHECK(f.find(Role::heading, "My week"));
}

TEST_CASE("a week is changed by slider, hours, lock and leaving out") {
  Playing f({Panel::week});
  CHECK(f.count("slider") == 8);
  CHECK_FALSE(f.dashboard.state().week);
  f.enter(Role::slider, first_name, "40");
  CHECK(f.task(0).share == 400);
  CHECK(f.named(Role::slider, first_name).value == 40);
  CHECK(f.named(Role::slider, first_name).entry == "40.0%, 16.0 h");
  f.enter(Role::number_field, "Hours a week: " + first_name, "20,0 h");
  CHECK(f.task(0).share == 500);
  f.enter(Role::number_field, "Hours a week: " + first_name, "a lot");
  CHECK(f.task(0).share == 500);
  f.enter(Role::number_field, "Hours in the week", "20");
  CHECK(f.named(Role::number_field, "Hours a week: " + first_name).entry == "10.0 h");
  CHECK(f.says("my potential"));
  CHECK(f.says("points higher: "));
}

TEST_CASE("the moves of one slider are one step to undo; each can be done again") {
  Playing f({Panel::week});
  for (const char* percent : {"30", "90", "100", "50"}) f.enter(Role::slider, first_name, percent);
  // From where the move began: what the others have is in their first proportions.
  CHECK(f.task(1).share == f.task(2).share);
  CHECK(f.task(1).share > f.task(3).share);
  f.enter(Role::slider, second_name, "10");
  const Week last = *f.dashboard.state().week;
  f.press("Undo");
  CHECK(f.task(0).share == 500);
  f.press("Undo");
  CHECK_FALSE(f.dashboard.state().week);
  CHECK(f.named(Role::button, "Undo").disabled);
  f.press("Redo");
  f.press("Redo");
  CHECK(f.dashboard.state().week == last);
  f.press("Reset");
  CHECK_FALSE(f.dashboard.state().week);
  f.press("Undo");
  CHECK(f.dashboard.state().week == last);
}

TEST_CASE("each press is a step of its own to undo") {
  Playing f({Panel::week});
  f.press("Add a task");
  f.press("Add a task");
  f.press("Undo");
  REQUIRE(f.dashboard.state().week);
  CHECK(f.dashboard.state().week->tasks.size() == 9);
}

TEST_CASE("the published figure stays beside the reader's own, and never mixes with it") {
  Playing f({Panel::week});
  f.enter(Role::slider, first_name, "100");
  CHECK(f.says("89.0%\nmy potential\n"));
  CHECK(f.says("78%\npublished\n"));
  CHECK(f.says("64 points of possible automation"));
}

TEST_CASE("tasks of the reader's are named, weighed and removed") {
  Playing f({Panel::week});
  f.press("Add a task");
  CHECK(f.task(8).name == "A task of mine");
  f.enter(Role::text_field, "Name of your task", "Teach");
  f.enter(Role::number_field, "Automation in percent: Teach", "12.5%");
  CHECK(f.task(8).automation_percent == 12.5);
  f.enter(Role::text_field, "Name of your task", "  ");
  CHECK(f.task(8).name == "Teach");
  for (int i = 0; i < 12; ++i) f.press("Add a task");
  CHECK(f.dashboard.state().week->tasks.size() == 18);
  CHECK(f.named(Role::button, "Add a task").disabled);
  f.press("Remove this task");
  CHECK(f.dashboard.state().week->tasks.size() == 17);
}

TEST_CASE("while figures are to be guessed, none is told anywhere") {
  Playing f({Panel::guess, Panel::week, Panel::potential_made, Panel::adoption_made});
  const std::string texts = f.texts();
  for (const Task& task : first_profile().tasks)
    CHECK(texts.find(std::to_string(static_cast<int>(task.automation_percent)) + "%") == std::string::npos);
  CHECK_FALSE(f.says("78"));
  CHECK_FALSE(f.says("14%"));
  for (const Node& node : f.record.nodes())
    if (node.role == Role::meter) CHECK_FALSE(node.value);
}

TEST_CASE("guesses are made by slider and by typing, and revealed one by one or all") {
  Playing f({Panel::guess});
  CHECK(f.named(Role::slider, first_name).entry == "no guess yet");
  f.enter(Role::slider, first_name, "61");
  f.enter(Role::number_field, "Your guess in percent: " + second_name, "70");
  f.enter(Role::number_field, "Your guess in percent: " + second_name, "700");
  CHECK(f.named(Role::slider, second_name).entry == "70%");
  const Node& row = f.named(Role::group, first_name);
  for (const Node& node : f.record.nodes()) {
    if (node.parent != row.id || node.text != "Reveal") continue;
    f.dashboard.activate(node.id);
    break;
  }
  f.settle();
  CHECK(f.dashboard.announcement() == first_name + ": 89%, you 61");
  CHECK(f.says("you 61\n+28\n"));
  CHECK(f.says("1 of 10 revealed · mean distance 28 points · largest surprise: " + first_name));
  f.press("Reveal all");
  CHECK(f.says("you 70\n+16\n"));
  CHECK(f.says("mean distance 22 points"));
  f.press("Start again");
  CHECK(f.dashboard.state().guesses.empty());
}

TEST_CASE("a class's codes become a distribution for each figure") {
  Playing f({Panel::guess, Panel::class_results});
  std::vector<Guess> guesses = open_guesses(first_profile());
  std::string codes;
  for (const int percent : {20, 40, 60}) {
    guesses[0].percent = percent;
    codes += guess_code(guesses, first_profile()) + "\n";
  }
  f.enter(Role::text_area, "Codes of the class", codes + "oops");
  CHECK(f.says("3 pupils · 1 code could not be read"));
  CHECK(f.says("median 40, mean 40.0, figure 14%"));
  CHECK(f.says("nobody guessed, figure 78%"));
  CHECK(f.dashboard.state().class_codes == codes + "oops");
}

TEST_CASE("of codes that are too long the state keeps whole characters") {
  Playing f({Panel::guess, Panel::class_results});
  f.enter(Role::text_area, "Codes of the class", std::string(199'999, 'a') + "ü");
  const ReaderState state = f.dashboard.state();
  CHECK(state.class_codes.size() == 199'999);
  CHECK(decode_state(write_state(state)).state == state);
}

TEST_CASE("tasks are searched, sorted and hidden; counts say what is") {
  Playing f({Panel::task_tools});
  CHECK(f.says("8 tasks shown, 0 hidden"));
  f.enter(Role::text_field, "Search tasks by name", "RECORDS");
  CHECK(f.says("3 tasks shown, 5 hidden"));
  CHECK(f.count("task") == 3);
  f.press("Highly automatable");
  CHECK(f.says("0 tasks shown, 8 hidden"));
  CHECK(f.count("task") == 0);
  f.press("Show all");
  f.press("Name");
  CHECK(f.dashboard.state().tasks.order == TaskOrder::name);
  std::vector<std::string> names;
  for (const Node& node : f.record.nodes())
    if (node.part == "task") names.push_back(node.text);
  REQUIRE(names.size() == 8);
  CHECK(std::is_sorted(names.begin(), names.end()));
  f.press("Core");
  CHECK(f.says("5 tasks shown, 3 hidden"));
  // Closed, the tools still say that something is hidden.
  f.press("Sort and filter");
  CHECK_FALSE(f.find(Role::text_field, "Search tasks by name"));
  CHECK(f.says("5 tasks shown, 3 hidden"));
}

TEST_CASE("at every width, what readers act on lies within the widget, and controls do not cover one another") {
  for (const float width : {0.0f, 160.0f, 200.0f, 320.0f, 360.0f, 500.0f, 768.0f, 1200.0f, 2000.0f}) {
    for (const auto& panels : {std::initializer_list<Panel>{Panel::week, Panel::task_tools},
                               std::initializer_list<Panel>{Panel::guess, Panel::class_results}}) {
      Playing f(panels, width);
      if (f.find(Role::heading, "My week")) f.press("Add a task");
      std::vector<const Node*> controls;
      for (const Node& node : f.record.nodes())
        if ((is_entered(node.role) || node.role == Role::button) && node.box.width > 0) controls.push_back(&node);
      CAPTURE(width);
      for (const Node* node : controls) {
        CAPTURE(node->text);
        CHECK(node->box.x >= -0.5f);
        CHECK(node->box.right() <= std::max(160.0f, width) + 0.5f);
        for (const Node* other : controls)
          if (other != node) CHECK_FALSE(other->box.grown(-2).intersects(node->box.grown(-2)));
      }
    }
  }
}

TEST_CASE("a hundred tasks can be played with, more cannot") {
  for (const std::size_t count : {100u, 101u}) {
    Profile profile = first_profile();
    profile.tasks.resize(1);
    for (std::size_t i = 1; i < count; ++i) {
      profile.tasks.push_back(profile.tasks[0]);
      profile.tasks.back().name += std::to_string(i);
    }
    Playing f({Panel::week}, 800, profile);
    CHECK((f.find(Role::heading, "My week") != nullptr) == (count == 100));
  }
}
