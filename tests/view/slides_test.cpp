// Presenting: one section at a time, with the controls that lead to the others, and nothing of it in the state.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/text.h"
#include "overview_fixture.h"
#include "play/request.h"

using namespace taskscope;
using namespace taskscope::test;
using taskscope::play::Request;

namespace {

constexpr std::array sections = {"Medical records specialists", "Automation", "Market check"};

struct SlideFixture : Fixture {
  explicit SlideFixture(std::size_t slide = 0, Profile profile = first_profile()) : Fixture(std::move(profile)) {
    show(slide);
  }

  void show(std::size_t slide) {
    dashboard.present(slide);
    settle();
  }

  const Node& control(std::string_view label) const {
    const Node* node = find(Role::button, label);
    REQUIRE(node);
    return *node;
  }

  // What the page hears; nothing where the press does nothing.
  std::string press(std::string_view label) {
    dashboard.activate(control(label).id);
    const FrameResult result = frame();
    CHECK_FALSE(result.state_changed);
    return result.has_request ? dashboard.request() : "";
  }
};

std::string present(std::string_view place) {
  return play::request_text({.kind = Request::Kind::present, .content = std::string(place)});
}

int count(const Semantics& record, Role role, int level = 0) {
  return static_cast<int>(std::count_if(record.nodes().begin(), record.nodes().end(),
                                        [&](const Node& node) { return node.role == role && node.level == level; }));
}

}  // namespace

TEST_CASE("the toolbar has the way in, which is the page's to go") {
  Fixture widget;
  widget.settle();
  const Node* button = widget.find(Role::button, "Present");
  REQUIRE(button);
  CHECK_FALSE(button->expanded);
  widget.dashboard.activate(button->id);
  const FrameResult result = widget.frame();
  CHECK(result.has_request);
  CHECK_FALSE(result.state_changed);
  CHECK(widget.dashboard.request() == present("0"));
  CHECK(widget.dashboard.request() == present_request);
  widget.dashboard.set_can_present(false);
  widget.settle();
  CHECK_FALSE(widget.find(Role::button, "Present"));
  CHECK(widget.find(Role::button, "Share"));
}

TEST_CASE("each section is told with its number, strategies one by one") {
  SlideFixture widget;
  const std::vector<std::string> told = widget.dashboard.slides();
  const std::size_t count = 6 + first_profile().strategies.size();
  REQUIRE(told.size() == count);
  for (std::size_t i = 0; i < sections.size(); ++i)
    CHECK(told[i] == concat({"Section ", std::to_string(i + 1), " of ", std::to_string(count), ": ", sections[i]}));
  CHECK(told[3].ends_with(": " + first_profile().strategies[0].title));
  CHECK(told[count - 3].ends_with(": Tasks"));
  CHECK(told[count - 2].ends_with(": AI uses"));
  CHECK(told[count - 1].ends_with(": Evidence"));
}

TEST_CASE("a section stands alone under the title, and all of them hold what the dashboard does") {
  SlideFixture widget(1);
  CHECK(widget.find(Role::section, "Automation"));
  CHECK_FALSE(widget.find(Role::section, "Market check"));
  CHECK_FALSE(widget.find(Role::button, "My week"));
  std::string all;
  for (std::size_t i = 0; i < widget.dashboard.slides().size(); ++i) {
    widget.show(i);
    CHECK(widget.record.nodes().front().role == Role::document);
    REQUIRE(widget.find(Role::heading, first_profile().title));
    CHECK(count(widget.record, Role::heading, 1) == 1);
    all += widget.texts();
  }
  Fixture whole;
  whole.settle();
  for (const Node& node : whole.record.nodes())
    if (node.role == Role::heading || node.role == Role::paragraph) CHECK(all.find(node.text) != std::string::npos);
}

TEST_CASE("the controls are a group of buttons after the section, and ask the page") {
  SlideFixture widget(2);
  const std::string count = std::to_string(widget.dashboard.slides().size());
  REQUIRE(widget.find(Role::group, "Presentation"));
  CHECK(widget.find(Role::group, "Presentation")->part == "slide-controls");
  REQUIRE(widget.find(Role::note, "3 / " + count));
  CHECK_FALSE(widget.control("Previous").disabled);
  CHECK_FALSE(widget.control("Next").disabled);
  CHECK(widget.record.nodes().back().text == "Leave");
  CHECK(widget.press("Previous") == present("1"));
  CHECK(widget.press("Next") == present("3"));
  CHECK(widget.press("Leave") == present(""));
}

TEST_CASE("there is nothing before the first section, and nothing after the last") {
  SlideFixture widget;
  CHECK(widget.control("Previous").disabled);
  CHECK(widget.press("Previous").empty());
  widget.show(1000);  // of a profile that had more
  CHECK(widget.find(Role::section, "Evidence"));
  CHECK(widget.control("Next").disabled);
  CHECK(widget.press("Next").empty());
}

TEST_CASE("what a profile lacks is no section") {
  Profile profile;
  profile.title = "Bakers";
  SlideFixture widget(0, profile);
  CHECK(widget.dashboard.slides() == std::vector<std::string>{"Section 1 of 1: Bakers"});
  CHECK(widget.control("Previous").disabled);
  CHECK(widget.control("Next").disabled);
}

TEST_CASE("what the reader opened comes along; about headline figures, with the figures") {
  SlideFixture widget(1);
  const std::size_t count = widget.dashboard.slides().size();
  ReaderState state = everything_explained();
  state.shown[static_cast<std::size_t>(Panel::week)] = true;
  widget.dashboard.set_state(state);
  CHECK(widget.dashboard.slides().size() == count + 1);
  CHECK(widget.dashboard.slides()[3].ends_with(": My week"));
  widget.settle();
  CHECK(widget.find(Role::section, "How is 14% adoption made?"));
  CHECK(widget.find(Role::section, "How is 78% potential made?"));
}

TEST_CASE("while figures are guessed no section tells them") {
  SlideFixture widget;
  ReaderState state;
  state.shown[static_cast<std::size_t>(Panel::guess)] = true;
  widget.dashboard.set_state(state);
  const std::vector<std::string> told = widget.dashboard.slides();
  CHECK(told[2].ends_with(": Guess first"));
  for (std::size_t i = 0; i < told.size(); ++i) {
    widget.show(i);
    CHECK(widget.texts().find("78%") == std::string::npos);
  }
}

TEST_CASE("presenting is no part of the state, nor of pictures, and leaves nothing behind") {
  Fixture widget;
  widget.settle();
  const std::string before = widget.texts();
  widget.dashboard.present(2);
  widget.settle();
  CHECK(widget.dashboard.state() == ReaderState{});
  CHECK(widget.texts() != before);
  widget.is_picture = true;
  widget.settle();
  CHECK(widget.find(Role::section, "Automation"));
  CHECK(widget.find(Role::section, "Market check"));
  CHECK_FALSE(widget.find(Role::group, "Presentation"));
  widget.is_picture = false;
  widget.dashboard.present({});
  widget.settle();
  CHECK(widget.texts() == before);
}

TEST_CASE("before there is the code for it, nothing is presented") {
  Fixture widget;
  widget.dashboard.set_play({});
  widget.dashboard.present(1);
  widget.settle();
  CHECK(widget.dashboard.slides().empty());
  CHECK(widget.find(Role::button, "Present"));
  CHECK(widget.find(Role::section, "Market check"));
}

namespace {

struct PresentedOverview : Overviewing {
  explicit PresentedOverview(const OverviewChoice& choice = {}, float its_width = 1200) : Overviewing(its_width) {
    ReaderState state;
    state.overview = write_overview_choice(choice);
    dashboard.set_state(state);
    show(0);
  }

  void show(std::size_t slide) {
    dashboard.present(slide);
    settle();
  }

  // The names of the sections, without their numbers.
  std::vector<std::string> names() {
    std::vector<std::string> all;
    for (const std::string& told : dashboard.slides()) all.push_back(told.substr(told.find(": ") + 2));
    return all;
  }
};

}  // namespace

TEST_CASE("an overview is presented as its picture with what is in view, and as its table") {
  for (const float width : {1280.0f, 1024.0f, 480.0f}) {
    CAPTURE(width);
    PresentedOverview f({}, width);
    CHECK(f.names() == std::vector<std::string>{"Occupations of the United States", "Occupations in view"});
    CHECK(f.find(Role::heading, "Occupations of the United States"));
    CHECK(f.says("756 of 756 occupations are in view"));
    CHECK(f.plot());
    CHECK(f.part("groups"));
    CHECK_FALSE(f.search());
    CHECK_FALSE(f.part("sortable"));
    CHECK_FALSE(f.find(Role::button, "Present"));
    for (const Node& node : f.record.nodes()) CHECK(node.box.right() <= width + 0.5f);
    f.show(1);
    CHECK(f.find(Role::heading, "Occupations of the United States"));
    CHECK_FALSE(f.plot());
    CHECK(f.rows().size() == 12);
    CHECK(f.says("CC BY"));
    CHECK(count(f.record, Role::heading, 1) == 1);
  }
}

TEST_CASE("while an overview is presented, its plot and its table are as live as ever") {
  PresentedOverview f;
  f.enter(f.plot(), key("ArrowRight"));
  CHECK(std::string(f.dashboard.announcement()).find("Median wage") != std::string::npos);
  f.enter(f.plot(), key("+"));
  CHECK(f.choice().window);
  f.press(f.find(Role::button, "Management"));
  CHECK(f.says("721 of 756 occupations are in view"));
  f.show(1);
  f.press(f.find(Role::button, "Next"));
  CHECK(f.says("13 to 24 of 721"));
  f.press(f.part("open-occupation"));
  CHECK_FALSE(f.choice().open.empty());
  CHECK(f.names().size() > 2);
}

TEST_CASE("the picture of a slide leaves room for its legend on a screen that is sixteen by nine") {
  for (const float width : {1024.0f, 1280.0f}) {
    CAPTURE(width);
    PresentedOverview f({}, width);
    const Node *plot = f.plot(), *groups = f.part("groups");
    CHECK(groups->box.x > plot->box.right());
    CHECK(plot->box.bottom() < width * 9 / 16);
  }
}

TEST_CASE("of an occupation, sections for its public figures follow, and the way back is with the title") {
  PresentedOverview f({.open = "29-2072"});
  std::vector<std::string> names = f.names();
  CHECK(names.front() == "Medical Records Specialists");
  const auto has = [&](std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); };
  for (const char* name : {"Public figures", "Tasks by level of automation", "Related occupations"}) CHECK(has(name));
  CHECK_FALSE(has("Where this profile and public figures differ"));
  f.dashboard.show_written(first_profile());
  f.settle();
  names = f.names();
  CHECK(has("Where this profile and public figures differ"));
  CHECK(f.says("CC BY"));
  REQUIRE(f.part("button back"));
  std::string all;
  for (std::size_t i = 0; i < names.size(); ++i) {
    f.show(i);
    CHECK(count(f.record, Role::heading, 1) == 1);
    if (i > 0) CHECK_FALSE(f.part("button back"));
    all += f.texts();
  }
  for (const char* text : {"187,910 people", "Other tasks", "The author’s own figure", "Medical Transcriptionists"}) {
    CAPTURE(text);
    CHECK(all.find(text) != std::string::npos);
  }
  f.press(f.find(Role::button, "Medical Transcriptionists"));  // the last section is that of related ones
  CHECK(f.choice().open == "31-9094");
  f.show(0);
  f.press(f.part("button back"));
  CHECK(f.names().size() == 2);
}

TEST_CASE("while figures are guessed, no section tells public ones") {
  PresentedOverview f;
  ReaderState state;
  state.shown[static_cast<std::size_t>(Panel::guess)] = true;
  state.overview = write_overview_choice({.open = "29-2072"});
  f.dashboard.set_state(state);
  f.settle();
  f.dashboard.show_written(first_profile());
  f.settle();
  const std::vector<std::string> names = f.names();
  CHECK(std::find(names.begin(), names.end(), "Public figures") == names.end());
}
