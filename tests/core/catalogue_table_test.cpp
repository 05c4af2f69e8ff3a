#include "core/catalogue_table.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <string>

#include "catalogue_files.h"
#include "core/catalogue_write.h"
#include "core/csv.h"
#include "core/diagnostic_codes.h"

using namespace taskscope;
using namespace taskscope::testing;

namespace {

const char us_table[] = "assets/occupations/occupations.csv";
const char us_map[] = "assets/occupations/map.json";
const char employer_map[] = "tests/data/catalogues/employer.map.json";
const std::string header = "Job code,Job,Department,Use,Headcount,Pay,Next steps\nK 1,Keeper,Sea,,,,\n";

std::string findings(const MadeCatalogue& made) {
  std::string lines;
  for (const Diagnostic& d : made.diagnostics) lines += format_diagnostic("bad.csv", d) + "\n";
  return lines;
}

// code line:column, of the only finding of rows behind a good one
std::string only_finding(const std::string& rows) {
  const MadeCatalogue made = make_catalogue(header + rows, read_map(employer_map));
  REQUIRE(made.diagnostics.size() == 1);
  const Diagnostic& d = made.diagnostics.front();
  return d.code + " " + std::to_string(d.line) + ":" + std::to_string(d.column);
}

// A field as the catalogue has it, read by the standard library.
void check_figure(double value, const std::string& text) {
  CHECK(is_figure(value) == !text.empty());
  if (!text.empty()) CHECK(std::abs(value - std::strtod(text.c_str(), nullptr)) < 1e-9);
}

}  // namespace

TEST_CASE("the catalogue in the repository is made of the table beside it") {
  const MadeCatalogue made = make_catalogue(read_file(source_path(us_table)), read_map(us_map));
  CHECK(findings(made) == "");
  REQUIRE(made.catalogue);
  CHECK(made.rows == 756);
  CHECK(write_catalogue(*made.catalogue) == read_file(source_path("assets/catalogue.json")));
}

TEST_CASE("every field of every row of the table is in the catalogue") {
  const Catalogue catalogue = us_catalogue();
  const CsvTable table = read_csv(read_file(source_path(us_table)));
  REQUIRE(table.rows.size() == catalogue.size() + 1);
  for (std::size_t row = 0; row < catalogue.size(); ++row) {
    const CsvRow& fields = table.rows[row + 1];
    REQUIRE(fields.size() == 20);
    CAPTURE(fields[0].text);
    CHECK(catalogue.codes[row] == fields[0].text);
    CHECK(catalogue.titles[row] == fields[1].text);
    CHECK(catalogue.groups[catalogue.group_of[row]].code == fields[0].text.substr(0, 2));
    for (std::size_t i = 0; i < 4; ++i) check_figure(catalogue.columns[i].figures[row], fields[5 + i].text);
    for (std::size_t i = 0; i < 3; ++i) check_figure(catalogue.columns[4 + i].figures[row], fields[2 + i].text);
    for (std::size_t level = 0; level < level_count; ++level) {
      check_figure(catalogue.tasks.core[row][level], fields[9 + level].text);
      check_figure(catalogue.tasks.other[row][level], fields[14 + level].text);
    }
    std::string related;
    for (const std::uint32_t other : catalogue.related[row])
      related += (related.empty() ? "" : " ") + std::string(catalogue.codes[other]);
    CHECK(related == fields[19].text);
  }
}

TEST_CASE("an employer's table has its own codes, columns, groups and separators") {
  const MadeCatalogue made =
      make_catalogue(read_file(source_path("tests/data/catalogues/employer.csv")), read_map(employer_map));
  CHECK(findings(made) == "");
  REQUIRE(made.catalogue);
  CHECK(write_catalogue(*made.catalogue) == read_file(source_path("tests/data/catalogues/employer.json")));
  const Catalogue& catalogue = *made.catalogue;
  CHECK(catalogue.titles[1] == "Keeper \"of the lamp\"");
  CHECK(catalogue.group_of == std::vector<std::uint16_t>{0, 1, 2});  // the longest code that fits
  CHECK_FALSE(is_figure(catalogue.columns[0].figures[1]));
  CHECK_FALSE(std::signbit(catalogue.columns[2].figures[2]));
  CHECK(catalogue.tasks.core.empty());
}

TEST_CASE("every bad row is named, with its line and column") {
  const MadeCatalogue made =
      make_catalogue(read_file(source_path("tests/data/catalogues/bad.csv")), read_map(employer_map));
  CHECK_FALSE(made.catalogue);
  CHECK(made.rows == 7);
  CHECK(made.bad_rows == 6);
  CHECK(findings(made) == read_file(source_path("tests/data/catalogues/bad.expected")));
}

TEST_CASE("a bad field is told by its place") {
  CHECK(only_finding("K 2,Keeper,Sea,,,\n") == "wrong_field_count 3:1");
  CHECK(only_finding("K 1,Keeper,Sea,,,,\n") == "duplicate_name 3:1");
  CHECK(only_finding(" ,Keeper,Sea,,,,\n") == "empty_text 3:1");
  CHECK(only_finding("K 2, ,Sea,,,,\n") == "empty_text 3:5");
  CHECK(only_finding("K 2," + std::string(501, 'k') + ",Sea,,,,\n") == "text_too_long 3:5");
  CHECK(only_finding(std::string(51, 'k') + ",Keeper,Sea,,,,\n") == "text_too_long 3:1");
  CHECK(only_finding("K 2,Keeper,sea,,,,\n") == "bad_reference 3:12");
  for (const char* number : {"1,2", ".5", "5.", "1e0", "+1", " 1", "0x1", "nan", "-", "12 %", "0.1234567890123456"}) {
    CAPTURE(number);
    CHECK(only_finding("K 2,Keeper,Sea,\"" + std::string(number) + "\",,,\n") == "bad_number 3:16");
  }
  CHECK(only_finding("K 2,Keeper,Sea,1.01,,,\n") == "out_of_range 3:16");
  CHECK(only_finding("K 2,Keeper,Sea,,-1,,\n") == "out_of_range 3:17");
  CHECK(only_finding("K 2,Keeper,Sea,,,,K 3\n") == "bad_reference 3:19");
  CHECK(only_finding("K 2,Keeper,Sea,,,,K 2\n") == "bad_reference 3:19");
  CHECK(only_finding("K 2,Keeper,Sea,,,,K 1; K 1\n") == "duplicate_name 3:19");
  CHECK(only_finding("K 2,Keep\"er,Sea,,,,\n") == "syntax 3:9");
}

TEST_CASE("a table without its columns, rows or encoding says so once") {
  const CatalogueMap map = read_map(employer_map);
  const auto first = [&](std::string_view csv) {
    const MadeCatalogue made = make_catalogue(csv, map);
    CHECK_FALSE(made.catalogue);
    REQUIRE_FALSE(made.diagnostics.empty());
    return made.diagnostics.front().code;
  };
  CHECK(first("") == codes::empty_list);
  CHECK(first("Job code,Job\n") == codes::empty_list);
  CHECK(first("Job code;Job\nK 1;Keeper\n") == codes::missing_column);
  CHECK(first("Job\n\"K\" 1\n") == codes::missing_column);
  CHECK(make_catalogue("Job\n\"K\" 1\n", map).bad_rows == 1);
  CHECK(make_catalogue("Job\n\"K\" 1\n", map).rows == 1);
  CHECK(first("Job\xE9") == codes::invalid_utf8);
}

TEST_CASE("all bad rows of a large table are named") {
  std::string csv = header;
  for (int i = 0; i < 5000; ++i) csv += "C" + std::to_string(i) + ",Keeper,Sea,2,,,\n";
  const MadeCatalogue made = make_catalogue(csv, read_map(employer_map));
  CHECK(made.rows == 5001);
  CHECK(made.bad_rows == 5000);
  CHECK(made.diagnostics.size() == 5000);
}

TEST_CASE("20,000 rows make a catalogue, one more does not") {
  std::string csv = header;
  for (std::size_t i = 1; i < limits::occupations; ++i) csv += "C" + std::to_string(i) + ",Keeper,Sea,0.5,1,2,K 1\n";
  const CatalogueMap map = read_map(employer_map);
  CHECK(make_catalogue(csv, map).catalogue->size() == limits::occupations);
  const MadeCatalogue made = make_catalogue(csv + "D,Keeper,Sea,,,,\n", map);
  REQUIRE(made.diagnostics.size() == 1);
  CHECK(made.diagnostics.front().code == codes::list_too_long);
}

TEST_CASE("a map is checked as strictly as a catalogue") {
  const std::string map = read_file(source_path(employer_map));
  const auto first = [&](std::string_view from, std::string_view to) {
    std::string text = map;
    text.replace(text.find(from), from.size(), to);
    const DecodedCatalogueMap decoded = decode_catalogue_map(text);
    REQUIRE_FALSE(decoded.diagnostics.empty());
    return decoded.diagnostics.front().code + " " + decoded.diagnostics.front().json_pointer;
  };
  CHECK(first("\"figures\": \"Use\"", "\"figures\": 1") == "wrong_type /ratings/0/figures");
  CHECK(first("\"figures\": \"Use\"", "\"x\": 1") == "missing_field /ratings/0");
  CHECK(first("\"At sea\", ", "") == "length_mismatch /groups");
  CHECK(first("\"vintage\": \"third quarter of 2026\", ", "") == "missing_field /ratings/0/source");
  CHECK(first("\"headcount\"", "\"pay\"") == "duplicate_name /money/0/name");
  CHECK(first("\"rows\": \"Next steps\"", "\"rows\": []") == "wrong_type /related/rows");
}
