#include "play/overview.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/catalogue_decode.h"
#include "core/catalogue_profile.h"
#include "core/decimal.h"
#include "core/overview_summary.h"
#include "core/text.h"
#include "core/week.h"
#include "play/controls.h"
#include "play/panels.h"
#include "play/request.h"
#include "view/format.h"
#include "view/plot_colors.h"
#include "view/widgets.h"

namespace taskscope::play {

namespace {

std::size_t rating_named(const ShownCatalogue& overview, std::string_view name, Headline usual) {
  const std::vector<FigureColumn>& columns = overview.catalogue.columns;
  std::size_t found = no_column;
  for (std::size_t i = 0; i < columns.size() && columns[i].quantity == Quantity::rating; ++i) {
    if (!name.empty() && columns[i].name == name) return i;
    if (columns[i].headline == usual || found == no_column) found = i;
  }
  return found;
}

// Names are shorter without the word that all of them end with: "Management" for "Management Occupations".
std::vector<std::string> short_names(const std::vector<Group>& groups) {
  std::string_view common;
  for (const Group& group : groups) {
    const std::size_t blank = group.title.rfind(' ');
    const std::string_view last = blank == std::string::npos ? "" : std::string_view(group.title).substr(blank);
    if (&group == groups.data()) common = last;
    if (last != common) common = "";
  }
  std::vector<std::string> names;
  names.reserve(groups.size());
  for (const Group& group : groups) names.push_back(group.title.substr(0, group.title.size() - common.size()));
  return names;
}

void make_figures(ShownCatalogue& overview) {
  const Catalogue& catalogue = overview.catalogue;
  for (const FigureColumn& column : catalogue.columns) {
    const double unit = column.quantity == Quantity::rating ? 100 : 1;
    std::vector<float>& figures = overview.figures.emplace_back();
    figures.reserve(column.figures.size());
    for (const double figure : column.figures) figures.push_back(static_cast<float>(figure * unit));
  }
  static_assert(limits::groups - 1 <= std::numeric_limits<std::uint8_t>::max());
  overview.group_of.assign(catalogue.group_of.begin(), catalogue.group_of.end());
  const std::size_t people = column_of(overview, Quantity::people);
  overview.weights = people == no_column ? std::vector<float>(catalogue.size(), 1.0f) : overview.figures[people];
}

float limit(const std::optional<double>& value, float none) { return value ? static_cast<float>(*value) : none; }

std::vector<ColumnRange> ranges_of(const ShownCatalogue& overview, const OverviewChoice& choice) {
  std::vector<ColumnRange> ranges;
  for (std::size_t i = 0; i < filtered_count; ++i) {
    const std::size_t column = column_of(overview, quantity_of(static_cast<Filtered>(i)));
    const FigureSpan& span = choice.spans[i];
    constexpr float infinity = std::numeric_limits<float>::infinity();
    if (column != no_column && span != FigureSpan{})
      ranges.push_back({overview.figures[column], limit(span.least, -infinity), limit(span.most, infinity)});
  }
  return ranges;
}

GroupSet hidden_groups(const ShownCatalogue& overview, const OverviewChoice& choice) {
  GroupSet groups;
  for (const std::string& code : choice.hidden_groups)
    if (const auto group = find_group(overview.catalogue, code)) groups.set(*group);
  return groups;
}

// Of the rows that are selected.
const ColumnSummary& selection_summary(ShownCatalogue& overview, std::size_t column) {
  std::optional<ColumnSummary>& summary = overview.selection.summaries[column];
  if (!summary) summary = summary_of(overview.figures[column], overview.weights, overview.selection.rows);
  return *summary;
}

// The highest and how many are not observed, of the rating upward.
std::string summary_text(const Scene& scene) {
  const std::vector<std::size_t>& rows = selected_rows(scene.overview, scene.choice());
  const OverviewWords& words = scene.words();
  const Language& language = scene.ui.language();
  const auto count = [&](std::size_t n) { return whole_text(language, static_cast<double>(n)); };
  const auto all = static_cast<double>(scene.catalogue().size());
  const double people = scene.overview.selection.people;
  std::string text = column_of(scene.overview, Quantity::people) == no_column
                         ? matches_text(scene, scene.choice())
                         : scene.ui.say(words.in_view, {count(rows.size()),
                                                        {whole_text(language, all), all},
                                                        {whole_text(language, people), people}});
  std::size_t told = no_column;
  for (const std::size_t column :
       {upward_column(scene.overview, scene.choice()), across_column(scene.overview, scene.choice())}) {
    if (column == no_column || column == std::exchange(told, column)) continue;
    const FigureColumn& figures = scene.catalogue().columns[column];
    const ColumnSummary& summary = selection_summary(scene.overview, column);
    if (summary.mean)
      text += concat({" ", scene.ui.say(words.mean, {figures.title, value_text(language, figures, *summary.mean)})});
    if (summary.highest)
      text += concat({" ", scene.ui.say(words.highest, {scene.title(*summary.highest), figures.title,
                                                        figure_text(scene, column, *summary.highest)})});
    const auto add_count = [&](std::string_view pattern, std::size_t rows_counted) {
      const auto n = static_cast<double>(rows_counted);
      if (n > 0) text += concat({" ", scene.ui.say(pattern, {{whole_text(language, n), n}, figures.title})});
    };
    if (has_unobserved(figures)) add_count(words.unobserved, summary.not_observed);
    add_count(words.no_figure, summary.missing);
  }
  return text;
}

// The codes that are kept to compare this one with.
std::vector<std::string> kept_beside(const OverviewChoice& choice, std::string_view code) {
  std::vector<std::string> others = choice.kept;
  std::erase(others, code);
  return others;
}

Subject subject_of(Profile profile) {
  Subject subject{.status = Subject::Status::there, .profile = std::move(profile)};
  subject.insight = derive_insight(subject.profile);
  return subject;
}

// Those that the reader keeps stand beside the one that is open, as far as the catalogue has them.
static_assert(most_kept <= most_compared);
void compare_with(ShownCatalogue& overview, std::vector<std::string> codes) {
  overview.compared = {};
  overview.compared_rows.clear();
  for (const std::string& code : codes) {
    const std::optional<std::size_t> row = find_occupation(overview.catalogue, code);
    if (!row) continue;
    overview.compared[overview.compared_rows.size()] = subject_of(profile_of_row(overview.catalogue, *row));
    overview.compared_rows.push_back(*row);
  }
  overview.shown_beside = std::move(codes);
}

// The occupations' titles, and buttons that no longer keep one.
struct Kept {
  std::vector<std::string> codes{}, labels{};
  std::string names{};
};

Kept kept_of(const Scene& scene, std::vector<std::string> codes) {
  Kept kept;
  for (std::string& code : codes) {
    const std::optional<std::size_t> row = find_occupation(scene.catalogue(), code);
    if (!row) continue;
    kept.names += concat({kept.names.empty() ? "" : scene.ui.language().view.list_separator, scene.title(*row)});
    kept.labels.push_back(scene.ui.say(scene.words().without, {scene.title(*row)}));
    kept.codes.push_back(std::move(code));
  }
  return kept;
}

void add_buttons(const Kept& kept, std::vector<ButtonSpec>& buttons) {
  for (std::size_t i = 0; i < kept.codes.size(); ++i)
    buttons.push_back({.label = kept.labels[i], .key = kept.codes[i]});
}

// A week that the reader has made is what "my job" is, from here on.
void go_back(const Scene& scene) {
  const Profile& profile = scene.view.profile;
  const std::optional<Week>& week = scene.view.state.week.week;
  OverviewState next = scene.state;
  if (week && profile.potential_percent)
    next.choice.own = OwnJob{next.choice.open, to_a_tenth(potential_of(fitted_week(*week, profile), profile))};
  next.choice.open.clear();
  scene.change(std::move(next));
}

float draw_way_back(const Scene& scene, const Column& at) {
  if (scene.view.is_picture) return at.y;
  Ui& ui = scene.ui;
  const std::string& code = scene.choice().open;
  const std::vector<std::string>& all = scene.choice().kept;
  const bool is_kept = std::find(all.begin(), all.end(), code) != all.end();
  const Kept others = kept_of(scene, kept_beside(scene.choice(), code));
  std::vector<ButtonSpec> buttons = {
      {.label = scene.words().back, .part = "button back", .key = "back"},
      {.label = is_kept ? scene.words().no_longer_keep : scene.words().keep, .key = "keep"}};
  add_buttons(others, buttons);
  const Chosen chosen = button_row(ui, at, buttons, Align::left);
  if (chosen.index == 0) go_back(scene);
  if (chosen.index == 1) scene.keep(code, !is_kept);
  if (chosen.index && *chosen.index > 1) scene.keep(others.codes[*chosen.index - 2], false);
  return chosen.bottom + ui.px(12);
}

// What readers search and do with all of it; what is found lies over the buttons.
float draw_search_and_toolbar(const Scene& scene, const Column& at, Align align) {
  constexpr std::array panels = {Panel::share};
  const float y = draw_search(scene, at) + scene.ui.px(8);
  return draw_toolbar(scene.ui, toolbar_of(scene.ui, scene.view, panels), at.at(y), align, scene.intents);
}

// The title and what is in view, and beside them or beneath, what readers search and do. Returns the bottom.
float draw_overview_header(const Scene& scene, const Column& at) {
  constexpr float comfortable_measure = 860, search_width = 320;  // CSS pixels
  Ui& ui = scene.ui;
  const View& view = scene.view;
  const TextStyle style = view.breadth == Breadth::tight ? type::small_title : type::title;
  const bool beside = view.breadth >= Breadth::medium && !view.is_picture;
  const float room = beside ? ui.px(search_width) + ui.px(ui.theme().spacing.gap) : 0;
  const Column left{at.x, at.y, at.width - room};
  float y = heading(ui, left, "title", scene.catalogue().title, 1, style, ui.profile_language());
  float beside_bottom = at.y;
  if (beside)
    beside_bottom =
        draw_search_and_toolbar(scene, {at.right() - ui.px(search_width), at.y, ui.px(search_width)}, Align::right);
  y = text(ui, {at.x, y + ui.px(4), std::min(left.width, ui.px(comfortable_measure))}, "summary",
           {summary_text(scene), type::summary, ui.colors().muted});
  if (beside || view.is_picture) return std::max(y, beside_bottom);
  return draw_search_and_toolbar(scene, at.at(y + ui.px(10)), Align::left);
}

// What the picture's parts have from this frame.
void begin_picture(const Scene& scene) {
  scene.overview.steps = scene.choice().color == MarkColor::group ? std::vector<double>() : color_steps(scene);
  scene.overview.covered = {};
}

float draw_overview(const Scene& scene, const Column& at) {
  Ui& ui = scene.ui;
  const View& view = scene.view;
  begin_picture(scene);
  const float gap = ui.px(ui.theme().spacing.gap);
  float y = draw_overview_header(scene, at);
  if (may_show(view, Panel::share))
    y = card(ui, at.at(y + gap), [&](const Column& inner) { return draw_share(ui, view, inner, scene.intents); });
  y = card(ui, at.at(y + gap), [&](const Column& inner) {
    Scope section(ui, "picture", {.role = Role::section, .part = "card overview", .text = scene.words().shape});
    float bottom = view.is_picture ? inner.y : draw_shapes(scene, inner) + ui.px(14);
    bottom = draw_plot(scene, inner.at(bottom));
    bottom = draw_legend(scene, inner.at(bottom + ui.px(12)));
    bottom = draw_own_job(scene, inner.at(bottom));
    return view.is_picture ? bottom : draw_filters(scene, inner.at(bottom + ui.px(14)));
  });
  y = card(ui, at.at(y + gap), [&](const Column& inner) { return draw_occupations(scene, inner); });
  return draw_attributions(scene, at.at(y + gap));
}

OverviewStateOwner owned(OverviewState state) {
  return {new OverviewState(std::move(state)), [](const OverviewState* one) { delete one; }};
}

}  // namespace

Scene scene_of(Ui& ui, const View& view, ShownCatalogue& overview, Intents& intents) {
  return {ui, view, overview, view.state.overview ? *view.state.overview : overview.untouched, intents};
}

ShownCatalogue* catalogue_of(const View& view) { return static_cast<ShownCatalogue*>(view.overview); }

ShownCatalogue* shown_overview(const View& view) {
  ShownCatalogue* catalogue = catalogue_of(view);
  return catalogue && !catalogue->has_open_occupation() ? catalogue : nullptr;
}

ShownCatalogue* shown_around_occupation(const View& view) {
  ShownCatalogue* catalogue = catalogue_of(view);
  return catalogue && catalogue->has_open_occupation() ? catalogue : nullptr;
}

float draw_attributions(const Scene& scene, const Column& at) {
  std::string sources;
  std::vector<std::string> named;
  for (const FigureColumn& column : scene.catalogue().columns) {
    std::string source = source_text(column.source);
    if (std::find(named.begin(), named.end(), source) != named.end()) continue;
    sources += concat({sources.empty() ? "" : scene.ui.language().view.list_separator, source});
    named.push_back(std::move(source));
  }
  Ui& ui = scene.ui;
  float y = text(ui, at, "sources", {ui.say(ui.language().view.sources, {sources}), type::note, ui.colors().muted});
  y = text(ui, at.at(y), "attributions", {joined(attributions(scene.catalogue())), type::note, ui.colors().muted});
  if (scene.catalogue().date.empty()) return y;
  return text(ui, at.at(y), "date",
              {ui.say(ui.language().view.as_of, {scene.catalogue().date}), type::note, ui.colors().muted});
}

// Where there is room beside the plot, the legend stands there, so that both may fit a screen that is wider than tall.
float draw_picture_slide(const Scene& scene, const Column& at) {
  constexpr float legend_share = 0.41f, height_share = 0.3f;  // of the width
  Ui& ui = scene.ui;
  begin_picture(scene);
  const bool is_wide = scene.view.breadth == Breadth::wide;
  const TextStyle style = is_wide ? type::title : type::heading;
  float y = heading(ui, at, "title", scene.catalogue().title, 1, style, ui.profile_language());
  y = text(ui, at.at(y), "summary", {summary_text(scene), type::note, ui.colors().muted});
  return card(ui, at.at(y + ui.px(metric::chip_gap)), [&](const Column& inner) {
    Scope section(ui, "picture", {.role = Role::section, .part = "card overview", .text = scene.words().shape});
    const float gap = ui.px(metric::text_gap);
    const float legend = is_wide ? std::round(inner.width * legend_share) : inner.width;
    Scene sized = scene;
    if (is_wide && scene.choice().shape != PlotShape::strip) sized.plot_height = at.width * height_share;
    if (is_wide) sized.legend_columns = 2;
    const Column plot{inner.x, inner.y, is_wide ? inner.width - legend - gap : inner.width};
    const float bottom = draw_own_job(scene, plot.at(draw_plot(sized, plot)));
    const float legend_top = is_wide ? inner.y : bottom + gap;
    return std::max(bottom, draw_legend(sized, {inner.right() - legend, legend_top, legend}));
  });
}

void Scene::change(OverviewState next, std::string told) const {
  intents.push_back({.action = Action::change_overview, .text = std::move(told), .overview = owned(std::move(next))});
}

void Scene::change(OverviewChoice next, std::string told) const {
  OverviewState changed = state;
  changed.choice = std::move(next);
  changed.pointed.clear();
  changed.page = 0;
  change(std::move(changed), std::move(told));
}

void Scene::open(std::size_t row) const {
  OverviewState next = state;
  next.choice.open = catalogue().codes[row];
  next.pointed.clear();
  next.typed.clear();
  next.lists = false;
  next.active.clear();
  const bool is_another = next.profile_code != next.choice.open;  // the same one's state is as the reader left it
  next.profile_code = next.choice.open;
  change(std::move(next), std::string(title(row)));
  if (is_another) intents.back().action = Action::open_occupation;
}

void Scene::keep(std::string_view code, bool is_kept) const {
  OverviewState next = state;
  std::vector<std::string>& kept = next.choice.kept;
  std::erase(kept, code);
  if (is_kept) kept.emplace_back(code);
  if (kept.size() > most_kept) kept.erase(kept.begin());  // the one that was kept first
  const std::string names = kept_of(*this, kept).names;
  change(std::move(next), names.empty() ? std::string() : ui.say(words().kept, {names}));
}

float draw_kept(const Scene& scene, const Column& at) {
  const Kept kept = kept_of(scene, scene.choice().kept);
  if (kept.codes.empty()) return at.y;
  Ui& ui = scene.ui;
  const float y = text(ui, at.at(at.y + ui.px(12)), "kept",
                       {ui.say(scene.words().kept, {kept.names}), type::strong_note, ui.colors().ink});
  if (scene.view.is_picture) return y;
  std::vector<ButtonSpec> buttons;
  add_buttons(kept, buttons);
  if (kept.codes.size() > 1)  // opening one shows the other beside it
    buttons.push_back({.label = of(ui.language().view.panel, Panel::compare), .is_strong = true, .key = "compare"});
  const Chosen chosen = button_row(ui, at.at(y + ui.px(6)), buttons, Align::left);
  if (chosen.index == kept.codes.size()) scene.open(*find_occupation(scene.catalogue(), kept.codes.front()));
  if (chosen.index && *chosen.index < kept.codes.size()) scene.keep(kept.codes[*chosen.index], false);
  return chosen.bottom;
}

std::size_t across_column(const ShownCatalogue& overview, const OverviewChoice& choice) {
  return rating_named(overview, choice.across, Headline::potential);
}
std::size_t upward_column(const ShownCatalogue& overview, const OverviewChoice& choice) {
  return rating_named(overview, choice.upward, Headline::adoption);
}

std::size_t column_of(const ShownCatalogue& overview, Quantity quantity) {
  const std::vector<FigureColumn>& columns = overview.catalogue.columns;
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].quantity == quantity) return i;
  return no_column;
}

Quantity quantity_of(Filtered filtered) {
  return filtered == Filtered::people ? Quantity::people
         : filtered == Filtered::wage ? Quantity::money
                                      : Quantity::growth;
}

bool has_unobserved(const FigureColumn& column) {
  return column.quantity == Quantity::rating && column.kind == EvidenceKind::measured_use;
}

const std::vector<std::size_t>& selected_rows(ShownCatalogue& overview, const OverviewChoice& choice) {
  Selection& selection = overview.selection;
  if (selection.is_made && selection.choice.spans == choice.spans &&
      selection.choice.hidden_groups == choice.hidden_groups)
    return selection.rows;
  const std::vector<ColumnRange> ranges = ranges_of(overview, choice);
  selection.rows = matching_rows(overview.group_of, hidden_groups(overview, choice), ranges);
  selection.by_group = count_by_group(matching_rows(overview.group_of, GroupSet{}, ranges), overview.group_of,
                                      overview.catalogue.groups.size());
  selection.people = total_weight(overview.weights, selection.rows);
  selection.summaries.assign(overview.figures.size(), std::nullopt);
  overview.table.is_made = false;
  selection.choice = choice;
  selection.is_made = true;
  return selection.rows;
}

std::string whole_text(const Language& language, double value) {
  const std::string digits = std::to_string(nearest_whole(std::abs(value)));
  std::string text(value < -0.5 ? language.numbers.minus : "");
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += language.numbers.group;
    text += language.numbers.digits[static_cast<std::size_t>(digits[i] - '0')];
  }
  return text;
}

std::string value_text(const Language& language, const FigureColumn& column, double value) {
  if (column.quantity == Quantity::rating) return percent_text(language, value, 1);
  if (column.quantity == Quantity::growth)
    return filled(language, language.numbers.percent, {signed_number(language, value, 0)});
  return whole_text(language, value);
}

std::string figure_text(const Scene& scene, std::size_t column, std::size_t row) {
  const FigureColumn& figures = scene.catalogue().columns[column];
  const float value = scene.figure(column, row);
  if (std::isnan(value)) return std::string(scene.ui.language().play.not_given);
  if (value == 0 && has_unobserved(figures)) return std::string(scene.words().not_observed);
  return value_text(scene.ui.language(), figures, static_cast<double>(value));
}

std::string told_text(const Scene& scene, std::size_t column, std::size_t row) {
  const FigureColumn& figures = scene.catalogue().columns[column];
  std::string text = figure_text(scene, column, row);
  if (std::isnan(scene.figure(column, row))) return text;
  if (figures.quantity == Quantity::people) return scene.ui.say(scene.words().people, {text});
  if (figures.quantity == Quantity::money)
    return scene.ui.say(of(scene.words().money, figures.period), {text, figures.currency});
  return text;
}

std::string column_text(const FigureColumn& column) {
  return column.currency.empty() ? column.title : concat({column.title, " (", column.currency, ")"});
}

std::string source_text(const Provenance& source) {
  const std::string_view vintage = source.vintage;
  return concat({source.publisher, source.work.empty() ? "" : ", ", source.work, vintage.empty() ? "" : ", ", vintage});
}

std::string joined(std::span<const std::string_view> attributions) {
  std::string all;
  for (const std::string_view one : attributions) all += concat({all.empty() ? "" : " ", one});
  return all;
}

float widest_word(Ui& ui, std::string_view text, const TextStyle& style) {
  float widest = 0;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    widest = std::max(widest, ui.text().line(word, style).width);
    text.remove_prefix(std::min(text.size(), word.size() + 1));
  }
  return widest;
}

std::string matches_text(const Scene& scene, const OverviewChoice& choice) {
  const auto count = static_cast<double>(selected_rows(scene.overview, choice).size());
  const auto all = static_cast<double>(scene.catalogue().size());
  const Language& language = scene.ui.language();
  return scene.ui.say(scene.words().matches, {{whole_text(language, count), count}, {whole_text(language, all), all}});
}

std::string occupation_text(const Scene& scene, std::size_t row) {
  std::string text = concat({scene.title(row), ", ", scene.catalogue().codes[row]});
  for (std::size_t i = 0; i < scene.catalogue().columns.size(); ++i)
    text += concat({"; ", scene.ui.say(scene.ui.language().view.named,
                                       {scene.catalogue().columns[i].title, told_text(scene, i, row)})});
  return text;
}

std::vector<double> color_steps(const Scene& scene) {
  if (scene.choice().color == MarkColor::growth) return {-5, 0, 1, 10};
  const std::size_t wages = column_of(scene.overview, Quantity::money);
  if (wages == no_column) return {};
  std::vector<double> sorted;
  for (const float wage : scene.overview.figures[wages])
    if (!std::isnan(wage)) sorted.push_back(static_cast<double>(wage));
  if (sorted.size() < step_count) return {};
  std::vector<double> steps;
  for (std::size_t i = 1; i < step_count; ++i) {  // fifths, in whole thousands where figures are as large
    const std::size_t place = sorted.size() * i / step_count;
    std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(place), sorted.end());
    const double step = sorted[place];
    steps.push_back(step >= 10'000 ? std::round(step / 1000) * 1000 : std::round(step));
  }
  return steps;
}

Color mark_color(const Scene& scene, std::size_t row) {
  const Scheme scheme = scene.ui.theme().scheme;
  if (scene.choice().color == MarkColor::group) return group_color(scheme, scene.catalogue().group_of[row]);
  const bool is_wage = scene.choice().color == MarkColor::wage;
  const std::size_t column = column_of(scene.overview, is_wage ? Quantity::money : Quantity::growth);
  if (column == no_column || std::isnan(scene.figure(column, row))) return scene.ui.colors().muted;
  const auto value = static_cast<double>(scene.figure(column, row));
  std::size_t step = 0;
  for (const double start : scene.overview.steps) step += value >= start;
  return is_wage ? step_color(scheme, step) : change_color(scheme, step);
}

std::unique_ptr<Overview> read_catalogue(std::string_view json, std::vector<Diagnostic>& diagnostics) {
  DecodedCatalogue decoded = decode_catalogue(json);
  diagnostics = std::move(decoded.diagnostics);
  if (!decoded.catalogue) return nullptr;
  auto overview = std::make_unique<ShownCatalogue>();
  overview->catalogue = std::move(*decoded.catalogue);
  overview->group_names = short_names(overview->catalogue.groups);
  make_figures(*overview);
  return overview;
}

std::string write_overview(const OverviewState& state) { return write_overview_choice(state.choice); }

OverviewStateOwner read_overview(std::string_view kept, std::vector<Diagnostic>& diagnostics) {
  DecodedOverviewChoice decoded = decode_overview_choice(kept);
  diagnostics = std::move(decoded.diagnostics);
  if (!decoded.choice) return {nullptr, nullptr};
  OverviewState state;
  OverviewChoice& choice = state.choice = std::move(*decoded.choice);
  state.profile_code = choice.open.empty() && choice.own ? choice.own->code : choice.open;
  return owned(std::move(state));
}

std::optional<Profile> ShownCatalogue::profile_of(std::string_view code) const {
  const std::optional<std::size_t> row = find_occupation(catalogue, code);
  return row ? std::optional(profile_of_row(catalogue, *row)) : std::nullopt;
}

bool ShownCatalogue::follow(const UiState& state, Subject& own, std::string& request) {
  const OverviewChoice& choice = (state.overview ? *state.overview : untouched).choice;
  const auto row = choice.open.empty() ? std::nullopt : find_occupation(catalogue, choice.open);
  const bool is_new = !has_followed || row != open_row;
  std::vector<std::string> kept;
  if (row) kept = kept_beside(choice, choice.open);
  if (!is_new && kept == shown_beside) return false;
  if (kept != shown_beside) compare_with(*this, std::move(kept));
  request.clear();
  if (!is_new) return true;
  has_followed = true;
  has_written = false;
  open_row = row;
  Profile profile;
  profile.title = catalogue.title;
  profile.locale = catalogue.locale;
  if (row) {
    profile = profile_of_row(catalogue, *row);
    open_figures = figures_of_row(catalogue, *row);
    if (const WrittenProfile* written = written_profile(catalogue, *row))
      request = request_text({.kind = Request::Kind::open, .content = written->address});
  }
  own = subject_of(std::move(profile));
  return true;
}

void ShownCatalogue::take_written(const Profile& written) {
  if (!open_row) return;
  has_written = true;
  open_figures = figures_beside(written, catalogue, *open_row);
}

float ShownCatalogue::draw(Ui& ui, const View& view, const Column& at, Intents& intents) {
  const Scene scene = scene_of(ui, view, *this, intents);
  return open_row ? draw_way_back(scene, at) : draw_overview(scene, at);
}

float ShownCatalogue::draw_beside(Ui& ui, const View& view, const Column& at, Intents& intents) {
  return draw_public_figures(scene_of(ui, view, *this, intents), at);
}

}  // namespace taskscope::play
