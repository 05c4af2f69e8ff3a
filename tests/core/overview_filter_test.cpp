// What is in view, its ranks and order, and the numbers that sum it up, held against counting by hand.
#include "core/overview_filter.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/overview_summary.h"
#include "random_plot.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

using Rows = std::vector<std::size_t>;

Rows all_rows(std::size_t count) {
  Rows rows(count);
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  return rows;
}

// About half of the rows, in any order.
Rows some_rows(std::mt19937& random, std::size_t count) {
  Rows rows;
  for (std::size_t row = 0; row < count; ++row)
    if (any(random, 2)) rows.push_back(row);
  std::shuffle(rows.begin(), rows.end(), random);
  return rows;
}

}  // namespace

TEST_CASE("rows match by group and range; what is missing matches no range that is set") {
  const std::vector<std::uint8_t> group_of = {0, 1, 1, 2};
  const std::vector<float> wage = {30'000, missing, 90'000, 50'000};
  CHECK(matching_rows(group_of, {}, {}) == Rows{0, 1, 2, 3});
  CHECK(matching_rows(group_of, GroupSet().set(1), {}) == Rows{0, 3});
  CHECK(matching_rows(group_of, GroupSet().set().reset(1), {}) == Rows{1, 2});
  const auto with_wage = [&](float low, float high) {
    return matching_rows(group_of, {}, std::vector{ColumnRange{wage, low, high}});
  };
  CHECK(with_wage(-INFINITY, INFINITY) == Rows{0, 1, 2, 3});
  CHECK(with_wage(50'000, INFINITY) == Rows{2, 3});
  CHECK(with_wage(-INFINITY, 50'000) == Rows{0, 3});
  CHECK(with_wage(60'000, 40'000).empty());
  CHECK(count_by_group(Rows{0, 1, 3}, group_of, 4) == Rows{1, 1, 1, 0});
  CHECK(matching_rows({}, {}, {}).empty());
}

TEST_CASE("every filter counts, and all of them at once") {
  std::mt19937 random(1);
  for (int i = 0; i < 300; ++i) {
    const std::size_t count = any(random, 200);
    std::vector<std::uint8_t> group_of(count);
    for (std::uint8_t& group : group_of) group = static_cast<std::uint8_t>(any(random, limits::groups));
    const std::vector<float> a = random_shares(random, count), b = random_weights(random, count);
    GroupSet hidden;
    for (std::size_t group = 0; group < hidden.size(); ++group) hidden[group] = any(random, 2) == 0;
    const float low = any_float(random, 0, 1), high = any_float(random, 0, 1), least = any_float(random, 0, 10'000);
    const std::vector<ColumnRange> ranges = {{a, low, high}, {b, least}};
    Rows expected;
    for (std::size_t row = 0; row < count; ++row)
      if (!hidden[group_of[row]] && a[row] >= low && a[row] <= high && b[row] >= least) expected.push_back(row);
    CHECK(matching_rows(group_of, hidden, ranges) == expected);
  }
}

TEST_CASE("equals share a rank, and the next one skips theirs") {
  const std::vector<float> figures = {0.5f, 0.9f, missing, 0.5f, 0.1f, 0};
  CHECK(competition_ranks(figures, all_rows(6)) == Rows{2, 1, 0, 2, 4, 5});
  CHECK(competition_ranks(figures, Rows{4, 3, 2}) == Rows{2, 1, 0});
  std::mt19937 random(2);
  for (int i = 0; i < 300; ++i) {
    const std::vector<float> column = random_shares(random, any(random, 120));
    const Rows rows = some_rows(random, column.size()), ranks = competition_ranks(column, rows);
    REQUIRE(ranks.size() == rows.size());
    for (std::size_t place = 0; place < rows.size(); ++place) {
      const auto higher =
          std::count_if(rows.begin(), rows.end(), [&](auto row) { return column[row] > column[rows[place]]; });
      CHECK(ranks[place] == (std::isnan(column[rows[place]]) ? 0 : static_cast<std::size_t>(higher) + 1));
    }
  }
}

TEST_CASE("tables are ordered either way, without figure last, and equals as they were") {
  const std::vector<float> figures = {0.5f, 0.9f, missing, 0.5f, 0.1f};
  CHECK(ordered_rows(figures, all_rows(5), false) == Rows{4, 0, 3, 1, 2});
  CHECK(ordered_rows(figures, all_rows(5), true) == Rows{1, 0, 3, 4, 2});
  std::mt19937 random(3);
  for (int i = 0; i < 300; ++i) {
    const std::vector<float> column = random_shares(random, any(random, 120));
    const bool is_descending = any(random, 2);
    Rows expected = some_rows(random, column.size());
    const Rows ordered = ordered_rows(column, expected, is_descending);
    std::stable_sort(expected.begin(), expected.end(), [&](std::size_t a, std::size_t b) {
      if (std::isnan(column[a]) || std::isnan(column[b])) return !std::isnan(column[a]) && std::isnan(column[b]);
      return is_descending ? column[a] > column[b] : column[a] < column[b];
    });
    CHECK(ordered == expected);
  }
}

TEST_CASE("a reader's own figure has a rank, a percentile and neighbours") {
  const std::vector<float> figures = {0.1f, 0.4f, 0.4f, 0.7f, missing, 0.9f};
  const Standing standing = standing_of(0.4f, figures, all_rows(6), 2);
  CHECK(standing.rank == 3);
  CHECK(standing.compared == 5);
  CHECK(*standing.percentile == doctest::Approx(40));
  CHECK(standing.above == Rows{3, 5});
  CHECK(standing.below == Rows{1, 2});
  CHECK(standing_of(1, figures, all_rows(6), 9).above.empty());
  CHECK(standing_of(1, figures, all_rows(6), 9).below == Rows{5, 3, 1, 2, 0});
  CHECK_FALSE(standing_of(1, figures, Rows{4}, 9).percentile);
  CHECK(standing_of(1, {}, {}, 9).rank == 1);
  std::mt19937 random(4);
  for (int i = 0; i < 300; ++i) {
    std::vector<float> column = random_shares(random, 1 + any(random, 80));
    const Rows rows = some_rows(random, column.size());
    const auto figure = static_cast<float>(any(random, 101)) / 100;
    const Standing its = standing_of(figure, column, rows, 3);
    // Were it a row, it would have that rank.
    column.push_back(figure);
    Rows with_it = rows;
    with_it.push_back(column.size() - 1);
    CHECK(its.rank == competition_ranks(column, with_it).back());
    if (its.percentile) CHECK(std::abs(*its.percentile - 50) <= 50);
    for (const std::size_t row : its.above) CHECK(column[row] > figure);
    for (const std::size_t row : its.below) CHECK(column[row] <= figure);
    CHECK(its.above.size() == std::min<std::size_t>(3, its.rank - 1));
    CHECK(its.below.size() == std::min<std::size_t>(3, its.compared + 1 - its.rank));
  }
}

TEST_CASE("the summary weighs by employment, and says what was not observed") {
  const std::vector<float> use = {0.5f, 0, missing, 0.1f, 0.9f};
  const std::vector<float> employment = {1'000, 2'000, 5'000, 1'000, missing};
  const ColumnSummary summary = summary_of(use, employment, all_rows(5));
  CHECK(summary.figures == 4);
  CHECK(summary.missing == 1);
  CHECK(summary.not_observed == 1);
  CHECK(*summary.mean == doctest::Approx(0.15));
  CHECK(*summary.mean_of_observed == doctest::Approx(0.3));
  CHECK(summary.highest == 4);
  CHECK(summary.lowest == 1);
  CHECK(total_weight(employment, all_rows(5)) == 9'000);
  const ColumnSummary none = summary_of(use, employment, Rows{2});
  CHECK_FALSE(none.mean);
  CHECK_FALSE(none.highest);
  CHECK_FALSE(summary_of(use, employment, Rows{1}).mean_of_observed);
  CHECK_FALSE(summary_of(use, employment, Rows{4}).mean);
}

TEST_CASE("a mean lies between the lowest and the highest figure") {
  std::mt19937 random(5);
  for (int i = 0; i < 300; ++i) {
    const std::vector<float> column = random_shares(random, any(random, 100));
    const std::vector<float> weights = random_weights(random, column.size());
    const Rows rows = some_rows(random, column.size());
    const ColumnSummary summary = summary_of(column, weights, rows);
    CHECK(summary.figures + summary.missing == rows.size());
    if (!summary.mean) continue;
    CHECK(*summary.mean >= column[*summary.lowest] - 1e-9);
    CHECK(*summary.mean <= column[*summary.highest] + 1e-9);
    if (summary.mean_of_observed) CHECK(*summary.mean_of_observed >= *summary.mean - 1e-9);
  }
}
