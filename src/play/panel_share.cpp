// What readers take away: the link to what they see, pictures, tables, the profile itself, paper, and prompts. A press
// becomes a request to the page, made of what is shown at that moment.
#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/catalogue_csv.h"
#include "core/export.h"
#include "core/text.h"
#include "play/overview.h"
#include "play/panels.h"
#include "play/request.h"
#include "view/format.h"
#include "view/widgets.h"

namespace taskscope::play {

namespace {

constexpr float label_width = 180;  // CSS pixels

enum class Thing { link, sheet, picture, tasks, evidence, profile, occupations, catalogue, paper, prompt };

// A button, and what it gives; `index` tells apart what is of a kind.
struct Offer {
  std::string_view label;
  Thing thing;
  std::size_t index = 0;
};

struct Group {
  std::string_view label;
  std::vector<Offer> offers;
};

Request request_for(Ui& ui, const View& view, const Offer& offer, Intents& intents) {
  using Kind = Request::Kind;
  const Profile& profile = view.profile;
  const std::optional<Week>& week = view.state.week.week;
  const auto name = [&](std::string_view end) { return concat({file_stem(profile.title), end}); };
  const std::string picture_name = name(shown_overview(view) ? "-overview.png" : "-dashboard.png"), png = "image/png",
                    csv = "text/csv;charset=utf-8";
  switch (offer.thing) {
    case Thing::link:
      return {Kind::copy_link};
    case Thing::sheet:
      return {Kind::share, picture_name, png, profile.title};
    case Thing::picture:
      return {Kind::picture, picture_name, png, std::to_string(offer.index + 1)};
    case Thing::tasks:
      return {Kind::file, name("-tasks.csv"), csv, tasks_csv(profile, week ? &*week : nullptr)};
    case Thing::evidence:
      return {Kind::file, name("-evidence.csv"), csv, evidence_csv(profile)};
    case Thing::profile:  // the page has it as it came
      return {Kind::profile, name("-profile.json"), "application/json", view.overview ? "written" : ""};
    case Thing::occupations:
      return {Kind::file, name("-occupations.csv"), csv,
              occupations_csv(catalogue_of(view)->catalogue,
                              table_order(scene_of(ui, view, *catalogue_of(view), intents)).rows)};
    case Thing::catalogue:
      return {Kind::profile, concat({file_stem(catalogue_of(view)->catalogue.title), "-catalogue.json"}),
              "application/json"};
    case Thing::paper:
      return {Kind::print};
    case Thing::prompt:
      return {Kind::copy_text, "prompt", "", profile.ai_uses[offer.index].examples.front()};
  }
  return {};
}

Group link_group(const PlayWords& words, const View& view) {
  Group group{words.link, {{words.copy_link, Thing::link}}};
  if (view.play.can_share) group.offers.push_back({words.share_sheet, Thing::sheet});
  return group;
}

// A label for each size of picture, from 1 pixel a CSS pixel on.
std::array<std::string, 3> picture_labels(Ui& ui) {
  std::array<std::string, 3> labels;
  for (std::size_t i = 0; i < labels.size(); ++i)
    labels[i] = ui.say(ui.language().play.png_of_size, {number_text(ui.language(), static_cast<double>(i + 1), 0)});
  return labels;
}

Group picture_group(const PlayWords& words, std::span<const std::string> labels) {
  Group group{words.picture, {}};
  for (std::size_t i = 0; i < labels.size(); ++i) group.offers.push_back({labels[i], Thing::picture, i});
  return group;
}

Group data_group(const PlayWords& words, const View& view) {
  const Profile& profile = view.profile;
  const bool is_of_row = view.overview && !catalogue_of(view)->has_written;
  Group group{words.data, {}};
  if (shown_overview(view)) group.offers.push_back({words.occupations_as_csv, Thing::occupations});
  if (!profile.tasks.empty()) group.offers.push_back({words.tasks_as_csv, Thing::tasks});
  if (!profile.evidence.empty()) group.offers.push_back({words.evidence_as_csv, Thing::evidence});
  group.offers.push_back(is_of_row ? Offer{words.catalogue_as_json, Thing::catalogue}
                                   : Offer{words.profile_as_json, Thing::profile});
  return group;
}

// Uses of the same title cannot be told apart, so the first stands for all.
Group prompt_group(const PlayWords& words, const Profile& profile) {
  Group group{words.prompts, {}};
  std::unordered_set<std::string> titles;
  for (std::size_t i = 0; i < profile.ai_uses.size(); ++i) {
    const AiUse& use = profile.ai_uses[i];
    if (!use.examples.empty() && titles.insert(use.title).second) group.offers.push_back({use.title, Thing::prompt, i});
  }
  return group;
}

// The label and its buttons, beside it where there is room. Returns the bottom.
float draw_group(Ui& ui, const View& view, const Group& group, const Column& at, Intents& intents) {
  if (group.offers.empty()) return at.y;
  Scope scope(ui, group.label, {.role = Role::group, .part = "share-group", .text = group.label});
  const bool beside = view.breadth >= Breadth::medium;
  const float width = beside ? ui.px(label_width) : at.width, gap = ui.px(8);
  const float label_y = beside ? at.y + gap + ui.px((metric::button_height - type::note.line_height) / 2) : at.y + gap;
  const float below = text(ui, {at.x, label_y, width}, "label", {group.label, type::note, ui.colors().muted});
  std::vector<ButtonSpec> buttons;
  for (const Offer& offer : group.offers) buttons.push_back({.label = offer.label});
  const Column row = beside ? Column{at.x + width, at.y + gap, at.width - width} : at.at(below + ui.px(4));
  const Chosen chosen = button_row(ui, row, buttons, Align::left);
  if (chosen.index) ask_page(intents, request_for(ui, view, group.offers[*chosen.index], intents));
  return std::max(below, chosen.bottom);
}

}  // namespace

float draw_share(Ui& ui, const View& view, const Column& at, Intents& intents) {
  Scope scope(ui, "share", {.role = Role::section, .part = "card sharing", .text = ui.language().play.share_heading});
  float y = heading(ui, at, "heading", ui.language().play.share_heading, 2, type::heading);
  y = text(ui, at.at(y + ui.px(4)), "about", {ui.language().play.share_note, type::note, ui.colors().muted});
  const PlayWords& words = ui.language().play;
  const std::array pictures = picture_labels(ui);
  const Group paper_group{words.paper, {{words.print, Thing::paper}}};
  for (const Group& group : {link_group(words, view), picture_group(words, pictures), data_group(words, view),
                             paper_group, prompt_group(words, view.profile)})
    y = draw_group(ui, view, group, at.at(y), intents);
  return draw_notice(ui, view, at.at(y));
}

}  // namespace taskscope::play
