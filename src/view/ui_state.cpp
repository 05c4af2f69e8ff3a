#include "view/ui_state.h"

#include <algorithm>

#include "view/hash.h"

namespace taskscope {

TaskKey task_key(std::string_view name) { return hash_text(hash_start, name); }

ReaderState reader_state(const UiState& state, const Profile& profile) {
  ReaderState reader;
  for (const Task& task : profile.tasks)
    if (state.is_open(task_key(task.name))) reader.open_tasks.push_back(task.name);
  return reader;
}

UiState ui_state(const ReaderState& reader) {
  UiState state;
  for (const std::string& name : reader.open_tasks) state.open_tasks.insert(task_key(name));
  return state;
}

void apply(UiState& state, const Intent& intent) {
  const auto is_open = [&](TaskKey task) { return state.is_open(task); };
  const bool close = std::all_of(intent.tasks.begin(), intent.tasks.end(), is_open);
  for (const TaskKey task : intent.tasks) {
    if (close) {
      state.open_tasks.erase(task);
    } else {
      state.open_tasks.insert(task);
    }
  }
}

void Transitions::begin_frame(float seconds, bool reduced_motion) {
  step_ = reduced_motion ? 1.0f : moving_ ? seconds / transition_seconds : 0.0f;
  moving_ = false;
}

float Transitions::toward(NodeId id, bool on) {
  const float target = on ? 1.0f : 0.0f;
  float& value = progress_.try_emplace(id, target).first->second;
  value = value < target ? std::min(target, value + step_) : std::max(target, value - step_);
  if (value != target) moving_ = true;
  return value * value * (3 - 2 * value);
}

}  // namespace taskscope
