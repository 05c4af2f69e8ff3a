// The evidence's sources as a reader picks among them.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "core/profile.h"

namespace taskscope {

// How a source is told from the profile's others: "Publisher: measure".
std::string source_name(const Evidence& evidence);

struct Range {
  double least = 0, most = 0, mean = 0;
};

// None of nothing.
std::optional<Range> range_of(std::span<const double> values);

}  // namespace taskscope
