#include "view/ui_state.h"

#include <algorithm>
#include <utility>

#include "core/sources.h"
#include "view/hash.h"

namespace taskscope {

namespace {

void toggle(std::unordered_set<std::uint64_t>& keys, std::uint64_t key) {
  if (keys.erase(key) == 0) keys.insert(key);
}

void toggle_all(UiState& state, const std::vector<TaskKey>& tasks) {
  const auto is_open = [&](TaskKey task) { return state.is_open(task); };
  const bool close = std::all_of(tasks.begin(), tasks.end(), is_open);
  for (const TaskKey task : tasks)
    if (close == state.is_open(task)) toggle(state.open_tasks, task);
}

}  // namespace

TaskKey task_key(std::string_view name) { return hash_text(hash_start, name); }
SourceKey source_key(const Evidence& evidence) { return hash_text(hash_start, source_name(evidence)); }

ReaderState reader_state(const UiState& state, const Profile& profile) {
  ReaderState reader;
  for (const Task& task : profile.tasks)
    if (state.is_open(task_key(task.name))) reader.open_tasks.push_back(task.name);
  reader.shown = state.shown;
  reader.weighting = state.weighting;
  for (const Evidence& source : profile.evidence) {
    std::vector<std::string>& names = reader.left_out;
    const std::string name = source_name(source);
    const bool is_listed = std::find(names.begin(), names.end(), name) != names.end();
    if (state.leaves_out(source) && !is_listed) names.push_back(name);
  }
  reader.tasks = state.tasks;
  reader.week = state.week.week;
  for (const Guess& guess : state.guesses)
    if (guess.percent || guess.is_revealed) reader.guesses.push_back(guess);
  reader.class_codes = state.class_codes;
  reader.beside = state.beside;
  reader.overview = state.unread_overview;
  return reader;
}

UiState ui_state(const ReaderState& reader) {
  UiState state;
  for (const std::string& name : reader.open_tasks) state.open_tasks.insert(task_key(name));
  state.shown = reader.shown;
  state.weighting = reader.weighting;
  for (const std::string& name : reader.left_out) state.left_out.insert(hash_text(hash_start, name));
  state.tasks = reader.tasks;
  state.week.week = reader.week;
  state.guesses = reader.guesses;
  state.class_codes = reader.class_codes;
  state.beside = reader.beside;
  state.unread_overview = reader.overview;
  return state;
}

void apply(UiState& state, Intent& intent) {
  switch (intent.action) {
    case Action::toggle_task:
      return toggle(state.open_tasks, intent.keys.front());
    case Action::toggle_all_tasks:
      return toggle_all(state, intent.keys);
    case Action::toggle_panel:
      state.shown[static_cast<std::size_t>(intent.panel)] ^= true;
      return;
    case Action::choose_weighting:
      state.weighting = intent.weighting;
      return;
    case Action::toggle_source:
      return toggle(state.left_out, intent.keys.front());
    case Action::change_week:
      return state.week.set(intent.week, intent.control);
    case Action::undo_week:
      return state.week.undo();
    case Action::redo_week:
      return state.week.redo();
    case Action::change_guesses:
      state.guesses = intent.guesses;
      return;
    case Action::choose_tasks:
      state.tasks = intent.tasks;
      return;
    case Action::change_class_codes:
      state.class_codes = intent.text;
      return;
    case Action::choose_compared:
      state.beside = intent.place;
      return;
    case Action::keep_unread:
      state.unread = std::move(intent.unread);
      return;
    case Action::open_occupation:
      state = UiState();
      state.overview = std::move(intent.overview);
      return;
    case Action::change_overview:
      state.overview = std::move(intent.overview);
      return;
    case Action::ask_page:
      return;
  }
}

void WeekHistory::set(std::optional<Week> next, NodeId by) {
  constexpr std::size_t most_steps = 100;
  if (by == 0 || by != control || before.empty()) before.push_back(week);
  if (before.size() > most_steps) before.erase(before.begin());
  after.clear();
  week = std::move(next);
  control = by;
}

void WeekHistory::undo() {
  if (before.empty()) return;
  after.push_back(std::exchange(week, before.back()));
  before.pop_back();
  control = 0;
}

void WeekHistory::redo() {
  if (after.empty()) return;
  before.push_back(std::exchange(week, after.back()));
  after.pop_back();
  control = 0;
}

void Transitions::begin_frame(float seconds, bool reduced_motion) {
  step_ = reduced_motion ? 1.0f : moving_ ? seconds / transition_seconds : 0.0f;
  moving_ = false;
  progress_.begin_frame();
}

float Transitions::toward(NodeId id, bool on) {
  const float target = on ? 1.0f : 0.0f;
  float& value = progress_.find_or_add(id, target).first;
  value = value < target ? std::min(target, value + step_) : std::max(target, value - step_);
  if (value != target) moving_ = true;
  return value * value * (3 - 2 * value);
}

}  // namespace taskscope
