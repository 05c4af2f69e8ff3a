// What readers take away: each press asks something of the page, and changes nothing here.
#include <doctest/doctest.h>

#include "core/state_code.h"
#include "fixture.h"
#include "play/request.h"

using namespace taskscope;
using namespace taskscope::test;
using taskscope::play::Request;

namespace {

ReaderState sharing() {
  ReaderState state;
  state.shown[static_cast<std::size_t>(Panel::share)] = true;
  return state;
}

Request read_request(const std::string& text) {
  std::vector<std::string> fields;
  std::size_t begin = 0;
  for (int i = 0; i < 3; ++i) {
    const std::size_t end = text.find(play::request_separator, begin);
    fields.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return {static_cast<Request::Kind>(std::stoi(fields[0])), fields[1], fields[2], text.substr(begin)};
}

struct ShareFixture : Fixture {
  explicit ShareFixture(bool can_share = false) {
    dashboard.set_play({.panels = &play::panels, .can_share = can_share});
    dashboard.set_state(sharing());
    settle();
  }

  // What the page hears when the button is pressed.
  Request press(std::string_view label) {
    const Node* button = find(Role::button, label);
    REQUIRE(button);
    dashboard.activate(button->id);
    const FrameResult result = frame();
    CHECK(result.has_request);
    CHECK_FALSE(result.state_changed);
    CHECK_FALSE(frame().has_request);
    return read_request(dashboard.request());
  }
};

}  // namespace

TEST_CASE("the toolbar opens the card, which has a way to take away each thing") {
  Fixture widget;
  widget.settle();
  CHECK_FALSE(widget.find(Role::section, "Share and take away"));
  widget.dashboard.activate(widget.find(Role::button, "Share")->id);
  widget.settle();
  CHECK(widget.dashboard.state() == sharing());
  CHECK(widget.dashboard.announcement() == "Share is shown below.");
  REQUIRE(widget.find(Role::section, "Share and take away"));
  for (const char* group : {"Link", "Picture", "Data", "Paper", "Copy an example prompt"})
    CHECK(widget.find(Role::group, group));
}

TEST_CASE("the system's sheet is offered where the page has one") {
  CHECK_FALSE(ShareFixture(false).find(Role::button, "Share…"));
  ShareFixture widget(true);
  CHECK(widget.press("Share…").kind == Request::Kind::share);
}

TEST_CASE("the link is the page’s to make, of a code for the state, from which it comes back") {
  ShareFixture widget;
  CHECK(widget.press("Copy the link").kind == Request::Kind::copy_link);
  const std::string json = write_state(sharing()), code = play::panels.translate(json, first_profile());
  CHECK(code == state_code(sharing(), first_profile()));
  CHECK(play::panels.translate(code, first_profile()) == json);
  for (const std::string_view other : {"", "{", "{\"version\":2}", "1", "1AAAA"})
    CHECK(play::panels.translate(other, first_profile()).empty());
}

TEST_CASE("files come with a name, a type and their content") {
  ShareFixture widget;
  const Request picture = widget.press("PNG 3×");
  CHECK(picture.kind == Request::Kind::picture);
  CHECK(picture.file_name == "Medical-records-specialists-dashboard.png");
  CHECK(picture.content == "3");
  const Request tasks = widget.press("Tasks as CSV");
  CHECK(tasks.kind == Request::Kind::file);
  CHECK(tasks.file_name == "Medical-records-specialists-tasks.csv");
  CHECK(tasks.media_type == "text/csv;charset=utf-8");
  CHECK(tasks.content.find("\"Identify, abstract and code patient record data\",core,89,") != std::string::npos);
  CHECK(tasks.content.find("My share") == std::string::npos);
  CHECK(widget.press("Evidence as CSV").content.find("Anthropic,observed workflow coverage,5,") != std::string::npos);
  CHECK(widget.press("Profile as JSON").kind == Request::Kind::profile);
  CHECK(widget.press("Print").kind == Request::Kind::print);
}

TEST_CASE("a reader's week is in the table") {
  ShareFixture widget;
  ReaderState state = sharing();
  state.week = with_share(published_week(first_profile()), 0, 333);
  widget.dashboard.set_state(state);
  widget.settle();
  CHECK(widget.press("Tasks as CSV").content.find("My share of the week (%)") != std::string::npos);
}

TEST_CASE("a prompt is the first of its use's examples") {
  ShareFixture widget;
  const Request request = widget.press("Research and analysis");
  CHECK(request.kind == Request::Kind::copy_text);
  CHECK(request.content == "Summarise likely coding or abstraction issues before review");
}

TEST_CASE("what became of a request stands in the card until the next press") {
  ShareFixture widget;
  widget.dashboard.set_notice("The link is copied.");
  widget.settle();
  CHECK(widget.find(Role::paragraph, "The link is copied."));
  widget.press("Print");
  CHECK_FALSE(widget.find(Role::paragraph, "The link is copied."));
}

TEST_CASE("a picture has neither the card nor the toolbar") {
  ShareFixture widget;
  widget.is_picture = true;
  widget.settle();
  CHECK_FALSE(widget.find(Role::section, "Share and take away"));
  CHECK_FALSE(widget.find(Role::button, "My week"));
  CHECK(widget.find(Role::heading, first_profile().title));
  CHECK(widget.texts().find("Figures: ") != std::string::npos);
}

TEST_CASE("a profile without anything is taken away too") {
  Profile profile;
  profile.title = "Nothing yet";
  Fixture widget(profile);
  widget.dashboard.set_state(sharing());
  widget.settle();
  CHECK(widget.find(Role::button, "Profile as JSON"));
  CHECK_FALSE(widget.find(Role::button, "Tasks as CSV"));
  CHECK_FALSE(widget.find(Role::group, "Copy an example prompt"));
}
