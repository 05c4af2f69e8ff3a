#include "core/state_code.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "core/overview_choice.h"

using namespace taskscope;

namespace {

// From 0 to `count` − 1.
unsigned pick(std::mt19937& random, unsigned count) { return static_cast<unsigned>(random() % count); }

Profile profile_of(std::size_t tasks) {
  Profile profile;
  profile.title = "T";
  profile.adoption_percent = 14;
  profile.potential_percent = 78;
  profile.tasks.resize(tasks);
  for (std::size_t i = 0; i < tasks; ++i)
    profile.tasks[i].name = "Identify, abstract and code patient record data " + std::to_string(i);
  profile.evidence.resize(2);
  profile.evidence[0].publisher = "A";
  profile.evidence[0].measure = "use";
  profile.evidence[1].publisher = "B";
  profile.evidence[1].measure = "exposure";
  return profile;
}

std::vector<std::string> random_tasks(std::mt19937& random, const Profile& profile) {
  std::vector<std::string> names;
  const unsigned one_in = 1 + pick(random, 4);
  for (const Task& task : profile.tasks)
    if (pick(random, one_in) == 0) names.push_back(task.name);
  return names;
}

Week random_week(std::mt19937& random, const Profile& profile) {
  Week week = published_week(profile);
  for (unsigned changes = pick(random, 6); changes > 0; --changes) {
    const std::size_t task = pick(random, static_cast<unsigned>(week.tasks.size()));
    const unsigned kind = pick(random, 5);
    if (kind == 0) week = with_share(week, task, static_cast<int>(pick(random, 1001)));
    if (kind == 1 && !week.tasks[task].is_left_out) week = with_lock(week, task, pick(random, 2));
    if (kind == 2) week = with_left_out(week, task, pick(random, 2));
    if (kind == 3) week = with_hours(week, 1 + pick(random, 1671) / 10.0);
    if (kind == 4)
      week = with_own_task(week, "“Mine” 任 🗂 " + std::to_string(changes), pick(random, 1001) / 10.0);
  }
  return week;
}

std::vector<Guess> random_guesses(std::mt19937& random, const Profile& profile) {
  std::vector<Guess> guesses = open_guesses(profile);
  for (Guess& guess : guesses) {
    if (pick(random, 2)) guess.percent = static_cast<int>(pick(random, 101));
    guess.is_revealed = pick(random, 2);
  }
  return guesses;
}

ReaderState random_state(std::mt19937& random, const Profile& profile) {
  ReaderState state;
  state.open_tasks = random_tasks(random, profile);
  for (bool& shown : state.shown) shown = pick(random, 2);
  if (pick(random, 2)) state.weighting = static_cast<Weighting>(pick(random, 4));
  if (pick(random, 3) == 0) state.left_out = {"B: exposure"};
  if (pick(random, 3) == 0) {
    state.tasks.order = static_cast<TaskOrder>(pick(random, 4));
    for (bool& hides : state.tasks.hides_band) hides = pick(random, 2);
    for (bool& hides : state.tasks.hides_importance) hides = pick(random, 2);
    if (pick(random, 2)) state.tasks.search = "“code” 任";
  }
  if (pick(random, 2)) state.week = random_week(random, profile);
  if (pick(random, 3) == 0) state.guesses = random_guesses(random, profile);
  if (pick(random, 4) == 0) state.class_codes = "AbC-_09\n\"任\" ";
  return state;
}

}  // namespace

TEST_CASE("a state goes into a code and comes back") {
  std::mt19937 random(1);
  for (int i = 0; i < 10'000; ++i) {
    const Profile profile = profile_of(1 + pick(random, 12));
    const ReaderState state = random_state(random, profile);
    const std::string code = state_code(state, profile);
    CAPTURE(write_state(state));
    CAPTURE(code);
    CHECK(code.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_") ==
          std::string::npos);
    const std::optional<ReaderState> back = read_state_code(code, profile);
    REQUIRE(back);
    CHECK(write_state(*back) == write_state(state));
    CHECK(*back == state);
  }
}

TEST_CASE("a code that was tampered with is refused") {
  std::mt19937 random(2);
  const Profile profile = profile_of(8);
  for (int i = 0; i < 10'000; ++i) {
    const std::string code = state_code(random_state(random, profile), profile);
    std::string other = code;
    for (unsigned changes = 1 + pick(random, 3); changes > 0 && !other.empty(); --changes) {
      const std::size_t at = pick(random, static_cast<unsigned>(other.size()));
      const unsigned kind = pick(random, 4);
      if (kind == 0) other[at] = static_cast<char>(pick(random, 256));
      if (kind == 1) other[at] = "AZaz09-_"[pick(random, 8)];
      if (kind == 2) other.erase(at, 1 + pick(random, 4));
      if (kind == 3) other.insert(at, 1, "AZaz09-_"[pick(random, 8)]);
    }
    CAPTURE(other);
    if (other != code) CHECK_FALSE(read_state_code(other, profile));
  }
}

TEST_CASE("letters that nobody wrote are refused, however many") {
  std::mt19937 random(3);
  const Profile profile = profile_of(8);
  for (int i = 0; i < 10'000; ++i) {
    std::string code = "1";
    for (std::size_t letters = pick(random, 200); letters > 0; --letters) code += "AZaz09-_"[pick(random, 8)];
    CHECK_FALSE(read_state_code(code, profile));
  }
  for (const char letter : {'A', '_', '5'}) {
    CHECK_FALSE(read_state_code("1" + std::string(60'000, letter), profile));
    CHECK_FALSE(read_state_code("1" + std::string(5'000'000, letter), profile));
  }
  for (const std::string_view code : {"", "1", "2AAAA", "2", "%31", "1\0A"})
    CHECK_FALSE(read_state_code(code, profile));
}

TEST_CASE("codes are short") {
  const Profile profile = profile_of(8);
  CHECK(state_code({}, profile).size() <= 15);
  ReaderState state;
  state.shown = {true, true, true};
  state.week = with_share(published_week(profile), 3, 417);
  state.open_tasks = {profile.tasks[1].name, profile.tasks[5].name};
  MESSAGE("with a week of 8 tasks: ", state_code(state, profile).size(), " letters");
  CHECK(state_code(state, profile).size() <= 80);
}

TEST_CASE("of ten thousand tasks, all open, the code is as short as of none") {
  const Profile profile = profile_of(10'000);
  ReaderState state;
  for (const Task& task : profile.tasks) state.open_tasks.push_back(task.name);
  CHECK(state_code(state, profile).size() <= 15);
  CHECK(read_state_code(state_code(state, profile), profile) == state);
}

TEST_CASE("what would make a code too long stays out of it") {
  const Profile profile = profile_of(8);
  ReaderState state;
  state.open_tasks = {profile.tasks[0].name};
  state.class_codes = std::string(100'000, 'A');
  const std::string code = state_code(state, profile);
  CHECK(code.size() <= longest_state_code);
  state.class_codes.clear();
  CHECK(read_state_code(code, profile) == state);
}

TEST_CASE("names that a later profile lacks are left out, whatever its order") {
  Profile profile = profile_of(4);
  ReaderState state;
  state.open_tasks = {profile.tasks[0].name, profile.tasks[3].name};
  state.week = with_share(published_week(profile), 0, 500);
  const std::string code = state_code(state, profile);
  std::swap(profile.tasks[0], profile.tasks[2]);
  profile.tasks.pop_back();
  const std::optional<ReaderState> back = read_state_code(code, profile);
  REQUIRE(back);
  CHECK(back->open_tasks == std::vector{profile.tasks[2].name});
  CHECK(back->week->tasks.size() == 3);
  CHECK(back->week->tasks.front().share == 500);
}

TEST_CASE("what is larger than a code can hold is as large as it can") {
  ReaderState state;
  state.week = Week{.hours = 1e300, .tasks = {{.name = "Mine", .share = 1000, .automation_percent = -5}}};
  const Profile profile;
  const std::optional<ReaderState> read = read_state_code(state_code(state, profile), profile);
  REQUIRE(read);
  CHECK(read->week->hours == most_hours);
  CHECK(read->week->tasks.front().automation_percent == 0);
}

TEST_CASE("every group of a catalogue of any size can be hidden in a link") {
  ReaderState state;
  OverviewChoice choice;
  for (int i = 0; i < 200; ++i) choice.hidden_groups.push_back("group " + std::to_string(i));
  choice.spans[0] = {most_limit, -most_limit};
  state.overview = write_overview_choice(choice);
  CHECK(read_state_code(state_code(state, {}), {}) == state);
}

TEST_CASE("an overview's state has a code, and codes from before there were overviews are read as ever") {
  ReaderState state;
  OverviewChoice choice;
  choice.shape = PlotShape::treemap;
  choice.across = "exposure";
  choice.color = MarkColor::wage;
  choice.hidden_groups = {"11"};
  choice.spans = {FigureSpan{1'000, 2'000'000}, FigureSpan{std::nullopt, 90'000}, FigureSpan{-5, 12}};
  choice.window = PlotWindow{10, 42.5, 0, 50};
  choice.open = "29-2072";
  choice.kept = {"41-2011", "15-1252"};
  choice.own = OwnJob{"29-2072", 61.3};
  state.overview = write_overview_choice(choice);
  const Profile profile;
  const std::string code = state_code(state, profile);
  const std::optional<ReaderState> read = read_state_code(code, profile);
  REQUIRE(read);
  CHECK(*read == state);
  // As it was written when limits were whole.
  CHECK(code ==
        "1EAAAAAAAAGDK8ODe5urkygIiGJjAAAAAfRAAAPQkAgAAAV-QwAAAAAFgAAAAAMAjI1IAPo4yOS0yMDcyI40MS0yMDExcYmpaYmRqZXGRyWm"
        "RgbmUy6uUyg");
  const std::string plain = state_code(ReaderState{}, profile);
  CHECK(plain.size() < code.size());
}

TEST_CASE("limits of an overview keep their hundredths, as far as there is room for these") {
  const Profile profile;
  struct Limit {
    double set, kept;
  };
  for (const Limit& limit :
       {Limit{0, 0}, Limit{1.5, 1.5}, Limit{-12.25, -12.25}, Limit{0.01, 0.01}, Limit{17.5, 17.5}, Limit{1e10, 1e10},
        Limit{1e12, 1e12}, Limit{995'116'276.75, 995'116'276.75}, Limit{2e9 + 0.25, 2e9}}) {
    CAPTURE(limit.set);
    ReaderState state;
    OverviewChoice choice;
    choice.spans[1] = {limit.set, std::nullopt};
    state.overview = write_overview_choice(choice);
    const std::optional<ReaderState> read = read_state_code(state_code(state, profile), profile);
    REQUIRE(read);
    CHECK(decode_overview_choice(read->overview).choice->spans[1].least == limit.kept);
  }
}
