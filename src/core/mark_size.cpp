#include "core/mark_size.h"

#include <algorithm>
#include <cmath>

#include "core/order.h"

namespace taskscope {

float radius_of(double value, const MarkSize& size) {
  if (!(value > 0)) return size.least_radius;
  const double radius = size.most_radius * std::sqrt(std::min(1.0, value / size.most_value));
  return std::max(size.least_radius, static_cast<float>(radius));
}

MarkSize fitted_mark_size(std::span<const float> values, double area, double share, float least_radius,
                          float most_radius) {
  constexpr double pi = 3.141592653589793;
  double sum = 0, most = 0;
  for (const float value : values) {
    if (!std::isfinite(value) || value <= 0) continue;
    sum += value;
    most = std::max(most, static_cast<double>(value));
  }
  if (most == 0) return {1, most_radius, least_radius};
  const double radius = std::sqrt(std::max(0.0, share * area) / pi * (most / sum));
  return {most, std::clamp(static_cast<float>(radius), least_radius, std::max(least_radius, most_radius)),
          least_radius};
}

std::vector<double> legend_values(const MarkSize& size, std::size_t most_count) {
  double power = 1;
  while (power * 10 <= size.most_value) power *= 10;
  while (power > size.most_value) power /= 10;
  double value = power;
  for (const double mantissa : {2.0, 5.0})
    if (power * mantissa <= size.most_value) value = power * mantissa;
  std::vector<double> values;
  for (; values.size() < most_count && radius_of(value, size) > size.least_radius; value /= 10) values.push_back(value);
  return values;
}

std::vector<std::size_t> drawing_order(std::span<const Mark> marks) {
  std::vector<double> keys;
  keys.reserve(marks.size());
  for (const Mark& mark : marks) keys.push_back(-static_cast<double>(mark.radius));
  return ascending_order(keys);
}

}  // namespace taskscope
