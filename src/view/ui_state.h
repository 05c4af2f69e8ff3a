// What the reader has changed, the wishes that panels return, and the transitions between the two.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/profile.h"
#include "core/reader_state.h"
#include "view/semantics.h"
#include "view/theme.h"

namespace taskscope {

// Tells a task from the profile's others, and stays the same whatever else changes in a profile: a hash of its name.
using TaskKey = std::uint64_t;
TaskKey task_key(std::string_view name);

struct UiState {
  std::unordered_set<TaskKey> open_tasks;  // whose reasons are shown

  bool is_open(TaskKey task) const { return open_tasks.contains(task); }
};

// The state in the profile's terms, for keeping it; and back. Tasks that the profile lacks are left out.
ReaderState reader_state(const UiState& state, const Profile& profile);
UiState ui_state(const ReaderState& reader);

enum class Action { toggle_task, toggle_all_tasks };

// What a press asks for; panels return these, and `apply` alone changes the state.
struct Intent {
  Action action = Action::toggle_task;
  std::vector<TaskKey> tasks;  // the ones to toggle; all of them for toggle_all_tasks
};

// Opens closed tasks and closes open ones; all at once are opened unless all are open already.
void apply(UiState& state, const Intent& intent);

// Values that move to their targets over a few frames.
class Transitions {
 public:
  // Goes before a frame. `seconds` since the last frame; time spent idle does not count.
  void begin_frame(float seconds, bool reduced_motion);
  // How far `id` is on its way to on (1) or off (0), eased. What is seen for the first time is already there.
  float toward(NodeId id, bool on);
  bool moving() const { return moving_; }

 private:
  std::unordered_map<NodeId, float> progress_;
  float step_ = 1;  // of progress in this frame
  bool moving_ = false;
};

}  // namespace taskscope
