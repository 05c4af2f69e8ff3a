// Sorting by a number or a text, in one place: each instance of a standard sort costs the module a kilobyte.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace taskscope {

// The indices of `keys` by ascending key; equal ones stay in their order. None of them is a NaN.
std::vector<std::size_t> ascending_order(std::span<const double> keys);

// The same for texts, byte by byte.
std::vector<std::size_t> alphabetical_order(std::vector<std::string> keys);

}  // namespace taskscope
