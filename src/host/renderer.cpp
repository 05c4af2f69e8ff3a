#include "host/renderer.h"

#include <imgui.h>
#include <imgui_internal.h>

#include "host/browser_glyphs.h"
#include "host/page.h"
#include "view/ui.h"

namespace taskscope {

namespace {

void draw_command(const ImDrawCmd& command, Renderer::Size size, float fit) {
  const ImVec4& clip = command.ClipRect;
  const auto fitted = [fit](float length) { return static_cast<int>(length * fit); };
  const int left = fitted(clip.x), width = fitted(clip.z) - left;
  const int bottom = fitted(static_cast<float>(size.height) - clip.w);
  const int height = fitted(static_cast<float>(size.height) - clip.y) - bottom;
  if (width <= 0 || height <= 0) return;
  if (command.UserCallback == draws_discs) {
    const auto& batch = *static_cast<const DiscBatch*>(command.UserCallbackData);
    page_draw_discs(left, bottom, width, height, batch.discs().data(),
                    static_cast<int>(batch.discs().size() * sizeof(Disc)), static_cast<int>(batch.version()),
                    batch.placement.direction, batch.placement.x, batch.placement.y);
    return;
  }
  if (command.ElemCount == 0) return;
  page_draw_triangles(left, bottom, width, height, static_cast<int>(command.VtxOffset),
                      static_cast<int>(command.IdxOffset), static_cast<int>(command.ElemCount));
}

}  // namespace

void Renderer::start(WordFont& font) {
  atlas_id_ = -1;
  font.forget_painted();
}

void Renderer::reset_atlas(WordFont& font) {
  const ImFontAtlas& atlas = *font.atlas();
  const ImTextureData& data = *atlas.TexData;
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
  if (is_new) reset_atlas(font);
  const std::vector<GlyphToPaint> glyphs = font.take_glyphs_to_paint();
  for (const GlyphToPaint& glyph : glyphs) paint_glyph(glyph);
  if (is_new || !glyphs.empty()) page_upload_atlas();
  return is_new || !glyphs.empty();
}

void Renderer::draw(const ImDrawData& data, Size size, float fit, Color background) {
  // The page knows this layout (web/renderer.js).
  static_assert(sizeof(ImDrawIdx) == 2 && sizeof(ImDrawVert) == 20 && offsetof(ImDrawVert, uv) == 8 &&
                offsetof(ImDrawVert, col) == 16);
  page_begin_picture(size.width, size.height, fit, background);
  for (const ImDrawList* list : data.CmdLists) {
    page_set_geometry(list->VtxBuffer.Data, list->VtxBuffer.size_in_bytes(), list->IdxBuffer.Data,
                      list->IdxBuffer.size_in_bytes());
    for (const ImDrawCmd& command : list->CmdBuffer) draw_command(command, size, fit);
  }
}

}  // namespace taskscope
