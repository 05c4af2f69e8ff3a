// How the job market stands: a summary and, for each indicator, its rating and why.
#include <algorithm>
#include <string>

#include "core/text.h"
#include "view/labels.h"
#include "view/panels.h"
#include "view/widgets.h"

namespace taskscope {

namespace {

constexpr float name_width = 132, rating_width = 124;  // CSS pixels

// Name, rating and note side by side. Returns the bottom.
float draw_indicator_in_columns(Ui& ui, const Indicator& indicator, const Column& at) {
  const float name = ui.px(name_width), rating = ui.px(rating_width), gap = ui.px(metric::text_gap);
  const float name_bottom = heading(ui, {at.x, at.y, name - gap}, "name", indicator.name, 3, type::subheading);
  const float rating_bottom =
      rating_meter(ui, {at.x + name, at.y, rating - gap}, "rating", indicator.rating, Align::left);
  const Column note{at.x + name + rating, at.y, at.width - name - rating};
  const float note_bottom = text(ui, note, "note", {indicator.note, type::note, ui.colors().muted});
  return std::max({name_bottom, rating_bottom, note_bottom});
}

// All beneath one another.
float draw_indicator_tight(Ui& ui, const Indicator& indicator, const Column& at) {
  const float name_bottom = heading(ui, at, "name", indicator.name, 3, type::subheading);
  const float rating_bottom = rating_meter(ui, at.at(name_bottom), "rating", indicator.rating, Align::left);
  return text(ui, at.at(rating_bottom + ui.px(6)), "note", {indicator.note, type::note, ui.colors().muted});
}

// Name and rating over the note.
float draw_indicator_stacked(Ui& ui, const Indicator& indicator, const Column& at) {
  const float rating = std::min(ui.px(rating_width), at.width / 2);
  const float name_bottom =
      heading(ui, {at.x, at.y, at.width - rating - ui.px(8)}, "name", indicator.name, 3, type::subheading);
  const float rating_bottom =
      rating_meter(ui, {at.right() - rating, at.y, rating}, "rating", indicator.rating, Align::right);
  const float below = std::max(name_bottom, rating_bottom) + ui.px(6);
  return text(ui, at.at(below), "note", {indicator.note, type::note, ui.colors().muted});
}

std::string covers_sentence(const std::string& covers) {
  return covers.empty() ? std::string() : concat({labels::market_covers, covers, "."});
}

}  // namespace

float draw_market(Ui& ui, const View& view, const Column& at) {
  const Market& market = view.profile.market;
  Scope scope(ui, "market", {.role = Role::section, .part = "card market", .text = labels::market});
  const float heading_bottom = heading(ui, at, "heading", labels::market, 2, type::heading) + ui.px(8);
  float y = heading_bottom;
  y = text(ui, at.at(y), "summary", {market.summary, type::note, ui.colors().muted});
  y = text(ui, at.at(y), "covers", {covers_sentence(market.covers), type::note, ui.colors().muted});
  if (y > heading_bottom) y += ui.px(4);
  const auto draw_indicator = view.breadth == Breadth::tight    ? draw_indicator_tight
                              : view.breadth == Breadth::narrow ? draw_indicator_stacked
                                                                : draw_indicator_in_columns;
  if (market.indicators.empty()) return y;
  Scope list(ui, "indicators", {.role = Role::list, .text = labels::market});
  for (std::size_t i = 0; i < market.indicators.size(); ++i) {
    const Indicator& indicator = market.indicators[i];
    Scope row(ui, item_key(i, indicator.name), {.role = Role::list_item, .part = "indicator", .text = indicator.name});
    if (i > 0) ui.horizontal_line(at.x, y, at.width, ui.colors().line);
    const Column inner = at.at(y + ui.px(metric::row_padding));
    y = draw_indicator(ui, indicator, inner) + ui.px(metric::row_padding);
  }
  return y;
}

}  // namespace taskscope
