// Points and rectangles, in device pixels; y grows downwards.
#pragma once

#include <algorithm>

namespace taskscope {

struct Point {
  float x = 0, y = 0;
};

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

}  // namespace taskscope
