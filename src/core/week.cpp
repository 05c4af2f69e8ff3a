#include "core/week.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/decimal.h"
#include "core/order.h"
#include "core/weighting.h"

namespace taskscope {

namespace {

int sum_of_shares(const Week& week) {
  return std::accumulate(week.tasks.begin(), week.tasks.end(), 0,
                         [](int sum, const WeekTask& task) { return sum + task.share; });
}

// Places of the tasks that may give and take: neither locked, nor left out, nor the one that is being changed.
std::vector<std::size_t> free_tasks(const Week& week, std::size_t changed) {
  std::vector<std::size_t> places;
  places.reserve(week.tasks.size());
  for (std::size_t i = 0; i < week.tasks.size(); ++i)
    if (i != changed && !week.tasks[i].is_locked && !week.tasks[i].is_left_out) places.push_back(i);
  return places;
}

// Divides `whole` among the tasks in proportion to what they have; evenly where they have nothing.
void divide(Week& week, const std::vector<std::size_t>& places, int whole) {
  std::vector<double> parts;
  parts.reserve(places.size());
  for (const std::size_t place : places) parts.push_back(week.tasks[place].share);
  double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
  if (sum == 0) {
    std::fill(parts.begin(), parts.end(), 1);
    sum = static_cast<double>(parts.size());
  }
  for (double& part : parts) part *= whole / sum;
  const std::vector<long> rounded = rounded_to_sum(parts, 1);
  for (std::size_t i = 0; i < places.size(); ++i) week.tasks[places[i]].share = static_cast<int>(rounded[i]);
}

std::size_t count_in(const Week& week) {
  return static_cast<std::size_t>(
      std::count_if(week.tasks.begin(), week.tasks.end(), [](const WeekTask& task) { return !task.is_left_out; }));
}

// As much as one of all the tasks would have on average.
int even_share(const Week& week) { return whole_week / static_cast<int>(std::max<std::size_t>(1, count_in(week))); }

const Task* find_task(const Profile& profile, std::string_view name) {
  const auto found =
      std::find_if(profile.tasks.begin(), profile.tasks.end(), [&](const Task& task) { return task.name == name; });
  return found == profile.tasks.end() ? nullptr : &*found;
}

const WeekTask* find_task(const Week& week, std::string_view name) {
  const auto found = std::find_if(week.tasks.begin(), week.tasks.end(),
                                  [&](const WeekTask& task) { return !task.is_own() && task.name == name; });
  return found == week.tasks.end() ? nullptr : &*found;
}

}  // namespace

int share_of(double percent) {
  return static_cast<int>(nearest_whole(std::clamp(percent, 0.0, 100.0) * whole_week / 100));
}

Week published_week(const Profile& profile) {
  const Weighting rule = published_weighting(profile).value_or(Weighting::equal);
  Week week;
  std::vector<double> weights;
  for (const Task& task : profile.tasks) {
    week.tasks.push_back({.name = task.name});
    weights.push_back(weight_of(task, rule));
  }
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (double& weight : weights) weight *= whole_week / sum;
  const std::vector<long> shares = rounded_to_sum(weights, 1);
  for (std::size_t i = 0; i < shares.size(); ++i) week.tasks[i].share = static_cast<int>(shares[i]);
  return week;
}

Week fitted_week(const Week& week, const Profile& profile) {
  Week fitted{.hours = week.hours};
  for (const Task& task : profile.tasks) {
    const WeekTask* known = find_task(week, task.name);
    fitted.tasks.push_back(known ? *known : WeekTask{.name = task.name});
  }
  for (const WeekTask& task : week.tasks)
    if (task.is_own()) fitted.tasks.push_back(task);
  for (WeekTask& task : fitted.tasks)
    if (task.is_left_out) task.share = 0;
  const int sum = sum_of_shares(fitted);
  if (sum == whole_week) return fitted;
  std::vector<std::size_t> sharing;
  for (std::size_t i = 0; i < fitted.tasks.size(); ++i)
    if (fitted.tasks[i].share > 0) sharing.push_back(i);
  if (sharing.empty()) return published_week(profile);
  divide(fitted, sharing, whole_week);
  return fitted;
}

ShareRange share_range(const Week& week, std::size_t task) {
  const int share = week.tasks[task].share;
  const std::vector<std::size_t> others = free_tasks(week, task);
  if (others.empty() || week.tasks[task].is_left_out) return {share, share};
  return {0, std::accumulate(others.begin(), others.end(), share,
                             [&](int sum, std::size_t other) { return sum + week.tasks[other].share; })};
}

Week with_share(const Week& week, std::size_t task, int share) {
  const ShareRange range = share_range(week, task);
  if (range.least == range.most) return week;
  Week changed = week;
  changed.tasks[task].share = std::clamp(share, range.least, range.most);
  divide(changed, free_tasks(week, task), range.most - changed.tasks[task].share);
  return changed;
}

Week with_task_hours(const Week& week, std::size_t task, double hours) {
  return with_share(week, task, share_of(hours / week.hours * 100));
}

Week with_lock(const Week& week, std::size_t task, bool is_locked) {
  Week changed = week;
  changed.tasks[task].is_locked = is_locked;
  return changed;
}

Week with_left_out(const Week& week, std::size_t task, bool is_left_out) {
  Week changed = week;
  WeekTask& one = changed.tasks[task];
  if (!is_left_out) {
    one.is_left_out = false;
    return with_share(changed, task, even_share(changed));
  }
  changed = with_share(changed, task, 0);
  WeekTask& emptied = changed.tasks[task];
  if (emptied.share > 0) return week;  // nobody could take what it has
  emptied.is_left_out = true;
  emptied.is_locked = false;
  return changed;
}

Week with_hours(const Week& week, double hours) {
  Week changed = week;
  changed.hours = std::clamp(hours, least_hours, most_hours);
  return changed;
}

Week with_own_task(const Week& week, std::string_view name, double automation_percent) {
  const auto own = std::count_if(week.tasks.begin(), week.tasks.end(), [](const WeekTask& t) { return t.is_own(); });
  if (static_cast<std::size_t>(own) >= most_own_tasks) return week;
  Week changed = week;
  changed.tasks.push_back({.name = std::string(name), .automation_percent = automation_percent});
  return with_share(changed, changed.tasks.size() - 1, even_share(changed));
}

Week without_task(const Week& week, std::size_t task) {
  Week changed = with_share(week, task, 0);
  if (changed.tasks[task].share > 0) return week;
  changed.tasks.erase(changed.tasks.begin() + static_cast<std::ptrdiff_t>(task));
  return changed;
}

double automation_of(const Week& week, std::size_t task, const Profile& profile) {
  const WeekTask& one = week.tasks[task];
  if (one.automation_percent) return *one.automation_percent;
  const Task* known = find_task(profile, one.name);
  return known ? known->automation_percent : 0;
}

double potential_of(const Week& week, const Profile& profile) {
  double sum = 0;
  for (std::size_t i = 0; i < week.tasks.size(); ++i) sum += week.tasks[i].share * automation_of(week, i, profile);
  return sum / whole_week;
}

std::vector<WeekChange> changes_between(const Week& before, const Week& after, const Profile& profile) {
  const double mean = potential_of(before, profile);
  std::vector<WeekChange> changes;
  for (std::size_t i = 0; i < after.tasks.size(); ++i) {
    const WeekTask& task = after.tasks[i];
    const WeekTask* known = task.is_own() ? nullptr : find_task(before, task.name);
    const int change = task.share - (known ? known->share : 0);
    if (change == 0) continue;
    changes.push_back({i, change, (automation_of(after, i, profile) - mean) * change / whole_week});
  }
  std::vector<double> keys;
  std::vector<WeekChange> sorted;
  keys.reserve(changes.size());
  for (const WeekChange& change : changes) keys.push_back(-std::abs(change.points));
  for (const std::size_t i : ascending_order(keys)) sorted.push_back(changes[i]);
  return sorted;
}

}  // namespace taskscope
