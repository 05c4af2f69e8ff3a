// How the headline figures are made, as the reader sees, hears and changes it.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "fixture.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

// A dashboard that shows how both figures are made.
struct Explained : Fixture {
  explicit Explained(Profile profile = first_profile(), float its_width = 1200) : Fixture(std::move(profile)) {
    width = its_width;
    dashboard.set_state(everything_explained());
    settle();
  }

  void press(Role role, std::string_view text) {
    const Node* node = find(role, text);
    REQUIRE(node);
    dashboard.activate(node->id);
    settle();
  }

  // What all rows of a part say in their cells.
  std::vector<std::string> texts_of(std::string_view part) const {
    std::vector<std::string> texts;
    for (const Node& node : record.nodes())
      if (node.part == part) texts.push_back(node.text);
    return texts;
  }

  bool says(std::string_view text) const { return texts().find(text) != std::string::npos; }
};

// "+7.4" and "78.0%" in tenths.
long tenths(const std::string& text) { return std::lround(std::stod(text[0] == '+' ? text.substr(1) : text) * 10); }

Profile many_tasks(std::size_t count) {
  Profile profile = first_profile();
  profile.tasks.clear();
  for (std::size_t i = 0; i < count; ++i) {
    Task task;
    task.name = "Task " + std::to_string(i);
    task.automation_percent = static_cast<double>(i * 37 % 101);
    profile.tasks.push_back(task);
  }
  return profile;
}

}  // namespace

TEST_CASE("a figure's button shows how it is made, says so, and hides it again") {
  Fixture f;
  const float closed = f.settle().content_height;
  CHECK_FALSE(f.find(Role::heading, "How is 78% potential made?"));
  for (const auto& [about, title, other, made] :
       {std::array{"14% adoption", "How is 14% adoption made?", "How is 78% potential made?",
                   "How the adoption is made"},
        std::array{"78% potential", "How is 78% potential made?", "How is 14% adoption made?",
                   "How the potential is made"}}) {
    const Node* note = f.find(Role::note, about);
    REQUIRE(note);
    const NodeId button = note->parent;
    f.dashboard.activate(button);
    CHECK(f.frame().state_changed);
    CHECK(f.dashboard.announcement() == std::string(made) + " is shown below.");
    CHECK(f.settle().content_height > closed + 100);
    CHECK(f.find(Role::heading, title));
    CHECK_FALSE(f.find(Role::heading, other));
    f.dashboard.activate(button);
    CHECK(f.settle().content_height == closed);
    CHECK(f.dashboard.announcement() == std::string(made) + " is hidden.");
  }
}

TEST_CASE("a pointer opens an explanation, chooses a rule and leaves a source out") {
  Fixture f;
  f.settle();
  const auto click = [&](const Node* node) {
    REQUIRE(node);
    const Rect box = node->box;
    f.click(box.center_x(), box.center_y());
  };
  click(f.find(Role::note, "78% potential"));
  click(f.find(Role::button, "Equal"));
  CHECK(f.dashboard.state().weighting == Weighting::equal);
  click(f.find(Role::note, "14% adoption"));
  click(f.find(Role::button, "NBER"));
  CHECK(f.dashboard.state().left_out == std::vector<std::string>{"NBER: workplace baseline"});
}

TEST_CASE("the points shown add up to the mean shown, at every width and under every rule") {
  for (const float width : {320.0f, 768.0f, 1200.0f}) {
    for (const std::string_view rule : {"Equal", "2 : 1", "2.5 : 1"}) {
      Explained f(first_profile(), width);
      f.press(Role::button, rule);
      CHECK(f.find(Role::button, rule)->pressed == true);
      long sum = 0, mean = 0;
      bool in_steps = false;
      for (const Node& node : f.record.nodes()) {
        if (node.role == Role::table) in_steps = node.part == "steps";
        if (!in_steps || node.part != "percent") continue;
        if (node.text[0] == '+') sum += tenths(node.text);
        if (node.text[0] != '+') mean = tenths(node.text);
      }
      CAPTURE(rule);
      CHECK(sum == mean);
      CHECK(sum > 700);
    }
  }
}

TEST_CASE("the published rule is in force at first, and the range over all rules is told") {
  Explained f;
  CHECK(f.find(Role::button, "2.5 : 1")->pressed == true);
  CHECK_FALSE(f.find(Role::button, "Author’s"));
  CHECK(f.says("it lies between 73.9% and 78.0%."));
  CHECK(f.says("which gives the published 78%."));
  f.press(Role::button, "Equal");
  CHECK(f.says("The published figure counts otherwise: a core task weighs two and a half important ones."));
}

TEST_CASE("the author's own weights are a rule of their own, and the published one where they give the figure") {
  Profile profile = first_profile();
  for (Task& task : profile.tasks) task.weight = 1;
  profile.tasks.front().weight = 999;
  profile.potential_percent = profile.tasks.front().automation_percent;
  Explained f(profile);
  CHECK(f.find(Role::button, "Author’s")->pressed == true);
}

TEST_CASE("a figure that no rule gives is said to be none") {
  Profile profile = first_profile();
  profile.potential_percent = 12;
  Explained f(profile);
  CHECK(f.find(Role::button, "Equal")->pressed == true);
  CHECK(f.says("No rule offered here gives the published 12%."));
}

TEST_CASE("of many tasks, a step is a band") {
  CHECK(Explained(many_tasks(40)).texts_of("step").size() == 40);
  Explained f(many_tasks(10'000));
  CHECK(f.texts_of("step") ==
        std::vector<std::string>{"Highly automatable", "Strong automation pressure", "Mixed", "Human-led"});
}

TEST_CASE("sources are taken in and left out; what is left comes to a range and a mean that is not the figure") {
  Explained f;
  CHECK(f.says("The published 14% has no documented formula."));
  CHECK(f.says("5 of 5 sources: from 5% to 90%, on average 38.2%. That is not how the published figure was made."));
  f.press(Role::button, "BLS + karpathy/jobs");
  CHECK(f.find(Role::button, "BLS + karpathy/jobs")->pressed == false);
  CHECK(f.says("4 of 5 sources: from 5% to 46%, on average 25.3%."));
  for (const Evidence& source : first_profile().evidence)
    if (source.publisher != "BLS + karpathy/jobs") f.press(Role::button, source.publisher);
  CHECK(f.says("All sources are left out."));
  f.press(Role::button, "NBER");
  CHECK(f.says("1 of 5 sources: from 29% to 29%"));
}

TEST_CASE("there is nothing to explain without tasks or sources") {
  Profile bare = first_profile();
  bare.tasks.clear();
  bare.evidence.clear();
  CHECK_FALSE(Explained(bare).find(Role::button, "How is it made?"));
  Profile no_figures = first_profile();
  no_figures.adoption_percent.reset();
  no_figures.potential_percent.reset();
  CHECK_FALSE(Explained(no_figures).find(Role::button, "How is it made?"));
}

TEST_CASE("explanations are in the state, and come back with it") {
  Explained f;
  f.press(Role::button, "Equal");
  f.press(Role::button, "Gallup");
  Fixture other;
  other.dashboard.set_state(f.dashboard.state());
  other.settle();
  CHECK(other.dashboard.state() == f.dashboard.state());
  CHECK(other.find(Role::button, "Equal")->pressed == true);
  CHECK(other.find(Role::button, "Gallup")->pressed == false);
  other.dashboard.set_state({});
  other.settle();
  CHECK_FALSE(other.find(Role::button, "Equal"));
}
