// Hitting marks and walking among them, held against looking at every one.
#include "core/mark_index.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "random_plot.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

constexpr Rect area = {10, 20, 700, 400};

bool is_inside(const Mark& mark) {
  return mark.x >= area.x && mark.x <= area.right() && mark.y >= area.y && mark.y <= area.bottom();
}

float distance_to(const Mark& mark, const Point& point) { return std::hypot(mark.x - point.x, mark.y - point.y); }

// The rule in its own words, over all marks.
std::optional<std::size_t> slow_mark_at(const Point& point, float tolerance, const std::vector<Mark>& marks) {
  std::optional<std::size_t> best;
  const auto under = [&](std::size_t i) { return distance_to(marks[i], point) <= marks[i].radius; };
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const float edge = distance_to(marks[i], point) - marks[i].radius;
    if (!is_inside(marks[i]) || !(edge <= tolerance)) continue;
    const auto key = [&](std::size_t m) {
      const float first = under(m) ? marks[m].radius : distance_to(marks[m], point) - marks[m].radius;
      return std::pair(first, distance_to(marks[m], point));
    };
    if (!best || (under(i) && !under(*best)) || (under(i) == under(*best) && key(i) <= key(*best))) best = i;
  }
  return best;
}

// How many marks of the view arrow keys reach from the first of them.
std::size_t count_reached(const std::vector<Mark>& marks, std::size_t start) {
  std::vector<bool> reached(marks.size());
  std::vector<std::size_t> open = {start};
  reached[start] = true;
  while (!open.empty()) {
    const std::size_t from = open.back();
    open.pop_back();
    for (const WalkDirection direction :
         {WalkDirection::left, WalkDirection::right, WalkDirection::up, WalkDirection::down}) {
      const std::optional<std::size_t> next = next_mark(from, direction, marks, area);
      if (!next || reached[*next]) continue;
      reached[*next] = true;
      open.push_back(*next);
    }
  }
  return static_cast<std::size_t>(std::count(reached.begin(), reached.end(), true));
}

}  // namespace

TEST_CASE("the smallest mark under the pointer is hit, else the nearest within reach") {
  const std::vector<Mark> marks = {{100, 100, 30}, {110, 100, 5}, {200, 100, 10}, {200, 100, 10}, {missing, 100, 9}};
  const MarkGrid grid(marks, area);
  CHECK(mark_at({110, 100}, 0, marks, grid) == 1);
  CHECK(mark_at({90, 100}, 0, marks, grid) == 0);
  CHECK(mark_at({200, 100}, 0, marks, grid) == 3);  // of equals the last, which is on top
  CHECK_FALSE(mark_at({150, 100}, 5, marks, grid));
  CHECK(mark_at({175, 100}, 20, marks, grid) == 3);
  CHECK(mark_at({134, 100}, 20, marks, grid) == 0);
  CHECK_FALSE(mark_at({134, 100}, 20, {}, MarkGrid()));
}

TEST_CASE("the grid hits what looking at every mark would") {
  std::mt19937 random(1);
  for (int i = 0; i < 200; ++i) {
    const std::vector<Mark> marks = random_marks(random, any(random, 400), area);
    const MarkGrid grid(marks, area);
    for (int j = 0; j < 50; ++j) {
      const Point point = {any_float(random, -30, 750), any_float(random, -20, 450)};
      const float tolerance = any(random, 2) ? 20 : 2;
      REQUIRE(mark_at(point, tolerance, marks, grid) == slow_mark_at(point, tolerance, marks));
    }
  }
}

TEST_CASE("arrow keys go to the next mark their way") {
  //        1
  //    0       2 3
  //        4
  const std::vector<Mark> marks = {{100, 100, 5}, {150, 60, 5},  {200, 100, 5},
                                   {210, 100, 5}, {150, 140, 5}, {missing, 100, 5}};
  CHECK(next_mark(0, WalkDirection::right, marks, area) == 2);
  CHECK(next_mark(2, WalkDirection::right, marks, area) == 3);
  CHECK_FALSE(next_mark(3, WalkDirection::right, marks, area));
  CHECK(next_mark(3, WalkDirection::left, marks, area) == 2);
  CHECK(next_mark(2, WalkDirection::left, marks, area) == 0);
  CHECK(next_mark(4, WalkDirection::up, marks, area) == 1);
  CHECK(next_mark(0, WalkDirection::up, marks, area) == 1);  // aside, as nothing is straight up
  CHECK(next_mark(1, WalkDirection::down, marks, area) == 4);
  CHECK_FALSE(next_mark(1, WalkDirection::up, marks, area));
  CHECK_FALSE(next_mark(2, WalkDirection::right, marks, {0, 0, 205, 400}));  // out of view
  CHECK(nearest_mark({0, 0}, marks, area) == 0);
  CHECK_FALSE(nearest_mark({0, 0}, marks, {0, 0, 20, 20}));
}

TEST_CASE("marks with the same centre are walked through one by one") {
  const std::vector<Mark> marks = {{50, 50, 5}, {80, 50, 5}, {50, 50, 9}, {50, 50, 2}, {20, 50, 5}};
  CHECK(next_mark(4, WalkDirection::right, marks, area) == 0);
  CHECK(next_mark(0, WalkDirection::right, marks, area) == 2);
  CHECK(next_mark(2, WalkDirection::right, marks, area) == 3);
  CHECK(next_mark(3, WalkDirection::right, marks, area) == 1);
  CHECK(next_mark(1, WalkDirection::left, marks, area) == 3);
  CHECK(next_mark(3, WalkDirection::left, marks, area) == 2);
  CHECK(next_mark(0, WalkDirection::left, marks, area) == 4);
}

TEST_CASE("arrow keys reach every mark in view, but for one in thousands") {
  std::mt19937 random(2);
  std::size_t all = 0, lost = 0;
  for (int i = 0; i < 300; ++i) {
    std::vector<Mark> marks = random_marks(random, 2 + any(random, 300), area);
    if (i % 2)  // in rows and columns, with many at the same place
      for (Mark& mark : marks) mark = {std::round(mark.x / 40) * 40, std::round(mark.y / 20) * 20, mark.radius};
    const auto count = static_cast<std::size_t>(std::count_if(marks.begin(), marks.end(), is_inside));
    const std::optional<std::size_t> start = nearest_mark({0, 0}, marks, area);
    if (!start) continue;
    all += count;
    lost += count - count_reached(marks, *start);
  }
  CHECK(lost * 10'000 <= all);
}
