#include "core/state_code.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/base64url.h"
#include "core/decimal.h"
#include "core/overview_choice.h"
#include "core/sources.h"

namespace taskscope {

namespace {

constexpr char version = '1';  // a code's first letter
constexpr unsigned bits_a_letter = 6, check_bits = 24;
constexpr unsigned panel_bits = 12;                // some to spare: panels may be added without another version
constexpr unsigned overview_bit = panel_bits - 1;  // among the panels', so that earlier codes are read as ever
static_assert(panel_count <= overview_bit);
constexpr unsigned percent_bits = 10, hours_bits = 11;  // in tenths
constexpr unsigned order_bits = 3;
constexpr unsigned limit_bits = 40;
constexpr auto most_whole = static_cast<std::uint64_t>(most_limit);
static_assert(most_limit < std::uint64_t{1} << limit_bits);
constexpr unsigned guess_bits = 7, no_guess = 127;
constexpr unsigned least_name_bits = 16, name_bits_step = 8;

using Bits = std::vector<bool>;

constexpr std::uint64_t hash_start = 0xcbf29ce484222325u;
constexpr std::uint64_t mix(std::uint64_t hash, std::uint64_t value) { return (hash ^ value) * 0x100000001b3u; }  // FNV

std::uint64_t hash_of(std::string_view name) {
  std::uint64_t hash = hash_start;
  for (const char c : name) hash = mix(hash, static_cast<unsigned char>(c));
  return hash ^ hash >> 32;
}

std::uint64_t check_of(const Bits& bits, std::size_t count) {
  std::uint64_t hash = mix(hash_start, version);
  for (std::size_t i = 0; i < count; ++i) hash = mix(hash, bits[i] ? 2 : 1);
  return (hash ^ hash >> 32) & ((1u << check_bits) - 1);
}

std::vector<std::string> names_of(const Profile& profile) {
  std::vector<std::string> names;
  for (const Task& task : profile.tasks) names.push_back(task.name);
  for (const Evidence& source : profile.evidence) names.push_back(source_name(source));
  return names;
}

std::uint64_t most_of(unsigned bits) { return (std::uint64_t{1} << bits) - 1; }

std::uint64_t shortened(std::uint64_t hash, unsigned bits) { return hash & most_of(bits); }

bool tells_apart(const std::vector<std::string>& names, unsigned bits) {
  std::unordered_map<std::uint64_t, std::string_view> known;
  const auto is_new = [&](const std::string& name) {
    return known.try_emplace(shortened(hash_of(name), bits), name).first->second == name;
  };
  return std::all_of(names.begin(), names.end(), is_new);
}

// A code under way: each function writes what it is given.
class Writer {
 public:
  explicit Writer(const Profile& profile) {
    const std::vector<std::string> names = names_of(profile);
    unsigned step = 0;  // three bits say it
    while (step < 5 && !tells_apart(names, least_name_bits + step * name_bits_step)) ++step;
    name_bits_ = least_name_bits + step * name_bits_step;
    put(step, 3);
  }

  template <typename Number>
  void number(const Number& value, unsigned bits) {
    put(static_cast<std::uint64_t>(value), bits);
  }
  // Four bits at a time, each with whether more follow.
  std::size_t count(std::size_t value) {
    for (std::size_t rest = value;; rest >>= 4) {
      put((rest & 15) << 1 | (rest > 15 ? 1 : 0), 5);
      if (rest <= 15) return value;
    }
  }
  void name(const std::string& name) { put(shortened(hash_of(name), name_bits_), name_bits_); }

  std::string letters() {
    put(check_of(bits_, bits_.size()), check_bits);
    put(0, (bits_a_letter - static_cast<unsigned>(bits_.size() % bits_a_letter)) % bits_a_letter);
    std::string code(1, version);
    for (std::size_t i = 0; i < bits_.size(); i += bits_a_letter) {
      std::size_t digit = 0;
      for (unsigned bit = 0; bit < bits_a_letter; ++bit) digit = digit << 1 | bits_[i + bit];
      code += base64url_letters[digit];
    }
    return code;
  }

 private:
  void put(std::uint64_t value, unsigned bits) {
    while (bits > 0) bits_.push_back(value >> --bits & 1);
  }

  Bits bits_;
  unsigned name_bits_ = 0;
};

// A code that is read: each function fills what it is given. Beyond the end everything is zero.
class Reader {
 public:
  Reader(std::string_view letters, const Profile& profile) {
    for (const char letter : letters) {
      const std::size_t digit = base64url_letters.find(letter);
      if (digit == std::string_view::npos) has_failed_ = true;
      for (unsigned bit = bits_a_letter; bit > 0;) bits_.push_back(digit >> --bit & 1);
    }
    name_bits_ = least_name_bits + static_cast<unsigned>(take(3)) * name_bits_step;
    if (name_bits_ > 56) has_failed_ = true;
    if (has_failed_) return;
    for (std::string& name : names_of(profile)) names_.try_emplace(shortened(hash_of(name), name_bits_), name);
  }

  template <typename Number>
  void number(Number& value, unsigned bits) {
    value = static_cast<Number>(take(bits));
  }
  std::size_t count(std::size_t) {
    constexpr unsigned most_bits = 20;
    std::size_t value = 0;
    for (unsigned shift = 0; shift < most_bits; shift += 4) {
      const std::uint64_t part = take(5);
      value |= static_cast<std::size_t>(part >> 1) << shift;
      if ((part & 1) == 0) return has_failed_ ? 0 : value;
    }
    has_failed_ = true;
    return 0;
  }
  // Empty where the profile has no such name.
  void name(std::string& name) {
    const auto known = names_.find(take(name_bits_));
    name = known == names_.end() ? "" : known->second;
  }
  bool has_failed() const { return has_failed_; }

  // Whether the check is right and nothing but zeros that fill the last letter comes after it.
  bool ends_well() {
    const std::size_t end = at_;
    const bool is_right = take(check_bits) == check_of(bits_, end) && bits_.size() - at_ < bits_a_letter;
    if (has_failed_ || !is_right) return false;
    return take(static_cast<unsigned>(bits_.size() - at_)) == 0;
  }

 private:
  std::uint64_t take(unsigned bits) {
    if (bits > bits_.size() - at_) has_failed_ = true;
    std::uint64_t value = 0;
    for (; bits > 0 && !has_failed_; --bits) value = value << 1 | (bits_[at_++] ? 1 : 0);
    return has_failed_ ? 0 : value;
  }

  Bits bits_;
  std::size_t at_ = 0;
  unsigned name_bits_ = 0;
  bool has_failed_ = false;
  std::unordered_map<std::uint64_t, std::string> names_;
};

// A state in the code's own terms: whole numbers, names of the profile's, and few of them.
struct Coded {
  unsigned shown = 0;         // a bit a panel that is not as it was at first
  unsigned beside = 0;        // of the compared profiles
  unsigned weighting = 0;     // 0 for none
  unsigned lists_closed = 0;  // of the tasks, as fewer are closed than open
  std::vector<std::string> tasks, left_out;
  TaskChoice choice;
  unsigned has_week = 0;
  Week week;
  std::vector<Guess> guesses;
  std::string class_codes;
  OverviewChoice overview;
};

// What follows is the format, for writing and for reading alike.

template <typename Code>
bool has_failed(const Code& code) {
  if constexpr (requires { code.has_failed(); }) return code.has_failed();
  return false;
}

// A count and as many items; a code that has ended makes no more of them, whatever it counts.
template <typename Code, typename List, typename Transfer>
void transfer_list(Code& code, List& list, Transfer transfer) {
  const std::size_t count = code.count(list.size());
  for (std::size_t i = 0; i < count && !has_failed(code); ++i) {
    if (i == list.size()) list.push_back({});
    transfer(list[i]);
  }
}

template <typename Code>
void transfer_text(Code& code, std::string& text) {
  transfer_list(code, text, [&](char& byte) {
    auto value = static_cast<unsigned char>(byte);
    code.number(value, 8);
    byte = static_cast<char>(value);
  });
}

template <typename Code>
void transfer_names(Code& code, std::vector<std::string>& names) {
  transfer_list(code, names, [&](std::string& name) { code.name(name); });
}

// As far as so many bits hold it; nothing below zero.
std::uint64_t whole_within(double value, unsigned bits) {
  return std::min(static_cast<std::uint64_t>(nearest_whole(std::max(value, 0.0))), most_of(bits));
}

// In tenths.
template <typename Code>
void transfer_tenths(Code& code, double& value, unsigned bits) {
  std::uint64_t tenths = whole_within(value * 10, bits);
  code.number(tenths, bits);
  value = static_cast<double>(tenths) / 10;
}

template <typename Code>
void transfer_week_task(Code& code, WeekTask& task) {
  bool is_own = task.is_own();
  code.number(is_own, 1);
  if (is_own) {
    double percent = task.automation_percent.value_or(0);
    transfer_text(code, task.name);
    transfer_tenths(code, percent, percent_bits);
    task.automation_percent = percent;
  } else {
    code.name(task.name);
  }
  code.number(task.share, percent_bits);
  code.number(task.is_locked, 1);
  code.number(task.is_left_out, 1);
}

template <typename Code>
void transfer_guess(Code& code, Guess& guess) {
  code.number(guess.about, 2);
  if (guess.about == Guessed::task) code.name(guess.task);
  unsigned percent = guess.percent ? static_cast<unsigned>(*guess.percent) : no_guess;
  code.number(percent, guess_bits);
  if (percent != no_guess) guess.percent = static_cast<int>(percent);
  code.number(guess.is_revealed, 1);
}

template <typename Code>
void transfer_choice(Code& code, TaskChoice& choice) {
  code.number(choice.order, order_bits);
  for (bool& hides : choice.hides_band) code.number(hides, 1);
  for (bool& hides : choice.hides_importance) code.number(hides, 1);
  transfer_text(code, choice.search);
}

constexpr unsigned shape_bits = 3, color_bits = 3, window_bits = 10;

// The size of a limit: whole, or beyond what that can be the hundredths, as far as these have room.
std::uint64_t coded_size(double size) {
  constexpr std::uint64_t most_hundredths = (std::uint64_t{1} << limit_bits) - 1 - most_whole;
  const auto rounded = [](double value) { return static_cast<std::uint64_t>(nearest_whole(value)); };
  size = std::min(size, static_cast<double>(most_whole));
  const std::uint64_t hundredths = rounded(size * 100);
  const bool is_whole = hundredths % 100 == 0 || hundredths > most_hundredths;
  return is_whole ? rounded(size) : most_whole + hundredths;
}
double size_of(std::uint64_t coded) {
  return coded <= most_whole ? static_cast<double>(coded) : static_cast<double>(coded - most_whole) / 100;
}

// A bit for whether there is one, one for the sign, and the size.
template <typename Code>
void transfer_limit(Code& code, std::optional<double>& value) {
  bool is_there = value.has_value(), is_negative = is_there && *value < 0;
  code.number(is_there, 1);
  if (!is_there) return;
  code.number(is_negative, 1);
  std::uint64_t size = coded_size(std::abs(value.value_or(0)));
  code.number(size, limit_bits);
  value = is_negative ? -size_of(size) : size_of(size);
}

template <typename Code>
void transfer_window(Code& code, PlotWindow& window) {
  for (double* side : {&window.left, &window.right, &window.bottom, &window.top})
    transfer_tenths(code, *side, window_bits);
}

template <typename Code>
void transfer_own(Code& code, OwnJob& own) {
  transfer_text(code, own.code);
  transfer_tenths(code, own.potential_percent, percent_bits);
}

template <typename Code, typename Value, typename Transfer>
void transfer_optional(Code& code, std::optional<Value>& value, Transfer transfer) {
  bool is_there = value.has_value();
  code.number(is_there, 1);
  if (!is_there) return;
  if (!value) value.emplace();
  transfer(code, *value);
}

// Names are the catalogue's, and short.
template <typename Code>
void transfer_overview(Code& code, OverviewChoice& choice) {
  code.number(choice.shape, shape_bits);
  transfer_text(code, choice.across);
  transfer_text(code, choice.upward);
  code.number(choice.color, color_bits);
  transfer_list(code, choice.hidden_groups, [&](std::string& group) { transfer_text(code, group); });
  for (FigureSpan& span : choice.spans) {
    transfer_limit(code, span.least);
    transfer_limit(code, span.most);
  }
  transfer_text(code, choice.order);
  code.number(choice.ascends, 1);
  transfer_optional(code, choice.window, [](Code& to, PlotWindow& window) { transfer_window(to, window); });
  transfer_text(code, choice.open);
  transfer_list(code, choice.kept, [&](std::string& one) { transfer_text(code, one); });
  transfer_optional(code, choice.own, [](Code& to, OwnJob& own) { transfer_own(to, own); });
}

template <typename Code>
void transfer_state(Code& code, Coded& state) {
  code.number(state.shown, panel_bits);
  code.number(state.beside, 1);
  code.number(state.weighting, 3);
  code.number(state.lists_closed, 1);
  transfer_names(code, state.tasks);
  transfer_names(code, state.left_out);
  transfer_choice(code, state.choice);
  code.number(state.has_week, 1);
  if (state.has_week) {
    transfer_tenths(code, state.week.hours, hours_bits);
    transfer_list(code, state.week.tasks, [&](WeekTask& task) { transfer_week_task(code, task); });
  }
  transfer_list(code, state.guesses, [&](Guess& guess) { transfer_guess(code, guess); });
  transfer_text(code, state.class_codes);
  if (state.shown >> overview_bit & 1) transfer_overview(code, state.overview);
}

// The profile's tasks that are not among these.
std::vector<std::string> other_tasks(const std::vector<std::string>& tasks, const Profile& profile) {
  const std::unordered_set<std::string> named(tasks.begin(), tasks.end());
  std::vector<std::string> others;
  for (const Task& task : profile.tasks)
    if (!named.contains(task.name)) others.push_back(task.name);
  return others;
}

Coded to_coded(const ReaderState& state, const Profile& profile) {
  Coded coded;
  coded.tasks = state.open_tasks;
  coded.left_out = state.left_out;
  coded.choice = state.tasks;
  coded.class_codes = state.class_codes;
  for (std::size_t i = 0; i < panel_count; ++i) coded.shown |= (state.shown[i] != shown_at_first[i] ? 1u : 0u) << i;
  coded.beside = static_cast<unsigned>(state.beside);
  if (state.weighting) coded.weighting = static_cast<unsigned>(*state.weighting) + 1;
  if (coded.tasks.size() > profile.tasks.size() / 2) {
    coded.lists_closed = 1;
    coded.tasks = other_tasks(coded.tasks, profile);
  }
  if (state.week) {
    coded.has_week = 1;
    coded.week = fitted_week(*state.week, profile);
  }
  if (!state.guesses.empty()) coded.guesses = fitted_guesses(state.guesses, profile);
  coded.overview = decode_overview_choice(state.overview).choice.value_or(OverviewChoice());
  if (coded.overview != OverviewChoice()) coded.shown |= 1u << overview_bit;
  return coded;
}

ReaderState from_coded(Coded coded, const Profile& profile) {
  const auto is_unknown = [](const std::string& name) { return name.empty(); };
  std::erase_if(coded.tasks, is_unknown);
  std::erase_if(coded.left_out, is_unknown);
  std::erase_if(coded.week.tasks, [](const WeekTask& task) { return task.name.empty(); });
  std::erase_if(coded.guesses, [](const Guess& guess) { return guess.about == Guessed::task && guess.task.empty(); });
  ReaderState state;
  state.open_tasks = coded.lists_closed ? other_tasks(coded.tasks, profile) : std::move(coded.tasks);
  for (std::size_t i = 0; i < panel_count; ++i) state.shown[i] = shown_at_first[i] != (coded.shown >> i & 1);
  state.beside = coded.beside;
  if (coded.weighting > 0) state.weighting = static_cast<Weighting>(coded.weighting - 1);
  state.left_out = std::move(coded.left_out);
  if (coded.has_week) state.week = std::move(coded.week);
  state.tasks = std::move(coded.choice);
  state.guesses = std::move(coded.guesses);
  state.class_codes = std::move(coded.class_codes);
  state.overview = write_overview_choice(coded.overview);
  return state;
}

// Enumerations that have no such value cannot be written as JSON for decode_state to refuse.
bool knows_choices(const Coded& coded) {
  constexpr unsigned last_weighting = static_cast<unsigned>(Weighting::own) + 1;
  const auto is_known = [](const Guess& guess) { return guess.about <= Guessed::task; };
  return coded.weighting <= last_weighting && coded.choice.order <= TaskOrder::name &&
         coded.overview.shape <= PlotShape::strip && coded.overview.color <= MarkColor::growth &&
         std::all_of(coded.guesses.begin(), coded.guesses.end(), is_known);
}

std::string code_of(const ReaderState& state, const Profile& profile) {
  Writer writer(profile);
  Coded coded = to_coded(state, profile);
  transfer_state(writer, coded);
  return writer.letters();
}

}  // namespace

std::string state_code(const ReaderState& state, const Profile& profile) {
  std::string code = code_of(state, profile);
  if (code.size() <= longest_state_code) return code;
  ReaderState less = state;
  less.class_codes.clear();
  code = code_of(less, profile);
  if (code.size() <= longest_state_code) return code;
  less.open_tasks.clear();
  return code_of(less, profile);
}

std::optional<ReaderState> read_state_code(std::string_view code, const Profile& profile) {
  if (!code.starts_with(version) || code.size() > longest_state_code) return std::nullopt;
  Reader reader(code.substr(1), profile);
  Coded coded;
  transfer_state(reader, coded);
  if (!reader.ends_well() || !knows_choices(coded)) return std::nullopt;
  return decode_state(write_state(from_coded(std::move(coded), profile))).state;
}

}  // namespace taskscope
