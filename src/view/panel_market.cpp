// How the job market stands: a summary and, for each indicator, its rating and why.
#include <algorithm>
#include <string>

#include "core/text.h"
#include "view/panels.h"
#include "view/widgets.h"

namespace taskscope {

namespace {

constexpr float name_width = 132, rating_width = 124;  // CSS pixels

// The profile's own words. Returns the bottom.
float own_text(Ui& ui, const Column& at, std::string_view key, std::string_view words) {
  return text(ui, at, key,
              {.text = words, .style = type::note, .color = ui.colors().muted, .language = ui.profile_language()});
}

// Name, rating and note side by side. Returns the bottom.
float draw_indicator_in_columns(Ui& ui, const Indicator& indicator, const Column& at) {
  const float name = ui.px(name_width), rating = ui.px(rating_width), gap = ui.px(metric::text_gap);
  const float name_bottom =
      heading(ui, {at.x, at.y, name - gap}, "name", indicator.name, 3, type::subheading, ui.profile_language());
  const float rating_bottom =
      rating_meter(ui, {at.x + name, at.y, rating - gap}, "rating", indicator.rating, Align::left);
  const Column note{at.x + name + rating, at.y, at.width - name - rating};
  const float note_bottom = own_text(ui, note, "note", indicator.note);
  return std::max({name_bottom, rating_bottom, note_bottom});
}

// All beneath one another.
float draw_indicator_tight(Ui& ui, const Indicator& indicator, const Column& at) {
  const float name_bottom = heading(ui, at, "name", indicator.name, 3, type::subheading, ui.profile_language());
  const float rating_bottom = rating_meter(ui, at.at(name_bottom), "rating", indicator.rating, Align::left);
  return own_text(ui, at.at(rating_bottom + ui.px(6)), "note", indicator.note);
}

// Name and rating over the note.
float draw_indicator_stacked(Ui& ui, const Indicator& indicator, const Column& at) {
  const float rating = std::min(ui.px(rating_width), at.width / 2);
  const float name_bottom = heading(ui, {at.x, at.y, at.width - rating - ui.px(8)}, "name", indicator.name, 3,
                                    type::subheading, ui.profile_language());
  const float rating_bottom =
      rating_meter(ui, {at.right() - rating, at.y, rating}, "rating", indicator.rating, Align::right);
  const float below = std::max(name_bottom, rating_bottom) + ui.px(6);
  return own_text(ui, at.at(below), "note", indicator.note);
}

std::string covers_sentence(Ui& ui, const std::string& covers) {
  return covers.empty() ? std::string() : ui.say(ui.language().view.market_covers, {covers});
}

}  // namespace

float draw_market(Ui& ui, const View& view, const Column& at) {
  const Market& market = view.profile.market;
  Scope scope(ui, "market", {.role = Role::section, .part = "card market", .text = ui.language().view.market});
  const float heading_bottom = heading(ui, at, "heading", ui.language().view.market, 2, type::heading) + ui.px(8);
  float y = heading_bottom;
  y = own_text(ui, at.at(y), "summary", market.summary);
  y = text(ui, at.at(y), "covers", {covers_sentence(ui, market.covers), type::note, ui.colors().muted});
  if (y > heading_bottom) y += ui.px(4);
  const auto draw_indicator = view.breadth == Breadth::tight    ? draw_indicator_tight
                              : view.breadth == Breadth::narrow ? draw_indicator_stacked
                                                                : draw_indicator_in_columns;
  if (market.indicators.empty()) return y;
  Scope list(ui, "indicators", {.role = Role::list, .text = ui.language().view.market});
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
