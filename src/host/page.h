// What the module asks of the page: imports.js forwards each call to the object that the loader passed as `page`
// (web/page.js). Faces are told by the page's number for a font-family list, a CSS weight, and whether ink is light.
#pragma once

extern "C" {

// Writes ascent and descent, in pixels, to out[0] and out[1].
void page_font_metrics(int family, int weight, bool light_ink, float px, float* out);

// Writes advance, left, right, ascent, descent, and 1 for an emoji, to out[0] to out[5].
void page_measure(int family, int weight, bool light_ink, float px, const char* text, int bytes, float* out);

// Starts the page's copy of the atlas anew, transparent, with a white square of two pixels at (white_x, white_y).
void page_reset_atlas(int width, int height, int white_x, int white_y);

// Paints a word into its rectangle of the page's copy of the atlas, white or in its own colours, the pen starting at
// (pen_x, pen_y) from the rectangle's corner.
void page_paint(int family, int weight, bool light_ink, float px, const char* text, int bytes, bool coloured,
                float pen_x, float pen_y, int x, int y, int width, int height);

// Uploads what was painted since the last call into the bound texture.
void page_upload_atlas();

// Makes the page's WebGL2 context the one that OpenGL calls go to.
void page_use_context();
}
