// Marks whose area tells a number, such as employment.
#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "core/rect.h"

namespace taskscope {

// A mark on a plot, a disc. One that is not shown has NaN for its `x`.
struct Mark {
  float x = 0, y = 0, radius = 0;  // of the centre; pixels
};

inline bool is_shown(const Mark& mark) { return !std::isnan(mark.x); }

// Areas are in proportion to values above 0, none of which is above `most_value`, but for those that would be too small
// to be seen and pressed. Perception's underestimate of areas (Flannery 1971) is not made up for: the legend shows what
// a size stands for.
struct MarkSize {
  double most_value = 1;   // above 0
  float most_radius = 20;  // of that value; pixels
  float least_radius = 2;  // of the smallest, of zero, and of what is missing (NaN)
};

float radius_of(double value, const MarkSize& size);

// Radii such that all marks together would cover `share` of an area in square pixels, as far as the bounds allow.
MarkSize fitted_mark_size(std::span<const float> values, double area, double share, float least_radius,
                          float most_radius);

// Values for a legend of sizes: the largest 1, 2 or 5 times a power of ten that occurs, then a tenth of that and so on,
// `most_count` at most and only as far as their marks are above the least.
std::vector<double> legend_values(const MarkSize& size, std::size_t most_count);

// In which order marks are drawn: by descending radius, so that small ones lie on top; equals in theirs.
std::vector<std::size_t> drawing_order(std::span<const Mark> marks);

}  // namespace taskscope
