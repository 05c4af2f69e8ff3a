// The words of the profile format, each in the order of its enumeration.
#pragma once

#include <array>
#include <string_view>

namespace taskscope::format_words {

inline constexpr std::array<std::string_view, 2> importance = {"core", "important"};
inline constexpr std::array<std::string_view, 4> band = {"highly automatable", "strong pressure", "mixed", "human-led"};
inline constexpr std::array<std::string_view, 3> rating = {"stable", "mixed", "high pressure"};
inline constexpr std::array<std::string_view, 2> kind = {"measured use", "estimated exposure"};
inline constexpr std::array<std::string_view, 4> match = {"occupation", "family", "industry", "proxy"};
inline constexpr std::array<std::string_view, 3> guessed = {"adoption", "potential", "task"};

}  // namespace taskscope::format_words
