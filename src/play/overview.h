// A catalogue as an overview: what is made of it once, and what of a reader's choice is kept from frame to frame.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalogue.h"
#include "core/mark_grid.h"
#include "core/mark_labels.h"
#include "core/mark_size.h"
#include "core/occupation_search.h"
#include "core/overview_filter.h"
#include "core/overview_summary.h"
#include "core/plot_scale.h"
#include "core/public_figures.h"
#include "play/overview_state.h"
#include "view/discs.h"
#include "view/panels.h"

namespace taskscope {

namespace play {

inline constexpr std::size_t no_column = static_cast<std::size_t>(-1);

// The occupations that pass the reader's filters.
struct Selection {
  OverviewChoice choice;
  bool is_made = false;
  std::vector<std::size_t> rows;      // ascending
  std::vector<std::size_t> by_group;  // how many would be there were no group hidden
  double people = 0;
  std::vector<std::optional<ColumnSummary>> summaries;  // by column, of those that were asked for
};

// The selected occupations in the table's order, and by occupation its rank.
struct TableOrder {
  bool is_made = false;
  std::size_t column = 0;
  bool ascends = false;
  std::vector<std::size_t> rows, ranks;
};

// What a picture was laid out for.
struct PictureKey {
  OverviewChoice choice;
  Rect area;
  float unit = 0, probe = 0;  // probe: how wide words are, as fonts and languages may come late

  bool operator==(const PictureKey& o) const {
    return choice == o.choice && area.x == o.area.x && area.y == o.area.y && area.width == o.area.width &&
           area.height == o.area.height && unit == o.unit && probe == o.probe;
  }
};

// What the marks' colours go by, beside the catalogue.
struct Coloring {
  MarkColor color = MarkColor::group;
  Scheme scheme = Scheme::light;
  Color card = 0, muted = 0;
  std::optional<std::size_t> lit_group{};

  bool operator==(const Coloring&) const = default;
};

// Where everything stands, for one plot shape.
struct Picture {
  PictureKey key;
  PlotScale across, upward;
  MarkSize size;
  std::vector<Mark> marks;  // by row; those not in it are not shown
  std::vector<Rect> boxes;  // of a treemap, by row
  std::vector<Rect> group_boxes;
  std::vector<std::size_t> order;  // in which they are drawn
  std::vector<std::size_t> kept;   // rows of those that the reader keeps
  MarkGrid grid;
  std::vector<std::size_t> named;      // rows with a name beside them
  std::vector<PlacedLabel> labels;     // of `named`
  std::optional<Coloring> coloring{};  // in which the discs are this picture's
};

struct ShownCatalogue final : Overview {
  // The one that opens with an occupation, until a profile comes that was written for it; none where there is no such.
  std::optional<Profile> profile_of(std::string_view code) const;
  bool is_open(std::string_view code) const { return open_row && catalogue.codes[*open_row] == code; }

  bool follow(const UiState& state, Subject& own, std::string& request) override;
  const Compared* beside() const override { return compared_rows.empty() ? nullptr : &compared; }
  void take_written(const Profile& written) override;
  float draw(Ui& ui, const View& view, const Column& at, Intents& intents) override;
  bool has_open_occupation() const override { return open_row.has_value(); }
  float draw_beside(Ui& ui, const View& view, const Column& at, Intents& intents) override;

  Catalogue catalogue;
  std::optional<std::size_t> open_row{};    // whose profile is the dashboard's own
  bool has_written = false;                 // which somebody wrote by hand
  PublicFigures open_figures{};             // what stands beside that one
  std::vector<std::string> shown_beside{};  // codes of those that the reader keeps beside it
  Compared compared{};                      // those of them that there are
  std::vector<std::size_t> compared_rows{};
  bool has_followed = false;
  std::vector<std::vector<float>> figures;  // by column; ratings in percent
  std::vector<float> weights;               // employment, or 1 each
  std::vector<std::uint8_t> group_of;
  std::vector<std::string> group_names;      // without what all of them end with
  std::optional<OccupationSearch> search{};  // made when it is about to be used
  play::Selection selection;
  play::TableOrder table;  // of the selection
  play::Picture picture;
  DiscBatch discs;  // the picture's marks
  // The pointer: what it was over in the last frame, whether that was told before its button went down, the group of
  // the legend that it is over, and what lies over the plot.
  std::optional<std::size_t> hovered{};
  bool was_told = false;
  std::optional<std::size_t> lit_group{};
  Rect covered{};
  std::vector<double> steps{};  // of the colour, in this frame
  const OverviewState untouched{};
};

// What every part of an overview is drawn from.
struct Scene {
  Ui& ui;
  const View& view;
  ShownCatalogue& overview;
  const OverviewState& state;
  Intents& intents;
  // As presented; 0 for the usual, and for as many as fit.
  float plot_height = 0;
  std::size_t legend_columns = 0;

  const OverviewChoice& choice() const { return state.choice; }
  const Catalogue& catalogue() const { return overview.catalogue; }
  const OverviewWords& words() const { return ui.language().play.overview; }
  std::string_view title(std::size_t row) const { return catalogue().titles[row]; }
  float figure(std::size_t column, std::size_t row) const { return overview.figures[column][row]; }
  // Has the reader's next state be this, and tells what changed to who does not see it.
  void change(OverviewState next, std::string told = {}) const;
  void change(OverviewChoice next, std::string told = {}) const;
  void open(std::size_t row) const;
  // Keeps an occupation to compare others with, or no longer.
  void keep(std::string_view code, bool is_kept) const;
};

Scene scene_of(Ui& ui, const View& view, ShownCatalogue& overview, Intents& intents);
// The catalogue that is shown, or of which an occupation is; else null.
ShownCatalogue* catalogue_of(const View& view);
// The catalogue, where all of it is shown rather than one occupation; else null.
ShownCatalogue* shown_overview(const View& view);
// The same where one of its occupations is shown.
ShownCatalogue* shown_around_occupation(const View& view);

// Columns by what they are for; no_column where the catalogue has none.
std::size_t across_column(const ShownCatalogue& overview, const OverviewChoice& choice);
std::size_t upward_column(const ShownCatalogue& overview, const OverviewChoice& choice);
std::size_t column_of(const ShownCatalogue& overview, Quantity quantity);
Quantity quantity_of(Filtered filtered);
// Whether a zero of the column means that nothing was observed.
bool has_unobserved(const FigureColumn& column);

const std::vector<std::size_t>& selected_rows(ShownCatalogue& overview, const OverviewChoice& choice);
const TableOrder& table_order(const Scene& scene);

// "1,234,500".
std::string whole_text(const Language& language, double value);
// A figure of a column, with its unit where that is short; "not observed" and "not given" too.
std::string figure_text(const Scene& scene, std::size_t column, std::size_t row);
// The same in words: "76,950 USD a year".
std::string told_text(const Scene& scene, std::size_t column, std::size_t row);
std::string value_text(const Language& language, const FigureColumn& column, double value);
// "Median wage (USD)".
std::string column_text(const FigureColumn& column);
std::string source_text(const Provenance& source);
// What the sources ask to be told, as one text.
std::string joined(std::span<const std::string_view> attributions);
// Of the words between blanks: lines that are shorter would cut it.
float widest_word(Ui& ui, std::string_view text, const TextStyle& style);
// "12 of 756 occupations".
std::string matches_text(const Scene& scene, const OverviewChoice& choice);
// All of an occupation's figures, as a sentence.
std::string occupation_text(const Scene& scene, std::size_t row);

Color mark_color(const Scene& scene, std::size_t row);
// What the steps of a colour for figures begin at, ascending, one less than there are steps.
std::vector<double> color_steps(const Scene& scene);

// The parts, each returning its bottom.
float draw_search(const Scene& scene, const Column& at);
float draw_shapes(const Scene& scene, const Column& at);
float draw_plot(const Scene& scene, const Column& at);
float draw_legend(const Scene& scene, const Column& at);
float draw_filters(const Scene& scene, const Column& at);
float draw_own_job(const Scene& scene, const Column& at);
float draw_kept(const Scene& scene, const Column& at);
float draw_occupations(const Scene& scene, const Column& at);
// The title, what is in view, and the picture with its legend, so as to be presented.
float draw_picture_slide(const Scene& scene, const Column& at);
float draw_attributions(const Scene& scene, const Column& at);

// What stands beside the profile of the occupation that is open: cards, and below them what licences ask for.
struct FigureCard {
  std::string_view title;
  float (*draw)(const Scene& scene, const Column& at);
};
std::vector<FigureCard> figure_cards(const Language& language, const View& view);
float draw_figure_attributions(const Scene& scene, const Column& at);
float draw_public_figures(const Scene& scene, const Column& at);

// What the catalogue tells beyond the headline of occupations that stand side by side.
struct ComparedFigure {
  std::string_view name;
  std::vector<std::string> texts;  // by side
};
// `places` are as in a comparison: 0 for the one that is open, then those that are kept. Nothing without a catalogue.
std::vector<ComparedFigure> compared_figures(Ui& ui, const View& view, std::span<const std::size_t> places);

// A tip that stands beside a mark, over everything.
void draw_mark_tip(const Scene& scene, std::size_t row, const Mark& mark);

}  // namespace play

}  // namespace taskscope
