// Text measured by plain arithmetic, for programs without a browser: tests, and the command line, which is after what
// is recorded and not after where it lies.
#pragma once

#include <string_view>

#include "view/glyph_source.h"
#include "view/line_break.h"

namespace taskscope {

// Every character is 0.55 em wide, as in a middling sans serif.
class PlainGlyphs : public GlyphSource {
 public:
  static constexpr float character_width = 0.55f;

  FontMetrics font_metrics(const Face&, float px) override { return {0.95f * px, 0.25f * px}; }
  WordMetrics measure(const Face&, float px, std::string_view word) override {
    const float advance = character_width * px * static_cast<float>(character_ends(word).size());
    const bool blank = word == " ";
    return {.advance = advance, .left = 0, .right = blank ? 0 : advance, .ascent = 0.8f * px, .descent = 0.2f * px};
  }
};

}  // namespace taskscope
