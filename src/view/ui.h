// One frame's canvas: paints rectangles and text into Dear ImGui's draw list, asks the canvas about the pointer, and
// records what is painted. All coordinates are the widget's own; what lies outside the visible slice is recorded but
// not painted. Panels are laid out from left to right whatever the language; for one that is written from right to
// left, all that is painted, pressed and recorded here is mirrored, text by its place alone.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "view/canvas.h"
#include "view/discs.h"
#include "view/geometry.h"
#include "view/semantics.h"
#include "view/text.h"
#include "view/theme.h"
#include "view/ui_state.h"
#include "words/message.h"

namespace taskscope {

// What the page does to a node without a pointer: presses it, or enters something into it: a text, a number, a gesture,
// or, behind the mark, the name of a key, or what the reader left a field for numbers with.
inline constexpr char key_mark = '\x01';
struct Command {
  NodeId node = 0;  // 0 for none
  std::optional<std::string> entry{};
};

// Cards lie under their content, and tips over everything.
enum class Layer { card, content, tip };

// Stands in the draw list for a DiscBatch, its user data: the renderer draws that.
void draws_discs(const ImDrawList* list, const ImDrawCmd* command);

class Ui {
 public:
  // On a canvas whose frame has begun. `slice` is the part of the widget to draw, as wide as the widget, `screen` what
  // the window shows of it; `command` is what the page does without a pointer; `record` may be null.
  Ui(Canvas& canvas, const Theme& theme, const Language& language, TextShaper& text, Transitions& transitions,
     const Rect& slice, const Rect& screen, const Command& command, Semantics* record);

  bool is_recording() const { return record_ != nullptr; }
  // Rows of long lists are recorded within the slice only.
  void set_records_slice_only(bool slice_only) { records_slice_only_ = slice_only; }
  bool records_slice_only() const { return records_slice_only_; }

  const Theme& theme() const { return theme_; }
  const Language& language() const { return language_; }
  // What the profile's own texts are in, where that is another language than the dashboard's; else empty.
  std::string_view profile_language() const { return profile_language_; }
  void set_profile_language(std::string_view tag);
  // A pattern of the language with its places filled.
  std::string say(std::string_view pattern, std::initializer_list<Argument> arguments) const {
    return filled(language_, pattern, arguments);
  }
  const Palette& colors() const { return theme_.colors; }
  float px(float css_px) const { return theme_.px(css_px); }
  TextShaper& text() { return text_; }

  // Whether any of `box` lies within the slice.
  bool is_visible(const Rect& box) const { return box.intersects(slice_); }
  // Whether any of `box`, a row of a list, is to be drawn or recorded; what is not need not be laid out in detail.
  bool is_wanted(const Rect& box) const { return (record_ && !records_slice_only_) || is_visible(box); }

  // Painting.
  void set_layer(Layer layer) { layers_.SetCurrentChannel(&list_, static_cast<int>(layer)); }
  void fill(const Rect& box, Color color, float radius = 0, ImDrawFlags corners = ImDrawFlags_RoundCornersAll);
  void outline(const Rect& box, Color color, float radius);
  void horizontal_line(float x, float y, float width, Color color);
  void dashed_vertical_line(float x, float top, float bottom, Color color);
  void disc(float center_x, float center_y, float radius, Color color);
  // All of a batch, which stays as it is until the picture is drawn; they reach into `area`.
  void discs(DiscBatch& batch, const Rect& area);
  // A triangle that points right, turned towards down by `turn`, 0 to 1.
  void chevron(const Rect& box, float turn, Color color);
  void check_mark(const Rect& box, Color color);
  // From the box's top left corner to its bottom right one; a negative width or height is one to the other side.
  void diagonal(const Rect& box, float width, Color color);
  // With the block's top left corner at (x, y), or where things are mirrored its top right one.
  void words(const TextBlock& block, float x, float y, std::span<const Color> run_colors);
  void words(const TextBlock& block, float x, float y, Color color) { words(block, x, y, {&color, 1}); }
  // Where a part of such a block is, told as `part` from the block's left edge and top, as it is read on the screen.
  Rect part_of(const TextBlock& block, float x, float y, const Rect& part) const;
  void push_clip(const Rect& box);
  void pop_clip() { list_.PopClipRect(); }

  // The pointer.
  Press press_area(NodeId id, const Rect& box);
  bool pointer_over(const Rect& box) const;
  // Where the pointer is, if anywhere.
  std::optional<Point> pointer() const;
  // Whether its button went down in this frame.
  bool pointer_goes_down() const { return ImGui::IsMouseClicked(ImGuiMouseButton_Left); }
  const Rect& screen() const { return screen_; }
  // Whether the node was pressed without a pointer.
  bool has_activation() const { return command_.node != 0; }
  bool is_activated(NodeId id) const { return command_.node != 0 && id == command_.node && !command_.entry; }
  // What the reader has just entered into the control.
  std::optional<std::string_view> entered(NodeId id) const {
    return id == command_.node && command_.entry ? std::optional<std::string_view>(*command_.entry) : std::nullopt;
  }
  // Shows `text` beside the pointer while it is over `box`.
  void tip(const Rect& box, std::string text);
  bool shows_hand() const { return shows_hand_; }

  float transition(NodeId id, bool on) { return transitions_.toward(id, on); }

  // The record. A key names a node within the innermost open scope.
  NodeId id(std::string_view key) const { return child_id(scopes_.back(), key); }
  void begin(std::string_view key, const NodeSpec& spec);
  void end();
  void record(std::string_view key, const NodeSpec& spec);
  // Records words that are not drawn, where the thing stands that they are about.
  void note(std::string_view key, std::string_view text, const Rect& about);
  // Records `text` with its lines where `block` is painted at (x, y).
  void record_text(std::string_view key, const NodeSpec& spec, const TextBlock& block, float x, float y);

  // Ends the frame: paints the tip and merges the layers.
  void finish();

 private:
  bool is_mirrored() const { return language_.is_right_to_left; }
  float mirrored(float x) const { return is_mirrored() ? slice_.width - x : x; }
  // Where a rectangle stands on the screen.
  Rect placed(const Rect& box) const {
    return {is_mirrored() ? slice_.width - box.right() : box.x, box.y, box.width, box.height};
  }
  ImVec2 point(float x, float y) const { return {mirrored(x) - slice_.x, y - slice_.y}; }
  ImRect area(const Rect& box) const;
  NodeSpec placed(const NodeSpec& spec) const;
  void paint_tip();

  Canvas& canvas_;
  const Theme& theme_;
  const Language& language_;
  TextShaper& text_;
  Transitions& transitions_;
  const Rect slice_;
  const Rect screen_;
  const Command& command_;
  Semantics* record_;
  bool records_slice_only_ = false;
  std::string_view profile_language_{};
  ImDrawList& list_;
  ImDrawListSplitter layers_;
  std::vector<NodeId> scopes_ = {0};
  std::string tip_;
  bool shows_hand_ = false;
};

// A scope that closes by itself.
class Scope {
 public:
  Scope(Ui& ui, std::string_view key, const NodeSpec& spec) : ui_(ui) { ui.begin(key, spec); }
  ~Scope() { ui_.end(); }
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;

 private:
  Ui& ui_;
};

}  // namespace taskscope
