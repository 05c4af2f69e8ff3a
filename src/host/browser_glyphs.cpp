#include "host/browser_glyphs.h"

#include "host/page.h"

namespace taskscope {

FontMetrics BrowserGlyphs::font_metrics(const Face& face, float px) {
  float out[2] = {};
  page_font_metrics(face.family, face.weight, px, out);
  return {out[0], out[1]};
}

WordMetrics BrowserGlyphs::measure(const Face& face, float px, std::string_view word) {
  float out[6] = {};
  page_measure(face.family, face.weight, px, word.data(), static_cast<int>(word.size()), out);
  return {out[0], out[1], out[2], out[3], out[4], out[5] != 0};
}

void paint_glyph(const GlyphToPaint& glyph) {
  page_paint(glyph.face.family, glyph.face.weight, glyph.face.light_on_dark, glyph.px, glyph.word.data(),
             static_cast<int>(glyph.word.size()), glyph.coloured, glyph.pen_x, glyph.pen_y, glyph.x, glyph.y,
             glyph.width, glyph.height);
}

}  // namespace taskscope
