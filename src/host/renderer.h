// Gives the page Dear ImGui's draw data, to be drawn with WebGL2 into its one context (web/renderer.js). The atlas is
// the page's own: textures take only what changed, and nothing is read back.
#pragma once

#include "view/theme.h"
#include "view/word_font.h"

struct ImDrawCmd;
struct ImDrawData;

namespace taskscope {

class Renderer {
 public:
  // The page has a context that is new, or that came back after it was lost: nothing of an earlier one is left.
  void start(WordFont& font);
  // Brings the page's atlas up to date. Returns whether any word was painted.
  bool update_atlas(WordFont& font);
  struct Size {
    int width, height;
  };
  // Draws a picture of `size` onto the context's canvas, which is `fit` times as large.
  static void draw(const ImDrawData& data, Size size, float fit, Color background);

 private:
  void reset_atlas(WordFont& font);

  int atlas_id_ = -1;  // Dear ImGui's number of the texture that the page's atlas stands for
};

}  // namespace taskscope
