#include "view/composition.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "view/layout.h"
#include "view/widgets.h"

namespace taskscope {

namespace {

// A grid of cards, those of a row as tall as its tallest; `draw(index, inner)` paints one card's content.
template <typename Draw>
float card_grid(Ui& ui, const Column& at, std::size_t count, float min_width, Draw draw) {
  const float gap = ui.px(ui.theme().spacing.gap);
  const std::size_t columns = grid_columns(at.width, ui.px(min_width), gap, count);
  float y = at.y;
  for (std::size_t first = 0; first < count; first += columns) {
    const std::size_t end = std::min(count, first + columns);
    const auto cell = [&](std::size_t i) { return grid_column(at.at(y), i - first, columns, gap); };
    float bottom = y;
    for (std::size_t i = first; i < end; ++i)
      bottom = std::max(bottom, card_content(ui, cell(i), [&](const Column& inner) { return draw(i, inner); }));
    for (std::size_t i = first; i < end; ++i) card_frame(ui, {cell(i).x, y, cell(i).width, bottom - y});
    y = bottom + (end < count ? gap : 0);
  }
  return y;
}

bool has_nothing(const Profile& profile) {
  return !has_automation(profile) && !has_market(profile.market) && profile.strategies.empty() &&
         profile.tasks.empty() && profile.ai_uses.empty();
}

// Automation and market side by side where both are there and fit.
float draw_headline_cards(Ui& ui, const View& view, const Column& at, Intents& intents) {
  constexpr float automation_share = 0.4083f;  // of the width: the market's notes need more
  const float gap = ui.px(ui.theme().spacing.gap);
  const auto automation = [&](const Column& inner) { return draw_automation(ui, view, inner, intents); };
  const auto market = [&](const Column& inner) { return draw_market(ui, view, inner); };
  if (!has_market(view.profile.market)) return card(ui, at, automation);
  if (!has_automation(view.profile) || hides_figures(view)) return card(ui, at, market);
  if (view.breadth != Breadth::wide) return card(ui, at.at(card(ui, at, automation) + gap), market);
  const float left_width = std::round(at.width * automation_share);
  const Column left{at.x, at.y, left_width}, right{at.x + left_width + gap, at.y, at.width - left_width - gap};
  const float left_bottom = card_content(ui, left, automation);  // first: the record's order is the reading order
  const float bottom = std::max(left_bottom, card_content(ui, right, market));
  card_frame(ui, {left.x, at.y, left.width, bottom - at.y});
  card_frame(ui, {right.x, at.y, right.width, bottom - at.y});
  return bottom;
}

// What the reader opened. Returns the bottom, which is the column's top without any.
float draw_panels(Ui& ui, const View& view, const Column& at, Intents& intents) {
  const float gap = ui.px(ui.theme().spacing.gap);
  float y = at.y;
  for (std::size_t i = 0; i < panel_count; ++i) {
    if (!may_show(view, static_cast<Panel>(i))) continue;
    y = card(ui, at.at(y + gap), [&](const Column& inner) {
      return view.play.panels ? view.play.panels->draw[i](ui, view, inner, intents) : draw_awaited(ui, view, inner);
    });
    if (!view.play.panels) break;  // once for all
  }
  return y;
}

// A group of cards under a heading of its own.
struct CardGroup {
  std::string_view key, title;
  std::size_t count;
  float min_card_width;  // CSS pixels
};

template <typename Draw>
float card_group(Ui& ui, const Column& at, const CardGroup& group, Draw draw) {
  Scope scope(ui, group.key, {.role = Role::section, .part = "group " + std::string(group.key), .text = group.title});
  const float y = heading(ui, at, "heading", group.title, 2, type::section) + ui.px(8);
  return card_grid(ui, at.at(y), group.count, group.min_card_width, draw);
}

float draw_strategies(Ui& ui, const View& view, const Column& at) {
  const auto& strategies = view.profile.strategies;
  return card_group(ui, at, {"strategies", ui.language().view.strategies, strategies.size(), 420},
                    [&](std::size_t i, const Column& inner) { return draw_strategy(ui, i, strategies[i], inner); });
}

// The page's column: margins at its sides, and centred where there is more room than lines of text can use.
Column content_column(Ui& ui, const View& view, float width) {
  const float own = ui.theme().spacing.margin;
  const float margin = ui.px(view.breadth == Breadth::tight    ? std::min(own, metric::page_margin_tight)
                             : view.breadth == Breadth::narrow ? std::min(own, metric::page_margin_narrow)
                                                               : own);
  const float content = std::min(width - 2 * margin, ui.px(metric::max_width));
  return {std::round((width - content) / 2), margin, content};
}

}  // namespace

bool has_automation(const Profile& profile) {
  return profile.adoption_percent || profile.potential_percent || !profile.evidence.empty();
}

bool has_market(const Market& market) {
  return !market.summary.empty() || !market.covers.empty() || !market.indicators.empty();
}

bool may_show(const View& view, Panel panel) {
  if (panel == Panel::share) return shows(view, panel) && !view.is_picture;
  if (panel == Panel::task_tools) return false;  // which stand with the tasks
  const bool is_about_guesses = panel == Panel::guess || panel == Panel::class_results;
  return shows(view, panel) && is_about_guesses == hides_figures(view);
}

float draw_ai_uses(Ui& ui, const View& view, const Column& at) {
  const auto& uses = view.profile.ai_uses;
  return card_group(ui, at, {"ai-uses", ui.language().view.ai_uses, uses.size(), 374},
                    [&](std::size_t i, const Column& inner) { return draw_ai_use(ui, i, uses[i], inner); });
}

float draw_awaited(Ui& ui, const View& view, const Column& at) {
  const std::string_view words =
      view.play.has_failed ? ui.language().view.part_failed : ui.language().view.part_awaited;
  return text(ui, at, "awaited", {words, type::note, ui.colors().muted});
}

Breadth breadth_of(const Theme& theme, float width) {
  const float css_width = width / theme.unit;
  if (css_width >= metric::wide) return Breadth::wide;
  if (css_width >= metric::medium) return Breadth::medium;
  return css_width >= metric::narrow ? Breadth::narrow : Breadth::tight;
}

float draw_dashboard(Ui& ui, const View& view, float width, Intents& intents) {
  const Profile& profile = view.profile;
  const Column at = content_column(ui, view, width);
  const float gap = ui.px(ui.theme().spacing.gap);
  ui.set_profile_language(profile.locale);
  const bool is_foreign = !ui.profile_language().empty();
  Scope scope(ui, "dashboard",
              {.role = Role::document,
               .text = profile.title,
               .language = is_foreign ? ui.language().tag : profile.locale,
               .direction = ui.language().is_right_to_left ? "rtl" : ""});
  if (view.slide) return view.play.panels->draw_slide(ui, view, at, intents) + at.y;
  const float top = view.overview ? view.overview->draw(ui, view, at, intents) : at.y;
  if (view.overview && !view.overview->has_open_occupation()) return top + at.y;
  float y = draw_header(ui, view, at.at(top), intents);
  if (has_nothing(profile))
    y = text(ui, at.at(y + gap), "nothing", {ui.language().view.nothing_to_show, type::body, ui.colors().muted});
  const bool hides = hides_figures(view);
  const bool tells_automation = has_automation(profile) && !hides;
  if (tells_automation || has_market(profile.market)) y = draw_headline_cards(ui, view, at.at(y + gap), intents);
  y = draw_panels(ui, view, at.at(y), intents);
  if (!profile.strategies.empty()) y = draw_strategies(ui, view, at.at(y + gap));
  if (!profile.tasks.empty() && !hides)
    y = card(ui, at.at(y + gap), [&](const Column& inner) { return draw_tasks(ui, view, inner, intents); });
  if (!profile.ai_uses.empty()) y = draw_ai_uses(ui, view, at.at(y + gap));
  if (!profile.evidence.empty() && !hides)
    y = card(ui, at.at(y + gap), [&](const Column& inner) { return draw_evidence(ui, view, inner); });
  if (view.overview && !hides) y = view.overview->draw_beside(ui, view, at.at(y), intents);
  return draw_footer(ui, view, at.at(y + gap)) + at.y;
}

}  // namespace taskscope
