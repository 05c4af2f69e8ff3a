#include "view/format.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "words/languages.h"

using namespace taskscope;

TEST_CASE("percentages have a decimal where a column needs one") {
  const std::array<double, 2> whole = {14, 78}, mixed = {14, 66.7}, nearly = {13.999, 78};
  CHECK(decimals_for(whole) == 0);
  CHECK(decimals_for(mixed) == 1);
  CHECK(decimals_for(nearly) == 0);
  CHECK(percent_text(language_of(english), 14, 0) == "14%");
  CHECK(percent_text(language_of(english), 66.66, 1) == "66.7%");
  CHECK(percent_text(language_of(english), 99.96, 1) == "100.0%");
  CHECK(percent_text(language_of(english), 0.5, 0) == "1%");
  CHECK(number_text(language_of(english), -0.34, 1) == "−0.3");
  CHECK(number_text(language_of(english), -12, 0) == "−12");
}

TEST_CASE("counts agree with their nouns") {
  CHECK(counted(language_of(english), english_view.task_count, 1) == "1 task");
  CHECK(counted(language_of(english), english_view.task_count, 0) == "0 tasks");
  CHECK(counted(language_of(english), english_view.points, 64) == "64 points");
  CHECK(counted(language_of(english), english_view.points, 1.5) == "1.5 points");
}
