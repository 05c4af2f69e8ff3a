#include "core/json_tree.h"

#include <doctest/doctest.h>

#include <string>

#include "core/decode.h"
#include "core/diagnostic_codes.h"

using namespace taskscope;

namespace {

// The document as one line: every value's pointer, kind and offset.
std::string outline(std::string_view text) {
  static constexpr const char* kinds[] = {"null", "bool", "number", "text", "list", "object"};
  const JsonDocument document = read_json(text);
  REQUIRE_FALSE(document.problem);
  std::string lines;
  for (NodeId id = 0; id < document.tree.size(); ++id) {
    const JsonNode& node = document.tree.node(id);
    lines += document.tree.pointer(node) + " " + kinds[static_cast<int>(node.kind)] + " " +
             std::to_string(node.offset) + "; ";
  }
  return lines;
}

}  // namespace

TEST_CASE("every value knows where it stands") {
  CHECK(outline("12") == " number 0; ");
  CHECK(outline("  null  ") == " null 2; ");
  CHECK(outline(R"({"a":1,"b":[true,"x"],"c":{}})") ==
        " object 0; /a number 5; /b list 11; /b/0 bool 12; /b/1 text 17; /c object 26; ");
  CHECK(outline("{ \"a\" :\t-1.5e2 ,\n\"b\": \"y\\n\\u00e9\" , \"c\":[ [ ] , 1 , 2 ] }") ==
        " object 0; /a number 8; /b text 22; /c list 40; /c/0 list 42; /c/1 number 48; /c/2 number 52; ");
}

TEST_CASE("a field's name knows where it stands") {
  const JsonDocument document = read_json(R"({ "a": 1, "b" : [2] })");
  const JsonNode* b = document.tree.field(document.tree.root(), "b");
  REQUIRE(b != nullptr);
  CHECK(b->key_offset == 10);
  CHECK(b->offset == 16);
  CHECK(document.tree.first_child(*b)->key_offset == 17);
}

TEST_CASE("a name that is there more than once means its last field") {
  const JsonDocument document = read_json(R"({"a":1,"a":2,"A":3})");
  CHECK(document.tree.field(document.tree.root(), "a")->number == 2);
  CHECK(document.tree.field(document.tree.root(), "b") == nullptr);
}

TEST_CASE("pointers escape what RFC 6901 says") {
  CHECK(outline(R"({"a/b":{"~":[0]}})") == " object 0; /a~1b object 7; /a~1b/~0 list 12; /a~1b/~0/0 number 13; ");
}

TEST_CASE("escapes are resolved and numbers are read") {
  const JsonDocument document =
      read_json(R"(["\u00e9\ud83c\udfdb\"", 18446744073709551615, -9223372036854775808, 1e-3])");
  const JsonNode* item = document.tree.first_child(document.tree.root());
  CHECK(item->text == "é🏛\"");
  item = document.tree.next(*item);
  CHECK(item->number == 18446744073709551615.0);
  item = document.tree.next(*item);
  CHECK(item->number == -9223372036854775808.0);
  item = document.tree.next(*item);
  CHECK(item->number == 0.001);
  CHECK(document.tree.next(*item) == nullptr);
}

TEST_CASE("a number is quoted as it was written") {
  const std::string_view text = R"([1.50, -2E+3])";
  const JsonDocument document = read_json(text);
  CHECK(number_literal(text, document.tree.node(1)) == "1.50");
  CHECK(number_literal(text, document.tree.node(2)) == "-2E+3");
  const std::string many_digits(100, '1');
  CHECK(number_literal(many_digits, read_json(many_digits).tree.root()).size() == 40);
}

TEST_CASE("an object is quoted as it was written, whatever its texts hold") {
  const std::string_view text = R"({"a":[1], "b": {"t": "}\"{\\", "u": [{}]} , "c": 2})";
  const JsonDocument document = read_json(text);
  const JsonNode& root = document.tree.root();
  CHECK(json_text(text, root) == text);
  CHECK(json_text(text, *document.tree.field(root, "a")) == "[1]");
  CHECK(json_text(text, *document.tree.field(root, "b")) == R"({"t": "}\"{\\", "u": [{}]})");
}

TEST_CASE("nesting has a limit") {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  CHECK_FALSE(read_json(nested(limits::nesting)).problem);
  const JsonDocument document = read_json(nested(limits::nesting + 1));
  REQUIRE(document.problem);
  CHECK(document.problem->code == std::string(codes::nesting_too_deep));
  CHECK(document.problem->offset == limits::nesting);
  CHECK(read_json(nested(1'000'000)).problem->offset == limits::nesting);
}

TEST_CASE("a null character does not end the text") {
  const JsonDocument document = read_json(std::string_view("{}\0{}", 5));
  REQUIRE(document.problem);
  CHECK(document.problem->offset == 2);
}
