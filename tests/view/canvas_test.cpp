// What is pressed on a canvas.
#include "view/canvas.h"

#include <doctest/doctest.h>

#include "fixture.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

constexpr NodeId first = 1, second = 2;

struct Surface {
  PlainGlyphs glyphs;
  WordFont font{glyphs};
  Canvas canvas{font.atlas()};

  void button(bool down) {
    canvas.select();
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, down);
  }
  void begin() {
    font.new_frame();
    canvas.begin(ImVec2(100, 100), 0.01f);
  }
  // A frame that asks about one item.
  Press frame(NodeId id, bool is_under_pointer) {
    begin();
    const Press press = canvas.press(id, is_under_pointer);
    canvas.end();
    return press;
  }
};

}  // namespace

TEST_CASE("an item is pressed where the button goes down and up over it") {
  Surface s;
  CHECK(s.frame(first, true).hovered);
  s.button(true);
  const Press down = s.frame(first, true);
  CHECK((down.held && !down.pressed));
  CHECK(s.frame(first, true).held);
  s.button(false);
  const Press up = s.frame(first, true);
  CHECK((up.pressed && !up.held));
  CHECK_FALSE(s.frame(first, true).pressed);
}

TEST_CASE("a button that goes down or up elsewhere presses nothing") {
  Surface s;
  s.button(true);
  CHECK_FALSE(s.frame(first, false).held);
  CHECK_FALSE(s.frame(first, true).held);  // dragged onto it
  s.button(false);
  CHECK_FALSE(s.frame(first, true).pressed);

  s.button(true);
  CHECK(s.frame(first, true).held);
  const Press beside = s.frame(first, false);
  CHECK((beside.held && !beside.hovered));
  s.button(false);
  CHECK_FALSE(s.frame(first, false).pressed);
}

TEST_CASE("a held item keeps the pointer from the others, as long as it is there") {
  Surface s;
  s.button(true);
  CHECK(s.frame(first, true).held);
  s.begin();
  CHECK(s.canvas.press(first, false).held);
  CHECK_FALSE(s.canvas.press(second, true).hovered);
  s.canvas.end();
  CHECK_FALSE(s.frame(second, true).hovered);  // the first is gone in this frame, and let go in the next
  CHECK(s.frame(second, true).hovered);
  s.button(false);
  CHECK_FALSE(s.frame(second, true).pressed);
}

TEST_CASE("of items above each other the first has the pointer") {
  Surface s;
  s.begin();
  CHECK(s.canvas.press(first, true).hovered);
  CHECK_FALSE(s.canvas.press(second, true).hovered);
  s.canvas.end();
}

TEST_CASE("a button that goes down and up between two frames is told in two") {
  Surface s;
  s.button(true);
  s.button(false);
  CHECK(s.frame(first, true).held);
  CHECK(s.canvas.input_waits());
  CHECK(s.frame(first, true).pressed);
  CHECK_FALSE(s.canvas.input_waits());
}

TEST_CASE("a canvas on which nothing was drawn has no lists") {
  Surface s;
  s.begin();
  CHECK(s.canvas.end()->CmdLists.empty());
  s.begin();
  s.canvas.list().AddRectFilled(ImVec2(10, 10), ImVec2(20, 20), IM_COL32_BLACK);
  const ImDrawData& drawn = *s.canvas.end();
  CHECK(drawn.CmdLists.Size == 1);
  CHECK(drawn.TotalVtxCount == 4);
}
