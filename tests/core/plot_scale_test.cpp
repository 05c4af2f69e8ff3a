// Axes: ticks, zooming and panning within the domain, and the band for what was not observed.
#include "core/plot_scale.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "random_plot.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

using Values = std::vector<double>;

PlotScale random_scale(std::mt19937& random) {
  const double low = any_float(random, -100, 100), span = any_float(random, 0.01f, 300'000);
  const float begin = any_float(random, 0, 500), length = any_float(random, 50, 2'000);
  PlotScale scale = plot_scale({low, low + span}, begin, any(random, 2) ? begin + length : begin - length,
                               any(random, 2) ? 0.1f : 0.0f);
  for (std::size_t i = any(random, 4); i > 0; --i)
    scale = zoomed(scale, any_float(random, begin - length, begin + length), any_float(random, 0.2f, 5), 50);
  return scale;
}

}  // namespace

TEST_CASE("steps are 1, 2 or 5 times a power of ten, and as many as there is room for") {
  CHECK(nice_step(1, 5) == 0.2);
  CHECK(nice_step(100, 10) == 10);
  CHECK(nice_step(239'000, 5) == 50'000);
  CHECK(nice_step(0.003, 3) == 0.001);
  CHECK(nice_step(3, 10, 1) == 1);  // whole dollars
  CHECK(nice_step(0, 10) == 1);
  CHECK(nice_step(1, 0) == 1);
  std::mt19937 random(1);
  for (int i = 0; i < 2'000; ++i) {
    const double span = std::exp(any_float(random, -20, 20));
    const std::size_t most = 1 + any(random, 20);
    const double step = nice_step(span, most);
    CHECK(step * static_cast<double>(most) >= span * (1 - 1e-8));
    CHECK(step * static_cast<double>(most) < span * 2.5 * (1 + 1e-8));  // 2 to 5 is the longest way
  }
}

TEST_CASE("ticks are multiples, exact, and within the interval") {
  CHECK(ticks_in({0, 1}, 0.2) == Values{0, 0.2, 0.4, 0.6, 0.8, 1});
  CHECK(ticks_in({-0.3, 0.3}, 0.1) == Values{-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3});
  CHECK_FALSE(std::signbit(ticks_in({-1, 1}, 1)[1]));
  CHECK(ticks_in({21'000, 99'000}, 20'000) == Values{40'000, 60'000, 80'000});
  CHECK(ticks_in({1, 10}, 3) == Values{3, 6, 9});
  CHECK(ticks_in({0.1, 0.4}, 0.5).empty());
  CHECK(ticks_in({0, 1}, 0).empty());
  CHECK(ticks_in({0, 1e9}, 1).empty());  // too many to be meant
  CHECK(decimals_of(0.05) == 2);
  CHECK(decimals_of(0.2) == 1);
  CHECK(decimals_of(2'000) == 0);
}

TEST_CASE("nice intervals begin and end on ticks") {
  CHECK(nice_interval({0.03, 0.97}, 5) == Interval{0, 1});
  CHECK(nice_interval({30'160, 239'200}, 5, 1) == Interval{0, 250'000});
  CHECK(nice_interval({-38.7, 49.9}, 6) == Interval{-40, 60});
  CHECK(nice_interval({7, 7}, 5).contains(7));
  CHECK(nice_interval({0, 0}, 5).span() > 0);
  std::mt19937 random(2);
  for (int i = 0; i < 2'000; ++i) {
    const double low = any_float(random, -1'000, 1'000);
    const Interval interval = {low, low + std::exp(any_float(random, -5, 12))};
    const std::size_t most = 2 + any(random, 10);
    const Interval nice = nice_interval(interval, most);
    CHECK(nice.low <= interval.low + 1e-8 * interval.span());
    CHECK(nice.high >= interval.high - 1e-8 * interval.span());
    CHECK(ticks_in(nice, nice_step(nice.span(), most)).size() <= most + 1);
    bool ends_on_ticks = false;
    for (std::size_t steps = 1; steps <= most; ++steps) {
      const Values ticks = ticks_in(nice, nice_step(nice.span(), steps));
      ends_on_ticks |= ticks.size() >= 2 && ticks.front() == nice.low && ticks.back() == nice.high;
    }
    CHECK(ends_on_ticks);
  }
}

TEST_CASE("the extent is that of the finite values") {
  CHECK(extent_of(std::vector{missing, 3.0f, -2.0f, INFINITY}) == Interval{-2, 3});
  CHECK(extent_of(std::vector{missing}) == Interval{});
  CHECK(extent_of({}) == Interval{});
}

TEST_CASE("pixels and values are each other's inverse") {
  const PlotScale up = plot_scale({0, 1}, 400, 0);
  CHECK(pixel_of(up, 0) == 400);
  CHECK(pixel_of(up, 0.25) == 300);
  CHECK(value_at(up, 100) == 0.75);
  const PlotScale banded = plot_scale({0, 1}, 0, 500, 0.2f);
  CHECK(pixel_of(banded, 0) == 100);
  CHECK(value_at(banded, 300) == 0.5);
  std::mt19937 random(3);
  for (int i = 0; i < 2'000; ++i) {
    const PlotScale scale = random_scale(random);
    const double value = scale.view.low + scale.view.span() * any_float(random, 0, 1);
    CHECK(std::abs(value_at(scale, pixel_of(scale, value)) - value) < scale.view.span() * 1e-4);
    CHECK(std::abs(pixel_of(scale, scale.view.low) - values_begin(scale)) < 1e-3);
    CHECK(std::abs(pixel_of(scale, scale.view.high) - scale.pixel_end) < 1e-3);
  }
}

TEST_CASE("the band beside the beginning keeps its place, and spreads what is in it") {
  for (const float end : {1'000.0f, -1'000.0f}) {
    const PlotScale whole = plot_scale({0, 1}, 0, end, 0.1f);
    const PlotScale scale = zoomed(whole, end / 2, 4, 50);
    CHECK(values_begin(scale) == end / 10);
    CHECK(is_in_zero_band(scale, end / 20));
    CHECK_FALSE(is_in_zero_band(scale, end / 5));
    CHECK_FALSE(is_in_zero_band(scale, -end / 20));
    Values places;
    for (std::size_t i = 0; i < 411; ++i) {
      const float place = zero_band_pixel(scale, i, 5);
      CHECK(std::abs(place) >= 5);
      CHECK(std::abs(place) <= 95);
      CHECK(place * end > 0);
      if (i > 0) CHECK(std::abs(places.back() - place) > 30);  // of 90
      places.push_back(place);
    }
    std::sort(places.begin(), places.end());
    for (std::size_t i = 1; i < places.size(); ++i) CHECK(places[i] - places[i - 1] > 0.08);
  }
  CHECK(zero_band_pixel(plot_scale({0, 1}, 10, 50), 3, 5) == 10);  // no band
}

TEST_CASE("zooming keeps what is under the anchor, within the domain and its limits") {
  std::mt19937 random(4);
  for (int i = 0; i < 2'000; ++i) {
    const PlotScale scale = random_scale(random);
    const double value = scale.view.low + scale.view.span() * any_float(random, 0, 1);
    const double factor = any_float(random, 0.1f, 10);
    const PlotScale other = zoomed(scale, pixel_of(scale, value), factor, 50);
    REQUIRE(other.view.span() > 0);
    REQUIRE(other.view.low >= other.domain.low);
    REQUIRE(other.view.high <= other.domain.high);
    CHECK(zoom_of(other) <= 50 * (1 + 1e-9));
    CHECK(zoom_of(other) >= 1);
    const bool at_an_end = other.view.low == other.domain.low || other.view.high == other.domain.high;
    if (!at_an_end) CHECK(std::abs(pixel_of(other, value) - pixel_of(scale, value)) < 0.1);
    if (factor >= 1) CHECK(other.view.contains(value) == true);
    CHECK(zoomed(scale, 0, 1e-9, 50).view == scale.domain);
  }
}

TEST_CASE("panning moves the content with the finger, up to the domain's ends") {
  std::mt19937 random(5);
  for (int i = 0; i < 2'000; ++i) {
    const PlotScale scale = random_scale(random);
    const float pixels = any_float(random, -3'000, 3'000);
    const PlotScale other = panned(scale, pixels);
    REQUIRE(other.view.low >= other.domain.low);
    REQUIRE(other.view.high <= other.domain.high);
    CHECK(other.view.span() == doctest::Approx(scale.view.span()));
    const bool at_an_end = other.view.low == other.domain.low || other.view.high == other.domain.high;
    if (!at_an_end) CHECK(std::abs(pixel_of(other, scale.view.low) - pixel_of(scale, scale.view.low) - pixels) < 0.5);
  }
}

TEST_CASE("an axis without length or domain gives numbers all the same") {
  const PlotScale flat = plot_scale({3, 3}, 10, 10, 0.1f);
  CHECK(pixel_of(flat, 3) == 10);
  CHECK(std::isfinite(value_at(flat, 50)));
  CHECK(panned(flat, 5).view == flat.view);
  CHECK(std::isfinite(pixel_of(zoomed(flat, 10, 3, 10), 3)));
}
