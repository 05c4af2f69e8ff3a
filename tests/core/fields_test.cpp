// Reading an object's fields, however many there are.
#include "core/fields.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/text.h"

using namespace taskscope;

namespace {

const std::vector<std::string>& many_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all(100);
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = "field" + std::to_string(i);
    return all;
  }();
  return names;
}

double sum_of_many(Fields& fields) {
  double sum = 0;
  for (const std::string& name : many_names()) sum += fields.number(name, Need::required).value_or(0);
  return sum;
}

}  // namespace

TEST_CASE("an object may have any number of fields") {
  std::string json = "{";
  for (const std::string& name : many_names()) json += concat({"\"", name, "\":1,"});
  json += R"("field99":2,"field1OO":3})";
  const JsonDocument document = read_json(json);
  REQUIRE_FALSE(document.problem);
  Report report;
  CHECK(Fields::decode_object({json, document.tree, report}, document.tree.root(), "Much", sum_of_many) == 101);
  const std::vector<Diagnostic> diagnostics = std::move(report).finish(json);
  REQUIRE(diagnostics.size() == 2);
  CHECK(diagnostics[0].message == "“field99” is here more than once; the last one counts. Take the others out.");
  CHECK(diagnostics[1].message.starts_with("Much has no field “field1OO”"));
}
