// One section at a time, for rooms full of people. The page holds the screen and enlarges the type (web/present.js);
// here is what the sections are, and the controls that lead from one to another.
#include <algorithm>
#include <string>
#include <vector>

#include "core/text.h"
#include "play/overview.h"
#include "play/panels.h"
#include "play/request.h"
#include "view/format.h"
#include "view/widgets.h"

namespace taskscope::play {

namespace {

enum class Topic { title, automation, market, panel, strategy, tasks, ai_uses, evidence, figures, picture, table };

struct Slide {
  Topic topic;
  std::size_t index = 0;  // of a strategy, a FigureCard, or a Panel
};

// In the dashboard's order. What the reader opened about a headline figure stands with the figures, and class results
// with the guesses. An overview has its picture and its table.
std::vector<Slide> list_slides(const View& view, const Language& language) {
  if (shown_overview(view)) return {{Topic::picture}, {Topic::table}};
  const Profile& profile = view.profile;
  const bool tells = !hides_figures(view);
  std::vector<Slide> list = {{Topic::title}};
  const auto add = [&](bool is_there, Topic topic, std::size_t index = 0) {
    if (is_there) list.push_back({topic, index});
  };
  add(tells && has_automation(profile), Topic::automation);
  add(has_market(profile.market), Topic::market);
  for (const Panel panel : {Panel::week, Panel::guess, Panel::compare})
    add(may_show(view, panel), Topic::panel, static_cast<std::size_t>(panel));
  for (std::size_t i = 0; i < profile.strategies.size(); ++i) add(true, Topic::strategy, i);
  add(tells && !profile.tasks.empty(), Topic::tasks);
  add(!profile.ai_uses.empty(), Topic::ai_uses);
  add(tells && !profile.evidence.empty(), Topic::evidence);
  if (!tells || !shown_around_occupation(view)) return list;
  const std::size_t cards = figure_cards(language, view).size();
  for (std::size_t i = 0; i < cards; ++i) add(true, Topic::figures, i);
  return list;
}

std::string_view name_of(const Language& language, const Slide& slide, const View& view) {
  const ViewWords& words = language.view;
  const Profile& profile = view.profile;
  switch (slide.topic) {
    case Topic::title:
    case Topic::picture:
      return profile.title;
    case Topic::automation:
      return words.automation;
    case Topic::market:
      return words.market;
    case Topic::panel:
      return words.panel[slide.index];
    case Topic::strategy:
      return profile.strategies[slide.index].title;
    case Topic::tasks:
      return words.tasks;
    case Topic::ai_uses:
      return words.ai_uses;
    case Topic::evidence:
      return words.evidence;
    case Topic::figures:
      return figure_cards(language, view)[slide.index].title;
    case Topic::table:
      return language.play.overview.table;
  }
  return {};
}

float draw_panel(Ui& ui, const View& view, Panel panel, const Column& at, Intents& intents) {
  const auto draw = panels.draw[static_cast<std::size_t>(panel)];
  return card(ui, at, [&](const Column& inner) { return draw(ui, view, inner, intents); });
}

// Below what it belongs to, where the reader has it open.
float draw_beneath(Ui& ui, const View& view, Panel panel, const Column& at, Intents& intents) {
  if (!may_show(view, panel)) return at.y;
  return draw_panel(ui, view, panel, at.at(at.y + ui.px(ui.theme().spacing.gap)), intents);
}

float draw_figures(Ui& ui, const View& view, const Column& at, Intents& intents) {
  float y = card(ui, at, [&](const Column& inner) { return draw_automation(ui, view, inner, intents); });
  for (const Panel panel : {Panel::adoption_made, Panel::potential_made})
    y = draw_beneath(ui, view, panel, at.at(y), intents);
  return y;
}

float draw_one_strategy(Ui& ui, const View& view, std::size_t index, const Column& at) {
  Scope scope(ui, "strategies",
              {.role = Role::section, .part = "group strategies", .text = ui.language().view.strategies});
  const float y = heading(ui, at, "heading", ui.language().view.strategies, 2, type::section) + ui.px(8);
  return card(ui, at.at(y),
              [&](const Column& inner) { return draw_strategy(ui, index, view.profile.strategies[index], inner); });
}

// Where all of it comes from, at the title.
float draw_sources(Ui& ui, const View& view, const Column& at, Intents& intents) {
  const float y = draw_footer(ui, view, at);
  ShownCatalogue* around = shown_around_occupation(view);
  if (!around || hides_figures(view)) return y;
  return draw_figure_attributions(scene_of(ui, view, *around, intents), at.at(y));
}

float draw_figure_card(Ui& ui, const View& view, std::size_t index, const Column& at, Intents& intents) {
  const Scene scene = scene_of(ui, view, *shown_around_occupation(view), intents);
  const FigureCard one = figure_cards(ui.language(), view)[index];
  return card(ui, at, [&](const Column& inner) { return one.draw(scene, inner); });
}

float draw_table(Ui& ui, const View& view, const Column& at, Intents& intents) {
  const Scene scene = scene_of(ui, view, *shown_overview(view), intents);
  const float y = card(ui, at, [&](const Column& inner) { return draw_occupations(scene, inner); });
  return draw_attributions(scene, at.at(y + ui.px(metric::chip_gap)));
}

float draw_topic(Ui& ui, const View& view, const Slide& slide, const Column& at, Intents& intents) {
  switch (slide.topic) {
    case Topic::title:
      return draw_sources(ui, view, at, intents);
    case Topic::automation:
      return draw_figures(ui, view, at, intents);
    case Topic::market:
      return card(ui, at, [&](const Column& inner) { return draw_market(ui, view, inner); });
    case Topic::panel: {
      const float y = draw_panel(ui, view, static_cast<Panel>(slide.index), at, intents);
      return draw_beneath(ui, view, Panel::class_results, at.at(y), intents);
    }
    case Topic::strategy:
      return draw_one_strategy(ui, view, slide.index, at);
    case Topic::tasks:
      return card(ui, at, [&](const Column& inner) { return draw_tasks(ui, view, inner, intents); });
    case Topic::ai_uses:
      return draw_ai_uses(ui, view, at);
    case Topic::evidence:
      return card(ui, at, [&](const Column& inner) { return draw_evidence(ui, view, inner); });
    case Topic::figures:
      return draw_figure_card(ui, view, slide.index, at, intents);
    case Topic::picture:
      return draw_picture_slide(scene_of(ui, view, *shown_overview(view), intents), at);
    case Topic::table:
      return draw_table(ui, view, at, intents);
  }
  return at.y;
}

// The title and, of an occupation, the way back to all of them.
float draw_title(Ui& ui, const View& view, const Column& at, Intents& intents) {
  const float y = shown_around_occupation(view) ? view.overview->draw(ui, view, at, intents) : at.y;
  return draw_header(ui, view, at.at(y), intents);
}

// Above all sections but the first, in small letters: what all of this is about.
float draw_running_title(Ui& ui, const View& view, const Column& at) {
  return text(ui, at, "title",
              {.text = view.profile.title,
               .style = type::section,
               .color = ui.colors().muted,
               .role = Role::heading,
               .level = 1,
               .part = "slide-title"});
}

// Returns the bottom.
float draw_section(Ui& ui, const View& view, const Slide& slide, const Column& at, Intents& intents) {
  if (slide.topic == Topic::picture) return draw_topic(ui, view, slide, at, intents);  // which has the title
  const bool is_title = slide.topic == Topic::title;
  const float y = is_title ? draw_title(ui, view, at, intents) : draw_running_title(ui, view, at);
  const float gap = ui.px(is_title ? ui.theme().spacing.gap : metric::chip_gap);
  return draw_topic(ui, view, slide, at.at(y + gap), intents);
}

struct Control {
  std::string_view label;
  std::string_view part;
  std::string target;  // the section's number, or none to leave
  bool disabled = false;
};

// Recorded and not drawn: the page shows its own buttons at the screen's edge, since pictures scroll.
void record_control(Ui& ui, const Control& control, Intents& intents) {
  const bool is_pressed = ui.is_activated(ui.id(control.label)) && !control.disabled;
  if (is_pressed) ask_page(intents, {.kind = Request::Kind::present, .content = control.target});
  Scope scope(ui, control.label,
              {.role = Role::button, .part = control.part, .text = control.label, .disabled = control.disabled});
  ui.record("label", {.role = Role::note, .part = "slide-label", .text = control.label});
}

void record_controls(Ui& ui, std::size_t place, std::size_t count, Intents& intents) {
  const PlayWords& words = ui.language().play;
  Scope scope(ui, "slide-controls", {.role = Role::group, .text = words.presentation});
  const bool is_first = place == 0, is_last = place + 1 == count;
  record_control(ui, {words.previous_section, "slide-previous", std::to_string(is_first ? 0 : place - 1), is_first},
                 intents);
  const std::string mark = ui.say(words.section_mark, {number_text(ui.language(), static_cast<double>(place + 1), 0),
                                                       number_text(ui.language(), static_cast<double>(count), 0)});
  ui.record("slide-mark", {.role = Role::note, .text = mark});
  record_control(ui, {words.next_section, "slide-next", std::to_string(place + 1), is_last}, intents);
  record_control(ui, {words.leave_presentation, "slide-leave", ""}, intents);
}

}  // namespace

float draw_slide(Ui& ui, const View& view, const Column& at, Intents& intents) {
  const std::vector<Slide> list = list_slides(view, ui.language());
  const std::size_t place = std::min(*view.slide, list.size() - 1);
  const float bottom = draw_section(ui, view, list[place], at, intents);
  record_controls(ui, place, list.size(), intents);
  return bottom;
}

std::vector<std::string> slides(const View& view, const Language& language) {
  const std::vector<Slide> list = list_slides(view, language);
  const std::string count = number_text(language, static_cast<double>(list.size()), 0);
  std::vector<std::string> sentences;
  sentences.reserve(list.size());
  for (const Slide& slide : list) {
    const std::string number = number_text(language, static_cast<double>(sentences.size() + 1), 0);
    sentences.push_back(filled(language, language.play.section, {number, count, name_of(language, slide, view)}));
  }
  return sentences;
}

}  // namespace taskscope::play
