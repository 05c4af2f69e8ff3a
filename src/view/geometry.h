// Rectangles and columns, in device pixels; y grows downwards, and (0, 0) is the top left corner of the whole widget.
#pragma once

#include <algorithm>

namespace taskscope {

struct Rect {
  float x = 0, y = 0, width = 0, height = 0;

  float right() const { return x + width; }
  float bottom() const { return y + height; }
  float center_x() const { return x + width / 2; }
  float center_y() const { return y + height / 2; }
  bool contains(float px, float py) const { return px >= x && px < right() && py >= y && py < bottom(); }
  bool intersects(const Rect& o) const { return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom(); }
  // Every side moved outwards by `margin`, or inwards where it is negative.
  Rect grown(float margin) const { return {x - margin, y - margin, width + 2 * margin, height + 2 * margin}; }
};

// The smallest rectangle around both.
inline Rect united(const Rect& a, const Rect& b) {
  const float x = std::min(a.x, b.x), y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

// Where content goes whose height is not known before it is laid out.
struct Column {
  float x = 0, y = 0, width = 0;

  float right() const { return x + width; }
  Column at(float new_y) const { return {x, new_y, width}; }
  Column inset(float margin) const { return {x + margin, y + margin, std::max(0.0f, width - 2 * margin)}; }
};

}  // namespace taskscope
