#include "core/mark_index.h"

#include <cmath>

namespace taskscope {
namespace {

// Ascending by each in turn; what is least wins.
struct HitOrder {
  bool is_beside = true;  // the disc, not under the pointer
  float first = 0;        // under it: the radius; beside it: how far the edge is
  float distance = 0;     // of the centre

  bool is_before(const HitOrder& other) const {
    if (is_beside != other.is_beside) return other.is_beside;
    if (first != other.first) return first < other.first;
    return distance < other.distance;
  }
};

HitOrder hit_order(const Mark& mark, float distance) {
  if (distance <= mark.radius) return {false, mark.radius, distance};
  return {true, distance - mark.radius, distance};
}

float distance_between(const Mark& mark, const Point& point) {
  const float dx = mark.x - point.x, dy = mark.y - point.y;
  return std::sqrt(dx * dx + dy * dy);
}

bool is_in_view(const Mark& mark, const Rect& view) {  // false for NaN
  return mark.x >= view.x && mark.x <= view.right() && mark.y >= view.y && mark.y <= view.bottom();
}

// How far a mark lies in a direction, and to the side of it.
struct Offset {
  float along = 0, aside = 0;
};

Offset offset_between(const Mark& from, const Mark& to, WalkDirection direction) {
  const float dx = to.x - from.x, dy = to.y - from.y;
  switch (direction) {
    case WalkDirection::left:
      return {-dx, std::abs(dy)};
    case WalkDirection::right:
      return {dx, std::abs(dy)};
    case WalkDirection::up:
      return {-dy, std::abs(dx)};
    case WalkDirection::down:
      return {dy, std::abs(dx)};
  }
  return {};
}

bool is_forward(WalkDirection direction) {
  return direction == WalkDirection::right || direction == WalkDirection::down;
}

// The neighbour in the marks' order among those with the same centre.
std::optional<std::size_t> next_with_same_center(std::size_t from, WalkDirection direction,
                                                 std::span<const Mark> marks) {
  const auto is_same = [&](std::size_t i) { return marks[i].x == marks[from].x && marks[i].y == marks[from].y; };
  if (is_forward(direction)) {
    for (std::size_t i = from + 1; i < marks.size(); ++i)
      if (is_same(i)) return i;
  } else {
    for (std::size_t i = from; i-- > 0;)
      if (is_same(i)) return i;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> mark_at(const Point& point, float tolerance, std::span<const Mark> marks,
                                   const MarkGrid& grid) {
  std::optional<std::size_t> best;
  HitOrder best_order;
  grid.visit_near(Rect{point.x, point.y, 0, 0}.grown(tolerance), [&](std::size_t i) {
    const float distance = distance_between(marks[i], point);
    if (!(distance <= marks[i].radius + tolerance)) return false;
    const HitOrder order = hit_order(marks[i], distance);
    // The grid does not visit marks in their order.
    const bool is_last_of_equals = best && !best_order.is_before(order) && i > *best;
    if (best && !order.is_before(best_order) && !is_last_of_equals) return false;
    best = i;
    best_order = order;
    return false;
  });
  return best;
}

// Looks at all marks: 20,000 take 0.1 ms, and keys come one by one.
std::optional<std::size_t> next_mark(std::size_t from, WalkDirection direction, std::span<const Mark> marks,
                                     const Rect& view) {
  if (const std::optional<std::size_t> same = next_with_same_center(from, direction, marks)) return same;
  std::optional<std::size_t> best;
  bool is_best_aside = false;
  float best_distance = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (!is_in_view(marks[i], view)) continue;
    const Offset offset = offset_between(marks[from], marks[i], direction);
    if (!(offset.along > 0)) continue;
    const bool is_aside = offset.aside > offset.along;
    const float distance = std::sqrt(offset.along * offset.along + offset.aside * offset.aside) + offset.aside;
    const bool is_better = !best || (is_aside != is_best_aside ? is_best_aside : distance < best_distance);
    // Backwards, the last of those with the same centre comes first.
    const bool is_equal = best && is_aside == is_best_aside && distance == best_distance && !is_forward(direction);
    if (!is_better && !is_equal) continue;
    best = i;
    is_best_aside = is_aside;
    best_distance = distance;
  }
  return best;
}

std::optional<std::size_t> nearest_mark(const Point& point, std::span<const Mark> marks, const Rect& view) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (!is_in_view(marks[i], view)) continue;
    if (!best || distance_between(marks[i], point) < distance_between(marks[*best], point)) best = i;
  }
  return best;
}

}  // namespace taskscope
