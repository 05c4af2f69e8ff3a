#include "host/renderer.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>
#include <cstddef>

#include "host/browser_glyphs.h"
#include "host/page.h"

namespace taskscope {

namespace {

enum Attribute : GLuint { position, uv, color, scale };

// The scale is a constant attribute rather than a uniform: it needs no look-up and no glue.
constexpr const char* vertex_shader = R"(#version 300 es
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 uv;
layout(location = 2) in vec4 color;
layout(location = 3) in vec2 scale;
out vec2 texel;
out vec4 tint;
void main() {
  texel = uv;
  tint = vec4(color.rgb * color.a, color.a);
  gl_Position = vec4(position * scale * vec2(1, -1) + vec2(-1, 1), 0, 1);
})";

constexpr const char* fragment_shader = R"(#version 300 es
precision mediump float;
uniform sampler2D atlas;
in vec2 texel;
in vec4 tint;
out vec4 pixel;
void main() { pixel = tint * texture(atlas, texel); })";

GLuint compile(GLenum kind, const char* source) {
  const GLuint shader = glCreateShader(kind);
  glShaderSource(shader, 1, &source, nullptr);
  glCompileShader(shader);
  return shader;
}

void use_program() {
  const GLuint program = glCreateProgram();
  glAttachShader(program, compile(GL_VERTEX_SHADER, vertex_shader));
  glAttachShader(program, compile(GL_FRAGMENT_SHADER, fragment_shader));
  glLinkProgram(program);
  glUseProgram(program);
}

float channel(Color c, int shift) { return static_cast<float>(c >> shift & 0xFF) / 255; }

const void* byte_offset(std::size_t offset) { return reinterpret_cast<const void*>(offset); }

// Attributes are pointed at a command's own first vertex, which is how 16-bit indices reach beyond 65,536 vertices.
void point_attributes(std::size_t first_vertex) {
  const std::size_t base = first_vertex * sizeof(ImDrawVert);
  constexpr GLsizei stride = sizeof(ImDrawVert);
  glVertexAttribPointer(position, 2, GL_FLOAT, GL_FALSE, stride, byte_offset(base + offsetof(ImDrawVert, pos)));
  glVertexAttribPointer(uv, 2, GL_FLOAT, GL_FALSE, stride, byte_offset(base + offsetof(ImDrawVert, uv)));
  glVertexAttribPointer(color, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride, byte_offset(base + offsetof(ImDrawVert, col)));
}

}  // namespace

void Renderer::start(WordFont& font) {
  page_use_context();
  use_program();
  glGenTextures(1, &texture_);
  glBindTexture(GL_TEXTURE_2D, texture_);
  // Words are drawn on whole pixels, one texel each.
  for (const GLenum filter : {GLenum{GL_TEXTURE_MIN_FILTER}, GLenum{GL_TEXTURE_MAG_FILTER}})
    glTexParameteri(GL_TEXTURE_2D, filter, GL_NEAREST);
  glGenBuffers(1, &vertices_);
  glGenBuffers(1, &indices_);
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
  for (const GLuint attribute : {position, uv, color}) glEnableVertexAttribArray(attribute);
  glEnable(GL_BLEND);
  glEnable(GL_SCISSOR_TEST);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  atlas_id_ = -1;
  font.forget_painted();
}

void Renderer::create_atlas_texture(WordFont& font) {
  const ImFontAtlas& atlas = *font.atlas();
  const ImTextureData& data = *atlas.TexData;
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, data.Width, data.Height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  page_reset_atlas(data.Width, data.Height, static_cast<int>(atlas.TexUvWhitePixel.x * static_cast<float>(data.Width)),
                   static_cast<int>(atlas.TexUvWhitePixel.y * static_cast<float>(data.Height)));
  atlas_id_ = data.UniqueID;
  font.forget_painted();
}

bool Renderer::update_atlas(WordFont& font) {
  ImFontAtlas& atlas = *font.atlas();
  // Dear ImGui keeps a list of textures; ours is the current one alone, whatever becomes of the others.
  for (ImTextureData* data : atlas.TexList) {
    if (data->Status == ImTextureStatus_WantDestroy) {
      data->SetTexID(ImTextureID_Invalid);
      data->SetStatus(ImTextureStatus_Destroyed);
    } else if (data->Status != ImTextureStatus_Destroyed) {
      data->SetTexID(ImTextureID{1});
      data->SetStatus(ImTextureStatus_OK);
    }
  }
  const bool is_new = atlas.TexData->UniqueID != atlas_id_;
  if (is_new) create_atlas_texture(font);
  const std::vector<GlyphToPaint> glyphs = font.take_glyphs_to_paint();
  for (const GlyphToPaint& glyph : glyphs) paint_glyph(glyph);
  if (is_new || !glyphs.empty()) page_upload_atlas();
  return is_new || !glyphs.empty();
}

void Renderer::set_up_state(Size size, float fit, Color background) {
  const auto width = static_cast<float>(size.width), height = static_cast<float>(size.height);
  const auto fitted_width = static_cast<int>(std::lround(width * fit)),
             fitted_height = static_cast<int>(std::lround(height * fit));
  glViewport(0, 0, fitted_width, fitted_height);
  glScissor(0, 0, fitted_width, fitted_height);
  glClearColor(channel(background, 0), channel(background, 8), channel(background, 16), channel(background, 24));
  glClear(GL_COLOR_BUFFER_BIT);
  glVertexAttrib4f(scale, 2 / width, 2 / height, 0, 0);
}

void Renderer::draw_command(const ImDrawCmd& command, Size size, float fit) {
  const ImVec4& clip = command.ClipRect;
  const auto fitted = [fit](float length) { return static_cast<int>(length * fit); };
  const int left = fitted(clip.x), width = fitted(clip.z) - left;
  const int bottom = fitted(static_cast<float>(size.height) - clip.w);
  const int height = fitted(static_cast<float>(size.height) - clip.y) - bottom;
  if (width <= 0 || height <= 0 || command.ElemCount == 0) return;
  glScissor(left, bottom, width, height);
  point_attributes(command.VtxOffset);
  glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_SHORT,
                 byte_offset(command.IdxOffset * sizeof(ImDrawIdx)));
}

void Renderer::draw(const ImDrawData& data, Size size, float fit, Color background) {
  static_assert(sizeof(ImDrawIdx) == 2);
  set_up_state(size, fit, background);
  for (const ImDrawList* list : data.CmdLists) {
    glBufferData(GL_ARRAY_BUFFER, list->VtxBuffer.size_in_bytes(), list->VtxBuffer.Data, GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, list->IdxBuffer.size_in_bytes(), list->IdxBuffer.Data, GL_STREAM_DRAW);
    for (const ImDrawCmd& command : list->CmdBuffer) draw_command(command, size, fit);
  }
}

}  // namespace taskscope
