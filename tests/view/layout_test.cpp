#include "view/layout.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <random>

using namespace taskscope;

TEST_CASE("as many columns as fit, at least one, at most one an item") {
  CHECK(grid_columns(1000, 300, 20, 5) == 3);
  CHECK(grid_columns(1000, 300, 20, 2) == 2);
  CHECK(grid_columns(100, 300, 20, 5) == 1);
  CHECK(grid_columns(0, 300, 20, 0) == 1);
}

TEST_CASE("columns share the width with gaps between them") {
  const Column area{10, 5, 320};
  CHECK(grid_column(area, 0, 3, 10).x == 10);
  CHECK(grid_column(area, 2, 3, 10).right() == doctest::Approx(330));
}

TEST_CASE("labels of random marks never cover one another") {
  std::mt19937 random(7);
  std::uniform_real_distribution<float> position(0, 400), width(10, 180);
  for (int round = 0; round < 500; ++round) {
    std::vector<LabelWish> wishes(static_cast<std::size_t>(round % 12 + 1));
    for (LabelWish& wish : wishes) wish = {position(random), width(random)};
    std::sort(wishes.begin(), wishes.end(), [](auto& a, auto& b) { return a.anchor < b.anchor; });
    const std::vector<LabelPlace> places = place_labels(wishes, 0, 400, 8, 3);
    REQUIRE(places.size() == wishes.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (places[i].lane == 0) continue;
      CHECK(places[i].x >= 0);
      CHECK(places[i].x + wishes[i].width <= 400.01f);
      for (std::size_t j = i + 1; j < places.size(); ++j) {
        // The further label's leader line passes the nearer one by.
        const bool same_side = places[i].lane * places[j].lane > 0;
        const auto [near, far] =
            std::abs(places[i].lane) < std::abs(places[j].lane) ? std::pair(i, j) : std::pair(j, i);
        if (same_side && places[j].lane != 0 && places[i].lane != places[j].lane) {
          const float leader = wishes[far].anchor;
          const bool passes = leader < places[near].x || leader > places[near].x + wishes[near].width;
          CHECK(passes);
        }
        if (places[j].lane != places[i].lane) continue;
        const bool apart = places[i].x + wishes[i].width + 8 <= places[j].x + 0.01f ||
                           places[j].x + wishes[j].width + 8 <= places[i].x + 0.01f;
        CHECK(apart);
      }
    }
  }
}

TEST_CASE("a label that is wider than the axis has no place") {
  const LabelWish wish{50, 500};
  CHECK(place_labels({&wish, 1}, 0, 400, 8, 3).front().lane == 0);
}
