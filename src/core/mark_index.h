// Which mark a pointer is at, and which one an arrow key leads to.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "core/mark_grid.h"

namespace taskscope {

// The smallest mark under the point, as small ones are drawn on top; of equally small ones the nearest centre, then the
// last. Where there is none, the mark whose edge is nearest, within `tolerance` pixels: about 2 for a mouse and 20 for
// a finger. The grid is of these marks.
std::optional<std::size_t> mark_at(const Point& point, float tolerance, std::span<const Mark> marks,
                                   const MarkGrid& grid);

enum class WalkDirection { left, right, up, down };

// The next mark in a direction among those whose centres are in `view`: the nearest within 45 degrees of it, with what
// lies to the side added to the distance, else the nearest that lies further that way at all. Marks with the same
// centre follow one another in their order to the right and down, against it to the left and up. None at the end. Arrow
// keys reach all marks but for about one in 50,000, whose neighbours are nearer to others in all four directions; lists
// have those.
std::optional<std::size_t> next_mark(std::size_t from, WalkDirection direction, std::span<const Mark> marks,
                                     const Rect& view);

// Where arrow keys begin: the mark whose centre is nearest to the point, of those in `view`; the first of equals.
std::optional<std::size_t> nearest_mark(const Point& point, std::span<const Mark> marks, const Rect& view);

}  // namespace taskscope
