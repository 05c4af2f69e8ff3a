// What readers take away: each press asks something of the page, and changes nothing here.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/catalogue_decode.h"
#include "core/catalogue_profile.h"
#include "core/csv.h"
#include "core/sources.h"
#include "core/state_code.h"
#include "overview_fixture.h"
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

// From JSON to a link's code, and back.
std::string translated(const std::string& state, const Fixture& widget) {
  return play::panels.translate(state, widget.dashboard.profile(), widget.dashboard.overview());
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
  const std::string json = write_state(sharing()), code = translated(json, widget);
  CHECK(code == state_code(sharing(), first_profile()));
  CHECK(translated(code, widget) == json);
  for (const char* other : {"", "{", "{\"version\":2}", "1", "1AAAA"}) CHECK(translated(other, widget).empty());
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

namespace {

struct SharedOverview : Overviewing {
  explicit SharedOverview(const OverviewChoice& choice = {}, float its_width = 1200) : Overviewing(its_width) {
    ReaderState state = sharing();
    state.overview = write_overview_choice(choice);
    dashboard.set_state(state);
    settle();
  }

  Request ask(std::string_view label) {
    const Node* button = find(Role::button, label);
    REQUIRE(button);
    dashboard.activate(button->id);
    CHECK(frame().has_request);
    return read_request(dashboard.request());
  }
};

// The texts of a table's column.
std::vector<std::string> column_of(const std::string& csv, std::size_t column) {
  std::vector<std::string> texts;
  for (const CsvRow& row : read_csv(csv).rows) texts.push_back(row.at(column).text);
  return texts;
}

}  // namespace

TEST_CASE("an overview has the same card, opened by a button beneath its search") {
  for (const float width : {1200.0f, 360.0f}) {
    Overviewing f(width);
    CHECK_FALSE(f.find(Role::section, "Share and take away"));
    const Node *search = f.search(), *button = f.find(Role::button, "Share");
    REQUIRE(button);
    CHECK(button->box.y >= search->box.bottom());
    f.press(button);
    CHECK(f.dashboard.state() == sharing());
    CHECK(f.dashboard.announcement() == "Share is shown below.");
    REQUIRE(f.find(Role::section, "Share and take away"));
    for (const char* group : {"Link", "Picture", "Data", "Paper"}) CHECK(f.find(Role::group, group));
    CHECK_FALSE(f.find(Role::group, "Copy an example prompt"));
    CHECK_FALSE(f.find(Role::button, "Profile as JSON"));
    f.press(f.find(Role::button, "Share"));
    CHECK_FALSE(f.find(Role::section, "Share and take away"));
  }
}

TEST_CASE("an overview’s link, picture, catalogue and paper are the page’s to make") {
  SharedOverview f;
  CHECK(f.ask("Copy the link").kind == Request::Kind::copy_link);
  const Request picture = f.ask("PNG 3×");
  CHECK(picture.kind == Request::Kind::picture);
  CHECK(picture.file_name == "Occupations-of-the-United-States-overview.png");
  CHECK(picture.content == "3");
  const Request catalogue = f.ask("Catalogue as JSON");
  CHECK(catalogue.kind == Request::Kind::profile);
  CHECK(catalogue.file_name == "Occupations-of-the-United-States-catalogue.json");
  CHECK(catalogue.content.empty());
  CHECK(f.ask("Print").kind == Request::Kind::print);
  f.dashboard.set_play({.panels = &play::panels, .can_share = true});
  f.settle();
  const Request sheet = f.ask("Share…");
  CHECK(sheet.kind == Request::Kind::share);
  CHECK(sheet.content == "Occupations of the United States");
}

TEST_CASE("the table that is taken away has all that is in view, in the order of the one that is shown") {
  SharedOverview all;
  const Request request = all.ask("Occupations in view as CSV");
  CHECK(request.kind == Request::Kind::file);
  CHECK(request.file_name == "Occupations-of-the-United-States-occupations.csv");
  CHECK(request.media_type == "text/csv;charset=utf-8");
  const std::vector<std::string> titles = column_of(request.content, 1);
  CHECK(titles.size() == 757);
  const std::vector<std::string> shown = all.rows();
  CHECK(shown.size() == 12);
  CHECK(std::equal(shown.begin(), shown.end(), titles.begin() + 1));

  OverviewChoice large;
  large.spans[0].least = 1'000'000;
  large.order = "title";
  large.ascends = true;
  SharedOverview few(large);
  const std::vector<std::string> filtered = column_of(few.ask("Occupations in view as CSV").content, 1);
  CHECK(few.says(std::to_string(filtered.size() - 1) + " of 756 occupations"));
  CHECK(std::is_sorted(filtered.begin() + 1, filtered.end()));
  CHECK(filtered[1] == few.rows()[0]);

  large.spans[0].least = 1e9;
  SharedOverview none(large);
  CHECK(column_of(none.ask("Occupations in view as CSV").content, 0) == std::vector<std::string>{"Code"});
}

TEST_CASE("of an occupation that is made of a row the catalogue is what came, of a written one its profile") {
  SharedOverview f({.open = "29-2072"});
  CHECK_FALSE(f.find(Role::button, "Occupations in view as CSV"));
  CHECK_FALSE(f.find(Role::button, "Profile as JSON"));
  CHECK(f.ask("Catalogue as JSON").file_name == "Occupations-of-the-United-States-catalogue.json");
  CHECK(f.ask("Evidence as CSV").file_name == "Medical-Records-Specialists-evidence.csv");
  f.dashboard.show_written(first_profile());
  f.settle();
  CHECK_FALSE(f.find(Role::button, "Catalogue as JSON"));
  const Request profile = f.ask("Profile as JSON");
  CHECK(profile.file_name == "Medical-records-specialists-profile.json");
  CHECK(profile.content == "written");
  f.press(f.part("button back"));
  CHECK(f.find(Role::button, "Catalogue as JSON"));
}

TEST_CASE("a picture of an overview is all of it, without what is there to be pressed, and says which rows it has") {
  SharedOverview f;
  f.is_picture = true;
  f.settle();
  CHECK_FALSE(f.find(Role::section, "Share and take away"));
  CHECK_FALSE(f.find(Role::button, "Share"));
  CHECK_FALSE(f.find(Role::button, "Next"));
  CHECK(f.plot());
  CHECK(f.part("groups"));
  CHECK(f.rows().size() == 12);
  CHECK(f.find(Role::paragraph, "1 to 12 of 756"));
  CHECK(f.says("CC BY"));
}

namespace {

// What the state is once a link's code is read by another page.
std::string after_link(Overviewing& from, Overviewing& to) {
  const std::string code = translated(write_state(from.dashboard.state()), from);
  CHECK(code.size() > 1);
  return translated(code, to);
}

ReaderState within_written() {
  ReaderState state;
  state.open_tasks = {first_profile().tasks[1].name};
  state.weighting = Weighting::equal;
  state.week = with_share(published_week(first_profile()), 0, 333);
  state.guesses = {{.about = Guessed::adoption, .percent = 30, .is_revealed = true}};
  state.left_out = {source_name(first_profile().evidence[0])};
  state.overview = write_overview_choice({.hidden_groups = {"11"}, .open = "29-2072", .kept = {"43-4051"}});
  return state;
}

}  // namespace

TEST_CASE("a link to an occupation has the overview's choice and what was changed within, whatever is open there") {
  Overviewing from;
  ReaderState state;
  state.shown[static_cast<std::size_t>(Panel::adoption_made)] = true;
  state.overview = write_overview_choice({.hidden_groups = {"11"}, .open = "11-1011", .kept = {"43-4051"}});
  from.dashboard.set_state(state);
  from.settle();
  from.press(from.part("taken"));
  const ReaderState changed = from.dashboard.state();
  Overviewing nothing_open, another_open;
  ReaderState other;
  other.overview = write_overview_choice({.open = "43-4051"});
  another_open.dashboard.set_state(other);
  another_open.settle();
  for (Overviewing* to : {&nothing_open, &another_open}) CHECK(after_link(from, *to) == write_state(changed));
}

TEST_CASE("what was changed within a written profile comes once that is there") {
  Overviewing from, to;
  from.dashboard.set_state(within_written());
  from.settle();
  from.dashboard.show_written(first_profile());
  from.settle();
  const ReaderState state = from.dashboard.state();
  CHECK(state.open_tasks.size() == 1);
  CHECK(state.week == within_written().week);
  const std::string code = translated(write_state(state), from);
  CHECK(code.size() < 140);
  const std::string at_first = translated(code, to);
  to.dashboard.set_state(*decode_state(at_first).state);
  to.settle();
  CHECK(to.choice().open == "29-2072");
  // By which the page knows that nobody has touched it.
  const std::string now = write_state(to.dashboard.state());
  CHECK(translated(now, to) == translated(at_first, to));
  to.dashboard.show_written(first_profile());
  to.dashboard.set_state(*decode_state(translated(code, to)).state);
  CHECK(to.dashboard.state() == state);
}

TEST_CASE("a damaged code of an occupation takes nothing, and an overview's has nothing of what was changed within") {
  Overviewing f;
  f.dashboard.set_state(within_written());
  f.settle();
  f.dashboard.show_written(first_profile());
  f.settle();
  const std::string code = translated(write_state(f.dashboard.state()), f);
  for (std::size_t i = 1; i < code.size(); ++i) {
    std::string damaged = code;
    damaged[i] = damaged[i] == 'A' ? 'B' : 'A';
    CHECK(translated(damaged, f).empty());
    CHECK(translated(code.substr(0, i), f).empty());
  }
  f.press(f.part("button back"));
  const ReaderState whole = *decode_state(after_link(f, f)).state;
  CHECK_FALSE(whole.week);
  CHECK(whole.guesses.empty());
  CHECK(whole.overview == f.dashboard.state().overview);
}

TEST_CASE("a code that is sound until the occupation's names are known takes nothing") {
  const Catalogue catalogue = *decode_catalogue(catalogue_text()).catalogue;
  const Profile profile = profile_of_row(catalogue, *find_occupation(catalogue, "43-4051"));
  ReaderState state;
  state.overview = write_overview_choice({.open = "43-4051"});
  state.left_out.assign(1001, source_name(profile.evidence.at(0)));  // more than a list may have
  const std::string code = state_code(state, profile);
  REQUIRE(code.size() > 1001);
  Overviewing f;
  CHECK(translated(code, f).empty());
}

TEST_CASE("a code of an occupation that the catalogue lacks opens none") {
  Overviewing f;
  ReaderState state = within_written();
  state.overview = write_overview_choice({.open = "99-9999"});
  const std::string code = translated(write_state(state), f);
  const std::string json = translated(code, f);
  f.dashboard.set_state(*decode_state(json).state);
  f.settle();
  CHECK(f.plot());
}
