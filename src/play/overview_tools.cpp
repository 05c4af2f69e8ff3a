// What an overview shows and how: the picture's shape, axes and colour, the legend with its groups, and the filters.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "core/decimal.h"
#include "core/text.h"
#include "core/typed_number.h"
#include "play/controls.h"
#include "play/number_field.h"
#include "play/overview.h"
#include "view/format.h"
#include "view/plot_colors.h"
#include "view/widgets.h"

namespace taskscope::play {

namespace {

// CSS pixels.
constexpr float least_group_width = 236, field_gap = 16;

// Controls with what they are about before them, or where there is no room above; one after the other, on as many lines
// as they need.
struct Flow {
  const Scene& scene;
  Column at;
  float least_indent;  // so that controls one beneath the other begin alike
  float x = at.x, y = at.y, bottom = at.y;

  // Draws the label and gives the place of its control, which is this wide if there is room.
  Column place(std::string_view label, float width) {
    Ui& ui = scene.ui;
    const TextBlock& block = ui.text().line(label, type::note);
    const float indent = std::max(least_indent, block.width + ui.px(8));
    if (x > at.x && x + indent + width > at.right()) {
      x = at.x;
      y = bottom + ui.px(8);
    }
    const bool beside = x + indent + width <= at.right();
    const float lead = std::round(ui.px(metric::button_height - type::note.line_height) / 2);
    const float label_x = x, label_y = beside ? y + lead : y;
    control_label(ui, concat({label, " label"}), label, block, label_x, label_y);
    x += indent + width + ui.px(metric::text_gap) * 1.5f;
    if (beside) return {label_x + indent, y, width};
    return {at.x, y + block.height() + ui.px(2), std::min(width, at.width)};
  }

  std::optional<std::size_t> choose(std::string_view label, std::span<const Choice> all) {
    const Column column = place(label, choices_width(scene.ui, all));
    const Chosen chosen = choices(scene.ui, {column.x, column.y, at.right() - column.x}, label, all, Align::left);
    bottom = std::max(bottom, chosen.bottom);
    return chosen.index;
  }

  std::optional<std::size_t> choose(std::string_view label, std::span<const Option> options, std::size_t chosen) {
    const Chosen pressed =
        drop_down(scene.ui, place(label, drop_down_width(scene.ui, options)), label, {label, options, chosen});
    bottom = std::max(bottom, pressed.bottom);
    return pressed.index;
  }
};

// Which rating an axis has; there may be dozens.
void choose_axis(const Scene& scene, Flow& flow, std::string_view label, std::size_t now,
                 std::string OverviewChoice::*axis) {
  std::vector<Option> ratings;
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < scene.catalogue().columns.size(); ++i) {
    const FigureColumn& column = scene.catalogue().columns[i];
    if (column.quantity != Quantity::rating) continue;
    ratings.push_back({column.name, column.title});
    columns.push_back(i);
  }
  if (ratings.size() < 2) return;
  const auto place = std::find(columns.begin(), columns.end(), now) - columns.begin();
  const auto chosen = flow.choose(label, ratings, static_cast<std::size_t>(place));
  if (!chosen) return;
  OverviewChoice next = scene.choice();
  next.*axis = ratings[*chosen].key;
  next.window.reset();
  scene.change(std::move(next), std::string(ratings[*chosen].label));
}

// A group that can be hidden: its colour, its name and how many occupations it has. Returns whether it was pressed.
bool draw_group(const Scene& scene, const Rect& box, std::size_t group, bool is_on, std::optional<std::size_t>& lit) {
  Ui& ui = scene.ui;
  const std::string& name = scene.overview.group_names[group];
  const std::string& key = scene.catalogue().groups[group].code;
  const Press press = ui.press_area(ui.id(key), box);
  if (press.hovered) {
    ui.fill(box, ui.colors().hover, ui.theme().radius(metric::chip_radius));
    lit = group;
  }
  const float size = ui.px(metric::check_box);
  const Rect swatch{box.x + ui.px(4), std::round(box.center_y() - size / 2), size, size};
  const bool is_colored = scene.choice().color == MarkColor::group;
  const Color color = is_colored ? group_color(ui.theme().scheme, group) : ui.colors().ink;
  const float radius = ui.theme().radius(metric::swatch_radius);
  if (is_on) ui.fill(swatch, color, radius);
  ui.outline(swatch, is_on ? color : ui.colors().muted, radius);
  if (is_on) ui.check_mark(swatch, readable_on(color, ui.colors().inverse, ui.colors().ink));
  const auto occupations = static_cast<double>(scene.overview.selection.by_group[group]);
  const TextBlock& count = ui.text().line(whole_text(ui.language(), occupations), type::note);
  const float left = swatch.right() + ui.px(6), right = box.right() - count.width - ui.px(6);
  const TextBlock& label = ui.text().layout(name, type::note, right - left - ui.px(6));
  ui.words(label, left, std::round(box.center_y() - label.height() / 2), is_on ? ui.colors().ink : ui.colors().muted);
  ui.words(count, right, std::round(box.center_y() - count.height() / 2), ui.colors().muted);
  Scope button(ui, key, {.role = Role::button, .part = "switch", .text = name, .box = box, .pressed = is_on});
  ui.record_text("button-label", {.role = Role::text, .text = name}, label, left,
                 std::round(box.center_y() - label.height() / 2));
  ui.note("meaning", whole_text(ui.language(), occupations), box);
  return press.pressed;
}

float group_height(const Scene& scene, std::size_t group, float width) {
  Ui& ui = scene.ui;
  const float room = width - ui.px(metric::check_box + 4 + 6 + 6 + 6) - ui.text().line("000", type::note).width;
  return std::max(ui.px(metric::switch_height),
                  ui.text().layout(scene.overview.group_names[group], type::note, room).height() + ui.px(4));
}

float draw_groups(const Scene& scene, const Column& at) {
  Ui& ui = scene.ui;
  const std::vector<std::string>& hidden = scene.choice().hidden_groups;
  const std::size_t all = scene.catalogue().groups.size();
  const auto fitting = std::max<std::size_t>(1, static_cast<std::size_t>(at.width / ui.px(least_group_width)));
  const std::size_t columns = scene.legend_columns > 0 ? scene.legend_columns : fitting;
  const float width = std::floor(at.width / static_cast<float>(columns));
  const std::size_t lines = (all + columns - 1) / columns;
  Scope scope(ui, "groups", {.role = Role::group, .part = "groups", .text = scene.words().groups});
  std::optional<std::size_t> lit;
  float y = at.y;
  for (std::size_t line = 0; line < lines; ++line) {
    float height = 0;
    for (std::size_t group = line; group < all; group += lines)
      height = std::max(height, group_height(scene, group, width - ui.px(4)));
    for (std::size_t group = line; group < all; group += lines) {
      const std::string& code = scene.catalogue().groups[group].code;
      const bool is_on = std::find(hidden.begin(), hidden.end(), code) == hidden.end();
      const std::size_t column = group / lines;
      const float x = at.x + width * static_cast<float>(column);
      if (!draw_group(scene, {x, y, width - ui.px(4), height}, group, is_on, lit)) continue;
      OverviewChoice next = scene.choice();
      if (is_on) next.hidden_groups.push_back(code);
      if (!is_on) std::erase(next.hidden_groups, code);
      scene.change(std::move(next), scene.overview.group_names[group]);
    }
    y += height;
  }
  scene.overview.lit_group = lit;
  return y;
}

// What the steps of a colour stand for.
float draw_steps(const Scene& scene, const Column& at) {
  Ui& ui = scene.ui;
  const bool is_wage = scene.choice().color == MarkColor::wage;
  const std::size_t column = column_of(scene.overview, is_wage ? Quantity::money : Quantity::growth);
  if (column == no_column || scene.overview.steps.empty()) return at.y;
  const FigureColumn& figures = scene.catalogue().columns[column];
  const Scheme scheme = ui.theme().scheme;
  const auto value = [&](std::size_t i) { return value_text(ui.language(), figures, scene.overview.steps[i]); };
  Scope scope(ui, "steps", {.role = Role::list, .part = "steps", .text = column_text(figures)});
  float x = at.x, y = at.y;
  const float size = ui.px(metric::check_box), line = ui.px(metric::switch_height);
  const TextBlock& title = ui.text().line(column_text(figures), type::note);
  ui.words(title, x, y + (line - title.line_height) / 2, ui.colors().muted);
  x += title.width + ui.px(12);
  for (std::size_t i = 0; i <= step_count; ++i) {
    const std::string label = i == step_count ? std::string(ui.language().play.not_given)
                              : i == 0        ? ui.say(scene.words().below, {value(0)})
                                              : ui.say(scene.words().above, {value(i - 1)});
    const TextBlock& block = ui.text().line(label, type::note);
    const float width = size + ui.px(6) + block.width;
    if (x > at.x && x + width > at.right()) {
      x = at.x;
      y += line;
    }
    const Color color = i == step_count ? ui.colors().muted : is_wage ? step_color(scheme, i) : change_color(scheme, i);
    ui.fill({x, y + (line - size) / 2, size, size}, color, ui.theme().radius(metric::swatch_radius));
    const float top = std::round(y + (line - block.line_height) / 2);
    ui.words(block, x + size + ui.px(6), top, ui.colors().ink);
    Scope item(ui, item_key(i, "step"), {.role = Role::list_item, .part = "step"});
    ui.record_text("label", {.role = Role::text, .text = label}, block, x + size + ui.px(6), top);
    x += width + ui.px(metric::text_gap);
  }
  return y + line;
}

// What areas stand for.
float draw_sizes(const Scene& scene, const Column& at) {
  const std::size_t people = column_of(scene.overview, Quantity::people);
  if (people == no_column) return at.y;
  Ui& ui = scene.ui;
  const std::string title = ui.say(scene.words().area, {scene.catalogue().columns[people].title});
  const MarkSize& size = scene.overview.picture.size;
  const std::vector<double> values =
      scene.choice().shape == PlotShape::treemap ? std::vector<double>() : legend_values(size, 3);
  const float line = std::max(ui.px(metric::switch_height), values.empty() ? 0.0f : 2 * radius_of(values[0], size));
  const TextBlock& block = ui.text().line(title, type::note);
  ui.words(block, at.x, std::round(at.y + (line - block.line_height) / 2), ui.colors().muted);
  ui.record_text("sizes", {.role = Role::paragraph, .text = title}, block, at.x,
                 std::round(at.y + (line - block.line_height) / 2));
  float x = at.x + block.width + ui.px(12);
  for (const double value : values) {
    const float radius = radius_of(value, size);
    const TextBlock& label = ui.text().line(whole_text(ui.language(), value), type::note);
    if (x + 2 * radius + label.width + ui.px(6) > at.right()) break;
    const float y = at.y + line / 2;
    ui.disc(x + radius, y, radius, ui.colors().muted);
    ui.disc(x + radius, y, radius - ui.theme().hairline(), ui.colors().card);
    ui.words(label, x + 2 * radius + ui.px(6), std::round(y - label.line_height / 2), ui.colors().ink);
    x += 2 * radius + ui.px(6) + label.width + ui.px(metric::text_gap);
  }
  return at.y + line;
}

std::string limit_text(const Language& language, double value) {
  const std::string plain = decimal_text(std::abs(value));
  const std::size_t point = std::min(plain.size(), plain.find('.'));
  std::string text =
      concat({value < 0 ? language.numbers.minus : "", whole_text(language, std::trunc(std::abs(value)))});
  for (const char c : plain.substr(point))
    text += c == '.' ? language.numbers.decimal : language.numbers.digits[static_cast<std::size_t>(c - '0')];
  return text;
}

std::string limit_name(const Scene& scene, Filtered filtered, bool is_least) {
  const std::size_t column = column_of(scene.overview, quantity_of(filtered));
  return scene.ui.say(is_least ? scene.words().at_least : scene.words().at_most,
                      {column_text(scene.catalogue().columns[column])});
}

// The room for the names of all fields, so that these are level.
float limit_height(const Scene& scene, float width) {
  float height = 0;
  for (const Filtered filtered : {Filtered::people, Filtered::wage, Filtered::growth}) {
    if (column_of(scene.overview, quantity_of(filtered)) == no_column) continue;
    for (const bool is_least : {true, false})
      height =
          std::max(height, scene.ui.text().layout(limit_name(scene, filtered, is_least), type::axis, width).height());
  }
  return height;
}

// One end of a span. Returns the bottom.
float draw_limit(const Scene& scene, const Column& at, Filtered filtered, bool is_least) {
  Ui& ui = scene.ui;
  const FigureColumn& column = scene.catalogue().columns[column_of(scene.overview, quantity_of(filtered))];
  const FigureRange range = figure_range(column.quantity);
  std::optional<double> FigureSpan::*end = is_least ? &FigureSpan::least : &FigureSpan::most;
  const std::string name = limit_name(scene, filtered, is_least);
  const float room = limit_height(scene, at.width);
  const TextBlock& label = ui.text().layout(name, type::axis, at.width);
  control_label(ui, is_least ? "least label" : "most label", name, label, at.x, at.y + room - label.height());
  const Rect box{at.x, at.y + room + ui.px(2), at.width, ui.px(metric::field_height)};
  const std::string_view key = is_least ? "least" : "most";
  const std::string units =
      column.quantity == Quantity::growth ? std::string(percent_units) : currency_units(column.currency);
  const NumberEntry typed = number_field(ui, scene.view, scene.intents, box, key,
                                         {.name = name,
                                          .value = scene.choice().spans[static_cast<std::size_t>(filtered)].*end,
                                          .least = range.least,
                                          .most = range.most,
                                          .steps = 100,  // as a link keeps it (core/state_code.h)
                                          .units = units,
                                          .write = limit_text,
                                          .none = scene.words().no_limit});
  if (typed.is_new) {
    OverviewChoice next = scene.choice();
    next.spans[static_cast<std::size_t>(filtered)].*end = typed.value;
    std::string matches = matches_text(scene, next);
    if (next != scene.choice()) scene.change(std::move(next), std::move(matches));
  }
  return draw_problem(ui, at.at(box.bottom()), key, typed.problem);
}

// How many occupations are in view, and the way back to all.
float draw_count(const Scene& scene, const Column& at) {
  Ui& ui = scene.ui;
  const OverviewChoice& now = scene.choice();
  const bool is_filtered = !now.hidden_groups.empty() || now.spans != OverviewChoice{}.spans;
  const std::string matches = matches_text(scene, now);
  const TextBlock& block = ui.text().line(matches, type::strong_note);
  const float lead = std::round((ui.px(metric::button_height) - block.line_height) / 2);
  const float label_width = push_button_width(ui, ui.language().play.show_all);
  const bool beside = block.width + ui.px(16) + label_width <= at.width;
  const float below = text(ui, at.at(at.y + lead), "matches", {matches, type::strong_note, ui.colors().ink});
  const Column place = beside ? Column{at.x + block.width + ui.px(16), at.y, label_width} : at.at(below + ui.px(4));
  const Pushed all =
      push_button(ui, place, "show-all", {.label = ui.language().play.show_all, .disabled = !is_filtered}, Align::left);
  if (all.pressed) {
    OverviewChoice next = now;
    next.hidden_groups.clear();
    next.spans = {};
    forget_unread(scene.intents);
    scene.change(std::move(next), whole_text(ui.language(), static_cast<double>(scene.catalogue().size())));
  }
  return all.bottom;
}

}  // namespace

float draw_shapes(const Scene& scene, const Column& at) {
  const OverviewWords& words = scene.words();
  float indent = 0;
  if (scene.view.breadth <= Breadth::narrow)
    for (const std::string_view label : {words.color, words.upward, words.across})
      indent = std::max(indent, scene.ui.text().line(label, type::note).width + scene.ui.px(8));
  Flow flow{scene, at, indent};
  std::array<Choice, 3> shapes, colors;
  for (std::size_t i = 0; i < 3; ++i) {
    shapes[i] = {words.shapes[i], "", static_cast<PlotShape>(i) == scene.choice().shape};
    colors[i] = {words.colors[i], "", static_cast<MarkColor>(i) == scene.choice().color};
  }
  OverviewChoice next = scene.choice();
  if (const auto shape = flow.choose(words.shape, shapes)) {
    next.shape = static_cast<PlotShape>(*shape);
    next.window.reset();
    scene.change(std::move(next), std::string(words.shapes[*shape]));
  } else if (const auto color = flow.choose(words.color, colors)) {
    next.color = static_cast<MarkColor>(*color);
    scene.change(std::move(next), std::string(words.colors[*color]));
  }
  const PlotShape shape = scene.choice().shape;
  if (shape == PlotShape::scatter)
    choose_axis(scene, flow, words.upward, upward_column(scene.overview, scene.choice()), &OverviewChoice::upward);
  if (shape != PlotShape::treemap)
    choose_axis(scene, flow, words.across, across_column(scene.overview, scene.choice()), &OverviewChoice::across);
  return flow.bottom;
}

float draw_legend(const Scene& scene, const Column& at) {
  Ui& ui = scene.ui;
  selected_rows(scene.overview, scene.choice());
  float y = draw_sizes(scene, at);
  if (scene.choice().color != MarkColor::group) y = draw_steps(scene, at.at(y + ui.px(4)));
  return draw_groups(scene, at.at(y + ui.px(8)));
}

float draw_filters(const Scene& scene, const Column& at) {
  Ui& ui = scene.ui;
  Scope scope(ui, "filters", {.role = Role::group, .part = "filters", .text = scene.words().filters});
  const float gap = ui.px(field_gap);
  const std::size_t columns = scene.view.breadth >= Breadth::medium ? 3 : 1;
  const float width = (at.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  float bottom = at.y, y = at.y;
  std::size_t place = 0;
  for (const Filtered filtered : {Filtered::people, Filtered::wage, Filtered::growth}) {
    if (column_of(scene.overview, quantity_of(filtered)) == no_column) continue;
    if (place == columns) {
      place = 0;
      y = bottom + ui.px(8);
    }
    const float x = at.x + (width + gap) * static_cast<float>(place++);
    const float half = (width - ui.px(8)) / 2;
    Scope span(ui, item_key(static_cast<std::size_t>(filtered), "span"),
               {.role = Role::group,
                .part = "span",
                .text = scene.catalogue().columns[column_of(scene.overview, quantity_of(filtered))].title});
    bottom = std::max(bottom, draw_limit(scene, {x, y, half}, filtered, true));
    bottom = std::max(bottom, draw_limit(scene, {x + half + ui.px(8), y, half}, filtered, false));
  }
  return draw_count(scene, at.at(bottom + ui.px(10)));
}

float draw_own_job(const Scene& scene, const Column& at) {
  if (!scene.choice().own) return at.y;
  Ui& ui = scene.ui;
  const std::size_t column = across_column(scene.overview, {});
  if (column == no_column) return at.y;
  const double potential = scene.choice().own->potential_percent;
  const Standing standing = standing_of(static_cast<float>(potential), scene.overview.figures[column],
                                        selected_rows(scene.overview, scene.choice()), 1);
  const Language& language = ui.language();
  std::string sentence =
      ui.say(scene.words().standing,
             {percent_text(language, potential, 1), whole_text(language, static_cast<double>(standing.rank)),
              whole_text(language, static_cast<double>(standing.compared + 1))});
  if (!standing.above.empty() && !standing.below.empty())
    sentence +=
        concat({" ", ui.say(scene.words().between, {scene.title(standing.above[0]), scene.title(standing.below[0])})});
  return text(ui, at.at(at.y + ui.px(12)), "own-job", {sentence, type::strong_note, ui.colors().ink});
}

}  // namespace taskscope::play
