// What the module asks of the page, which gives these functions when it instantiates the module (web/module.js).
// Families are told by the page's number for a font-family list, weights as in CSS.
#pragma once

// A function of the page, under its name there.
#define PAGE_FUNCTION(name) extern "C" __attribute__((import_module("page"), import_name(name)))

// Writes ascent and descent, in pixels, to out[0] and out[1].
PAGE_FUNCTION("fontMetrics") void page_font_metrics(int family, int weight, float px, float* out);

// Writes advance, left, right, ascent, descent, and 1 for an emoji, to out[0] to out[5].
PAGE_FUNCTION("measure")
void page_measure(int family, int weight, float px, const char* text, int bytes, float* out);

// Starts the atlas anew, transparent, with a white square of two pixels at (white_x, white_y).
PAGE_FUNCTION("resetAtlas") void page_reset_atlas(int width, int height, int white_x, int white_y);

// Paints a word into its rectangle of the atlas, in its own colours or white, with the weight that strokes have in
// light or dark ink; the pen starts at (pen_x, pen_y) from the rectangle's corner.
PAGE_FUNCTION("paint")
void page_paint(int family, int weight, bool light_ink, float px, const char* text, int bytes, bool coloured,
                float pen_x, float pen_y, int x, int y, int width, int height);

// Gives the GPU what was painted since the last call.
PAGE_FUNCTION("uploadAtlas") void page_upload_atlas();

// Begins a picture that is laid out for `width` by `height` pixels and drawn `fit` times as large, on a ground of
// `background` (a Color).
PAGE_FUNCTION("beginPicture") void page_begin_picture(int width, int height, float fit, unsigned background);

// The vertices (Dear ImGui's: position, texture coordinates, colour) and 16-bit indices that triangles are made of
// until the next call.
PAGE_FUNCTION("setGeometry")
void page_set_geometry(const void* vertices, int vertex_bytes, const void* indices, int index_bytes);

// Draws triangles of `count` indices from `first_index`, which count from `first_vertex`, within a rectangle of the
// picture whose origin is its bottom left corner.
PAGE_FUNCTION("drawTriangles")
void page_draw_triangles(int left, int bottom, int width, int height, int first_vertex, int first_index, int count);

// Draws discs (view/discs.h) within such a rectangle. They are those of the last call that had the same version.
PAGE_FUNCTION("drawDiscs")
void page_draw_discs(int left, int bottom, int width, int height, const void* discs, int bytes, int version,
                     float direction, float x, float y);
