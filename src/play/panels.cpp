#include "play/panels.h"

#include "core/state_code.h"

namespace taskscope::play {

// Through these, as what the table names is of this namespace (web/tools/split.mjs).
std::string code_of_state(const ReaderState& state, const Profile& profile) { return state_code(state, profile); }
std::optional<ReaderState> state_of_code(std::string_view code, const Profile& profile) {
  return read_state_code(code, profile);
}

const PlayPanels panels = {
    {draw_adoption_made, draw_potential_made, draw_week, draw_guess, draw_class, nullptr, draw_share},
    code_of_state,
    state_of_code};

}  // namespace taskscope::play
