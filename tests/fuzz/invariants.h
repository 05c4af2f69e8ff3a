// What must hold for whatever text is decoded. The fuzzer checks it, and so do the tests, over every file they have.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/decode.h"
#include "core/insight.h"
#include "core/text.h"
#include "core/text_formats.h"
#include "core/weighting.h"

namespace taskscope::testing {

inline bool is_percent(double value) { return value >= 0 && value <= 100 && !std::signbit(value); }

inline bool is_text(const std::string& text, std::size_t max_characters) {
  return !find_invalid_utf8(text) && count_characters(text) <= max_characters;
}
inline bool is_label(const std::string& text) { return !is_blank(text) && is_text(text, limits::short_text); }
inline bool is_phrase(const std::string& text) { return is_text(text, limits::short_text); }
inline bool is_sentence(const std::string& text) { return !is_blank(text) && is_text(text, limits::long_text); }
inline bool is_note(const std::string& text) { return is_text(text, limits::long_text); }

template <typename Items, typename Check>
inline bool all_of(const Items& items, std::size_t max_items, Check check) {
  return items.size() <= max_items && std::all_of(items.begin(), items.end(), check);
}

inline bool is_good(const Task& task) {
  return is_label(task.name) && is_percent(task.automation_percent) && is_note(task.reason);
}
inline bool is_good(const Indicator& indicator) { return is_label(indicator.name) && is_note(indicator.note); }
inline bool is_good(const Strategy& strategy) { return is_label(strategy.title) && is_sentence(strategy.text); }
inline bool is_good(const AiUse& use) {
  return is_label(use.title) && all_of(use.examples, limits::list_items, is_sentence) &&
         all_of(use.good_options, limits::list_items, is_label);
}
inline bool is_good(const Evidence& evidence) {
  return is_label(evidence.publisher) && is_label(evidence.measure) && is_percent(evidence.value_percent) &&
         is_note(evidence.note) && (!evidence.year || (*evidence.year >= 1900 && *evidence.year <= 2100)) &&
         (evidence.url.empty() || is_https_address(evidence.url)) && is_note(evidence.url);
}

template <typename Item>
inline bool are_good(const std::vector<Item>& items, std::size_t max_items = limits::list_items) {
  return all_of(items, max_items, [](const Item& item) { return is_good(item); });
}

inline bool names_are_unique(const std::vector<Task>& tasks) {
  std::set<std::string_view> names;
  for (const Task& task : tasks) names.insert(task.name);
  return names.size() == tasks.size();
}

inline std::string broken_in_profile(const Profile& profile) {
  if (!is_label(profile.title)) return "the title is a label";
  if (!is_note(profile.summary) || !is_note(profile.market.summary)) return "summaries are within their limit";
  if (!is_phrase(profile.task_source) || !is_phrase(profile.market.covers)) return "phrases are within their limit";
  if (!profile.locale.empty() && !is_language_tag(profile.locale)) return "the locale is a language tag";
  if (!profile.date.empty() && !is_calendar_date(profile.date)) return "the date is a day of the calendar";
  if (!is_percent(profile.adoption_percent.value_or(0))) return "adoption is a percentage";
  if (!is_percent(profile.potential_percent.value_or(0))) return "potential is a percentage";
  if (!are_good(profile.market.indicators)) return "indicators are within their limits";
  if (!are_good(profile.strategies)) return "strategies are within their limits";
  if (!are_good(profile.tasks, limits::tasks)) return "tasks are within their limits";
  if (!names_are_unique(profile.tasks)) return "tasks' names are unique";
  if (!are_good(profile.ai_uses)) return "AI uses are within their limits";
  if (!are_good(profile.evidence)) return "evidence is within its limits";
  return {};
}

inline std::string broken_in_insight(const Profile& profile) {
  const Insight insight = derive_insight(profile);
  std::size_t grouped = 0;
  for (const TaskGroup& group : insight.groups) grouped += group.tasks.size();
  if (grouped != profile.tasks.size()) return "every task is in one group";
  for (const Weighting rule : weightings_of(profile.tasks)) {
    const std::optional<double> mean = weighted_potential_percent(profile.tasks, rule);
    if (mean.has_value() == profile.tasks.empty()) return "there is a mean where there are tasks";
    if (mean && !(*mean >= 0 && *mean <= 100.0001)) return "a mean of percentages is one";
  }
  return {};
}

// In characters; a line without any still has the column 1, as has the place behind a line's last character.
inline std::vector<std::size_t> columns_of_lines(std::string_view text) {
  std::vector<std::size_t> columns = {1};
  for (const char c : text) {
    if (c == '\n') {
      columns.push_back(1);
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++columns.back();
    }
  }
  return columns;
}

inline std::string broken_in_diagnostics(std::string_view json, const std::vector<Diagnostic>& diagnostics) {
  if (diagnostics.size() > limits::diagnostics) return "the diagnostics are within their limit";
  const std::vector<std::size_t> columns = columns_of_lines(json);
  const Diagnostic* previous = nullptr;
  for (const Diagnostic& d : diagnostics) {
    if (d.line < 1 || d.line > columns.size()) return "a diagnostic's line is in the text";
    if (d.column < 1 || d.column > columns[d.line - 1]) return "a diagnostic's column is in its line";
    if (d.code.empty() || d.message.empty() || d.message.size() > 1000) return "a diagnostic says what is wrong";
    if (find_invalid_utf8(d.message) || find_invalid_utf8(d.json_pointer)) return "a diagnostic is valid UTF-8";
    if (!d.json_pointer.empty() && d.json_pointer.front() != '/') return "a pointer starts with a slash";
    const bool in_order =
        previous == nullptr || std::pair(previous->line, previous->column) <= std::pair(d.line, d.column);
    if (!in_order) return "diagnostics are in the order of the text";
    previous = &d;
  }
  return {};
}

inline std::string printed(const Decoded& decoded) {
  std::string lines;
  for (const Diagnostic& d : decoded.diagnostics) lines += format_diagnostic(d.code, d) + "\n";
  return lines;
}

// The first invariant that decoding the text breaks, as a sentence; empty where all hold.
inline std::string broken_invariant(std::string_view json) {
  const Decoded decoded = decode_profile(json);
  if (decoded.profile.has_value() == has_errors(decoded.diagnostics)) return "there is a profile or an error";
  if (printed(decoded) != printed(decode_profile(json))) return "decoding is deterministic";
  std::string broken = broken_in_diagnostics(json, decoded.diagnostics);
  if (broken.empty() && decoded.profile) broken = broken_in_profile(*decoded.profile);
  if (broken.empty() && decoded.profile) broken = broken_in_insight(*decoded.profile);
  return broken;
}

}  // namespace taskscope::testing
