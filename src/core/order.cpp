#include "core/order.h"

#include <algorithm>
#include <utility>

namespace taskscope {

std::vector<std::size_t> ascending_order(std::span<const double> keys) {
  std::vector<std::pair<double, std::size_t>> ranked;
  ranked.reserve(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) ranked.emplace_back(keys[i], i);
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::size_t> order;
  order.reserve(keys.size());
  for (const auto& [key, index] : ranked) order.push_back(index);
  return order;
}

}  // namespace taskscope
