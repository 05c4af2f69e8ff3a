#include "core/overview_summary.h"

#include <cmath>

namespace taskscope {
namespace {

double weight_at(std::span<const float> weights, std::size_t row) {
  return weights[row] > 0 ? static_cast<double>(weights[row]) : 0;  // 0 for NaN
}

std::optional<double> quotient(double sum, double weight) {
  return weight > 0 ? std::optional(sum / weight) : std::nullopt;
}

}  // namespace

ColumnSummary summary_of(std::span<const float> column, std::span<const float> weights,
                         std::span<const std::size_t> rows) {
  ColumnSummary summary;
  double sum = 0, weight_of_all = 0, weight_of_observed = 0;
  for (const std::size_t row : rows) {
    const float figure = column[row];
    if (std::isnan(figure)) {
      ++summary.missing;
      continue;
    }
    ++summary.figures;
    const double weight = weight_at(weights, row);
    sum += weight * static_cast<double>(figure);
    weight_of_all += weight;
    if (figure == 0) {
      ++summary.not_observed;
    } else {
      weight_of_observed += weight;
    }
    if (!summary.highest || figure > column[*summary.highest]) summary.highest = row;
    if (!summary.lowest || figure < column[*summary.lowest]) summary.lowest = row;
  }
  summary.mean = quotient(sum, weight_of_all);
  summary.mean_of_observed = quotient(sum, weight_of_observed);
  return summary;
}

double total_weight(std::span<const float> weights, std::span<const std::size_t> rows) {
  double sum = 0;
  for (const std::size_t row : rows) sum += weight_at(weights, row);
  return sum;
}

}  // namespace taskscope
