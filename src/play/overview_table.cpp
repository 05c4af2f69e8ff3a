// The occupations in view as a table that is sorted by any of its columns, a page of rows at a time.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/order.h"
#include "core/text.h"
#include "play/controls.h"
#include "play/overview.h"
#include "view/format.h"
#include "view/plot_colors.h"
#include "view/widgets.h"

namespace taskscope::play {

namespace {

constexpr std::size_t page_rows = 12;
// For paper and for the text in the open: browsers take 2 s to make elements of as many, and end up without any paper
// for four times as many.
constexpr std::size_t most_recorded = 5000;
constexpr std::string_view by_title = "title";
// CSS pixels.
constexpr float least_rank_width = 44, figure_width = 118, narrow_figure_width = 96, least_title_width = 150,
                keep_width = 84, narrow_keep_width = 34;

struct Columns {
  std::vector<std::size_t> figures;  // of the catalogue
  float rank_width = 0, title_x = 0, title_width = 0, first_x = 0, figure_width = 0;
  Rect keep{};              // where the rows' switches stand, from left to right; nowhere in pictures
  bool is_stacked = false;  // figures stand beneath the title
};

std::vector<std::size_t> figure_columns(const Scene& scene) {
  std::vector<std::size_t> columns;
  const auto add = [&](std::size_t column) {
    const bool is_new = std::find(columns.begin(), columns.end(), column) == columns.end();
    if (column != no_column && is_new) columns.push_back(column);
  };
  add(upward_column(scene.overview, scene.choice()));
  add(across_column(scene.overview, scene.choice()));
  for (const Quantity quantity : {Quantity::people, Quantity::money, Quantity::growth})
    add(column_of(scene.overview, quantity));
  return columns;
}

// That no word of a heading is cut.
float widest_heading_word(const Scene& scene, const std::vector<std::size_t>& columns) {
  float widest = 0;
  for (const std::size_t column : columns)
    widest = std::max(widest, widest_word(scene.ui, column_text(scene.catalogue().columns[column]), type::strong_note));
  return widest;
}

// Figures stand beside the titles where these have room enough, else beneath them, as many as fit.
Columns columns_at(const Scene& scene, const Column& at) {
  Ui& ui = scene.ui;
  Columns columns{.figures = figure_columns(scene)};
  columns.rank_width =
      std::max(ui.px(least_rank_width), ui.text().line(scene.words().rank, type::strong_note).width + ui.px(8));
  columns.title_x = at.x + columns.rank_width;
  if (!scene.view.is_picture) {
    const float width = ui.px(scene.view.breadth == Breadth::wide ? keep_width : narrow_keep_width);
    columns.keep = {at.right() - width, 0, width, 0};
  }
  const float right = at.right() - columns.keep.width;
  const auto count = static_cast<float>(std::max<std::size_t>(1, columns.figures.size()));
  columns.figure_width = std::max(std::min(ui.px(figure_width), std::floor(at.width * 0.62f / count)),
                                  std::ceil(widest_heading_word(scene, columns.figures)) + ui.px(8));
  columns.first_x = right - columns.figure_width * count;
  columns.title_width = columns.first_x - ui.px(12) - columns.title_x;
  columns.is_stacked = scene.view.breadth <= Breadth::narrow || columns.title_width < ui.px(least_title_width);
  if (!columns.is_stacked) return columns;
  const auto most = static_cast<std::size_t>(std::max(1.0f, at.width / ui.px(narrow_figure_width)));
  if (columns.figures.size() > most) columns.figures.resize(most);
  columns.figure_width = std::floor(at.width / static_cast<float>(std::max<std::size_t>(1, columns.figures.size())));
  columns.first_x = at.x;
  columns.title_width = right - columns.title_x;
  return columns;
}

// The column that the rows go by; no_column for titles.
std::size_t ordering_column(const Scene& scene) {
  const std::string& order = scene.choice().order;
  if (order == by_title) return no_column;
  for (std::size_t i = 0; i < scene.catalogue().columns.size(); ++i)
    if (scene.catalogue().columns[i].name == order) return i;
  return upward_column(scene.overview, scene.choice());
}

std::vector<std::size_t> rows_in_order(const Scene& scene) {
  const std::vector<std::size_t>& rows = selected_rows(scene.overview, scene.choice());
  const std::size_t column = ordering_column(scene);
  if (column != no_column) return ordered_rows(scene.overview.figures[column], rows, !scene.choice().ascends);
  std::vector<std::string> titles;
  titles.reserve(rows.size());
  for (const std::size_t row : rows) titles.emplace_back(scene.title(row));
  std::vector<std::size_t> order = alphabetical_order(std::move(titles));
  if (!scene.choice().ascends) std::reverse(order.begin(), order.end());
  for (std::size_t& place : order) place = rows[place];
  return order;
}

// By the column that the rows go by, in view; of titles the place in the alphabet.
std::vector<std::size_t> ranks_of(const Scene& scene, const std::vector<std::size_t>& ordered) {
  std::vector<std::size_t> ranks(scene.catalogue().size(), 0);
  const std::size_t column = ordering_column(scene);
  const std::vector<std::size_t> by_place =
      column == no_column ? std::vector<std::size_t>() : competition_ranks(scene.overview.figures[column], ordered);
  for (std::size_t i = 0; i < ordered.size(); ++i) ranks[ordered[i]] = column == no_column ? i + 1 : by_place[i];
  return ranks;
}

// A column's name, which sorts by it. Returns the bottom.
float draw_heading(const Scene& scene, const Column& at, std::size_t column, Align align) {
  Ui& ui = scene.ui;
  const bool is_title = column == no_column;
  const std::string name =
      is_title ? std::string(scene.words().occupation) : column_text(scene.catalogue().columns[column]);
  const std::string key = is_title ? std::string(by_title) : scene.catalogue().columns[column].name;
  const bool is_on = ordering_column(scene) == column;
  const Attribute order{"aria-sort", !is_on ? "none" : scene.choice().ascends ? "ascending" : "descending"};
  const std::string label = is_on ? concat({name, scene.choice().ascends ? " ↑" : " ↓"}) : name;
  const TextBlock& block = ui.text().layout(label, type::strong_note, at.width);
  const float x = align == Align::right ? at.right() - block.width : at.x;
  const Rect box = Rect{x, at.y, block.width, block.height()}.grown(ui.px(3));
  Scope header(ui, concat({"by ", key}), {.role = Role::column_header, .part = "sorted", .attributes = {&order, 1}});
  const Press press = ui.press_area(ui.id("sort"), box);
  if (press.hovered) ui.fill(box, ui.colors().hover, ui.theme().radius(metric::swatch_radius));
  ui.words(block, x, at.y, is_on ? ui.colors().ink : ui.colors().muted);
  Scope button(ui, "sort", {.role = Role::button, .part = "sort", .text = name, .box = box});
  ui.record_text("button-label", {.role = Role::text, .text = label}, block, x, at.y);
  if (press.pressed) {
    OverviewChoice next = scene.choice();
    next.ascends = is_on ? !next.ascends : is_title;
    next.order = key;
    OverviewState changed = scene.state;
    changed.choice = std::move(next);
    changed.page = 0;
    scene.change(std::move(changed), name);
  }
  return box.bottom();
}

Column figure_place(const Columns& columns, std::size_t i, float y, float gap) {
  const float x = columns.first_x + columns.figure_width * static_cast<float>(i);
  return {columns.is_stacked ? x : x + gap, y, columns.figure_width - gap};
}

// What the rows' switches do; where there is no room for it, they tell it themselves. Returns the bottom.
float draw_keep_heading(const Scene& scene, const Columns& columns, float y) {
  if (columns.keep.width == 0) return y;
  Ui& ui = scene.ui;
  const std::string_view name = scene.words().keep;
  if (scene.view.breadth != Breadth::wide) {
    ui.record("keep", {.role = Role::column_header, .part = "keep", .text = name});
    return y;
  }
  return text(ui, {columns.keep.x + ui.px(8), y, columns.keep.width - ui.px(8)}, "keep",
              {.text = name,
               .style = type::note,
               .color = ui.colors().muted,
               .role = Role::column_header,
               .align = Align::right});
}

float draw_headings(const Scene& scene, const Column& at, const Columns& columns) {
  Ui& ui = scene.ui;
  Scope row(ui, "columns", {.role = Role::row, .part = "sorted-head", .rows = 1});
  const TextBlock& rank = ui.text().line(scene.words().rank, type::strong_note);
  ui.words(rank, at.x, at.y, ui.colors().muted);
  ui.record_text("rank", {.role = Role::column_header, .part = "rank", .text = scene.words().rank}, rank, at.x, at.y);
  float y = draw_heading(scene, {columns.title_x, at.y, columns.title_width}, no_column, Align::left);
  float bottom = std::max(y, at.y + rank.height());
  const float top = columns.is_stacked ? bottom : at.y;
  for (std::size_t i = 0; i < columns.figures.size(); ++i)
    bottom = std::max(bottom, draw_heading(scene, figure_place(columns, i, top, ui.px(8)), columns.figures[i],
                                           columns.is_stacked ? Align::left : Align::right));
  bottom = std::max(bottom, draw_keep_heading(scene, columns, at.y));
  return bottom + ui.px(6);
}

void draw_figures(const Scene& scene, const Columns& columns, std::size_t row, float y) {
  Ui& ui = scene.ui;
  for (std::size_t i = 0; i < columns.figures.size(); ++i) {
    const std::size_t column = columns.figures[i];
    const float value = scene.figure(column, row);
    const bool is_faint = std::isnan(value) || (value == 0 && has_unobserved(scene.catalogue().columns[column]));
    const std::string words = figure_text(scene, column, row);
    const TextSpec spec{.text = words,
                        .style = is_faint ? type::note : type::body,
                        .color = is_faint ? ui.colors().muted : ui.colors().ink,
                        .role = Role::cell,
                        .align = columns.is_stacked ? Align::left : Align::right,
                        .part = "number"};
    text(ui, figure_place(columns, i, y, ui.px(8)), scene.catalogue().columns[column].name, spec);
  }
}

struct TableRow {
  std::size_t row, rank, place;  // place: among all, from 0
};

float row_height(const Scene& scene, const Columns& columns, std::size_t row) {
  Ui& ui = scene.ui;
  float title = ui.text().layout(scene.title(row), type::body, columns.title_width - ui.px(18)).height(), figures = 0;
  for (const std::size_t column : columns.figures)
    figures =
        std::max(figures, ui.text().layout(figure_text(scene, column, row), type::body, columns.figure_width).height());
  return (columns.is_stacked ? title + figures : std::max(title, figures)) + 2 * ui.px(metric::row_padding);
}

std::string rank_text(const Scene& scene, std::size_t rank) {
  return rank > 0 ? whole_text(scene.ui.language(), static_cast<double>(rank)) : std::string("–");
}

// What keeps the occupation to compare others with, or no longer; `box` is where its switch stands, if anywhere.
// Returns whether it is kept.
bool record_keep(const Scene& scene, std::size_t row, const Rect& box) {
  Ui& ui = scene.ui;
  const std::string_view code = scene.catalogue().codes[row];
  const std::vector<std::string>& kept = scene.choice().kept;
  const bool is_on = std::find(kept.begin(), kept.end(), code) != kept.end();
  const std::string name = ui.say(ui.language().view.named, {scene.words().keep, scene.title(row)});
  Scope cell(ui, "keep-cell", {.role = Role::cell, .part = "keep-cell"});
  const Press press = ui.press_area(ui.id("keep"), box);
  if (press.hovered) ui.fill(box, ui.colors().hover, ui.theme().radius(metric::chip_radius));
  if (press.pressed) scene.keep(code, !is_on);
  Scope button(ui, "keep", {.role = Role::button, .part = "switch", .text = name, .box = box, .pressed = is_on});
  ui.record("words", {.role = Role::note, .text = name, .box = box});
  return is_on;
}

void draw_keep(const Scene& scene, const Columns& columns, std::size_t row, float top) {
  if (columns.keep.width == 0) return;
  Ui& ui = scene.ui;
  const float target = ui.px(metric::button_height), size = ui.px(metric::check_box);
  const float y = std::round(top + ui.px(type::body.line_height) / 2 - target / 2);
  const Rect box{columns.keep.right() - target, y, target, target};
  const bool is_on = record_keep(scene, row, box);
  check_box(ui, {std::round(box.center_x() - size / 2), std::round(box.center_y() - size / 2), size, size}, is_on);
  ui.tip(box, std::string(scene.words().keep));
}

// An occupation; pressing it anywhere but at its switch opens its profile. Returns the bottom.
float draw_row(const Scene& scene, const Column& at, const Columns& columns, const TableRow& item) {
  Ui& ui = scene.ui;
  const std::string_view code = scene.catalogue().codes[item.row];
  const Rect box{at.x, at.y, at.width, row_height(scene, columns, item.row)};
  Scope row(ui, code, {.role = Role::row, .part = "occupation", .rows = static_cast<int>(item.place) + 2});
  const Rect opens{box.x, box.y, box.width - columns.keep.width, box.height};
  const Press press = ui.press_area(child_id(ui.id("title"), "open"), opens);
  if (press.hovered)
    ui.fill(opens, press.held ? ui.colors().track : ui.colors().hover, ui.theme().radius(metric::swatch_radius));
  ui.horizontal_line(at.x, at.y, at.width, ui.colors().line);
  const float top = at.y + ui.px(metric::row_padding);
  const std::string rank = rank_text(scene, item.rank);
  text(ui, {at.x, top, columns.rank_width}, "rank",
       {.text = rank, .style = type::body, .color = ui.colors().muted, .role = Role::cell, .part = "number"});
  const float dot = ui.px(metric::swatch), indent = ui.px(18);
  ui.disc(columns.title_x + dot / 2, top + ui.px(type::body.line_height) / 2, dot / 2, mark_color(scene, item.row));
  const TextBlock& title = ui.text().layout(scene.title(item.row), type::body, columns.title_width - indent);
  ui.words(title, columns.title_x + indent, top, ui.colors().ink);
  {
    Scope header(ui, "title", {.role = Role::row_header, .part = "title-cell"});
    Scope button(ui, "open",
                 {.role = Role::button, .part = "open-occupation", .text = scene.title(item.row), .box = opens});
    ui.record_text("button-label", {.role = Role::text, .text = scene.title(item.row)}, title, columns.title_x + indent,
                   top);
  }
  draw_figures(scene, columns, item.row, columns.is_stacked ? top + title.height() : top);
  draw_keep(scene, columns, item.row, top);
  if (press.pressed) scene.open(item.row);
  return box.bottom();
}

void record_cell(Ui& ui, std::string_view key, std::string_view words) {
  Scope cell(ui, key, {.role = Role::cell, .part = "number"});
  ui.record("words", {.role = Role::note, .part = "cell-words", .text = words});
}

// A row of another page, for paper and for the text in the open, which know no pages: recorded, and not laid out. Its
// keys are others than those of a row that is drawn, since elements with lines have no others in them.
void record_row(const Scene& scene, const Columns& columns, const TableRow& item) {
  Ui& ui = scene.ui;
  const std::string_view code = scene.catalogue().codes[item.row];
  Scope row(ui, code, {.role = Role::row, .part = "occupation", .rows = static_cast<int>(item.place) + 2});
  record_cell(ui, "only-rank", rank_text(scene, item.rank));
  {
    Scope header(ui, "only-title", {.role = Role::row_header, .part = "title-cell"});
    if (ui.is_activated(ui.id("open"))) scene.open(item.row);
    Scope button(ui, "open", {.role = Role::button, .part = "open-occupation", .text = scene.title(item.row)});
    ui.record("words", {.role = Role::note, .part = "cell-words", .text = scene.title(item.row)});
  }
  for (const std::size_t column : columns.figures)
    record_cell(ui, concat({"only-", scene.catalogue().columns[column].name}), figure_text(scene, column, item.row));
  if (columns.keep.width > 0) record_keep(scene, item.row, {});
}

// How many rows there are beyond those that are recorded, and where to have them.
void record_left_out(const Scene& scene, std::size_t recorded) {
  const std::size_t all = scene.overview.table.rows.size();
  if (all <= recorded) return;
  Ui& ui = scene.ui;
  const auto count = static_cast<double>(all - recorded);
  const std::string words = ui.say(scene.words().left_out, {{whole_text(ui.language(), count), count},
                                                            ui.language().play.occupations_as_csv,
                                                            of(ui.language().view.panel, Panel::share)});
  ui.record("left-out", {.role = Role::note, .part = "note", .text = words});
}

// Which rows are shown, and the way to others. Returns the bottom.
float draw_pages(const Scene& scene, const Column& at, std::size_t first, std::size_t last, std::size_t all) {
  Ui& ui = scene.ui;
  Scope pages(ui, "pages", {.role = Role::group, .part = "pages"});
  const auto count = [&](std::size_t n) { return whole_text(ui.language(), static_cast<double>(n)); };
  const std::string rows = ui.say(scene.words().rows, {count(std::min(all, first + 1)), count(last), count(all)});
  const float lead = std::round(ui.px(metric::button_height - type::note.line_height) / 2);
  text(ui, at.at(at.y + lead), "rows", {rows, type::note, ui.colors().muted});
  if (scene.view.is_picture) return at.y + lead + ui.px(type::note.line_height);
  const std::array buttons = {ButtonSpec{.label = scene.words().previous, .disabled = first == 0, .key = "previous"},
                              ButtonSpec{.label = scene.words().next, .disabled = last == all, .key = "next"}};
  const float width = ui.text().line(rows, type::note).width + ui.px(12);
  const bool beside = width + button_row_width(ui, buttons) <= at.width;
  const Chosen chosen = button_row(ui, beside ? at : at.at(at.y + ui.px(metric::button_height)), buttons, Align::right);
  if (chosen.index && !buttons[*chosen.index].disabled) {
    OverviewState next = scene.state;
    const std::size_t page = first / page_rows;
    next.page = *chosen.index == 0 ? page - 1 : page + 1;
    scene.change(std::move(next), rows);
  }
  return chosen.bottom;
}

}  // namespace

const TableOrder& table_order(const Scene& scene) {
  TableOrder& table = scene.overview.table;
  selected_rows(scene.overview, scene.choice());  // which forgets the order of another selection
  const std::size_t column = ordering_column(scene);
  const bool ascends = scene.choice().ascends;
  if (table.is_made && table.column == column && table.ascends == ascends) return table;
  std::vector<std::size_t> rows = rows_in_order(scene), ranks = ranks_of(scene, rows);
  table = {true, column, ascends, std::move(rows), std::move(ranks)};
  return table;
}

float draw_occupations(const Scene& scene, const Column& at) {
  Ui& ui = scene.ui;
  const TableOrder& order = table_order(scene);
  const std::vector<std::size_t>&ordered = order.rows, &ranks = order.ranks;
  const std::size_t pages = (ordered.size() + page_rows - 1) / page_rows;
  const std::size_t page = std::min(scene.state.page, pages == 0 ? 0 : pages - 1);
  const std::size_t first = page * page_rows, last = std::min(ordered.size(), first + page_rows);
  Scope section(ui, "occupations", {.role = Role::section, .part = "card occupations", .text = scene.words().table});
  float y = heading(ui, at, "heading", scene.words().table, 2, type::heading) + ui.px(10);
  const Columns columns = columns_at(scene, at);
  {
    Scope table(ui, "table", {.role = Role::table, .part = "sortable", .rows = static_cast<int>(ordered.size()) + 1});
    ui.record("caption", {.role = Role::caption, .text = scene.words().table, .box = {at.x, y, at.width, 1}});
    y = draw_headings(scene, at.at(y), columns);
    const auto item = [&](std::size_t place) { return TableRow{ordered[place], ranks[ordered[place]], place}; };
    const bool has_all = scene.view.records_all && (ui.is_recording() || ui.has_activation());
    const std::size_t end = has_all ? std::min(ordered.size(), most_recorded) : 0;
    for (std::size_t i = 0; i < std::min(first, end); ++i) record_row(scene, columns, item(i));
    for (std::size_t i = first; i < last; ++i) y = draw_row(scene, at.at(y), columns, item(i));
    for (std::size_t i = last; i < end; ++i) record_row(scene, columns, item(i));
  }
  if (scene.view.records_all)
    record_left_out(scene, most_recorded + (last > most_recorded ? last - std::max(first, most_recorded) : 0));
  ui.horizontal_line(at.x, y, at.width, ui.colors().line);
  return draw_kept(scene, at.at(draw_pages(scene, at.at(y + ui.px(10)), first, last, ordered.size())));
}

}  // namespace taskscope::play
