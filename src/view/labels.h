// The widget's own words, in one place.
#pragma once

#include <array>
#include <string_view>

#include "core/profile.h"

namespace taskscope::labels {

inline constexpr std::string_view automation = "Automation";
inline constexpr std::string_view adoption = "adoption";
inline constexpr std::string_view potential = "potential";
inline constexpr std::string_view adoption_meaning = "how much of the work AI is used for today";
inline constexpr std::string_view potential_meaning = "how much of the work AI could do";
inline constexpr std::string_view gap_meaning = " of possible automation not in use yet";
inline constexpr std::string_view gap_negative_meaning = " more in use than the tasks give reason to expect";
inline constexpr std::string_view evidence_strip = "What the evidence says";
inline constexpr std::string_view market = "Market check";
inline constexpr std::string_view market_covers = "Covers ";
inline constexpr std::string_view strategies = "Career strategy";
inline constexpr std::string_view tasks = "Tasks";
inline constexpr std::string_view show_reasons = "Show all reasons";
inline constexpr std::string_view hide_reasons = "Hide all reasons";
inline constexpr std::string_view reasons_shown = "All reasons are shown.";
inline constexpr std::string_view reasons_hidden = "All reasons are hidden.";
inline constexpr std::string_view ai_uses = "AI uses";
inline constexpr std::string_view good_options = "Good options";
inline constexpr std::string_view evidence = "Evidence";
inline constexpr std::string_view evidence_caption = "Each source’s figure and what to make of it";
inline constexpr std::string_view sources = "Figures: ";
inline constexpr std::string_view as_of = "As of ";
inline constexpr std::string_view automated = " automated";
inline constexpr std::string_view from = "from ";
inline constexpr std::string_view below = "below ";
inline constexpr std::string_view nothing_to_show = "This profile has a title and no figures yet.";

inline constexpr std::array<std::string_view, 4> task_columns = {"Task", "Importance", "Automation", "Reason"};
inline constexpr std::array<std::string_view, 3> evidence_columns = {"Source", "Value", "Note"};
inline constexpr std::array<std::string_view, 2> importance = {"Core", "Important"};
inline constexpr std::array<std::string_view, 4> band = {"Highly automatable", "Strong automation pressure", "Mixed",
                                                         "Human-led"};
inline constexpr std::array<std::string_view, 3> rating = {"Stable", "Mixed", "High pressure"};
inline constexpr std::array<std::string_view, 2> kind = {"measured use", "estimated exposure"};
inline constexpr std::array<std::string_view, 4> match = {"this occupation", "its family", "its industry", "a proxy"};

// The words for a value of one of the profile's enumerations.
template <typename Enum, std::size_t N>
constexpr std::string_view of(const std::array<std::string_view, N>& words, Enum value) {
  return words[static_cast<std::size_t>(value)];
}

}  // namespace taskscope::labels
