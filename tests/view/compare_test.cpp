// Profiles side by side, as the reader sees, hears and chooses them.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "fixture.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

Profile auditors() {
  const std::string path = std::string(TASKSCOPE_SOURCE_DIR) + "/assets/profiles/health-information-auditors.json";
  return *decode_profile(read_file(path)).profile;
}

Profile clerks(std::size_t tasks = 40) {
  Profile profile;
  profile.title = "Records clerks";
  profile.locale = "de";
  profile.potential_percent = 83.5;
  profile.market.indicators = {{"Night shifts", Rating::mixed, ""}};
  for (std::size_t i = 0; i < tasks; ++i) {
    Task task;
    task.name = "Task number " + std::to_string(i);
    task.automation_percent = static_cast<double>(i * 37 % 101);
    profile.tasks.push_back(task);
  }
  return profile;
}

// A dashboard beside others.
struct Comparing : Fixture {
  explicit Comparing(std::vector<Profile> others = {auditors()}, float its_width = 1200) {
    width = its_width;
    for (std::size_t i = 0; i < others.size(); ++i) dashboard.show(std::move(others[i]), i + 1);
    settle();
  }

  bool says(std::string_view text) const { return texts().find(text) != std::string::npos; }

  // What stands in the row of this name, cell after cell, lines one after the other.
  std::vector<std::string> cells_of(std::string_view row) const {
    std::vector<std::string> cells;
    const auto& nodes = record.nodes();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (nodes[i].part != "compared-row" || nodes[i].text != row) continue;
      for (const Node& node : nodes) {
        if (node.role == Role::cell && node.parent == nodes[i].id) cells.push_back(text_within(node.id));
      }
    }
    return cells;
  }

  std::string text_within(NodeId parent) const {
    std::string all;
    for (const Node& node : record.nodes())
      if (node.parent == parent && node.role == Role::text) all += (all.empty() ? "" : "|") + node.text;
    return all;
  }

  std::vector<std::string> columns() const {
    std::vector<std::string> names;
    for (const Node& node : record.nodes())
      if (node.role == Role::column_header && node.part == "profile") names.push_back(node.text);
    return names;
  }
};

using Cells = std::vector<std::string>;

}  // namespace

TEST_CASE("figures, ratings, bands and tasks stand side by side, with the titles as column headers") {
  Comparing f;
  CHECK(f.columns() == Cells{"Medical records specialists", "Health information auditors (fictional)"});
  CHECK(f.cells_of("Adoption") == Cells{"14%", "11%"});
  CHECK(f.cells_of("Potential") == Cells{"78%", "52%"});
  CHECK(f.cells_of("Gap") == Cells{"64 points", "41 points"});
  CHECK(f.cells_of("Competition") == Cells{"High pressure", "Stable"});
  CHECK(f.cells_of("Search friction") == Cells{"Stable", "not given"});
  CHECK(f.cells_of("Highly automatable tasks") == Cells{"5 of 8", "1 of 7"});
  CHECK(f.cells_of("Human-led tasks") == Cells{"0 of 8", "2 of 7"});
  const std::string dot = "\u00a0·\u00a0";
  CHECK(f.cells_of("Most exposed task") ==
        Cells{"Scan records into electronic formats" + dot + "92%", "Sample charts for review" + dot + "84%"});
  CHECK(f.cells_of("Least exposed task") == Cells{"Protect record confidentiality and access controls" + dot + "41%",
                                                  "Defend findings before a payer" + dot + "18%"});
  CHECK(f.cells_of("Mixed") ==
        Cells{"Resolve unclear diagnoses and coding conflicts" + dot + "52%|" +
                  "Protect record confidentiality and access controls" + dot + "41%",
              "Draft audit reports" + dot + "58%|" + "Judge whether care was documented as given" + dot + "41%"});
  CHECK(f.find(Role::row_header, "Adoption"));
  CHECK(
      f.says("Health information auditors (fictional): adoption 3 points lower, potential 26 points lower, 4 fewer "
             "highly automatable tasks, Competition stable instead of high pressure."));
}

TEST_CASE("without anything to compare with there is neither a card nor a button") {
  Fixture f;
  f.settle();
  CHECK_FALSE(f.find(Role::button, "Compare"));
  CHECK_FALSE(f.find(Role::heading, "Compare"));
}

TEST_CASE("the card stands open until the reader closes it, which is in the state and comes back with it") {
  Comparing f;
  REQUIRE(f.find(Role::button, "Compare"));
  CHECK(f.find(Role::button, "Compare")->expanded == true);
  CHECK(f.dashboard.state() == ReaderState{});
  const Rect box = f.find(Role::button, "Compare")->box;
  f.click(box.center_x(), box.center_y());
  CHECK(f.dashboard.announcement() == "Compare is hidden.");
  CHECK_FALSE(f.find(Role::heading, "Compare"));
  Comparing other;
  other.dashboard.set_state(f.dashboard.state());
  other.settle();
  CHECK_FALSE(other.find(Role::heading, "Compare"));
  other.dashboard.set_state({});
  other.settle();
  CHECK(other.find(Role::heading, "Compare"));
}

TEST_CASE("three profiles: three columns where there is room, else two, of which the reader chooses the second") {
  for (const float width : {768.0f, 1200.0f}) {
    Comparing f({auditors(), clerks()}, width);
    CHECK(f.columns().size() == 3);
    CHECK(f.cells_of("Adoption") == Cells{"14.0%", "11.0%", "not given"});
    CHECK(f.cells_of("Night shifts") == Cells{"not given", "not given", "Mixed"});
    CHECK(f.says("Records clerks beside Health information auditors (fictional): potential 31.5 points higher"));
    CHECK_FALSE(f.find(Role::button, "Records clerks"));
  }
  Comparing f({auditors(), clerks()}, 360);
  CHECK(f.columns() == Cells{"Medical records specialists", "Health information auditors (fictional)"});
  const Node* tab = f.find(Role::button, "Records clerks");
  REQUIRE(tab);
  CHECK(tab->pressed == false);
  const Rect box = tab->box;
  f.click(box.center_x(), box.center_y());
  CHECK(f.columns() == Cells{"Medical records specialists", "Records clerks"});
  CHECK(f.find(Role::button, "Records clerks")->pressed == true);
  CHECK(f.dashboard.state().beside == 1);
  CHECK(f.cells_of("Adoption") == Cells{"14.0%", "not given"});
  f.width = 200;  // where nothing stands beside anything
  f.settle();
  CHECK(f.cells_of("Potential") == Cells{"Medical records specialists|78.0%", "Records clerks|83.5%"});
}

TEST_CASE("profiles of the same title are told apart, and so are their buttons") {
  Comparing f({first_profile(), first_profile()}, 360);
  CHECK(f.columns() == Cells{"Medical records specialists", "Medical records specialists (2)"});
  CHECK(f.says("Medical records specialists (2): no difference in these figures."));
  CHECK(f.find(Role::button, "Medical records specialists (3)"));
}

TEST_CASE("what a compared profile says in another language is marked as such") {
  Comparing f({clerks()});
  const auto& nodes = f.record.nodes();
  const auto is_german = [](const Node& n) { return n.role == Role::cell && n.language == "de"; };
  CHECK(std::count_if(nodes.begin(), nodes.end(), is_german) > 10);
}

TEST_CASE("of long lists the ends are shown, and no frame takes long") {
  Comparing f({clerks(10'000), clerks(10'000)});
  std::size_t listed = 0;
  for (const Node& node : f.record.nodes()) listed += node.part == "words listed";
  CHECK(listed < 60);
  CHECK(f.says("… "));
  CHECK(f.cells_of("Human-led tasks")[1].ends_with(" of 10000"));
}

TEST_CASE("a profile that failed is named with the reason, one that is under way is awaited, and others are shown") {
  Fixture f;
  f.dashboard.set_status(1, Subject::Status::awaited);
  f.settle();
  CHECK(f.find(Role::paragraph, "One moment…"));
  f.dashboard.set_status(1, Subject::Status::failed, "“b.json” is not there.");
  f.settle();
  CHECK(f.find(Role::paragraph, "“b.json” is not there."));
  CHECK(f.find(Role::heading, "Medical records specialists"));
  f.dashboard.show(auditors(), 2);
  f.settle();
  CHECK(f.find(Role::column_header, "Health information auditors (fictional)"));
  CHECK(f.find(Role::paragraph, "“b.json” is not there."));
  f.dashboard.set_status(1, Subject::Status::none);
  f.dashboard.set_status(2, Subject::Status::none);
  f.settle();
  CHECK_FALSE(f.find(Role::heading, "Compare"));
}

TEST_CASE("the published figures are compared, not those of the reader's week") {
  Comparing f;
  ReaderState state;
  state.week = published_week(first_profile());
  state.week->tasks.front().share += 100;
  state.week->tasks.back().share -= 50;
  f.dashboard.set_state(state);
  f.settle();
  CHECK(f.cells_of("Potential") == Cells{"78%", "52%"});
}

TEST_CASE("while the reader guesses, nothing here tells the figures, and no button offers it") {
  Comparing f;
  ReaderState guessing;
  guessing.shown[static_cast<std::size_t>(Panel::guess)] = true;
  f.dashboard.set_state(guessing);
  f.settle();
  CHECK_FALSE(f.find(Role::heading, "Compare"));
  CHECK_FALSE(f.find(Role::button, "Compare"));
}

TEST_CASE("until its code is there the card says so, and asks for it only where it is shown") {
  Fixture f;
  f.dashboard.set_play({});
  CHECK_FALSE(f.settle().awaits_play);
  f.dashboard.show(auditors(), 1);
  CHECK(f.settle().awaits_play);
  CHECK(f.find(Role::paragraph, "One moment…"));
  ReaderState closed;
  closed.shown = {};
  f.dashboard.set_state(closed);
  CHECK_FALSE(f.settle().awaits_play);
  f.dashboard.set_state({});
  f.dashboard.set_play({.has_failed = true});
  CHECK_FALSE(f.settle().awaits_play);
  CHECK(f.texts().find("could not be downloaded") != std::string::npos);
  f.dashboard.set_state(closed);
  f.settle();
  f.dashboard.set_state({});
  CHECK(f.settle().awaits_play);  // once more
}
