#include "core/catalogue_profile.h"

#include <doctest/doctest.h>

#include <string>

#include "../fuzz/invariants.h"
#include "catalogue_files.h"
#include "core/decode.h"

using namespace taskscope;
using namespace taskscope::testing;

namespace {

Profile written_medical_records() {
  return *decode_profile(read_file(source_path("assets/profiles/medical-records-specialists.json"))).profile;
}

}  // namespace

TEST_CASE("an occupation opens as a profile of its public figures") {
  const Catalogue catalogue = us_catalogue();
  const Profile profile = profile_of_row(catalogue, row_of(catalogue, "11-1011"));
  CHECK(profile.title == "Chief Executives");
  CHECK(profile.locale == "en");
  CHECK(*profile.adoption_percent == doctest::Approx(3.33));
  CHECK(*profile.potential_percent == doctest::Approx(50.78));
  REQUIRE(profile.evidence.size() == 2);
  CHECK(profile.evidence[0].publisher == "Eloundou et al.");
  CHECK(profile.evidence[0].measure == "Exposure, rated by people");
  CHECK(profile.evidence[0].value_percent == doctest::Approx(36.94));
  CHECK(profile.evidence[0].kind == EvidenceKind::estimated_exposure);
  CHECK(profile.evidence[0].match == EvidenceMatch::occupation);
  CHECK(profile.evidence[0].year == 2024);
  CHECK(profile.evidence[1].publisher == "Microsoft");

  const PublicFigures figures = figures_of_row(catalogue, row_of(catalogue, "11-1011"));
  CHECK(figures.code == "11-1011");
  CHECK(figures.group == "Management Occupations");
  CHECK(figures.adoption->source.publisher == "Anthropic");
  CHECK(figures.adoption->kind == EvidenceKind::measured_use);
  CHECK(figures.adoption->match == EvidenceMatch::occupation);
  CHECK(figures.potential->kind == EvidenceKind::estimated_exposure);
  CHECK(figures.tasks->core == LevelCounts{0, 12, 21, 4, 0});
  CHECK(figures.tasks->other == LevelCounts{0, 8, 4, 0, 0});
  REQUIRE(figures.market.size() == 3);
  CHECK(figures.market[0].quantity == Quantity::people);
  CHECK(figures.market[0].value == 211850);
  CHECK(figures.market[1].currency == "USD");
  CHECK(figures.market[1].value == 206420);
  CHECK(figures.market[2].value == 4);
  CHECK(figures.market[2].source.vintage == "2024–34");
  REQUIRE(figures.related.size() == 8);
  CHECK(figures.related[0].title == "General and Operations Managers");
  CHECK(figures.related[0].code == catalogue.codes[figures.related[0].occupation]);
  CHECK(figures.differing.empty());
  CHECK(figures.attributions.size() == 5);
}

TEST_CASE("what there is no figure for is not there") {
  const Catalogue catalogue = us_catalogue();
  const Profile loaders = profile_of_row(catalogue, row_of(catalogue, "53-7121"));
  CHECK(figures_of_row(catalogue, row_of(catalogue, "53-7121")).market.size() == 2);  // no projection
  CHECK(loaders.adoption_percent == 0);                                               // a figure, which is none at all
  CHECK(loaders.summary.empty());
  CHECK(loaders.tasks.empty());
  CHECK(loaders.market.indicators.empty());
  CHECK(loaders.strategies.empty());
  CHECK(loaders.ai_uses.empty());

  const Catalogue employer = decode_good_catalogue(read_file(source_path("tests/data/catalogues/employer.json")));
  const Profile keeper = profile_of_row(employer, 1);
  CHECK_FALSE(keeper.adoption_percent);
  CHECK_FALSE(keeper.potential_percent);
  CHECK(keeper.evidence.empty());
  const PublicFigures figures = figures_of_row(employer, 1);
  CHECK_FALSE(figures.adoption);
  CHECK_FALSE(figures.tasks);
  CHECK(figures.market.size() == 1);
  CHECK(figures.attributions.empty());
}

TEST_CASE("every occupation is a profile within the format's limits") {
  const Catalogue catalogue = us_catalogue();
  for (std::size_t row = 0; row < catalogue.size(); ++row) {
    CAPTURE(row);
    const Profile profile = profile_of_row(catalogue, row);
    CHECK(broken_in_profile(profile) == "");
    CHECK(profile.adoption_percent);
    CHECK(profile.potential_percent);
    const PublicFigures figures = figures_of_row(catalogue, row);
    CHECK(figures.related.size() == 8);
    CHECK(figures.tasks);
  }
}

TEST_CASE("the profile written by hand of medical records specialists is found by its code") {
  const Catalogue catalogue = us_catalogue();
  const std::size_t row = row_of(catalogue, "29-2072");
  REQUIRE(written_profile(catalogue, row) != nullptr);
  CHECK(written_profile(catalogue, row)->address == "profiles/medical-records-specialists.json");
  CHECK(written_profile(catalogue, row + 1) == nullptr);
}

TEST_CASE("where a profile written by hand and its row differ, each says what it is about") {
  const Catalogue catalogue = us_catalogue();
  const Profile written = written_medical_records();
  const std::vector<FigurePair> pairs = differing_figures(written, catalogue, row_of(catalogue, "29-2072"));
  REQUIRE(pairs.size() == 3);

  CHECK(pairs[0].figure == PairedFigure::adoption);
  CHECK(pairs[0].profile_percent == 14);
  CHECK(pairs[0].public_percent == doctest::Approx(66.74));
  CHECK(pairs[0].source.match == EvidenceMatch::occupation);
  CHECK_FALSE(pairs[0].family);

  CHECK(pairs[1].figure == PairedFigure::potential);
  CHECK(pairs[1].profile_percent == 78);
  CHECK(pairs[1].public_percent == doctest::Approx(61.76));

  CHECK(pairs[2].figure == PairedFigure::evidence);
  CHECK(pairs[2].profile_percent == 5);
  CHECK(pairs[2].public_percent == doctest::Approx(66.74));
  CHECK(written.evidence[pairs[2].evidence].publisher == "Anthropic");
  CHECK(written.evidence[pairs[2].evidence].match == EvidenceMatch::family);
  REQUIRE(pairs[2].family);
  CHECK(pairs[2].family->group == "Healthcare Support Occupations");
  CHECK(pairs[2].family->occupations == 16);
  CHECK(pairs[2].family->percent == doctest::Approx(4.94).epsilon(0.001));
}

TEST_CASE("figures that are equal within half a point do not differ") {
  const Catalogue catalogue = us_catalogue();
  const std::size_t row = row_of(catalogue, "29-2072");
  Profile written;
  written.adoption_percent = 67;
  written.potential_percent = 61.2;
  written.evidence.push_back(
      {"anthropic", "use", 67, EvidenceKind::measured_use, EvidenceMatch::occupation, "", {}, ""});
  written.evidence.push_back({"Anthropic", "use", 1, EvidenceKind::estimated_exposure, {}, "", {}, ""});
  const std::vector<FigurePair> pairs = differing_figures(written, catalogue, row);
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0].figure == PairedFigure::potential);
}

TEST_CASE("beside a profile written by hand stand its row's figures") {
  const Catalogue catalogue = us_catalogue();
  const PublicFigures figures = figures_beside(written_medical_records(), catalogue, row_of(catalogue, "29-2072"));
  CHECK_FALSE(figures.adoption);
  CHECK(figures.differing.size() == 3);
  CHECK(figures.market[0].value == 187910);
  CHECK(figures.tasks->other == LevelCounts{0, 0, 1, 16, 0});
  CHECK(figures.related[0].title == "Medical Transcriptionists");
}
