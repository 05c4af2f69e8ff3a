// The title and what it comes down to; and at the dashboard's end, where its figures are from.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/text.h"
#include "view/panels.h"
#include "view/widgets.h"

namespace taskscope {

Toolbar toolbar_of(Ui& ui, const View& view, std::span<const Panel> panels) {
  Toolbar toolbar;
  if (view.is_picture || view.slide) return toolbar;
  for (const Panel panel : panels) {
    if (!offers(view, panel)) continue;
    toolbar.panels.push_back(panel);
    toolbar.buttons.push_back({.label = of(ui.language().view.panel, panel), .expanded = view.state.shows(panel)});
  }
  if (view.can_present) toolbar.buttons.push_back({.label = ui.language().view.present});
  return toolbar;
}

float draw_toolbar(Ui& ui, const Toolbar& toolbar, const Column& at, Align align, Intents& intents) {
  Scope scope(ui, "toolbar", {.role = Role::group, .text = ui.language().view.toolbar});
  const Chosen chosen = button_row(ui, at, toolbar.buttons, align);
  if (chosen.index) {
    const bool presents = *chosen.index == toolbar.panels.size();
    intents.push_back(presents ? Intent{.action = Action::ask_page, .text = std::string(present_request)}
                               : Intent{.action = Action::toggle_panel, .panel = toolbar.panels[*chosen.index]});
  }
  return chosen.bottom;
}

// Beside the title is what readers can do with the profile where there is room, else beneath the summary.
float draw_header(Ui& ui, const View& view, const Column& at, Intents& intents) {
  constexpr float comfortable_measure = 700;  // CSS pixels: longer lines are hard to follow
  const TextStyle style = view.breadth == Breadth::tight ? type::small_title : type::title;
  constexpr std::array panels = {Panel::week, Panel::guess, Panel::compare, Panel::share};
  const Toolbar toolbar = toolbar_of(ui, view, panels);
  const bool has_toolbar = !toolbar.buttons.empty(), beside = has_toolbar && view.breadth == Breadth::wide;
  const float room = beside ? button_row_width(ui, toolbar.buttons) + ui.px(metric::text_gap) : 0;
  float y = heading(ui, {at.x, at.y, at.width - room}, "title", view.profile.title, 1, style, ui.profile_language());
  const Column below{at.x, y + ui.px(4), std::min(at.width, ui.px(comfortable_measure))};
  if (!view.profile.summary.empty() && !hides_figures(view))  // it may tell them in words
    y = text(ui, below, "summary",
             {.text = view.profile.summary,
              .style = type::summary,
              .color = ui.colors().muted,
              .language = ui.profile_language()});
  if (beside) return std::max(y, draw_toolbar(ui, toolbar, at.at(at.y + ui.px(2)), Align::right, intents));
  return has_toolbar ? draw_toolbar(ui, toolbar, at.at(y + ui.px(10)), Align::left, intents) : y;
}

float draw_footer(Ui& ui, const View& view, const Column& at) {
  float y = at.y;
  if (!view.insight.publishers.empty()) {
    std::string names;
    for (const std::string& publisher : view.insight.publishers) {
      if (!names.empty()) names += ui.language().view.list_separator;
      names += publisher;
    }
    const std::string sources = ui.say(ui.language().view.sources, {names});
    y = text(ui, at, "sources", {sources, type::note, ui.colors().muted});
  }
  if (view.profile.date.empty()) return y;
  const std::string as_of = ui.say(ui.language().view.as_of, {view.profile.date});
  return text(ui, at.at(y), "date", {as_of, type::note, ui.colors().muted});
}

}  // namespace taskscope
