// The page's style sheets repeat the theme's colours, for what is shown without the module: they have to agree.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "fixture.h"
#include "view/theme.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

Color color_of(const ColorToken& token, Scheme scheme, bool more_contrast = false) {
  Palette palette = palette_of(scheme, more_contrast);
  return token.of(palette);
}

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

// How the declaration of a token that pages may set begins.
std::string declaration_of(std::string_view token) {
  std::string text = "--";
  text.append(token).append(": var(--task-scope-").append(token).append(", ");
  return text;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the style of static pages has the theme's colours, in every theme") {
  const std::string css = style_sheet("task-scope.css");
  const auto begin = css.find("prefers-contrast: more"), end = css.find("\n}\n", begin);
  REQUIRE(end != std::string::npos);
  const std::string usual = css.substr(0, begin), strong = css.substr(begin, end - begin);
  for (const ColorToken& token : color_tokens) {
    CAPTURE(token.name);
    const auto declaration = [&](bool more) {
      return declaration_of(token.name) + "light-dark(" + hex(color_of(token, Scheme::light, more)) + ", " +
             hex(color_of(token, Scheme::dark, more)) + "));";
    };
    CHECK(has(usual, declaration(false)));
    CHECK(has(strong, declaration(true)) == (declaration(true) != declaration(false)));
  }
}

TEST_CASE("what is there before the module has the theme's colours") {
  const std::string css = style_sheet("shadow.css");
  for (const ColorToken& token : color_tokens) {
    const std::string name(token.name);
    if (name != "page" && name != "line" && name != "ink" && name != "muted" && name != "track") continue;
    CAPTURE(name);
    for (const Scheme scheme : {Scheme::light, Scheme::dark})
      CHECK(has(css, declaration_of(name) + hex(color_of(token, scheme)) + ")"));
  }
}

TEST_CASE("the style of static pages has the theme's lengths, in em of 16 pixels") {
  const std::string css = style_sheet("task-scope.css");
  for (const LengthToken& token : length_tokens) {
    const std::string name(token.name);
    CAPTURE(name);
    const auto at = css.find(declaration_of(name));
    REQUIRE(at != std::string::npos);
    CHECK(std::stof(css.substr(css.rfind(", ", css.find("em);", at)) + 2)) * 16 ==
          doctest::Approx(Spacing{}.*token.length));
  }
}

TEST_CASE("whatever a page may set is watched") {
  const std::string css = style_sheet("shadow.css");
  const auto is_watched = [&](std::string_view name) {
    return has(css, " var(--task-scope-" + std::string(name) + ",)");
  };
  for (const ColorToken& token : color_tokens) CHECK(is_watched(token.name));
  for (const LengthToken& token : length_tokens) CHECK(is_watched(token.name));
}
