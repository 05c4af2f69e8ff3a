// What the rows of the tasks' tables measure, kept from frame to frame: of ten thousand, those out of sight are then
// passed over without a look at their texts.
#pragma once

#include <vector>

#include "view/ui_state.h"

namespace taskscope {

// A row's parts are measured before they are drawn, as the area that opens it lies beneath them.
struct RowHead {
  float name_width, name_height, tag_width;
  float tag_top, bar_center, height;  // from the row's top
};

struct TaskRows {
  // What the heads were measured for; nothing has been while the width is negative.
  float width = -1, unit = 0;
  int font_family = 0;
  std::vector<RowHead> heads{};     // by the task's place in the profile
  std::vector<TaskKey> keys{};      // likewise
  std::vector<TaskKey> openable{};  // of the tasks that have a reason
  int decimals = 0;                 // of all figures

  // The groups that the reader chose, and for which choice they are.
  TaskChoice choice{};
  std::vector<TaskGroup> groups{};

  // Another profile has other tasks.
  void forget() {
    width = -1;
    choice = {};
    groups.clear();
  }
};

}  // namespace taskscope
