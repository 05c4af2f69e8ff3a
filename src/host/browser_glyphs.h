// Words as the browser shapes them: measured and painted by a 2D canvas of the page.
#pragma once

#include "view/glyph_source.h"
#include "view/word_font.h"

namespace taskscope {

class BrowserGlyphs : public GlyphSource {
 public:
  FontMetrics font_metrics(const Face& face, float px) override;
  WordMetrics measure(const Face& face, float px, std::string_view word) override;
};

// Paints words into the page's copy of the atlas. Uploading them is the renderer's business.
void paint_glyph(const GlyphToPaint& glyph);

}  // namespace taskscope
