#include "core/task_list.h"

#include <algorithm>
#include <utility>

#include "core/order.h"

namespace taskscope {

namespace {

bool is_between(unsigned c, unsigned first, unsigned last) { return c >= first && c <= last; }

// A small letter's number for a capital one's. Neither takes more bytes than the other.
unsigned small_letter(unsigned c) {
  const bool is_latin_1 = is_between(c, 0xC0, 0xDE) && c != 0xD7;
  if (is_between(c, 'A', 'Z') || is_latin_1 || is_between(c, 0x391, 0x3A9) || is_between(c, 0x410, 0x42F))
    return c + 32;
  if (is_between(c, 0x400, 0x40F)) return c + 80;
  // Latin Extended-A: a capital letter, then its small one; on odd numbers in the middle and at the end.
  if (is_between(c, 0x139, 0x148) || is_between(c, 0x179, 0x17E)) return c + c % 2;
  const bool is_even_pair = is_between(c, 0x100, 0x12F) || is_between(c, 0x132, 0x137) || is_between(c, 0x14A, 0x177);
  return is_even_pair ? c | 1 : c;
}

bool is_chosen(const Task& task, const TaskChoice& choice) {
  if (choice.hides_band[static_cast<std::size_t>(band_of(task))]) return false;
  if (choice.hides_importance[static_cast<std::size_t>(task.importance)]) return false;
  return choice.search.empty() || !find_matches(task.name, choice.search).empty();
}

void sort_by_name(const Profile& profile, std::vector<std::size_t>& tasks) {
  std::vector<std::string> names;
  names.reserve(tasks.size());
  for (const std::size_t task : tasks) names.push_back(folded(profile.tasks[task].name));
  const std::vector<std::size_t> unsorted = tasks;
  const std::vector<std::size_t> order = alphabetical_order(std::move(names));
  for (std::size_t i = 0; i < tasks.size(); ++i) tasks[i] = unsorted[order[i]];
}

std::vector<TaskGroup> grouped_by_importance(const Profile& profile, const std::vector<std::size_t>& tasks) {
  std::vector<TaskGroup> groups = {{.importance = Importance::core}, {.importance = Importance::important}};
  for (const std::size_t task : sorted_by_automation(profile, tasks))
    groups[static_cast<std::size_t>(profile.tasks[task].importance)].tasks.push_back(task);
  std::erase_if(groups, [](const TaskGroup& group) { return group.tasks.empty(); });
  return groups;
}

}  // namespace

std::vector<TaskGroup> arrange_tasks(const Profile& profile, const TaskChoice& choice) {
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < profile.tasks.size(); ++i)
    if (is_chosen(profile.tasks[i], choice)) chosen.push_back(i);
  if (chosen.empty()) return {};
  switch (choice.order) {
    case TaskOrder::band:
      return grouped_by_band(profile, chosen);
    case TaskOrder::importance:
      return grouped_by_importance(profile, chosen);
    case TaskOrder::automation:
      return {{.tasks = sorted_by_automation(profile, chosen)}};
    case TaskOrder::name:
      sort_by_name(profile, chosen);
      return {{.tasks = std::move(chosen)}};
  }
  return {};
}

std::string folded(std::string_view utf8) {
  std::string small(utf8);
  for (std::size_t i = 0; i < small.size(); ++i) {
    const auto byte = static_cast<unsigned char>(small[i]);
    if (byte < 0x80) {
      small[i] = static_cast<char>(small_letter(byte));
    } else if ((byte & 0xE0) == 0xC0 && i + 1 < small.size()) {
      const unsigned letter = (byte & 0x1Fu) << 6 | (static_cast<unsigned char>(small[i + 1]) & 0x3Fu);
      const unsigned its_small = small_letter(letter);
      small[i] = static_cast<char>(0xC0 | its_small >> 6);
      small[++i] = static_cast<char>(0x80 | (its_small & 0x3F));
    }
  }
  return small;
}

std::vector<Match> find_matches(std::string_view text, std::string_view search) {
  std::vector<Match> matches;
  if (search.empty()) return matches;
  const std::string within = folded(text), wanted = folded(search);
  for (std::size_t at = within.find(wanted); at != std::string::npos; at = within.find(wanted, at + wanted.size()))
    matches.push_back({at, at + wanted.size()});
  return matches;
}

}  // namespace taskscope
