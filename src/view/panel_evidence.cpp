// The evidence in full: who measured what, how much, of which kind, about whom, and what to make of it.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/text.h"
#include "view/format.h"
#include "view/panels.h"
#include "view/parts.h"
#include "view/widgets.h"

namespace taskscope {

namespace {

constexpr float publisher_width = 234, bar_width = 220, note_gap = 15;  // CSS pixels

std::string publisher_text(const Evidence& evidence) {
  return evidence.year ? concat({evidence.publisher, ", ", std::to_string(*evidence.year)}) : evidence.publisher;
}

// The publisher's name, as a link where the profile gives an address. Returns the bottom.
float draw_publisher(Ui& ui, const Evidence& evidence, const Column& at) {
  const std::string name = publisher_text(evidence);
  if (evidence.url.empty()) return heading(ui, at, "publisher", name, 3, type::subheading);
  const TextBlock& block = ui.text().layout(name, type::subheading, at.width);
  const Rect box{at.x, at.y, block.width, block.height()};
  const NodeId link_id = ui.id("link");
  Scope link(ui, "link", {.role = Role::link, .text = name, .box = box, .href = evidence.url});
  ui.press_area(link_id, box);  // for the hand
  const float underline = at.y + block.height() - ui.px(2);
  ui.horizontal_line(at.x, underline, block.width, ui.colors().muted);
  return heading(ui, at, "publisher", name, 3, type::subheading);
}

float draw_source(Ui& ui, const Evidence& evidence, const Column& at) {
  Scope cell(ui, "source", {.role = Role::cell});
  float y = draw_publisher(ui, evidence, at);
  y = text(
      ui, at.at(y), "measure",
      {.text = evidence.measure, .style = type::note, .color = ui.colors().muted, .language = ui.profile_language()});
  return text(ui, at.at(y), "kind",
              {.text = kind_text(ui.language(), evidence),
               .style = type::axis,
               .color = ui.colors().of(evidence.kind),
               .role = Role::paragraph,
               .part = parts::with("kind", parts::kind, evidence.kind)});
}

void draw_figure(Ui& ui, const Evidence& evidence, const Rect& bar_box, int decimals, const FigurePlace& place) {
  const std::string figure = percent_text(ui.language(), evidence.value_percent, decimals);
  const std::string tip = concat({figure, " ", evidence.measure, " · ", kind_text(ui.language(), evidence)});
  const BarSpec spec{evidence.value_percent, ui.colors().of(evidence.kind), evidence.measure, tip,
                     parts::with("bar", parts::kind, evidence.kind)};
  figure_cell(ui, bar_box, spec, figure, place);
}

float draw_note(Ui& ui, const Evidence& evidence, const Column& at) {
  return text(ui, at, "note",
              {.text = evidence.note,
               .style = type::note,
               .color = ui.colors().muted,
               .role = Role::cell,
               .language = ui.profile_language()});
}

// A bar whose middle is at `center_y`.
Rect bar_box(Ui& ui, float x, float width, float center_y) {
  const float height = ui.px(metric::thin_bar_height);
  return {x, std::round(center_y - height / 2), width, height};
}

float source_height(Ui& ui, const Evidence& evidence, float width) {
  const float publisher = ui.text().layout(publisher_text(evidence), type::subheading, width).height();
  const float measure = ui.text().layout(evidence.measure, type::note, width).height();
  const float kind = ui.text().layout(kind_text(ui.language(), evidence), type::axis, width).height();
  return publisher + measure + kind;
}

// Source, bar, figure and note side by side, centred on one line.
float draw_row_wide(Ui& ui, const Evidence& evidence, const Column& at, int decimals) {
  const float publisher = ui.px(publisher_width), bar = ui.px(bar_width), percent = ui.px(metric::percent_width);
  const float source_width = publisher - ui.px(metric::text_gap);
  const float note_x = at.x + publisher + bar + percent + ui.px(note_gap), note_width = at.right() - note_x;
  const float source = source_height(ui, evidence, source_width);
  const float note = ui.text().layout(evidence.note, type::note, note_width).height();
  const float height = std::max(source, note), center = at.y + height / 2;
  draw_source(ui, evidence, {at.x, std::round(center - source / 2), source_width});
  const float bar_x = at.x + publisher;
  draw_figure(ui, evidence, bar_box(ui, bar_x, bar, center), decimals, {bar_x + bar + percent, center});
  draw_note(ui, evidence, {note_x, std::round(center - note / 2), note_width});
  return at.y + height;
}

// Source, bar and figure over the note.
float draw_row_medium(Ui& ui, const Evidence& evidence, const Column& at, int decimals) {
  const float publisher = ui.px(publisher_width), percent = ui.px(metric::percent_width);
  const float y = draw_source(ui, evidence, {at.x, at.y, publisher - ui.px(metric::text_gap)});
  const float center = (at.y + y) / 2;
  const Rect bar = bar_box(ui, at.x + publisher, at.width - publisher - percent, center);
  draw_figure(ui, evidence, bar, decimals, {at.right(), center});
  return draw_note(ui, evidence, at.at(y + ui.px(6)));
}

// All beneath one another, the figure beside the bar.
float draw_row_tight(Ui& ui, const Evidence& evidence, const Column& at, int decimals) {
  const float percent = ui.px(metric::percent_width), line = ui.px(type::row_figure.line_height);
  const float y = draw_source(ui, evidence, at) + ui.px(4);
  const Rect bar = bar_box(ui, at.x, std::max(1.0f, at.width - percent), y + line / 2);
  draw_figure(ui, evidence, bar, decimals, {at.right(), y + line / 2});
  return draw_note(ui, evidence, at.at(y + line + ui.px(4)));
}

// All beneath one another, the figure beside the source.
float draw_row_narrow(Ui& ui, const Evidence& evidence, const Column& at, int decimals) {
  const float percent = ui.px(metric::percent_width), bar_height = ui.px(metric::thin_bar_height);
  float y = draw_source(ui, evidence, {at.x, at.y, std::max(1.0f, at.width - percent)});
  y += ui.px(6);
  const Rect bar = bar_box(ui, at.x, at.width, y + bar_height / 2);
  draw_figure(ui, evidence, bar, decimals, {at.right(), at.y + ui.px(type::subheading.line_height) / 2});
  return draw_note(ui, evidence, at.at(y + bar_height + ui.px(6)));
}

// The rows of the table. Returns the bottom.
float draw_rows(Ui& ui, const View& view, const Column& at) {
  const std::size_t count = view.profile.evidence.size();
  Scope table(ui, "table", {.role = Role::table, .rows = recorded_row(ui, count)});
  record_table_head(ui, ui.language().view.evidence_caption, {at.x, at.y, at.width, 1},
                    ui.language().view.evidence_columns);
  const int decimals = evidence_decimals(view.profile.evidence);
  const auto draw_row = view.breadth == Breadth::wide     ? draw_row_wide
                        : view.breadth == Breadth::medium ? draw_row_medium
                        : view.breadth == Breadth::narrow ? draw_row_narrow
                                                          : draw_row_tight;
  float y = at.y;
  for (std::size_t i = 0; i < view.profile.evidence.size(); ++i) {
    const Evidence& evidence = view.profile.evidence[i];
    Scope row(ui, item_key(i, evidence.publisher),
              {.role = Role::row, .part = "evidence-row", .text = evidence.publisher, .rows = recorded_row(ui, i + 1)});
    ui.horizontal_line(at.x, y, at.width, ui.colors().line);
    y = draw_row(ui, evidence, at.at(y + ui.px(metric::row_padding)), decimals) + ui.px(metric::row_padding);
  }
  return y;
}

}  // namespace

std::string kind_text(const Language& language, const Evidence& evidence) {
  return concat({of(language.view.kind, evidence.kind), " · ", of(language.view.match, evidence.match)});
}

std::vector<double> values_percent(const std::vector<Evidence>& evidence) {
  std::vector<double> values;
  values.reserve(evidence.size());
  for (const Evidence& e : evidence) values.push_back(e.value_percent);
  return values;
}

int evidence_decimals(const std::vector<Evidence>& evidence) { return decimals_for(values_percent(evidence)); }

float draw_evidence(Ui& ui, const View& view, const Column& at) {
  Scope scope(ui, "evidence", {.role = Role::section, .part = "card evidence", .text = ui.language().view.evidence});
  const float y = heading(ui, at, "heading", ui.language().view.evidence, 2, type::heading) + ui.px(10);
  return evidence_legend(ui, at.at(draw_rows(ui, view, at.at(y)) + ui.px(4)));
}

}  // namespace taskscope
