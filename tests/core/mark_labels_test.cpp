// Names of marks: none over another, all in the plot, the most important first.
#include "core/mark_labels.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "random_plot.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

constexpr Rect plot = {10, 20, 700, 400};

bool is_in_plot(const Rect& rect) {
  return rect.x >= plot.x && rect.y >= plot.y && rect.right() <= plot.right() && rect.bottom() <= plot.bottom();
}

bool covers(const Rect& rect, const Mark& mark) {
  if (!plot.contains(mark.x, mark.y)) return false;
  const float dx = mark.x - std::clamp(mark.x, rect.x, rect.right());
  const float dy = mark.y - std::clamp(mark.y, rect.y, rect.bottom());
  return std::hypot(dx, dy) < mark.radius - 1e-3f;
}

std::vector<PlacedLabel> placed(const std::vector<MarkLabel>& labels, const std::vector<Mark>& marks,
                                const LabelRules& rules = {}) {
  return place_mark_labels(labels, marks, MarkGrid(marks, plot), plot, rules);
}

bool are_equal(const PlacedLabel& a, const PlacedLabel& b) {
  return a.label == b.label && a.side == b.side && a.rect.x == b.rect.x && a.rect.y == b.rect.y;
}

}  // namespace

TEST_CASE("a name stands to the right, or where there is room") {
  const std::vector<Mark> marks = {{100, 100, 5}, {690, 100, 5}, {30, 415, 5}, {missing, 100, 5}, {5, 5, 5}};
  const auto side_of = [&](std::size_t mark, float width) {
    const std::vector<PlacedLabel> labels = placed({{mark, width, 20}}, marks);
    return labels.empty() ? std::optional<LabelSide>() : labels[0].side;
  };
  CHECK(side_of(0, 80) == LabelSide::right);
  CHECK(side_of(1, 80) == LabelSide::left);
  CHECK(side_of(2, 30) == LabelSide::above);  // too near to the edges elsewhere
  CHECK_FALSE(side_of(0, 800));
  CHECK_FALSE(side_of(3, 80));  // not shown
  CHECK_FALSE(side_of(4, 80));  // out of the plot
  const Rect rect = placed({{0, 80, 20}}, marks)[0].rect;
  CHECK(rect.x == 108);
  CHECK(rect.center_y() == 100);
}

TEST_CASE("names stand at the sides that they may, and off what else is written there") {
  const std::vector<Mark> marks = {{300, 200, 5}, {320, 200, 5}, {280, 200, 5}};
  CHECK(placed({{0, 80, 20}}, marks).size() == 1);
  CHECK(placed({{0, 80, 20}}, marks, {.sides = 2}).empty());
  CHECK_FALSE(has_room({0, 80, 20}, marks, MarkGrid(marks, plot), plot, {.sides = 2}));
  const std::vector<PlacedLabel> labels = placed({{1, 80, 20}}, marks, {.taken = {{330, 196, 40, 10}}});
  REQUIRE(labels.size() == 1);
  CHECK(labels[0].side == LabelSide::above);
}

TEST_CASE("names keep their sides where they can, whatever else would be free") {
  const std::vector<Mark> marks = {{300, 200, 5}};
  for (const LabelSide side : all_label_sides) CHECK(placed({{0, 80, 20, side}}, marks)[0].side == side);
}

TEST_CASE("the more important name takes the place") {
  const std::vector<Mark> marks = {{100, 100, 5}, {120, 100, 5}};
  const std::vector<PlacedLabel> both = placed({{0, 60, 20}, {1, 60, 20}}, marks);
  REQUIRE(both.size() == 2);
  CHECK(both[0].side == LabelSide::left);  // which covers no mark, as the right would
  CHECK(both[1].side == LabelSide::right);
  CHECK(placed({{0, 60, 20}, {1, 60, 20}}, marks, {.most_labels = 1}).size() == 1);
}

TEST_CASE("no name covers another or a mark, or leaves the plot") {
  std::mt19937 random(1);
  for (int i = 0; i < 200; ++i) {
    const std::vector<Mark> marks = random_marks(random, any(random, 500), plot);
    std::vector<MarkLabel> labels;
    for (std::size_t m = 0; m < marks.size(); ++m)
      labels.push_back(
          {m, any_float(random, 20, 160), any_float(random, 10, 24), static_cast<LabelSide>(any(random, 8))});
    LabelRules rules;
    rules.gap = any_float(random, 0, 6);
    const std::vector<PlacedLabel> names = placed(labels, marks, rules);
    for (std::size_t n = 0; n < names.size(); ++n) {
      const PlacedLabel& name = names[n];
      CHECK(is_in_plot(name.rect));
      for (const Mark& mark : marks) CHECK_FALSE(covers(name.rect, mark));
      CHECK(has_room(labels[name.label], marks, MarkGrid(marks, plot), plot, rules));
      for (std::size_t o = 0; o < n; ++o) {
        CHECK(names[o].label < name.label);
        CHECK_FALSE(names[o].rect.intersects(name.rect));
      }
    }
    if (!marks.empty()) CHECK(std::equal(names.begin(), names.end(), placed(labels, marks, rules).begin(), are_equal));
  }
}

TEST_CASE("what stands before a label is no different for those after it") {
  std::mt19937 random(2);
  const std::vector<Mark> marks = random_marks(random, 300, plot);
  std::vector<MarkLabel> labels;
  for (std::size_t m = 0; m < marks.size(); ++m) labels.push_back({m, 90, 18});
  const std::vector<PlacedLabel> all = placed(labels, marks);
  labels.resize(150);
  const std::vector<PlacedLabel> half = placed(labels, marks);
  REQUIRE(half.size() <= all.size());
  CHECK(std::equal(half.begin(), half.end(), all.begin(), are_equal));
}

TEST_CASE("the name under the pointer always has a place in the plot") {
  std::mt19937 random(3);
  for (int i = 0; i < 500; ++i) {
    const Mark mark = {any_float(random, plot.x, plot.right()), any_float(random, plot.y, plot.bottom()), 8};
    const MarkLabel label = {0, any_float(random, 20, 690), any_float(random, 10, 390)};
    CHECK(is_in_plot(label_beside(mark, label, plot, 3).grown(-1e-3f)));
  }
  CHECK(label_beside({300, 200, 5}, {0, 60, 20}, plot, 3).x == 308);
}

TEST_CASE("twenty thousand marks have names where there is room") {
  std::mt19937 random(4);
  std::vector<Mark> marks = random_marks(random, 20'000, plot);
  for (Mark& mark : marks) mark.radius = 0.5f;
  std::vector<MarkLabel> labels;
  for (std::size_t m = 0; m < marks.size(); ++m) labels.push_back({m, 9, 3});
  CHECK(placed(labels, marks, {.gap = 0.5f}).size() > 50);
}

TEST_CASE("a mark between others has no room for its name") {
  std::vector<Mark> crowd = {{300, 200, 5}};
  for (const float x : {280.0f, 300.0f, 320.0f})
    for (const float y : {180.0f, 200.0f, 220.0f})
      if (x != 300 || y != 200) crowd.push_back({x, y, 8});
  const MarkGrid grid(crowd, plot);
  CHECK_FALSE(has_room({0, 30, 20}, crowd, grid, plot, {}));
  CHECK(has_room({1, 30, 20}, crowd, grid, plot, {}));
  CHECK_FALSE(has_room({1, 600, 20}, crowd, grid, plot, {}));  // it would leave the plot
  const std::vector<Mark> alone = {{300, 200, 5}};
  CHECK(has_room({0, 30, 20}, alone, MarkGrid(alone, plot), plot, {}));
}
