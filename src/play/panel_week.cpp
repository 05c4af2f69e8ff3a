// The reader's own week: a slider a task, and the potential that comes of it beside the published one.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "core/decimal.h"
#include "core/text.h"
#include "core/week.h"
#include "play/controls.h"
#include "play/number_field.h"
#include "play/panels.h"
#include "view/format.h"

namespace taskscope::play {

namespace {

constexpr float name_share = 0.4f;                                            // of the width
constexpr float hours_width = 80, share_width = 60, least_figure_width = 92;  // CSS pixels
constexpr float own_percent_width = 64;

// The week that is shown, and how it is changed.
struct Editing {
  const View& view;
  const Week published;
  const Week week;
  Intents& intents;
  bool can_undo = false, can_redo = false;

  // What the control's next change starts from.
  Week base(NodeId control) const {
    const std::optional<Week>& base = view.state.week.base(control);
    return base ? fitted_week(*base, view.profile) : published;
  }
  void change(Week next, NodeId control = 0) const {
    std::optional<Week> changed;
    if (next != published) changed = std::move(next);
    intents.push_back({.action = Action::change_week, .week = std::move(changed), .control = control});
  }
};

struct Columns {
  bool stacked = false, figure_below = false;  // the task's automation has a line of its own
  float name_x = 0, name_width = 0;
  float slider_x = 0, slider_width = 0;
  float hours_x = 0, share_right = 0, figure_x = 0;
};

float figure_width(Ui& ui) {
  const std::string widest = ui.say(ui.language().play.task_figure, {percent_text(ui.language(), 99.9, 1)});
  return std::max(ui.px(least_figure_width), ui.text().line(widest, type::note).width);
}

Columns columns_of(Ui& ui, const View& view, const Column& at) {
  const float gap = ui.px(metric::text_gap), icons = ui.px(metric::check_box) + gap / 2;
  Columns columns{.stacked = view.breadth <= Breadth::narrow};
  columns.name_x = at.x + icons;
  if (columns.stacked) {
    columns.name_width = std::max(1.0f, at.width - icons - ui.px(metric::button_height));
    columns.slider_x = at.x;
    columns.slider_width = std::max(1.0f, at.width);
    columns.hours_x = at.x;
    columns.share_right = at.x + ui.px(hours_width + share_width);
    columns.figure_x = columns.share_right + gap;
    columns.figure_below = columns.figure_x + figure_width(ui) > at.right();
    if (columns.figure_below) columns.figure_x = at.x;
    return columns;
  }
  columns.name_width = std::round(at.width * name_share) - icons;
  columns.figure_x = at.right() - figure_width(ui);
  columns.share_right = columns.figure_x - gap / 2;
  columns.hours_x = columns.share_right - ui.px(share_width + hours_width);
  const float lock = ui.px(metric::button_height) + gap / 2;
  columns.slider_x = columns.name_x + columns.name_width + gap;
  columns.slider_width = std::max(1.0f, columns.hours_x - gap / 2 - lock - columns.slider_x);
  return columns;
}

std::string hours_text(const Language& language, double hours) {
  return filled(language, language.play.hours, {number_text(language, hours, 1)});
}
std::string share_text(Ui& ui, int share) { return percent_text(ui.language(), share / 10.0, 1); }

// "Release … takes 20.0% of the week (−12.1); …"
constexpr std::ptrdiff_t most_reasons = 2;

std::string reason_of(Ui& ui, const Editing& editing, const std::vector<WeekChange>& changes) {
  const PlayWords& words = ui.language().play;
  std::string reason;
  for (const WeekChange& change : changes) {
    if (&change - changes.data() == most_reasons) break;
    const WeekTask& task = editing.week.tasks[change.task];
    const bool is_first = reason.empty();
    if (!is_first) reason += words.reason_separator;
    reason += ui.say(is_first ? words.first_reason : words.further_reason,
                     {task.name, share_text(ui, task.share), signed_number(ui.language(), change.points, 1)});
  }
  return reason;
}

// What the reader's potential is beside the published one, and which tasks made the difference.
float draw_difference(Ui& ui, const Editing& editing, const Column& at) {
  const double own = potential_of(editing.week, editing.view.profile);
  const double usual = potential_of(editing.published, editing.view.profile);
  const double points = to_a_tenth(own) - to_a_tenth(usual);
  if (editing.week.tasks == editing.published.tasks)
    return text(ui, at, "difference", {ui.language().play.week_unchanged, type::note, ui.colors().muted});
  const PlayWords& words = ui.language().play;
  const std::string amount = counted(ui.language(), ui.language().view.points, std::abs(points));
  const std::string_view pattern = std::abs(points) < 0.05 ? words.same_as_published
                                   : points < 0            ? words.lower_than_published
                                                           : words.higher_than_published;
  const std::string why =
      reason_of(ui, editing, changes_between(editing.published, editing.week, editing.view.profile));
  return rich_text(ui, at, "difference", rich_message(ui, pattern, {amount, plain(why)}));
}

struct BigFigure {
  std::string_view key, label;
  std::string figure;
  Color color;
};

// Returns the width.
float draw_figure(Ui& ui, const BigFigure& big, TextStyle style, float x, float y) {
  Scope scope(ui, big.key, {.role = Role::paragraph, .part = "headline"});
  const float below = text(ui, {x, y, TextShaper::unlimited}, "figure", {big.figure, style, big.color, Role::text});
  text(ui, {x, below, TextShaper::unlimited}, "label", {big.label, type::note, ui.colors().muted, Role::text});
  return std::max(ui.text().line(big.figure, style).width, ui.text().line(big.label, type::note).width);
}

float draw_figures(Ui& ui, const Editing& editing, const Column& at) {
  const TextStyle style = editing.view.breadth == Breadth::tight ? type::small_figure : type::figure;
  const float gap = ui.px(28), height = ui.px(style.line_height) + ui.px(type::note.line_height);
  const Profile& profile = editing.view.profile;
  const double own = potential_of(editing.week, profile);
  const BigFigure mine{"mine", ui.language().play.my_potential, percent_text(ui.language(), own, 1),
                       ui.colors().of(EvidenceKind::measured_use)};
  float x = at.x + draw_figure(ui, mine, style, at.x, at.y) + gap, y = at.y;
  const bool is_published = profile.potential_percent.has_value();
  const double other = profile.potential_percent.value_or(potential_of(editing.published, profile));
  const BigFigure theirs{"published", is_published ? ui.language().play.published : ui.language().play.all_tasks_alike,
                         percent_text(ui.language(), other, is_published ? headline_decimals(profile) : 1),
                         ui.colors().ink};
  const float width =
      std::max(ui.text().line(theirs.figure, style).width, ui.text().line(theirs.label, type::note).width);
  if (x + width > at.right()) {
    x = at.x;
    y += height;
  }
  x += draw_figure(ui, theirs, style, x, y) + gap;
  const float bottom = y + height;
  const bool beside = at.right() - x >= ui.px(280);
  const float top = beside ? y + ui.px(10) : bottom + ui.px(6);
  const Column place = beside ? Column{x, std::round(top), at.right() - x} : at.at(top);
  const int lines = editing.view.breadth <= Breadth::narrow ? 5 : 3;
  return std::max(bottom, steady_bottom(ui, type::note, place.y, draw_difference(ui, editing, place), lines));
}

void draw_slider(Ui& ui, const Editing& editing, const Rect& box, std::size_t place) {
  const WeekTask& task = editing.week.tasks[place];
  const std::string value =
      concat({share_text(ui, task.share), ", ", hours_text(ui.language(), hours_of(editing.week, task.share))});
  const SliderSpec spec{task.name, value, task.share / 10.0, task.is_left_out || task.is_locked};
  if (const auto percent = slider(ui, box, "share", spec)) {
    const NodeId id = ui.id("share");
    editing.change(with_share(editing.base(id), place, share_of(*percent)), id);
  }
}

// Returns what is wrong with what was typed.
std::string draw_hours(Ui& ui, const Editing& editing, const Rect& box, std::size_t place) {
  const WeekTask& task = editing.week.tasks[place];
  const ShareRange range = share_range(editing.week, place);
  const std::string name = ui.say(ui.language().play.hours_of, {task.name});
  const NumberEntry typed = number_field(ui, editing.view, editing.intents, box, "hours",
                                         {.name = name,
                                          .value = hours_of(editing.week, task.share),
                                          .least = hours_of(editing.week, range.least),
                                          .most = hours_of(editing.week, range.most),
                                          .units = ui.language().play.hour_units,
                                          .write = hours_text,
                                          .disabled = task.is_left_out || task.is_locked});
  const NodeId id = ui.id("hours");
  if (typed.is_new) editing.change(with_task_hours(editing.base(id), place, *typed.value), id);
  return typed.problem;
}

void draw_lock(Ui& ui, const Editing& editing, const Rect& box, std::size_t place) {
  const WeekTask& task = editing.week.tasks[place];
  const IconSpec spec{task.is_locked ? Icon::lock : Icon::open_lock, ui.language().play.keep_share, task.is_locked,
                      task.is_left_out};
  if (icon_button(ui, box, "lock", spec)) editing.change(with_lock(editing.week, place, !task.is_locked));
}

// The name of a profile's task as a button that takes it in or leaves it out. Returns its bottom.
float draw_taken(Ui& ui, const Editing& editing, const Columns& columns, const Column& at, std::size_t place) {
  const WeekTask& task = editing.week.tasks[place];
  const float size = ui.px(metric::check_box);
  const TextBlock& name = ui.text().layout(task.name, type::body, columns.name_width);
  const Rect box{at.x, at.y, columns.name_x - at.x + columns.name_width, name.height()};
  const Press press = ui.press_area(ui.id("taken"), box);
  if (press.pressed) editing.change(with_left_out(editing.week, place, !task.is_left_out));
  if (press.hovered) ui.fill(box.grown(ui.px(4)), ui.colors().hover, ui.theme().radius(metric::chip_radius));
  check_box(ui, {at.x, std::round(at.y + (name.line_height - size) / 2), size, size}, !task.is_left_out);
  Scope button(ui, "taken", {.role = Role::button, .text = task.name, .box = box, .pressed = !task.is_left_out});
  const Color ink = task.is_left_out ? ui.colors().muted : ui.colors().ink;
  return text(ui, {columns.name_x, at.y, columns.name_width}, "name", {task.name, type::body, ink, Role::text});
}

// A task of the reader's: its name is a field, and beside it stands how to be rid of it. Returns its bottom.
float draw_own(Ui& ui, const Editing& editing, const Columns& columns, const Column& at, std::size_t place) {
  const WeekTask& task = editing.week.tasks[place];
  const float height = ui.px(metric::field_height), icon = ui.px(metric::check_box);
  const Rect cross{at.x - ui.px(4), std::round(at.y + (height - icon) / 2) - ui.px(4), icon + ui.px(8),
                   icon + ui.px(8)};
  if (icon_button(ui, cross, "remove", {Icon::cross, ui.language().play.remove_task}))
    editing.change(without_task(editing.week, place));
  const Rect box{columns.name_x, at.y, columns.name_width, height};
  const auto typed = field(ui, box, "own-name", {Role::text_field, ui.language().play.name_of_task, task.name});
  if (typed && !is_blank(*typed)) {
    constexpr std::size_t most_bytes = 300;
    Week next = editing.week;
    next.tasks[place].name = std::string(typed->substr(0, most_bytes));
    if (!find_invalid_utf8(next.tasks[place].name)) editing.change(std::move(next), ui.id("own-name"));
  }
  return box.bottom();
}

std::string automation_text(const Language& language, double percent) {
  return percent_text(language, percent, decimals_for({&percent, 1}));
}

// How automatable the task is: the profile's figure, or the reader's own. Returns what is wrong with what was typed.
std::string draw_automation(Ui& ui, const Editing& editing, const Columns& columns, float center_y, std::size_t place) {
  const WeekTask& task = editing.week.tasks[place];
  const double percent = automation_of(editing.week, place, editing.view.profile);
  if (!task.is_own()) {
    const float y = std::round(center_y - ui.px(type::note.line_height) / 2);
    const std::string words = ui.say(ui.language().play.task_figure, {automation_text(ui.language(), percent)});
    text(ui, {columns.figure_x, y, TextShaper::unlimited}, "automation",
         {words, type::note, ui.colors().muted, Role::text});
    return {};
  }
  const float height = ui.px(metric::field_height);
  const Rect box{columns.figure_x, std::round(center_y - height / 2), ui.px(own_percent_width), height};
  const std::string name = ui.say(ui.language().play.automation_of, {task.name});
  const NumberEntry typed =
      number_field(ui, editing.view, editing.intents, box, "own-percent",
                   {.name = name, .value = percent, .units = percent_units, .write = automation_text});
  if (typed.is_new) {
    Week next = editing.week;
    next.tasks[place].automation_percent = typed.value;
    editing.change(std::move(next), ui.id("own-percent"));
  }
  return typed.problem;
}

// Returns the row's bottom.
float draw_row(Ui& ui, const Editing& editing, const Columns& columns, const Column& at, std::size_t place) {
  const WeekTask& task = editing.week.tasks[place];
  const float line = ui.px(metric::field_height), small_gap = ui.px(6);
  const float lead = task.is_own() ? 0 : std::round((line - ui.px(type::body.line_height)) / 2);
  const auto draw_name = task.is_own() ? draw_own : draw_taken;
  const float name_bottom = draw_name(ui, editing, columns, at.at(at.y + lead), place) + lead;
  float center = (at.y + name_bottom) / 2;
  Rect lock{at.right() - line, at.y, line, line};
  Rect bar{columns.slider_x, std::round(center - line / 2), columns.slider_width, line};
  if (columns.stacked) {
    bar.y = name_bottom;
    center = bar.bottom() + small_gap + line / 2;
  } else {
    lock = {bar.right() + ui.px(metric::text_gap) / 2, bar.y, line, line};
  }
  draw_slider(ui, editing, bar, place);
  draw_lock(ui, editing, lock, place);
  const Rect hours{columns.hours_x, std::round(center - line / 2), ui.px(hours_width), line};
  const std::string hours_problem = draw_hours(ui, editing, hours, place);
  const Color ink = task.is_left_out ? ui.colors().muted : ui.colors().ink;
  figure_text(ui, "percent", {share_text(ui, task.share), ink, Role::text}, {columns.share_right, center});
  if (columns.figure_below) center += line + small_gap;
  const std::string percent_problem = draw_automation(ui, editing, columns, center, place);
  const Align align = columns.stacked ? Align::left : Align::right;
  const float bottom = columns.stacked ? center + line / 2 : name_bottom;
  const float below = draw_problem(ui, at.at(bottom), "hours", hours_problem, align);
  return draw_problem(ui, at.at(below), "own-percent", percent_problem, align);
}

// The profile's tasks as they are shown elsewhere, then the reader's own.
std::vector<std::size_t> display_order(const Editing& editing) {
  std::vector<std::size_t> order;
  for (const TaskGroup& group : editing.view.insight.groups)
    order.insert(order.end(), group.tasks.begin(), group.tasks.end());
  for (std::size_t i = order.size(); i < editing.week.tasks.size(); ++i) order.push_back(i);
  return order;
}

float draw_rows(Ui& ui, const Editing& editing, const Column& at) {
  Scope table(ui, "table", {.role = Role::group, .part = "week-tasks", .text = ui.language().play.week_tasks});
  const Columns columns = columns_of(ui, editing.view, at);
  const float padding = ui.px(metric::row_padding) / 2;
  float y = at.y;
  std::size_t own = 0;
  for (const std::size_t i : display_order(editing)) {
    const WeekTask& task = editing.week.tasks[i];
    const std::string key = task.is_own() ? "own " + std::to_string(own++) : concat({"task ", task.name});
    Scope row(ui, key,
              {.role = Role::group, .part = "week-task", .text = task.name, .language = ui.profile_language()});
    ui.horizontal_line(at.x, y, at.width, ui.colors().line);
    y = draw_row(ui, editing, columns, at.at(y + padding), i) + padding;
  }
  ui.horizontal_line(at.x, y, at.width, ui.colors().line);
  return y;
}

// "100% of [40 h] a week". Returns the bottom.
float draw_hours_line(Ui& ui, const Editing& editing, const Column& at) {
  const float height = ui.px(metric::field_height);
  const PlayWords& words = ui.language().play;
  const std::string all_of = ui.say(words.before_hours, {percent_text(ui.language(), 100, 0)});
  const TextBlock& before = ui.text().line(all_of, type::note);
  const float text_y = std::round(at.y + (height - before.height()) / 2);
  text(ui, {at.x, text_y, TextShaper::unlimited}, "all", {all_of, type::note, ui.colors().muted});
  const Rect box{at.x + before.width + ui.px(8), at.y, ui.px(hours_width), height};
  const NumberEntry typed = number_field(ui, editing.view, editing.intents, box, "week-hours",
                                         {.name = words.week_hours,
                                          .value = editing.week.hours,
                                          .least = least_hours,
                                          .most = most_hours,
                                          .units = words.hour_units,
                                          .write = hours_text});
  const NodeId id = ui.id("week-hours");
  if (typed.is_new) editing.change(with_hours(editing.base(id), *typed.value), id);
  const TextBlock& after = ui.text().line(words.after_hours, type::note);
  const float x = box.right() + ui.px(8);
  const bool fits = x + after.width <= at.right();
  const Column rest = fits ? Column{x, text_y, TextShaper::unlimited} : at.at(box.bottom() + ui.px(4));
  const float bottom = text(ui, rest, "a-week", {words.after_hours, type::note, ui.colors().muted});
  return draw_problem(ui, at.at(std::max(box.bottom(), bottom)), "week-hours", typed.problem);
}

enum class Command { undo, redo, reset, add };

std::array<ButtonSpec, 4> commands(const PlayWords& words, const Editing& editing) {
  const auto own = std::count_if(editing.week.tasks.begin(), editing.week.tasks.end(),
                                 [](const WeekTask& task) { return task.is_own(); });
  return {{{.label = words.undo, .disabled = !editing.can_undo},
           {.label = words.redo, .disabled = !editing.can_redo},
           {.label = words.reset, .disabled = editing.week == editing.published},
           {.label = words.add_task, .disabled = own >= static_cast<std::ptrdiff_t>(most_own_tasks)}}};
}

void obey(const PlayWords& words, const Editing& editing, Command command) {
  constexpr double middling = 50;
  switch (command) {
    case Command::undo:
      return editing.intents.push_back({.action = Action::undo_week});
    case Command::redo:
      return editing.intents.push_back({.action = Action::redo_week});
    case Command::reset:
      forget_unread(editing.intents);
      return editing.change(editing.published);
    case Command::add:
      return editing.change(with_own_task(editing.week, words.new_task, middling));
  }
}

}  // namespace

float draw_week(Ui& ui, const View& view, const Column& at, Intents& intents) {
  Scope scope(ui, "week",
              {.role = Role::section, .part = "card week", .text = of(ui.language().view.panel, Panel::week)});
  const Week published = published_week(view.profile);
  const std::optional<Week>& own = view.state.week.week;
  const Editing editing{view,
                        published,
                        own ? fitted_week(*own, view.profile) : published,
                        intents,
                        !view.state.week.before.empty(),
                        !view.state.week.after.empty()};
  const auto buttons = commands(ui.language().play, editing);
  const bool beside = view.breadth >= Breadth::medium;
  float y = heading(ui, at, "heading", of(ui.language().view.panel, Panel::week), 2, type::heading);
  const Chosen chosen = button_row(ui, beside ? at : at.at(y + ui.px(8)), buttons, beside ? Align::right : Align::left);
  if (chosen.index) obey(ui.language().play, editing, static_cast<Command>(*chosen.index));
  y = std::max(y, chosen.bottom);
  y = draw_figures(ui, editing, at.at(y + ui.px(8)));
  y = draw_rows(ui, editing, at.at(y + ui.px(12)));
  return draw_hours_line(ui, editing, at.at(y + ui.px(8)));
}

}  // namespace taskscope::play
