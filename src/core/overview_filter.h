// Which rows of a table of occupations are in view, how they rank, and in which order they are listed. Columns are
// floats by row, NaN where a figure is missing; rows are indices into them.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "core/catalogue.h"

namespace taskscope {

// What a column's figures have to be in, ends included. One that is not set lets everything pass; one that is set, even
// to a single side, lets no missing figure pass.
struct ColumnRange {
  std::span<const float> column;
  float low = -std::numeric_limits<float>::infinity(), high = std::numeric_limits<float>::infinity();

  bool is_set() const {
    return low > -std::numeric_limits<float>::infinity() || high < std::numeric_limits<float>::infinity();
  }
};

// A set of groups.
using GroupSet = std::bitset<limits::groups>;

// The rows, ascending, whose group is not hidden and whose figures are in every range. `group_of` says each row's
// group; it and the columns are as long as there are rows.
std::vector<std::size_t> matching_rows(std::span<const std::uint8_t> group_of, const GroupSet& hidden,
                                       std::span<const ColumnRange> ranges);

// How many of the rows each group has.
std::vector<std::size_t> count_by_group(std::span<const std::size_t> rows, std::span<const std::uint8_t> group_of,
                                        std::size_t groups);

// The rank of each of the rows by a column: 1 for the highest figure; equals share the best of their ranks, and the
// next one's is as if they did not ("1224", standard competition ranking); 0 where the figure is missing.
std::vector<std::size_t> competition_ranks(std::span<const float> column, std::span<const std::size_t> rows);

// The rows by a column, those without a figure last whichever way; equals stay in their order.
std::vector<std::size_t> ordered_rows(std::span<const float> column, std::span<const std::size_t> rows,
                                      bool is_descending);

// Where a figure that is no row's own, such as a reader's, stands among the rows' figures.
struct Standing {
  std::size_t rank = 0;      // as by `competition_ranks`, were it among them
  std::size_t compared = 0;  // rows with a figure
  // The share of figures that are below it, those that equal it counting half, 0 to 100 (the percentile rank of Roscoe
  // 1975, Fundamental Research Statistics); none without rows.
  std::optional<double> percentile;
  std::vector<std::size_t> above;  // rows with the next higher figures, the nearest first
  std::vector<std::size_t> below;  // rows with the same and the next lower ones, the nearest first
};
// With `neighbours` rows at most on each side; of equals, those that come first are nearer.
Standing standing_of(float figure, std::span<const float> column, std::span<const std::size_t> rows,
                     std::size_t neighbours);

}  // namespace taskscope
