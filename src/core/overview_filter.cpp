#include "core/overview_filter.h"

#include <algorithm>
#include <cmath>

#include "core/order.h"

namespace taskscope {
namespace {

bool is_in_range(const ColumnRange& range, std::size_t row) {
  if (!range.is_set()) return true;
  const float figure = range.column[row];
  return figure >= range.low && figure <= range.high;  // not if NaN
}

std::vector<std::size_t> first_of(std::vector<std::size_t> rows, std::size_t count) {
  if (rows.size() > count) rows.resize(count);
  return rows;
}

}  // namespace

std::vector<std::size_t> matching_rows(std::span<const std::uint8_t> group_of, const GroupSet& hidden,
                                       std::span<const ColumnRange> ranges) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < group_of.size(); ++row) {
    const bool matches =
        !hidden[group_of[row]] &&
        std::all_of(ranges.begin(), ranges.end(), [row](const ColumnRange& r) { return is_in_range(r, row); });
    if (matches) rows.push_back(row);
  }
  return rows;
}

std::vector<std::size_t> count_by_group(std::span<const std::size_t> rows, std::span<const std::uint8_t> group_of,
                                        std::size_t groups) {
  std::vector<std::size_t> counts(groups);
  for (const std::size_t row : rows) ++counts[group_of[row]];
  return counts;
}

std::vector<std::size_t> ordered_rows(std::span<const float> column, std::span<const std::size_t> rows,
                                      bool is_descending) {
  std::vector<double> keys;
  keys.reserve(rows.size());
  for (const std::size_t row : rows) {
    const auto figure = static_cast<double>(column[row]);
    keys.push_back(std::isnan(figure) ? std::numeric_limits<double>::infinity() : is_descending ? -figure : figure);
  }
  std::vector<std::size_t> order = ascending_order(keys);
  for (std::size_t& place : order) place = rows[place];
  return order;
}

std::vector<std::size_t> competition_ranks(std::span<const float> column, std::span<const std::size_t> rows) {
  std::vector<double> keys;
  keys.reserve(rows.size());
  for (const std::size_t row : rows)
    keys.push_back(std::isnan(column[row]) ? std::numeric_limits<double>::infinity()
                                           : -static_cast<double>(column[row]));
  const std::vector<std::size_t> order = ascending_order(keys);
  std::vector<std::size_t> ranks(rows.size());
  for (std::size_t i = 0; i < order.size() && !std::isnan(column[rows[order[i]]]); ++i) {
    const bool is_equal = i > 0 && keys[order[i]] == keys[order[i - 1]];
    ranks[order[i]] = is_equal ? ranks[order[i - 1]] : i + 1;
  }
  return ranks;
}

Standing standing_of(float figure, std::span<const float> column, std::span<const std::size_t> rows,
                     std::size_t neighbours) {
  Standing standing;
  std::vector<std::size_t> higher, others;
  std::size_t equal = 0;
  for (const std::size_t row : rows) {
    if (std::isnan(column[row])) continue;
    ++standing.compared;
    equal += column[row] == figure;
    (column[row] > figure ? higher : others).push_back(row);
  }
  standing.rank = higher.size() + 1;
  if (standing.compared > 0) {
    const double below = static_cast<double>(others.size()) - static_cast<double>(equal) / 2;
    standing.percentile = below / static_cast<double>(standing.compared) * 100;
  }
  standing.above = first_of(ordered_rows(column, higher, false), neighbours);
  standing.below = first_of(ordered_rows(column, others, true), neighbours);
  return standing;
}

}  // namespace taskscope
