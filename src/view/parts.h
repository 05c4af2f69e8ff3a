// What the record calls the looks that carry a meaning, for style sheets (web/task-scope.css) to show them.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "core/profile.h"
#include "words/words.h"

namespace taskscope::parts {

inline constexpr std::array<std::string_view, 4> band = {"automatable", "pressured", "mixed", "human-led"};
inline constexpr std::array<std::string_view, 3> rating = {"stable", "mixed", "high-pressure"};
inline constexpr std::array<std::string_view, 2> kind = {"measured", "estimated"};
inline constexpr std::array<std::string_view, 2> importance = {"core", "important"};

// A part and, as a second name, the look of the value.
template <typename Enum, std::size_t N>
std::string with(std::string_view part, const std::array<std::string_view, N>& looks, Enum value) {
  return std::string(part) + " " + std::string(of(looks, value));
}

}  // namespace taskscope::parts
