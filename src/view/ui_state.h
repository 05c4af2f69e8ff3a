// What the reader has changed, the wishes that panels return, and the transitions between the two.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "view/semantics.h"
#include "view/theme.h"

namespace taskscope {

struct UiState {
  std::unordered_set<NodeId> open_tasks;  // whose reasons are shown

  bool is_open(NodeId task) const { return open_tasks.contains(task); }
};

enum class Action { toggle_task, toggle_all_tasks };

// What a press asks for; panels return these, and `apply` alone changes the state.
struct Intent {
  Action action = Action::toggle_task;
  std::vector<NodeId> tasks;  // the ones to toggle; all of them for toggle_all_tasks
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
