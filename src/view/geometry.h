// Rectangles and columns, in device pixels; y grows downwards, and (0, 0) is the top left corner of the whole widget.
#pragma once

#include <algorithm>

#include "core/rect.h"

namespace taskscope {

// Where content goes whose height is not known before it is laid out.
struct Column {
  float x = 0, y = 0, width = 0;

  float right() const { return x + width; }
  Column at(float new_y) const { return {x, new_y, width}; }
  Column inset(float margin) const { return {x + margin, y + margin, std::max(0.0f, width - 2 * margin)}; }
};

}  // namespace taskscope
