#include "core/reader_state.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/decimal.h"
#include "core/decode.h"
#include "core/document.h"
#include "core/fields.h"
#include "core/format_words.h"
#include "core/json_writing.h"
#include "core/text.h"

namespace taskscope {
namespace {

namespace names {
constexpr std::string_view open_tasks = "openTasks";
constexpr std::string_view panels = "panels";
constexpr std::string_view weighting = "weighting";
constexpr std::string_view left_out = "leftOut";
constexpr std::string_view week = "week";
constexpr std::string_view hours = "hours";
constexpr std::string_view tasks = "tasks";
constexpr std::string_view name = "name";
constexpr std::string_view share = "share";
constexpr std::string_view automation = "automation";
constexpr std::string_view is = "is";
constexpr std::string_view guesses = "guesses";
constexpr std::string_view about = "about";
constexpr std::string_view task = "task";
constexpr std::string_view percent = "percent";
constexpr std::string_view class_codes = "classCodes";
constexpr std::string_view order = "taskOrder";
constexpr std::string_view hidden = "hiddenTasks";
constexpr std::string_view search = "search";
constexpr std::string_view beside = "beside";
constexpr std::string_view overview = "overview";
}  // namespace names

// By Panel, for those that are not as they were at first.
constexpr std::array<std::string_view, panel_count> panel_words = {"adoption", "potential",     "week",  "guess",
                                                                   "class",    "compareClosed", "share", "taskTools"};
constexpr std::array<std::string_view, 4> weighting_words = {"equal", "2:1", "2.5:1", "own"};  // by Weighting

constexpr std::array<std::string_view, 4> order_words = {"band", "importance", "automation", "name"};  // by TaskOrder
constexpr std::array<std::string_view, 4> band_words = {"automatable", "pressured", "mixed", "humanLed"};
constexpr std::array<std::string_view, 2> importance_words = {"core", "important"};

// What a task of a week, or a guess, is beside the usual.
enum class Mark { locked, left_out };
constexpr std::array<std::string_view, 2> mark_words = {"locked", "leftOut"};
enum class GuessMark { revealed };
constexpr std::array<std::string_view, 1> guess_mark_words = {"revealed"};

// A publisher, a measure and what stands between them.
constexpr std::size_t longest_class_codes = 200'000;  // some thousand pupils

constexpr std::size_t longest_source_name = 2 * limits::short_text + 2;

constexpr std::size_t most_guesses = limits::tasks + 2;  // at the headline's figures too

bool has(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

WeekTask decode_week_task(Fields& fields) {
  WeekTask task;
  task.name = fields.text(names::name, Need::required, limits::short_text);
  task.share = share_of(fields.percent(names::share, Need::required).value_or(0));
  if (const auto automation = fields.percent(names::automation, Need::optional))
    task.automation_percent = to_a_tenth(*automation);
  const std::optional<Mark> mark = fields.choice<Mark>(names::is, Need::optional, mark_words);
  task.is_locked = mark == Mark::locked;
  task.is_left_out = mark == Mark::left_out;
  return task;
}

std::optional<Week> decode_week(Fields& fields) {
  Week week;
  const double hours = fields.number(names::hours, Need::required).value_or(usual_hours);
  week.hours = to_a_tenth(std::clamp(hours, least_hours, most_hours));
  week.tasks =
      fields.objects<WeekTask>(names::tasks, "A week’s task", limits::tasks + most_own_tasks, decode_week_task);
  const auto own = [](const WeekTask& task) { return task.is_own(); };
  while (std::count_if(week.tasks.begin(), week.tasks.end(), own) > static_cast<std::ptrdiff_t>(most_own_tasks))
    week.tasks.erase(std::find_if(week.tasks.begin(), week.tasks.end(), own));
  return week;
}

Guess decode_guess(Fields& fields) {
  Guess guess;
  guess.about = fields.choice<Guessed>(names::about, Need::required, format_words::guessed).value_or(Guessed::task);
  guess.task = fields.text(names::task, Need::optional, limits::short_text);
  if (const auto percent = fields.percent(names::percent, Need::optional)) guess.percent = guessed_percent(*percent);
  guess.is_revealed = fields.choice<GuessMark>(names::is, Need::optional, guess_mark_words).has_value();
  return guess;
}

ReaderState decode_fields(Fields& fields) {
  ReaderState state;
  fields.number("version", Need::required);
  state.open_tasks = fields.texts(names::open_tasks, limits::short_text, limits::tasks);
  const std::vector<std::string> panels = fields.texts(names::panels, limits::short_text, limits::list_items);
  for (std::size_t i = 0; i < panel_count; ++i) state.shown[i] = shown_at_first[i] != has(panels, panel_words[i]);
  state.weighting = fields.choice<Weighting>(names::weighting, Need::optional, weighting_words);
  state.left_out = fields.texts(names::left_out, longest_source_name, limits::list_items);
  state.tasks.order = fields.choice<TaskOrder>(names::order, Need::optional, order_words).value_or(TaskOrder::band);
  const std::vector<std::string> hidden = fields.texts(names::hidden, limits::short_text, limits::list_items);
  for (std::size_t i = 0; i < band_words.size(); ++i) state.tasks.hides_band[i] = has(hidden, band_words[i]);
  for (std::size_t i = 0; i < importance_words.size(); ++i)
    state.tasks.hides_importance[i] = has(hidden, importance_words[i]);
  state.tasks.search = fields.text(names::search, Need::optional, limits::short_text);
  state.week = fields.object<std::optional<Week>>(names::week, "A week", decode_week);
  state.guesses = fields.objects<Guess>(names::guesses, "A guess", most_guesses, decode_guess);
  const double beside = fields.number(names::beside, Need::optional).value_or(1);
  state.beside = static_cast<std::size_t>(std::clamp(beside, 1.0, double{most_compared})) - 1;
  state.class_codes = fields.text(names::class_codes, Need::optional, longest_class_codes);
  state.overview = fields.object_text(names::overview);
  return state;
}

// A list of objects; `append(json, item)` writes what is within an item's braces.
template <typename Item, typename Append>
void append_objects(std::string& json, std::string_view name, const std::vector<Item>& items, Append append) {
  append_name(json, name);
  json += '[';
  for (const Item& item : items) {
    json += '{';
    append(json, item);
    json += "},";
  }
  if (items.empty()) {
    json += ']';
  } else {
    json.back() = ']';
  }
}

void append_week_task(std::string& json, const WeekTask& task) {
  append_text(json, names::name, task.name);
  append_tenths(json, names::share, task.share / 10.0);
  if (task.automation_percent) append_tenths(json, names::automation, *task.automation_percent);
  if (task.is_locked) append_text(json, names::is, mark_words[0]);
  if (task.is_left_out) append_text(json, names::is, mark_words[1]);
}

void append_guess(std::string& json, const Guess& guess) {
  append_text(json, names::about, format_words::guessed[static_cast<std::size_t>(guess.about)]);
  if (!guess.task.empty()) append_text(json, names::task, guess.task);
  if (guess.percent) append_tenths(json, names::percent, *guess.percent);
  if (guess.is_revealed) append_text(json, names::is, guess_mark_words[0]);
}

}  // namespace

std::string write_state(const ReaderState& state) {
  std::string json = "{\"version\":" + std::to_string(format_version);
  append_list(json, names::open_tasks, state.open_tasks);
  std::vector<std::string> panels;
  for (std::size_t i = 0; i < panel_count; ++i)
    if (state.shown[i] != shown_at_first[i]) panels.emplace_back(panel_words[i]);
  append_list(json, names::panels, panels);
  if (state.weighting) append_text(json, names::weighting, weighting_words[static_cast<std::size_t>(*state.weighting)]);
  append_list(json, names::left_out, state.left_out);
  if (state.tasks.order != TaskOrder::band)
    append_text(json, names::order, order_words[static_cast<std::size_t>(state.tasks.order)]);
  std::vector<std::string> hidden;
  for (std::size_t i = 0; i < band_words.size(); ++i)
    if (state.tasks.hides_band[i]) hidden.emplace_back(band_words[i]);
  for (std::size_t i = 0; i < importance_words.size(); ++i)
    if (state.tasks.hides_importance[i]) hidden.emplace_back(importance_words[i]);
  append_list(json, names::hidden, hidden);
  if (!state.tasks.search.empty()) append_text(json, names::search, state.tasks.search);
  if (state.week) {
    append_name(json, names::week);
    json += '{';
    append_tenths(json, names::hours, state.week->hours);
    append_objects(json, names::tasks, state.week->tasks, append_week_task);
    json += '}';
  }
  if (!state.guesses.empty()) append_objects(json, names::guesses, state.guesses, append_guess);
  if (!state.class_codes.empty()) append_text(json, names::class_codes, state.class_codes);
  if (state.beside > 0) append_tenths(json, names::beside, static_cast<double>(state.beside + 1));
  if (!state.overview.empty()) {
    append_name(json, names::overview);
    json += state.overview;
  }
  return json + '}';
}

DecodedState decode_state(std::string_view json) {
  Report report;
  DecodedState decoded;
  if (const std::optional<JsonDocument> document = read_document(json, "state", report)) {
    const Source source = {json, document->tree, report};
    decoded.state = Fields::decode_object(source, document->tree.root(), "A state", decode_fields);
  }
  decoded.diagnostics = std::move(report).finish(json);
  if (has_errors(decoded.diagnostics)) decoded.state.reset();
  return decoded;
}

}  // namespace taskscope
