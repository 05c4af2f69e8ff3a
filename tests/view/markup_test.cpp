// The record as HTML elements: the names that assistive technology goes by.
#include "view/markup.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "fixture.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

Node node_of(const NodeSpec& spec) { return {1, 0, spec}; }

}  // namespace

TEST_CASE("headings begin below the page's own and end at the deepest there is") {
  CHECK(tag_of(node_of({.role = Role::heading, .level = 1})) == "h2");
  CHECK(tag_of(node_of({.role = Role::heading, .level = 3})) == "h4");
  CHECK(tag_of(node_of({.role = Role::heading, .level = 9})) == "h6");
}

TEST_CASE("tables keep their roles whatever their style, and long ones say how long") {
  CHECK(attribute(node_of({.role = Role::table}), "role") == "table");
  CHECK(attribute(node_of({.role = Role::table}), "aria-rowcount") == absent);
  CHECK(attribute(node_of({.role = Role::table, .rows = 7}), "aria-rowcount") == "7");
  CHECK(attribute(node_of({.role = Role::row, .rows = 3}), "aria-rowindex") == "3");
  CHECK(tag_of(node_of({.role = Role::column_header})) == "th");
}

TEST_CASE("a bar is for the eyes, as its value is said beside it") {
  const Node bar = node_of({.role = Role::meter, .text = "adoption", .value = 12.5});
  CHECK(tag_of(bar) == "meter");
  CHECK(attribute(bar, "value") == "12.5");
  CHECK(attribute(bar, "max") == "100");
  CHECK(attribute(bar, "aria-hidden") == "true");
}

TEST_CASE("a field that would do nothing takes nothing") {
  CHECK(attribute(node_of({.role = Role::number_field, .disabled = true}), "readonly").empty());
  CHECK(attribute(node_of({.role = Role::number_field}), "readonly") == absent);
  CHECK(attribute(node_of({.role = Role::button, .disabled = true}), "readonly") == absent);
}

TEST_CASE("buttons tell whether they are open, and links go out without telling from where") {
  CHECK(attribute(node_of({.role = Role::button, .expanded = false}), "aria-expanded") == "false");
  CHECK(attribute(node_of({.role = Role::button}), "aria-expanded") == absent);
  const Node link = node_of({.role = Role::link, .href = "https://example.org/"});
  CHECK(attribute(link, "href") == "https://example.org/");
  CHECK(attribute(link, "rel") == "noopener noreferrer nofollow");
}

TEST_CASE("whatever stands in an attribute's value is all of it, and no other attribute") {
  for (const std::string value : {"", " ", "a b", "a onclick=alert(1)", "\"quoted\" 'twice' ", "x=y=z", "<b>&amp;",
                                  "\t\n\r\x01\x1D\x1E\x1F", "ü 任 🗂"}) {
    CAPTURE(value);
    const std::array attributes = {Attribute{"role", "option"}, Attribute{"value", value}, Attribute{"id", "n1"}};
    const Node node = node_of({.role = Role::option, .part = "p", .attributes = attributes});
    std::vector<std::pair<std::string, std::string>> told;
    for_each_attribute(node, [&](std::string_view name, std::string_view text) { told.emplace_back(name, text); });
    const std::vector<std::pair<std::string, std::string>> expected = {
        {"class", "p"}, {"role", "option"}, {"value", value}, {"id", "n1"}};
    CHECK(told == expected);
  }
}

TEST_CASE("every text of the record is told once: by an element's content or by its name") {
  Fixture f;
  f.settle();
  std::string content;
  for (const Node& node : f.record.nodes()) {
    const bool is_named = attribute(node, "aria-label") != absent;
    if (is_named) CHECK(text_content(node).empty());
    content += std::string(text_content(node)) + "\n";
  }
  for (const Task& task : first_profile().tasks) {
    const auto first = content.find(task.name + "\n");
    CHECK(first != std::string::npos);
    CHECK(content.find(task.name + "\n", first + 1) == std::string::npos);
    CHECK(content.find(task.reason + "\n") != std::string::npos);
  }
}
