// A widget without a browser: frames on demand, and helpers to read what was drawn.
#pragma once

#include <imgui.h>

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "core/decode.h"
#include "play/panels.h"
#include "view/dashboard.h"
#include "view/markup.h"
#include "view/plain_glyphs.h"
#include "words/languages.h"

namespace taskscope::test {

inline std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline Profile first_profile() {
  const std::string path = std::string(TASKSCOPE_SOURCE_DIR) + "/assets/profiles/medical-records-specialists.json";
  return *decode_profile(read_file(path)).profile;
}

// An attribute's value as an element has it.
inline const std::string absent = "absent";
inline std::string attribute(const Node& node, std::string_view wanted) {
  std::string found = absent;
  for_each_attribute(node, [&](std::string_view name, std::string_view value) {
    if (name == wanted) found = value;
  });
  return found;
}

// How both headline figures are made is shown.
inline ReaderState everything_explained() {
  ReaderState state;
  state.shown[0] = state.shown[1] = true;  // of Panel
  return state;
}

struct Fixture {
  PlainGlyphs glyphs;
  WordFont font{glyphs};
  Dashboard dashboard{font};
  Theme theme;
  Semantics record;
  double seconds = 0;
  float width = 1200;
  float screen_bottom = 1e6f;  // of the window
  bool settles = false, records = true, records_all = false, is_picture = false;

  explicit Fixture(Profile profile = first_profile()) {
    dashboard.set_language(language_of(english));
    dashboard.set_play({&play::panels});
    dashboard.show(std::move(profile));
  }

  // Draws the slice of the given top and height, by default far more than any content.
  FrameResult frame(float top = 0, float height = 20'000) {
    dashboard.set_theme(theme);
    record = {};
    seconds += 1.0 / 60;
    const Rect slice{0, top, width, height}, screen{0, top, width, screen_bottom - top};
    return dashboard.draw({width, slice, screen, seconds, settles, records_all, is_picture},
                          records ? &record : nullptr);
  }

  // Frames until nothing moves.
  FrameResult settle(float top = 0, float height = 20'000) {
    FrameResult result = frame(top, height);
    for (int i = 0; result.wants_another && i < 100; ++i) result = frame(top, height);
    return result;
  }

  void click(float x, float y) {
    dashboard.move_pointer(x, y);
    settle();
    dashboard.press_pointer(true);
    settle();
    dashboard.press_pointer(false);
    settle();
  }

  const Node* find(Role role, std::string_view text) const {
    for (const Node& node : record.nodes())
      if (node.role == role && node.text == text) return &node;
    return nullptr;
  }

  // All recorded texts, one a line.
  std::string texts() const {
    std::string all;
    for (const Node& node : record.nodes()) all += node.text + "\n";
    return all;
  }
};

}  // namespace taskscope::test
