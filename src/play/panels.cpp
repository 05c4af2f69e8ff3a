#include "play/panels.h"

#include "core/state_code.h"
#include "core/task_list.h"

namespace taskscope::play {

namespace {

// Within the namespace, by which the module is cut in two.
std::vector<TaskGroup> arrange(const Profile& profile, const TaskChoice& choice) {
  return arrange_tasks(profile, choice);
}

std::string translate(std::string_view state, const Profile& profile) {
  const bool is_json = state.starts_with('{');
  const std::optional<ReaderState> known = is_json ? decode_state(state).state : read_state_code(state, profile);
  if (!known) return {};
  return is_json ? state_code(*known, profile) : write_state(*known);
}

}  // namespace

const PlayPanels panels = {
    .draw = {draw_adoption_made, draw_potential_made, draw_week, draw_guess, draw_class, draw_compare, draw_share,
             draw_task_tools},
    .arrange = arrange,
    .mark = mark_matches,
    .translate = translate,
    .draw_slide = draw_slide,
    .slides = slides,
    .read_catalogue = read_catalogue,
    .write_overview = write_overview,
    .read_overview = read_overview,
};

}  // namespace taskscope::play
