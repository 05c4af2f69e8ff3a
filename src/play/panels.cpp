#include "play/panels.h"

#include "core/state_code.h"
#include "core/task_list.h"

namespace taskscope::play {

namespace {

// Within the namespace, by which the module is cut in two.
std::vector<TaskGroup> arrange(const Profile& profile, const TaskChoice& choice) {
  return arrange_tasks(profile, choice);
}
std::string code_of_state(const ReaderState& state, const Profile& profile) { return state_code(state, profile); }
std::optional<ReaderState> state_of_code(std::string_view code, const Profile& profile) {
  return read_state_code(code, profile);
}

}  // namespace

const PlayPanels panels = {
    .draw = {draw_adoption_made, draw_potential_made, draw_week, draw_guess, draw_class, nullptr, draw_share,
             draw_task_tools},
    .arrange = arrange,
    .mark = mark_matches,
    .state_code = code_of_state,
    .read_state_code = state_of_code,
};

}  // namespace taskscope::play
