#include "core/export.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <optional>
#include <vector>

#include "core/csv_writing.h"
#include "core/decimal.h"
#include "core/format_words.h"
#include "core/insight.h"

namespace taskscope {

namespace {

std::string decimal(const std::optional<double>& value) { return value ? decimal_text(*value) : std::string(); }

template <typename Enum, std::size_t N>
std::string word(const std::array<std::string_view, N>& words, Enum value) {
  return std::string(words[static_cast<std::size_t>(value)]);
}

std::vector<std::string> task_fields(const Task& task) {
  return {csv_field(task.name),
          word(format_words::importance, task.importance),
          decimal_text(task.automation_percent),
          word(format_words::band, band_of(task)),
          decimal(task.weight),
          csv_field(task.reason)};
}

std::size_t bytes_of_character(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// Whether a character may stand in a file's name on every system: of ASCII letters and digits; of other scripts all but
// blanks, punctuation, and what changes how a text runs.
bool is_name_character(std::string_view utf8) {
  const auto first = static_cast<unsigned char>(utf8[0]);
  if (first < 0x80) return std::isalnum(first) != 0;
  const auto second = static_cast<unsigned char>(utf8[1]);
  const bool is_latin_sign = first == 0xC2;                  // U+0080 to U+00BF
  const bool is_sign = first == 0xE2;                        // U+2000 to U+2FFF
  const bool is_cjk_sign = first == 0xE3 && second == 0x80;  // U+3000 to U+303F
  const bool is_special = first == 0xEF && second >= 0xB7;   // from U+FDC0: variants, marks of order, wide forms
  const bool is_rare = first >= 0xF3;                        // tags and private use
  return !(is_latin_sign || is_sign || is_cjk_sign || is_special || is_rare);
}

}  // namespace

std::string tasks_csv(const Profile& profile, const Week* week) {
  const Week mine = week ? fitted_week(*week, profile) : Week{};
  std::string csv(csv_start);
  csv += "Task,Importance,Automation (%),Band,Weight,Reason";
  csv += week ? ",My share of the week (%),My automation (%)\r\n" : "\r\n";
  for (std::size_t i = 0; i < profile.tasks.size(); ++i) {
    std::vector<std::string> fields = task_fields(profile.tasks[i]);
    if (week) fields.insert(fields.end(), {decimal_text(mine.tasks[i].share / 10.0), ""});
    append_csv_row(csv, fields);
  }
  for (std::size_t i = profile.tasks.size(); i < mine.tasks.size(); ++i) {
    const WeekTask& own = mine.tasks[i];
    append_csv_row(csv, {csv_field(own.name), "", "", "", "", "", decimal_text(own.share / 10.0),
                         decimal(own.automation_percent)});
  }
  return csv;
}

std::string evidence_csv(const Profile& profile) {
  std::string csv(csv_start);
  csv += "Publisher,Measure,Value (%),Kind,About,Year,Note,Address\r\n";
  for (const Evidence& evidence : profile.evidence) {
    append_csv_row(
        csv, {csv_field(evidence.publisher), csv_field(evidence.measure), decimal_text(evidence.value_percent),
              word(format_words::kind, evidence.kind), word(format_words::match, evidence.match),
              evidence.year ? std::to_string(*evidence.year) : "", csv_field(evidence.note), csv_field(evidence.url)});
  }
  return csv;
}

std::string class_csv(const Profile& profile, const ClassResult& result) {
  std::string csv(csv_start);
  append_csv_row(
      csv, {"about", "task", "figure_percent", "guesses", "mean_percent", "median_percent", "all_guesses_percent"});
  const std::vector<Guess> guessed = open_guesses(profile);
  for (std::size_t i = 0; i < guessed.size(); ++i) {
    const Distribution& figure = result.figures[i];
    std::string all;
    for (const int guess : figure.guesses) all += (all.empty() ? "" : " ") + std::to_string(guess);
    const bool is_guessed = !figure.guesses.empty();
    append_csv_row(csv,
                   {word(format_words::guessed, guessed[i].about), csv_field(guessed[i].task),
                    decimal_text(figure_of(guessed[i], profile)), std::to_string(figure.guesses.size()),
                    is_guessed ? decimal_text(figure.mean) : "", is_guessed ? decimal_text(figure.median) : "", all});
  }
  return csv;
}

std::string file_stem(std::string_view title) {
  constexpr std::size_t most_bytes = 80;
  std::string stem;
  for (std::size_t at = 0, bytes = 0; at < title.size(); at += bytes) {
    bytes = bytes_of_character(title[at]);
    if (stem.size() + bytes > most_bytes) break;
    if (is_name_character(title.substr(at))) {
      stem += title.substr(at, bytes);
    } else if (!stem.empty() && stem.back() != '-') {
      stem += '-';
    }
  }
  if (stem.ends_with('-')) stem.pop_back();
  return stem.empty() ? "profile" : stem;
}

}  // namespace taskscope
