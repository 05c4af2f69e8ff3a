// How the potential is made: the weighted mean of the tasks, taken apart step by step along one axis, under a rule that
// the reader chooses.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "core/text.h"
#include "core/weighting.h"
#include "play/panels.h"
#include "view/format.h"
#include "view/parts.h"
#include "view/widgets.h"

namespace taskscope::play {

namespace {

constexpr std::size_t most_steps = 40;  // beyond which a step is a band of tasks
constexpr float name_share = 0.4f;      // of the width
constexpr float share_width = 124;      // CSS pixels; "12.5% × 92.5%"

// The rules that can be applied, the one that gives the published figure, and the one in force: the reader's, else the
// published one.
struct Rules {
  std::vector<Weighting> offered;
  std::optional<Weighting> published;
  Weighting chosen = Weighting::equal;
};

Rules rules_of(const View& view) {
  Rules rules{weightings_of(view.profile.tasks), published_weighting(view.profile)};
  const std::optional<Weighting> wish = view.state.weighting;
  const bool is_offered = wish && std::find(rules.offered.begin(), rules.offered.end(), *wish) != rules.offered.end();
  rules.chosen = is_offered ? *wish : rules.published.value_or(Weighting::equal);
  return rules;
}

bool steps_are_bands(const Profile& profile) { return profile.tasks.size() > most_steps; }

std::vector<std::vector<std::size_t>> steps_of(const View& view) {
  std::vector<std::vector<std::size_t>> steps;
  for (const TaskGroup& group : view.insight.groups) {
    if (steps_are_bands(view.profile)) {
      steps.push_back(group.tasks);
    } else {
      for (const std::size_t task : group.tasks) steps.push_back({task});
    }
  }
  return steps;
}

// A line of the arithmetic: what it is, how it counts, and its stretch of the axis in percent.
struct Line {
  std::string_view name;
  std::string share, amount;
  double from = 0, to = 0;
  Color color = 0;
  std::string_view look{};  // of the colour, for style sheets
  TextStyle style = type::body;
};

struct Columns {
  bool stacked = false;
  float name_width = 0, share_x = 0, bar_x = 0, bar_width = 0;  // stacked: the bar has the whole width
};

Columns columns_of(Ui& ui, const View& view, const Column& at) {
  if (view.breadth <= Breadth::narrow)
    return {true, std::max(1.0f, at.width - ui.px(metric::percent_width)), at.x, at.x, at.width};
  const float name = std::round(at.width * name_share), bar_x = at.x + name + ui.px(share_width);
  return {false, name - ui.px(metric::text_gap), at.x + name, bar_x, at.right() - ui.px(metric::percent_width) - bar_x};
}

void draw_stretch(Ui& ui, const Line& line, const Rect& axis) {
  const auto place = [&](double percent) {
    return axis.x + std::round(axis.width * static_cast<float>(percent / 100));
  };
  const float left = place(line.from), right = std::max(place(line.to), left + ui.theme().hairline());
  ui.fill({left, axis.y, right - left, axis.height}, line.color, ui.theme().radius(metric::bar_radius));
  ui.record("bar", {.role = Role::meter,
                    .part = concat({"bar ", line.look}),
                    .text = line.name,
                    .box = axis,
                    .value = line.to - line.from});
}

// A row of the table. Returns its bottom.
float draw_line(Ui& ui, const Columns& columns, const Line& line, const Column& at) {
  const float bar_height = ui.px(metric::bar_height);
  float y = at.y;
  const float name_bottom =
      text(ui, {at.x, y, columns.name_width}, "name", {line.name, line.style, ui.colors().ink, Role::cell});
  const float first_center = y + ui.px(line.style.line_height) / 2;
  const float center = columns.stacked ? first_center : (y + name_bottom) / 2;
  const float note = ui.px(type::note.line_height);
  const float share_y = columns.stacked ? name_bottom : std::round(center - note / 2);
  text(ui, {columns.share_x, share_y, TextShaper::unlimited}, "share",
       {line.share, type::note, ui.colors().muted, Role::cell});
  if (columns.stacked) y = share_y + note + ui.px(4);
  const float bar_y = columns.stacked ? y : std::round(center - bar_height / 2);
  Scope cell(ui, "figure", {.role = Role::cell});
  draw_stretch(ui, line, {columns.bar_x, bar_y, columns.bar_width, bar_height});
  figure_text(ui, "percent", {line.amount, ui.colors().ink, Role::text}, {at.right(), center});
  return columns.stacked ? bar_y + bar_height : name_bottom;
}

std::vector<Line> lines_of(Ui& ui, const View& view, const PotentialArithmetic& made) {
  std::vector<double> shares, figures, points;
  for (const PotentialStep& step : made.steps) {
    shares.push_back(step.share_percent);
    figures.push_back(step.automation_percent);
    points.push_back(step.points);
  }
  const int share_decimals = decimals_for(shares), figure_decimals = decimals_for(figures);
  const double share_units = share_decimals ? 10 : 1;
  const std::vector<long> rounded_shares = rounded_to_sum(shares, share_units), tenths = rounded_to_sum(points, 10);
  std::vector<Line> lines;
  double from = 0;
  for (std::size_t i = 0; i < made.steps.size(); ++i) {
    const PotentialStep& step = made.steps[i];
    const Task& task = view.profile.tasks[step.tasks.front()];
    const Band band = band_of(task);
    Line line;
    line.name = steps_are_bands(view.profile) ? of(ui.language().view.band, band) : std::string_view(task.name);
    line.share =
        concat({percent_text(ui.language(), static_cast<double>(rounded_shares[i]) / share_units, share_decimals),
                " × ", percent_text(ui.language(), step.automation_percent, figure_decimals)});
    line.amount =
        concat({ui.language().numbers.plus, number_text(ui.language(), static_cast<double>(tenths[i]) / 10, 1)});
    line.from = from;
    line.to = from += step.points;
    line.color = ui.colors().of(band);
    line.look = of(parts::band, band);
    lines.push_back(std::move(line));
  }
  return lines;
}

// The table, with the mean as its last row. Returns the bottom.
float draw_arithmetic(Ui& ui, const View& view, const PotentialArithmetic& made, const Column& at) {
  Scope table(ui, "table", {.role = Role::table, .part = "steps"});
  record_table_head(ui, ui.language().play.steps_caption, {at.x, at.y, at.width, 1}, ui.language().play.step_columns);
  const Columns columns = columns_of(ui, view, at);
  const float padding = ui.px(metric::row_padding);
  float y = at.y;
  std::size_t index = 0;
  for (const Line& line : lines_of(ui, view, made)) {
    Scope row(ui, item_key(index++, line.name), {.role = Role::row, .part = "step", .text = line.name});
    ui.horizontal_line(at.x, y, at.width, ui.colors().line);
    y = draw_line(ui, columns, line, at.at(y + padding)) + padding;
  }
  Scope row(ui, "mean", {.role = Role::row, .part = "step mean", .text = ui.language().play.potential_total});
  ui.fill({at.x, std::round(y), at.width, 2 * ui.theme().hairline()}, ui.colors().ink);
  const Line mean{ui.language().play.potential_total,
                  std::string(ui.language().play.weighted_mean),
                  percent_text(ui.language(), made.percent, 1),
                  0,
                  made.percent,
                  ui.colors().potential,
                  "",
                  type::row_figure};
  return draw_line(ui, columns, mean, at.at(y + padding)) + padding;
}

// How firm the figure is: the range over all rules.
float draw_range(Ui& ui, const PotentialArithmetic& made, const Column& at) {
  const std::string least = percent_text(ui.language(), made.least_percent, 1),
                    most = percent_text(ui.language(), made.most_percent, 1);
  const PlayWords& words = ui.language().play;
  const std::string_view pattern = least == most ? words.each_counts_alike : words.each_counts;
  return rich_text(ui, at, "range", rich_message(ui, pattern, {least, most}));
}

// What the chosen rule is, and how the published figure relates to it.
std::string rule_text(Ui& ui, const Rules& rules, const std::string& figure) {
  const PlayWords& words = ui.language().play;
  const std::string_view meaning = of(words.weighting_meaning, rules.chosen);
  if (!rules.published) return ui.say(words.no_rule_gives_published, {meaning, figure});
  if (*rules.published == rules.chosen) return ui.say(words.rule_gives_published, {meaning, figure});
  return ui.say(words.rule_unlike_published, {meaning, of(words.weighting_meaning, *rules.published)});
}

// The rules to choose from. Returns the bottom.
float draw_rules(Ui& ui, const Rules& rules, const Column& at, Align align, Intents& intents) {
  std::vector<Choice> all;
  all.reserve(rules.offered.size());
  for (const Weighting rule : rules.offered)
    all.push_back({of(ui.language().play.weighting_rule, rule), of(ui.language().play.weighting_meaning, rule),
                   rule == rules.chosen});
  const Chosen pressed = choices(ui, at, ui.language().play.weighting, all, align);
  if (pressed.index)
    intents.push_back({.action = Action::choose_weighting, .weighting = rules.offered[*pressed.index]});
  return pressed.bottom;
}

}  // namespace

float draw_potential_made(Ui& ui, const View& view, const Column& at, Intents& intents) {
  const std::string figure =
      percent_text(ui.language(), *view.profile.potential_percent, headline_decimals(view.profile));
  const std::string title = ui.say(ui.language().play.potential_made, {figure});
  Scope scope(ui, "potential-made", {.role = Role::section, .part = "card potential-made", .text = title});
  const Rules rules = rules_of(view);
  const PotentialArithmetic made = explain_potential(view.profile.tasks, steps_of(view), rules.chosen);
  float y = heading(ui, at, "heading", title, 2, type::heading);
  const bool beside = view.breadth >= Breadth::medium;  // the heading
  const Column rules_at = beside ? at : at.at(y + ui.px(8));
  const float rules_bottom = draw_rules(ui, rules, rules_at, beside ? Align::right : Align::left, intents);
  y = (beside ? std::max(y, rules_bottom) : rules_bottom) + ui.px(8);
  y = draw_range(ui, made, at.at(y));
  y = text(ui, at.at(y), "rule", {rule_text(ui, rules, figure), type::note, ui.colors().muted});
  y = draw_arithmetic(ui, view, made, at.at(y + ui.px(10)));
  if (view.profile.task_source.empty()) return y;
  const std::string source = ui.say(ui.language().view.sources, {view.profile.task_source});
  return text(ui, at.at(y + ui.px(4)), "source", {source, type::note, ui.colors().muted});
}

}  // namespace taskscope::play
