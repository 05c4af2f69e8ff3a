#include "core/mark_grid.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace taskscope {
namespace {

constexpr float cell_size = 16;  // pixels; about that of the larger marks
constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

std::size_t cells_along(float length) {
  constexpr float most_cells = 512;
  return static_cast<std::size_t>(std::clamp(std::ceil(length / cell_size), 1.0f, most_cells));
}

std::size_t cell_at(float distance, std::size_t cells) {
  return static_cast<std::size_t>(std::clamp(distance / cell_size, 0.0f, static_cast<float>(cells - 1)));
}

}  // namespace

MarkGrid::MarkGrid(std::span<const Mark> marks, const Rect& area)
    : area_(area), columns_(cells_along(area.width)), rows_(cells_along(area.height)), starts_(columns_ * rows_ + 1) {
  // A counting sort: how many are in each cell, where each cell begins, then one after the other to its place.
  std::vector<std::uint32_t> cells(marks.size(), nowhere);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Mark& mark = marks[i];
    const bool is_inside =
        mark.x >= area.x && mark.x <= area.right() && mark.y >= area.y && mark.y <= area.bottom();  // not if NaN
    if (!is_inside) continue;
    cells[i] = static_cast<std::uint32_t>(row_of(mark.y) * columns_ + column_of(mark.x));
    ++starts_[cells[i] + 1];
    largest_radius_ = std::max(largest_radius_, mark.radius);
  }
  for (std::size_t cell = 1; cell < starts_.size(); ++cell) starts_[cell] += starts_[cell - 1];
  marks_.resize(starts_.back());
  std::vector<std::uint32_t> next = starts_;
  for (std::size_t i = 0; i < marks.size(); ++i)
    if (cells[i] != nowhere) marks_[next[cells[i]]++] = static_cast<std::uint32_t>(i);
}

std::size_t MarkGrid::column_of(float x) const { return cell_at(x - area_.x, columns_); }
std::size_t MarkGrid::row_of(float y) const { return cell_at(y - area_.y, rows_); }

}  // namespace taskscope
