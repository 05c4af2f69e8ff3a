// The evidence's sources, and what their figures come to.
#include "core/sources.h"

#include <doctest/doctest.h>

#include <vector>

using namespace taskscope;

TEST_CASE("sources are told apart by publisher and measure") {
  Evidence evidence;
  evidence.publisher = "Lab";
  evidence.measure = "Use";
  CHECK(source_name(evidence) == "Lab: Use");
}

TEST_CASE("the least, the most and the mean of some figures") {
  const std::optional<Range> range = range_of(std::vector<double>{30, 5, 67});
  REQUIRE(range);
  CHECK(range->least == 5);
  CHECK(range->most == 67);
  CHECK(range->mean == 34);
  CHECK(range_of(std::vector<double>{7})->least == 7);
  CHECK_FALSE(range_of({}));
}
