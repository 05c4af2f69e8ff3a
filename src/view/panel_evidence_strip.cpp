// Every piece of evidence as a mark on one axis from 0 to 100 %, with labels wherever there is room for them.
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>

#include "core/order.h"
#include "core/text.h"
#include "view/format.h"
#include "view/layout.h"
#include "view/panels.h"
#include "view/parts.h"
#include "view/widgets.h"

namespace taskscope {

namespace {

constexpr int lanes_a_side = 3;
constexpr float lane_height = 22;  // CSS pixels
constexpr float axis_clearance = 24;

struct StripLabel {
  std::size_t index;  // in the profile
  const Evidence* evidence;
  std::string figure, name;
  const TextBlock* block;
  LabelPlace place;
};

std::vector<StripLabel> place_strip_labels(Ui& ui, const std::vector<Evidence>& evidence, const Column& at) {
  std::vector<StripLabel> labels;
  const int decimals = evidence_decimals(evidence);
  const std::vector<double> percents = values_percent(evidence);
  for (const std::size_t i : ascending_order(percents))
    labels.push_back({i,
                      &evidence[i],
                      percent_text(ui.language(), percents[i], decimals),
                      " " + evidence[i].publisher,
                      nullptr,
                      {}});
  std::vector<LabelWish> wishes;
  for (StripLabel& label : labels) {
    const std::array runs = {TextRun{label.figure, type::strong_note}, TextRun{label.name, type::note}};
    label.block = &ui.text().layout(runs, TextShaper::unlimited);
    const auto share = static_cast<float>(label.evidence->value_percent / 100);
    wishes.push_back({at.x + at.width * share, label.block->width});
  }
  const std::vector<LabelPlace> places = place_labels(wishes, at.x, at.right(), ui.px(10), lanes_a_side);
  for (std::size_t i = 0; i < labels.size(); ++i) labels[i].place = places[i];
  return labels;
}

// The label's top, from the axis.
float lane_offset(Ui& ui, int lane) {
  const float height = ui.px(lane_height), clearance = ui.px(axis_clearance);
  return lane > 0 ? -clearance - height * static_cast<float>(lane) : clearance + height * static_cast<float>(-lane - 1);
}

std::string words_of(const StripLabel& label) { return label.figure + label.name; }

NodeSpec strip_item(const StripLabel& label) {
  return {.role = Role::list_item, .part = of(parts::kind, label.evidence->kind)};
}

void draw_strip_label(Ui& ui, const StripLabel& label, float mark_x, float axis_y) {
  const float top = axis_y + lane_offset(ui, label.place.lane);
  if (label.place.lane > 0) {
    ui.dashed_vertical_line(mark_x, top + label.block->height(), axis_y, ui.colors().line);
  } else {
    ui.dashed_vertical_line(mark_x, axis_y, top, ui.colors().line);
  }
  const std::array colors = {ui.colors().ink, ui.colors().muted};
  const float x = std::round(label.place.x);
  ui.words(*label.block, x, top, colors);
  const std::string text = words_of(label);
  NodeSpec item = strip_item(label);
  item.text = text;
  ui.record_text(item_key(label.index, label.evidence->publisher), item, *label.block, x, top);
}

// A mark whose label finds no room has its tip, and its words in the record.
void record_unlabelled(Ui& ui, const StripLabel& label, const Rect& mark) {
  Scope item(ui, item_key(label.index, label.evidence->publisher), strip_item(label));
  ui.note("words", words_of(label), mark);
}

std::string tip_of(Ui& ui, const StripLabel& label) {
  const Evidence& e = *label.evidence;
  return ui.say(ui.language().view.named, {words_of(label), concat({e.measure, " · ", kind_text(ui.language(), e)})});
}

// Labels first, so that the marks lie on their leader lines.
void draw_marks(Ui& ui, const std::vector<StripLabel>& labels, const Column& at, float axis_y) {
  Scope scope(ui, "strip", {.role = Role::list, .text = ui.language().view.evidence_strip});
  const auto mark_x = [&](const StripLabel& label) {
    return std::round(at.x + at.width * static_cast<float>(label.evidence->value_percent / 100));
  };
  const float size = ui.px(metric::mark);
  const auto mark_box = [&](const StripLabel& label) { return Rect{mark_x(label), axis_y, 0, 0}.grown(size / 2); };
  for (const StripLabel& label : labels) {
    if (label.place.lane != 0) {
      draw_strip_label(ui, label, mark_x(label), axis_y);
    } else {
      record_unlabelled(ui, label, mark_box(label));
    }
  }
  for (const StripLabel& label : labels) {
    evidence_mark(ui, mark_x(label), axis_y, size, label.evidence->kind);
    ui.tip(mark_box(label).grown(size / 2), tip_of(ui, label));
  }
}

}  // namespace

float draw_evidence_strip(Ui& ui, const View& view, const Column& at) {
  const float y = heading(ui, at, "strip-heading", ui.language().view.evidence_strip, 3, type::subheading);
  const std::vector<StripLabel> labels = place_strip_labels(ui, view.profile.evidence, at);
  int highest = 0, lowest = 0;
  for (const StripLabel& label : labels) {
    highest = std::max(highest, label.place.lane);
    lowest = std::min(lowest, label.place.lane);
  }
  const float axis_y = y + ui.px(6) - (highest > 0 ? lane_offset(ui, highest) : -ui.px(axis_clearance));
  const float bottom = axis_y + (lowest < 0 ? lane_offset(ui, lowest) + ui.px(lane_height) : ui.px(axis_clearance));
  const float thickness = 2 * ui.theme().hairline();
  ui.fill({at.x, std::round(axis_y - thickness / 2), at.width, thickness}, ui.colors().line);
  draw_marks(ui, labels, at, axis_y);
  return evidence_legend(ui, at.at(bottom + ui.px(14)));
}

}  // namespace taskscope
