#include "core/catalogue.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <random>
#include <string>

#include "catalogue_files.h"
#include "core/catalogue_write.h"
#include "core/decode.h"

using namespace taskscope;
using namespace taskscope::testing;

namespace {

const FigureColumn& column(const Catalogue& catalogue, std::string_view name) {
  const auto found = std::find_if(catalogue.columns.begin(), catalogue.columns.end(),
                                  [=](const FigureColumn& one) { return one.name == name; });
  REQUIRE(found != catalogue.columns.end());
  return *found;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

// code pointer, of the only finding
std::string only_finding(std::string_view json) {
  const DecodedCatalogue decoded = decode_catalogue(json);
  REQUIRE(decoded.diagnostics.size() == 1);
  CHECK(decoded.catalogue.has_value() == (decoded.diagnostics[0].severity == Severity::warning));
  return decoded.diagnostics[0].code + " " + decoded.diagnostics[0].json_pointer;
}

std::string employer_json() { return read_file(source_path("tests/data/catalogues/employer.json")); }

Catalogue big_catalogue(std::size_t rows) {
  Catalogue catalogue = decode_good_catalogue(employer_json());
  std::mt19937 random(7);
  const auto share = [&] { return static_cast<double>(random() % 10'001) / 10'000; };
  catalogue.codes = catalogue.titles = TextColumn();
  catalogue.related = RowLists();
  catalogue.group_of.clear();
  catalogue.profiles.clear();
  for (FigureColumn& one : catalogue.columns) one.figures.clear();
  for (std::uint32_t row = 0; row < rows; ++row) {
    catalogue.codes.append("code " + std::to_string(row));
    catalogue.titles.append("Operators, tenders and setters of machine " + std::to_string(random()));
    catalogue.group_of.push_back(static_cast<std::uint16_t>(random() % 3));
    catalogue.columns[0].figures.push_back(random() % 9 == 0 ? no_figure : share());
    catalogue.columns[1].figures.push_back(static_cast<double>(random() % 1'000'000));
    catalogue.columns[2].figures.push_back(static_cast<double>(random() % 10'000));
    catalogue.tasks.core.push_back({static_cast<std::uint16_t>(random() % 20), 1, 2, 3, 4});
    catalogue.tasks.other.push_back({0, 0, static_cast<std::uint16_t>(random() % 20), 0, 0});
    const std::uint32_t next = (row + 1) % static_cast<std::uint32_t>(rows);
    catalogue.related.append(std::array{next, (next + 1) % static_cast<std::uint32_t>(rows)});
  }
  catalogue.tasks.source = catalogue.source;
  return catalogue;
}

}  // namespace

TEST_CASE("the catalogue of the United States has what its table tells") {
  const Catalogue catalogue = us_catalogue();
  CHECK(catalogue.size() == 756);
  CHECK(catalogue.groups.size() == 22);
  CHECK(catalogue.groups[9].title == "Healthcare Practitioners and Technical Occupations");
  CHECK(catalogue.columns.size() == 7);
  CHECK(headline_column(catalogue, Headline::adoption)->name == "observed_use");
  CHECK(headline_column(catalogue, Headline::potential)->name == "exposure_gpt4");
  CHECK(first_column(catalogue, Quantity::money)->currency == "USD");
  CHECK(first_column(catalogue, Quantity::money)->period == Period::year);
  CHECK(first_column(catalogue, Quantity::growth)->source.vintage == "2024–34");
  for (const FigureColumn& one : catalogue.columns) CHECK_FALSE(one.source.vintage.empty());
  CHECK(attributions(catalogue).size() == 5);
  std::vector<std::size_t> sizes(catalogue.groups.size());
  for (const std::uint16_t group : catalogue.group_of) ++sizes[group];
  for (const std::size_t size : sizes) CHECK(size > 0);
}

TEST_CASE("a sample of rows has the figures of its sources") {
  const Catalogue catalogue = us_catalogue();
  struct Sample {
    const char *code, *title, *group;
    double use, gpt4, human, copilot, people, wage, growth;  // -1 for a wage, -999 for a growth that there is not
    LevelCounts core, other;
    const char* first_related;
  };
  // Copied by hand from the table.
  const std::vector<Sample> samples = {
      {"11-1011",
       "Chief Executives",
       "Management Occupations",
       0.0333,
       0.5078,
       0.3694,
       0.1555,
       211850,
       206420,
       4.0,
       {0, 12, 21, 4, 0},
       {0, 8, 4, 0, 0},
       "11-1021"},
      {"11-1021",
       "General and Operations Managers",
       "Management Occupations",
       0.1378,
       0.4808,
       0.3846,
       0.121,
       3584420,
       102950,
       4.0,
       {0, 2, 5, 2, 0},
       {0, 3, 4, 1, 0},
       "11-3013"},
      {"29-2072",
       "Medical Records Specialists",
       "Healthcare Practitioners and Technical Occupations",
       0.6674,
       0.6176,
       0.5588,
       0.2706,
       187910,
       50250,
       7.0,
       {0, 0, 0, 0, 0},
       {0, 0, 1, 16, 0},
       "31-9094"},
      {"53-7081",
       "Refuse and Recyclable Material Collectors",
       "Transportation and Material Moving Occupations",
       0,
       0.1964,
       0.2321,
       0.0461,
       139180,
       48350,
       1.0,
       {9, 1, 0, 2, 0},
       {2, 0, 0, 2, 0},
       "53-7062"},
      {"53-7121",
       "Tank Car, Truck, and Ship Loaders",
       "Transportation and Material Moving Occupations",
       0,
       0.0714,
       0.125,
       0.0799,
       10920,
       58070,
       -999,
       {6, 2, 0, 1, 0},
       {9, 1, 0, 0, 0},
       "53-7051"},
  };
  for (const Sample& sample : samples) {
    CAPTURE(sample.code);
    const std::size_t row = row_of(catalogue, sample.code);
    const auto figure = [&](const char* name) { return column(catalogue, name).figures[row]; };
    CHECK(catalogue.titles[row] == sample.title);
    CHECK(catalogue.groups[catalogue.group_of[row]].title == sample.group);
    CHECK(figure("observed_use") == sample.use);
    CHECK(figure("exposure_gpt4") == sample.gpt4);
    CHECK(figure("exposure_human") == sample.human);
    CHECK(figure("copilot_applicability") == sample.copilot);
    CHECK(figure("employment") == sample.people);
    CHECK(figure("median_wage") == sample.wage);
    CHECK(is_figure(figure("growth")) == (sample.growth > -999));
    if (is_figure(figure("growth"))) CHECK(figure("growth") == sample.growth);
    CHECK(catalogue.tasks.core[row] == sample.core);
    CHECK(catalogue.tasks.other[row] == sample.other);
    REQUIRE(catalogue.related[row].size() == 8);
    CHECK(catalogue.codes[catalogue.related[row][0]] == sample.first_related);
  }
}

TEST_CASE("group means count every occupation alike") {
  const Catalogue catalogue = us_catalogue();
  const FigureColumn& use = column(catalogue, "observed_use");
  const auto mean = group_mean(catalogue, use, *find_group(catalogue, "31"));
  REQUIRE(mean);
  CHECK(mean->occupations == 16);
  CHECK(mean->mean == doctest::Approx(0.049).epsilon(0.01));
  CHECK_FALSE(find_group(catalogue, "55"));
  CHECK_FALSE(find_occupation(catalogue, "29-207"));
}

TEST_CASE("what is written decodes to the same") {
  for (const char* path : {"assets/catalogue.json", "tests/data/catalogues/employer.json"}) {
    const std::string json = read_file(source_path(path));
    CHECK(write_catalogue(decode_good_catalogue(json)) == json);
  }
}

TEST_CASE("20,000 occupations are decoded whole, and soon") {
  const Catalogue big = big_catalogue(limits::occupations);
  const std::string json = write_catalogue(big);
  CHECK(json.size() < limits::file_bytes);
  const auto begin = std::chrono::steady_clock::now();
  const Catalogue catalogue = decode_good_catalogue(json);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  MESSAGE("20,000 occupations, " << json.size() << " bytes: " << taken.count() * 1000 << " ms");
  CHECK(taken.count() < 10);  // sanitizers and busy machines included
  CHECK(catalogue.size() == limits::occupations);
  CHECK(write_catalogue(catalogue) == json);
  CHECK(catalogue.titles[19'999] == big.titles[19'999]);
  CHECK(find_occupation(catalogue, "code 19999") == 19'999);
}

TEST_CASE("tampered catalogues are rejected, with the place") {
  const std::string json = employer_json();
  CHECK(only_finding(replaced(json, "\"version\": 1", "\"version\": 2")) == "unsupported_version /version");
  CHECK(only_finding(replaced(json, "0.25,null", "0.25,\"0\"")) == "wrong_type /ratings/0/figures/1");
  CHECK(only_finding(replaced(json, "0.25,null", "25,null")) == "out_of_range /ratings/0/figures/0");
  CHECK(only_finding(replaced(json, "0.25,null,1", "0.25,null")) == "length_mismatch /ratings/0/figures");
  CHECK(only_finding(replaced(json, "[12,3,0]", "[12,-3,0]")) == "out_of_range /people/0/figures/1");
  CHECK(only_finding(replaced(json, "\"groups\": [0,1,2]", "\"groups\": [0,1,3]")) ==
        "bad_reference /occupations/groups/2");
  CHECK(only_finding(replaced(json, "\"groups\": [0,1,2]", "\"groups\": [0,1.5,2]")) ==
        "out_of_range /occupations/groups/1");
  CHECK(only_finding(replaced(json, "[[1,2],[0],[]]", "[[1,2],[0],[3]]")) == "bad_reference /related/rows/2/0");
  CHECK(only_finding(replaced(json, "[[1,2],[0],[]]", "[[1,2],[1],[]]")) == "bad_reference /related/rows/1/0");
  CHECK(only_finding(replaced(json, "[[1,2],[0],[]]", "[[1,1],[0],[]]")) == "duplicate_name /related/rows/0/1");
  CHECK(only_finding(replaced(json, "\"K 1\",\"K 2\"", "\"K 1\",\"K 1\"")) == "duplicate_name /occupations/codes/1");
  CHECK(only_finding(replaced(json, "\"code\": \"K 1\"", "\"code\": \"K 9\"")) == "bad_reference /profiles/0/code");
  CHECK(only_finding(replaced(json, "keeper.json", "javascript:x")) == "bad_address /profiles/0/address");
  CHECK(only_finding(replaced(json, "GBP", "pounds")) == "bad_currency /money/0/currency");
  CHECK(only_finding(replaced(json, "\"headcount\"", "\"Head count\"")) == "bad_name /people/0/name");
  CHECK(only_finding(replaced(json, "\"name\": \"headcount\"", "\"name\": \"pay\"")) == "duplicate_name /money/0/name");
  CHECK(only_finding(replaced(json, "\"kind\"", "\"kidn\": 1, \"kind\"")) == "unknown_field /ratings/0/kidn");
  CHECK(only_finding(json.substr(0, json.size() / 2)).starts_with("syntax "));
}

TEST_CASE("any byte of a catalogue may be another one") {
  const std::string json = employer_json();
  std::mt19937 random(3);
  for (int i = 0; i < 3000; ++i) {
    std::string tampered = json;
    tampered[random() % tampered.size()] = static_cast<char>(random() % 128);
    const DecodedCatalogue decoded = decode_catalogue(tampered);
    REQUIRE(decoded.catalogue.has_value() != has_errors(decoded.diagnostics));
    if (decoded.catalogue) REQUIRE(decode_catalogue(write_catalogue(*decoded.catalogue)).catalogue);
  }
}
