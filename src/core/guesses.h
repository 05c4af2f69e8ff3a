// What a reader guesses the figures to be before seeing them; how far off that was; and how a class's guesses come
// together without a server, as short codes that are pasted.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/profile.h"

namespace taskscope {

enum class Guessed { adoption, potential, task };

struct Guess {
  Guessed about = Guessed::task;
  std::string task{};            // its name, where one is guessed
  std::optional<int> percent{};  // 0 to 100; none before there is a guess
  bool is_revealed = false;      // the figure is shown

  bool operator==(const Guess&) const = default;
};

// What so many percent are as a guess, which is whole.
int guessed_percent(double percent);

// A guess for each figure that the profile has, none made yet: adoption, potential, then the tasks in its order.
std::vector<Guess> open_guesses(const Profile& profile);

// The guesses that are about this profile, in its order, and open ones for what was not guessed.
std::vector<Guess> fitted_guesses(const std::vector<Guess>& guesses, const Profile& profile);

// The figure that a guess is about, 0 to 100. The guess is one of the profile's.
double figure_of(const Guess& guess, const Profile& profile);

// How far the guesses are off that are made and revealed.
struct GuessResult {
  std::size_t revealed = 0;                     // guesses or not
  std::size_t counted = 0;                      // that were guessed as well
  double mean_distance = 0;                     // in points, of those
  std::optional<std::size_t> largest_surprise;  // the place of the guess that is furthest off; the first of equals
};
GuessResult judge(const std::vector<Guess>& guesses, const Profile& profile);

// A pupil's guesses as 14 or more letters, digits, `-` and `_`. The code holds which figures it is about, so that it is
// not taken for another profile's, and a check of itself.
std::string guess_code(const std::vector<Guess>& guesses, const Profile& profile);

// The guesses of a code, in the order of open_guesses; none where it is not one, or not of this profile.
std::optional<std::vector<std::optional<int>>> read_guess_code(std::string_view code, const Profile& profile);

// What a class guessed of one figure. All zero without guesses.
struct Distribution {
  std::vector<int> guesses;  // ascending
  double mean = 0, median = 0;
};

struct ClassResult {
  std::size_t pupils = 0;
  std::size_t unreadable = 0;         // codes that were not
  std::vector<Distribution> figures;  // in the order of open_guesses
};

// Of any number of codes, or links that end in one or in a state's code (core/state_code.h), between blanks, commas or
// line ends; the same code twice is two pupils who guessed alike.
ClassResult class_result(std::string_view pasted, const Profile& profile);

}  // namespace taskscope
