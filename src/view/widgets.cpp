#include "view/widgets.h"

#include <algorithm>
#include <cmath>

#include "view/format.h"
#include "view/parts.h"

namespace taskscope {

float text(Ui& ui, const Column& at, std::string_view key, const TextSpec& spec) {
  if (spec.text.empty()) return at.y;
  const TextBlock& block = ui.text().layout(spec.text, spec.style, at.width);
  const float x = spec.align == Align::right ? at.right() - block.width : at.x;
  ui.words(block, x, at.y, spec.color);
  const NodeSpec node{
      .role = spec.role, .part = spec.part, .text = spec.text, .level = spec.level, .language = spec.language};
  ui.record_text(key, node, block, x, at.y);
  return at.y + block.height();
}

float heading(Ui& ui, const Column& at, std::string_view key, std::string_view title, int level, TextStyle style,
              std::string_view language) {
  return text(ui, at, key,
              {.text = title,
               .style = style,
               .color = ui.colors().ink,
               .role = Role::heading,
               .level = level,
               .language = language});
}

void card_frame(Ui& ui, const Rect& box) {
  const float radius = ui.theme().radius(metric::card_radius);
  ui.set_layer(Layer::card);
  const Palette& colors = ui.colors();
  const bool stands_out = colors.card != colors.page || !is_opaque(colors.card);
  if (stands_out) ui.fill(box, colors.card, radius);  // most of a picture's pixels: long work for a GPU in software
  ui.outline(box, ui.colors().line, radius);
  ui.set_layer(Layer::content);
}

void bar(Ui& ui, const Rect& box, std::string_view key, const BarSpec& spec) {
  const float radius = ui.theme().radius(metric::bar_radius);
  const auto share = static_cast<float>(spec.percent / 100);
  ui.fill(box, ui.colors().track, radius);
  ui.fill({box.x, box.y, std::round(box.width * share), box.height}, spec.color, radius);
  ui.tip(box.grown(ui.px(metric::row_padding)), spec.tip);  // a bar is thin, and fingers are not
  ui.record(key, {.role = Role::meter, .part = spec.part, .text = spec.name, .box = box, .value = spec.percent});
}

void figure_text(Ui& ui, std::string_view key, const FigureSpec& spec, const FigurePlace& place) {
  const TextBlock& block = ui.text().line(spec.text, type::row_figure);
  const float x = place.right - block.width, y = std::round(place.center_y - block.line_height / 2);
  ui.words(block, x, y, spec.color);
  ui.record_text(key, {.role = spec.role, .text = spec.text}, block, x, y);
}

void figure_cell(Ui& ui, const Rect& bar_box, const BarSpec& spec, const std::string& figure,
                 const FigurePlace& place) {
  Scope cell(ui, "figure", {.role = Role::cell});
  bar(ui, bar_box, "bar", spec);
  figure_text(ui, "percent", {figure, ui.colors().ink, Role::text}, place);
}

int recorded_row(const Ui& ui, std::size_t index) { return ui.records_slice_only() ? static_cast<int>(index) + 1 : 0; }

void record_table_head(Ui& ui, std::string_view caption, const Rect& about, std::span<const std::string_view> columns) {
  ui.record("caption", {.role = Role::caption, .text = caption, .box = about});
  Scope row(ui, "columns", {.role = Role::row, .rows = recorded_row(ui, 0)});
  for (const std::string_view column : columns)
    ui.record(column, {.role = Role::column_header, .part = "column", .text = column});
}

float importance_tag_width(Ui& ui, Importance importance) {
  const TextBlock& label = ui.text().line(of(ui.language().view.importance, importance), type::tag);
  return label.width + 2 * ui.px(metric::tag_height) / 2 + ui.px(metric::chip_padding);
}

void importance_tag(Ui& ui, const Rect& box, std::string_view key, Importance importance, Role role) {
  const bool core = importance == Importance::core;
  const std::string_view word = of(ui.language().view.importance, importance);
  const TextBlock& label = ui.text().line(word, type::tag);
  if (core) {
    ui.fill(box, ui.colors().ink, box.height / 2);
  } else {
    ui.outline(box, ui.colors().line, box.height / 2);
  }
  const float x = std::round(box.center_x() - label.width / 2), y = std::round(box.center_y() - label.height() / 2);
  ui.words(label, x, y, core ? ui.colors().inverse : ui.colors().ink);
  ui.record_text(key, {.role = role, .part = parts::with("tag", parts::importance, importance), .text = word}, label, x,
                 y);
}

float rating_meter_height(Ui& ui) {
  return ui.px(type::strong_note.line_height) + 2 * ui.px(metric::step_height) + ui.px(3);
}

float rating_meter(Ui& ui, const Column& at, std::string_view key, Rating rating, Align align) {
  const Color color = ui.colors().of(rating);
  const TextSpec spec{.text = of(ui.language().view.rating, rating),
                      .style = type::strong_note,
                      .color = color,
                      .role = Role::text,
                      .align = align,
                      .part = parts::with("rating", parts::rating, rating)};
  const float below = text(ui, at, key, spec);
  const float width = ui.px(metric::step_width), height = ui.px(metric::step_height), gap = ui.px(metric::step_gap);
  const float steps_width = 3 * width + 2 * gap;
  const float left = align == Align::right ? at.right() - steps_width : at.x;
  for (int step = 0; step < 3; ++step) {
    const Rect box{left + static_cast<float>(step) * (width + gap), below + height, width, height};
    ui.fill(box, step <= static_cast<int>(rating) ? color : ui.colors().track, height / 2);
  }
  return below + 2 * height + ui.px(3);
}

float push_button_width(Ui& ui, std::string_view label) {
  return ui.text().line(label, type::strong_note).width + 2 * ui.px(metric::button_padding);
}

Pushed push_button(Ui& ui, const Column& at, std::string_view key, const ButtonSpec& spec, Align align) {
  const float padding = ui.px(metric::button_padding), radius = ui.theme().radius(metric::button_radius);
  const TextBlock& block = ui.text().layout(spec.label, type::strong_note, at.width - 2 * padding);
  const float width = block.width + 2 * padding;
  const float height = block.height() + ui.px(metric::button_height - type::strong_note.line_height);
  const Rect box{align == Align::right ? at.right() - width : at.x, at.y, width, height};
  const Press press = ui.press_area(ui.id(key), box);
  const bool is_filled = spec.is_strong || spec.expanded.value_or(false);
  if (is_filled) {
    ui.fill(box, ui.colors().ink, radius);
  } else if (press.hovered && !spec.disabled) {
    ui.fill(box, press.held ? ui.colors().track : ui.colors().hover, radius);
  }
  if (!is_filled) ui.outline(box, ui.colors().line, radius);
  const float x = box.x + padding, text_y = std::round(box.center_y() - block.height() / 2);
  ui.words(block, x, text_y,
           is_filled       ? ui.colors().inverse
           : spec.disabled ? faded(ui.colors().muted, 0.6f)
                           : ui.colors().ink);
  Scope scope(ui, key,
              {.role = Role::button,
               .part = spec.part,
               .text = spec.label,
               .box = box,
               .expanded = spec.expanded,
               .disabled = spec.disabled});
  ui.record_text("button-label", {.role = Role::text, .text = spec.label}, block, x, text_y);
  return {press.pressed && !spec.disabled, box.bottom()};
}

float button_row_width(Ui& ui, std::span<const ButtonSpec> buttons) {
  float width = 0;
  for (const ButtonSpec& button : buttons)
    width += (width > 0 ? ui.px(metric::chip_gap) : 0) + push_button_width(ui, button.label);
  return width;
}

static std::string_view key_of(const ButtonSpec& button) { return button.key.empty() ? button.label : button.key; }

Chosen button_row(Ui& ui, const Column& at, std::span<const ButtonSpec> buttons, Align align) {
  const float gap = ui.px(metric::chip_gap);
  Chosen chosen{.bottom = at.y};
  float y = at.y;
  for (std::size_t first = 0; first < buttons.size();) {
    std::size_t count = 1;  // on this line
    while (first + count < buttons.size() && button_row_width(ui, buttons.subspan(first, count + 1)) <= at.width)
      ++count;
    const float width = button_row_width(ui, buttons.subspan(first, count));
    float x = align == Align::right ? std::max(at.x, at.right() - width) : at.x;
    for (std::size_t i = first; i < first + count; ++i) {
      const Pushed pushed = push_button(ui, {x, y, at.width}, key_of(buttons[i]), buttons[i], Align::left);
      if (pushed.pressed) chosen.index = i;
      chosen.bottom = std::max(chosen.bottom, pushed.bottom);
      x += push_button_width(ui, buttons[i].label) + gap;
    }
    first += count;
    y = chosen.bottom + gap;
  }
  return chosen;
}

float disclosure_width(Ui& ui, std::string_view label) {
  return ui.px(metric::disclosure_indent) + ui.text().line(label, type::note).width;
}

float disclosure_height(Ui& ui) { return ui.px(metric::disclosure_height); }

bool disclosure(Ui& ui, float x, float y, std::string_view key, const DisclosureSpec& spec) {
  const TextBlock& block = ui.text().line(spec.label, type::note);
  const Rect box{x, y, disclosure_width(ui, spec.label), disclosure_height(ui)};
  const NodeId id = ui.id(key);
  const Press press = ui.press_area(id, box);
  const Color color = press.hovered ? ui.colors().ink : ui.colors().muted;
  const float size = ui.px(metric::chevron), text_x = x + ui.px(metric::disclosure_indent);
  const float text_y = std::round(box.center_y() - block.height() / 2);
  ui.chevron({x, box.center_y() - size / 2, size, size}, ui.transition(id, spec.open), color);
  ui.words(block, text_x, text_y, color);
  if (press.hovered) ui.horizontal_line(text_x, text_y + block.height() - ui.px(2), block.width, color);
  Scope scope(ui, key,
              {.role = Role::button, .part = "disclosure", .text = spec.label, .box = box, .expanded = spec.open});
  ui.record_text("button-label", {.role = Role::text, .text = spec.label}, block, text_x, text_y);
  ui.note("meaning", spec.about, box);
  return press.pressed;
}

float choices_width(Ui& ui, std::span<const Choice> all) {
  float width = 0;
  for (const Choice& choice : all) width += push_button_width(ui, choice.label);
  return width;
}

namespace {

// Returns whether it was pressed. `block` is the label's.
bool draw_choice(Ui& ui, const Rect& box, const TextBlock& block, const Choice& choice) {
  const float radius = ui.theme().radius(metric::chip_radius);
  const Palette& colors = ui.colors();
  const Press press = ui.press_area(ui.id(choice.label), box);
  const Color ground = press.held ? colors.track : colors.hover;
  if (choice.is_on || press.hovered) ui.fill(box, choice.is_on ? colors.ink : ground, radius);
  ui.outline(box, choice.is_on ? colors.ink : colors.line, radius);
  const float x = std::round(box.center_x() - block.width / 2), y = std::round(box.center_y() - block.height() / 2);
  ui.words(block, x, y, choice.is_on ? colors.inverse : colors.ink);
  ui.tip(box, std::string(choice.meaning));
  Scope scope(ui, choice.label, {.role = Role::button, .text = choice.label, .box = box, .pressed = choice.is_on});
  ui.record_text("button-label", {.role = Role::text, .text = choice.label}, block, x, y);
  if (!choice.meaning.empty()) ui.note("meaning", choice.meaning, box);
  return press.pressed;
}

}  // namespace

Chosen choices(Ui& ui, const Column& at, std::string_view name, std::span<const Choice> all, Align align) {
  const float lead = ui.px(metric::button_height - type::strong_note.line_height), all_width = choices_width(ui, all);
  Scope group(ui, name, {.role = Role::group, .part = "choices", .text = name});
  Chosen chosen{.bottom = at.y};
  float x = align == Align::right && all_width < at.width ? at.right() - all_width : at.x, y = at.y;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const float whole = push_button_width(ui, all[i].label), width = std::min(whole, at.width);
    const float room = whole > width ? width - 2 * ui.px(metric::button_padding) : TextShaper::unlimited;
    const TextBlock& block = ui.text().layout(all[i].label, type::strong_note, room);
    if (x > at.x && x + width > at.right() + 1) {
      x = at.x;
      y = chosen.bottom + ui.px(4);
    }
    const float height = block.height() + lead;
    if (draw_choice(ui, {x, y, width, height}, block, all[i])) chosen.index = i;
    chosen.bottom = std::max(chosen.bottom, y + height);
    x += width;
  }
  return chosen;
}

std::string RichText::text() const {
  std::string whole;
  for (const TextRun& run : runs) whole += run.text;
  return whole;
}

void RichText::append(const RichText& more) {
  runs.insert(runs.end(), more.runs.begin(), more.runs.end());
  colors.insert(colors.end(), more.colors.begin(), more.colors.end());
}

RichText rich_message(Ui& ui, std::string_view pattern, std::initializer_list<Argument> arguments) {
  RichText rich;
  for (const MessagePart& part : parts_of(plural_rule(ui.language().tag), pattern, arguments)) {
    rich.runs.push_back({part.text, part.stands_out ? type::strong_note : type::note});
    rich.colors.push_back(part.stands_out ? ui.colors().ink : ui.colors().muted);
  }
  return rich;
}

float rich_text(Ui& ui, const Column& at, std::string_view key, const RichText& rich) {
  const TextBlock& block = ui.text().layout(rich.runs, at.width);
  ui.words(block, at.x, at.y, rich.colors);
  ui.record_text(key, {.role = Role::paragraph, .text = rich.text()}, block, at.x, at.y);
  return at.y + block.height();
}

std::string axis_mark(Ui& ui, double percent) {
  return percent < 100 ? number_text(ui.language(), percent, 0) : percent_text(ui.language(), percent, 0);
}

void evidence_mark(Ui& ui, float center_x, float center_y, float size, EvidenceKind kind) {
  const Color color = ui.colors().of(kind);
  if (kind == EvidenceKind::measured_use) {
    ui.disc(center_x, center_y, size / 2, color);
  } else {
    const Rect box{std::round(center_x - size / 2), std::round(center_y - size / 2), size, size};
    ui.fill(box, color, ui.theme().radius(metric::swatch_radius));
  }
}

float evidence_legend(Ui& ui, const Column& at) {
  const float swatch = ui.px(metric::swatch), gap = ui.px(4);
  Scope scope(ui, "legend", {.role = Role::paragraph});
  float x = at.x, y = at.y, row_bottom = at.y;
  for (const EvidenceKind kind : {EvidenceKind::measured_use, EvidenceKind::estimated_exposure}) {
    const std::string_view word = of(ui.language().view.kind, kind);
    const TextBlock& block = ui.text().layout(word, type::note, at.width - swatch - gap);
    if (x > at.x && x + swatch + gap + block.width > at.right()) {
      x = at.x;
      y = row_bottom;
    }
    evidence_mark(ui, x + swatch / 2, y + block.line_height / 2, swatch, kind);
    x += swatch + gap;
    ui.words(block, x, y, ui.colors().muted);
    const std::string_view part = of(parts::kind, kind);
    ui.record_text(word, {.role = Role::text, .part = part, .text = word}, block, x, y);
    x += block.width + swatch;
    row_bottom = std::max(row_bottom, y + block.height());
  }
  return row_bottom;
}

}  // namespace taskscope
