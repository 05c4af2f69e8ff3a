// Dear ImGui without its windows: its input, its draw list and its atlas for one surface, and what is pressed on that.
// Windows bring navigation, keys, wheels, shortcuts, tooltips and settings along, in each frame and in each download,
// and a page has those already.
#pragma once

#include <imgui.h>

#include <memory>
#include <optional>

#include "view/semantics.h"

namespace taskscope {

struct Press {
  bool hovered = false;
  bool held = false;
  bool pressed = false;
};

class Canvas {
 public:
  // `atlas` outlives the canvas.
  explicit Canvas(ImFontAtlas* atlas);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  // Makes the context the current one, for its input and for what is drawn until `end`.
  void select();
  // Begins a frame of this size that comes `seconds` after the last one, and takes in as much of the input as one frame
  // can tell apart.
  void begin(ImVec2 size, float seconds);
  // Begins one that no input counts in: it waits for the next.
  void begin_without_input(ImVec2 size);
  ImDrawList& list() { return list_; }
  // Where the pointer is, if it is anywhere.
  std::optional<ImVec2> pointer() const;
  // What the pointer does in this frame to an item that it is over, or not. Of items above each other the first one
  // counts that is asked about; one that is held keeps the pointer from the others.
  Press press(NodeId id, bool is_under_pointer);
  // What was drawn, until the next frame begins.
  ImDrawData* end();

  // Whether there is input for another frame.
  bool input_waits() const;

 private:
  struct ContextDeleter {
    void operator()(ImGuiContext* context) const;
  };

  void follow_button();
  void begin_drawing(ImVec2 size);

  std::unique_ptr<ImGuiContext, ContextDeleter> context_;
  ImDrawList list_;
  ImDrawData drawing_;
  NodeId hovered_ = 0;  // in this frame
  NodeId held_ = 0;
  bool held_is_there_ = false;  // was asked about in this frame
  bool takes_input_ = true;
};

}  // namespace taskscope
