#include "core/diagnostics.h"

#include <doctest/doctest.h>

using namespace taskscope;

TEST_CASE("a diagnostic is printed as a compiler does") {
  const Diagnostic error = {Severity::error, "out_of_range", "Too much.", "/tasks/3/automation", 7, 12};
  CHECK(format_diagnostic("a.json", error) == "a.json:7:12: error: Too much. [/tasks/3/automation]");
  const Diagnostic warning = {Severity::warning, "unknown_field", "What?", "", 1, 1};
  CHECK(format_diagnostic("a.json", warning) == "a.json:1:1: warning: What?");
}

TEST_CASE("a pointer's control characters are not printed") {
  const Diagnostic diagnostic = {Severity::error, "unknown_field", "What?", "/a\n\x1B[31m", 1, 1};
  CHECK(format_diagnostic("a.json", diagnostic) == "a.json:1:1: error: What? [/a??[31m]");
}

TEST_CASE("only errors are errors") {
  CHECK_FALSE(has_errors({}));
  CHECK_FALSE(has_errors({{Severity::warning, "unknown_field", "What?", "", 1, 1}}));
  CHECK(has_errors({{Severity::warning, "", "", "", 1, 1}, {Severity::error, "", "", "", 1, 1}}));
}
