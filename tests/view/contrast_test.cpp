// WCAG 2.2: text stands out at 4.5:1 from what it lies on, and parts of graphics at 3:1.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "view/theme.h"

using namespace taskscope;

namespace {

// Relative luminance as WCAG defines it.
double luminance(Color color) {
  const auto channel = [&](int shift) {
    const double c = (color >> shift & 0xFF) / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(0) + 0.7152 * channel(8) + 0.0722 * channel(16);
}

double contrast(Color a, Color b) {
  const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
  return (lighter + 0.05) / (darker + 0.05);
}

}  // namespace

TEST_CASE("text and bars meet WCAG contrast in both schemes") {
  for (const Scheme scheme : {Scheme::light, Scheme::dark}) {
    const Palette& p = palette_of(scheme);
    CAPTURE(static_cast<int>(scheme));
    for (const Color ground : {p.page, p.card, p.hover}) {
      for (const Color text : {p.ink, p.muted}) CHECK(contrast(text, ground) >= 4.5);
      for (const Color text : p.rating) CHECK(contrast(text, ground) >= 4.5);
      for (const Color text : p.band) CHECK(contrast(text, ground) >= 4.5);
      for (const Color text : p.kind) CHECK(contrast(text, ground) >= 4.5);
    }
    CHECK(contrast(p.inverse, p.ink) >= 4.5);
    for (const Color bar : p.band) CHECK(contrast(bar, p.track) >= 3);
    for (const Color bar : p.rating) CHECK(contrast(bar, p.track) >= 3);
    for (const Color bar : p.kind) CHECK(contrast(bar, p.track) >= 3);
  }
}
