#include "view/canvas.h"

#include <imgui_internal.h>

#include <utility>

namespace taskscope {

void Canvas::ContextDeleter::operator()(ImGuiContext* context) const { ImGui::DestroyContext(context); }

Canvas::Canvas(ImFontAtlas* atlas) : context_(ImGui::CreateContext(atlas)), list_(&context_->DrawListSharedData) {
  select();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
}

Canvas::~Canvas() = default;

void Canvas::select() { ImGui::SetCurrentContext(context_.get()); }

void Canvas::begin(ImVec2 size, float seconds) {
  select();
  ImGuiContext& g = *context_;
  g.IO.DisplaySize = size;
  g.IO.DeltaTime = seconds;
  g.InputEventsTrail.resize(0);
  takes_input_ = true;
  ImGui::UpdateInputEvents(g.IO.ConfigInputTrickleEventQueue);
  follow_button();
  begin_drawing(size);
}

void Canvas::begin_without_input(ImVec2 size) {
  select();
  context_->IO.DisplaySize = size;
  takes_input_ = false;
  begin_drawing(size);
}

std::optional<ImVec2> Canvas::pointer() const {
  const ImVec2 at = context_->IO.MousePos;
  return takes_input_ && ImGui::IsMousePosValid(&at) ? std::optional(at) : std::nullopt;
}

// The item under the pointer is found anew in each frame; one that is held is let go where it is no longer there.
void Canvas::follow_button() {
  hovered_ = 0;
  if (!std::exchange(held_is_there_, false)) held_ = 0;
  ImGuiIO& io = context_->IO;
  float& down_for = io.MouseDownDuration[ImGuiMouseButton_Left];
  const bool was_down = down_for >= 0;
  down_for = !io.MouseDown[ImGuiMouseButton_Left] ? -1.0f : was_down ? down_for + io.DeltaTime : 0.0f;
}

Press Canvas::press(NodeId id, bool is_under_pointer) {
  const auto is_free_for = [id](NodeId other) { return other == 0 || other == id; };
  Press press;
  press.hovered = is_under_pointer && is_free_for(hovered_) && is_free_for(held_);
  if (press.hovered) hovered_ = id;
  if (press.hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) held_ = id;
  if (held_ != id) return press;
  held_is_there_ = true;
  press.held = ImGui::IsMouseDown(ImGuiMouseButton_Left);
  press.pressed = !press.held && press.hovered;
  if (!press.held) held_ = 0;
  return press;
}

void Canvas::begin_drawing(ImVec2 size) {
  ImGuiContext& g = *context_;
  ImFontAtlas* atlas = g.IO.Fonts;
  ImDrawListSharedData& shared = g.DrawListSharedData;
  shared.FontAtlas = atlas;
  shared.ClipRectFullscreen = ImVec4(0, 0, size.x, size.y);
  shared.CurveTessellationTol = g.Style.CurveTessellationTol;
  shared.SetCircleTessellationMaxError(g.Style.CircleTessellationMaxError);
  shared.InitialFlags =
      ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill | ImDrawListFlags_AllowVtxOffset;
  ImFontAtlasUpdateDrawListsSharedData(atlas);
  list_._ResetForNewFrame();
  list_.PushTexture(atlas->TexRef);
  list_.PushClipRect(ImVec2(0, 0), size);
}

ImDrawData* Canvas::end() {
  list_.PopClipRect();
  drawing_.Clear();
  drawing_.Valid = true;
  drawing_.DisplaySize = context_->IO.DisplaySize;
  drawing_.FramebufferScale = ImVec2(1, 1);
  ImGui::AddDrawListToDrawDataEx(&drawing_, &drawing_.CmdLists, &list_);
  list_._PopUnusedDrawCmd();
  return &drawing_;
}

bool Canvas::input_waits() const { return context_->InputEventsQueue.Size > 0; }

}  // namespace taskscope
