// Sizes of marks: areas in proportion, within bounds.
#include "core/mark_size.h"

#include <doctest/doctest.h>

#include <cmath>

#include "random_plot.h"

using namespace taskscope;
using namespace taskscope::test;

TEST_CASE("a mark's area is in proportion, unless it would be too small") {
  const MarkSize size = {4'000'000, 20, 2};
  CHECK(radius_of(4'000'000, size) == 20);
  CHECK(radius_of(1'000'000, size) == 10);
  CHECK(radius_of(9'000'000, size) == 20);
  CHECK(radius_of(100, size) == 2);
  CHECK(radius_of(0, size) == 2);
  CHECK(radius_of(-5, size) == 2);
  CHECK(radius_of(missing, size) == 2);
}

TEST_CASE("marks are fitted to the share that they may cover") {
  std::mt19937 random(1);
  for (int i = 0; i < 100; ++i) {
    const std::vector<float> values = random_weights(random, 1 + any(random, 2'000));
    const MarkSize size = fitted_mark_size(values, 800 * 500, 0.2, 0, 1'000);
    double covered = 0;
    for (const float value : values) covered += 3.14159265 * std::pow(radius_of(value, size), 2);
    if (covered > 0) CHECK(covered == doctest::Approx(0.2 * 800 * 500).epsilon(1e-3));
    const MarkSize bounded = fitted_mark_size(values, 800 * 500, 0.2, 3, 18);
    CHECK(bounded.most_radius >= 3);
    CHECK(bounded.most_radius <= 18);
  }
  CHECK(fitted_mark_size({}, 100, 0.2, 2, 20).most_radius == 20);
  CHECK(fitted_mark_size(std::vector{missing, 0.0f}, 100, 0.2, 2, 20).most_value == 1);
  CHECK(fitted_mark_size(std::vector{5.0f}, -1, 0.2, 2, 20).most_radius == 2);
}

TEST_CASE("the legend has round values, as far as they can be told apart") {
  CHECK(legend_values({3'988'140, 20, 2}, 3) == std::vector<double>{2'000'000, 200'000});
  CHECK(legend_values({3'988'140, 40, 1}, 3) == std::vector<double>{2'000'000, 200'000, 20'000});
  CHECK(legend_values({10, 40, 1}, 1) == std::vector<double>{10});
  CHECK(legend_values({0.3, 40, 1}, 2)[0] == doctest::Approx(0.2));
  CHECK(legend_values({10, 2, 2}, 3).empty());
}

TEST_CASE("large marks are drawn first") {
  const std::vector<Mark> marks = {{0, 0, 3}, {0, 0, 9}, {0, 0, 3}, {0, 0, 5}};
  CHECK(drawing_order(marks) == std::vector<std::size_t>{1, 3, 0, 2});
}
