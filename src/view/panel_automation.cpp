// The headline: how much AI is used for today, how much it could do, and the gap between the two on one gauge.
#include <array>
#include <cmath>
#include <string>

#include "core/text.h"
#include "view/format.h"
#include "view/panels.h"
#include "view/widgets.h"

namespace taskscope {

namespace {

struct Headline {
  Panel made;  // how the figure is made
  std::string_view key;
  std::optional<double> percent;
  std::string_view label, meaning;
  Color color;
};

std::array<Headline, 2> headlines(Ui& ui, const Profile& profile) {
  return {{{Panel::adoption_made, "adoption", profile.adoption_percent, ui.language().view.adoption,
            ui.language().view.adoption_meaning, ui.colors().of(EvidenceKind::measured_use)},
           {Panel::potential_made, "potential", profile.potential_percent, ui.language().view.potential,
            ui.language().view.potential_meaning, ui.colors().ink}}};
}

float headline_width(Ui& ui, const View& view, const Headline& headline, const std::string& figure, TextStyle style) {
  const float button = offers(view, headline.made) ? disclosure_width(ui, ui.language().view.how_made) : 0;
  return std::max({ui.text().line(figure, style).width, ui.text().line(headline.label, type::note).width, button});
}

// A figure with its label beneath, and beneath that the way to how it is made. Returns its width.
float draw_headline(Ui& ui, const View& view, const Headline& headline, const std::string& figure, TextStyle style,
                    float x, float y, Intents& intents) {
  Scope scope(ui, headline.key, {.role = Role::paragraph, .part = concat({"headline ", headline.key})});
  const float width = headline_width(ui, view, headline, figure, style);
  const float below = text(ui, {x, y, TextShaper::unlimited}, "figure", {figure, style, headline.color, Role::text});
  const float bottom =
      text(ui, {x, below, TextShaper::unlimited}, "label", {headline.label, type::note, ui.colors().muted, Role::text});
  const Rect box{x, y, width, bottom - y};
  ui.note("meaning", headline.meaning, box);
  ui.tip(box, ui.say(ui.language().view.named, {figure, headline.meaning}));
  if (offers(view, headline.made)) {
    const DisclosureSpec spec{ui.language().view.how_made, concat({figure, " ", headline.label}),
                              view.state.shows(headline.made)};
    if (disclosure(ui, x, bottom, "how", spec))
      intents.push_back({.action = Action::toggle_panel, .panel = headline.made});
  }
  return width;
}

// Where the figures end: the right edge of the last one, the bottom of its label, and of all.
struct FiguresEnd {
  float right, label_bottom, bottom;
};

// "64 points of possible automation not in use yet", beside the figures where it fits, else beneath. Returns the
// bottom.
float draw_gap(Ui& ui, double points, const Column& at, const FiguresEnd& figures) {
  const ViewWords& words = ui.language().view;
  const std::string amount = counted(ui.language(), words.points, std::abs(points));
  const RichText rich = rich_message(ui, points < 0 ? words.negative_gap : words.gap, {amount});
  const float least_width = ui.px(150);
  const float gap = ui.px(30);
  const bool beside = at.right() - figures.right - gap >= least_width;
  const float x = beside ? figures.right + gap : at.x;
  const TextBlock& block = ui.text().layout(rich.runs, at.right() - x);
  const float y = beside ? figures.label_bottom - block.height() : figures.bottom + ui.px(10);
  ui.words(block, x, y, rich.colors);
  ui.record_text("gap", {.role = Role::paragraph, .text = rich.text()}, block, x, y);
  return std::max(figures.bottom, y + block.height());
}

// The figures side by side, or beneath one another where they do not fit.
float draw_figures(Ui& ui, const View& view, const Column& at, Intents& intents) {
  const TextStyle style = view.breadth == Breadth::tight ? type::small_figure : type::figure;
  const bool has_buttons = offers(view, Panel::adoption_made) || offers(view, Panel::potential_made);
  const float button_height = has_buttons ? disclosure_height(ui) : 0;
  const float height = ui.px(style.line_height) + ui.px(type::note.line_height) + button_height;
  float right = at.x, y = at.y;
  for (const Headline& headline : headlines(ui, view.profile)) {
    if (!headline.percent) continue;
    const std::string figure = percent_text(ui.language(), *headline.percent, headline_decimals(view.profile));
    float x = right > at.x ? right + ui.px(28) : at.x;
    if (x > at.x && x + headline_width(ui, view, headline, figure, style) > at.right()) {
      x = at.x;
      y += height;
    }
    right = x + draw_headline(ui, view, headline, figure, style, x, y, intents);
  }
  const float bottom = y + height;
  if (!view.insight.gap_points) return bottom;
  return draw_gap(ui, *view.insight.gap_points, at, {right, bottom - button_height, bottom});
}

void draw_gauge_part(Ui& ui, const Rect& track, const Headline& headline, Color color, int decimals) {
  const float width = std::round(track.width * static_cast<float>(*headline.percent / 100));
  const Rect part{track.x, track.y, width, track.height};
  const float radius = ui.theme().radius(metric::gauge_radius);
  const bool full = width > track.width - radius;
  ui.fill(part, color, radius, full ? ImDrawFlags_RoundCornersAll : ImDrawFlags_RoundCornersLeft);
  const std::string what = ui.say(
      ui.language().view.named,
      {concat({percent_text(ui.language(), *headline.percent, decimals), " ", headline.label}), headline.meaning});
  ui.tip(part.width > 0 ? part : Rect{track.x, track.y, ui.px(metric::mark), track.height}, what);
  ui.record(concat({headline.key, "-gauge"}), {.role = Role::meter,
                                               .part = concat({"gauge ", headline.key}),
                                               .text = headline.label,
                                               .box = track,
                                               .value = headline.percent});
}

// The two parts' colours are too near to one another to be told apart by contrast alone.
void draw_joint(Ui& ui, const Rect& track, const std::array<Headline, 2>& both) {
  const double shorter = std::min(both[0].percent.value_or(0), both[1].percent.value_or(0));
  if (shorter <= 0) return;
  const float x = track.x + std::round(track.width * static_cast<float>(shorter / 100));
  ui.fill({x, track.y, ui.px(metric::joint), track.height}, ui.colors().card);
}

// The longer part first, so that the shorter one lies on it.
float draw_gauge(Ui& ui, const Profile& profile, const Column& at) {
  const Rect track{at.x, at.y, at.width, ui.px(metric::gauge_height)};
  ui.fill(track, ui.colors().track, ui.theme().radius(metric::gauge_radius));
  const std::array<Headline, 2> both = headlines(ui, profile);
  const Headline &adoption = both[0], &potential = both[1];
  const int decimals = headline_decimals(profile);
  const auto draw_adoption = [&] { draw_gauge_part(ui, track, adoption, adoption.color, decimals); };
  const bool adoption_is_longer = adoption.percent.value_or(0) > potential.percent.value_or(0);
  if (adoption.percent && adoption_is_longer) draw_adoption();
  if (potential.percent) draw_gauge_part(ui, track, potential, ui.colors().potential, decimals);
  if (adoption.percent && !adoption_is_longer) draw_adoption();
  draw_joint(ui, track, both);
  return track.bottom();
}

float draw_scale(Ui& ui, const View& view, const Column& at) {
  const std::size_t step = view.breadth == Breadth::tight ? 2 : 1;
  Scope scope(ui, "scale", {.role = Role::scale});
  for (std::size_t i = 0; i <= 4; i += step) {
    const std::string words = axis_mark(ui, 25.0 * static_cast<double>(i));
    const TextBlock& mark = ui.text().line(words, type::axis);
    const float share = static_cast<float>(i) / 4;
    const float x = std::round(at.x + at.width * share - mark.width * share);
    ui.words(mark, x, at.y, ui.colors().muted);
    ui.record_text(words, {.role = Role::text, .part = "tick", .text = words}, mark, x, at.y);
  }
  return at.y + ui.px(type::axis.line_height);
}

}  // namespace

bool offers(const View& view, Panel panel) {
  const Profile& profile = view.profile;
  if (panel == Panel::adoption_made) return profile.adoption_percent && !profile.evidence.empty();
  if (panel == Panel::potential_made) return profile.potential_percent && !profile.tasks.empty();
  if (panel == Panel::compare) return view.compared[0].status != Subject::Status::none && !hides_figures(view);
  if (panel == Panel::share) return true;
  if (panel == Panel::task_tools) return profile.tasks.size() > 1;
  // Nobody weighs or guesses hundreds of tasks one by one.
  constexpr std::size_t most_tasks = 100;
  return !profile.tasks.empty() && profile.tasks.size() <= most_tasks;
}

bool shows(const View& view, Panel panel) { return view.state.shows(panel) && offers(view, panel); }

int headline_decimals(const Profile& profile) {
  const std::array<double, 2> both = {profile.adoption_percent.value_or(0), profile.potential_percent.value_or(0)};
  return decimals_for(both);
}

float draw_automation(Ui& ui, const View& view, const Column& at, Intents& intents) {
  Scope scope(ui, "automation",
              {.role = Role::section, .part = "card automation", .text = ui.language().view.automation});
  float y = heading(ui, at, "heading", ui.language().view.automation, 2, type::heading);
  if (view.profile.adoption_percent || view.profile.potential_percent) {
    y = draw_figures(ui, view, at.at(y + ui.px(8)), intents);
    y = draw_gauge(ui, view.profile, at.at(y + ui.px(14)));
    y = draw_scale(ui, view, at.at(y + ui.px(7)));
  }
  return view.profile.evidence.empty() ? y : draw_evidence_strip(ui, view, at.at(y + ui.px(24)));
}

}  // namespace taskscope
