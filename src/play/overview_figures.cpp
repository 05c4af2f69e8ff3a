// What a catalogue tells of the occupation that is open beyond a profile: its market in numbers, its tasks by level of
// automation, where a profile written by hand differs from the public figures, and related occupations.
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "core/text.h"
#include "play/overview.h"
#include "view/format.h"
#include "view/layout.h"
#include "view/plot_colors.h"
#include "view/widgets.h"

namespace taskscope::play {

namespace {

// CSS pixels.
constexpr float least_figure_width = 190, least_label_width = 130, least_bar_width = 160;

const PublicFigureWords& words_of(const Scene& scene) { return scene.ui.language().play.public_figures; }

// "187,910 people", "+9%", "50,250 USD a year".
std::string market_text(const Scene& scene, const MarketFigure& figure) {
  const Language& language = scene.ui.language();
  if (figure.quantity == Quantity::growth)
    return filled(language, language.numbers.percent, {signed_number(language, figure.value, 0)});
  const std::string number = whole_text(language, figure.value);
  if (figure.quantity == Quantity::people) return scene.ui.say(scene.words().people, {number});
  return scene.ui.say(of(scene.words().money, figure.period), {number, figure.currency});
}

std::string headline_text(const Scene& scene, std::string_view name, const FigureSource& source) {
  const ViewWords& words = scene.ui.language().view;
  return scene.ui.say(words_of(scene).headline_source, {name, source.measure, of(words.kind, source.kind),
                                                        of(words.match, source.match), source_text(source.source)});
}

// A figure of the market: what it is, how much, and whose figure it is.
float draw_market_figure(const Scene& scene, const MarketFigure& figure, const Column& at) {
  Ui& ui = scene.ui;
  Scope item(ui, figure.name, {.role = Role::list_item, .part = "market-figure"});
  const float y = text(ui, at, "name",
                       {.text = figure.name,
                        .style = type::note,
                        .color = ui.colors().muted,
                        .role = Role::text,
                        .language = ui.profile_language()});
  const std::string value = market_text(scene, figure);
  const float bottom = text(ui, at.at(y), "value", {value, type::heading, ui.colors().ink, Role::text});
  const std::string source = source_text(figure.source);
  return text(ui, at.at(bottom), "source", {source, type::axis, ui.colors().muted, Role::text});
}

float draw_market_figures(const Scene& scene, const Column& at) {
  Ui& ui = scene.ui;
  const std::vector<MarketFigure>& figures = scene.overview.open_figures.market;
  if (figures.empty()) return at.y;
  Scope list(ui, "market", {.role = Role::list, .part = "market-figures", .text = words_of(scene).market});
  const float gap = ui.px(metric::text_gap);
  const std::size_t columns = grid_columns(at.width, ui.px(least_figure_width), gap, figures.size());
  float y = at.y, bottom = at.y;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (i > 0 && i % columns == 0) y = bottom + ui.px(10);
    bottom = std::max(bottom, draw_market_figure(scene, figures[i], grid_column(at.at(y), i % columns, columns, gap)));
  }
  return bottom;
}

// Where the headline's figures are from, of a profile that was made of a row.
float draw_headline_sources(const Scene& scene, const Column& at) {
  Ui& ui = scene.ui;
  const PublicFigures& figures = scene.overview.open_figures;
  float y = at.y;
  const auto add = [&](std::string_view key, Headline headline, const std::optional<FigureSource>& source) {
    const std::string_view name = of(ui.language().play.compared_headline, headline);
    if (source) y = text(ui, at.at(y), key, {headline_text(scene, name, *source), type::note, ui.colors().muted});
  };
  add("adoption-source", Headline::adoption, figures.adoption);
  add("potential-source", Headline::potential, figures.potential);
  return y;
}

float draw_market_card(const Scene& scene, const Column& at) {
  Scope section(scene.ui, "public-figures",
                {.role = Role::section, .part = "card public-figures", .text = words_of(scene).heading});
  float y = heading(scene.ui, at, "heading", words_of(scene).heading, 2, type::heading) + scene.ui.px(10);
  y = draw_market_figures(scene, at.at(y));
  return draw_headline_sources(scene, at.at(y + scene.ui.px(10)));
}

// A name before bars that belong to it, or above them where there is no room beside.
struct Labelled {
  Column label, bars;
};
Labelled labelled(Ui& ui, const Column& at) {
  const float label = ui.px(least_label_width), gap = ui.px(metric::text_gap);
  if (at.width < label + gap + ui.px(least_bar_width)) return {at, at};
  return {{at.x, at.y, label}, {at.x + label + gap, at.y, at.width - label - gap}};
}

std::string level_text(const Scene& scene, std::size_t level, std::size_t tasks) {
  const Language& language = scene.ui.language();
  return scene.ui.say(language.view.named, {words_of(scene).levels[level],
                                            counted(language, language.view.task_count, static_cast<double>(tasks))});
}

// Tasks of one importance: a bar of parts as wide as there are tasks on each level, with their numbers where they fit.
float draw_level_bar(const Scene& scene, std::string_view name, const LevelCounts& counts, const Column& at) {
  Ui& ui = scene.ui;
  const std::size_t all = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
  if (all == 0) return at.y;
  Scope item(ui, name, {.role = Role::list_item, .part = "level-bar"});
  const std::string count = counted(ui.language(), ui.language().view.task_count, static_cast<double>(all));
  const Labelled place = labelled(ui, at);
  const std::string label = ui.say(ui.language().view.named, {name, count});
  const float label_bottom = text(ui, place.label, "name", {label, type::note, ui.colors().ink, Role::text});
  const bool is_beside = place.bars.x > place.label.x;
  const float height = ui.px(metric::gauge_height), joint = ui.px(metric::joint);
  const float top = is_beside ? at.y : label_bottom + ui.px(2);
  float x = place.bars.x;
  for (std::size_t level = 0; level < level_count; ++level) {
    if (counts[level] == 0) continue;
    const float share = static_cast<float>(counts[level]) / static_cast<float>(all);
    const Rect part{x, top, std::max(1.0f, place.bars.width * share - joint), height};
    const Color color = step_color(ui.theme().scheme, level);
    ui.fill(part, color, ui.theme().radius(metric::swatch_radius));
    const TextBlock& number = ui.text().line(whole_text(ui.language(), counts[level]), type::tag);
    if (number.width + ui.px(6) <= part.width)
      ui.words(number, std::round(part.center_x() - number.width / 2),
               std::round(part.center_y() - number.height() / 2),
               readable_on(color, ui.colors().ink, ui.colors().card));
    const std::string told = level_text(scene, level, counts[level]);
    ui.tip(part, told);
    ui.note(words_of(scene).levels[level], told, part);
    x += place.bars.width * share;
  }
  return std::max(label_bottom, top + height);
}

// What the colours of the levels stand for.
float draw_level_legend(const Scene& scene, const Column& at) {
  Ui& ui = scene.ui;
  const float swatch = ui.px(metric::swatch), gap = ui.px(metric::text_gap), line = ui.px(type::note.line_height);
  float x = at.x, y = at.y;
  for (std::size_t level = 0; level < level_count; ++level) {
    const TextBlock& name = ui.text().line(words_of(scene).levels[level], type::note);
    const float width = swatch + ui.px(6) + name.width;
    if (x > at.x && x + width > at.right()) {
      x = at.x;
      y += line;
    }
    ui.fill({x, std::round(y + (line - swatch) / 2), swatch, swatch}, step_color(ui.theme().scheme, level),
            ui.theme().radius(metric::swatch_radius));
    ui.words(name, x + swatch + ui.px(6), y, ui.colors().muted);
    x += width + gap;
  }
  return y + line;
}

float draw_levels_card(const Scene& scene, const Column& at) {
  Ui& ui = scene.ui;
  const PublicFigureWords& words = words_of(scene);
  const TaskDistribution& tasks = *scene.overview.open_figures.tasks;
  Scope section(ui, "levels", {.role = Role::section, .part = "card levels", .text = words.tasks_by_level});
  float y = heading(ui, at, "heading", words.tasks_by_level, 2, type::heading);
  y = text(ui, at.at(y), "meaning",
           {ui.say(words.level_meaning, {source_text(tasks.source)}), type::note, ui.colors().muted});
  {
    Scope list(ui, "bars", {.role = Role::list, .part = "level-bars", .text = words.tasks_by_level});
    y = draw_level_bar(scene, words.core_tasks, tasks.core, at.at(y + ui.px(10)));
    y = draw_level_bar(scene, words.other_tasks, tasks.other, at.at(y + ui.px(8)));
  }
  return draw_level_legend(scene, at.at(y + ui.px(8)));
}

// What a pair is about, and what to know of the two.
struct PairText {
  std::string name, own_about, public_about;
};

PairText pair_text(const Scene& scene, const FigurePair& pair) {
  const Language& language = scene.ui.language();
  const PublicFigureWords& words = words_of(scene);
  const ViewWords& view = language.view;
  PairText result;
  const auto about = [&](EvidenceKind kind, EvidenceMatch match) {
    return concat({of(view.kind, kind), " · ", of(view.match, match)});
  };
  if (pair.figure == PairedFigure::evidence) {
    const Evidence& own = scene.view.profile.evidence[pair.evidence];
    result.name = concat({own.publisher, ": ", own.measure});
    result.own_about = about(own.kind, own.match);
  } else {
    result.name = language.play.compared_headline[pair.figure == PairedFigure::potential];
    result.own_about = words.authors_own;
  }
  if (pair.family) {
    const auto occupations = static_cast<double>(pair.family->occupations);
    result.own_about += concat({". ", scene.ui.say(words.family_mean, {percent_text(language, pair.family->percent, 1),
                                                                       {whole_text(language, occupations), occupations},
                                                                       pair.family->group})});
  }
  result.public_about = concat(
      {pair.source.measure, " · ", about(pair.source.kind, pair.source.match), " · ", source_text(pair.source.source)});
  return result;
}

// Whose figure it is, its bar, and what it is about. Returns the bottom.
float draw_pair_side(const Scene& scene, std::string_view key, std::string_view whose, double percent, Color color,
                     std::string_view about, const Column& at) {
  Ui& ui = scene.ui;
  Scope side(ui, key, {.role = Role::list_item, .part = key});
  const Labelled place = labelled(ui, at);
  const bool is_beside = place.bars.x > place.label.x;
  const float label_bottom = text(ui, place.label, "whose", {whose, type::note, ui.colors().ink, Role::text});
  const float figure = ui.px(metric::percent_width), line = ui.px(type::row_figure.line_height);
  const float top = is_beside ? at.y : label_bottom;
  const float height = ui.px(metric::thin_bar_height);
  const std::string told = percent_text(ui.language(), percent, decimals_for({&percent, 1}));
  const Rect box{place.bars.x, std::round(top + (line - height) / 2), std::max(1.0f, place.bars.width - figure),
                 height};
  bar(ui, box, "bar", {percent, color, whose, concat({whose, " ", told}), "bar"});
  taskscope::figure_text(ui, "percent", {told, ui.colors().ink, Role::text}, {place.bars.right(), top + line / 2});
  return text(ui, place.bars.at(std::max(is_beside ? label_bottom : top, top + line)), "about",
              {about, type::note, ui.colors().muted, Role::text});
}

float draw_pair(const Scene& scene, std::size_t i, const FigurePair& pair, const Column& at) {
  Ui& ui = scene.ui;
  const PublicFigureWords& words = words_of(scene);
  const PairText told = pair_text(scene, pair);
  Scope list(ui, item_key(i, told.name), {.role = Role::list, .part = "figure-pair", .text = told.name});
  ui.horizontal_line(at.x, at.y, at.width, ui.colors().line);
  const EvidenceKind kind = pair.figure == PairedFigure::potential  ? EvidenceKind::estimated_exposure
                            : pair.figure == PairedFigure::adoption ? EvidenceKind::measured_use
                                                                    : scene.view.profile.evidence[pair.evidence].kind;
  float y = text(ui, at.at(at.y + ui.px(metric::row_padding)), "name",
                 {told.name, type::subheading, ui.colors().ink, Role::list_item});
  y = draw_pair_side(scene, "own", words.this_profile, pair.profile_percent, ui.colors().of(kind), told.own_about,
                     at.at(y + ui.px(4)));
  y = draw_pair_side(scene, "public", words.public_figure, pair.public_percent, ui.colors().of(pair.source.kind),
                     told.public_about, at.at(y + ui.px(4)));
  return y + ui.px(metric::row_padding);
}

float draw_differing_card(const Scene& scene, const Column& at) {
  Ui& ui = scene.ui;
  const PublicFigureWords& words = words_of(scene);
  const std::vector<FigurePair>& pairs = scene.overview.open_figures.differing;
  Scope section(ui, "differing", {.role = Role::section, .part = "card differing", .text = words.differing});
  float y = heading(ui, at, "heading", words.differing, 2, type::heading);
  y = text(ui, at.at(y), "why", {words.why_differing, type::note, ui.colors().muted}) + ui.px(10);
  for (std::size_t i = 0; i < pairs.size(); ++i) y = draw_pair(scene, i, pairs[i], at.at(y));
  return y;
}

float draw_related_card(const Scene& scene, const Column& at) {
  Ui& ui = scene.ui;
  const std::vector<RelatedOccupation>& related = scene.overview.open_figures.related;
  const std::string_view name = words_of(scene).related;
  Scope section(ui, "related", {.role = Role::section, .part = "card related", .text = name});
  const float y = heading(ui, at, "heading", name, 2, type::heading) + ui.px(10);
  std::vector<ButtonSpec> buttons;
  buttons.reserve(related.size());
  for (const RelatedOccupation& one : related) buttons.push_back({.label = one.title, .key = one.code});
  const Chosen chosen = button_row(ui, at.at(y), buttons, Align::left);
  if (chosen.index) scene.open(related[*chosen.index].occupation);
  return chosen.bottom;
}

}  // namespace

std::vector<ComparedFigure> compared_figures(Ui& ui, const View& view, std::span<const std::size_t> places) {
  if (!shown_around_occupation(view)) return {};
  ShownCatalogue& overview = *shown_around_occupation(view);
  Intents none;
  const Scene scene = scene_of(ui, view, overview, none);
  std::vector<std::optional<std::size_t>> rows;
  for (const std::size_t place : places) {
    const bool is_kept = place > 0 && place <= overview.compared_rows.size();  // else it is the page's
    rows.push_back(place == 0 ? overview.open_row
                   : is_kept  ? std::optional(overview.compared_rows[place - 1])
                              : std::nullopt);
  }
  std::vector<ComparedFigure> figures;
  for (std::size_t i = 0; i < overview.catalogue.columns.size(); ++i) {
    if (overview.catalogue.columns[i].headline) continue;
    ComparedFigure& figure = figures.emplace_back(ComparedFigure{overview.catalogue.columns[i].title, {}});
    for (const std::optional<std::size_t>& row : rows)
      figure.texts.push_back(row ? told_text(scene, i, *row) : std::string(ui.language().play.not_given));
  }
  return figures;
}

std::vector<FigureCard> figure_cards(const Language& language, const View& view) {
  const PublicFigureWords& words = language.play.public_figures;
  const PublicFigures& figures = shown_around_occupation(view)->open_figures;
  std::vector<FigureCard> cards;
  const auto add = [&](bool is_there, std::string_view title, float (*draw)(const Scene&, const Column&)) {
    if (is_there) cards.push_back({title, draw});
  };
  add(!figures.market.empty() || figures.adoption || figures.potential, words.heading, draw_market_card);
  add(!figures.differing.empty(), words.differing, draw_differing_card);
  add(figures.tasks.has_value(), words.tasks_by_level, draw_levels_card);
  add(!figures.related.empty() && !view.is_picture, words.related, draw_related_card);
  return cards;
}

float draw_figure_attributions(const Scene& scene, const Column& at) {
  const std::vector<std::string>& attributions = scene.overview.open_figures.attributions;
  const std::string all = joined(std::vector<std::string_view>(attributions.begin(), attributions.end()));
  return all.empty() ? at.y : text(scene.ui, at, "attributions", {all, type::note, scene.ui.colors().muted});
}

float draw_public_figures(const Scene& scene, const Column& at) {
  Ui& ui = scene.ui;
  const float gap = ui.px(ui.theme().spacing.gap);
  float y = at.y;
  for (const FigureCard& one : figure_cards(ui.language(), scene.view))
    y = card(ui, at.at(y + gap), [&](const Column& inner) { return one.draw(scene, inner); });
  return scene.overview.open_figures.attributions.empty() ? y : draw_figure_attributions(scene, at.at(y + gap));
}

}  // namespace taskscope::play
