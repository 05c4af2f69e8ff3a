// The picture of an overview: a scatter plot, a treemap or a strip plot of the occupations in view, how it is zoomed
// and moved, and what a mark tells.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "core/mark_index.h"
#include "core/strip_plot.h"
#include "core/text.h"
#include "core/treemap.h"
#include "play/overview.h"
#include "view/format.h"
#include "view/plot_colors.h"
#include "view/widgets.h"

namespace taskscope::play {

namespace {

// CSS pixels.
constexpr float plot_height = 560, narrow_plot_height = 420, strip_height = 34, narrow_strip_height = 44;
constexpr float axis_width = 44, axis_height = 22;
constexpr float least_radius = 2.5f, most_radius = 34, narrow_most_radius = 20;
constexpr float tolerance = 6;
constexpr float widest_name = 190, widest_label = 300, least_label = 40, label_gap = 4;
constexpr float plot_inset = 26, narrow_plot_inset = 10;  // of the axes' ends, so that marks there are not cut in half
constexpr float strip_band = 0.11f;                       // of the axis, for what was not observed
constexpr float least_band = 0.08f, most_band = 0.26f;    // the same: for few, and for all
constexpr double covered_share = 0.22;                    // of the plot, by marks
constexpr float mark_opacity = 0.82f, faint_opacity = 0.16f;
constexpr double most_zoom = 20;
constexpr double zoom_step = 1.5, pan_step = 0.15;

// The plot within its axes, and what the axes are; a treemap has none.
struct Frame {
  Rect area;
  std::size_t across = no_column, upward = no_column;
  bool has_axes = true;
};

double highest(const std::vector<float>& figures) { return std::max(1.0, extent_of(figures).high); }

// The axis of a column from `begin` to `end`, with a band of this share for what was not observed; its ends keep
// `inset` pixels for marks, but in the band, which marks lie within.
PlotScale axis(const ShownCatalogue& overview, std::size_t column, float begin, float end, float band, float inset) {
  const Interval domain = nice_interval({0, highest(overview.figures[column])}, 6);
  const float inwards = std::copysign(inset, end - begin);
  return plot_scale(domain, band > 0 ? begin : begin + inwards, end - inwards, band);
}

// The more occupations were not observed, the more room they need; of all, so that filters do not move the axis.
float band_of(const ShownCatalogue& overview, std::size_t column) {
  if (!has_unobserved(overview.catalogue.columns[column])) return 0;
  const std::vector<float>& figures = overview.figures[column];
  const auto unobserved = static_cast<float>(std::count(figures.begin(), figures.end(), 0.0f));
  return least_band + (most_band - least_band) * unobserved / static_cast<float>(figures.size());
}

void apply_window(Picture& picture, const OverviewChoice& choice) {
  if (!choice.window) return;
  picture.across = with_view(picture.across, {choice.window->left, choice.window->right});
  if (choice.shape == PlotShape::scatter)
    picture.upward = with_view(picture.upward, {choice.window->bottom, choice.window->top});
}

// A coordinate; what is zero and so was not observed stands in the band, in the order of the other axis's figures, if
// there is one.
void place_along(const PlotScale& scale, const std::vector<float>& figures, const std::vector<std::size_t>& rows,
                 const std::vector<float>& order, float Mark::*coordinate, Picture& picture, float margin) {
  for (const std::size_t row : rows) {
    float& at = picture.marks[row].*coordinate;
    const auto value = static_cast<double>(figures[row]);
    const bool is_out = std::isnan(value) || !(is_shown(scale, value) || (value == 0 && scale.zero_band_share > 0));
    at = is_out ? std::numeric_limits<float>::quiet_NaN() : pixel_of(scale, value);
  }
  if (scale.zero_band_share <= 0) return;
  std::vector<std::size_t> unobserved;
  for (const std::size_t row : rows)
    if (figures[row] == 0) unobserved.push_back(row);
  if (!order.empty()) unobserved = ordered_rows(order, unobserved, false);
  for (std::size_t i = 0; i < unobserved.size(); ++i) {
    Mark& mark = picture.marks[unobserved[i]];
    mark.*coordinate = zero_band_pixel(scale, i, std::max(margin, mark.radius + 1));
  }
}

float inset_of(const Scene& scene) {
  return scene.ui.px(scene.view.breadth <= Breadth::narrow ? narrow_plot_inset : plot_inset);
}

void set_sizes(const Scene& scene, const std::vector<std::size_t>& rows, const Rect& area, Picture& picture) {
  const bool is_narrow = scene.view.breadth <= Breadth::narrow;
  const float most = scene.ui.px(is_narrow ? narrow_most_radius : most_radius), least = scene.ui.px(least_radius);
  picture.size = fitted_mark_size(scene.overview.weights, static_cast<double>(area.width * area.height), covered_share,
                                  least, most);
  for (const std::size_t row : rows)
    picture.marks[row].radius = radius_of(static_cast<double>(scene.overview.weights[row]), picture.size);
}

void make_scatter(const Scene& scene, const Frame& frame, const std::vector<std::size_t>& rows, Picture& picture) {
  const Rect& area = frame.area;
  const float inset = inset_of(scene);
  const auto scale = [&](std::size_t column, float begin, float end) {
    return axis(scene.overview, column, begin, end, band_of(scene.overview, column), inset);
  };
  picture.across = scale(frame.across, area.x, area.right());
  picture.upward = scale(frame.upward, area.bottom(), area.y);
  apply_window(picture, scene.choice());
  set_sizes(scene, rows, area, picture);
  const auto& across = scene.overview.figures[frame.across];
  const auto& upward = scene.overview.figures[frame.upward];
  const float margin = scene.ui.px(6);
  place_along(picture.across, across, rows, upward, &Mark::x, picture, margin);
  place_along(picture.upward, upward, rows, across, &Mark::y, picture, margin);
  for (const std::size_t row : rows)  // shown in one axis alone is not shown
    if (std::isnan(picture.marks[row].y)) picture.marks[row].x = picture.marks[row].y;
}

std::vector<StripRow> strip_rows(const Scene& scene, const Rect& area) {
  const auto groups = static_cast<float>(scene.catalogue().groups.size());
  const float height = area.height / std::max(1.0f, groups);
  const float label = scene.view.breadth <= Breadth::narrow ? scene.ui.px(type::axis.line_height) : 0;
  std::vector<StripRow> strips;
  for (std::size_t i = 0; i < scene.catalogue().groups.size(); ++i)
    strips.push_back({area.y + height * static_cast<float>(i) + label, height - label});
  return strips;
}

void make_strips(const Scene& scene, const Frame& frame, const std::vector<std::size_t>& rows, Picture& picture) {
  const bool has_band = has_unobserved(scene.catalogue().columns[frame.across]);
  picture.across =
      axis(scene.overview, frame.across, frame.area.x, frame.area.right(), has_band ? strip_band : 0, inset_of(scene));
  apply_window(picture, scene.choice());
  set_sizes(scene, rows, frame.area, picture);
  const std::vector<StripRow> strips = strip_rows(scene, frame.area);
  const float most = strips.empty() ? 1 : strips.front().height / 2 - 1;
  for (const std::size_t row : rows) picture.marks[row].radius = std::min(most, picture.marks[row].radius);
  const auto& across = scene.overview.figures[frame.across];
  place_along(picture.across, across, rows, {}, &Mark::x, picture, scene.ui.px(10));
  picture.marks = strip_plot(picture.marks, scene.overview.group_of, strips, 1).marks;
}

void make_treemap(const Scene& scene, const Frame& frame, const std::vector<std::size_t>& rows, Picture& picture) {
  std::vector<float> weights(scene.catalogue().size(), 0.0f);
  for (const std::size_t row : rows) weights[row] = scene.overview.weights[row];
  Treemap map = squarified_treemap(weights, scene.overview.group_of, scene.catalogue().groups.size(), frame.area);
  picture.boxes = std::move(map.members);
  picture.group_boxes = std::move(map.groups);
  for (const std::size_t row : rows) {
    const Rect& box = picture.boxes[row];
    if (box.width > 0) picture.marks[row] = {box.center_x(), box.center_y(), std::min(box.width, box.height) / 2};
  }
}

// The bands of what was not observed: the grounds beneath the marks, and where their names stand, over them.
Rect upward_band(const Picture& picture, const Rect& area, float gap) {
  const float top = values_begin(picture.upward) + gap;
  return {area.x, top, area.width, area.bottom() - top};
}

std::vector<Rect> band_names(const Scene& scene, const Picture& picture, const Rect& area) {
  Ui& ui = scene.ui;
  const TextBlock& name = ui.text().line(scene.words().not_observed, type::axis);
  std::vector<Rect> boxes;
  if (picture.upward.zero_band_share > 0) {
    const Rect band = upward_band(picture, area, ui.px(3));
    boxes.push_back({band.right() - name.width - ui.px(6), band.y + ui.px(4), name.width, name.line_height});
  }
  if (picture.across.zero_band_share > 0)
    boxes.push_back({area.x + ui.px(4), area.y + ui.px(4), name.width, name.line_height});
  return boxes;
}

// "Sales Representatives…" for "Sales Representatives, Wholesale and Manufacturing", where there is little room; not
// "Court…", which would tell too little.
std::string short_title(std::string_view title) {
  const std::string_view begin = title.substr(0, title.find(", "));
  return begin == title || begin.find(' ') == std::string_view::npos ? std::string(title) : concat({begin, "…"});
}

// What stands beside a mark.
std::string mark_name(const Scene& scene, std::size_t row) {
  const std::string_view title = scene.title(row);
  const bool is_long = scene.ui.text().line(title, type::axis).width > scene.ui.px(widest_name);
  return is_long ? short_title(title) : std::string(title);
}

// What else is written in the plot.
std::vector<Rect> other_texts(const Scene& scene, const Picture& picture, const Rect& area) {
  std::vector<Rect> boxes = band_names(scene, picture, area);
  if (scene.choice().shape != PlotShape::strip || scene.view.breadth > Breadth::narrow) return boxes;
  const float line = scene.ui.px(type::axis.line_height);
  for (const StripRow& strip : strip_rows(scene, area)) boxes.push_back({area.x, strip.top - line, area.width, line});
  return boxes;
}

// Those that are kept, of the picture's rows.
std::vector<std::size_t> kept_rows(const Scene& scene, const Picture& picture) {
  std::vector<std::size_t> rows;
  for (const std::string& code : scene.choice().kept)
    if (const auto row = find_occupation(scene.catalogue(), code); row && is_shown(picture.marks[*row]))
      rows.push_back(*row);
  return rows;
}

// The occupations that are kept, those with the highest figures along the axes, which the summary names too, and then
// the largest ones.
std::vector<std::size_t> naming_order(const Scene& scene, const Frame& frame, const Picture& picture) {
  constexpr std::size_t most_considered = 600;
  std::vector<std::size_t> order = picture.kept;
  const auto add_highest = [&](std::size_t column) {
    const std::vector<float>& figures = scene.overview.figures[column];
    const auto highest = std::max_element(picture.order.begin(), picture.order.end(),
                                          [&](std::size_t a, std::size_t b) { return figures[a] < figures[b]; });
    const bool is_new =
        highest != picture.order.end() && std::find(order.begin(), order.end(), *highest) == order.end();
    if (is_new) order.push_back(*highest);
  };
  if (scene.choice().shape == PlotShape::scatter) add_highest(frame.upward);
  add_highest(frame.across);
  const std::vector<std::size_t> first = order;
  for (std::size_t i = 0; i < picture.order.size() && i < most_considered; ++i)
    if (std::find(first.begin(), first.end(), picture.order[i]) == first.end()) order.push_back(picture.order[i]);
  return order;
}

// Names beside marks, as far as there is room. To measure a name takes long, so marks in a crowd are passed over first.
void name_marks(const Scene& scene, const Frame& frame, Picture& picture) {
  if (!picture.boxes.empty()) return;
  constexpr std::size_t most_measured = 60;
  const Rect& area = frame.area;
  const bool is_strip = scene.choice().shape == PlotShape::strip;
  const LabelRules rules{.gap = scene.ui.px(label_gap),
                         .most_labels = static_cast<std::size_t>(area.width / scene.ui.px(40)),
                         .sides = is_strip ? 2 : all_label_sides.size(),  // right and left, so in its own strip
                         .taken = other_texts(scene, picture, area)};
  const float height = scene.ui.px(type::axis.line_height);
  std::vector<MarkLabel> wishes;
  for (const std::size_t row : naming_order(scene, frame, picture)) {
    if (wishes.size() == most_measured) break;
    if (!has_room({row, scene.ui.px(least_label), height}, picture.marks, picture.grid, area, rules)) continue;
    const TextBlock& name = scene.ui.text().line(mark_name(scene, row), type::axis);
    if (name.width > scene.ui.px(widest_label)) continue;
    wishes.push_back({row, name.width, name.line_height});
    picture.named.push_back(row);
  }
  picture.labels = place_mark_labels(wishes, picture.marks, picture.grid, area, rules);
}

const Picture& made_picture(const Scene& scene, const Frame& frame) {
  PictureKey key{scene.choice(), frame.area, scene.ui.theme().unit,
                 scene.ui.text().line(scene.title(0), type::axis).width +
                     scene.ui.text().line(scene.words().not_observed, type::axis).width};
  key.choice.order.clear();
  key.choice.color = {};
  key.choice.ascends = false;
  Picture& picture = scene.overview.picture;
  if (picture.key == key && !picture.marks.empty()) return picture;
  const std::vector<std::size_t>& rows = selected_rows(scene.overview, scene.choice());
  picture = {};
  picture.key = std::move(key);
  const float nowhere = std::numeric_limits<float>::quiet_NaN();
  picture.marks.assign(scene.catalogue().size(), {nowhere, nowhere, 0});
  if (scene.choice().shape == PlotShape::scatter) make_scatter(scene, frame, rows, picture);
  if (scene.choice().shape == PlotShape::strip) make_strips(scene, frame, rows, picture);
  if (scene.choice().shape == PlotShape::treemap) make_treemap(scene, frame, rows, picture);
  picture.grid = MarkGrid(picture.marks, frame.area);
  for (const std::size_t row : drawing_order(picture.marks))
    if (is_shown(picture.marks[row])) picture.order.push_back(row);
  picture.kept = kept_rows(scene, picture);
  name_marks(scene, frame, picture);
  return picture;
}

// Of the tick labels that would touch one another, the latter is left out.
void draw_across_axis(const Scene& scene, const PlotScale& scale, const Rect& area) {
  Ui& ui = scene.ui;
  const auto steps = static_cast<std::size_t>(std::max(2.0f, area.width / ui.px(90)));
  const double step = nice_step(scale.view.span(), steps);
  for (const double tick : ticks_in(scale.view, step)) {
    const float x = std::round(pixel_of(scale, tick));
    ui.fill({x, area.y, ui.theme().hairline(), area.height}, ui.colors().track);
    const std::string label = percent_text(ui.language(), tick, decimals_of(step) > 0);
    const TextBlock& block = ui.text().line(label, type::axis);
    const float left =
        std::clamp(std::round(x - block.width / 2), area.x - ui.px(axis_width), area.right() - block.width);
    ui.words(block, left, area.bottom() + ui.px(4), ui.colors().muted);
  }
}

void draw_upward_axis(const Scene& scene, const PlotScale& scale, const Rect& area) {
  Ui& ui = scene.ui;
  const double step = nice_step(scale.view.span(), static_cast<std::size_t>(std::max(2.0f, area.height / ui.px(70))));
  for (const double tick : ticks_in(scale.view, step)) {
    const float y = std::round(pixel_of(scale, tick));
    ui.horizontal_line(area.x, y, area.width, ui.colors().track);
    const std::string label = percent_text(ui.language(), tick, decimals_of(step) > 0);
    const TextBlock& block = ui.text().line(label, type::axis);
    ui.words(block, area.x - block.width - ui.px(6), std::round(y - block.line_height / 2), ui.colors().muted);
  }
}

void draw_bands(const Scene& scene, const Picture& picture, const Rect& area) {
  Ui& ui = scene.ui;
  const Color ground = faded(ui.colors().track, 0.7f);
  if (picture.upward.zero_band_share > 0) ui.fill(upward_band(picture, area, ui.px(3)), ground);
  if (picture.across.zero_band_share > 0)
    ui.fill({area.x, area.y, values_begin(picture.across) - area.x - ui.px(3), area.height}, ground);
}

void draw_band_names(const Scene& scene, const Picture& picture, const Rect& area) {
  Ui& ui = scene.ui;
  const TextBlock& name = ui.text().line(scene.words().not_observed, type::axis);
  for (const Rect& box : band_names(scene, picture, area)) {
    ui.fill(box.grown(ui.px(2)), faded(ui.colors().card, 0.8f), ui.px(2));
    ui.words(name, box.x, box.y, ui.colors().muted);
  }
}

bool is_faint(const Scene& scene, std::size_t row) {
  return scene.overview.lit_group && *scene.overview.lit_group != scene.overview.group_of[row];
}

void draw_marks(const Scene& scene, Picture& picture, const Rect& area) {
  Ui& ui = scene.ui;
  if (!ui.is_visible(area)) return;
  const Coloring coloring{scene.choice().color, ui.theme().scheme, ui.colors().card, ui.colors().muted,
                          scene.overview.lit_group};
  if (picture.coloring == coloring) return ui.discs(scene.overview.discs, area);
  picture.coloring = coloring;
  const float halo = ui.theme().hairline() / 2;
  std::vector<Disc> discs;
  discs.reserve(2 * picture.order.size());
  for (const std::size_t row : picture.order) {
    const Mark& mark = picture.marks[row];
    const bool faint = is_faint(scene, row);
    if (!faint) discs.push_back({mark.x, mark.y, mark.radius + halo, ui.colors().card});
    discs.push_back({mark.x, mark.y, mark.radius, faded(mark_color(scene, row), faint ? faint_opacity : mark_opacity)});
  }
  scene.overview.discs.hold(std::move(discs));
  ui.discs(scene.overview.discs, area);
}

// The title, or its beginning, that fits such a box; null where none does.
const TextBlock* fitting_title(const Scene& scene, std::size_t row, float width, float height) {
  Ui& ui = scene.ui;
  const auto fitting = [&](std::string_view title) {
    const TextBlock& block = ui.text().layout(title, type::axis, width);
    return block.height() <= height && widest_word(ui, title, type::axis) <= width ? &block : nullptr;
  };
  const std::string_view title = scene.title(row);
  if (const TextBlock* whole = fitting(title)) return whole;
  const std::string beginning = short_title(title);
  return beginning == title ? nullptr : fitting(beginning);
}

void draw_boxes(const Scene& scene, const Picture& picture) {
  Ui& ui = scene.ui;
  const float inset = std::max(0.5f, ui.theme().unit / 2);
  for (const std::size_t row : picture.order) {
    const Rect box = picture.boxes[row].grown(-inset);
    if (box.width <= 0 || box.height <= 0) continue;
    const Color color = mark_color(scene, row);
    ui.fill(box, faded(color, is_faint(scene, row) ? faint_opacity : 1), ui.px(1));
    const float padding = ui.px(4), room = box.width - 2 * padding;
    if (box.height < ui.px(type::axis.line_height) + padding || room < ui.px(least_label)) continue;
    const TextBlock* name = fitting_title(scene, row, room, box.height - padding);
    if (!name) continue;
    ui.words(*name, box.x + padding, box.y + padding / 2,
             is_faint(scene, row) ? ui.colors().ink : readable_on(color, ui.colors().inverse, ui.colors().ink));
  }
  for (const Rect& group : picture.group_boxes)
    if (group.width > 0) ui.outline(group.grown(inset), ui.colors().card, 0);
}

// Names beside marks, on a ground that keeps the axes' lines from their letters.
void draw_names(const Scene& scene, const Picture& picture) {
  Ui& ui = scene.ui;
  for (const PlacedLabel& label : picture.labels) {
    const std::size_t row = picture.named[label.label];
    if (is_faint(scene, row)) continue;
    const std::string words = mark_name(scene, row);
    const TextBlock& name = ui.text().line(words, type::axis);
    ui.fill(label.rect, faded(ui.colors().card, 0.7f), ui.px(2));
    ui.words(name, label.rect.x, label.rect.y, ui.colors().ink);
    ui.record_text(scene.catalogue().codes[row], {.role = Role::text, .part = "mark-name", .text = words}, name,
                   label.rect.x, label.rect.y);
  }
}

void draw_strip_names(const Scene& scene, const Frame& frame) {
  Ui& ui = scene.ui;
  const std::vector<StripRow> strips = strip_rows(scene, frame.area);
  const bool is_narrow = scene.view.breadth <= Breadth::narrow;
  for (std::size_t i = 0; i < strips.size(); ++i) {
    const float top = i == 0 ? frame.area.y : strips[i - 1].top + strips[i - 1].height;
    if (i > 0) ui.horizontal_line(frame.area.x, top, frame.area.width, ui.colors().line);
    const float room = is_narrow ? frame.area.width : ui.px(widest_name) - ui.px(8);
    const TextBlock& name = ui.text().layout(scene.overview.group_names[i], type::axis, room);
    const float y = is_narrow ? top : std::round(strips[i].top + (strips[i].height - name.height()) / 2);
    ui.words(name, is_narrow ? frame.area.x : frame.area.x - ui.px(widest_name), y, ui.colors().muted);
  }
}

void draw_ring(const Scene& scene, const Picture& picture, std::size_t row) {
  Ui& ui = scene.ui;
  if (!picture.boxes.empty()) return ui.outline(picture.boxes[row], ui.colors().ink, ui.px(1));
  const Mark& mark = picture.marks[row];
  const float radius = mark.radius + ui.px(2);
  ui.disc(mark.x, mark.y, radius + ui.px(1.5f), ui.colors().ink);
  ui.disc(mark.x, mark.y, radius, ui.colors().card);
  ui.disc(mark.x, mark.y, mark.radius, mark_color(scene, row));
}

// The reader's own potential, at the adoption of the occupation that it is of.
void draw_own_mark(const Scene& scene, const Frame& frame, const Picture& picture) {
  if (!scene.choice().own || scene.choice().shape != PlotShape::scatter) return;
  const auto row = find_occupation(scene.catalogue(), scene.choice().own->code);
  const std::optional<Headline> kind = scene.catalogue().columns[frame.across].headline;
  const double potential = scene.choice().own->potential_percent;
  if (!row || kind != Headline::potential || !is_shown(picture.across, potential)) return;
  Ui& ui = scene.ui;
  const float x = pixel_of(picture.across, potential);
  const float upward = scene.figure(frame.upward, *row);
  const bool is_level = !std::isnan(upward) && upward > 0 && is_shown(picture.upward, static_cast<double>(upward));
  const float y = is_level ? pixel_of(picture.upward, static_cast<double>(upward)) : values_begin(picture.upward);
  ui.dashed_vertical_line(x, frame.area.y, frame.area.bottom(), ui.colors().ink);
  const float size = ui.px(metric::mark);
  ui.disc(x, y, size * 0.75f, ui.colors().card);
  ui.disc(x, y, size * 0.6f, ui.colors().ink);
  ui.disc(x, y, size * 0.25f, ui.colors().card);
  const TextBlock& name = ui.text().line(scene.words().my_job, type::tag);
  const Rect beside = label_beside({x, y, size * 0.75f}, {0, name.width, name.line_height}, frame.area, ui.px(3));
  ui.fill(beside.grown(ui.px(2)), ui.colors().card, ui.px(3));
  ui.words(name, beside.x, beside.y, ui.colors().ink);
  ui.record_text("my-job", {.role = Role::text, .part = "mark-name", .text = scene.words().my_job}, name, beside.x,
                 beside.y);
}

// What the axes are, with unit and source: the upward one above the plot, the other one beneath it.
float draw_axis_name(const Scene& scene, const Column& at, std::size_t column, std::string_view key,
                     std::string_view arrow, Align align) {
  const FigureColumn& figures = scene.catalogue().columns[column];
  Ui& ui = scene.ui;
  const std::string name = concat({arrow, " ", figures.title, ", ", scene.words().of_work});
  float y = text(ui, at, key,
                 {.text = name, .style = type::strong_note, .color = ui.colors().ink, .align = align, .part = "axis"});
  const std::string source = source_text(figures.source);
  return text(ui, at.at(y), concat({key, "-source"}),
              {.text = source, .style = type::axis, .color = ui.colors().muted, .align = align, .part = "axis-source"});
}

// What is shown after a zoom or a move.
OverviewChoice with_scales(const Scene& scene, const PlotScale& across, const PlotScale& upward) {
  OverviewChoice next = scene.choice();
  const bool is_whole = zoom_of(across) <= 1.0001 && (next.shape != PlotShape::scatter || zoom_of(upward) <= 1.0001);
  next.window.reset();
  if (is_whole) return next;
  PlotWindow window = scene.choice().window.value_or(PlotWindow{});
  window.left = across.view.low;
  window.right = across.view.high;
  if (next.shape == PlotShape::scatter) {
    window.bottom = upward.view.low;
    window.top = upward.view.high;
  }
  next.window = window;
  return next;
}

// What is pointed at, and the table's page, stay.
void show_window(const Scene& scene, OverviewChoice choice) {
  OverviewState next = scene.state;
  next.choice = std::move(choice);
  scene.change(std::move(next));
}

void zoom(const Scene& scene, const Picture& picture, double factor, const Point& at) {
  if (scene.choice().shape == PlotShape::treemap) return;
  show_window(scene, with_scales(scene, zoomed(picture.across, at.x, factor, most_zoom),
                                 zoomed(picture.upward, at.y, factor, most_zoom)));
}

void pan(const Scene& scene, const Picture& picture, float x, float y) {
  if (!scene.choice().window) return;
  show_window(scene, with_scales(scene, panned(picture.across, x), panned(picture.upward, y)));
}

// The row of the mark that keys are at.
std::optional<std::size_t> pointed_row(const Scene& scene) {
  return scene.state.pointed.empty() ? std::nullopt : find_occupation(scene.catalogue(), scene.state.pointed);
}

void point_at(const Scene& scene, const std::optional<std::size_t>& row) {
  const std::string_view code = row ? scene.catalogue().codes[*row] : std::string_view();
  if (code == scene.state.pointed) return;
  OverviewState next = scene.state;
  next.pointed = code;
  scene.change(std::move(next), row ? occupation_text(scene, *row) : std::string());
}

void walk(const Scene& scene, const Frame& frame, const Picture& picture, WalkDirection direction) {
  const std::optional<std::size_t> from = pointed_row(scene);
  const bool has_start = from && is_shown(picture.marks[*from]);
  const auto next = has_start ? next_mark(*from, direction, picture.marks, frame.area)
                              : nearest_mark({frame.area.center_x(), frame.area.center_y()}, picture.marks, frame.area);
  if (next) point_at(scene, next);
}

// The words of an entry: what was done, and with which numbers.
std::array<std::string_view, 4> words_of_entry(std::string_view entry) {
  std::array<std::string_view, 4> words;
  for (std::string_view& word : words) {
    word = entry.substr(0, entry.find(' '));
    entry.remove_prefix(std::min(entry.size(), word.size() + 1));
  }
  return words;
}

float number_in(std::string_view word) {
  const bool is_negative = word.starts_with('-');
  float value = 0, unit = 0;
  for (const char c : word) {
    if (c == '.') unit = 1;
    if (c < '0' || c > '9') continue;
    if (unit > 0) unit /= 10;
    value = unit > 0 ? value + unit * static_cast<float>(c - '0') : value * 10 + static_cast<float>(c - '0');
  }
  return is_negative ? -value : value;
}

// What keys and gestures ask of the plot, as the page tells it (web/overview.js): a key, or "zoom" with a factor and a
// place, or "pan" with a way, both in shares of the plot's box.
void obey(const Scene& scene, const Frame& frame, const Rect& box, const Picture& picture, std::string_view entry) {
  std::array<std::string_view, 4> arrows = {"ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"};
  if (scene.ui.language().is_right_to_left) std::swap(arrows[0], arrows[1]);
  if (entry.starts_with(key_mark)) entry.remove_prefix(1);
  const auto words = words_of_entry(entry);
  const Point middle{frame.area.center_x(), frame.area.center_y()};
  const float step_x = frame.area.width * static_cast<float>(pan_step);
  const float step_y = frame.area.height * static_cast<float>(pan_step);
  for (std::size_t i = 0; i < arrows.size(); ++i) {
    if (words[0] == arrows[i]) walk(scene, frame, picture, static_cast<WalkDirection>(i));
    if (words[0] == concat({"Shift+", arrows[i]}))
      pan(scene, picture, i == 0 ? step_x : i == 1 ? -step_x : 0, i == 2 ? step_y : i == 3 ? -step_y : 0);
  }
  // The page tells places as they are seen, and in what is mirrored the axes run from right to left.
  const bool is_mirrored = scene.ui.language().is_right_to_left;
  const auto x_of = [&](std::string_view share) {
    return box.x + box.width * (is_mirrored ? 1 - number_in(share) : number_in(share));
  };
  const auto y_of = [&](std::string_view share) { return box.y + box.height * number_in(share); };
  if (words[0] == "zoom")
    zoom(scene, picture, static_cast<double>(number_in(words[1])), {x_of(words[2]), y_of(words[3])});
  if (words[0] == "pan")
    pan(scene, picture, box.width * number_in(words[1]) * (is_mirrored ? -1.0f : 1.0f), y_of(words[2]) - box.y);
  if (words[0] == "+") zoom(scene, picture, zoom_step, middle);
  if (words[0] == "-") zoom(scene, picture, 1 / zoom_step, middle);
  if (words[0] == "0" && scene.choice().window) zoom(scene, picture, 1 / most_zoom, middle);
  if (words[0] == "Escape") point_at(scene, std::nullopt);
  const std::optional<std::size_t> pointed = pointed_row(scene);
  if (words[0] == "Enter" && pointed) scene.open(*pointed);
}

std::optional<std::size_t> row_at(const Scene& scene, const Frame& frame, const Picture& picture) {
  const auto pointer = scene.ui.pointer();
  if (!pointer || !frame.area.grown(scene.ui.px(tolerance)).contains(pointer->x, pointer->y)) return std::nullopt;
  if (scene.overview.covered.contains(pointer->x, pointer->y)) return std::nullopt;
  if (picture.boxes.empty()) return mark_at(*pointer, scene.ui.px(tolerance), picture.marks, picture.grid);
  for (const std::size_t row : picture.order)
    if (picture.boxes[row].contains(pointer->x, pointer->y)) return row;
  return std::nullopt;
}

// A press opens what the pointer was at before its button went down: a finger's first tap tells, its second opens.
void heed_pointer(const Scene& scene, const Frame& frame, const Picture& picture, const Press& press) {
  ShownCatalogue& overview = scene.overview;
  const std::optional<std::size_t> row = row_at(scene, frame, picture);
  if (scene.ui.pointer_goes_down()) overview.was_told = row && row == overview.hovered;
  overview.hovered = row;
  if (press.pressed && row && overview.was_told) scene.open(*row);
}

Frame frame_of(const Scene& scene, const Column& at, float top) {
  Ui& ui = scene.ui;
  const PlotShape shape = scene.choice().shape;
  const bool is_narrow = scene.view.breadth <= Breadth::narrow, is_strip = shape == PlotShape::strip;
  Frame frame;
  frame.across = across_column(scene.overview, scene.choice());
  frame.upward = upward_column(scene.overview, scene.choice());
  frame.has_axes = shape != PlotShape::treemap;
  const float left = !frame.has_axes ? 0 : !is_strip ? ui.px(axis_width) : is_narrow ? 0 : ui.px(widest_name);
  const auto strips = static_cast<float>(scene.catalogue().groups.size());
  const float height = is_strip ? strips * ui.px(is_narrow ? narrow_strip_height : strip_height)
                                : ui.px(at.width < ui.px(metric::medium) ? narrow_plot_height : plot_height);
  frame.area = {at.x + left, top, at.width - left, std::round(scene.plot_height > 0 ? scene.plot_height : height)};
  return frame;
}

// Beside the picture's upper right corner.
void draw_zoom_buttons(const Scene& scene, const Picture& picture, const Column& at, float y) {
  if (scene.view.is_picture || scene.choice().shape == PlotShape::treemap) return;
  Ui& ui = scene.ui;
  const OverviewWords& words = scene.words();
  const std::array<std::string_view, 3> signs = {"+", "−", "↺"}, names = {words.zoom_in, words.zoom_out, words.whole};
  constexpr std::array<std::string_view, 3> keys = {"in", "out", "whole"};
  Scope group(ui, "zoom", {.role = Role::group, .part = "zoom", .text = words.zoom});
  const float size = ui.px(metric::button_height), gap = ui.px(4);
  float x = at.right() - 3 * size - 2 * gap;
  const Rect& area = picture.key.area;
  for (std::size_t i = 0; i < signs.size(); ++i, x += size + gap) {
    const Rect box{x, y, size, size};
    const bool is_off = i > 0 && !scene.choice().window;
    const Press press = ui.press_area(ui.id(keys[i]), box);
    if (press.hovered && !is_off) ui.fill(box, ui.colors().hover, ui.theme().radius(metric::chip_radius));
    ui.outline(box, ui.colors().line, ui.theme().radius(metric::chip_radius));
    const TextBlock& sign = ui.text().line(signs[i], type::subheading);
    ui.words(sign, std::round(box.center_x() - sign.width / 2), std::round(box.center_y() - sign.height() / 2),
             is_off ? faded(ui.colors().muted, 0.6f) : ui.colors().ink);
    ui.tip(box, std::string(names[i]));
    Scope button(ui, keys[i],
                 {.role = Role::button, .part = "zoom-button", .text = names[i], .box = box, .disabled = is_off});
    ui.record("words", {.role = Role::note, .text = names[i], .box = box});
    if (!press.pressed || is_off) continue;
    const Point middle{area.center_x(), area.center_y()};
    zoom(scene, picture, i == 0 ? zoom_step : i == 1 ? 1 / zoom_step : 1 / most_zoom, middle);
  }
}

void draw_content(const Scene& scene, const Frame& frame, const Picture& picture) {
  Ui& ui = scene.ui;
  const Rect& area = frame.area;
  draw_bands(scene, picture, area);
  if (frame.has_axes) draw_across_axis(scene, picture.across, area);
  if (scene.choice().shape == PlotShape::scatter) draw_upward_axis(scene, picture.upward, area);
  if (scene.choice().shape == PlotShape::strip) draw_strip_names(scene, frame);
  ui.push_clip(area);
  if (picture.boxes.empty()) {
    draw_marks(scene, scene.overview.picture, area);
    draw_names(scene, picture);
    draw_band_names(scene, picture, area);
    draw_own_mark(scene, frame, picture);
  } else {
    draw_boxes(scene, picture);
  }
  for (const std::size_t kept : picture.kept) draw_ring(scene, picture, kept);
  const std::optional<std::size_t> row = scene.overview.hovered ? scene.overview.hovered : pointed_row(scene);
  if (row && is_shown(picture.marks[*row])) draw_ring(scene, picture, *row);
  ui.pop_clip();
  if (row && is_shown(picture.marks[*row])) draw_mark_tip(scene, *row, picture.marks[*row]);
}

std::string_view title_of(const Scene& scene, std::size_t column) {
  return column == no_column ? std::string_view() : scene.catalogue().columns[column].title;
}

}  // namespace

void draw_mark_tip(const Scene& scene, std::size_t row, const Mark& mark) {
  Ui& ui = scene.ui;
  const float padding = ui.px(metric::tip_padding), width = std::min(ui.px(metric::tip_width), scene.ui.screen().width);
  const float inner = width - 2 * padding;
  const TextBlock& title = ui.text().layout(scene.title(row), type::strong_note, inner);
  const std::string about =
      concat({scene.catalogue().codes[row], " · ", scene.overview.group_names[scene.catalogue().group_of[row]]});
  const TextBlock& group = ui.text().layout(about, type::axis, inner);
  struct Line {
    const TextBlock *name, *figure;
  };
  std::vector<Line> lines;
  float height = title.height() + group.height() + ui.px(6);
  for (std::size_t i = 0; i < scene.catalogue().columns.size(); ++i) {
    const TextBlock& figure = ui.text().line(told_text(scene, i, row), type::strong_note);
    const std::string& name = scene.catalogue().columns[i].title;
    lines.push_back({&ui.text().layout(name, type::note, std::max(1.0f, inner - figure.width - ui.px(12))), &figure});
    height += std::max(lines.back().name->height(), figure.height());
  }
  const TextBlock& press = ui.text().layout(scene.words().press, type::axis, inner);
  if (!scene.view.is_picture) height += press.height() + ui.px(4);
  const Rect& screen = ui.screen();
  Rect box{mark.x + mark.radius + ui.px(8), mark.y - height / 2, width, height + 2 * padding};
  if (box.right() > screen.right()) box.x = mark.x - mark.radius - ui.px(8) - width;
  if (box.x < screen.x) box.x = std::max(screen.x, std::min(screen.right() - width, mark.x - width / 2));
  const bool covers = box.x < mark.x && box.right() > mark.x;  // so that the mark stays in sight
  if (covers) box.y = mark.y + mark.radius + ui.px(8);
  if (covers && box.bottom() > screen.bottom()) box.y = mark.y - mark.radius - ui.px(8) - box.height;
  if (!covers) box.y = std::max(screen.y, std::min(box.y, screen.bottom() - box.height));
  box.x = std::round(box.x);
  box.y = std::round(box.y);
  ui.set_layer(Layer::tip);
  ui.fill(box, ui.colors().ink, ui.theme().radius(metric::chip_radius));
  const Color bright = ui.colors().inverse, soft = faded(ui.colors().inverse, 0.8f);
  float y = box.y + padding;
  ui.words(title, box.x + padding, y, bright);
  ui.words(group, box.x + padding, y += title.height(), soft);
  y += group.height() + ui.px(6);
  for (const Line& line : lines) {
    ui.words(*line.name, box.x + padding, y, soft);
    ui.words(*line.figure, box.right() - padding - line.figure->width, y, bright);
    y += std::max(line.name->height(), line.figure->height());
  }
  if (!scene.view.is_picture) ui.words(press, box.x + padding, y + ui.px(4), soft);
  ui.set_layer(Layer::content);
}

float draw_plot(const Scene& scene, const Column& at) {
  Ui& ui = scene.ui;
  const Frame probe = frame_of(scene, at, at.y);
  if (probe.across == no_column)
    return text(ui, at, "no-ratings", {ui.language().view.nothing_to_show, type::body, ui.colors().muted});
  const bool is_scatter = scene.choice().shape == PlotShape::scatter;
  float y = at.y;
  const float room = ui.px(3 * metric::button_height + 20);
  if (is_scatter) y = draw_axis_name(scene, {at.x, y, at.width - room}, probe.upward, "upward-name", "↑", Align::left);
  if (probe.has_axes) y = std::max(y, at.y + ui.px(metric::button_height));
  const Frame frame = frame_of(scene, at, y + ui.px(8));
  const Picture& picture = made_picture(scene, frame);
  const Rect box = frame.area.grown(ui.px(4));
  const NodeId id = ui.id("plot");
  const Press press = ui.press_area(id, box);
  {
    const std::string name = ui.say(scene.words().plot, {title_of(scene, is_scatter ? frame.upward : probe.across),
                                                         is_scatter ? title_of(scene, frame.across)
                                                                    : of(scene.words().shapes, scene.choice().shape)});
    constexpr std::array attributes = {Attribute{"role", "application"}, Attribute{"tabindex", "0"}};
    Scope plot(ui, "plot",
               {.role = Role::group, .part = "mark-plot", .text = name, .box = box, .attributes = attributes});
    if (!scene.view.is_picture) heed_pointer(scene, frame, picture, press);
    draw_content(scene, frame, picture);
  }
  draw_zoom_buttons(scene, picture, at, at.y);
  if (const auto entry = ui.entered(id)) obey(scene, frame, box, picture, *entry);
  y = frame.area.bottom() + ui.px(4);
  if (!frame.has_axes) return y;
  return draw_axis_name(scene, at.at(y + ui.px(axis_height)), frame.across, "across-name",
                        ui.language().is_right_to_left ? "←" : "→", Align::right);
}

}  // namespace taskscope::play
