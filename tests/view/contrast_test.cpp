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

TEST_CASE("texts, bars and lines meet WCAG contrast in every theme") {
  for (const Scheme scheme : {Scheme::light, Scheme::dark}) {
    for (const bool more : {false, true}) {
      const Palette& p = palette_of(scheme, more);
      const double text_least = more ? 7 : 4.5, bar_least = more ? 4.5 : 3;
      CAPTURE(static_cast<int>(scheme));
      CAPTURE(more);
      for (const Color ground : {p.page, p.card, p.hover}) {
        for (const Color text : {p.ink, p.muted}) CHECK(contrast(text, ground) >= text_least);
        for (const Color text : p.band) CHECK(contrast(text, ground) >= text_least);
        for (const Color text : p.kind) CHECK(contrast(text, ground) >= text_least);
      }
      CHECK(contrast(p.inverse, p.ink) >= text_least);
      for (const Color bar : p.band) CHECK(contrast(bar, p.track) >= bar_least);
      for (const Color bar : p.kind) CHECK(contrast(bar, p.track) >= bar_least);
      CHECK(contrast(p.potential, p.track) >= bar_least);
      // The gauge's parts are told apart by the joint between them, which has the card's colour.
      for (const Color part : {p.potential, p.of(EvidenceKind::measured_use)}) CHECK(contrast(part, p.card) >= 3);
      if (more) {
        for (const Color ground : {p.page, p.card}) CHECK(contrast(p.line, ground) >= 3);
      }
    }
  }
}
