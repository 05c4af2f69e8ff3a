#include "core/sources.h"

#include <algorithm>
#include <numeric>

#include "core/text.h"

namespace taskscope {

std::string source_name(const Evidence& evidence) { return concat({evidence.publisher, ": ", evidence.measure}); }

std::optional<Range> range_of(std::span<const double> values) {
  if (values.empty()) return std::nullopt;
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  return Range{*least, *most, sum / static_cast<double>(values.size())};
}

}  // namespace taskscope
