// Names beside marks, as many as find a place where none covers another.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "core/mark_grid.h"

namespace taskscope {

enum class LabelSide { right, left, above, below };
inline constexpr std::array<LabelSide, 4> all_label_sides = {LabelSide::right, LabelSide::left, LabelSide::above,
                                                             LabelSide::below};

// A name that wants to stand beside its mark; pixels.
struct MarkLabel {
  std::size_t mark = 0;
  float width = 0, height = 0;
  // Where it stood before, so that names stay where they are while marks move; it is tried first.
  LabelSide preferred = LabelSide::right;
};

struct PlacedLabel {
  std::size_t label = 0;  // of those given
  LabelSide side = LabelSide::right;
  Rect rect;
};

struct LabelRules {
  float gap = 3;                 // between a mark's edge and its name, and between names; pixels
  std::size_t most_covered = 0;  // how many other marks a name may lie over
  std::size_t most_labels = 1000;
};

// Labels in the order of their importance, each at the first side where it stays in the plot, keeps off the names
// before it and their marks, and covers fewest other marks; left out where none is. Marks that are not shown or have
// their centre out of the plot get none. What is under the pointer has no part in it, so names stay while it moves: its
// own is placed by `label_beside`, over all others. The grid is of these marks in the plot. (Greedy placement by
// priority at fixed positions: Christensen, Marks and Shieber 1995, "An Empirical Study of Algorithms for Point-Feature
// Label Placement", https://doi.org/10.1145/212332.212334.)
std::vector<PlacedLabel> place_mark_labels(std::span<const MarkLabel> labels, std::span<const Mark> marks,
                                           const MarkGrid& grid, const Rect& plot, const LabelRules& rules);

// Where a name stands at a side of its mark, wherever that is.
Rect label_rect(const Mark& mark, const MarkLabel& label, LabelSide side, float gap);

// A place for one name whatever it covers: the first side at which it stays in the plot, else the preferred one, moved
// into the plot.
Rect label_beside(const Mark& mark, const MarkLabel& label, const Rect& plot, float gap);

}  // namespace taskscope
