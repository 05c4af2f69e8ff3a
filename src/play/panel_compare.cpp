// The profile beside one or two others: headline figures, ratings, bands and tasks in columns, and in words what
// differs most. Where there is room for two columns only, the reader chooses which other profile has the second.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/comparison.h"
#include "core/text.h"
#include "play/overview.h"
#include "play/panels.h"
#include "view/format.h"
#include "view/parts.h"
#include "view/widgets.h"

namespace taskscope::play {

namespace {

constexpr float label_share = 0.178f;  // of the width
// CSS pixels.
constexpr float least_label_width = 170, column_gap = 20;
constexpr float line_gap = 2;       // between lines that are texts of their own
constexpr float figure_width = 54;  // "100.0%" and some room before it

// Where profiles stand: the dashboard's own at 0, then those to compare with that are there.
std::vector<std::size_t> places_of(const View& view) {
  std::vector<std::size_t> places = {0};
  for (std::size_t i = 0; i < view.compared.size(); ++i)
    if (view.compared[i].status == Subject::Status::there) places.push_back(i + 1);
  return places;
}

const Profile& profile_at(const View& view, std::size_t place) {
  return place == 0 ? view.profile : view.compared[place - 1].profile;
}

// Titles that are the same are told apart by a number.
std::string name_at(const View& view, std::size_t place) {
  const std::string& title = profile_at(view, place).title;
  std::size_t number = 1;
  for (const std::size_t other : places_of(view)) number += other < place && profile_at(view, other).title == title;
  return number == 1 ? title : concat({title, " (", std::to_string(number), ")"});
}

// The profiles that are shown, what each is called, and how many decimals the headline figures need.
struct Shown {
  std::vector<Side> sides;
  std::vector<std::string> names;
  int decimals = 0;
  std::vector<ComparedFigure> figures;  // of a catalogue
};

Shown shown_at(Ui& ui, const View& view, std::span<const std::size_t> places) {
  Shown shown;
  shown.figures = compared_figures(ui, view, places);
  for (const std::size_t place : places) {
    const Profile& profile = profile_at(view, place);
    shown.sides.push_back({profile, place == 0 ? view.insight : view.compared[place - 1].insight});
    shown.names.push_back(name_at(view, place));
    shown.decimals = std::max(shown.decimals, headline_decimals(profile));
  }
  return shown;
}

// What a side has in a row: lines of text, or a bar with its figure.
struct Cell {
  std::vector<std::string> lines;
  TextStyle style = type::body;
  Color color = 0;
  std::string look{};  // of the colour, for style sheets
  std::optional<double> percent{};
};

struct Row {
  std::string_view label;
  Color color = 0;  // of the label
  std::string_view look{};
  std::vector<Cell> cells{};  // by side
};

// Where a row's label and its cells are: side by side, or narrower the label above, or narrowest all beneath one
// another with each side's name.
struct Columns {
  Breadth breadth;
  float label_width = 0, first_x = 0, width = 0, step = 0;

  bool is_stacked() const { return breadth <= Breadth::narrow; }
  bool is_tight() const { return breadth == Breadth::tight; }
  Column cell(std::size_t side, float y) const { return {first_x + step * static_cast<float>(side), y, width}; }
};

Columns columns_of(Ui& ui, const View& view, const Column& at, std::size_t sides) {
  const float gap = ui.px(column_gap);
  if (view.breadth == Breadth::tight) return {view.breadth, at.width, at.x, at.width, 0};
  Columns columns{view.breadth, at.width, at.x};
  if (!columns.is_stacked()) {
    columns.label_width = std::max(ui.px(least_label_width), std::round(at.width * label_share));
    columns.first_x += columns.label_width + gap;
  }
  const auto count = static_cast<float>(sides);
  columns.width = std::max(1.0f, std::floor((at.right() - columns.first_x - gap * (count - 1)) / count));
  columns.step = columns.width + gap;
  return columns;
}

// A title; what stands in brackets at its end, such as that a profile is fictional, is smaller.
float draw_name(Ui& ui, const Column& at, std::string_view key, std::string_view name, Role role, TextStyle style) {
  const std::size_t bracket = name.ends_with(')') ? name.rfind(" (") : std::string_view::npos;
  const std::string_view own = name.substr(0, bracket), addition = name.substr(own.size());
  const TextRun runs[] = {{own, style}, {addition, type::strong_note}};
  const TextBlock& block = ui.text().layout(std::span(runs).first(addition.empty() ? 1 : 2), at.width);
  ui.words(block, at.x, at.y, std::array{ui.colors().ink, ui.colors().muted});
  ui.record_text(key, {.role = role, .part = "profile", .text = name}, block, at.x, at.y);
  return at.y + block.height();
}

// Returns the bottom of the cell's content.
float draw_cell(Ui& ui, const Row& row, const Cell& cell, const Column& at) {
  if (!cell.percent) {
    const float lead = (type::body.line_height - cell.style.line_height) / 2;  // so that first lines are level
    float y = at.y + std::round(ui.theme().unit * lead);
    for (std::size_t i = 0; i < cell.lines.size(); ++i)
      y = text(ui, at.at(i > 0 ? y + ui.px(line_gap) : y), item_key(i, cell.lines[i]),
               {.text = cell.lines[i],
                .style = cell.style,
                .color = cell.color,
                .role = Role::text,
                .part = concat({"words ", cell.look})});
    return y;
  }
  const float height = ui.px(metric::bar_height), line = ui.px(type::body.line_height);
  const float width = std::max(1.0f, at.width - ui.px(figure_width)), center = at.y + line / 2;
  bar(ui, {at.x, std::round(center - height / 2), width, height}, "bar",
      {*cell.percent, cell.color, row.label, concat({row.label, " ", cell.lines[0]}), concat({"bar ", cell.look})});
  figure_text(ui, "percent", {cell.lines[0], ui.colors().ink, Role::text}, {at.right(), center});
  return at.y + line;
}

// Of a side's own texts, where they are in another language than the dashboard.
std::string_view language_of(Ui& ui, const Side& side) {
  return is_same_language(side.profile.locale, ui.language().tag) ? std::string_view() : side.profile.locale;
}

// Returns the row's bottom.
float draw_row(Ui& ui, const Shown& shown, const Columns& columns, const Row& row, const Column& at) {
  const float padding = ui.px(metric::row_padding), top = at.y + padding;
  ui.horizontal_line(at.x, at.y, columns.label_width, ui.colors().line);
  const TextStyle label_style = columns.is_stacked() ? type::note : type::body;
  const float label_bottom = text(ui, {at.x, top, columns.label_width}, "label",
                                  {.text = row.label,
                                   .style = label_style,
                                   .color = columns.is_stacked() && row.look.empty() ? ui.colors().muted : row.color,
                                   .role = Role::row_header,
                                   .part = concat({"row-label ", row.look})});
  float y = columns.is_stacked() ? label_bottom : top, bottom = label_bottom;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    Column cell = columns.cell(i, y);
    if (!columns.is_stacked()) ui.horizontal_line(cell.x, at.y, cell.width, ui.colors().line);
    const std::string_view part = row.cells[i].percent ? "figure" : "cell";
    Scope scope(ui, item_key(i, part), {.role = Role::cell, .part = part, .language = language_of(ui, shown.sides[i])});
    if (columns.is_tight()) cell.y = draw_name(ui, cell, "of", shown.names[i], Role::text, type::strong_note);
    bottom = std::max(bottom, draw_cell(ui, row, row.cells[i], cell));
    if (columns.is_tight()) y = bottom + ui.px(4);
  }
  return bottom + padding;
}

struct Table {
  std::string_view key, caption, label_column;
  std::vector<Row> rows;
  bool shows_head = true;  // else its columns are named for listeners alone
};

// The profiles' titles over their columns. Returns the bottom.
float draw_head(Ui& ui, const Shown& shown, const Columns& columns, const Table& table, const Column& at) {
  const bool is_drawn = table.shows_head && !columns.is_tight();
  Scope row(ui, "columns", {.role = Role::row, .part = is_drawn ? "compared-head" : "columns"});
  ui.record("label", {.role = Role::column_header, .part = "column", .text = table.label_column});
  float bottom = at.y;
  for (std::size_t i = 0; i < shown.names.size(); ++i) {
    const std::string key = item_key(i, shown.names[i]);
    if (!is_drawn) {
      ui.record(key, {.role = Role::column_header, .part = "column", .text = shown.names[i]});
      continue;
    }
    bottom = std::max(bottom,
                      draw_name(ui, columns.cell(i, at.y), key, shown.names[i], Role::column_header, type::subheading));
  }
  return is_drawn ? bottom + ui.px(metric::row_padding) : bottom;
}

// Returns the bottom.
float draw_table(Ui& ui, const View& view, const Shown& shown, const Table& table, const Column& at) {
  Scope scope(ui, table.key, {.role = Role::table, .part = concat({"compared ", table.key})});
  ui.record("caption", {.role = Role::caption, .text = table.caption, .box = {at.x, at.y, at.width, 1}});
  const Columns columns = columns_of(ui, view, at, shown.sides.size());
  float y = draw_head(ui, shown, columns, table, at);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const Row& row = table.rows[i];
    Scope row_scope(ui, item_key(i, row.label), {.role = Role::row, .part = "compared-row", .text = row.label});
    y = draw_row(ui, shown, columns, row, at.at(y));
  }
  return y;
}

Cell cell_of(std::string line, TextStyle style, Color color, std::string look = {}) {
  Cell cell{{}, style, color, std::move(look)};
  cell.lines.push_back(std::move(line));
  return cell;
}
Cell words(Ui& ui, std::string line) { return cell_of(std::move(line), type::body, ui.colors().ink); }
Cell faint(Ui& ui, std::string_view line) { return cell_of(std::string(line), type::body, ui.colors().muted, "faint"); }
Cell rating_cell(Ui& ui, const std::optional<Rating>& rating) {
  if (!rating) return faint(ui, ui.language().play.not_given);
  return cell_of(std::string(of(ui.language().view.rating, *rating)), type::row_figure, ui.colors().of(*rating),
                 parts::with("verdict", parts::rating, *rating));
}

// "64 points".
std::string points_text(const Language& language, double points) {
  return counted(language, language.view.points, points);
}

// "Scan records into electronic formats · 92%".
std::string task_text(const Language& language, const Task& task) {
  const double percent = task.automation_percent;
  return concat({task.name, "\u00a0·\u00a0", percent_text(language, percent, decimals_for({&percent, 1}))});
}

std::string count_text(Ui& ui, std::size_t count) { return number_text(ui.language(), static_cast<double>(count), 0); }

// What each kind of row has of a side; `which` tells rows of a kind apart.

Cell headline_cell(Ui& ui, const Shown& shown, const Side& side, std::size_t which) {
  const auto kind = static_cast<EvidenceKind>(which);  // whose colour it has
  const std::optional<double> percent =
      kind == EvidenceKind::measured_use ? side.profile.adoption_percent : side.profile.potential_percent;
  if (!percent) return faint(ui, ui.language().play.not_given);
  Cell cell = cell_of(percent_text(ui.language(), *percent, shown.decimals), type::row_figure, ui.colors().of(kind),
                      std::string(of(parts::kind, kind)));
  cell.percent = percent;
  return cell;
}

Cell gap_cell(Ui& ui, const Shown&, const Side& side, std::size_t) {
  const std::optional<double> points = side.insight.gap_points;
  if (!points) return faint(ui, ui.language().play.not_given);
  return cell_of(points_text(ui.language(), *points), type::row_figure, ui.colors().ink, "verdict");
}

Cell band_cell(Ui& ui, const Shown&, const Side& side, std::size_t which) {
  const std::size_t all = side.profile.tasks.size();
  if (all == 0) return faint(ui, ui.language().play.not_given);
  const std::size_t of_band = tasks_in(side.insight, static_cast<Band>(which));
  return words(ui, ui.say(ui.language().play.of_all, {count_text(ui, of_band), count_text(ui, all)}));
}

Cell exposed_cell(Ui& ui, const Shown&, const Side& side, std::size_t which) {
  const Task* task = which == 0 ? most_exposed_task(side) : least_exposed_task(side);
  return task ? words(ui, task_text(ui.language(), *task)) : faint(ui, ui.language().play.not_given);
}

using MakeCell = Cell (*)(Ui&, const Shown&, const Side&, std::size_t which);

// A row for each label.
void add_rows(Ui& ui, const Shown& shown, std::span<const std::string_view> row_labels, MakeCell make,
              std::vector<Row>& rows) {
  for (std::size_t which = 0; which < row_labels.size(); ++which) {
    Row& row = rows.emplace_back(Row{row_labels[which], ui.colors().ink});
    for (const Side& side : shown.sides) row.cells.push_back(make(ui, shown, side, which));
  }
}

std::vector<Row> figure_rows(Ui& ui, const Shown& shown) {
  std::vector<Row> rows;
  add_rows(ui, shown, ui.language().play.compared_headline, headline_cell, rows);
  add_rows(ui, shown, {&ui.language().play.compared_gap, 1}, gap_cell, rows);
  for (const IndicatorRow& indicator : indicator_rows(shown.sides)) {
    Row& row = rows.emplace_back(Row{indicator.name, ui.colors().ink});
    for (std::size_t i = 0; i < shown.sides.size(); ++i) row.cells.push_back(rating_cell(ui, indicator.ratings[i]));
  }
  for (const ComparedFigure& figure : shown.figures) {
    Row& row = rows.emplace_back(Row{figure.name, ui.colors().ink});
    for (const std::string& cell : figure.texts) row.cells.push_back(words(ui, cell));
  }
  const auto has_tasks = [](const Side& side) { return !side.profile.tasks.empty(); };
  if (!std::any_of(shown.sides.begin(), shown.sides.end(), has_tasks)) return rows;
  add_rows(ui, shown, ui.language().play.tasks_of_band, band_cell, rows);
  add_rows(ui, shown, ui.language().play.exposed_task, exposed_cell, rows);
  return rows;
}

// A side's tasks of a band, of a long list with how many are left out.
Cell listed_cell(Ui& ui, const Side& side, const ListedTasks& listed) {
  Cell cell{{}, type::note, ui.colors().ink, "listed"};
  const auto add = [&](const std::vector<std::size_t>& tasks) {
    for (const std::size_t task : tasks) cell.lines.push_back(task_text(ui.language(), side.profile.tasks[task]));
  };
  add(listed.first);
  if (listed.left_out > 0)
    cell.lines.push_back(ui.say(ui.language().play.more_tasks, {count_text(ui, listed.left_out)}));
  add(listed.last);
  return cell.lines.empty() ? faint(ui, ui.language().play.none_of_band) : cell;
}

// A row a band that any side has tasks in.
std::vector<Row> task_rows(Ui& ui, const Shown& shown) {
  std::vector<std::array<ListedTasks, 4>> listed;
  for (const Side& side : shown.sides) listed.push_back(listed_tasks(side.insight));
  std::vector<Row> rows;
  for (const Band band : all_bands) {
    Row row{of(ui.language().view.band, band), ui.colors().of(band), of(parts::band, band)};
    bool is_empty = true;
    for (std::size_t i = 0; i < shown.sides.size(); ++i) {
      row.cells.push_back(listed_cell(ui, shown.sides[i], listed[i][static_cast<std::size_t>(band)]));
      is_empty = is_empty && tasks_in(shown.sides[i].insight, band) == 0;
    }
    if (!is_empty) rows.push_back(std::move(row));
  }
  return rows;
}

// "adoption 3 points lower, potential 26 points lower, 4 fewer highly automatable tasks"
std::string difference_text(Ui& ui, const Differences& d) {
  const PlayWords& words = ui.language().play;
  std::string all;
  const auto add = [&](std::string_view pattern, std::initializer_list<Argument> arguments) {
    all += concat({all.empty() ? "" : words.difference_separator, ui.say(pattern, arguments)});
  };
  const auto add_points = [&](const WordList<2>& lower_or_higher, const std::optional<double>& points) {
    if (points) add(lower_or_higher[*points > 0], {points_text(ui.language(), std::abs(*points))});
  };
  add_points(words.adoption_apart, d.adoption_points);
  add_points(words.potential_apart, d.potential_points);
  if (d.band) {
    const auto tasks = static_cast<double>(std::abs(d.band->tasks));
    const WordList<4>& patterns = d.band->tasks > 0 ? words.more_of_band : words.fewer_of_band;
    add(of(patterns, d.band->band), {{number_text(ui.language(), tasks, 0), tasks}});
  }
  if (d.rating)
    add(words.rating_apart, {d.rating->indicator, of(words.rating_in_sentence, d.rating->rating),
                             of(words.rating_in_sentence, d.rating->other)});
  return all.empty() ? std::string(words.no_difference) : all;
}

// A sentence a pair: what is beside the first profile without naming that. Returns the bottom.
float draw_differences(Ui& ui, const Shown& shown, const Column& at) {
  Scope list(ui, "differences", {.role = Role::list, .text = of(ui.language().view.panel, Panel::compare)});
  float y = at.y;
  for (std::size_t other = 0; other < shown.sides.size(); ++other) {
    for (std::size_t i = other + 1; i < shown.sides.size(); ++i) {
      const std::string& name = shown.names[i];
      const PlayWords& words = ui.language().play;
      const std::string who = other == 0 ? name : ui.say(words.beside, {name, shown.names[other]});
      const std::string what = difference_text(ui, differences_between(shown.sides[i], shown.sides[other]));
      Scope item(ui, item_key(i, item_key(other, "pair")), {.role = Role::list_item, .part = "pair"});
      y = rich_text(ui, at.at(y), "difference", rich_message(ui, words.difference, {who, plain(what)}));
    }
  }
  return y;
}

// Which of the others has the column beside the first. Returns the bottom.
float draw_tabs(Ui& ui, const View& view, const Column& at, Intents& intents) {
  const std::array names = {name_at(view, 1), name_at(view, 2)};
  const std::array<Choice, most_compared> all = {
      {{names[0], "", view.state.beside == 0}, {names[1], "", view.state.beside == 1}}};
  const Chosen chosen = choices(ui, at, of(ui.language().view.panel, Panel::compare), all, Align::left);
  if (chosen.index) intents.push_back({.action = Action::choose_compared, .place = *chosen.index});
  return chosen.bottom;
}

float draw_sides(Ui& ui, const View& view, const Shown& shown, const Column& at) {
  float y = draw_table(ui, view, shown,
                       {"figures", of(ui.language().view.panel, Panel::compare), ui.language().play.compared_figure,
                        figure_rows(ui, shown)},
                       at);
  y = draw_differences(ui, shown, at.at(y + ui.px(6)));
  std::vector<Row> rows = task_rows(ui, shown);
  if (rows.empty()) return y;
  y = heading(ui, at.at(y + ui.px(14)), "tasks-heading", ui.language().view.tasks, 3, type::subheading);
  return draw_table(
      ui, view, shown,
      {"tasks-beside", ui.language().view.tasks, ui.language().play.compared_band, std::move(rows), false},
      at.at(y + ui.px(6)));
}

// What there is to say of profiles that are not there. Returns the bottom.
float draw_missing(Ui& ui, const View& view, const Column& at) {
  float y = at.y;
  for (const Subject& compared : view.compared) {
    const bool has_failed = compared.status == Subject::Status::failed;
    if (!has_failed && compared.status != Subject::Status::awaited) continue;
    y = text(ui, at.at(y), item_key(static_cast<std::size_t>(&compared - view.compared.data()), "missing"),
             {.text = has_failed ? std::string_view(compared.problem) : ui.language().view.part_awaited,
              .style = type::note,
              .color = has_failed ? ui.colors().of(Rating::high_pressure) : ui.colors().muted,
              .part = has_failed ? "problem" : "awaited"});
  }
  return y;
}

}  // namespace

float draw_compare(Ui& ui, const View& view, const Column& at, Intents& intents) {
  const std::string_view title = of(ui.language().view.panel, Panel::compare);
  Scope scope(ui, "compare", {.role = Role::section, .part = "card compare", .text = title});
  float y = heading(ui, at, "heading", title, 2, type::heading) + ui.px(12);
  std::vector<std::size_t> places = places_of(view);
  if (places.size() == 1) return draw_missing(ui, view, at.at(y));
  if (view.breadth <= Breadth::narrow && places.size() > 2) {
    y = draw_tabs(ui, view, at.at(y), intents) + ui.px(10);
    places = {0, view.state.beside + 1};
  }
  y = draw_sides(ui, view, shown_at(ui, view, places), at.at(y));
  return draw_missing(ui, view, at.at(y + ui.px(6)));
}

}  // namespace taskscope::play
