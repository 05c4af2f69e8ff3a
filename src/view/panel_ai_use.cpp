// One way to use AI: examples of it, and tools that suit.
#include <algorithm>
#include <cmath>
#include <string>

#include "view/panels.h"
#include "view/widgets.h"

namespace taskscope {

namespace {

float draw_examples(Ui& ui, const AiUse& use, const Column& at) {
  Scope list(ui, "examples", {.role = Role::list, .language = ui.profile_language()});
  const float indent = ui.px(18), radius = ui.px(5) / 2, line = ui.px(type::body.line_height);
  float y = at.y;
  for (std::size_t i = 0; i < use.examples.size(); ++i) {
    if (i > 0) y += ui.px(6);
    ui.disc(at.x + ui.px(5), y + line / 2, radius, ui.colors().ink);
    const Column item{at.x + indent, y, at.width - indent};
    y = text(ui, item, std::to_string(i),
             {.text = use.examples[i],
              .style = type::body,
              .color = ui.colors().ink,
              .role = Role::list_item,
              .part = "example"});
  }
  return y;
}

// Chips in rows; one that is wider than the card is broken into lines.
float draw_options(Ui& ui, const AiUse& use, const Column& at) {
  Scope list(ui, "options", {.role = Role::list, .text = ui.language().view.good_options});
  const float padding = ui.px(metric::chip_padding), gap = ui.px(metric::chip_gap);
  float x = at.x, y = at.y, row_height = 0;
  for (std::size_t i = 0; i < use.good_options.size(); ++i) {
    const std::string& option = use.good_options[i];
    const TextBlock& label = ui.text().layout(option, type::chip, at.width - 2 * padding);
    const float width = label.width + 2 * padding;
    const float height = label.height() + ui.px(metric::chip_height - type::chip.line_height);
    if (x > at.x && x + width > at.right()) {
      x = at.x;
      y += row_height + gap;
      row_height = 0;
    }
    ui.fill({x, y, width, height}, ui.colors().hover, ui.theme().radius(metric::chip_radius));
    const float text_y = std::round(y + (height - label.height()) / 2);
    ui.words(label, x + padding, text_y, ui.colors().ink);
    ui.record_text(std::to_string(i),
                   {.role = Role::list_item, .part = "option", .text = option, .language = ui.profile_language()},
                   label, x + padding, text_y);
    x += width + gap;
    row_height = std::max(row_height, height);
  }
  return y + row_height;
}

}  // namespace

float draw_ai_use(Ui& ui, std::size_t index, const AiUse& use, const Column& at) {
  Scope scope(ui, item_key(index, use.title), {.role = Role::section, .part = "card", .text = use.title});
  float y = heading(ui, at, "heading", use.title, 3, type::heading, ui.profile_language());
  if (!use.examples.empty()) y = draw_examples(ui, use, at.at(y + ui.px(8)));
  if (use.good_options.empty()) return y;
  y = text(ui, at.at(y + ui.px(6)), "options-label",
           {ui.language().view.good_options, type::note, ui.colors().muted, Role::text});
  return draw_options(ui, use, at.at(y + ui.px(4)));
}

}  // namespace taskscope
