// Guesses: how far off they are, and the codes by which a class's come together.
#include "core/guesses.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "core/export.h"
#include "core/state_code.h"
#include "random_profile.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

Profile two_tasks() {
  Profile profile;
  profile.title = "Clerks";
  profile.adoption_percent = 14;
  profile.potential_percent = 78;
  profile.tasks.resize(2);
  profile.tasks[0].name = "Scan";
  profile.tasks[0].automation_percent = 92;
  profile.tasks[1].name = "Protect";
  profile.tasks[1].automation_percent = 41.5;
  return profile;
}

std::vector<Guess> random_guesses(const Profile& profile, std::mt19937& random) {
  std::vector<Guess> guesses = open_guesses(profile);
  for (Guess& guess : guesses) {
    if (any(random, 4)) guess.percent = static_cast<int>(any(random, 101));
    guess.is_revealed = any(random, 2);
  }
  return guesses;
}

}  // namespace

TEST_CASE("there is a guess to make for every figure that the profile has") {
  Profile profile = two_tasks();
  CHECK(open_guesses(profile).size() == 4);
  profile.adoption_percent.reset();
  CHECK(open_guesses(profile).front().about == Guessed::potential);
  CHECK(figure_of(open_guesses(profile)[2], profile) == 41.5);
}

TEST_CASE("only what is guessed and revealed is judged") {
  const Profile profile = two_tasks();
  std::vector<Guess> guesses = open_guesses(profile);
  CHECK_FALSE(judge(guesses, profile).largest_surprise);
  guesses[0] = {Guessed::adoption, "", 20, true};     // 6 off
  guesses[1] = {Guessed::potential, "", 0, false};    // hidden still
  guesses[2] = {Guessed::task, "Scan", 80, true};     // 12 off
  guesses[3] = {Guessed::task, "Protect", {}, true};  // no guess
  const GuessResult result = judge(guesses, profile);
  CHECK(result.revealed == 3);
  CHECK(result.counted == 2);
  CHECK(result.mean_distance == 9);
  CHECK(result.largest_surprise == 2);
}

TEST_CASE("the mean distance lies between the least and the largest") {
  std::mt19937 random(6);
  for (int i = 0; i < 500; ++i) {
    const Profile profile = random_profile(random);
    const std::vector<Guess> guesses = random_guesses(profile, random);
    const GuessResult result = judge(guesses, profile);
    if (!result.largest_surprise) continue;
    const Guess& furthest = guesses[*result.largest_surprise];
    CHECK(result.mean_distance <= std::abs(*furthest.percent - figure_of(furthest, profile)) + 1e-9);
    CHECK(result.mean_distance >= 0);
  }
}

TEST_CASE("guesses come back from their code") {
  std::mt19937 random(7);
  for (int i = 0; i < 1'000; ++i) {
    const Profile profile = random_profile(random);
    const std::vector<Guess> guesses = random_guesses(profile, random);
    const std::string code = guess_code(guesses, profile);
    CHECK(code.size() < 60);
    CHECK(std::all_of(code.begin(), code.end(), [](char c) {
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    }));
    const auto read = read_guess_code(code, profile);
    REQUIRE(read);
    for (std::size_t n = 0; n < guesses.size(); ++n) CHECK((*read)[n] == guesses[n].percent);
  }
}

TEST_CASE("a code with a fault, or of another profile, is not read as something else") {
  std::mt19937 random(8);
  const Profile profile = two_tasks();
  const std::string code = guess_code(random_guesses(profile, random), profile);
  int wrongly_read = 0;
  for (int i = 0; i < 10'000; ++i) {
    std::string faulty = code;
    faulty[any(random, faulty.size())] = static_cast<char>(random() % 256);
    if (any(random, 2)) faulty.erase(any(random, faulty.size()), 1);
    if (faulty != code && read_guess_code(faulty, profile)) ++wrongly_read;
  }
  CHECK(wrongly_read < 40);  // the last letter has bits to spare
  Profile other = profile;
  other.tasks[0].automation_percent = 91;
  CHECK_FALSE(read_guess_code(code, other));
  CHECK_FALSE(read_guess_code("", profile));
}

TEST_CASE("a link with all of a reader's state counts as a pupil's result too") {
  const Profile profile = two_tasks();
  ReaderState state;
  state.guesses = {{.about = Guessed::potential, .percent = 33}};
  const std::string link = "https://example.org/#task-scope=" + state_code(state, profile);
  const ClassResult result = class_result(link, profile);
  CHECK(result.pupils == 1);
  CHECK(result.figures[1].guesses == std::vector{33});
  CHECK(class_result("https://example.org/#task-scope=" + state_code({}, profile), profile).unreadable == 1);
}

TEST_CASE("a class's guesses are a table for spreadsheets") {
  Profile profile = two_tasks();
  profile.tasks[0].name = "=1+1";
  std::vector<Guess> guesses = open_guesses(profile);
  std::string codes;
  for (const int percent : {60, 41}) {
    guesses[2].percent = percent;
    codes += guess_code(guesses, profile) + " ";
  }
  CHECK(class_csv(profile, class_result(codes, profile)) ==
        "\xEF\xBB\xBF"
        "about,task,figure_percent,guesses,mean_percent,median_percent,all_guesses_percent\r\n"
        "adoption,,14,0,,,\r\n"
        "potential,,78,0,,,\r\n"
        "task,'=1+1,92,2,50.5,50.5,41 60\r\n"
        "task,Protect,41.5,0,,,\r\n");
}

TEST_CASE("a class's codes come as they were pasted: in lines, in links, with faults") {
  const Profile profile = two_tasks();
  std::vector<Guess> guesses = open_guesses(profile);
  std::string pasted;
  for (const int percent : {10, 40, 30}) {
    guesses[0].percent = percent;
    if (percent == 30) guesses[3].percent = 7;
    pasted += "https://example.org/page.html#guess=" + guess_code(guesses, profile) + (percent == 40 ? ", " : "\r\n");
  }
  const ClassResult result = class_result(pasted + "nonsense", profile);
  CHECK(result.pupils == 3);
  CHECK(result.unreadable == 1);
  REQUIRE(result.figures.size() == 4);
  CHECK(result.figures[0].guesses == std::vector{10, 30, 40});
  CHECK(result.figures[0].median == 30);
  CHECK(result.figures[0].mean == doctest::Approx(26.667).epsilon(0.001));
  CHECK(result.figures[3].median == 7);
  CHECK(result.figures[1].guesses.empty());
  CHECK(class_result(" \n,", profile).pupils == 0);
  guesses[0].percent = 20;
  CHECK(class_result(pasted + guess_code(guesses, profile), profile).figures[0].median == 25);
}
