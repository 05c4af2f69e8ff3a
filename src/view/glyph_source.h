// Where the shapes of words come from: the browser in the page, plain arithmetic in tests and in the command line.
#pragma once

#include <string_view>

namespace taskscope {

// What decides a word's shape besides its size.
struct Face {
  int family = 0;              // the source's own number for a CSS font-family list
  int weight = 400;            // as in CSS
  bool light_on_dark = false;  // rasterisers thin or thicken strokes by the ink's lightness

  bool operator==(const Face&) const = default;
};

// Distances from the baseline in pixels, both positive.
struct FontMetrics {
  float ascent = 0, descent = 0;
};

// A word's advance and its ink's box, in pixels from the pen on the baseline; all sides count outwards.
struct WordMetrics {
  float advance = 0;
  float left = 0, right = 0, ascent = 0, descent = 0;
  bool coloured = false;  // an emoji: drawn in its own colours
};

class GlyphSource {
 public:
  virtual ~GlyphSource() = default;
  // `px` is the font's size in device pixels.
  virtual FontMetrics font_metrics(const Face& face, float px) = 0;
  // `word` is UTF-8 without blanks, or a single blank.
  virtual WordMetrics measure(const Face& face, float px, std::string_view word) = 0;
};

}  // namespace taskscope
