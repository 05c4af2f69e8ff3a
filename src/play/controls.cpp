#include "play/controls.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "core/decimal.h"
#include "core/text.h"

namespace taskscope::play {

namespace {

// What the page tells of a slider.
std::optional<double> told_percent(std::string_view entry) {
  const std::string text(entry);
  const char* end = nullptr;
  const double percent = parse_decimal(text.c_str(), end);
  const bool is_number = !text.empty() && *end == '\0';
  return is_number && percent >= 0 && percent <= 100 ? std::optional(percent) : std::nullopt;
}

}  // namespace

std::optional<double> slider(Ui& ui, const Rect& box, std::string_view key, const SliderSpec& spec) {
  const float knob = ui.px(metric::knob), track = ui.px(metric::slider_track);
  const Color color = spec.disabled ? ui.colors().muted : ui.colors().of(EvidenceKind::measured_use);
  const float x = box.x + knob / 2 + (box.width - knob) * static_cast<float>(spec.percent / 100);
  if (spec.has_bar) {
    const float y = std::round(box.center_y() - track / 2);
    ui.fill({box.x, y, box.width, track}, ui.colors().track, track / 2);
    ui.fill({box.x, y, x - box.x, track}, color, track / 2);
    const bool is_near = ui.pointer_over(box) && !spec.disabled;
    ui.disc(x, box.center_y(), knob / 2 + (is_near ? ui.px(1) : 0), color);
    ui.disc(x, box.center_y(), knob / 2 - ui.px(2), ui.colors().card);
  }
  ui.record(key, {.role = Role::slider,
                  .part = "slider",
                  .text = spec.name,
                  .box = box,
                  .value = spec.percent,
                  .disabled = spec.disabled,
                  .entry = spec.value});
  const std::optional<std::string_view> entered = ui.entered(ui.id(key));
  return entered && !spec.disabled ? told_percent(*entered) : std::nullopt;
}

std::optional<std::string_view> field(Ui& ui, const Rect& box, std::string_view key, const FieldSpec& spec) {
  const float radius = ui.theme().radius(metric::chip_radius);
  const bool is_near = ui.pointer_over(box) && !spec.disabled;
  if (is_near) ui.fill(box, ui.colors().hover, radius);
  const Color color = is_near ? ui.colors().muted : ui.colors().line;
  ui.outline(box, spec.is_wrong ? ui.colors().of(Rating::high_pressure) : color, radius);
  ui.record(key, {.role = spec.role,
                  .part = spec.part,
                  .text = spec.name,
                  .box = box,
                  .disabled = spec.disabled,
                  .entry = spec.entry,
                  .attributes = spec.attributes});
  const std::optional<std::string_view> entered = ui.entered(ui.id(key));
  return spec.disabled ? std::nullopt : entered;
}

std::string dom_id(NodeId id) { return "n" + std::to_string(id); }

Chosen drop_down(Ui& ui, const Column& at, std::string_view key, const DropDownSpec& spec) {
  const float radius = ui.theme().radius(metric::chip_radius), padding = ui.px(metric::field_padding);
  const float size = ui.px(metric::chevron), lead = ui.px(metric::button_height - type::strong_note.line_height);
  const std::string_view now = spec.options[spec.chosen].label;
  const TextBlock& block = ui.text().layout(now, type::strong_note, at.width - size - 3 * padding);
  const Rect box{at.x, at.y, at.width, block.height() + lead};
  const bool is_near = ui.pointer_over(box);
  if (is_near) ui.fill(box, ui.colors().hover, radius);
  ui.outline(box, is_near ? ui.colors().muted : ui.colors().line, radius);
  ui.words(block, box.x + padding, std::round(box.y + lead / 2), ui.colors().ink);
  ui.chevron({box.right() - padding - size, box.center_y() - size / 2, size, size}, 1, ui.colors().muted);
  Chosen chosen{.bottom = box.bottom()};
  const std::optional<std::string_view> entered = ui.entered(ui.id(key));
  Scope select(ui, key, {.role = Role::select, .part = "select", .text = spec.name, .box = box});
  for (std::size_t i = 0; i < spec.options.size(); ++i) {
    const Option& option = spec.options[i];
    const std::array attributes = {Attribute{"value", option.key}, Attribute{"selected", ""}};
    ui.record(option.key, {.role = Role::option,
                           .part = "select-option",
                           .text = option.label,
                           .attributes = std::span(attributes).first(i == spec.chosen ? 2 : 1)});
    if (option.key == entered) chosen.index = i;
  }
  return chosen;
}

float drop_down_width(Ui& ui, std::span<const Option> options) {
  float widest = 0;
  for (const Option& option : options) widest = std::max(widest, ui.text().line(option.label, type::strong_note).width);
  return std::ceil(widest) + ui.px(metric::chevron) + 3 * ui.px(metric::field_padding);
}

void record_label(Ui& ui, std::string_view key, std::string_view label, const TextBlock& block, float x, float y) {
  constexpr Attribute hidden{"aria-hidden", "true"};
  ui.record_text(key, {.role = Role::text, .part = "control-label", .text = label, .attributes = {&hidden, 1}}, block,
                 x, y);
}

void control_label(Ui& ui, std::string_view key, std::string_view label, const TextBlock& block, float x, float y) {
  ui.words(block, x, y, ui.colors().muted);
  record_label(ui, key, label, block, x, y);
}

float steady_bottom(Ui& ui, const TextStyle& style, float top, float bottom, int lines) {
  return std::max(bottom, top + ui.px(style.line_height) * static_cast<float>(lines));
}

void check_box(Ui& ui, const Rect& box, bool is_on) {
  const float radius = ui.theme().radius(metric::swatch_radius);
  if (is_on) ui.fill(box, ui.colors().ink, radius);
  ui.outline(box, is_on ? ui.colors().ink : ui.colors().muted, radius);
  if (is_on) ui.check_mark(box, ui.colors().inverse);
}

namespace {

void draw_lock(Ui& ui, const Rect& box, bool is_open, Color color) {
  const float width = ui.px(11), height = ui.px(8), shackle = ui.px(7), lift = is_open ? ui.px(3) : 0;
  const float x = std::round(box.center_x() - width / 2), y = std::round(box.center_y() - ui.px(1));
  const float left = std::round(box.center_x() - shackle / 2);
  ui.outline({left, y - ui.px(5) - lift, shackle, ui.px(9) + lift}, color, shackle / 2);
  // Of an open one's shackle, one leg ends in the air.
  if (is_open) ui.fill({left + shackle / 2, y - ui.px(4), shackle, ui.px(4)}, ui.colors().card);
  ui.fill({x, y, width, height}, color, ui.px(2));
}

void draw_cross(Ui& ui, const Rect& box, Color color) {
  const float reach = ui.px(4.5f);
  const float width = std::max(1.0f, ui.px(1.5f)), left = box.center_x() - reach, top = box.center_y() - reach;
  ui.diagonal({left, top, 2 * reach, 2 * reach}, width, color);
  ui.diagonal({left, top + 2 * reach, 2 * reach, -2 * reach}, width, color);
}

}  // namespace

bool icon_button(Ui& ui, const Rect& box, std::string_view key, const IconSpec& spec) {
  const Press press = ui.press_area(ui.id(key), box);
  if (press.hovered && !spec.disabled)
    ui.fill(box, press.held ? ui.colors().track : ui.colors().hover, ui.theme().radius(metric::chip_radius));
  const Color color = spec.pressed.value_or(false) || press.hovered ? ui.colors().ink : ui.colors().muted;
  if (spec.icon == Icon::cross) {
    draw_cross(ui, box, color);
  } else {
    draw_lock(ui, box, spec.icon == Icon::open_lock, color);
  }
  ui.tip(box, std::string(spec.label));
  Scope scope(ui, key,
              {.role = Role::button,
               .part = "icon",
               .text = spec.label,
               .box = box,
               .pressed = spec.pressed,
               .disabled = spec.disabled});
  ui.record("words", {.role = Role::note, .text = spec.label, .box = box});
  return press.pressed && !spec.disabled;
}

}  // namespace taskscope::play
