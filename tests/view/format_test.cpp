#include "view/format.h"

#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <array>
#include <string>

using namespace taskscope;

TEST_CASE("percentages have a decimal where a column needs one") {
  const std::array<double, 2> whole = {14, 78}, mixed = {14, 66.7}, nearly = {13.999, 78};
  CHECK(decimals_for(whole) == 0);
  CHECK(decimals_for(mixed) == 1);
  CHECK(decimals_for(nearly) == 0);
  CHECK(percent_text(14, 0) == "14%");
  CHECK(percent_text(66.66, 1) == "66.7%");
  CHECK(percent_text(99.96, 1) == "100.0%");
  CHECK(percent_text(0.5, 0) == "1%");
  CHECK(number_text(-0.34, 1) == "−0.3");
  CHECK(number_text(-12, 0) == "−12");
}

TEST_CASE("counts agree with their nouns") {
  CHECK(counted(1, "task", "tasks") == "1 task");
  CHECK(counted(0, "task", "tasks") == "0 tasks");
  CHECK(counted(64, "point", "points") == "64 points");
  CHECK(counted(1.5, "point", "points") == "1.5 points");
}

TEST_CASE("Dear ImGui's formatting knows names and numbers, and never writes beyond its buffer") {
  char buffer[32];
  CHECK(ImFormatString(buffer, sizeof buffer, "%s/%s_%08X", "a", "b", 0xBEEFu) == 12);
  CHECK(std::string(buffer) == "a/b_0000BEEF");
  CHECK(ImFormatString(buffer, sizeof buffer, "%d%%", -42) == 4);
  CHECK(std::string(buffer) == "-42%");
  CHECK(ImFormatString(buffer, 4, "%s", "abcdef") == 3);
  CHECK(std::string(buffer) == "abc");
  CHECK(ImFormatString(nullptr, 0, "%s", "abcdef") == 6);
}
