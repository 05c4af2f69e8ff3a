#include "core/reader_state.h"

#include <doctest/doctest.h>

using namespace taskscope;

TEST_CASE("a state that is written is read as it was, whatever the tasks are called") {
  const ReaderState state{{"Scan records", "“Quotes” \"and\" \\ slashes\n\x01", "مهمة 任务 🗂"}};
  const DecodedState decoded = decode_state(write_state(state));
  REQUIRE(decoded.state);
  CHECK(decoded.diagnostics.empty());
  CHECK(decoded.state->open_tasks == state.open_tasks);
}

TEST_CASE("the state of an untouched dashboard is short") { CHECK(write_state({}) == R"({"version":1})"); }

TEST_CASE("what is no state says why") {
  const auto message = [](std::string_view json) {
    const DecodedState decoded = decode_state(json);
    CHECK_FALSE(decoded.state);
    REQUIRE_FALSE(decoded.diagnostics.empty());
    return decoded.diagnostics.front().message;
  };
  CHECK(message("[]") == "A state is an object in curly brackets, { }, and this is none.");
  CHECK(message(R"({"version":2})") == "“version” is 2, but only version 1 of the format is known here.");
  CHECK(message(R"({"openTasks":[]})").find("needs “version”") != std::string::npos);
  CHECK(message(R"({"version":1,"openTasks":[7]})").find("number") != std::string::npos);
  CHECK(message("{").find("ends") != std::string::npos);
}
