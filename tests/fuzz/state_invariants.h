// What must hold for whatever text is decoded as a reader's state: as JSON, and as a link's code.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "core/overview_choice.h"
#include "core/reader_state.h"
#include "core/state_code.h"

namespace taskscope::testing {

// A profile that has the tasks whose reasons are open, and one more.
inline Profile profile_of(const ReaderState& state) {
  Profile profile;
  profile.adoption_percent = profile.potential_percent = 50;
  profile.tasks.push_back({.name = "A task", .automation_percent = 10, .reason = {}, .band = {}, .weight = {}});
  for (const std::string& name : state.open_tasks) {
    const auto is_same = [&](const Task& task) { return task.name == name; };
    if (std::any_of(profile.tasks.begin(), profile.tasks.end(), is_same)) continue;
    profile.tasks.push_back(profile.tasks.front());
    profile.tasks.back().name = name;
  }
  return profile;
}

inline std::string broken_in_overview(std::string_view text) {
  const DecodedOverviewChoice decoded = decode_overview_choice(text);
  if (decoded.choice.has_value() == has_errors(decoded.diagnostics)) return "there is an overview's choice or an error";
  if (!decoded.choice) return {};
  const DecodedOverviewChoice again = decode_overview_choice(write_overview_choice(*decoded.choice));
  return again.choice == decoded.choice ? "" : "an overview's choice survives being written";
}

inline std::string broken_in_link(const ReaderState& state) {
  const Profile profile = profile_of(state);
  const std::string code = state_code(state, profile);
  if (code.size() > longest_state_code) return {};
  const std::optional<ReaderState> read = read_state_code(code, profile);
  return read && state_code(*read, profile) == code ? "" : "a link's code survives being read";
}

// The first invariant that does not hold, as a sentence; empty where all do.
inline std::string broken_in_state(std::string_view text) {
  const DecodedState decoded = decode_state(text);
  if (decoded.state.has_value() == has_errors(decoded.diagnostics)) return "there is a state or an error";
  std::string broken = broken_in_overview(text);
  if (!broken.empty() || !decoded.state) return broken;
  const DecodedState again = decode_state(write_state(*decoded.state));
  if (again.state != decoded.state) return "a state survives being written";
  broken = broken_in_overview(decoded.state->overview);
  return broken.empty() ? broken_in_link(*decoded.state) : broken;
}

}  // namespace taskscope::testing
