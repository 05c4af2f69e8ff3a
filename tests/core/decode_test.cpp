#include "core/decode.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "core/diagnostic_codes.h"
#include "core/insight.h"
#include "core/weighting.h"
#include "test_files.h"

using namespace taskscope;
using taskscope::testing::read_file;
using taskscope::testing::source_path;

namespace {

Profile decode_good(std::string_view json) {
  const Decoded decoded = decode_profile(json);
  for (const Diagnostic& diagnostic : decoded.diagnostics) INFO(format_diagnostic("", diagnostic));
  REQUIRE(decoded.profile);
  return *decoded.profile;
}

std::string only_code(std::string_view json) {
  const Decoded decoded = decode_profile(json);
  REQUIRE(decoded.diagnostics.size() == 1);
  return decoded.diagnostics.front().code;
}

// A profile whose `tasks` are `count` good ones.
std::string with_tasks(std::size_t count) {
  std::string json = R"({"version":1,"title":"A","tasks":[)";
  for (std::size_t i = 0; i < count; ++i) {
    json +=
        (i == 0 ? "" : ",") + (R"({"name":"Task )" + std::to_string(i)) + R"(","importance":"core","automation":5})";
  }
  return json + "]}";
}

}  // namespace

TEST_CASE("the first profile holds its figures and warns of nothing") {
  const Decoded decoded = decode_profile(read_file(source_path("assets/profiles/medical-records-specialists.json")));
  CHECK(decoded.diagnostics.empty());
  REQUIRE(decoded.profile);
  const Profile& profile = *decoded.profile;
  CHECK(profile.title == "Medical records specialists");
  CHECK(profile.locale == "en");
  CHECK(profile.adoption_percent == 14);
  CHECK(profile.potential_percent == 78);
  CHECK(profile.market.covers == "demand, competition and entry access");
  CHECK(profile.market.indicators.size() == 4);
  CHECK(profile.market.indicators[1].rating == Rating::high_pressure);
  CHECK(profile.strategies.size() == 2);
  CHECK(profile.task_source == "our assessment");
  CHECK(profile.tasks.size() == 8);
  CHECK(profile.ai_uses.size() == 3);
  CHECK(profile.ai_uses[1].good_options.size() == 4);
  REQUIRE(profile.evidence.size() == 5);
  CHECK(profile.evidence[3].publisher == "McKinsey & Co.");
  CHECK(profile.evidence[3].value_percent == 46);
  CHECK(profile.evidence[4].match == EvidenceMatch::occupation);

  CHECK(*weighted_potential_percent(profile.tasks, Weighting::five_to_two) == doctest::Approx(78.0).epsilon(0.0005));
  CHECK(*weighted_potential_percent(profile.tasks, Weighting::equal) == doctest::Approx(73.9).epsilon(0.0005));
  const Insight insight = derive_insight(profile);
  CHECK(insight.gap_points == 64);
  REQUIRE(insight.groups.size() == 3);
  CHECK(insight.groups[0].tasks == std::vector<std::size_t>{4, 0, 3, 1, 2});
  CHECK(insight.groups[1].tasks == std::vector<std::size_t>{5});
  CHECK(insight.groups[2].tasks == std::vector<std::size_t>{6, 7});
}

TEST_CASE("every field is decoded") {
  const Profile profile = decode_good(read_file(source_path("tests/data/valid/every-field.json")));
  CHECK(profile.title == "Conservators \u2014 🏛 paintings \"and\" paper");
  CHECK(profile.summary == "Line one\nline two");
  CHECK(profile.locale == "zh-Hant-TW");
  CHECK(profile.date == "2024-02-29");
  CHECK(profile.adoption_percent == 10);
  CHECK(profile.potential_percent == 62.25);
  CHECK(profile.market.summary == "Small");
  CHECK(profile.market.covers == "demand");
  REQUIRE(profile.market.indicators.size() == 1);
  CHECK(profile.market.indicators[0].name == "Demand");
  CHECK(profile.market.indicators[0].rating == Rating::mixed);
  CHECK(profile.market.indicators[0].note == "Few posts");
  REQUIRE(profile.strategies.size() == 1);
  CHECK(profile.strategies[0].title == "Learn");
  CHECK(profile.strategies[0].text == "Learn imaging.");
  CHECK(profile.task_source == "a panel");
  REQUIRE(profile.tasks.size() == 2);
  CHECK(profile.tasks[0].name == "Document");
  CHECK(profile.tasks[0].importance == Importance::core);
  CHECK(profile.tasks[0].automation_percent == 80);
  CHECK(profile.tasks[0].reason == "Photographs");
  CHECK(profile.tasks[0].band == Band::highly_automatable);
  CHECK(profile.tasks[1].importance == Importance::important);
  CHECK(profile.tasks[1].reason.empty());
  REQUIRE(profile.ai_uses.size() == 2);
  CHECK(profile.ai_uses[0].examples == std::vector<std::string>{"Find retouching"});
  CHECK(profile.ai_uses[0].good_options == std::vector<std::string>{"Any"});
  CHECK(profile.ai_uses[1].examples.empty());
  REQUIRE(profile.evidence.size() == 2);
  CHECK(profile.evidence[0].publisher == "A panel");
  CHECK(profile.evidence[0].measure == "use");
  CHECK(profile.evidence[0].value_percent == 0.5);
  CHECK(profile.evidence[0].kind == EvidenceKind::measured_use);
  CHECK(profile.evidence[0].match == EvidenceMatch::occupation);
  CHECK(profile.evidence[0].note == "Small");
  CHECK(profile.evidence[0].year == 2000);
  CHECK(profile.evidence[0].url == "https://example.org/a?b=c#d");
  CHECK(profile.evidence[1].kind == EvidenceKind::estimated_exposure);
  CHECK_FALSE(decode_good(R"({"version":1,"title":"A"})").adoption_percent);
}

TEST_CASE("the words of the format name the right values") {
  const auto rating = [](const std::string& word) {
    return decode_good(R"({"version":1,"title":"A","market":{"indicators":[{"name":"B","rating":")" + word + "\"}]}}")
        .market.indicators[0]
        .rating;
  };
  CHECK(rating("stable") == Rating::stable);
  CHECK(rating("mixed") == Rating::mixed);
  CHECK(rating("high pressure") == Rating::high_pressure);
  const auto band = [](const std::string& word) {
    return decode_good(R"({"version":1,"title":"A","tasks":[{"name":"B","importance":"core","automation":5,"band":")" +
                       word + "\"}]}")
        .tasks[0]
        .band;
  };
  CHECK(band("highly automatable") == Band::highly_automatable);
  CHECK(band("strong pressure") == Band::strong_pressure);
  CHECK(band("mixed") == Band::mixed);
  CHECK(band("human-led") == Band::human_led);
  const auto match = [](const std::string& word) {
    return decode_good(R"({"version":1,"title":"A","evidence":[{"publisher":"B","measure":"C","value":5,)"
                       R"("kind":"measured use","match":")" +
                       word + "\"}]}")
        .evidence[0]
        .match;
  };
  CHECK(match("occupation") == EvidenceMatch::occupation);
  CHECK(match("family") == EvidenceMatch::family);
  CHECK(match("industry") == EvidenceMatch::industry);
  CHECK(match("proxy") == EvidenceMatch::proxy);
}

TEST_CASE("the largest file that is allowed is read, one byte more is not") {
  std::string json = R"({"version":1,"title":"A"})";
  json.resize(limits::file_bytes, ' ');
  decode_good(json);
  json += ' ';
  CHECK(only_code(json) == codes::file_too_large);
}

TEST_CASE("the largest number of tasks is read, one more is not") {
  CHECK(decode_good(with_tasks(limits::tasks)).tasks.size() == limits::tasks);
  const Decoded decoded = decode_profile(with_tasks(limits::tasks + 1));
  CHECK_FALSE(decoded.profile);
  REQUIRE(decoded.diagnostics.size() == 1);
  CHECK(decoded.diagnostics[0].code == codes::list_too_long);
  CHECK(decoded.diagnostics[0].json_pointer == "/tasks");
  CHECK(decoded.diagnostics[0].message == "“tasks” has 10001 items; at most 10000 are allowed.");
}

TEST_CASE("hundreds of thousands of unknown fields are counted, not listed") {
  std::string json = R"({"version":1,"title":"A")";
  while (json.size() < limits::file_bytes - 20) json += R"(,"x":0)";
  const Decoded decoded = decode_profile(json + "}");
  CHECK(decoded.profile);
  REQUIRE(decoded.diagnostics.size() == limits::diagnostics);
  CHECK(decoded.diagnostics.back().code == codes::too_many_diagnostics);
  CHECK(decoded.diagnostics.back().severity == Severity::warning);
}

TEST_CASE("no text at all is a syntax error") {
  CHECK(only_code({}) == codes::syntax);
  CHECK(only_code("") == codes::syntax);
}

TEST_CASE("minus nought is nought") {
  const Profile profile = decode_good(R"({"version":1,"title":"A","adoption":-0.0})");
  CHECK_FALSE(std::signbit(*profile.adoption_percent));
}

TEST_CASE("a warning about the potential waits until nothing else is wrong") {
  const std::string tasks = R"("tasks":[{"name":"B","importance":"core","automation":5}])";
  CHECK(only_code(R"({"version":1,"title":"A","potential":6,)" + tasks + "}") == codes::potential_not_reproducible);
  CHECK(only_code(R"({"version":1,"title":"","potential":6,)" + tasks + "}") == codes::empty_text);
}
