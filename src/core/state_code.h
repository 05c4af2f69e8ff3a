// A reader's state as a short code for links: letters, digits, `-` and `_` alone, with a version in front and a check
// of itself at the end. The profile's names stand in it as hashes, just long enough to tell them apart.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/profile.h"
#include "core/reader_state.h"

namespace taskscope {

// What longer a state would be leaves a class's codes out, then the open tasks.
inline constexpr std::size_t longest_state_code = 65'536;  // letters

// What of the state is about this profile; a dashboard that nobody has touched has a code too. The week's figures and
// those of tasks of the reader's own are kept to a tenth, as they are shown.
std::string state_code(const ReaderState& state, const Profile& profile);

// The state of a code, checked as strictly as one that came as JSON (decode_state); none where it is not a code, or was
// tampered with. What it says of tasks and sources that the profile lacks is left out.
std::optional<ReaderState> read_state_code(std::string_view code, const Profile& profile);

}  // namespace taskscope
