// Profiles of any tasks and figures, for properties that hold of all of them.
#pragma once

#include <random>
#include <string>

#include "core/profile.h"

namespace taskscope::test {

inline std::size_t any(std::mt19937& random, std::size_t count) { return random() % count; }

// 0 to 100, to a tenth.
inline double any_percent(std::mt19937& random) { return static_cast<double>(any(random, 1001)) / 10; }

// One to thirty tasks; figures, importances and the headline are any.
inline Profile random_profile(std::mt19937& random) {
  Profile profile;
  profile.title = "Occupation " + std::to_string(random());
  if (any(random, 3)) profile.adoption_percent = any_percent(random);
  if (any(random, 3)) profile.potential_percent = any_percent(random);
  profile.tasks.resize(1 + any(random, 30));
  for (std::size_t i = 0; i < profile.tasks.size(); ++i) {
    Task& task = profile.tasks[i];
    task.name = "Task " + std::to_string(i);
    task.importance = any(random, 2) ? Importance::core : Importance::important;
    task.automation_percent = any_percent(random);
  }
  return profile;
}

}  // namespace taskscope::test
