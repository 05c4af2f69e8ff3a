// Which of the tasks a reader wants to see, and in which order.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/insight.h"
#include "core/text.h"

namespace taskscope {

enum class TaskOrder { band, importance, automation, name };

struct TaskChoice {
  TaskOrder order = TaskOrder::band;
  std::array<bool, 4> hides_band{};        // by Band
  std::array<bool, 2> hides_importance{};  // by Importance
  std::string search{};                    // what a task's name has to contain, whatever its case

  bool operator==(const TaskChoice&) const = default;
};

// Without empty groups. Within a band or an importance the highest automation comes first; equals stay in the profile's
// order. Names are in the order of their letters' numbers, without regard to case.
std::vector<TaskGroup> arrange_tasks(const Profile& profile, const TaskChoice& choice);

// The text with the capital letters of Latin, Greek and Cyrillic made small. As long as it was, byte by byte.
std::string folded(std::string_view utf8);

// Where `search` occurs in the text, whatever the case; nowhere if it is empty. Matches do not overlap.
std::vector<Match> find_matches(std::string_view text, std::string_view search);

}  // namespace taskscope
