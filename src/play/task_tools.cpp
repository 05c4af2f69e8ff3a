// Sorting, filtering and searching the tasks, within their card.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "core/task_list.h"
#include "core/text.h"
#include "play/controls.h"
#include "play/panels.h"
#include "view/format.h"

namespace taskscope::play {

namespace {

constexpr float search_width = 260;  // CSS pixels
constexpr float match_opacity = 0.28f;

void choose(Intents& intents, TaskChoice choice) {
  intents.push_back({.action = Action::choose_tasks, .tasks = std::move(choice)});
}

float draw_search(Ui& ui, const View& view, const Column& at, float width, Intents& intents) {
  const Rect box{at.x, at.y, width, ui.px(metric::field_height)};
  const TaskChoice& now = view.state.tasks;
  const auto typed = field(ui, box, "search", {Role::text_field, ui.language().play.search_tasks, now.search});
  if (typed && !find_invalid_utf8(*typed) && count_characters(*typed) <= 500) {
    TaskChoice next = now;
    next.search = is_blank(*typed) ? std::string() : std::string(*typed);
    choose(intents, std::move(next));
  }
  if (now.search.empty()) {  // what the field is for
    const TextBlock& words = ui.text().line(ui.language().play.search_tasks, type::note);
    ui.words(words, box.x + ui.px(metric::field_padding), std::round(box.center_y() - words.height() / 2),
             ui.colors().muted);
  }
  return box.bottom();
}

float draw_order(Ui& ui, const View& view, const Column& at, Align align, Intents& intents) {
  std::array<Choice, 4> all;
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i] = {ui.language().play.order[i], ui.language().play.order_meaning[i],
              static_cast<TaskOrder>(i) == view.state.tasks.order};
  const Chosen pressed = choices(ui, at, ui.language().play.order_by, all, align);
  if (pressed.index) {
    TaskChoice next = view.state.tasks;
    next.order = static_cast<TaskOrder>(*pressed.index);
    choose(intents, std::move(next));
  }
  return pressed.bottom;
}

float switch_width(Ui& ui, std::string_view label) {
  return ui.px(metric::check_box + 6) + ui.text().line(label, type::note).width;
}

// A check box with its label, which is broken where the column is narrower.
Pushed draw_switch(Ui& ui, const Column& at, std::string_view label, bool is_on) {
  const float size = ui.px(metric::check_box), indent = size + ui.px(6);
  const TextBlock& block = ui.text().layout(label, type::note, at.width - indent);
  const float height = std::max(ui.px(metric::switch_height), block.height());
  const Rect box{at.x, at.y, indent + block.width, height};
  const Press press = ui.press_area(ui.id(label), box);
  if (press.hovered) ui.fill(box.grown(ui.px(3)), ui.colors().hover, ui.theme().radius(metric::chip_radius));
  check_box(ui, {box.x, std::round(box.center_y() - size / 2), size, size}, is_on);
  Scope button(ui, label, {.role = Role::button, .part = "switch", .text = label, .box = box, .pressed = is_on});
  const float y = std::round(box.center_y() - block.height() / 2);
  text(ui, {at.x + indent, y, at.width - indent}, "button-label", {label, type::note, ui.colors().ink, Role::text});
  return {press.pressed, box.bottom()};
}

// Switches of what is shown; `hides` is the part of the choice that they change.
template <std::size_t N>
float draw_switches(Ui& ui, const View& view, const Column& at, std::string_view name,
                    const std::array<std::string_view, N>& words, std::array<bool, N> TaskChoice::*hides,
                    Intents& intents) {
  Scope group(ui, name, {.role = Role::group, .part = "switches", .text = name});
  float x = at.x, y = at.y, bottom = at.y;
  for (std::size_t i = 0; i < N; ++i) {
    const float width = switch_width(ui, words[i]);
    if (x > at.x && x + width > at.right()) {
      x = at.x;
      y = bottom;
    }
    const Pushed pushed = draw_switch(ui, {x, y, at.right() - x}, words[i], !(view.state.tasks.*hides)[i]);
    if (pushed.pressed) {
      TaskChoice next = view.state.tasks;
      (next.*hides)[i] ^= true;
      choose(intents, std::move(next));
    }
    x += width + ui.px(metric::text_gap);
    bottom = std::max(bottom, pushed.bottom);
  }
  return bottom;
}

// How many tasks are shown and hidden, and the way back to all.
float draw_counts(Ui& ui, const View& view, const Column& at, Intents& intents) {
  const bool is_chosen = view.state.tasks != TaskChoice{};
  std::size_t shown = 0;
  for (const TaskGroup& group : is_chosen ? view.rows.groups : view.insight.groups) shown += group.tasks.size();
  const std::size_t all = view.profile.tasks.size();
  const Language& language = ui.language();
  const std::string tasks = counted(language, language.view.task_count, static_cast<double>(shown));
  const std::string counts =
      ui.say(language.play.shown_and_hidden,
             {{tasks, static_cast<double>(shown)},
              {number_text(language, static_cast<double>(all - shown), 0), static_cast<double>(all - shown)}});
  const float height = ui.px(metric::button_height), gap = ui.px(metric::text_gap);
  const float width = ui.text().line(counts, type::note).width;
  const bool beside = width + gap + push_button_width(ui, ui.language().play.show_all) <= at.width;
  const float y = beside ? std::round(at.y + (height - ui.px(type::note.line_height)) / 2) : at.y;
  const float below = text(ui, at.at(y), "counts", {counts, type::note, ui.colors().muted});
  const Column button_at = beside ? Column{at.x + width + gap, at.y, at.width} : at.at(below + ui.px(4));
  const Pushed all_button = push_button(ui, button_at, "show-all",
                                        {.label = ui.language().play.show_all, .disabled = !is_chosen}, Align::left);
  if (all_button.pressed) choose(intents, {});
  return all_button.bottom;
}

// Where a byte of the text stands, from the block's left edge, within the line.
float place_of(Ui& ui, std::string_view text, TextStyle style, const TextBlock& block, const TextLine& line,
               std::size_t byte) {
  const PlacedWord* last = nullptr;
  for (std::size_t w = 0; w < line.word_count; ++w) {
    const PlacedWord& word = block.words[line.first_word + w];
    if (word.begin <= byte && (!last || word.begin >= last->begin)) last = &word;
  }
  if (!last) return line.x;
  return last->x + ui.text().line(text.substr(last->begin, byte - last->begin), style).width;
}

}  // namespace

void mark_matches(Ui& ui, std::string_view text, TextStyle style, const TextBlock& block, float x, float y,
                  std::string_view search) {
  const Color color = faded(ui.colors().of(EvidenceKind::measured_use), match_opacity);
  for (const Match& match : find_matches(text, search)) {
    for (std::size_t l = 0; l < block.lines.size(); ++l) {
      const TextLine& line = block.lines[l];
      const std::size_t begin = std::max(match.begin, line.begin), end = std::min(match.end, line.end);
      if (begin >= end) continue;
      const float left = place_of(ui, text, style, block, line, begin);
      const float right = place_of(ui, text, style, block, line, end);
      const Rect part{left, block.line_height * static_cast<float>(l), right - left, block.line_height};
      ui.fill(ui.part_of(block, x, y, part), color, ui.px(2));
    }
  }
}

float draw_task_tools(Ui& ui, const View& view, const Column& at, Intents& intents) {
  Scope scope(ui, "tools",
              {.role = Role::group, .part = "task-tools", .text = of(ui.language().view.panel, Panel::task_tools)});
  if (!view.state.shows(Panel::task_tools)) return draw_counts(ui, view, at, intents);
  const float gap = ui.px(8);
  const bool beside = view.breadth >= Breadth::medium;
  float y = draw_search(ui, view, at, beside ? std::min(at.width, ui.px(search_width)) : at.width, intents);
  const Column order_at = beside ? at : at.at(y + gap);
  y = std::max(y, draw_order(ui, view, order_at, beside ? Align::right : Align::left, intents));
  y = draw_switches(ui, view, at.at(y + gap), ui.language().play.shown_bands, ui.language().view.band,
                    &TaskChoice::hides_band, intents);
  y = draw_switches(ui, view, at.at(y + gap), ui.language().play.shown_importances, ui.language().view.importance,
                    &TaskChoice::hides_importance, intents);
  return draw_counts(ui, view, at.at(y + gap), intents);
}

}  // namespace taskscope::play
