#include "play/panels.h"

#include "core/overview_choice.h"
#include "core/state_code.h"
#include "core/task_list.h"
#include "play/overview.h"

namespace taskscope::play {

namespace {

// Within the namespace, by which the module is cut in two.
std::vector<TaskGroup> arrange(const Profile& profile, const TaskChoice& choice) {
  return arrange_tasks(profile, choice);
}

std::string open_in(const ReaderState& state) {
  return decode_overview_choice(state.overview).choice.value_or(OverviewChoice()).open;
}

// The occupation whose names a state has, where it says that one is open which has not opened yet.
std::optional<Profile> awaited_in(const ReaderState& state, const Overview* overview) {
  const auto* catalogue = static_cast<const ShownCatalogue*>(overview);
  const std::string open = open_in(state);
  if (!catalogue || open.empty() || catalogue->is_open(open)) return std::nullopt;
  return catalogue->profile_of(open);
}

// What is seen of it: over a catalogue as a whole, nothing that was changed within one of its occupations.
ReaderState seen_of(const ReaderState& state, const Overview* overview) {
  if (!overview || !open_in(state).empty()) return state;
  ReaderState whole;
  whole.shown = state.shown;
  whole.overview = state.overview;
  return whole;
}

std::string translate(std::string_view state, const Profile& shown, const Overview* overview) {
  const bool is_json = state.starts_with('{');
  const std::optional<ReaderState> known = is_json ? decode_state(state).state : read_state_code(state, shown);
  if (!known) return {};
  const std::optional<Profile> awaited = awaited_in(*known, overview);
  const Profile& subject = awaited ? *awaited : shown;
  if (is_json) return state_code(seen_of(*known, overview), subject);
  // What was sound in terms of what is shown may be damaged in those of the occupation.
  const std::optional<ReaderState> read = awaited ? read_state_code(state, subject) : known;
  return read ? write_state(seen_of(*read, overview)) : std::string();
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
