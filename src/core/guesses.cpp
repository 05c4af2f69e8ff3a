#include "core/guesses.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

#include "core/base64url.h"
#include "core/decimal.h"
#include "core/order.h"
#include "core/state_code.h"

namespace taskscope {

namespace {

constexpr std::string_view digits = base64url_letters;
constexpr unsigned code_version = 1;
constexpr unsigned no_guess = 127;  // seven bits a guess
constexpr std::size_t head_bytes = 5;

// FNV-1a over all that a code depends on.
std::uint32_t mix(std::uint32_t hash, std::string_view bytes) {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

constexpr std::uint32_t hash_start = 2166136261u;

std::uint32_t fingerprint(const Profile& profile) {
  std::uint32_t hash = mix(hash_start, profile.title);
  for (const Guess& guess : open_guesses(profile)) {
    const std::string figure = std::to_string(nearest_whole(figure_of(guess, profile) * 10));
    hash = mix(mix(mix(hash, guess.task), "\n"), figure);
  }
  return hash;
}

std::string to_letters(const std::vector<unsigned>& bytes) {
  std::string letters;
  unsigned held = 0, bits = 0;
  for (const unsigned byte : bytes) {
    held = held << 8 | byte;
    for (bits += 8; bits >= 6; bits -= 6) letters += digits[held >> (bits - 6) & 63];
  }
  if (bits > 0) letters += digits[held << (6 - bits) & 63];
  return letters;
}

std::optional<std::vector<unsigned>> from_letters(std::string_view letters) {
  std::vector<unsigned> bytes;
  unsigned held = 0, bits = 0;
  for (const char letter : letters) {
    const std::size_t digit = digits.find(letter);
    if (digit == std::string_view::npos) return std::nullopt;
    held = held << 6 | static_cast<unsigned>(digit);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push_back(held >> bits & 255);
  }
  return bytes;
}

// The version, a check of the guesses, and half of the profile's fingerprint each in two bytes.
std::vector<unsigned> head_of(const std::vector<unsigned>& guesses, const Profile& profile) {
  std::uint32_t check = hash_start;
  for (const unsigned guess : guesses) check = (check ^ guess) * 16777619u;
  const std::uint32_t print = fingerprint(profile);
  return {code_version, print >> 24, print >> 16 & 255, (check >> 24) & 255, check >> 8 & 255};
}

bool ends_code(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ',' || c == ';'; }

double median_of(const std::vector<int>& ascending) {
  const std::size_t middle = ascending.size() / 2;
  if (ascending.size() % 2 == 1) return ascending[middle];
  return (ascending[middle - 1] + ascending[middle]) / 2.0;
}

void summarize(Distribution& figure) {
  if (figure.guesses.empty()) return;
  const std::vector<double> keys(figure.guesses.begin(), figure.guesses.end());
  std::vector<int> sorted;
  for (const std::size_t i : ascending_order(keys)) sorted.push_back(figure.guesses[i]);
  figure.guesses = std::move(sorted);
  figure.mean = std::accumulate(keys.begin(), keys.end(), 0.0) / static_cast<double>(keys.size());
  figure.median = median_of(figure.guesses);
}

// The guesses of a pupil's code, or of a link's, which holds all of a reader's state.
std::optional<std::vector<std::optional<int>>> read_guesses(std::string_view code, const Profile& profile) {
  if (auto guesses = read_guess_code(code, profile)) return guesses;
  const std::optional<ReaderState> state = read_state_code(code, profile);
  if (!state || state->guesses.empty()) return std::nullopt;
  std::vector<std::optional<int>> guesses;
  for (const Guess& guess : fitted_guesses(state->guesses, profile)) guesses.push_back(guess.percent);
  return guesses;
}

}  // namespace

int guessed_percent(double percent) { return static_cast<int>(nearest_whole(std::clamp(percent, 0.0, 100.0))); }

std::vector<Guess> open_guesses(const Profile& profile) {
  std::vector<Guess> guesses;
  if (profile.adoption_percent) guesses.push_back({.about = Guessed::adoption});
  if (profile.potential_percent) guesses.push_back({.about = Guessed::potential});
  for (const Task& task : profile.tasks) guesses.push_back({.about = Guessed::task, .task = task.name});
  return guesses;
}

std::vector<Guess> fitted_guesses(const std::vector<Guess>& guesses, const Profile& profile) {
  std::vector<Guess> fitted = open_guesses(profile);
  for (Guess& open : fitted) {
    const auto same = [&](const Guess& made) { return made.about == open.about && made.task == open.task; };
    const auto made = std::find_if(guesses.begin(), guesses.end(), same);
    if (made != guesses.end()) open = *made;
  }
  return fitted;
}

double figure_of(const Guess& guess, const Profile& profile) {
  if (guess.about == Guessed::adoption) return profile.adoption_percent.value_or(0);
  if (guess.about == Guessed::potential) return profile.potential_percent.value_or(0);
  for (const Task& task : profile.tasks)
    if (task.name == guess.task) return task.automation_percent;
  return 0;
}

GuessResult judge(const std::vector<Guess>& guesses, const Profile& profile) {
  GuessResult result;
  double sum = 0, largest = -1;
  for (std::size_t i = 0; i < guesses.size(); ++i) {
    if (!guesses[i].is_revealed) continue;
    ++result.revealed;
    if (!guesses[i].percent) continue;
    ++result.counted;
    const double distance = std::abs(*guesses[i].percent - figure_of(guesses[i], profile));
    sum += distance;
    if (distance <= largest) continue;
    largest = distance;
    result.largest_surprise = i;
  }
  if (result.counted > 0) result.mean_distance = sum / static_cast<double>(result.counted);
  return result;
}

std::string guess_code(const std::vector<Guess>& guesses, const Profile& profile) {
  std::vector<unsigned> values;
  for (const Guess& guess : fitted_guesses(guesses, profile))
    values.push_back(guess.percent ? static_cast<unsigned>(std::clamp(*guess.percent, 0, 100)) : no_guess);
  std::vector<unsigned> bytes = head_of(values, profile);
  bytes.insert(bytes.end(), values.begin(), values.end());
  return to_letters(bytes);
}

std::optional<std::vector<std::optional<int>>> read_guess_code(std::string_view code, const Profile& profile) {
  const std::optional<std::vector<unsigned>> bytes = from_letters(code);
  if (!bytes || bytes->size() != head_bytes + open_guesses(profile).size()) return std::nullopt;
  const std::vector<unsigned> values(bytes->begin() + head_bytes, bytes->end());
  const std::vector<unsigned> head = head_of(values, profile);
  if (!std::equal(head.begin(), head.end(), bytes->begin())) return std::nullopt;
  std::vector<std::optional<int>> guesses;
  for (const unsigned value : values) {
    if (value > 100 && value != no_guess) return std::nullopt;
    guesses.push_back(value == no_guess ? std::nullopt : std::optional(static_cast<int>(value)));
  }
  return guesses;
}

ClassResult class_result(std::string_view pasted, const Profile& profile) {
  ClassResult result;
  result.figures.resize(open_guesses(profile).size());
  for (std::size_t begin = 0; begin < pasted.size();) {
    std::size_t end = begin;
    while (end < pasted.size() && !ends_code(pasted[end])) ++end;
    std::string_view code = pasted.substr(begin, end - begin);
    begin = end + 1;
    if (code.empty()) continue;
    code.remove_prefix(code.find_last_of("=/#?") + 1);  // npos + 1 is 0: nothing before it
    const auto guesses = read_guesses(code, profile);
    if (!guesses) {
      ++result.unreadable;
      continue;
    }
    ++result.pupils;
    for (std::size_t i = 0; i < guesses->size(); ++i)
      if ((*guesses)[i]) result.figures[i].guesses.push_back(*(*guesses)[i]);
  }
  for (Distribution& figure : result.figures) summarize(figure);
  return result;
}

}  // namespace taskscope
