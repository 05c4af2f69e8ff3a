#include "core/csv.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic_codes.h"

using namespace taskscope;

namespace {

using Texts = std::vector<std::vector<std::string>>;

Texts texts(std::string_view csv) {
  const CsvTable table = read_csv(csv);
  CHECK(table.diagnostics.empty());
  Texts rows;
  for (const CsvRow& row : table.rows) {
    rows.emplace_back();
    for (const CsvField& field : row) rows.back().push_back(field.text);
  }
  return rows;
}

std::string complaint(std::string_view csv) {
  const CsvTable table = read_csv(csv);
  REQUIRE(table.diagnostics.size() == 1);
  const Diagnostic& d = table.diagnostics.front();
  return d.code + " " + std::to_string(d.line) + ":" + std::to_string(d.column);
}

}  // namespace

TEST_CASE("a table is read by RFC 4180, with either line end") {
  CHECK(texts("") == Texts{});
  CHECK(texts("a") == Texts{{"a"}});
  CHECK(texts("a,b\r\n1,2\r\n") == Texts{{"a", "b"}, {"1", "2"}});
  CHECK(texts("a,b\n1,2") == Texts{{"a", "b"}, {"1", "2"}});
  CHECK(texts("a,\n,b\n") == Texts{{"a", ""}, {"", "b"}});
  CHECK(texts("a\n\nb\n") == Texts{{"a"}, {""}, {"b"}});
  CHECK(texts("\xEF\xBB\xBF"
              "a,b") == Texts{{"a", "b"}});
}

TEST_CASE("within quotation marks stands anything, quotation marks doubled") {
  CHECK(texts(R"("a,b","c""d","")") == Texts{{"a,b", "c\"d", ""}});
  CHECK(texts("\"a\nb\r\nc\",d\n") == Texts{{"a\nb\r\nc", "d"}});
  CHECK(texts("\"\"\"\"") == Texts{{"\""}});
}

TEST_CASE("blanks belong to their field") { CHECK(texts(" a , b ") == Texts{{" a ", " b "}}); }

TEST_CASE("fields know their lines and their columns in characters") {
  const CsvTable table = read_csv("簿記,b\r\n\"x\ny\",zz,w");
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0][1].column == 4);
  CHECK(table.rows[1][0].line == 2);
  CHECK(table.rows[1][1].line == 3);
  CHECK(table.rows[1][1].column == 4);
  CHECK(table.rows[1][2].column == 7);
}

TEST_CASE("what is no CSV is told with its place, once") {
  CHECK(complaint("a,b\n1,x\"y\"z") == "syntax 2:4");
  CHECK(complaint("a,\"b\" c\n") == "syntax 1:6");
  CHECK(complaint("a,\"b\n\n") == "syntax 1:3");
  CHECK(complaint("a\rb\rc") == "syntax 1:2");
  CHECK(complaint("a\n1\xFF") == "invalid_utf8 2:2");
}

TEST_CASE("reading goes on behind what is wrong") {
  const CsvTable table = read_csv("a\"b,c\n\"d\"e,f\ng,h\"\n");
  CHECK(table.diagnostics.size() == 3);
  REQUIRE(table.rows.size() == 3);
  for (const CsvRow& row : table.rows) CHECK(row.size() == 2);
  CHECK(table.rows[1][1].text == "f");
}
