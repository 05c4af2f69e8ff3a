// Finding an occupation by its title or code: a field that lists what it finds (the ARIA combobox pattern).
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/text.h"
#include "play/controls.h"
#include "play/overview.h"
#include "view/format.h"
#include "view/widgets.h"

namespace taskscope::play {

namespace {

constexpr std::size_t most_found = 8;

using Hits = std::vector<SearchHit>;

std::string option_key(const Scene& scene, std::size_t row) { return std::string(scene.catalogue().codes[row]); }

// The place of what the arrow keys are at; behind the last where they are at none of these.
std::size_t active_place(const Scene& scene, const Hits& hits) {
  const auto is_active = [&](const SearchHit& hit) { return scene.catalogue().codes[hit.row] == scene.state.active; };
  return static_cast<std::size_t>(std::find_if(hits.begin(), hits.end(), is_active) - hits.begin());
}

// The title, what was typed in it standing out.
RichText marked_title(const Scene& scene, const SearchHit& hit) {
  const std::string_view title = scene.title(hit.row);
  RichText rich;
  const auto add = [&](std::size_t begin, std::size_t end, const TextStyle& style) {
    if (begin >= end) return;
    rich.runs.push_back({title.substr(begin, end - begin), style});
    rich.colors.push_back(scene.ui.colors().ink);
  };
  std::size_t at = 0;
  for (const Match& match : hit.matches) {
    add(at, match.begin, type::note);
    add(match.begin, match.end, type::strong_note);
    at = match.end;
  }
  add(at, title.size(), type::note);
  return rich;
}

// What was made of the titles to be searched: once, when there is about to be a field to type into.
const OccupationSearch& search_in(ShownCatalogue& overview) {
  if (overview.search) return *overview.search;
  std::vector<std::string_view> titles, codes;
  titles.reserve(overview.catalogue.size());
  codes.reserve(overview.catalogue.size());
  for (std::size_t row = 0; row < overview.catalogue.size(); ++row) {
    titles.push_back(overview.catalogue.titles[row]);
    codes.push_back(overview.catalogue.codes[row]);
  }
  return overview.search.emplace(titles, codes, overview.weights);
}

void type_text(const Scene& scene, std::string_view typed) {
  constexpr std::size_t most_characters = 100;
  if (find_invalid_utf8(typed) || count_characters(typed) > most_characters) return;
  OverviewState next = scene.state;
  next.typed = typed;
  next.lists = !is_blank(typed);
  next.active.clear();
  const auto found = static_cast<double>(search_in(scene.overview).find(typed, most_found).size());
  std::string told = !next.lists ? std::string()
                     : found > 0 ? scene.ui.say(scene.words().found, {{whole_text(scene.ui.language(), found), found}})
                                 : std::string(scene.words().none_found);
  scene.change(std::move(next), std::move(told));
}

void press_key(const Scene& scene, std::string_view key, const Hits& hits) {
  OverviewState next = scene.state;
  const std::size_t count = hits.size(), active = active_place(scene, hits);
  const bool is_down = key == "ArrowDown", is_up = key == "ArrowUp";
  if ((is_down || is_up) && count > 0) {
    next.lists = true;
    const std::size_t before = active < count ? active : is_down ? count - 1 : 0;
    next.active = option_key(scene, hits[(before + (is_down ? 1 : count - 1)) % count].row);
    return scene.change(std::move(next));
  }
  if (key == "Enter" && scene.state.lists && count > 0) return scene.open(hits[active % count].row);
  if (key == "Home" || key == "End") next.active.clear();  // the caret moves
  if (key == "Close") next.lists = false;
  if (key == "Escape") {
    if (!next.lists) next.typed.clear();
    next.lists = false;
    next.active.clear();
  }
  scene.change(std::move(next));
}

// A row of the list. Returns its bottom.
float draw_option(const Scene& scene, const Column& at, const SearchHit& hit, bool is_active) {
  Ui& ui = scene.ui;
  const float padding = ui.px(metric::field_padding);
  const RichText title = marked_title(scene, hit);
  const std::string_view code = scene.catalogue().codes[hit.row];
  const TextBlock& number = ui.text().line(code, type::axis);
  const float room = at.width - 3 * padding - number.width;
  const TextBlock& block = ui.text().layout(title.runs, room);
  const Rect box{at.x, at.y, at.width, block.height() + ui.px(10)};
  const std::string key = option_key(scene, hit.row);
  const Press press = ui.press_area(ui.id(key), box);
  if (is_active || press.hovered) ui.fill(box, is_active ? ui.colors().track : ui.colors().hover);
  const float y = std::round(box.center_y() - block.height() / 2);
  ui.words(block, box.x + padding, y, title.colors);
  ui.words(number, box.right() - padding - number.width, std::round(box.center_y() - number.height() / 2),
           ui.colors().muted);
  const std::string id = dom_id(ui.id(key));
  const std::array attributes = {Attribute{"role", "option"}, Attribute{"id", id},
                                 Attribute{"aria-selected", is_active ? "true" : "false"}};
  ui.record(key, {.role = Role::group,
                  .part = "found",
                  .text = concat({scene.title(hit.row), ", ", code}),
                  .box = box,
                  .attributes = attributes});
  if (press.pressed) scene.open(hit.row);
  return box.bottom();
}

// What was found, over what is beneath the field.
void draw_list(const Scene& scene, const Column& at, const Hits& hits) {
  Ui& ui = scene.ui;
  const float radius = ui.theme().radius(metric::chip_radius), padding = ui.px(4);
  float height = 2 * padding;
  for (const SearchHit& hit : hits) {
    const float code = ui.text().line(scene.catalogue().codes[hit.row], type::axis).width;
    const float room = at.width - 3 * ui.px(metric::field_padding) - code;
    height += ui.text().layout(marked_title(scene, hit).runs, room).height() + ui.px(10);
  }
  if (hits.empty()) height += ui.px(metric::field_height);
  const Rect box{at.x, at.y, at.width, height};
  scene.overview.covered = box;
  ui.set_layer(Layer::tip);
  ui.fill(box, ui.colors().card, radius);
  ui.outline(box, ui.colors().muted, radius);
  float y = at.y + padding;
  if (hits.empty()) {
    text(ui, at.inset(ui.px(metric::field_padding)).at(y + ui.px(6)), "none-found",
         {scene.words().none_found, type::note, ui.colors().muted});
  } else {
    const std::string id = dom_id(ui.id("found"));
    const std::array attributes = {Attribute{"role", "listbox"}, Attribute{"id", id}};
    Scope list(ui, "found",
               {.role = Role::group,
                .part = "found-list",
                .text = scene.words().search,
                .box = box,
                .attributes = attributes});
    const std::size_t active = active_place(scene, hits);
    for (std::size_t i = 0; i < hits.size(); ++i)
      y = draw_option(scene, {at.x + 1, y, at.width - 2}, hits[i], i == active);
  }
  ui.set_layer(Layer::content);
}

}  // namespace

float draw_search(const Scene& scene, const Column& at) {
  Ui& ui = scene.ui;
  const bool lists = scene.state.lists;
  Hits hits;
  if (!scene.state.typed.empty()) hits = search_in(scene.overview).find(scene.state.typed, most_found);
  if (ui.is_recording()) search_in(scene.overview);
  const bool has_list = lists && !hits.empty();
  const NodeId list = ui.id("found");
  const std::string list_id = dom_id(list), active_id = dom_id(child_id(list, scene.state.active));
  std::vector<Attribute> attributes = {
      {"role", "combobox"}, {"aria-autocomplete", "list"}, {"aria-expanded", has_list ? "true" : "false"}};
  if (has_list) attributes.push_back({"aria-controls", list_id});
  if (lists && active_place(scene, hits) < hits.size()) attributes.push_back({"aria-activedescendant", active_id});
  const float padding = ui.px(metric::field_padding);
  const TextBlock& label = ui.text().layout(scene.words().search, type::note, at.width - 2 * padding);
  const Rect box{at.x, at.y, at.width, std::max(ui.px(metric::field_height), label.height() + padding)};
  const bool is_empty = scene.state.typed.empty();
  const float label_y = std::round(box.center_y() - label.height() / 2);
  if (is_empty) record_label(ui, "search label", scene.words().search, label, box.x + padding, label_y);
  const auto typed = field(
      ui, box, "search",
      {.role = Role::text_field, .name = scene.words().search, .entry = scene.state.typed, .attributes = attributes});
  if (is_empty) ui.words(label, box.x + padding, label_y, ui.colors().muted);
  if (typed && typed->starts_with(key_mark)) {
    press_key(scene, typed->substr(1), hits);
  } else if (typed) {
    type_text(scene, *typed);
  } else if (ui.is_activated(ui.id("search"))) {
    press_key(scene, "Escape", hits);
  }
  if (lists) draw_list(scene, at.at(box.bottom() + ui.px(2)), hits);
  return box.bottom();
}

}  // namespace taskscope::play
