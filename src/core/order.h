// Sorting by a number, in one place: each instance of a standard sort costs the module a kilobyte.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace taskscope {

// The indices of `keys` by ascending key; equal ones stay in their order.
std::vector<std::size_t> ascending_order(std::span<const double> keys);

}  // namespace taskscope
