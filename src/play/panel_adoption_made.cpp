// How the adoption is made: the profile has no formula for it, so its sources stand on one axis beside the published
// figure, and the reader takes them in or leaves them out.
#include <algorithm>
#include <cmath>
#include <string>

#include "core/sources.h"
#include "core/text.h"
#include "play/controls.h"
#include "play/panels.h"
#include "view/format.h"
#include "view/widgets.h"

namespace taskscope::play {

namespace {

constexpr float source_share = 0.46f;  // of the width

struct Columns {
  bool stacked = false;
  float source_width = 0, axis_x = 0, axis_width = 0;  // stacked: the axis has the whole width
  int decimals = 0;                                    // of the sources' figures
};

Columns columns_of(Ui& ui, const View& view, const Column& at) {
  const float percent = ui.px(metric::percent_width);
  const int decimals = evidence_decimals(view.profile.evidence);
  if (view.breadth <= Breadth::narrow) return {true, std::max(1.0f, at.width - percent), at.x, at.width, decimals};
  const float source = std::round(at.width * source_share);
  return {false, source - ui.px(metric::text_gap), at.x + source, at.right() - percent - at.x - source, decimals};
}

float place_on(const Columns& columns, double percent) {
  return columns.axis_x + std::round(columns.axis_width * static_cast<float>(percent / 100));
}

std::string about_text(Ui& ui, const Evidence& source) {
  return concat({source.measure, " · ", kind_text(ui.language(), source)});
}

// The source as a button that takes it in or leaves it out. Returns its bottom.
float draw_source(Ui& ui, const Evidence& source, const Column& at, bool is_on, Intents& intents) {
  Scope cell(ui, "source", {.role = Role::cell});
  const std::string about = about_text(ui, source);
  const float indent = ui.px(metric::check_box + metric::chip_gap), size = ui.px(metric::check_box);
  const Column inner{at.x + indent, at.y, std::max(1.0f, at.width - indent)};
  const TextBlock& name = ui.text().layout(source.publisher, type::row_figure, inner.width);
  const TextBlock& note = ui.text().layout(about, type::note, inner.width);
  const Rect box{at.x, at.y, at.width, name.height() + note.height()};
  const Press press = ui.press_area(ui.id("taken"), box);
  if (press.pressed) intents.push_back({.action = Action::toggle_source, .keys = {source_key(source)}});
  if (press.hovered) ui.fill(box.grown(ui.px(4)), ui.colors().hover, ui.theme().radius(metric::chip_radius));
  check_box(ui, {at.x, std::round(at.y + (name.line_height - size) / 2), size, size}, is_on);
  Scope button(ui, "taken", {.role = Role::button, .text = source.publisher, .box = box, .pressed = is_on});
  const Color ink = is_on ? ui.colors().ink : ui.colors().muted;
  const float y = text(ui, inner, "publisher", {source.publisher, type::row_figure, ink, Role::text});
  return text(ui, inner.at(y), "about", {about, type::note, ui.colors().muted, Role::text});
}

// The published figure's line, from `top` to `bottom`.
void draw_published_line(Ui& ui, const View& view, const Columns& columns, float top, float bottom) {
  ui.dashed_vertical_line(place_on(columns, *view.profile.adoption_percent), top, bottom,
                          ui.colors().of(EvidenceKind::measured_use));
}

void draw_mark(Ui& ui, const Evidence& source, const Columns& columns, float center_y, bool is_on) {
  const float size = ui.px(metric::mark);
  const float x = place_on(columns, source.value_percent);
  if (is_on) {
    evidence_mark(ui, x, center_y, size, source.kind);
  } else {
    ui.outline(Rect{x, center_y, 0, 0}.grown(size / 2), ui.colors().muted, size / 2);
  }
  ui.tip(Rect{x, center_y, 0, 0}.grown(size), about_text(ui, source));
}

// Returns the row's bottom.
float draw_row(Ui& ui, const View& view, const Columns& columns, const Evidence& source, const Column& at,
               Intents& intents) {
  const bool is_on = !view.state.leaves_out(source);
  const float bottom = draw_source(ui, source, {at.x, at.y, columns.source_width}, is_on, intents);
  const float first_line = at.y + ui.px(type::row_figure.line_height) / 2;
  const float center = columns.stacked ? bottom + ui.px(metric::mark) : (at.y + bottom) / 2;
  const float reach = ui.px(metric::mark), thickness = 2 * ui.theme().hairline();
  ui.fill({columns.axis_x, std::round(center - thickness / 2), columns.axis_width, thickness}, ui.colors().line);
  const float tick = ui.px(metric::mark / 2 + 2);
  if (columns.stacked) draw_published_line(ui, view, columns, center - tick, center + tick);
  draw_mark(ui, source, columns, center, is_on);
  const std::string figure = percent_text(ui.language(), source.value_percent, columns.decimals);
  figure_text(ui, "percent", {figure, is_on ? ui.colors().ink : ui.colors().muted, Role::cell},
              {at.right(), columns.stacked ? first_line : center});
  return columns.stacked ? center + reach : bottom;
}

// The published figure as a line down through all sources, with its label above. Returns the label's bottom.
float draw_published_label(Ui& ui, const View& view, const Columns& columns, const Column& at) {
  const double percent = *view.profile.adoption_percent;
  const std::string label = ui.say(ui.language().play.published_figure,
                                   {percent_text(ui.language(), percent, headline_decimals(view.profile))});
  const TextBlock& block = ui.text().line(label, type::strong_note);
  const float right = columns.axis_x + columns.axis_width;
  const float x = std::round(std::clamp(place_on(columns, percent) - block.width / 2, columns.axis_x,
                                        std::max(columns.axis_x, right - block.width)));
  ui.words(block, x, at.y, ui.colors().of(EvidenceKind::measured_use));
  ui.record_text("published", {.role = Role::paragraph, .text = label}, block, x, at.y);
  return at.y + block.height();
}

float draw_rows(Ui& ui, const View& view, const Columns& columns, const Column& at, Intents& intents) {
  Scope table(ui, "table", {.role = Role::table, .part = "sources-made"});
  record_table_head(ui, ui.language().play.sources_caption, {at.x, at.y, at.width, 1},
                    ui.language().play.source_columns);
  const float padding = ui.px(metric::row_padding);
  float y = at.y;
  for (std::size_t i = 0; i < view.profile.evidence.size(); ++i) {
    const Evidence& source = view.profile.evidence[i];
    Scope row(ui, item_key(i, source.publisher), {.role = Role::row, .part = "source-made", .text = source.publisher});
    ui.horizontal_line(at.x, y, at.width, ui.colors().line);
    y = draw_row(ui, view, columns, source, at.at(y + padding), intents) + padding;
  }
  return y;
}

std::string range_text(const Language& language, const View& view) {
  const std::vector<Evidence>& evidence = view.profile.evidence;
  std::vector<double> taken;
  for (const Evidence& source : evidence)
    if (!view.state.leaves_out(source)) taken.push_back(source.value_percent);
  const std::optional<Range> range = range_of(taken);
  if (!range) return std::string(language.play.no_sources);
  const int decimals = evidence_decimals(evidence);
  const auto taken_count = static_cast<double>(taken.size());
  return filled(language, language.play.sources_range,
                {{number_text(language, taken_count, 0), taken_count},
                 counted(language, language.play.source_count, static_cast<double>(evidence.size())),
                 percent_text(language, range->least, decimals),
                 percent_text(language, range->most, decimals),
                 percent_text(language, range->mean, 1)});
}

}  // namespace

float draw_adoption_made(Ui& ui, const View& view, const Column& at, Intents& intents) {
  const std::string figure =
      percent_text(ui.language(), *view.profile.adoption_percent, headline_decimals(view.profile));
  const std::string title = ui.say(ui.language().play.adoption_made, {figure});
  Scope scope(ui, "adoption-made", {.role = Role::section, .part = "card adoption-made", .text = title});
  float y = heading(ui, at, "heading", title, 2, type::heading) + ui.px(8);
  const std::string statement = ui.say(ui.language().play.no_formula, {figure});
  y = text(ui, at.at(y), "statement", {statement, type::note, ui.colors().muted}) + ui.px(10);
  const Columns columns = columns_of(ui, view, at);
  const float label_bottom = draw_published_label(ui, view, columns, at.at(y)) + ui.px(4);
  const float bottom = draw_rows(ui, view, columns, at.at(label_bottom), intents);
  if (!columns.stacked) draw_published_line(ui, view, columns, label_bottom, bottom);
  y = text(ui, at.at(bottom + ui.px(4)), "source-range",
           {range_text(ui.language(), view), type::note, ui.colors().ink});
  return evidence_legend(ui, at.at(y + ui.px(10)));
}

}  // namespace taskscope::play
