// Treemaps: areas in proportion, nothing over anything else, and no weight that breaks them.
#include "core/treemap.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "random_plot.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

double area_of(const Rect& rect) { return static_cast<double>(rect.width) * static_cast<double>(rect.height); }

bool is_within(const Rect& inner, const Rect& outer) {
  constexpr float rounding = 1e-3f;
  return inner.x >= outer.x - rounding && inner.y >= outer.y - rounding && inner.right() <= outer.right() + rounding &&
         inner.bottom() <= outer.bottom() + rounding;
}

double overlap_of(const Rect& a, const Rect& b) {
  const double width = std::min(a.right(), b.right()) - std::max(a.x, b.x);
  const double height = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

double most_overlap(const std::vector<Rect>& rects) {
  double most = 0;
  for (std::size_t i = 0; i < rects.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) most = std::max(most, overlap_of(rects[i], rects[j]));
  return most;
}

bool weighs(float weight) { return std::isfinite(weight) && weight > 0; }

double sum_of(const std::vector<float>& weights) {
  double sum = 0;
  for (const float weight : weights) sum += weighs(weight) ? weight : 0;
  return sum;
}

std::vector<std::uint8_t> random_groups(std::mt19937& random, std::size_t members, std::size_t groups) {
  std::vector<std::uint8_t> group_of(members);
  for (std::uint8_t& group : group_of) group = static_cast<std::uint8_t>(any(random, groups));
  return group_of;
}

}  // namespace

TEST_CASE("the example of the paper comes out as its figure does") {
  const std::vector<float> weights = {6, 6, 4, 3, 2, 2, 1};
  const Treemap treemap = squarified_treemap(weights, std::vector<std::uint8_t>(7), 1, {0, 0, 6, 4});
  const std::vector<Rect> expected = {{0, 0, 3, 2},
                                      {0, 2, 3, 2},
                                      {3, 0, 12 / 7.0f, 7 / 3.0f},
                                      {3 + 12 / 7.0f, 0, 9 / 7.0f, 7 / 3.0f},
                                      {3, 7 / 3.0f, 1.2f, 5 / 3.0f},
                                      {4.2f, 7 / 3.0f, 1.2f, 5 / 3.0f},
                                      {5.4f, 7 / 3.0f, 0.6f, 5 / 3.0f}};
  REQUIRE(treemap.members.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK(treemap.members[i].x == doctest::Approx(expected[i].x));
    CHECK(treemap.members[i].y == doctest::Approx(expected[i].y));
    CHECK(treemap.members[i].width == doctest::Approx(expected[i].width));
    CHECK(treemap.members[i].height == doctest::Approx(expected[i].height));
  }
}

TEST_CASE("areas are within half a pixel of their share, in their group, and over no other") {
  std::mt19937 random(1);
  for (int i = 0; i < 150; ++i) {
    const std::size_t groups = 1 + any(random, 23);
    const std::vector<float> weights = random_weights(random, any(random, 800));
    const std::vector<std::uint8_t> group_of = random_groups(random, weights.size(), groups);
    const Rect area = {any_float(random, 0, 90), any_float(random, 0, 9'000), any_float(random, 100, 2'400),
                       any_float(random, 100, 1'600)};
    const Treemap treemap = squarified_treemap(weights, group_of, groups, area);
    const double scale = area_of(area) / sum_of(weights);
    std::vector<double> group_areas(groups);
    for (std::size_t m = 0; m < weights.size(); ++m) {
      const Rect& rect = treemap.members[m];
      if (!weighs(weights[m])) {
        CHECK(area_of(rect) == 0);
        continue;
      }
      REQUIRE(std::abs(area_of(rect) - weights[m] * scale) < 0.5);
      REQUIRE(is_within(rect, treemap.groups[group_of[m]]));
      group_areas[group_of[m]] += weights[m] * scale;
    }
    for (std::size_t g = 0; g < groups; ++g) {
      CHECK(std::abs(area_of(treemap.groups[g]) - group_areas[g]) < 0.5);
      if (group_areas[g] > 0) CHECK(is_within(treemap.groups[g], area));
    }
    CHECK(most_overlap(treemap.groups) < 0.1);
    CHECK(most_overlap(treemap.members) < 0.1);
  }
}

TEST_CASE("rectangles are more like squares than slices") {
  std::mt19937 random(2);
  const std::vector<float> weights = random_weights(random, 756);
  const Treemap treemap = squarified_treemap(weights, std::vector<std::uint8_t>(756), 1, {0, 0, 1200, 800});
  double sum = 0;
  std::size_t count = 0;
  for (const Rect& rect : treemap.members) {
    if (area_of(rect) == 0) continue;
    sum += std::max(rect.width / rect.height, rect.height / rect.width);
    ++count;
  }
  CHECK(sum / static_cast<double>(count) < 1.5);
}

TEST_CASE("weights of any kind make rectangles of numbers") {
  const std::vector<std::uint8_t> group_of = {0, 1, 1, 2, 2};
  for (const Rect& area : {Rect{0, 0, 300, 200}, Rect{0, 0, 0, 200}, Rect{5, 5, -3, 7}, Rect{}}) {
    for (const std::vector<float>& weights :
         {std::vector{missing, 0.0f, -4.0f, INFINITY, 0.0f}, std::vector{missing, missing, missing, missing, missing},
          std::vector{1e-30f, 1e30f, 1.0f, missing, 3e38f}, std::vector{7.0f, 7.0f, 7.0f, 7.0f, 7.0f}}) {
      const Treemap treemap = squarified_treemap(weights, group_of, 4, area);
      REQUIRE(treemap.members.size() == 5);
      REQUIRE(treemap.groups.size() == 4);
      for (const std::vector<Rect>& rects : {treemap.members, treemap.groups}) {
        for (const Rect& rect : rects) {
          CHECK(std::isfinite(rect.x + rect.y + rect.right() + rect.bottom()));
          CHECK(rect.width >= 0);
          CHECK(rect.height >= 0);
        }
      }
    }
  }
  const Treemap none = squarified_treemap({}, {}, 0, {0, 0, 10, 10});
  CHECK(none.members.empty());
  CHECK(none.groups.empty());
}

TEST_CASE("twenty thousand members fill the area") {
  std::mt19937 random(3);
  const std::vector<float> weights = random_weights(random, 20'000);
  const Treemap treemap = squarified_treemap(weights, random_groups(random, 20'000, 23), 23, {0, 0, 1600, 900});
  double sum = 0;
  for (const Rect& rect : treemap.members) sum += area_of(rect);
  CHECK(sum == doctest::Approx(1600 * 900).epsilon(1e-3));
}
