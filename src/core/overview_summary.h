// The numbers of a sentence that sums up which occupations are in view.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace taskscope {

// What the rows in view have of one column.
struct ColumnSummary {
  std::size_t figures = 0;       // rows that have one
  std::size_t missing = 0;       // and those that have none
  std::size_t not_observed = 0;  // figures that are zero
  // Weighted by the rows' weights, such as employment: what the column comes to for a person, not for an occupation.
  // Rows without figure or weight do not count; none where none does. Zeros count in the first mean alone.
  std::optional<double> mean, mean_of_observed;
  std::optional<std::size_t> highest, lowest;  // rows; the first of equals; zeros too
};

// Weights that are missing (NaN) or not above 0 are none. Rows are indices into both, which are equally long.
ColumnSummary summary_of(std::span<const float> column, std::span<const float> weights,
                         std::span<const std::size_t> rows);

// The sum of the weights of the rows.
double total_weight(std::span<const float> weights, std::span<const std::size_t> rows);

}  // namespace taskscope
