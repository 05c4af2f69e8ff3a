// A profile or a catalogue that is replaced while the reader is anywhere in it: nothing of the reader's may name a
// place in data that are gone. Where it does, the sanitizers stop the test.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "../core/random_profile.h"
#include "core/catalogue_write.h"
#include "core/reader_state.h"
#include "overview_fixture.h"
#include "random_catalogue.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

// So many occupations with a share and a number of people each, of one group.
std::string catalogue_of(std::size_t occupations) {
  Catalogue catalogue;
  catalogue.title = std::to_string(occupations) + " occupations";
  catalogue.groups = {{"1", "All"}};
  catalogue.source = {"P", {}, "V", {}, "L", {}, {}};
  FigureColumn share;
  share.name = "share";
  share.title = "Share";
  share.source = catalogue.source;
  for (std::size_t i = 0; i < occupations; ++i) {
    catalogue.codes.append("c" + std::to_string(i));
    catalogue.titles.append("Job " + std::to_string(i));
    catalogue.group_of.push_back(0);
    share.figures.push_back(static_cast<double>(i) / static_cast<double>(occupations));
  }
  catalogue.columns = {share};
  return write_catalogue(catalogue);
}

void replace(Overviewing& f, std::size_t occupations) {
  std::vector<Diagnostic> diagnostics;
  REQUIRE(f.dashboard.show_catalogue(catalogue_of(occupations), diagnostics));
  f.settle();
}

ReaderState overview_state(const OverviewChoice& choice) {
  ReaderState state;
  state.overview = write_overview_choice(choice);
  return state;
}

}  // namespace

TEST_CASE("a mark that keys were at is forgotten with its catalogue, and keys go on in the next one") {
  Overviewing f;
  for (int i = 0; i < 6; ++i) f.enter(f.plot(), key("ArrowRight"));
  replace(f, 3);
  CHECK(f.says("3 of 3 occupations"));
  f.enter(f.plot(), key("ArrowRight"));
  f.enter(f.plot(), key("Enter"));
  CHECK(f.find(Role::button, "Back to the overview"));
  CHECK(f.choice().open.starts_with("c"));
}

TEST_CASE("an occupation that is in both editions stays the one that keys are at") {
  Overviewing f(1200, catalogue_of(30));
  f.enter(f.plot(), key("ArrowRight"));
  replace(f, 31);
  f.enter(f.plot(), key("Enter"));
  const std::string open = f.choice().open;
  Overviewing other(1200, catalogue_of(30));
  other.enter(other.plot(), key("ArrowRight"));
  other.enter(other.plot(), key("Enter"));
  CHECK(open == other.choice().open);
}

TEST_CASE("what the search's keys are at is another catalogue's only where it has that too") {
  Overviewing f(1200, catalogue_of(30));
  f.enter(f.search(), "job");
  for (int i = 0; i < 5; ++i) f.enter(f.search(), key("ArrowDown"));
  replace(f, 2);
  f.enter(f.search(), key("ArrowDown"));
  f.enter(f.search(), key("Enter"));
  CHECK(f.choice().open == "c0");
}

TEST_CASE("from a page that there is no longer, the table goes back a page at once") {
  Overviewing f;
  for (int i = 0; i < 10; ++i) f.press(f.find(Role::button, "Next"));
  replace(f, 30);
  CHECK(f.says("25 to 30 of 30"));
  f.press(f.find(Role::button, "Previous"));
  CHECK(f.says("13 to 24 of 30"));
}

TEST_CASE("what is kept to compare belongs to its catalogue, whatever the page compares with") {
  Overviewing f(1200, catalogue_of(30));
  f.dashboard.set_state(overview_state({.open = "c1", .kept = {"c2"}}));
  f.settle();
  CHECK(f.find(Role::column_header, "Job 2"));
  for (const std::size_t place : {1u, 2u}) f.dashboard.set_status(place, Subject::Status::none);
  f.settle();
  CHECK(f.find(Role::column_header, "Job 2"));
  f.dashboard.show(first_profile());
  f.settle();
  CHECK_FALSE(f.says("Job 2"));
  replace(f, 2);  // which has no such occupation
  CHECK(f.find(Role::heading, "Job 1"));
  CHECK_FALSE(f.says("Job 2"));
  f.dashboard.show(first_profile(), 1);
  f.settle();
  CHECK(f.find(Role::column_header, "Medical records specialists"));
}

TEST_CASE("what a state has of an overview is kept while a profile is shown and nothing can read it yet") {
  Fixture f;
  f.dashboard.set_play({});
  const ReaderState state = overview_state({.order = "share", .open = "c1"});
  CHECK(f.dashboard.set_state(state).empty());
  f.settle();
  CHECK(f.dashboard.state() == state);
  f.dashboard.set_play({&play::panels});
  std::vector<Diagnostic> diagnostics;
  REQUIRE(f.dashboard.show_catalogue(catalogue_of(3), diagnostics));
  f.settle();
  CHECK(f.find(Role::heading, "Job 1"));
  CHECK(f.dashboard.state() == state);
}

TEST_CASE("a state with a wrong number for the overview is refused with the reason, and everything stays") {
  Overviewing f;
  f.press(f.find(Role::button, "Employment"));
  ReaderState state;
  state.overview = R"({"order":"title","people":{"least":1e300}})";
  const std::vector<Diagnostic> diagnostics = f.dashboard.set_state(state);
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics.front().json_pointer == "/overview/people/least");
  CHECK(f.choice().order == "employment");
}

namespace {

// A reader who does anything anywhere, while the page shows one thing after the other.
class Roaming : public Fixture {
 public:
  explicit Roaming(std::mt19937::result_type seed) : Fixture(Profile()), random_(seed) {}

  void do_anything() {
    constexpr std::array actions = {
        &Roaming::press,         &Roaming::press,        &Roaming::enter,          &Roaming::enter,
        &Roaming::press_keys,    &Roaming::press_keys,   &Roaming::press_keys,     &Roaming::use_pointer,
        &Roaming::use_pointer,   &Roaming::change_view,  &Roaming::bring_back,     &Roaming::go_back,
        &Roaming::show_compared, &Roaming::show_profile, &Roaming::show_catalogue, &Roaming::show_catalogue};
    (this->*actions[any(actions.size())])();
    if (any(4) == 0) return;  // one thing after the other in one frame
    if (any(2)) {
      frame();
    } else {
      settle();
    }
  }

  void check() {
    for (const Node& node : record.nodes())
      if (!std::isfinite(node.box.x + node.box.y + node.box.width + node.box.height)) FAIL_CHECK(node.part);
    const ReaderState state = dashboard.state();
    const std::string json = write_state(state);
    CAPTURE(json);
    const DecodedState decoded = decode_state(json);
    REQUIRE(decoded.state);
    CHECK(*decoded.state == state);
    check_link(json);
    states_.push_back(json);
  }

 private:
  std::size_t any(std::size_t count) { return random_() % count; }
  template <typename List>
  const auto& one_of(const List& list) {
    return list[any(std::size(list))];
  }

  // A link's code says the same as what it is read as.
  void check_link(const std::string& json) {
    const auto translate = [&](const std::string& text) {
      return play::panels.translate(text, dashboard.profile(), dashboard.overview());
    };
    const std::string code = translate(json);
    REQUIRE_FALSE(code.empty());
    const std::string read = translate(code);
    REQUIRE_FALSE(read.empty());
    CHECK(translate(read) == code);
  }

  std::vector<const Node*> nodes(bool (*is_wanted)(const Node&)) const {
    std::vector<const Node*> found;
    for (const Node& node : record.nodes())
      if (is_wanted(node)) found.push_back(&node);
    return found;
  }

  void press() {
    const auto buttons = nodes([](const Node& node) { return node.role == Role::button || node.hidden; });
    if (!buttons.empty()) dashboard.activate(one_of(buttons)->id);
  }

  std::string any_entry(const Node& node) {
    constexpr std::array texts = {"", "o", "12", "1e300", "-5", "99999999999999999999", "c7", "title", "Occupation 1"};
    return node.role == Role::select ? "q0_" + std::to_string(any(3)) : one_of(texts);
  }

  void enter() {
    const auto fields = nodes([](const Node& node) { return is_entered(node.role) || node.role == Role::select; });
    if (fields.empty()) return;
    const Node& field = *one_of(fields);
    dashboard.enter(field.id, any_entry(field));
  }

  // On the plot, where gestures are too, or in the search.
  void press_keys() {
    constexpr std::array keys = {"ArrowLeft", "ArrowRight",      "ArrowUp", "ArrowDown", "Shift+ArrowLeft", "+",
                                 "0",         "Shift+ArrowDown", "-",       "Enter",     "Escape",          "Home"};
    const auto places =
        nodes([](const Node& node) { return node.part == "mark-plot" || attribute(node, "role") == "combobox"; });
    if (places.empty()) return;
    const Node place = *one_of(places);  // frames make others
    if (place.part == "mark-plot" && any(6) == 0)
      return dashboard.enter(place.id, any(2) ? "zoom 1.70000 0.2 0.8" : "pan 0.3 -0.2");
    for (std::size_t i = 1 + any(8); i > 0; --i) {
      dashboard.enter(place.id, key(any(6) ? keys[any(4)] : one_of(keys)));
      frame();
    }
  }

  void go_back() {
    for (const Node& node : record.nodes())
      if (node.part == "button back") dashboard.activate(node.id);
  }

  void use_pointer() {
    const auto shown = nodes([](const Node& node) { return node.box.width > 0; });
    if (shown.empty() || any(8) == 0) return dashboard.leave_pointer();
    const Rect& box = one_of(shown)->box;
    const float share = static_cast<float>(any(100)) / 100;
    dashboard.move_pointer(box.x + share * box.width, box.y + share * box.height);
    if (any(2)) return;
    dashboard.press_pointer(true);
    if (any(2)) frame();
    dashboard.press_pointer(false);
  }

  void change_view() {
    constexpr std::array widths = {1200.0f, 820.0f, 500.0f, 200.0f};
    width = one_of(widths);
    is_picture = any(6) == 0;
    records_all = any(4) == 0;
    dashboard.set_language(language_of(*one_of(all_languages())));
    dashboard.present(any(4) ? std::nullopt : std::optional(any(12)));
    for (const std::string& slide : dashboard.slides()) CHECK_FALSE(slide.empty());
  }

  void bring_back() {
    ReaderState state = states_.empty() ? ReaderState() : *decode_state(one_of(states_)).state;
    if (any(2)) state.shown.fill(true);
    if (any(4) == 0) state.overview = write_overview_choice({.open = "c7", .kept = {"c3", "c9"}});
    dashboard.set_state(state);
  }

  Profile any_profile() {
    Profile profile;
    profile.title = "Nothing";
    if (any(10)) profile = random_profile(random_);
    for (Task& task : profile.tasks)
      if (any(2)) task.reason = "For a reason.";
    profile.evidence.resize(any(4));
    for (Evidence& evidence : profile.evidence) evidence.publisher = evidence.measure = any_name();
    profile.market.indicators.resize(any(3));
    for (Indicator& indicator : profile.market.indicators) indicator.name = any_name();
    profile.strategies.resize(any(3));
    for (Strategy& strategy : profile.strategies) strategy.title = strategy.text = any_name();
    profile.ai_uses.resize(any(3));
    for (AiUse& use : profile.ai_uses) use = {any_name(), {any_name()}, {any_name()}};
    return profile;
  }
  std::string any_name() { return "Name " + std::to_string(any(100)); }

  void show_profile() {
    if (any(2)) return dashboard.show_written(any_profile());
    dashboard.show(any_profile());
  }

  void show_catalogue() {
    std::vector<Diagnostic> diagnostics;
    const bool is_shown = dashboard.show_catalogue(write_catalogue(random_catalogue(random_)), diagnostics);
    REQUIRE_MESSAGE(is_shown, diagnostics.front().message);
  }

  void show_compared() {
    const std::size_t place = 1 + any(most_compared);
    if (any(2)) return dashboard.show(any_profile(), place);
    dashboard.set_status(place, static_cast<Subject::Status>(any(3)), "It is not there.");
  }

  std::mt19937 random_;
  std::vector<std::string> states_;  // that there were
};

}  // namespace

TEST_CASE("whatever the reader does while whatever is replaced, nothing points outside and the state can be kept") {
  constexpr std::array<std::mt19937::result_type, 12> seeds = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
  for (const auto seed : seeds) {
    CAPTURE(seed);
    Roaming reader(seed);
    for (int step = 0; step < 120; ++step) {
      CAPTURE(step);
      reader.do_anything();
      reader.check();
    }
  }
}
