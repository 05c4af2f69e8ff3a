// Draws Dear ImGui's draw data with WebGL2, into the page's one context. Nothing is ever read back from the GPU,
// textures take only what changed, and all colours are premultiplied, since the browser paints glyphs that way.
#pragma once

#include <GLES3/gl3.h>

#include "view/theme.h"
#include "view/word_font.h"

struct ImDrawCmd;
struct ImDrawData;

namespace taskscope {

class Renderer {
 public:
  // Sets up a context that is new, or that came back after it was lost: nothing of an earlier one is left.
  void start(WordFont& font);
  // Brings the atlas texture up to date. Returns whether any word was painted.
  bool update_atlas(WordFont& font);
  struct Size {
    int width, height;
  };
  // Draws a picture of `size` onto the context's canvas, which is `fit` times as large.
  void draw(const ImDrawData& data, Size size, float fit, Color background);

 private:
  void create_atlas_texture(WordFont& font);
  void set_up_state(Size size, float fit, Color background);
  void draw_command(const ImDrawCmd& command, Size size, float fit);

  GLuint texture_ = 0;
  GLuint vertices_ = 0, indices_ = 0;
  int atlas_id_ = -1;  // Dear ImGui's number of the texture that `texture_` stands for
};

}  // namespace taskscope
