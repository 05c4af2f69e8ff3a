// Whole files through the decoder: what is said about each stands beside it, as `taskscope check` prints it.
#include <doctest/doctest.h>

#include <filesystem>
#include <set>
#include <string>

#include "../fuzz/catalogue_invariants.h"
#include "../fuzz/invariants.h"
#include "../fuzz/state_invariants.h"
#include "core/decode.h"
#include "core/diagnostic_codes.h"
#include "test_files.h"

using namespace taskscope;
using namespace taskscope::testing;

namespace {

std::string check(const std::filesystem::path& path) {
  std::string lines;
  for (const Diagnostic& diagnostic : decode_profile(read_file(path)).diagnostics) {
    lines += format_diagnostic(path.filename().string(), diagnostic) + "\n";
  }
  return lines;
}

// A file without findings has nothing beside it.
std::string expected(std::filesystem::path path) {
  path.replace_extension(".expected");
  return std::filesystem::exists(path) ? read_file(path) : std::string();
}

}  // namespace

TEST_CASE("valid files give a profile and the expected warnings") {
  for (const auto& path : files_in("tests/data/valid", ".json")) {
    CAPTURE(path.string());
    CHECK(decode_profile(read_file(path)).profile);
    CHECK(check(path) == expected(path));
  }
}

TEST_CASE("invalid files give the expected diagnostics and no profile") {
  for (const auto& path : files_in("tests/data/invalid", ".json")) {
    CAPTURE(path.string());
    CHECK_FALSE(decode_profile(read_file(path)).profile);
    CHECK(check(path) == expected(path));
  }
}

TEST_CASE("every file keeps the decoder's invariants, whole and cut off anywhere") {
  for (const char* folder : {"tests/data/valid", "tests/data/invalid", "assets/profiles"}) {
    for (const auto& path : files_in(folder, ".json")) {
      CAPTURE(path.string());
      const std::string text = read_file(path);
      CHECK(broken_invariant(text) == "");
      const std::size_t step = 1 + text.size() / 200;
      for (std::size_t size = 0; size < text.size(); size += step) {
        CAPTURE(size);
        REQUIRE(broken_invariant(std::string_view(text).substr(0, size)) == "");
      }
    }
  }
}

TEST_CASE("the fuzzer's kept inputs keep the invariants") {
  for (const auto& path : files_in("tests/fuzz/corpus", "")) {
    CAPTURE(path.string());
    CHECK(broken_invariant(read_file(path)) == "");
    CHECK(broken_in_catalogue(read_file(path)) == "");
    CHECK(broken_in_state(read_file(path)) == "");
  }
}

TEST_CASE("the files show every code that does not take a huge one") {
  std::set<std::string> seen;
  for (const char* folder : {"tests/data/valid", "tests/data/invalid"}) {
    for (const auto& path : files_in(folder, ".json")) {
      for (const Diagnostic& diagnostic : decode_profile(read_file(path)).diagnostics) seen.insert(diagnostic.code);
    }
  }
  const std::set<std::string> all = {codes::invalid_utf8,       codes::syntax,
                                     codes::nesting_too_deep,   codes::not_finite,
                                     codes::wrong_type,         codes::unsupported_version,
                                     codes::missing_field,      codes::out_of_range,
                                     codes::unknown_value,      codes::duplicate_task,
                                     codes::text_too_long,      codes::list_too_long,
                                     codes::empty_text,         codes::bad_url,
                                     codes::bad_date,           codes::bad_locale,
                                     codes::unknown_field,      codes::duplicate_field,
                                     codes::band_mismatch,      codes::potential_not_reproducible,
                                     codes::weights_incomplete, codes::too_many_diagnostics};
  CHECK(seen == all);
}
