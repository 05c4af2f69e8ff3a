// A strip plot: marks in rows by group, each at its value along the row and moved across it where others are in its
// way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/mark_size.h"

namespace taskscope {

// A group's row across the axis; pixels.
struct StripRow {
  float top = 0, height = 0;
};

struct StripPlot {
  std::vector<Mark> marks;      // as given, each with a `y` within its row, or in its middle where it is too large
  std::size_t overlapping = 0;  // marks that found no room and lie over others
};

// Larger marks come first, equals in their order, each as near to the middle of its row as there is room, with `gap`
// pixels to others; what finds none is spread over the row's height. Marks whose `x` is NaN are left out and keep it.
// `row_of` says each mark's row and is as long as `marks`; a mark's `y` before does not matter. (A beeswarm as by
// Eklund 2012, https://cran.r-project.org/package=beeswarm, "compactswarm", with the largest first, in steps of half a
// pixel.)
StripPlot strip_plot(std::span<const Mark> marks, std::span<const std::uint8_t> row_of, std::span<const StripRow> rows,
                     float gap);

}  // namespace taskscope
