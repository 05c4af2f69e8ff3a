// Fields for numbers: what is typed into each counts, what cannot is said beside it, and nothing typed is lost.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "core/guesses.h"
#include "core/week.h"
#include "overview_fixture.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

const std::string least_growth = "Projected change in employment: at least";
const std::string least_wage = "Median wage (USD): at least";
const std::string first_task = first_profile().tasks[0].name, second_task = first_profile().tasks[1].name;

// What is typed, and left.
template <typename Base>
struct Typing : Base {
  using Base::Base;

  const Node& field(std::string_view name) {
    const Node* node = this->find(Role::number_field, name);
    CAPTURE(name);
    REQUIRE(node);
    return *node;
  }
  void type(std::string_view name, const std::string& text) {
    this->dashboard.enter(field(name).id, text);
    this->settle();
  }
  void leave(std::string_view name, const std::string& text) {
    type(name, text);
    this->dashboard.enter(field(name).id, key(text));
    this->settle();
  }
  void press_button(std::string_view label) {
    const Node* node = this->find(Role::button, label);
    REQUIRE(node);
    this->dashboard.activate(node->id);
    this->settle();
  }
  std::string entry(std::string_view name) { return field(name).entry; }

  // The message that the field's element is described by; empty where the field says that nothing is wrong.
  std::string problem(std::string_view name) {
    const std::string id = attribute(field(name), "aria-describedby");
    CHECK((id != absent) == (attribute(field(name), "aria-invalid") == "true"));
    if (id == absent) return {};
    for (const Node& node : this->record.nodes()) {
      if (attribute(node, "id") != id) continue;
      CHECK(node.part == "problem");
      CHECK_FALSE(node.lines.empty());
      CHECK(node.box.y >= field(name).box.bottom());
      return node.text;
    }
    return "missing";
  }
  std::vector<Node> number_fields() const {
    std::vector<Node> fields;
    for (const Node& node : this->record.nodes())
      if (node.role == Role::number_field) fields.push_back(node);
    return fields;
  }
  // Messages lie within the widget, over no text and no control.
  void check_room() const {
    for (const Node& message : this->record.nodes()) {
      if (message.part != "problem") continue;
      CAPTURE(message.text);
      CHECK(message.box.x >= -0.5f);
      CHECK(message.box.right() <= std::max(160.0f, this->width) + 0.5f);
      for (const Node& other : this->record.nodes()) {
        const bool is_seen = !other.lines.empty() || is_entered(other.role) || other.role == Role::button;
        if (other.id == message.id || !is_seen || other.box.width <= 0) continue;
        CAPTURE(other.text);
        CHECK_FALSE(other.box.grown(-0.6f).intersects(message.box.grown(-0.6f)));
      }
    }
  }
  std::size_t problems() const {
    return static_cast<std::size_t>(std::count_if(this->record.nodes().begin(), this->record.nodes().end(),
                                                  [](const Node& node) { return node.part == "problem"; }));
  }
};

using Filters = Typing<Overviewing>;

struct Panels : Typing<Fixture> {
  explicit Panels(std::initializer_list<Panel> panels) {
    ReaderState state;
    for (const Panel panel : panels) state.shown[static_cast<std::size_t>(panel)] = true;
    dashboard.set_state(state);
    settle();
  }

  void press_within(std::string_view row, std::string_view label) {
    const NodeId parent = find(Role::group, row)->id;
    for (const Node& node : record.nodes())
      if (node.parent == parent && node.role == Role::button && node.text == label) dashboard.activate(node.id);
    settle();
  }
  int share(std::size_t task) const {
    const std::optional<Week> week = dashboard.state().week;
    return week ? week->tasks[task].share : published_week(dashboard.profile()).tasks[task].share;
  }
  std::optional<int> guess(std::string_view task) const {
    for (const Guess& one : dashboard.state().guesses)
      if (one.task == task) return one.percent;
    return std::nullopt;
  }
};

// Those of the tables, and what Intl has for tags whose numbers are written otherwise.
std::vector<Language> all_writings() {
  std::vector<Language> all;
  for (const LanguageTable* table : all_languages()) all.push_back(language_of(*table));
  const std::array digits = {"٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"};
  Language swiss = language_of(german), european = language_of(portuguese), egyptian = language_of(arabic);
  swiss.numbers = {.decimal = ".", .group = "’", .minus = "-"};
  european.numbers = {.decimal = ",", .group = "\u00a0", .minus = "−"};
  egyptian.numbers = {.decimal = "٫", .group = "٬", .minus = "\u061c-", .percent = "{0}٪\u061c"};
  std::copy(digits.begin(), digits.end(), egyptian.numbers.digits.begin());
  for (const Language& one : {swiss, european, egyptian}) all.push_back(one);
  return all;
}

const std::string hours_of_first = "Hours a week: " + first_task, week_hours = "Hours in the week";
const std::string guess_of_first = "Your guess in percent: " + first_task;

}  // namespace

TEST_CASE("limits of a filter are read as they are meant") {
  Filters f;
  struct Limit {
    std::string typed;
    double value;
  };
  for (const Limit& limit : {Limit{"1.5", 1.5}, Limit{"12,5", 12.5}, Limit{"-5", -5}, Limit{"−2.25 %", -2.25},
                             Limit{"+3", 3}, Limit{"1,000", 1000}}) {
    CAPTURE(limit.typed);
    f.leave(least_growth, limit.typed);
    CHECK(f.choice().spans[2].least == limit.value);
    CHECK(f.problem(least_growth) == "");
  }
  f.leave(least_wage, "$90k");
  CHECK(f.choice().spans[1].least == 90'000);
  CHECK(f.entry(least_wage) == "90,000");
  f.leave("Employment: at least", "1.5 million");
  CHECK(f.choice().spans[0].least == 1'500'000);
}

TEST_CASE("where a number may be below zero, phones show keys with a minus") {
  Filters f;
  CHECK(attribute(f.field(least_growth), "inputmode") == "text");
  CHECK(attribute(f.field(least_wage), "inputmode") == "decimal");
}

TEST_CASE("a limit tells how many occupations there are with it") {
  Filters f;
  f.leave(least_growth, "20");
  const std::string told(f.dashboard.announcement());
  CHECK(told.ends_with(" of 756 occupations"));
  CHECK(told != "756 of 756 occupations");
  CHECK(f.says("\n" + told + "\n"));
}

TEST_CASE("a limit with decimals comes back from the state and from a link") {
  Filters f;
  f.leave(least_growth, "-1.25");
  CHECK(f.dashboard.state().overview == R"({"growth":{"least":-1.25}})");
  const std::string state = R"({"version":1,"overview":{"growth":{"least":-1.25}}})";
  const std::string code = play::panels.translate(state, f.dashboard.profile(), f.dashboard.overview());
  CHECK(play::panels.translate(code, f.dashboard.profile(), f.dashboard.overview()) == state);
}

TEST_CASE("what cannot be read changes nothing, stays in the field, and is said beside it until it is mended") {
  Filters f;
  f.leave(least_growth, "3");
  f.type(least_growth, "three");
  CHECK(f.problem(least_growth) == "");  // it may be on its way to something
  for (const std::string typed : {"10-20", "three", "€5", "1e3", "NaN"}) {
    CAPTURE(typed);
    f.leave(least_growth, typed);
    CHECK(f.problem(least_growth) == "This cannot be read as a number. Write it as in 1,234.5. Still applied: 3.");
    CHECK(f.choice().spans[2].least == 3);
    CHECK(f.entry(least_growth) == typed);
    CHECK(f.dashboard.announcement() == least_growth + ": " + f.problem(least_growth));
    CHECK(f.problems() == 1);
  }
  f.type(least_growth, "4");
  CHECK(f.problems() == 0);
  CHECK(f.choice().spans[2].least == 4);
  CHECK(f.entry(least_growth) == "4");
}

TEST_CASE("what is out of range is said with the range, and nothing is made of it") {
  Filters filters;
  filters.leave(least_growth, "-150%");
  CHECK(filters.problem(least_growth) == "This can be from −100 to 1,000,000. Still applied: no limit.");
  CHECK_FALSE(filters.choice().spans[2].least);
  Panels f({Panel::week});
  f.leave(week_hours, "40");
  f.leave(week_hours, "200");
  CHECK(f.problem(week_hours) == "This can be from 1.0 h to 168.0 h. Still applied: 40.0 h.");
  CHECK(f.entry(week_hours) == "200");
  f.leave(hours_of_first, "50 h");
  CHECK(f.problem(hours_of_first) == "This can be from 0.0 h to 40.0 h. Still applied: 8.0 h.");
  CHECK(f.problems() == 2);  // each is kept
  Panels guesses({Panel::guess});
  guesses.leave(guess_of_first, "-1");
  CHECK(guesses.problem(guess_of_first) == "This can be from 0% to 100%. Still applied: no guess yet.");
  CHECK_FALSE(guesses.guess(first_task));
}

TEST_CASE("hours are as far as locked tasks leave room") {
  Panels f({Panel::week});
  f.leave(hours_of_first, "30");
  f.press_within(first_task, "Keep this share");
  CHECK(f.field(hours_of_first).disabled);
  const std::string hours_of_second = "Hours a week: " + second_task;
  f.leave(hours_of_second, "20");
  CHECK(f.problem(hours_of_second).starts_with("This can be from 0.0 h to 10.0 h."));
  f.leave(hours_of_second, "10 hours");
  CHECK(f.problems() == 0);
  CHECK(f.share(1) == 250);
}

TEST_CASE("a week's fields take what people type") {
  Panels f({Panel::week});
  f.leave(hours_of_first, "8,5 h");
  CHECK(f.share(0) == 213);
  f.leave(hours_of_first, "a lot");
  CHECK(f.share(0) == 213);
  CHECK(f.problem(hours_of_first) == "This cannot be read as a number. Write it as in 12.5 h. Still applied: 8.5 h.");
  f.leave(week_hours, "37,5");
  CHECK(f.dashboard.state().week->hours == 37.5);
  f.press_button("Add a task");
  const std::string automation = "Automation in percent: A task of mine";
  f.leave(automation, "12,5 %");
  CHECK(f.dashboard.state().week->tasks.back().automation_percent == 12.5);
  f.leave(automation, "125");
  CHECK(f.problem(automation) == "This can be from 0% to 100%. Still applied: 12.5%.");
  CHECK(f.dashboard.state().week->tasks.back().automation_percent == 12.5);
}

TEST_CASE("guesses take what people type, and an empty field is no guess") {
  Panels f({Panel::guess});
  f.leave(guess_of_first, "٧٠٪");
  CHECK(f.guess(first_task) == 70);
  f.leave(guess_of_first, "70-80");
  CHECK(f.guess(first_task) == 70);
  CHECK(f.problem(guess_of_first) == "This cannot be read as a number. Write it as in 13%. Still applied: 70%.");
  f.leave(guess_of_first, "");
  CHECK_FALSE(f.guess(first_task));
  CHECK(f.problems() == 0);
}

TEST_CASE("an empty field is no limit, and where there has to be a number, the one that there was") {
  Filters filters;
  filters.leave(least_growth, "3");
  filters.leave(least_growth, " ");
  CHECK_FALSE(filters.choice().spans[2].least);
  CHECK(filters.problems() == 0);
  Panels f({Panel::week});
  f.leave(week_hours, "30");
  f.leave(week_hours, "thirty");
  f.leave(week_hours, "");
  CHECK(f.problems() == 0);
  CHECK(f.entry(week_hours) == "30.0 h");
}

TEST_CASE("what begins a number is no mistake while it is typed") {
  Filters f;
  const auto growth = [&] { return f.choice().spans[2].least; };
  f.type(least_growth, "-");
  CHECK_FALSE(growth());
  f.type(least_growth, "-1.");
  CHECK(growth() == -1);
  f.type(least_growth, "-1.5");
  CHECK(growth() == -1.5);
  f.type(least_growth, "-1.5 p");
  CHECK(f.problems() == 0);
  CHECK(growth() == -1.5);
  CHECK(f.entry(least_growth) == "−1.5");
}

TEST_CASE("where what is typed turns out not to count, nothing does that was on the way to it") {
  Filters filters;
  filters.leave(least_growth, "3");
  for (const std::string text : {"1", "10", "10-", "10-2", "10-20"}) filters.type(least_growth, text);
  CHECK(filters.choice().spans[2].least == 10);
  filters.leave(least_growth, "10-20");
  CHECK(filters.choice().spans[2].least == 3);
  CHECK(filters.problem(least_growth).ends_with("Still applied: 3."));
  CHECK(filters.dashboard.announcement() == least_growth + ": " + filters.problem(least_growth));
  // What is mended and spoilt anew comes to the same.
  filters.type(least_growth, "1");
  filters.leave(least_growth, "1 or 2");
  CHECK(filters.choice().spans[2].least == 3);
  CHECK(filters.entry(least_growth) == "1 or 2");

  Panels week({Panel::week});
  week.leave(hours_of_first, "9,3");
  const Week before = *week.dashboard.state().week;
  for (const std::string text : {"7", "70", "700"}) week.type(hours_of_first, text);
  week.leave(hours_of_first, "700");
  CHECK(week.problem(hours_of_first).ends_with("Still applied: 9.3 h."));
  CHECK(week.dashboard.announcement() == hours_of_first + ": " + week.problem(hours_of_first));
  CHECK(week.dashboard.state().week == before);
  for (const std::string text : {"7", ""}) week.type(hours_of_first, text);
  week.leave(hours_of_first, "");
  CHECK(week.dashboard.state().week == before);
  CHECK(week.problems() == 0);

  Panels guesses({Panel::guess});
  for (const std::string text : {"1", "12", "120"}) guesses.type(guess_of_first, text);
  CHECK(guesses.guess(first_task) == 12);
  guesses.leave(guess_of_first, "120");
  CHECK_FALSE(guesses.guess(first_task));
  CHECK(guesses.problem(guess_of_first).ends_with("Still applied: no guess yet."));
}

TEST_CASE("several fields may be wrong at once; each is mended by itself, and all begin anew together") {
  Filters f;
  f.leave(least_growth, "some");
  f.leave(least_wage, "much");
  CHECK(f.problems() == 2);
  f.leave("Employment: at least", "1000");
  CHECK(f.entry(least_growth) == "some");
  CHECK(f.entry(least_wage) == "much");
  f.type(least_growth, "1");
  CHECK(f.problem(least_growth) == "");
  CHECK(f.entry(least_wage) == "much");
  f.press_button("Show all");
  CHECK(f.problems() == 0);
  CHECK(f.entry(least_wage) == "");
}

TEST_CASE("another value that comes from elsewhere takes the place of what could not be read") {
  struct Row {
    Panel panel;
    std::string field, shown, restart;
  };
  for (const Row& row :
       {Row{Panel::week, hours_of_first, "20.0 h", "Reset"}, Row{Panel::guess, guess_of_first, "50%", "Start again"}}) {
    CAPTURE(row.field);
    Panels f({row.panel});
    f.leave(row.field, "lots");
    CHECK(f.problems() == 1);
    f.dashboard.enter(f.find(Role::slider, first_task)->id, "50");
    f.settle();
    CHECK(f.problems() == 0);
    CHECK(f.entry(row.field) == row.shown);
    f.leave(row.field, "lots");
    f.press_button(row.restart);
    CHECK(f.problems() == 0);
  }
}

TEST_CASE("a message has room below its row, whatever the width and the language") {
  for (const LanguageTable* table : all_languages()) {
    for (const float width : {1200.0f, 680.0f, 320.0f, 160.0f}) {
      CAPTURE(table->tag);
      CAPTURE(width);
      Filters f(width);
      f.dashboard.set_language(language_of(*table));
      f.settle();
      REQUIRE(f.number_fields().size() == 6);
      for (const Node& node : f.number_fields()) f.dashboard.enter(node.id, key("?"));
      f.settle();
      CHECK(f.problems() == 6);
      f.check_room();
    }
  }
}

TEST_CASE("a message in a week or among guesses has room, too") {
  for (const LanguageTable* table : all_languages()) {
    for (const float width : {1200.0f, 680.0f, 320.0f, 160.0f}) {
      for (const Panel panel : {Panel::week, Panel::guess}) {
        CAPTURE(table->tag);
        CAPTURE(width);
        Panels f({panel});
        f.width = width;
        f.settle();
        if (panel == Panel::week) f.press_button("Add a task");
        f.dashboard.set_language(language_of(*table));
        f.settle();
        const std::vector<Node> fields = f.number_fields();
        for (const Node& node : fields) f.dashboard.enter(node.id, key("?"));
        f.settle();
        CHECK(f.problems() == fields.size());
        f.check_room();
      }
    }
  }
}

TEST_CASE("messages are in the reader's language, and follow it") {
  Panels f({Panel::week});
  f.leave(week_hours, "zehn");
  f.dashboard.set_language(language_of(german));
  f.settle();
  const std::string name = std::string(german.play.week_hours);
  CHECK(f.problem(name) ==
        "Das lässt sich nicht als Zahl lesen. Schreiben Sie zum Beispiel 12,5\u00a0h. Weiterhin gilt: 40,0\u00a0h.");
  CHECK(f.entry(name) == "zehn");
}

TEST_CASE("a limit that a field shows is read as what it was, in every language and writing") {
  std::mt19937 random(5);
  for (const Language& language : all_writings()) {
    CAPTURE(language.tag);
    CAPTURE(language.numbers.decimal);
    Filters f;
    f.dashboard.set_language(language);
    for (int i = 0; i < 30; ++i) {
      const bool is_growth = i % 2;
      const std::size_t span = is_growth ? 2 : 0;
      OverviewChoice choice;
      choice.spans[span].least = is_growth ? (static_cast<double>(random() % 20'000) - 10'000) / 100
                                           : static_cast<double>(random() % 100'000'000);
      ReaderState state;
      state.overview = write_overview_choice(choice);
      f.dashboard.set_state(state);
      f.settle();
      const Node shown = f.number_fields().at(2 * span);
      CAPTURE(shown.entry);
      f.dashboard.set_state({});
      f.dashboard.enter(shown.id, shown.entry);
      f.settle();
      CHECK(f.choice().spans[span].least == choice.spans[span].least);
    }
  }
}

TEST_CASE("hours and guesses that fields show are read as what they were, in every language and writing") {
  std::mt19937 random(5);
  for (const Language& language : all_writings()) {
    CAPTURE(language.tag);
    CAPTURE(language.numbers.decimal);
    for (const Panel panel : {Panel::week, Panel::guess}) {
      Panels f({panel});
      f.dashboard.set_language(language);
      f.settle();
      REQUIRE(f.number_fields().size() > 8);
      for (std::size_t i = 0; i < f.number_fields().size(); ++i) {
        f.dashboard.enter(f.number_fields()[i].id, std::to_string(1 + random() % 39));
        f.settle();
        const ReaderState before = f.dashboard.state();
        const Node shown = f.number_fields()[i];
        CAPTURE(shown.entry);
        f.dashboard.enter(shown.id, shown.entry);
        f.dashboard.enter(shown.id, key(shown.entry));
        f.settle();
        CHECK(f.problems() == 0);
        CHECK(f.number_fields()[i].entry == shown.entry);
        CHECK(f.dashboard.state().guesses == before.guesses);
      }
    }
  }
}
