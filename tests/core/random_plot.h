// Values and marks of any kind, for properties that hold of all of them.
#pragma once

#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include "core/mark_size.h"
#include "core/rect.h"
#include "random_profile.h"

namespace taskscope::test {

inline constexpr float missing = std::numeric_limits<float>::quiet_NaN();

// From `low` up to `high`.
inline float any_float(std::mt19937& random, float low, float high) {
  return low + (high - low) * static_cast<float>(any(random, 100'001)) / 100'000;
}

// Like employment: from a few hundred to some millions, most of them small; some missing and some zero.
inline std::vector<float> random_weights(std::mt19937& random, std::size_t count) {
  std::vector<float> weights(count);
  for (float& weight : weights) {
    weight = std::round(std::exp(any_float(random, 5, 15)));
    if (any(random, 20) == 0) weight = missing;
    if (any(random, 20) == 0) weight = 0;
  }
  return weights;
}

// Shares of 0 to 1 to two decimals, so that there are equals; some missing.
inline std::vector<float> random_shares(std::mt19937& random, std::size_t count) {
  std::vector<float> shares(count);
  for (float& share : shares) share = any(random, 10) ? static_cast<float>(any(random, 101)) / 100 : missing;
  return shares;
}

// Anywhere in the area and a little around it, some on top of others, some not shown.
inline std::vector<Mark> random_marks(std::mt19937& random, std::size_t count, const Rect& area) {
  std::vector<Mark> marks(count);
  for (std::size_t i = 0; i < count; ++i) {
    Mark& mark = marks[i];
    mark = {any_float(random, area.x - 20, area.right() + 20), any_float(random, area.y - 20, area.bottom() + 20),
            std::exp(any_float(random, 0.5f, 3))};
    if (i > 0 && any(random, 20) == 0) mark = marks[any(random, i)];
    if (any(random, 20) == 0) mark.x = missing;
  }
  return marks;
}

}  // namespace taskscope::test
