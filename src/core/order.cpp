#include "core/order.h"

#include <algorithm>
#include <utility>

namespace taskscope {
namespace {

template <typename Key>
std::vector<std::size_t> sorted_indices(std::vector<std::pair<Key, std::size_t>> ranked) {
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::size_t> order;
  order.reserve(ranked.size());
  for (const auto& [key, index] : ranked) order.push_back(index);
  return order;
}

}  // namespace

std::vector<std::size_t> ascending_order(std::span<const double> keys) {
  std::vector<std::pair<double, std::size_t>> ranked;
  ranked.reserve(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) ranked.emplace_back(keys[i], i);
  return sorted_indices(std::move(ranked));
}

std::vector<std::size_t> alphabetical_order(std::vector<std::string> keys) {
  std::vector<std::pair<std::string, std::size_t>> ranked;
  ranked.reserve(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) ranked.emplace_back(std::move(keys[i]), i);
  return sorted_indices(std::move(ranked));
}

}  // namespace taskscope
