// What a reader has changed about a dashboard, in the profile's own terms, and its JSON: short, versioned, and checked
// when it is read, as it may come from anywhere.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics.h"
#include "core/guesses.h"
#include "core/task_list.h"
#include "core/week.h"
#include "core/weighting.h"

namespace taskscope {

// What a reader can open beside the dashboard's own sections.
enum class Panel { adoption_made, potential_made, week, guess, class_results, compare, share, task_tools };
inline constexpr std::size_t panel_count = 8;

using PanelSet = std::array<bool, panel_count>;  // by Panel
// What is open before the reader does anything: who names profiles to compare with wants to see them.
inline constexpr PanelSet shown_at_first = {false, false, false, false, false, true, false, false};

inline constexpr std::size_t most_compared = 2;  // profiles beside the dashboard's own

// What is added here belongs into its JSON and its code for links (core/state_code.cpp) as well.
struct ReaderState {
  std::vector<std::string> open_tasks;  // names of the tasks whose reasons are shown
  PanelSet shown = shown_at_first;
  std::optional<Weighting> weighting;  // the rule that the reader chose
  std::vector<std::string> left_out;   // names of the sources that the reader left out (core/sources.h)
  TaskChoice tasks;                    // which are shown, and how
  std::optional<Week> week;            // where it is not the published one
  std::vector<Guess> guesses;          // that were made or revealed
  std::string class_codes;             // a class's guesses, as they were pasted
  std::size_t beside = 0;              // which of the compared profiles stands beside the first where one has room
  std::string overview;                // of a catalogue, as a JSON object (core/overview_choice.h)

  bool operator==(const ReaderState&) const = default;
};

// {"version":1} and what differs from a dashboard that nobody has touched.
std::string write_state(const ReaderState& state);

struct DecodedState {
  std::optional<ReaderState> state;  // present exactly when no diagnostic is an error
  std::vector<Diagnostic> diagnostics;
};

DecodedState decode_state(std::string_view json);

}  // namespace taskscope
