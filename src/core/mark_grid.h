// Finds the marks near a place without looking at all of them: their centres, sorted into square cells.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/mark_size.h"
#include "core/rect.h"

namespace taskscope {

// Keeps the marks' indices, not the marks: those that are given later are the same as at the beginning. What is not
// shown or has its centre outside of the area is not in it.
class MarkGrid {
 public:
  MarkGrid() = default;
  MarkGrid(std::span<const Mark> marks, const Rect& area);

  // Calls `visit` with the index of every mark whose disc may touch `within`, that is of all that do and of some near
  // it, in no order to rely on, until it gives back true.
  template <typename Visit>
  void visit_near(const Rect& within, Visit visit) const {
    if (starts_.empty()) return;
    const Rect reach = within.grown(largest_radius_);
    const std::size_t right = column_of(reach.right()), bottom = row_of(reach.bottom());
    for (std::size_t row = row_of(reach.y); row <= bottom; ++row) {
      const std::size_t first = row * columns_ + column_of(reach.x), last = row * columns_ + right;
      for (std::size_t i = starts_[first]; i < starts_[last + 1]; ++i)
        if (visit(std::size_t{marks_[i]})) return;
    }
  }

 private:
  // Of the nearest cell, for places outside too.
  std::size_t column_of(float x) const;
  std::size_t row_of(float y) const;

  Rect area_;
  float largest_radius_ = 0;
  std::size_t columns_ = 0, rows_ = 0;
  std::vector<std::uint32_t> starts_;  // by cell, in `marks_`; one more at the end
  std::vector<std::uint32_t> marks_;   // cell after cell, row after row
};

}  // namespace taskscope
