// Names beside marks, as many as find a place where none covers another.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "core/mark_grid.h"

namespace taskscope {

enum class LabelSide { right, left, above, below, above_right, below_right, above_left, below_left };
inline constexpr std::array<LabelSide, 8> all_label_sides = {
    LabelSide::right,       LabelSide::left,        LabelSide::above,      LabelSide::below,
    LabelSide::above_right, LabelSide::below_right, LabelSide::above_left, LabelSide::below_left};

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
  float gap = 3;  // between a mark's edge and its name, and between names; pixels
  std::size_t most_labels = 1000;
  std::size_t sides = all_label_sides.size();  // how many of these may be taken
  std::vector<Rect> taken{};                   // places of other texts
};

// Labels in the order of their importance, each at the first side where it stays in the plot and keeps off the names
// before it and all other marks; left out where none is. Marks that are not shown or have their centre out of the plot
// get none. What is under the pointer has no part in it, so names stay while it moves: its own is placed by
// `label_beside`, over all others. The grid is of these marks in the plot. (Greedy placement by
// priority at fixed positions: Christensen, Marks and Shieber 1995, "An Empirical Study of Algorithms for Point-Feature
// Label Placement", https://doi.org/10.1145/212332.212334.)
std::vector<PlacedLabel> place_mark_labels(std::span<const MarkLabel> labels, std::span<const Mark> marks,
                                           const MarkGrid& grid, const Rect& plot, const LabelRules& rules);

// Whether a name as wide and high as this would keep off all other marks at any side: what marks in a crowd need not be
// measured for.
bool has_room(const MarkLabel& label, std::span<const Mark> marks, const MarkGrid& grid, const Rect& plot,
              const LabelRules& rules);

// Where a name stands at a side of its mark, wherever that is.
Rect label_rect(const Mark& mark, const MarkLabel& label, LabelSide side, float gap);

// A place for one name whatever it covers: the first side at which it stays in the plot, else the preferred one, moved
// into the plot.
Rect label_beside(const Mark& mark, const MarkLabel& label, const Rect& plot, float gap);

}  // namespace taskscope
