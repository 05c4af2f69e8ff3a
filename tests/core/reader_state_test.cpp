#include "core/reader_state.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/decode.h"
#include "core/overview_choice.h"

using namespace taskscope;

namespace {

// Of one to eight characters, harmless and otherwise.
std::string random_name(std::mt19937& random) {
  constexpr std::array<std::string_view, 12> characters = {"a",    "Z", " x", "\"",   "\\", "\n",
                                                           "\x01", "ü", "任", "🗂", "{",  "]"};
  std::string name = "n";
  for (std::size_t i = random() % 8; i > 0; --i) name += characters[random() % characters.size()];
  return name;
}

std::vector<std::string> random_names(std::mt19937& random) {
  std::vector<std::string> names(random() % 5);
  for (std::string& name : names) name = random_name(random);
  return names;
}

std::optional<Week> random_week(std::mt19937& random) {
  if (random() % 2) return std::nullopt;
  Week week{.hours = static_cast<double>(10 + random() % 1600) / 10};
  week.tasks.resize(random() % 4);
  for (WeekTask& task : week.tasks) {
    task = {.name = random_name(random), .share = static_cast<int>(random() % 1001)};
    (random() % 2 ? task.is_locked : task.is_left_out) = random() % 2;
    if (random() % 2) task.automation_percent = static_cast<double>(random() % 1001) / 10;
  }
  return week;
}

std::vector<Guess> random_guesses(std::mt19937& random) {
  std::vector<Guess> guesses(random() % 4);
  for (Guess& guess : guesses) {
    guess.about = static_cast<Guessed>(random() % 3);
    if (guess.about == Guessed::task) guess.task = random_name(random);
    if (random() % 2) guess.percent = static_cast<int>(random() % 101);
    guess.is_revealed = random() % 2;
  }
  return guesses;
}

ReaderState random_state(std::mt19937& random) {
  ReaderState state;
  state.open_tasks = random_names(random);
  for (bool& shown : state.shown) shown = random() % 2;
  if (random() % 2) state.weighting = static_cast<Weighting>(random() % 4);
  state.left_out = random_names(random);
  state.tasks.order = static_cast<TaskOrder>(random() % 4);
  for (bool& hides : state.tasks.hides_band) hides = random() % 2;
  for (bool& hides : state.tasks.hides_importance) hides = random() % 2;
  if (random() % 2) state.tasks.search = random_name(random);
  state.week = random_week(random);
  state.guesses = random_guesses(random);
  if (random() % 2) state.class_codes = random_name(random);
  state.beside = random() % most_compared;
  return state;
}

}  // namespace

TEST_CASE("a state that is written is read as it was, whatever tasks and sources are called") {
  std::mt19937 random(1);
  for (int i = 0; i < 10'000; ++i) {
    const ReaderState state = random_state(random);
    const DecodedState decoded = decode_state(write_state(state));
    CAPTURE(write_state(state));
    REQUIRE(decoded.state);
    CHECK(decoded.diagnostics.empty());
    CHECK(*decoded.state == state);
  }
}

TEST_CASE("a state that was tampered with is read or refused, and never does harm") {
  std::mt19937 random(2);
  for (int i = 0; i < 10'000; ++i) {
    std::string json = write_state(random_state(random));
    for (std::size_t changes = 1 + random() % 3; changes > 0; --changes) {
      const std::size_t at = random() % json.size();
      if (random() % 2) {
        json[at] = static_cast<char>(random() % 256);
      } else {
        json.erase(at, 1 + random() % 4);
      }
      if (json.empty()) json = " ";
    }
    const DecodedState decoded = decode_state(json);
    CHECK(decoded.state.has_value() == !has_errors(decoded.diagnostics));
  }
}

TEST_CASE("what a state says of figures and rules that there are none of is an error, or left out") {
  CHECK_FALSE(decode_state(R"({"version":1,"weighting":"3:1"})").state);
  const DecodedState unknown = decode_state(R"({"version":1,"panels":["wages"]})");
  REQUIRE(unknown.state);
  CHECK(*unknown.state == ReaderState{});
}

TEST_CASE("the state of a profile of as many tasks as there may be can be kept") {
  Profile profile;
  profile.adoption_percent = profile.potential_percent = 50;
  profile.tasks.resize(limits::tasks);
  ReaderState state;
  for (std::size_t i = 0; i < profile.tasks.size(); ++i) {
    profile.tasks[i].name = "Task " + std::to_string(i);
    state.open_tasks.push_back(profile.tasks[i].name);
  }
  state.week = published_week(profile);
  for (std::size_t i = 0; i < most_own_tasks; ++i)
    state.week->tasks.push_back({.name = "Mine", .automation_percent = 50});
  state.guesses = open_guesses(profile);
  CHECK(decode_state(write_state(state)).state == state);
}

TEST_CASE("what is open at first is told once it is closed") {
  ReaderState state;
  state.shown[static_cast<std::size_t>(Panel::compare)] = false;
  state.beside = 1;
  CHECK(write_state(state) == R"({"version":1,"panels":["compareClosed"],"beside":2})");
  CHECK(decode_state(R"({"version":1,"beside":0})").state == ReaderState{});
  CHECK(decode_state(R"({"version":1,"beside":9})").state->beside == 1);
}

TEST_CASE("the state of an untouched dashboard is short") { CHECK(write_state({}) == R"({"version":1})"); }

TEST_CASE("what is no state says why") {
  const auto message = [](std::string_view json) {
    const DecodedState decoded = decode_state(json);
    CHECK_FALSE(decoded.state);
    REQUIRE_FALSE(decoded.diagnostics.empty());
    return decoded.diagnostics.front().message;
  };
  CHECK(message("[]") == "A state is an object in curly brackets, { }, and this is none.");
  CHECK(message(R"({"version":2})") == "“version” is 2, but only version 1 of the format is known here.");
  CHECK(message(R"({"openTasks":[]})").find("needs “version”") != std::string::npos);
  CHECK(message(R"({"version":1,"openTasks":[7]})").find("number") != std::string::npos);
  CHECK(message("{").find("ends") != std::string::npos);
}

TEST_CASE("an overview's state is kept whole, and what is wrong with one is told") {
  ReaderState state;
  OverviewChoice choice;
  choice.shape = PlotShape::strip;
  choice.across = "exposure";
  choice.upward = "observed_use";
  choice.color = MarkColor::growth;
  choice.hidden_groups = {"11", "29"};
  choice.spans = {FigureSpan{1'000, 2'000'000}, FigureSpan{std::nullopt, 90'000}, FigureSpan{-5, std::nullopt}};
  choice.order = "median_wage";
  choice.ascends = true;
  choice.window = PlotWindow{10, 42.5, 0, 50};
  choice.open = "29-2072";
  choice.kept = {"41-2011", "15-1252"};
  choice.own = OwnJob{"29-2072", 61.3};
  state.overview = write_overview_choice(choice);
  const DecodedState decoded = decode_state(write_state(state));
  REQUIRE(decoded.state);
  CHECK(*decoded.state == state);
  CHECK(decode_overview_choice(decoded.state->overview).choice == choice);
  CHECK(!decode_overview_choice("{\"shape\":\"pie\"}").choice);
  CHECK(!decode_overview_choice("{\"own\":{\"code\":\"29-2072\"}}").choice);
  CHECK(!decode_overview_choice("[]").choice);
  CHECK(!decode_overview_choice("{").choice);
  CHECK(decode_overview_choice("").choice == OverviewChoice());
  CHECK(!decode_state("{\"version\":1,\"overview\":[]}").state);
}

TEST_CASE("a filter's limits are kept to a hundredth, and within what catalogues hold, or an error that says where") {
  const auto limits_of = [](std::string_view json) {
    const DecodedOverviewChoice decoded = decode_overview_choice(json);
    REQUIRE(decoded.choice);
    return write_overview_choice(*decoded.choice);
  };
  CHECK(limits_of(R"({"people":{"least":1e12,"most":-1e12}})") ==
        R"({"people":{"least":1000000000000,"most":-1000000000000}})");
  CHECK(limits_of(R"({"growth":{"least":-0.204,"most":1.5}})") == R"({"growth":{"least":-0.2,"most":1.5}})");
  for (const char* number : {"1e300", "-1e300", "1000000000001", "9223372036854775808"}) {
    CAPTURE(number);
    const DecodedOverviewChoice decoded = decode_overview_choice(std::string(R"({"people":{"least":)") + number + "}}");
    CHECK_FALSE(decoded.choice);
    REQUIRE(decoded.diagnostics.size() == 1);
    CHECK(decoded.diagnostics.front().json_pointer == "/overview/people/least");
    CHECK(decoded.diagnostics.front().message ==
          "“least” is " + std::string(number) +
              ", but a filter’s limit lies between -1000000000000 and 1000000000000.");
  }
}

TEST_CASE("numbers that no state has are written as the nearest that there may be") {
  OverviewChoice choice;
  choice.spans[0] = {1e300, std::nan("")};
  CHECK(write_overview_choice(choice) == R"({"people":{"least":1000000000000,"most":0}})");
  ReaderState state;
  state.week = Week{.hours = std::nan(""), .tasks = {{.name = "Mine", .automation_percent = -1e300}}};
  CHECK(write_state(state) == R"({"version":1,"week":{"hours":0,"tasks":[{"name":"Mine","share":0,"automation":0}]}})");
}

TEST_CASE("a plot that is zoomed far in is kept as it was") {
  OverviewChoice choice;
  choice.window = PlotWindow{33.333333, 33.4, 0.000001, 0.05};
  CHECK(decode_overview_choice(write_overview_choice(choice)).choice == choice);
}
