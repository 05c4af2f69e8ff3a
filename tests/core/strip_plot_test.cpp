// Strip plots: values are kept, rows are kept to, and marks do not overlap where there is room.
#include "core/strip_plot.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "random_plot.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

std::vector<StripRow> equal_rows(std::size_t count, float height) {
  std::vector<StripRow> rows;
  for (std::size_t i = 0; i < count; ++i) rows.push_back({static_cast<float>(i) * height, height});
  return rows;
}

// Pairs of marks that are nearer than `gap`.
std::size_t count_touching(const std::vector<Mark>& marks, float gap) {
  std::size_t touching = 0;
  for (std::size_t i = 0; i < marks.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      touching += std::hypot(marks[i].x - marks[j].x, marks[i].y - marks[j].y) <
                  marks[i].radius + marks[j].radius + gap - 1e-3f;
  return touching;
}

}  // namespace

TEST_CASE("marks with room stay in the middle; others move to its sides, the small ones") {
  const std::vector<Mark> marks = {{50, 0, 4}, {100, 0, 4}, {103, 0, 6}, {100, 0, 2}, {missing, 0, 9}};
  const StripPlot plot = strip_plot(marks, std::vector<std::uint8_t>(5), equal_rows(1, 60), 1);
  CHECK(plot.overlapping == 0);
  CHECK(plot.marks[0].y == 30);
  CHECK(plot.marks[2].y == 30);
  CHECK(plot.marks[1].y > 30);  // below before above
  CHECK(plot.marks[3].y < 30);
  CHECK(std::isnan(plot.marks[4].x));
  CHECK(count_touching(plot.marks, 1) == 0);
}

TEST_CASE("marks keep their values and rows, and touch only where there is no room") {
  std::mt19937 random(1);
  for (int i = 0; i < 150; ++i) {
    const std::size_t count = any(random, 400), row_count = 1 + any(random, 12);
    const std::vector<StripRow> rows = equal_rows(row_count, any_float(random, 60, 200));
    std::vector<Mark> marks(count);
    std::vector<std::uint8_t> row_of(count);
    for (std::size_t m = 0; m < count; ++m) {
      marks[m] = {any(random, 20) ? any_float(random, 0, 900) : missing, 0, any_float(random, 1, 9)};
      row_of[m] = static_cast<std::uint8_t>(any(random, row_count));
    }
    const StripPlot plot = strip_plot(marks, row_of, rows, 0.5f);
    REQUIRE(plot.marks.size() == count);
    std::vector<Mark> shown;
    for (std::size_t m = 0; m < count; ++m) {
      const Mark& mark = plot.marks[m];
      if (!is_shown(marks[m])) continue;
      REQUIRE(mark.x == marks[m].x);
      CHECK(mark.y - mark.radius >= rows[row_of[m]].top - 1e-3f);
      CHECK(mark.y + mark.radius <= rows[row_of[m]].top + rows[row_of[m]].height + 1e-3f);
      shown.push_back(mark);
    }
    if (plot.overlapping == 0) CHECK(count_touching(shown, 0) == 0);
  }
}

TEST_CASE("what finds no room is said, spread, and leaves the others alone") {
  const std::vector<Mark> marks(40, Mark{100, 0, 5});
  const StripPlot plot = strip_plot(marks, std::vector<std::uint8_t>(40), equal_rows(1, 50), 0);
  CHECK(plot.overlapping == 35);  // five fit
  const std::vector<Mark> first(plot.marks.begin(), plot.marks.begin() + 5);
  CHECK(count_touching(first, 0) == 0);
  for (const Mark& mark : plot.marks) {
    CHECK(mark.y >= 5);
    CHECK(mark.y <= 45);
  }
  CHECK(plot.marks[10].y != plot.marks[11].y);
}

TEST_CASE("rows without height, and plots without marks, are plots too") {
  CHECK(strip_plot({}, {}, {}, 1).marks.empty());
  const StripPlot plot =
      strip_plot(std::vector{Mark{5, 0, 4}, Mark{5, 0, 4}}, std::vector<std::uint8_t>(2), equal_rows(1, 0), 1);
  CHECK(plot.marks[0].y == 0);
  CHECK(plot.marks[1].y == 0);
  CHECK(plot.overlapping == 1);
}

TEST_CASE("twenty thousand marks find a place each") {
  std::mt19937 random(2);
  std::vector<Mark> marks(20'000);
  std::vector<std::uint8_t> row_of(marks.size());
  for (std::size_t m = 0; m < marks.size(); ++m) {
    marks[m] = {any_float(random, 0, 1'200), 0, std::exp(any_float(random, 0, 2.5f))};
    row_of[m] = static_cast<std::uint8_t>(any(random, 23));
  }
  const StripPlot plot = strip_plot(marks, row_of, equal_rows(23, 60), 0);
  for (const Mark& mark : plot.marks) CHECK(std::isfinite(mark.y));
}
