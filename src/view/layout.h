// Pure rectangle arithmetic: which columns fit, and where labels go so that none covers another. Any one unit of
// length.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "view/geometry.h"

namespace taskscope {

// How many columns of at least `min_width` fit side by side with `gap` between them; 1 to `items`, and 1 without items.
std::size_t grid_columns(float width, float min_width, float gap, std::size_t items);

// Column `index` of `count` equal ones.
Column grid_column(const Column& area, std::size_t index, std::size_t count, float gap);

// A label that wants to stand near `anchor` on an axis.
struct LabelWish {
  float anchor = 0;
  float width = 0;
};

struct LabelPlace {
  float x = 0;   // the label's left end
  int lane = 0;  // 1, 2, … above the axis from the nearest; -1, -2, … below it; 0: no place left
};

// Places labels, given by ascending anchors, each in the nearest free lane, alternating sides; at least `gap` apart in
// a lane, within [left, right], over their anchors, and clear of the leader lines of labels that stand further out.
std::vector<LabelPlace> place_labels(std::span<const LabelWish> labels, float left, float right, float gap,
                                     int lanes_a_side);

}  // namespace taskscope
