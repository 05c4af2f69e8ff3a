// An overview of a catalogue: what is drawn and recorded of it, what presses, keys and entries do, and the way to a
// profile and back.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "overview_fixture.h"

using namespace taskscope;
using namespace taskscope::test;

TEST_CASE("an overview tells what is in view, what its axes are and where its figures come from") {
  Overviewing f;
  CHECK(f.find(Role::heading, "Occupations of the United States"));
  CHECK(f.says("756 of 756 occupations are in view"));
  CHECK(f.says("Observed use: not observed in 411 occupations."));
  CHECK(f.says("Observed use, % of the work"));
  CHECK(f.says("Anthropic, Anthropic Economic Index"));
  CHECK(f.says("CC BY"));
  REQUIRE(f.plot());
  CHECK(attribute(*f.plot(), "role") == "application");
  CHECK(attribute(*f.plot(), "tabindex") == "0");
}

TEST_CASE("occupations that have no mark, as a figure is missing, are counted") {
  std::string json = catalogue_text();
  const std::size_t first = json.find("\"figures\": [") + std::string_view("\"figures\": [").size();
  json.replace(first, json.find(',', first) - first, "null");
  const Overviewing f(1200, json);
  CHECK(f.says("Observed use: no figure for 1 occupation."));
  CHECK_FALSE(Overviewing().says("no figure"));
}

TEST_CASE("each axis is one of the ratings, chosen from a list") {
  Overviewing f;
  REQUIRE(f.find(Role::select, "Across"));
  CHECK(f.texts_of(Role::option, "select-option").size() == 2 * 4);
  const auto chosen = [&] {
    std::vector<std::string> names;
    for (const Node& node : f.record.nodes())
      if (node.role == Role::option && attribute(node, "selected") != absent) names.push_back(node.text);
    return names;
  };
  CHECK(chosen() == std::vector<std::string>{"Observed use", "Exposure, rated by GPT-4"});
  f.enter(f.find(Role::select, "Across"), "copilot_applicability");
  CHECK(f.choice().across == "copilot_applicability");
  CHECK(chosen() == std::vector<std::string>{"Observed use", "AI applicability score"});
  CHECK(f.says("AI applicability score, % of the work"));
  f.enter(f.find(Role::select, "Upward"), "no such rating");
  CHECK(f.choice().upward.empty());
  f.press(f.find(Role::button, "Strip plot"));
  CHECK(f.find(Role::select, "Across"));
  CHECK_FALSE(f.find(Role::select, "Upward"));
}

TEST_CASE("the summary's highest occupations and those that are kept come first among the names") {
  Overviewing f;
  const auto names = [&] { return f.texts_of(Role::text, "mark-name"); };
  const auto has_name = [&](std::string_view title) {
    const std::vector<std::string> all = names();
    return std::count(all.begin(), all.end(), title) == 1;
  };
  CHECK(has_name("Computer Programmers"));
  CHECK(has_name("Mathematicians"));
  CHECK_FALSE(has_name("Medical Records Specialists"));
  f.press(f.find(Role::button, "Keep to compare: Medical Records Specialists"));
  CHECK(has_name("Medical Records Specialists"));
}

TEST_CASE("the table's headings keep their words whole at any width") {
  for (const float width : {1200.0f, 900.0f, 834.0f, 768.0f, 700.0f, 680.0f, 500.0f, 360.0f}) {
    CAPTURE(width);
    const Overviewing f(width);
    for (const Node& node : f.record.nodes())
      if (node.part == "button-label" && node.text.starts_with("Employment"))
        for (const LineBox& line : node.lines) CHECK(line.text.starts_with("Employment"));
    CHECK(f.find(Role::button, "Employment"));
  }
}

TEST_CASE("occupations are kept from the table, two at the most, and compared from there") {
  Overviewing f;
  f.press(f.find(Role::button, "Keep to compare: Computer Programmers"));
  CHECK(f.choice().kept == std::vector<std::string>{"15-1251"});
  CHECK_FALSE(f.find(Role::button, "Compare"));
  f.press(f.find(Role::button, "Keep to compare: Data Entry Keyers"));
  f.press(f.find(Role::button, "Keep to compare: Medical Transcriptionists"));
  CHECK(f.choice().kept == std::vector<std::string>{"43-9021", "31-9094"});
  CHECK(f.find(Role::button, "Keep to compare: Data Entry Keyers")->pressed == true);
  CHECK(f.find(Role::button, "Keep to compare: Computer Programmers")->pressed == false);
  f.press(f.find(Role::button, "Compare"));
  CHECK(f.choice().open == "43-9021");
  CHECK(f.find(Role::heading, "Compare"));
  CHECK(f.says("Medical Transcriptionists"));
  f.press(f.find(Role::button, "Back to the overview"));
  f.press(f.find(Role::button, "Keep to compare: Data Entry Keyers"));
  CHECK(f.choice().kept == std::vector<std::string>{"31-9094"});
}

TEST_CASE("every width, picture and direction keeps what is drawn within the widget") {
  for (const float width : {1200.0f, 700.0f, 360.0f, 180.0f}) {
    Overviewing f(width);
    for (const PlotShape shape : {PlotShape::scatter, PlotShape::treemap, PlotShape::strip}) {
      for (const bool is_right_to_left : {false, true}) {
        CAPTURE(width);
        CAPTURE(static_cast<int>(shape));
        Language language = language_of(english);
        language.is_right_to_left = is_right_to_left;
        f.dashboard.set_language(language);
        ReaderState state;
        state.overview = write_overview_choice({.shape = shape});
        f.dashboard.set_state(state);
        f.settle();
        for (const Node& node : f.record.nodes()) {
          if (node.lines.empty()) continue;
          CAPTURE(node.text);
          CHECK(node.box.x >= -0.5f);
          CHECK(node.box.right() <= width + 0.5f);
        }
      }
    }
  }
}

TEST_CASE("what stands beside a profile keeps within the widget, in every language") {
  for (const float width : {1200.0f, 700.0f, 360.0f, 180.0f}) {
    Overviewing f(width);
    for (const LanguageTable* table : all_languages()) {
      CAPTURE(width);
      CAPTURE(table->tag);
      f.dashboard.set_language(language_of(*table));
      ReaderState state;
      state.overview = write_overview_choice({.open = "29-2072"});
      f.dashboard.set_state(state);
      f.frame();
      f.dashboard.show_written(first_profile());
      f.settle();
      for (const Node& node : f.record.nodes()) {
        if (node.lines.empty()) continue;
        CAPTURE(node.text);
        CHECK(node.text.find('{') == std::string::npos);
        CHECK(node.box.x >= -0.5f);
        CHECK(node.box.right() <= width + 0.5f);
      }
    }
  }
}

TEST_CASE("every language fills all places, and names all that is there to be pressed") {
  for (const LanguageTable* table : all_languages()) {
    CAPTURE(table->tag);
    Overviewing f;
    f.dashboard.set_language(language_of(*table));
    f.settle();
    f.press(f.part("sort"));
    f.enter(f.part("field"), "nurse");  // the search is the first
    for (const Node& node : f.record.nodes()) {
      CAPTURE(node.part);
      CHECK(node.text.find('{') == std::string::npos);
      const bool is_named_here =
          node.role == Role::button || (!node.attributes.empty() && node.attributes.front().name == "role");
      if (is_named_here) CHECK(!node.text.empty());
    }
  }
}

TEST_CASE("ids are unique") {
  Overviewing f;
  f.enter(f.search(), "nurse");
  std::vector<NodeId> ids;
  for (const Node& node : f.record.nodes()) ids.push_back(node.id);
  std::sort(ids.begin(), ids.end());
  CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
}

TEST_CASE("the table has one page of rows with their numbers, and sorts by its columns") {
  Overviewing f;
  const Node* table = f.part("sortable");
  REQUIRE(table);
  CHECK(table->rows == 757);
  CHECK(f.rows().size() == 12);
  const Node* row = f.part("occupation");
  REQUIRE(row);
  CHECK(row->rows == 2);
  CHECK(f.find(Role::button, "Employment"));
  f.press(f.find(Role::button, "Employment"));
  CHECK(f.choice().order == "employment");
  CHECK(!f.choice().ascends);
  CHECK(f.rows().front() == "Retail Salespersons");
  f.press(f.find(Role::button, "Occupation"));
  CHECK(f.choice().ascends);
  CHECK(f.rows().front().starts_with("A"));
  f.press(f.find(Role::button, "Next"));
  CHECK(f.part("occupation")->rows == 14);
  CHECK(f.says("13 to 24 of 756"));
  bool is_sorted = false;
  for (const Node& node : f.record.nodes())
    is_sorted |= node.role == Role::column_header && attribute(node, "aria-sort") == "ascending";
  CHECK(is_sorted);
}

TEST_CASE("groups and spans filter, the number of matches follows, and all come back") {
  Overviewing f;
  f.press(f.find(Role::button, "Management"));
  CHECK(f.choice().hidden_groups == std::vector<std::string>{"11"});
  CHECK(!f.says("756 of 756 occupations\n"));
  f.enter(f.find(Role::number_field, "Median wage (USD): at least"), "100,000");
  CHECK(f.choice().spans[1].least == 100'000);
  f.enter(f.find(Role::number_field, "Projected change in employment: at most"), "-5");
  CHECK(f.choice().spans[2].most == -5);
  f.press(f.find(Role::button, "Show all"));
  CHECK(f.choice() == OverviewChoice{});
  CHECK(f.says("756 of 756 occupations\n"));
}

TEST_CASE("a press on a row opens its profile, and the way back leads to the same state") {
  Overviewing f;
  f.press(f.find(Role::button, "Employment"));
  const std::string first = f.rows().front();
  f.press(f.find(Role::button, first));
  CHECK(f.find(Role::heading, first));
  CHECK(!f.plot());
  f.press(f.find(Role::button, "Back to the overview"));
  CHECK(f.plot());
  CHECK(f.rows().front() == first);
  CHECK(f.choice().order == "employment");
}

TEST_CASE("an occupation tells its market, where its figures are from, its tasks by level and what is related") {
  Overviewing f;
  ReaderState state;
  state.overview = write_overview_choice({.open = "43-4051"});
  f.dashboard.set_state(state);
  f.settle();
  CHECK(f.says("2,725,930 people"));
  CHECK(f.says("42,830 USD a year"));
  CHECK(f.says("−5%"));
  CHECK(f.says("Adoption: Observed use (measured use, this occupation). Anthropic"));
  CHECK(f.says("Potential: Exposure, rated by GPT-4 (estimated exposure, this occupation). Eloundou"));
  CHECK(f.says("Core tasks: 7 tasks"));
  CHECK(f.says("three quarters: 3 tasks"));
  CHECK_FALSE(f.says("differ"));
  f.press(f.find(Role::button, "Telemarketers"));
  CHECK(f.choice().open == "41-9041");
  CHECK(f.find(Role::heading, "Telemarketers"));
}

TEST_CASE("occupations that are kept stand beside the one that is open, at most two of them") {
  Overviewing f;
  const auto open = [&](const std::string& query, const std::string& title) {
    f.enter(f.search(), query);
    f.press(f.find(Role::group, title));
    f.press(f.find(Role::button, "Keep to compare"));
    f.press(f.find(Role::button, "Back to the overview"));
  };
  open("41-2011", "Cashiers, 41-2011");
  CHECK(f.says("Kept to compare: Cashiers."));
  open("23-1011", "Lawyers, 23-1011");
  open("15-2021", "Mathematicians, 15-2021");
  CHECK(f.choice().kept == std::vector<std::string>{"23-1011", "15-2021"});
  f.enter(f.search(), "43-3021");
  f.press(f.find(Role::group, "Billing and Posting Clerks, 43-3021"));
  CHECK(f.find(Role::column_header, "Billing and Posting Clerks"));
  CHECK(f.find(Role::column_header, "Lawyers"));
  CHECK(f.find(Role::column_header, "Mathematicians"));
  CHECK(f.says("151,160 USD a year"));       // of lawyers
  CHECK_FALSE(f.says("automatable tasks"));  // none of them has any
  f.press(f.find(Role::button, "Without Lawyers"));
  CHECK_FALSE(f.find(Role::column_header, "Lawyers"));
  CHECK(f.find(Role::column_header, "Mathematicians"));
  CHECK(f.choice().open == "43-3021");
  f.press(f.find(Role::button, "Back to the overview"));
  f.press(f.find(Role::button, "Without Mathematicians"));
  CHECK(f.choice().kept.empty());
}

TEST_CASE("another catalogue asks for the profile of the occupation that is open as well") {
  Overviewing f;
  ReaderState state;
  state.overview = write_overview_choice({.open = "29-2072"});
  f.dashboard.set_state(state);
  CHECK(f.frame().has_request);
  CHECK_FALSE(f.frame().has_request);
  std::vector<Diagnostic> diagnostics;
  REQUIRE(f.dashboard.show_catalogue(catalogue_text(), diagnostics));
  CHECK(f.frame().has_request);
}

TEST_CASE("a picture that is taken first leaves the request for the next frame") {
  Overviewing f;
  ReaderState state;
  state.overview = write_overview_choice({.open = "29-2072"});
  f.dashboard.set_state(state);
  f.is_picture = true;
  CHECK_FALSE(f.frame().has_request);
  f.is_picture = false;
  CHECK(f.frame().has_request);
  CHECK(f.dashboard.request().find("profiles/medical-records-specialists.json") != std::string::npos);
  CHECK_FALSE(f.frame().has_request);
}

TEST_CASE("beside a profile written by hand stands where public figures differ, and what each is about") {
  Overviewing f;
  ReaderState state;
  state.overview = write_overview_choice({.open = "29-2072"});
  f.dashboard.set_state(state);
  f.frame();
  f.dashboard.show_written(first_profile());
  f.settle();
  CHECK(f.find(Role::heading, "Where this profile and public figures differ"));
  CHECK(f.says("4.9% is the mean of 16 occupations in “Healthcare Support Occupations”."));
  CHECK(f.says("The author’s own figure"));
  CHECK(f.says("66.7%"));
  CHECK_FALSE(f.says("Adoption: Observed use"));  // whose figure the headline is, the catalogue does not know
}

TEST_CASE("an occupation with a profile written by hand asks the page for it, and has its week among the others") {
  Overviewing f;
  ReaderState state;
  state.overview = write_overview_choice({.open = "29-2072"});
  f.dashboard.set_state(state);
  const FrameResult result = f.frame();
  CHECK(result.has_request);
  CHECK(f.dashboard.request().find("profiles/medical-records-specialists.json") != std::string::npos);
  f.dashboard.show_written(first_profile());
  f.settle();
  CHECK(f.find(Role::heading, "Medical records specialists"));
  state = f.dashboard.state();
  state.week = published_week(f.dashboard.profile());
  state.overview = write_overview_choice({.open = "29-2072"});
  f.dashboard.set_state(state);
  f.settle();
  f.press(f.find(Role::button, "Back to the overview"));
  REQUIRE(f.choice().own);
  CHECK(f.choice().own->code == "29-2072");
  CHECK(f.choice().own->potential_percent == doctest::Approx(78).epsilon(0.02));
  CHECK(f.says("My job: potential"));
}

TEST_CASE("the pointer over a mark tells it, and a press opens what was told before") {
  Overviewing f;
  const Rect box = f.plot()->box;
  bool opened = false;  // somewhere on the plot there is a mark
  for (float y = box.y + 20; y < box.bottom() && !opened; y += 25) {
    for (float x = box.x + 60; x < box.right() && !opened; x += 25) {
      f.click(x, y);
      opened = !f.choice().open.empty();
    }
  }
  CHECK(opened);
}

TEST_CASE("marks are one batch of discs, which others take the place of when they look otherwise") {
  Overviewing f;
  REQUIRE(f.discs());
  CHECK(f.discs()->discs().size() == 2 * 756);
  CHECK(f.discs()->placement.direction == 1);
  std::uint32_t version = f.discs_version();
  const auto are_others = [&] { return std::exchange(version, f.discs_version()) != version; };
  f.dashboard.move_pointer(f.plot()->box.center_x(), f.plot()->box.center_y());
  CHECK_FALSE(are_others());
  f.enter(f.plot(), key("+"));
  CHECK(are_others());
  CHECK(f.discs()->discs().size() < 2 * 756);
  f.enter(f.plot(), key("0"));
  CHECK(are_others());
  f.press(f.find(Role::button, "Growth"));
  CHECK(are_others());
  f.theme.scheme = Scheme::dark;
  f.theme.colors = palette_of(Scheme::dark, false);
  CHECK(are_others());
  f.press(f.find(Role::button, "Legal"));
  CHECK(are_others());
  CHECK_FALSE(are_others());
  f.press(f.find(Role::button, "Treemap"));
  CHECK(f.discs() == nullptr);
}

TEST_CASE("the table's order follows what is hidden") {
  Overviewing f;
  const std::vector<std::string> all = f.rows();
  f.press(f.find(Role::button, "Computer and Mathematical"));
  CHECK(f.rows() != all);
  const std::vector<std::string> fewer = f.rows();
  CHECK(std::find(fewer.begin(), fewer.end(), "Computer Programmers") == fewer.end());
  f.press(f.find(Role::button, "Computer and Mathematical"));
  CHECK(f.rows() == all);
}

TEST_CASE("keys on the plot go from mark to mark, zoom, move and open") {
  Overviewing f;
  f.enter(f.plot(), key("ArrowRight"));
  CHECK(std::string(f.dashboard.announcement()).find("Median wage") != std::string::npos);
  const std::string told(f.dashboard.announcement());
  f.enter(f.plot(), key("ArrowRight"));
  CHECK(std::string(f.dashboard.announcement()) != told);
  f.enter(f.plot(), key("+"));
  REQUIRE(f.choice().window);
  const PlotWindow window = *f.choice().window;
  CHECK(window.right - window.left < 90);
  f.enter(f.plot(), key("Shift+ArrowRight"));
  CHECK(f.choice().window->left > window.left);
  f.enter(f.plot(), "zoom 2.00000 0.50000 0.50000");
  CHECK(f.choice().window->right - f.choice().window->left < window.right - window.left);
  f.enter(f.plot(), "pan -0.10000 0.00000");
  f.enter(f.plot(), key("0"));
  CHECK(!f.choice().window);
  f.enter(f.plot(), key("ArrowLeft"));
  f.enter(f.plot(), key("Enter"));
  CHECK(!f.choice().open.empty());
}

TEST_CASE("what comes faster than frames is taken in turn, and of what is typed the last") {
  Overviewing f;
  const NodeId search = f.search()->id;
  for (const char* typed : {"n", "nu", "nurse"}) f.dashboard.enter(search, typed);
  f.dashboard.enter(search, key("ArrowDown"));
  f.dashboard.enter(search, key("ArrowDown"));
  f.dashboard.enter(search, key("Enter"));
  f.settle();
  const std::string second = f.choice().open;
  CHECK_FALSE(second.empty());
  Overviewing slow;
  slow.enter(slow.search(), "nurse");
  for (const char* name : {"ArrowDown", "ArrowDown", "Enter"}) slow.enter(slow.search(), key(name));
  CHECK(slow.choice().open == second);
}

TEST_CASE("the search lists what it finds, by title and by code, and keys choose") {
  Overviewing f;
  f.enter(f.search(), "29-2072");
  CHECK(f.texts_of(Role::group, "found") == std::vector<std::string>{"Medical Records Specialists, 29-2072"});
  f.enter(f.search(), "nurse");
  CHECK(f.texts_of(Role::group, "found").size() >= 4);
  CHECK(attribute(*f.search(), "aria-expanded") == "true");
  f.enter(f.search(), key("ArrowDown"));
  CHECK(attribute(*f.search(), "aria-activedescendant").starts_with("n"));
  f.enter(f.search(), key("Escape"));
  CHECK(attribute(*f.search(), "aria-expanded") == "false");
  f.enter(f.search(), key("ArrowDown"));
  f.enter(f.search(), key("Enter"));
  CHECK(!f.choice().open.empty());
}

TEST_CASE("axes, shape and colour are the reader's, and the legend follows") {
  Overviewing f;
  f.press(f.find(Role::button, "Treemap"));
  CHECK(f.choice().shape == PlotShape::treemap);
  f.press(f.find(Role::button, "Strip plot"));
  f.press(f.find(Role::button, "Wage"));
  CHECK(f.choice().color == MarkColor::wage);
  CHECK(f.part("steps"));
  f.press(f.find(Role::button, "Growth"));
  CHECK(f.choice().color == MarkColor::growth);
}

TEST_CASE("a catalogue with errors changes nothing, and a profile takes its place") {
  Overviewing f;
  std::vector<Diagnostic> diagnostics;
  CHECK(!f.dashboard.show_catalogue("{\"version\": 1}", diagnostics));
  CHECK(!diagnostics.empty());
  f.settle();
  CHECK(f.plot());
  f.dashboard.show(first_profile());
  f.settle();
  CHECK(!f.plot());
  CHECK(f.find(Role::heading, "Medical records specialists"));
}

TEST_CASE("paper and the text in the open have all rows, those of other pages without being laid out") {
  Overviewing f;
  f.press(f.find(Role::button, "Next"));
  const std::vector<std::string> page = f.rows();
  const float height = f.frame().content_height;
  f.records_all = true;
  f.settle();
  const std::vector<std::string> all = f.rows();
  CHECK(all.size() == 756);
  CHECK(std::equal(page.begin(), page.end(), all.begin() + 12));
  CHECK(std::set<std::string>(all.begin(), all.end()).size() == 756);
  CHECK(f.frame().content_height == height);
  const auto cells = f.texts_of(Role::note, "cell-words");
  CHECK(cells.size() == (756 - 12) * 7);
  CHECK(std::find(cells.begin(), cells.end(), "not observed") != cells.end());
  int number = 1;  // the headings'
  for (const Node& node : f.record.nodes())
    if (node.role == Role::row) CHECK(node.rows == number++);
  f.records_all = false;
  f.settle();
  CHECK(f.rows() == page);
}

TEST_CASE("of very long lists, paper and the text in the open say how many rows they lack and where these are") {
  std::string codes, titles, groups, figures;
  for (int i = 0; i < 5030; ++i) {
    const std::string comma = i == 0 ? "" : ",", number = std::to_string(i);
    codes += concat({comma, "\"", number, "\""});
    titles += concat({comma, "\"Job ", number, "\""});
    groups += comma + "0";
    figures += comma + "0.5";
  }
  const std::string source = R"("source":{"publisher":"P","vintage":"V","licence":"L"})";
  Overviewing f(1200,
                R"({"version":1,"title":"Many","groups":{"codes":["0"],"titles":["All"]},"occupations":{"codes":[)" +
                    codes + R"(],"titles":[)" + titles + R"(],"groups":[)" + groups + "]," + source +
                    R"(},"ratings":[{"name":"r","title":"R","kind":"measured use","match":"occupation",)" + source +
                    R"(,"figures":[)" + figures + "]}]}");
  CHECK_FALSE(f.says("left out"));
  f.records_all = true;
  f.settle();
  CHECK(f.rows().size() == 5000);
  CHECK(f.find(Role::note,
               "Here 30 more occupations are left out; “Occupations in view as CSV” under “Share” has them all."));
  f.records_all = false;
  for (int page = 0; page < 419; ++page) f.press(f.find(Role::button, "Next"));  // to the last, of two rows
  f.records_all = true;
  f.settle();
  CHECK(f.rows().size() == 5002);
  CHECK(f.find(Role::note,
               "Here 28 more occupations are left out; “Occupations in view as CSV” under “Share” has them all."));
}

TEST_CASE("a row that is not drawn opens its occupation as well, recorded or not") {
  for (const bool records : {true, false}) {
    Overviewing f;
    f.records_all = true;
    f.settle();
    const Node* last = nullptr;
    for (const Node& node : f.record.nodes())
      if (node.part == "open-occupation") last = &node;
    REQUIRE(last);
    const std::string title = last->text;
    const NodeId id = last->id;
    f.records = records;
    f.dashboard.activate(id);
    f.settle();
    CHECK_FALSE(f.choice().open.empty());
    CHECK(f.dashboard.profile().title == title);
  }
}
