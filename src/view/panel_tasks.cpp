// The tasks by band: importance, bar and figure of each, and on opening it the reason.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "core/text.h"
#include "view/format.h"
#include "view/panels.h"
#include "view/parts.h"
#include "view/widgets.h"

namespace taskscope {

namespace {

constexpr float column_gap = 14;  // CSS pixels
constexpr float name_indent = 19;

// Where a row's parts stand; the same for all rows, so that figures stand in columns.
struct RowLayout {
  Column row;
  bool stacked;    // the bar goes beneath the name
  bool tag_below;  // so does the importance, between the two
  float indent;    // of the name, which leaves room for the chevron
  float bar_x = 0, bar_width = 0;
  float tag_x = 0, name_width = 0;            // side by side only
  int decimals = 0;                           // of the figures
  decltype(PlayPanels::mark) mark = nullptr;  // where names contain what is searched for; null while nothing is
  std::string_view search{};
};

RowLayout row_layout(Ui& ui, const View& view, const Column& at) {
  RowLayout layout{.row = at,
                   .stacked = view.breadth <= Breadth::narrow,
                   .tag_below = view.breadth == Breadth::tight,
                   .indent = ui.px(name_indent)};
  const float gap = ui.px(column_gap), percent = ui.px(metric::percent_width);
  if (layout.stacked) {
    layout.bar_x = at.x + layout.indent;
    layout.bar_width = std::max(1.0f, at.width - layout.indent - percent);
  } else {
    layout.bar_width = std::round(std::max(ui.px(200), at.width * 0.232f));
    layout.bar_x = at.right() - percent - layout.bar_width;
    layout.tag_x = layout.bar_x - gap - ui.px(metric::tag_width);
    layout.name_width = layout.tag_x - gap - at.x - layout.indent;
  }
  return layout;
}

// Apart from all other keys of a table, whatever the task is called.
std::string row_key(const Task& task) { return concat({"task ", task.name}); }

// "from 80% automated".
std::string band_range(Ui& ui, Band band) {
  const Language& language = ui.language();
  const double floor = band_floor_percent(band);
  const std::string_view pattern = floor > 0 ? language.view.from_percent : language.view.below_percent;
  const std::string bound = percent_text(language, floor > 0 ? floor : band_floor_percent(Band::mixed), 0);
  return ui.say(language.view.automated, {ui.say(pattern, {bound})});
}

void draw_bar_and_figure(Ui& ui, const RowLayout& layout, const Task& task, float center_y) {
  const Band band = band_of(task);
  const std::string figure = percent_text(ui.language(), task.automation_percent, layout.decimals);
  const float height = ui.px(metric::bar_height);
  const Rect box{layout.bar_x, std::round(center_y - height / 2), layout.bar_width, height};
  const std::string tip = ui.say(ui.language().view.named,
                                 {concat({figure, " · ", of(ui.language().view.band, band)}), band_range(ui, band)});
  const BarSpec spec{task.automation_percent, ui.colors().of(band), task.name, tip,
                     parts::with("bar", parts::band, band)};
  figure_cell(ui, box, spec, figure, {layout.row.right(), center_y});
}

// From so many names on it pays to measure the alphabet first.
constexpr std::size_t many_names = 100;

RowHead measure_head(Ui& ui, const RowLayout& layout, const Task& task, bool is_one_of_many) {
  const float padding = ui.px(metric::row_padding), tag_height = ui.px(metric::tag_height);
  const float own_tag_width = importance_tag_width(ui, task.importance), room = layout.row.width - layout.indent;
  RowHead head{};
  head.tag_width = layout.stacked ? own_tag_width : ui.px(metric::tag_width);
  head.name_width = !layout.stacked ? layout.name_width : layout.tag_below ? room : room - own_tag_width - ui.px(8);
  head.name_height = is_one_of_many ? ui.text().height_of(task.name, type::body, head.name_width)
                                    : ui.text().layout(task.name, type::body, head.name_width).height();
  const float name_center = padding + head.name_height / 2;
  float bottom = padding + head.name_height;
  head.tag_top = layout.tag_below ? bottom + ui.px(4) : name_center - tag_height / 2;
  if (layout.tag_below) bottom += ui.px(4) + tag_height;
  head.bar_center = name_center;
  if (layout.stacked) {
    const float line = ui.px(type::row_figure.line_height);
    head.bar_center = bottom + ui.px(6) + line / 2;
    bottom += ui.px(6) + line;
  }
  head.height = bottom + padding;
  return head;
}

void measure_rows(Ui& ui, const RowLayout& layout, const Profile& profile, TaskRows& rows) {
  const float width = layout.row.width, unit = ui.theme().unit;
  if (rows.width == width && rows.unit == unit && rows.font_family == ui.theme().font_family) return;
  rows = {.width = width, .unit = unit, .font_family = ui.theme().font_family};
  std::vector<double> figures;
  for (const Task& task : profile.tasks) {
    rows.heads.push_back(measure_head(ui, layout, task, profile.tasks.size() >= many_names));
    rows.keys.push_back(task_key(task.name));
    if (!task.reason.empty()) rows.openable.push_back(rows.keys.back());
    figures.push_back(task.automation_percent);
  }
  rows.decimals = decimals_for(figures);
}

float reason_height(Ui& ui, const RowLayout& layout, const Task& task) {
  const float width = layout.row.width - layout.indent;
  return ui.text().layout(task.reason, type::note, width).height() + ui.px(metric::row_padding);
}

// What pressing a task's head does, as the record tells it.
struct RowButton {
  Rect box;
  bool open;
};

// The name's cell holds the button, where there is one, and the button the name.
void record_name(Ui& ui, const Task& task, const TextBlock& name, float x, float y,
                 const std::optional<RowButton>& button) {
  Scope cell(ui, "name", {.role = Role::cell, .text = task.name, .language = ui.profile_language()});
  if (!button) return ui.record_text("text", {.role = Role::text, .text = task.name}, name, x, y);
  Scope scope(ui, "open", {.role = Role::button, .text = task.name, .box = button->box, .expanded = button->open});
  ui.record_text("text", {.role = Role::text, .text = task.name}, name, x, y);
}

void draw_head(Ui& ui, const RowLayout& layout, const Task& task, const RowHead& head, float y,
               const std::optional<RowButton>& button) {
  const float x = layout.row.x + layout.indent, top = y + ui.px(metric::row_padding);
  const TextBlock& name = ui.text().layout(task.name, type::body, head.name_width);
  if (layout.mark) layout.mark(ui, task.name, type::body, name, x, top, layout.search);
  ui.words(name, x, top, ui.colors().ink);
  record_name(ui, task, name, x, top, button);
  const float tag_x = layout.tag_below ? x : layout.stacked ? layout.row.right() - head.tag_width : layout.tag_x;
  const Rect tag{tag_x, std::round(y + head.tag_top), head.tag_width, ui.px(metric::tag_height)};
  importance_tag(ui, tag, "importance", task.importance);
  draw_bar_and_figure(ui, layout, task, y + head.bar_center);
}

// The row's head as a button that opens the reason.
bool draw_row_button(Ui& ui, const RowLayout& layout, NodeId id, const Rect& box, float openness) {
  const Press press = ui.press_area(id, box);
  if (press.hovered) ui.fill(box, press.held ? ui.colors().track : ui.colors().hover);
  const float size = ui.px(8), line = ui.px(type::body.line_height);
  const Rect chevron{layout.row.x + ui.px(2), box.y + ui.px(metric::row_padding) + (line - size) / 2, size, size};
  ui.chevron(chevron, openness, press.hovered ? ui.colors().ink : ui.colors().muted);
  return press.pressed;
}

// The reason slides out from under the row's head; `height` is what has come out of it.
void draw_reason(Ui& ui, const RowLayout& layout, const Task& task, float y, float height) {
  const Column at{layout.row.x + layout.indent, y, layout.row.width - layout.indent};
  ui.push_clip({layout.row.x, y, layout.row.width, height});
  text(ui, at, "reason",
       {.text = task.reason,
        .style = type::note,
        .color = ui.colors().muted,
        .role = Role::cell,
        .language = ui.profile_language()});
  ui.pop_clip();
}

// The reason as it will be once it is open, so that a search of the page finds it.
void record_closed_reason(Ui& ui, const RowLayout& layout, const Task& task, float y) {
  if (!ui.is_recording()) return;
  const float x = layout.row.x + layout.indent;
  const TextBlock& block = ui.text().layout(task.reason, type::note, layout.row.width - layout.indent);
  const NodeSpec cell{.role = Role::cell, .text = task.reason, .hidden = true, .language = ui.profile_language()};
  ui.record_text("reason", cell, block, x, y);
}

// A task's place in the profile, and in its table, from 1.
struct TaskPlace {
  std::size_t index, number;
};

float draw_task(Ui& ui, const RowLayout& layout, const View& view, const TaskPlace& place, float y, Intents& intents) {
  const Task& task = view.profile.tasks[place.index];
  const RowHead& parts = view.rows.heads[place.index];
  const TaskKey toggled = view.rows.keys[place.index];
  const bool can_open = !task.reason.empty(), open = can_open && view.state.is_open(toggled);
  const Rect head{layout.row.x, y, layout.row.width, parts.height};
  const float full_reason = open ? std::round(reason_height(ui, layout, task)) : 0;
  // Out of sight, rows are at rest. One that a search of the page found is drawn wherever it is.
  const Rect at_rest{head.x, head.y, head.width, head.height + full_reason};
  if (!ui.has_activation() && !ui.is_wanted(at_rest)) return at_rest.bottom();
  const std::string key = row_key(task);
  const NodeId row_id = ui.id(key), id = child_id(child_id(row_id, "name"), "open");
  const bool found = ui.is_activated(child_id(row_id, "reason"));  // while it is closed
  // A row that is only recorded is not on its way to anywhere either.
  const bool moves = can_open && ui.is_visible(at_rest);
  const float openness = moves ? ui.transition(toggled, open) : open ? 1 : 0;
  const float reason = openness > 0 ? std::round(reason_height(ui, layout, task) * openness) : 0;
  const Rect whole{head.x, head.y, head.width, head.height + reason};
  if (!found && !ui.is_activated(id) && !ui.is_wanted(whole)) return whole.bottom();
  Scope row(ui, key, {.role = Role::row, .part = "task", .text = task.name, .rows = recorded_row(ui, place.number)});
  std::optional<RowButton> button;
  if (can_open) {
    button = RowButton{head, open};
    const bool pressed = draw_row_button(ui, layout, id, head, openness);
    if (pressed || (found && !open)) intents.push_back({.action = Action::toggle_task, .keys = {toggled}});
  }
  ui.horizontal_line(layout.row.x, y, layout.row.width, ui.colors().line);
  draw_head(ui, layout, task, parts, y, button);
  if (openness > 0) {
    draw_reason(ui, layout, task, head.bottom(), reason);
  } else if (can_open) {
    record_closed_reason(ui, layout, task, head.bottom());
  }
  return whole.bottom();
}

std::string_view name_of(Ui& ui, const TaskGroup& group) {
  const ViewWords& words = ui.language().view;
  if (group.band) return of(words.band, *group.band);
  return group.importance ? of(words.importance, *group.importance) : words.all_tasks;
}

float draw_band_heading(Ui& ui, const TaskGroup& group, const Column& at) {
  const float swatch = ui.px(metric::swatch), line = ui.px(type::strong_note.line_height);
  const Color color = group.band ? ui.colors().of(*group.band) : ui.colors().ink;
  if (group.band)
    ui.fill({at.x, std::round(at.y + (line - swatch) / 2), swatch, swatch}, color,
            ui.theme().radius(metric::swatch_radius));
  const std::string_view name = name_of(ui, group);
  const std::string count =
      counted(ui.language(), ui.language().view.task_count, static_cast<double>(group.tasks.size()));
  const std::string count_run = " \u00A0" + count;  // a wider gap than a space, and none to break at
  const std::array runs = {TextRun{name, type::strong_note}, TextRun{count_run, type::note}};
  const float indent = group.band ? ui.px(name_indent) : 0;
  const Column label{at.x + indent, at.y, at.width - indent};
  const TextBlock& block = ui.text().layout(runs, label.width);
  const std::array colors = {color, ui.colors().muted};
  ui.words(block, label.x, label.y, colors);
  ui.record_text(concat({name, " heading"}),
                 {.role = Role::heading,
                  .part = group.band ? parts::with("band", parts::band, *group.band) : "band",
                  .text = std::string(name) + count_run,
                  .level = 3},
                 block, label.x, label.y);
  return at.y + block.height();
}

float draw_group(Ui& ui, const RowLayout& layout, const View& view, const TaskGroup& group, float y, Intents& intents) {
  const std::string_view name = name_of(ui, group);
  const float heading_y = y;
  y = draw_band_heading(ui, group, layout.row.at(y)) + ui.px(6);
  Scope table(ui, name, {.role = Role::table, .part = "table", .rows = recorded_row(ui, group.tasks.size())});
  const std::string caption =
      group.band ? ui.say(ui.language().view.named, {name, band_range(ui, *group.band)}) : std::string(name);
  record_table_head(ui, caption, {layout.row.x, heading_y, layout.row.width, y - heading_y},
                    ui.language().view.task_columns);
  std::size_t number = 0;
  for (const std::size_t task : group.tasks) y = draw_task(ui, layout, view, {task, ++number}, y, intents);
  return y;
}

// The heading, whose assessment this is, and the button for all reasons. Returns the bottom.
float draw_tasks_head(Ui& ui, const View& view, const Column& at, Intents& intents) {
  const std::vector<TaskKey>& tasks = view.rows.openable;
  const bool all_open = view.state.open_tasks.size() >= tasks.size() &&
                        std::all_of(tasks.begin(), tasks.end(), [&](TaskKey t) { return view.state.is_open(t); });
  std::vector<ButtonSpec> buttons;
  if (offers(view, Panel::task_tools))
    buttons.push_back(
        {.label = of(ui.language().view.panel, Panel::task_tools), .expanded = view.state.shows(Panel::task_tools)});
  if (!tasks.empty())
    buttons.push_back({.label = all_open ? ui.language().view.hide_reasons : ui.language().view.show_reasons,
                       .part = "all-reasons",
                       .key = "all-reasons"});
  const float button_width = buttons.empty() ? 0 : button_row_width(ui, buttons) + ui.px(metric::text_gap);
  const bool beside = view.breadth >= Breadth::medium;
  const Column left{at.x, at.y, beside ? at.width - button_width : at.width};
  float y = heading(ui, left, "heading", ui.language().view.tasks, 2, type::heading);
  y = text(ui, left.at(y), "source",
           {.text = view.profile.task_source,
            .style = type::note,
            .color = ui.colors().muted,
            .language = ui.profile_language()});
  if (buttons.empty()) return y;
  const Column button_place = at.at(beside ? at.y - ui.px(3) : y + ui.px(8));
  Scope group(ui, "task-buttons", {.role = Role::group, .text = ui.language().view.tasks});
  const Chosen chosen = button_row(ui, button_place, buttons, beside ? Align::right : Align::left);
  if (chosen.index)
    intents.push_back(buttons[*chosen.index].expanded
                          ? Intent{.action = Action::toggle_panel, .panel = Panel::task_tools}
                          : Intent{.action = Action::toggle_all_tasks, .keys = tasks});
  return std::max(y, chosen.bottom);
}

// The groups that the reader chose, once there is what arranges them.
const std::vector<TaskGroup>& groups_of(const View& view) {
  if (view.state.tasks == TaskChoice{} || !view.play.panels) return view.insight.groups;
  if (view.rows.choice != view.state.tasks) {
    view.rows.choice = view.state.tasks;
    view.rows.groups = view.play.panels->arrange(view.profile, view.state.tasks);
  }
  return view.rows.groups;
}

// How the tasks are chosen, where the reader wants to say so or has. Returns the bottom.
float draw_tools(Ui& ui, const View& view, const Column& at, Intents& intents) {
  if (!view.state.shows(Panel::task_tools) && view.state.tasks == TaskChoice{}) return at.y;
  if (!offers(view, Panel::task_tools)) return at.y;
  const Column below = at.at(at.y + ui.px(10));
  if (!view.play.panels) return draw_awaited(ui, view, below);
  return view.play.panels->draw[static_cast<std::size_t>(Panel::task_tools)](ui, view, below, intents);
}

}  // namespace

float draw_tasks(Ui& ui, const View& view, const Column& at, Intents& intents) {
  Scope scope(ui, "tasks", {.role = Role::section, .part = "card tasks", .text = ui.language().view.tasks});
  RowLayout layout = row_layout(ui, view, at);
  measure_rows(ui, layout, view.profile, view.rows);
  layout.decimals = view.rows.decimals;
  float y = draw_tasks_head(ui, view, at, intents);
  const std::vector<TaskGroup>& groups = groups_of(view);  // which the tools count
  y = draw_tools(ui, view, at.at(y), intents);
  layout.search = view.state.tasks.search;
  if (!layout.search.empty() && view.play.panels) layout.mark = view.play.panels->mark;
  for (const TaskGroup& group : groups) y = draw_group(ui, layout, view, group, y + ui.px(12), intents);
  return y;
}

}  // namespace taskscope
