#include "core/catalogue_csv.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "catalogue_files.h"
#include "core/csv.h"

using namespace taskscope;
using namespace taskscope::testing;

namespace {

// Two occupations, with texts that spreadsheets would run, and figures that there are not.
Catalogue small_catalogue() {
  return decode_good_catalogue(read_file(source_path("tests/data/catalogues/formulas.json")));
}

std::vector<std::string> texts_of(const CsvRow& row) {
  std::vector<std::string> texts;
  for (const CsvField& field : row) texts.push_back(field.text);
  return texts;
}

}  // namespace

TEST_CASE("occupations as a table: every column with its unit, in the order that is asked for") {
  const std::vector<std::size_t> rows = {1, 0};
  CHECK(occupations_csv(small_catalogue(), rows) ==
        "\xEF\xBB\xBF"
        "Code,Title,Group code,Group,Observed use (%),'=Exposure (%),Employment (people),Median wage (EUR an hour),"
        "Growth (%),Core tasks at T0,Core tasks at T1,Core tasks at T2,Core tasks at T3,Core tasks at T4,"
        "Other tasks at T0,Other tasks at T1,Other tasks at T2,Other tasks at T3,Other tasks at T4,Related\r\n"
        "'@b,\"'=HYPERLINK(\"\"https://example.org\"\",1)\",2,'+Others,,12.3457,1200,,-3.5,,,,,,,,,,,\r\n"
        "a,\"Keepers, of lights\",1,Makers,0,100,,18.25,,1,0,2,0,0,0,0,0,0,3,'@b\r\n");
  CHECK(texts_of(read_csv(occupations_csv(small_catalogue(), {})).rows.back()).front() == "Code");
}

TEST_CASE("a catalogue of ratings alone has no more columns than it knows") {
  Catalogue catalogue = us_catalogue();
  catalogue.columns.resize(1);
  catalogue.tasks = {};
  catalogue.related = {};
  const std::vector<std::size_t> rows = {row_of(catalogue, "11-1011")};
  const CsvTable table = read_csv(occupations_csv(catalogue, rows));
  CHECK(table.diagnostics.empty());
  REQUIRE(table.rows.size() == 2);
  CHECK(texts_of(table.rows[0]) ==
        std::vector<std::string>{"Code", "Title", "Group code", "Group", "Observed use (%)"});
  CHECK(texts_of(table.rows[1]) ==
        std::vector<std::string>{"11-1011", "Chief Executives", "11", "Management Occupations", "3.33"});
}

TEST_CASE("of the bundled catalogue, every row and every figure comes out again") {
  const Catalogue catalogue = us_catalogue();
  std::vector<std::size_t> rows(catalogue.size());
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = i;
  const CsvTable table = read_csv(occupations_csv(catalogue, rows));
  CHECK(table.diagnostics.empty());
  REQUIRE(table.rows.size() == catalogue.size() + 1);
  for (const std::size_t row : rows) {
    const CsvRow& fields = table.rows[row + 1];
    REQUIRE(fields.size() == table.rows[0].size());
    CHECK(fields[0].text == catalogue.codes[row]);
    for (std::size_t i = 0; i < catalogue.columns.size(); ++i) {
      const FigureColumn& column = catalogue.columns[i];
      const double unit = column.quantity == Quantity::rating ? 100 : 1;
      CHECK(fields[4 + i].text.empty() == !is_figure(column.figures[row]));
      if (is_figure(column.figures[row]))
        CHECK(std::stod(fields[4 + i].text) == doctest::Approx(column.figures[row] * unit));
    }
  }
}
