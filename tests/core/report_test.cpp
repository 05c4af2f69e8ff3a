#include "core/report.h"

#include <doctest/doctest.h>

#include <string>

#include "core/decode.h"
#include "core/diagnostic_codes.h"

using namespace taskscope;

namespace {

std::vector<Diagnostic> finish(Report& report, std::string_view text) { return std::move(report).finish(text); }

}  // namespace

TEST_CASE("findings come in the order of the text, with lines and columns in characters") {
  const std::string_view text = "aé語b\n\n🏛c";
  Report report;
  report.add(Severity::error, "third", text.find('c'), "/c", "C.");
  report.add(Severity::warning, "first", text.find('b'), "/b", "B.");
  report.add(Severity::error, "fourth", text.size(), "", "The end.");
  report.add(Severity::error, "second", 8, "", "An empty line.");
  const std::vector<Diagnostic> found = finish(report, text);
  REQUIRE(found.size() == 4);
  CHECK(format_diagnostic("f", found[0]) == "f:1:4: warning: B. [/b]");
  CHECK(format_diagnostic("f", found[1]) == "f:2:1: error: An empty line.");
  CHECK(format_diagnostic("f", found[2]) == "f:3:2: error: C. [/c]");
  CHECK(format_diagnostic("f", found[3]) == "f:3:3: error: The end.");
}

TEST_CASE("findings at one place keep their order") {
  Report report;
  report.add(Severity::error, "a", 0, "", "A.");
  report.add(Severity::error, "b", 0, "", "B.");
  const std::vector<Diagnostic> found = finish(report, "x");
  CHECK(found[0].code == "a");
  CHECK(found[1].code == "b");
}

TEST_CASE("as many findings as the limit are all listed") {
  const std::string text(1000, 'x');
  Report report;
  for (std::size_t i = 0; i < limits::diagnostics; ++i) report.add(Severity::error, "e", i, "", "E.");
  const std::vector<Diagnostic> found = finish(report, text);
  CHECK(found.size() == limits::diagnostics);
  CHECK(found.back().code == "e");
}

TEST_CASE("beyond the limit errors are kept before warnings, and the rest is counted") {
  const std::string text(1000, 'x');
  Report report;
  for (std::size_t i = 0; i < 200; ++i) report.add(Severity::warning, "w", i, "", "W.");
  for (std::size_t i = 0; i < 60; ++i) report.add(Severity::error, "e", 900 - i, "", "E.");
  const std::vector<Diagnostic> found = finish(report, text);
  REQUIRE(found.size() == limits::diagnostics);
  CHECK(found[0].code == "w");
  CHECK(found[38].code == "w");
  CHECK(found[39].code == "e");
  CHECK(found[98].code == "e");
  CHECK(found[99].code == codes::too_many_diagnostics);
  CHECK(found[99].severity == Severity::warning);
  CHECK(found[99].message == "There is more to mend than fits into this list. Left out: errors 0, warnings 161.");
}

TEST_CASE("the first errors in the text are kept, whenever they were found") {
  const std::string text(1000, 'x');
  Report report;
  for (std::size_t i = 500; i > 0; --i) report.add(Severity::error, "e", i, "", "E.");
  const std::vector<Diagnostic> found = finish(report, text);
  REQUIRE(found.size() == limits::diagnostics);
  CHECK(found[0].column == 2);
  CHECK(found[98].column == 100);
  CHECK(found[99].code == codes::too_many_diagnostics);
  CHECK(found[99].severity == Severity::error);
}
