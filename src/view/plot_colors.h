// Colours of marks on plots, which are told apart by more than colour everywhere: by tips, names and legends. All have
// 3:1 against the card (WCAG 2.2, 1.4.11); made in OKLCH, of even chroma.
#pragma once

#include <cstddef>

#include "view/theme.h"

namespace taskscope {

inline constexpr std::size_t group_color_count = 22;  // as many as SOC has civilian major groups
inline constexpr std::size_t step_count = 5;

// Hues around the circle, light and dark in turn, so that neighbours differ in both. Further groups begin anew.
Color group_color(Scheme scheme, std::size_t group);

// From the least to the most of what only grows.
Color step_color(Scheme scheme, std::size_t step);

// From a decrease over none, in the middle, to an increase.
Color change_color(Scheme scheme, std::size_t step);

// Of two colours the one that is easier to read on a ground.
Color readable_on(Color ground, Color one, Color other);

}  // namespace taskscope
