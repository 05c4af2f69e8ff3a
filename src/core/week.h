// A reader's own week: how much of it each task takes, and what that makes of the potential. Shares are whole tenths of
// a percent, so they add up to exactly 100 % whatever is changed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/profile.h"

namespace taskscope {

inline constexpr int whole_week = 1000;  // tenths of a percent
inline constexpr double usual_hours = 40, least_hours = 1, most_hours = 168;
inline constexpr std::size_t most_own_tasks = 10;

struct WeekTask {
  std::string name;                            // of a profile's task, or the reader's own words
  int share = 0;                               // of the week, in tenths of a percent; 0 where it is left out
  bool is_locked = false;                      // its share stays when others change
  bool is_left_out = false;                    // from this reader's work
  std::optional<double> automation_percent{};  // of a task that the reader added, 0 to 100; of others none

  bool is_own() const { return automation_percent.has_value(); }
  bool operator==(const WeekTask&) const = default;
};

// In order: a profile's tasks, then the reader's own.
struct Week {
  double hours = usual_hours;  // least_hours to most_hours
  std::vector<WeekTask> tasks{};

  bool operator==(const Week&) const = default;
};

// The week that the published potential counts with: the rule that gives it, or else every task alike.
Week published_week(const Profile& profile);

// The week with the profile's tasks: those that it lacks take nothing, those that the profile lacks go. A week in which
// nothing would be left is the published one.
Week fitted_week(const Week& week, const Profile& profile);

// What may be changed. Each gives back another week whose shares add up; the week itself where the change is
// impossible, as all other tasks are locked.

// What a task's share can be, as far as the locked ones leave room.
struct ShareRange {
  int least, most;
};
ShareRange share_range(const Week& week, std::size_t task);

// A task takes `share`, as far as the locked ones leave room; the others give and take in their own proportions.
Week with_share(const Week& week, std::size_t task, int share);
// The same, by hours a week.
Week with_task_hours(const Week& week, std::size_t task, double hours);
Week with_lock(const Week& week, std::size_t task, bool is_locked);
// What is taken in again takes an even part. The last task stays.
Week with_left_out(const Week& week, std::size_t task, bool is_left_out);
// The whole week's hours, kept between the least and the most.
Week with_hours(const Week& week, double hours);
// Adds a task of the reader's that takes an even part, unless there are `most_own_tasks` already.
Week with_own_task(const Week& week, std::string_view name, double automation_percent);
// Without a task of the reader's.
Week without_task(const Week& week, std::size_t task);

// The share that so many percent are, 0 to 100.
int share_of(double percent);

// Hours a week that a share is.
inline double hours_of(const Week& week, int share) { return week.hours * share / whole_week; }

// How automatable a task of the week is, 0 to 100. The week has the profile's tasks (fitted_week).
double automation_of(const Week& week, std::size_t task, const Profile& profile);

// The mean automation of the week's tasks by their shares, 0 to 100.
double potential_of(const Week& week, const Profile& profile);

// What a task did to the difference between two weeks' potentials: its change of share times how far its automation is
// from the first week's mean. The points of all tasks add up to the difference.
struct WeekChange {
  std::size_t task = 0;  // in the second week
  int share_change = 0;  // in tenths of a percent
  double points = 0;
};
// By weight: what did most comes first. Tasks that changed nothing are not there.
std::vector<WeekChange> changes_between(const Week& before, const Week& after, const Profile& profile);

}  // namespace taskscope
