// A class's guesses, collected without a server: codes are pasted, and each figure's distribution is shown against it.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "core/export.h"
#include "core/guesses.h"
#include "core/text.h"
#include "play/controls.h"
#include "play/panels.h"
#include "play/request.h"
#include "view/format.h"

namespace taskscope::play {

namespace {

constexpr float name_share = 0.4f;
constexpr float codes_height = 96, columns_height = 34;  // CSS pixels
constexpr std::size_t bin_count = 21;                    // steps of five points
constexpr std::size_t longest_codes = 200'000;           // as in core/reader_state.cpp

struct Row {
  std::string_view name;
  const Distribution& guesses;
  double figure;
};

// How many guesses lie nearest to each step.
std::array<int, bin_count> bins_of(const Distribution& guesses) {
  std::array<int, bin_count> bins{};
  for (const int guess : guesses.guesses) ++bins[static_cast<std::size_t>((guess + 2) / 5)];
  return bins;
}

std::string figure_text(Ui& ui, const Row& row) {
  return percent_text(ui.language(), row.figure, decimals_for({&row.figure, 1}));
}

void draw_distribution(Ui& ui, const Row& row, const Rect& box) {
  const std::array<int, bin_count> bins = bins_of(row.guesses);
  const int most = std::max(1, *std::max_element(bins.begin(), bins.end()));
  const float width = std::max(1.0f, std::floor(box.width / (bin_count - 1)) - ui.px(2));
  const auto place = [&](double percent) { return box.x + box.width * static_cast<float>(percent / 100); };
  ui.fill({box.x, box.bottom(), box.width, ui.theme().hairline()}, ui.colors().muted);
  for (std::size_t i = 0; i < bin_count; ++i) {
    const float height = std::round(box.height * static_cast<float>(bins[i]) / static_cast<float>(most));
    const float x = std::round(place(5.0 * static_cast<double>(i)) - width / 2);
    ui.fill({x, box.bottom() - height, width, height}, ui.colors().of(EvidenceKind::estimated_exposure), ui.px(2));
  }
  ui.fill({std::round(place(row.figure) - ui.px(1)), box.y - ui.px(3), ui.px(2), box.height + ui.px(6)},
          ui.colors().ink);
  ui.tip(box, ui.say(ui.language().play.figure_is, {figure_text(ui, row)}));
  ui.record("bar", {.role = Role::meter, .part = "bar", .text = row.name, .box = box, .value = row.guesses.median});
}

// "median 60, mean 58.3, figure 89%".
std::string summary_of(Ui& ui, const Row& row) {
  const std::string figure = figure_text(ui, row);
  if (row.guesses.guesses.empty()) return ui.say(ui.language().play.nobody_guessed, {figure});
  const double median = row.guesses.median;
  return ui.say(ui.language().play.class_summary, {number_text(ui.language(), median, decimals_for({&median, 1})),
                                                   number_text(ui.language(), row.guesses.mean, 1), figure});
}

// Where guesses stand, from 0 to 100; half a step is left free at either end.
Rect axis_of(const Column& at, bool stacked) {
  const float left = stacked ? at.x : at.x + std::round(at.width * name_share), width = at.right() - left;
  const float inset = std::round(width / (2 * bin_count));
  return {left + inset, at.y, std::max(1.0f, width - 2 * inset), 0};
}

float draw_scale(Ui& ui, const Rect& axis) {
  Scope scope(ui, "scale", {.role = Role::scale});
  for (int i = 0; i < 3; ++i) {
    const std::string words = axis_mark(ui, 50.0 * i);
    const TextBlock& mark = ui.text().line(words, type::axis);
    const float x = std::round(axis.x + axis.width * static_cast<float>(i) / 2 - mark.width / 2);
    ui.words(mark, x, axis.y, ui.colors().muted);
    ui.record_text(words, {.role = Role::text, .part = "tick", .text = words}, mark, x, axis.y);
  }
  return axis.y + ui.px(type::axis.line_height);
}

float draw_row(Ui& ui, const Row& row, const Column& at, bool stacked) {
  const float name_width = stacked ? at.width : std::round(at.width * name_share) - ui.px(metric::text_gap);
  float y = text(ui, {at.x, at.y, name_width}, "name", {row.name, type::body, ui.colors().ink, Role::cell});
  y = text(ui, {at.x, y, name_width}, "summary", {summary_of(ui, row), type::note, ui.colors().muted, Role::cell});
  const float top = stacked ? y + ui.px(8) : std::round(at.y + ui.px(4));
  Rect box = axis_of(at, stacked);
  box.y = top;
  box.height = ui.px(columns_height);
  draw_distribution(ui, row, box);
  return std::max(y, box.bottom() + ui.px(4));
}

float draw_rows(Ui& ui, const View& view, const ClassResult& result, const Column& at) {
  Scope table(ui, "table", {.role = Role::table, .part = "class-table"});
  record_table_head(ui, ui.language().play.class_caption, {at.x, at.y, at.width, 1}, ui.language().play.class_columns);
  const float padding = ui.px(metric::row_padding);
  const std::vector<Guess> guessed = open_guesses(view.profile);
  float y = at.y;
  for (std::size_t i = 0; i < guessed.size(); ++i) {
    const Row row{name_of(ui.language(), guessed[i]), result.figures[i], figure_of(guessed[i], view.profile)};
    Scope scope(ui, item_key(i, row.name), {.role = Role::row, .part = "class-row", .text = row.name});
    ui.horizontal_line(at.x, y, at.width, ui.colors().line);
    y = draw_row(ui, row, at.at(y + padding), view.breadth <= Breadth::narrow) + padding;
  }
  return y;
}

std::string count_text(const Language& language, const ClassResult& result) {
  const PlayWords& words = language.play;
  std::string text = counted(language, words.pupils, static_cast<double>(result.pupils));
  if (result.unreadable > 0)
    text += concat({" · ", counted(language, words.unreadable, static_cast<double>(result.unreadable))});
  return text;
}

}  // namespace

float draw_class(Ui& ui, const View& view, const Column& at, Intents& intents) {
  const std::string_view title = of(ui.language().view.panel, Panel::class_results);
  Scope scope(ui, "class", {.role = Role::section, .part = "card class-results", .text = title});
  float y = heading(ui, at, "heading", title, 2, type::heading);
  y = text(ui, at.at(y + ui.px(4)), "how", {ui.language().play.class_how, type::note, ui.colors().muted}) + ui.px(10);
  const Rect box{at.x, y, at.width, ui.px(codes_height)};
  const FieldSpec codes{Role::text_area, ui.language().play.class_codes, view.state.class_codes};
  if (const auto pasted = field(ui, box, "codes", codes)) {
    std::string kept(pasted->substr(0, longest_codes));
    kept.resize(find_invalid_utf8(kept).value_or(kept.size()));  // which may end within a character
    intents.push_back({.action = Action::change_class_codes, .text = std::move(kept)});
  }
  y = box.bottom() + ui.px(8);
  if (view.state.class_codes.empty()) return y;
  const ClassResult result = class_result(view.state.class_codes, view.profile);
  y = text(ui, at.at(y), "count", {count_text(ui.language(), result), type::strong_note, ui.colors().ink}) + ui.px(10);
  if (result.pupils == 0) return y;
  y = draw_rows(ui, view, result, at.at(y));
  y = draw_scale(ui, axis_of(at.at(y), view.breadth <= Breadth::narrow)) + ui.px(8);
  const Pushed exported = push_button(ui, at.at(y), "export", {.label = ui.language().play.class_as_csv}, Align::left);
  if (exported.pressed) {
    const std::string name = concat({file_stem(view.profile.title), "-class.csv"});
    ask_page(intents, {Request::Kind::file, name, "text/csv;charset=utf-8", class_csv(view.profile, result)});
  }
  return draw_notice(ui, view, at.at(exported.bottom));
}

}  // namespace taskscope::play
