// A treemap in two levels: groups as rectangles, in each of them its members, all of them as large as they weigh.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/rect.h"

namespace taskscope {

struct Treemap {
  std::vector<Rect> members;  // by member; all zero where it weighs nothing
  std::vector<Rect> groups;   // by group; all zero where none of its members weighs anything
};

// Fills `area`. A member's share of it is its weight's share of all weights, to what a float can tell; gaps and
// headings are a matter of drawing, so that areas stay comparable. Members fill their group's rectangle, rectangles of
// a level do not overlap, and heavier ones come first from the top left. A weight that is missing (NaN), infinite or
// not above 0 is none. `group_of` says each member's group, below `groups`; it is as long as `weights`.
//
// Squarified: rows are filled while that makes their rectangles more like squares (Bruls, Huizing and van Wijk 2000,
// "Squarified Treemaps", in Data Visualization 2000, https://doi.org/10.1007/978-3-7091-6783-0_4).
Treemap squarified_treemap(std::span<const float> weights, std::span<const std::uint8_t> group_of, std::size_t groups,
                           const Rect& area);

}  // namespace taskscope
