// What a reader has changed about a dashboard, in the profile's own terms, and its JSON: short, versioned, and checked
// when it is read, as it may come from anywhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics.h"
#include "core/weighting.h"

namespace taskscope {

struct ReaderState {
  std::vector<std::string> open_tasks;  // names of the tasks whose reasons are shown
  bool explains_adoption = false;       // how the figure is made is shown
  bool explains_potential = false;
  std::optional<Weighting> weighting;  // the rule that the reader chose
  std::vector<std::string> left_out;   // names of the sources that the reader left out (core/sources.h)

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
