// The page's style sheets repeat the theme's colours, for what is shown without the module: they have to agree.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "fixture.h"
#include "view/theme.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

struct Token {
  const char* name;
  Color (*of)(const Palette&);
};

const std::vector<Token> tokens = {
    {"page", [](const Palette& p) { return p.page; }},
    {"card", [](const Palette& p) { return p.card; }},
    {"line", [](const Palette& p) { return p.line; }},
    {"ink", [](const Palette& p) { return p.ink; }},
    {"muted", [](const Palette& p) { return p.muted; }},
    {"track", [](const Palette& p) { return p.track; }},
    {"hover", [](const Palette& p) { return p.hover; }},
    {"inverse", [](const Palette& p) { return p.inverse; }},
    {"automatable", [](const Palette& p) { return p.of(Band::highly_automatable); }},
    {"pressured", [](const Palette& p) { return p.of(Band::strong_pressure); }},
    {"mixed", [](const Palette& p) { return p.of(Band::mixed); }},
    {"human-led", [](const Palette& p) { return p.of(Band::human_led); }},
    {"measured", [](const Palette& p) { return p.of(EvidenceKind::measured_use); }},
    {"estimated", [](const Palette& p) { return p.of(EvidenceKind::estimated_exposure); }},
    {"potential", [](const Palette& p) { return p.potential; }},
};

// As style sheets write an opaque colour.
std::string hex(Color color) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text = "#";
  for (const int shift : {0, 8, 16}) {
    const auto channel = color >> shift & 0xFF;
    text += digits[channel >> 4];
    text += digits[channel & 0xF];
  }
  return text;
}

std::string style_sheet(const std::string& name) {
  return read_file(std::string(TASKSCOPE_SOURCE_DIR) + "/web/" + name);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the style of static pages has the theme's colours, in every theme") {
  const std::string css = style_sheet("task-scope.css");
  const auto begin = css.find("prefers-contrast: more"), end = css.find("\n}\n", begin);
  REQUIRE(end != std::string::npos);
  const std::string usual = css.substr(0, begin), strong = css.substr(begin, end - begin);
  for (const Token& token : tokens) {
    CAPTURE(token.name);
    const auto declaration = [&](bool more) {
      return "--" + std::string(token.name) + ": light-dark(" + hex(token.of(palette_of(Scheme::light, more))) + ", " +
             hex(token.of(palette_of(Scheme::dark, more))) + ");";
    };
    CHECK(has(usual, declaration(false)));
    CHECK(has(strong, declaration(true)) == (declaration(true) != declaration(false)));
  }
}

TEST_CASE("a market indicator's rating has the colours of the bands that look alike") {
  for (const bool more : {false, true}) {
    for (const Scheme scheme : {Scheme::light, Scheme::dark}) {
      const Palette& p = palette_of(scheme, more);
      CHECK(p.of(Rating::stable) == p.of(Band::human_led));
      CHECK(p.of(Rating::mixed) == p.of(Band::strong_pressure));
      CHECK(p.of(Rating::high_pressure) == p.of(Band::highly_automatable));
    }
  }
}

TEST_CASE("what is there before the module has the theme's colours") {
  const std::string css = style_sheet("shadow.css");
  for (const Token& token : tokens) {
    const std::string name = token.name;
    if (name != "page" && name != "line" && name != "ink" && name != "muted" && name != "track") continue;
    CAPTURE(name);
    CHECK(has(css, "--" + name + ": " + hex(token.of(palette_of(Scheme::light)))));
    CHECK(has(css, "--" + name + ": " + hex(token.of(palette_of(Scheme::dark)))));
  }
}
