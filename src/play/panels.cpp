#include "play/panels.h"

#include "core/task_list.h"

namespace taskscope::play {

namespace {

// Within the namespace, by which the module is cut in two.
std::vector<TaskGroup> arrange(const Profile& profile, const TaskChoice& choice) {
  return arrange_tasks(profile, choice);
}

}  // namespace

const PlayPanels panels = {
    .draw = {draw_adoption_made, draw_potential_made, draw_week, draw_guess, draw_class, draw_compare, nullptr,
             draw_task_tools},
    .arrange = arrange,
    .mark = mark_matches,
};

}  // namespace taskscope::play
