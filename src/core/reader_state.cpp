#include "core/reader_state.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/decode.h"
#include "core/document.h"
#include "core/fields.h"
#include "core/format_words.h"
#include "core/json_string.h"
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
constexpr std::string_view shape = "shape";
constexpr std::string_view across = "across";
constexpr std::string_view upward = "upward";
constexpr std::string_view color = "color";
constexpr std::string_view hidden_groups = "hiddenGroups";
constexpr std::string_view least = "least";
constexpr std::string_view most = "most";
constexpr std::string_view sorted = "order";
constexpr std::string_view direction = "direction";
constexpr std::string_view window = "window";
constexpr std::string_view open = "open";
constexpr std::string_view own = "own";
constexpr std::string_view code = "code";
constexpr std::string_view potential = "potential";
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

constexpr std::array<std::string_view, 3> shape_words = {"scatter", "treemap", "strip"};           // by PlotShape
constexpr std::array<std::string_view, 3> color_words = {"group", "wage", "growth"};               // by MarkColor
constexpr std::array<std::string_view, filtered_count> span_words = {"people", "wage", "growth"};  // by Filtered
constexpr std::array<std::string_view, 2> direction_words = {"descending", "ascending"};
constexpr std::array<std::string_view, 4> window_words = {"left", "right", "bottom", "top"};
constexpr std::array<double PlotWindow::*, 4> window_sides = {&PlotWindow::left, &PlotWindow::right,
                                                              &PlotWindow::bottom, &PlotWindow::top};

// A publisher, a measure and what stands between them.
constexpr std::size_t longest_class_codes = 200'000;  // some thousand pupils

constexpr std::size_t longest_source_name = 2 * limits::short_text + 2;

bool has(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

int tenths(double percent) { return static_cast<int>(std::lround(percent * 10)); }
double to_a_tenth(double value) { return std::round(value * 10) / 10; }

WeekTask decode_week_task(Fields& fields) {
  WeekTask task;
  task.name = fields.text(names::name, Need::required, limits::short_text);
  task.share = tenths(fields.percent(names::share, Need::required).value_or(0));
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
  week.tasks = fields.objects<WeekTask>(names::tasks, "A week’s task", limits::list_items, decode_week_task);
  const auto own = [](const WeekTask& task) { return task.is_own(); };
  while (std::count_if(week.tasks.begin(), week.tasks.end(), own) > static_cast<std::ptrdiff_t>(most_own_tasks))
    week.tasks.erase(std::find_if(week.tasks.begin(), week.tasks.end(), own));
  return week;
}

Guess decode_guess(Fields& fields) {
  Guess guess;
  guess.about = fields.choice<Guessed>(names::about, Need::required, format_words::guessed).value_or(Guessed::task);
  guess.task = fields.text(names::task, Need::optional, limits::short_text);
  if (const auto percent = fields.percent(names::percent, Need::optional))
    guess.percent = static_cast<int>(std::lround(*percent));
  guess.is_revealed = fields.choice<GuessMark>(names::is, Need::optional, guess_mark_words).has_value();
  return guess;
}

FigureSpan decode_span(Fields& fields) {
  FigureSpan span;
  span.least = fields.number(names::least, Need::optional);
  span.most = fields.number(names::most, Need::optional);
  return span;
}

std::optional<PlotWindow> decode_window(Fields& fields) {
  PlotWindow window;
  for (std::size_t i = 0; i < window_sides.size(); ++i)
    window.*window_sides[i] = fields.percent(window_words[i], Need::required).value_or(0);
  if (!(window.left < window.right && window.bottom < window.top)) return std::nullopt;
  return window;
}

std::optional<OwnJob> decode_own(Fields& fields) {
  OwnJob own;
  own.code = fields.text(names::code, Need::required, limits::short_text);
  own.potential_percent = fields.percent(names::potential, Need::required).value_or(0);
  return own;
}

OverviewChoice decode_overview(Fields& fields) {
  OverviewChoice choice;
  choice.shape = fields.choice<PlotShape>(names::shape, Need::optional, shape_words).value_or(PlotShape::scatter);
  choice.across = fields.text(names::across, Need::optional, limits::short_text);
  choice.upward = fields.text(names::upward, Need::optional, limits::short_text);
  choice.color = fields.choice<MarkColor>(names::color, Need::optional, color_words).value_or(MarkColor::group);
  choice.hidden_groups = fields.texts(names::hidden_groups, limits::short_text, limits::list_items);
  for (std::size_t i = 0; i < filtered_count; ++i)
    choice.spans[i] = fields.object<FigureSpan>(span_words[i], "A span", decode_span);
  choice.order = fields.text(names::sorted, Need::optional, limits::short_text);
  choice.ascends = fields.choice<bool>(names::direction, Need::optional, direction_words).value_or(false);
  choice.window = fields.object<std::optional<PlotWindow>>(names::window, "A window", decode_window);
  choice.open = fields.text(names::open, Need::optional, limits::short_text);
  choice.own = fields.object<std::optional<OwnJob>>(names::own, "A job", decode_own);
  return choice;
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
  state.guesses = fields.objects<Guess>(names::guesses, "A guess", limits::list_items, decode_guess);
  const double beside = fields.number(names::beside, Need::optional).value_or(1);
  state.beside = static_cast<std::size_t>(std::clamp(beside, 1.0, double{most_compared})) - 1;
  state.class_codes = fields.text(names::class_codes, Need::optional, longest_class_codes);
  state.overview = fields.object<OverviewChoice>(names::overview, "An overview’s state", decode_overview);
  return state;
}

// With a comma where something stands before it.
void append_name(std::string& json, std::string_view name) {
  if (json.back() != '{') json += ',';
  append_json_string(json, name);
  json += ':';
}

void append_text(std::string& json, std::string_view name, std::string_view text) {
  append_name(json, name);
  append_json_string(json, text);
}

// Of a value that is not negative, to a tenth.
void append_number(std::string& json, std::string_view name, double value) {
  append_name(json, name);
  std::string number = one_decimal(value);
  if (number.ends_with(".0")) number.resize(number.size() - 2);
  json += number;
}

// Nothing where the list is empty.
void append_list(std::string& json, std::string_view name, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  append_name(json, name);
  json += '[';
  for (const std::string& text : texts) {
    append_json_string(json, text);
    json += ',';
  }
  json.back() = ']';
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
  append_number(json, names::share, task.share / 10.0);
  if (task.automation_percent) append_number(json, names::automation, *task.automation_percent);
  if (task.is_locked) append_text(json, names::is, mark_words[0]);
  if (task.is_left_out) append_text(json, names::is, mark_words[1]);
}

void append_guess(std::string& json, const Guess& guess) {
  append_text(json, names::about, format_words::guessed[static_cast<std::size_t>(guess.about)]);
  if (!guess.task.empty()) append_text(json, names::task, guess.task);
  if (guess.percent) append_number(json, names::percent, *guess.percent);
  if (guess.is_revealed) append_text(json, names::is, guess_mark_words[0]);
}

// Of any sign and size.
void append_whole(std::string& json, std::string_view name, double value) {
  append_name(json, name);
  json += std::to_string(std::lround(value));
}

// An object of what `append` writes, or nothing.
template <typename Append>
void append_object(std::string& json, std::string_view name, Append append) {
  std::string inner = "{";
  append(inner);
  if (inner.size() == 1) return;
  append_name(json, name);
  json += inner + '}';
}

void append_word(std::string& json, std::string_view name, std::string_view word) {
  if (!word.empty()) append_text(json, name, word);
}

void append_overview(std::string& json, const OverviewChoice& choice) {
  if (choice.shape != PlotShape::scatter)
    append_text(json, names::shape, shape_words[static_cast<std::size_t>(choice.shape)]);
  append_word(json, names::across, choice.across);
  append_word(json, names::upward, choice.upward);
  if (choice.color != MarkColor::group)
    append_text(json, names::color, color_words[static_cast<std::size_t>(choice.color)]);
  append_list(json, names::hidden_groups, choice.hidden_groups);
  for (std::size_t i = 0; i < filtered_count; ++i) {
    append_object(json, span_words[i], [&](std::string& inner) {
      if (choice.spans[i].least) append_whole(inner, names::least, *choice.spans[i].least);
      if (choice.spans[i].most) append_whole(inner, names::most, *choice.spans[i].most);
    });
  }
  append_word(json, names::sorted, choice.order);
  if (choice.ascends) append_text(json, names::direction, direction_words[1]);
  if (choice.window) {
    append_object(json, names::window, [&](std::string& inner) {
      for (std::size_t i = 0; i < window_sides.size(); ++i)
        append_number(inner, window_words[i], (*choice.window).*window_sides[i]);
    });
  }
  append_word(json, names::open, choice.open);
  if (choice.own) {
    append_object(json, names::own, [&](std::string& inner) {
      append_text(inner, names::code, choice.own->code);
      append_number(inner, names::potential, choice.own->potential_percent);
    });
  }
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
    append_number(json, names::hours, state.week->hours);
    append_objects(json, names::tasks, state.week->tasks, append_week_task);
    json += '}';
  }
  if (!state.guesses.empty()) append_objects(json, names::guesses, state.guesses, append_guess);
  if (!state.class_codes.empty()) append_text(json, names::class_codes, state.class_codes);
  if (state.beside > 0) append_number(json, names::beside, static_cast<double>(state.beside + 1));
  append_object(json, names::overview, [&](std::string& inner) { append_overview(inner, state.overview); });
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
