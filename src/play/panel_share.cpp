// What readers take away: the link to what they see, pictures, tables, the profile itself, paper, and prompts. A press
// becomes a request to the page, made of what is shown at that moment.
#include <algorithm>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/export.h"
#include "core/state_code.h"
#include "core/text.h"
#include "play/panels.h"
#include "view/labels.h"
#include "view/widgets.h"

namespace taskscope::play {

namespace {

constexpr float label_width = 180;  // CSS pixels

// A button, and what it asks for; `index` tells apart what is made alike.
struct Offer {
  std::string_view label;
  Request (*make)(const View&, std::size_t index);
  std::size_t index = 0;
};

struct Group {
  std::string_view label;
  std::vector<Offer> offers;
};

std::string file_name(const View& view, std::string_view end) {
  return concat({file_stem(view.profile.title), "-", end});
}

std::string link_code(const View& view) { return state_code(reader_state(view.state, view.profile), view.profile); }

Request link_to_copy(const View& view, std::size_t) {
  return {.kind = Request::Kind::copy_link, .content = link_code(view)};
}

Request link_to_share(const View& view, std::size_t) {
  return {.kind = Request::Kind::share,
          .file_name = file_name(view, "dashboard.png"),
          .media_type = "image/png",
          .content = link_code(view)};
}

Request picture(const View& view, std::size_t index) {
  return {.kind = Request::Kind::picture,
          .file_name = file_name(view, "dashboard.png"),
          .media_type = "image/png",
          .content = std::to_string(index + 1)};
}

Request tasks_table(const View& view, std::size_t) {
  const std::optional<Week>& week = view.state.week.week;
  return {.kind = Request::Kind::file,
          .file_name = file_name(view, "tasks.csv"),
          .media_type = "text/csv",
          .content = tasks_csv(view.profile, week ? &*week : nullptr)};
}

Request evidence_table(const View& view, std::size_t) {
  return {.kind = Request::Kind::file,
          .file_name = file_name(view, "evidence.csv"),
          .media_type = "text/csv",
          .content = evidence_csv(view.profile)};
}

// The page has it as it came.
Request profile_file(const View& view, std::size_t) {
  return {
      .kind = Request::Kind::profile, .file_name = file_name(view, "profile.json"), .media_type = "application/json"};
}

Request paper(const View&, std::size_t) { return {.kind = Request::Kind::print}; }

Request prompt(const View& view, std::size_t index) {
  return {.kind = Request::Kind::copy_text, .content = view.profile.ai_uses[index].examples.front()};
}

Group link_group(const View& view) {
  Group group{labels::share_link, {{labels::copy_link, link_to_copy}}};
  if (view.play.can_share) group.offers.push_back({labels::share_sheet, link_to_share});
  return group;
}

Group picture_group() {
  Group group{labels::share_picture, {}};
  for (std::size_t i = 0; i < labels::picture_scales.size(); ++i)
    group.offers.push_back({labels::picture_scales[i], picture, i});
  return group;
}

Group data_group(const Profile& profile) {
  Group group{labels::share_data, {}};
  if (!profile.tasks.empty()) group.offers.push_back({labels::tasks_as_csv, tasks_table});
  if (!profile.evidence.empty()) group.offers.push_back({labels::evidence_as_csv, evidence_table});
  group.offers.push_back({labels::profile_as_json, profile_file});
  return group;
}

// Uses of the same title cannot be told apart, so the first stands for all.
Group prompt_group(const Profile& profile) {
  Group group{labels::share_prompts, {}};
  std::unordered_set<std::string> titles;
  for (std::size_t i = 0; i < profile.ai_uses.size(); ++i) {
    const AiUse& use = profile.ai_uses[i];
    if (!use.examples.empty() && titles.insert(use.title).second) group.offers.push_back({use.title, prompt, i});
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
  if (chosen.index) {
    const Offer& offer = group.offers[*chosen.index];
    intents.push_back({.action = Action::ask_page, .request = offer.make(view, offer.index)});
  }
  return std::max(below, chosen.bottom);
}

}  // namespace

float draw_share(Ui& ui, const View& view, const Column& at, Intents& intents) {
  Scope scope(ui, "share", {.role = Role::section, .part = "card share", .text = labels::share_heading});
  float y = heading(ui, at, "heading", labels::share_heading, 2, type::heading);
  y = text(ui, at.at(y + ui.px(4)), "about", {labels::share_note, type::note, ui.colors().muted});
  const Group paper_group{labels::share_paper, {{labels::print, paper}}};
  for (const Group& group :
       {link_group(view), picture_group(), data_group(view.profile), paper_group, prompt_group(view.profile)})
    y = draw_group(ui, view, group, at.at(y), intents);
  if (view.notice.empty()) return y;
  return text(ui, at.at(y + ui.px(12)), "notice", {view.notice, type::strong_note, ui.colors().ink});
}

}  // namespace taskscope::play
