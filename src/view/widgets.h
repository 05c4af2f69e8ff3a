// The dashboard's vocabulary: each widget paints itself and records what it means. Those that take a Column fill its
// width and return the y where the next one may start; keys name the record's nodes within the open scope.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/profile.h"
#include "view/ui.h"

namespace taskscope {

enum class Align { left, right };

// Text in a style, broken to the column's width.
struct TextSpec {
  std::string_view text;
  TextStyle style;
  Color color;
  Role role = Role::paragraph;
  int level = 0;  // of a heading
  Align align = Align::left;
  std::string part{};  // where the key does not say it
  std::string_view language{};
};
float text(Ui& ui, const Column& at, std::string_view key, const TextSpec& spec);

float heading(Ui& ui, const Column& at, std::string_view key, std::string_view title, int level, TextStyle style,
              std::string_view language = {});

// A card around content of any height: `draw(inner)` paints into the padded column and returns its bottom.
template <typename Draw>
float card_content(Ui& ui, const Column& area, Draw draw) {
  const bool tight = area.width < ui.px(metric::narrow);
  const float own = ui.theme().spacing.padding;
  const float padding = ui.px(tight ? std::min(own, metric::card_padding_tight) : own) + ui.theme().hairline();
  return draw(area.inset(padding)) + padding;
}
void card_frame(Ui& ui, const Rect& box);

template <typename Draw>
float card(Ui& ui, const Column& area, Draw draw) {
  const float bottom = card_content(ui, area, draw);
  card_frame(ui, {area.x, area.y, area.width, bottom - area.y});
  return bottom;
}

// A horizontal bar that is `percent` full; `name` says what it measures, and the tip what the value means.
struct BarSpec {
  double percent = 0;
  Color color = 0;
  std::string_view name;
  std::string tip;
  std::string part;
};
void bar(Ui& ui, const Rect& box, std::string_view key, const BarSpec& spec);

// A row's figure: its right end is at `right`, its middle at `center_y`.
struct FigurePlace {
  float right = 0, center_y = 0;
};
struct FigureSpec {
  std::string_view text;
  Color color;
  Role role;
};
void figure_text(Ui& ui, std::string_view key, const FigureSpec& spec, const FigurePlace& place);

// A row's bar and the figure that says its value, together one cell of a table.
void figure_cell(Ui& ui, const Rect& bar_box, const BarSpec& spec, const std::string& figure, const FigurePlace& place);

// Records what a table is about and what its columns hold, for those who hear it; the picture needs neither. `about` is
// the table's visible heading.
void record_table_head(Ui& ui, std::string_view caption, const Rect& about, std::span<const std::string_view> columns);
// The number of a table's row, from 1, after the columns'; 0 where all rows are recorded and need none.
int recorded_row(const Ui& ui, std::size_t index);

// A pill that says how important a task is; `box` is where it stands.
void importance_tag(Ui& ui, const Rect& box, std::string_view key, Importance importance, Role role = Role::cell);
float importance_tag_width(Ui& ui, Importance importance);

// A rating's word with its step on the scale of pressure beneath. Returns the bottom.
float rating_meter(Ui& ui, const Column& at, std::string_view key, Rating rating, Align align);
float rating_meter_height(Ui& ui);

// A push button at a side of the column, as wide as its label; the label is broken where the column is narrower.
struct ButtonSpec {
  std::string_view label;
  std::optional<bool> expanded{};  // of one that opens a section
  bool disabled = false;           // it would do nothing now
  bool is_strong = false;          // the one that most readers want next
  std::string_view part = "button";
  std::string_view key{};  // in a row, where the label changes
};
struct Pushed {
  bool pressed = false;
  float bottom = 0;
};
Pushed push_button(Ui& ui, const Column& at, std::string_view key, const ButtonSpec& spec, Align align);
float push_button_width(Ui& ui, std::string_view label);

// Buttons in a row, their labels being their keys unless they have others; those that do not fit stand on further
// lines.
struct Chosen {
  std::optional<std::size_t> index{};  // that was pressed
  float bottom = 0;
};
Chosen button_row(Ui& ui, const Column& at, std::span<const ButtonSpec> buttons, Align align);
// On one line.
float button_row_width(Ui& ui, std::span<const ButtonSpec> buttons);

// A line of text with a chevron that opens something further down; `about` tells listeners what, beyond the label.
struct DisclosureSpec {
  std::string_view label;
  std::string about;
  bool open = false;
};
float disclosure_width(Ui& ui, std::string_view label);
float disclosure_height(Ui& ui);
// Returns whether it was pressed. `x` and `y` are its top left corner.
bool disclosure(Ui& ui, float x, float y, std::string_view key, const DisclosureSpec& spec);

// Buttons side by side, of which one is on; those that do not fit stand on further lines, and labels wider than the
// column are broken. `name` says what is chosen.
struct Choice {
  std::string_view label;
  std::string_view meaning;  // in the tip, and for listeners; empty where the label says it
  bool is_on = false;
};
Chosen choices(Ui& ui, const Column& at, std::string_view name, std::span<const Choice> all, Align align);
// On one line.
float choices_width(Ui& ui, std::span<const Choice> all);

// A text of several styles.
struct RichText {
  std::vector<TextRun> runs{};
  std::vector<Color> colors{};  // a run's
  std::string text() const;
  void append(const RichText& more);
};
// A sentence whose arguments stand out; their texts stand behind it.
RichText rich_message(Ui& ui, std::string_view pattern, std::initializer_list<Argument> arguments);
// As a paragraph. Returns the bottom.
float rich_text(Ui& ui, const Column& at, std::string_view key, const RichText& rich);

// What stands at an axis: numbers, and at its end a percentage.
std::string axis_mark(Ui& ui, double percent);

// The mark that stands for a kind of evidence: a disc for measured, a square for estimated.
void evidence_mark(Ui& ui, float center_x, float center_y, float size, EvidenceKind kind);
// What the marks mean, as a line of text. Returns the bottom.
float evidence_legend(Ui& ui, const Column& at);

}  // namespace taskscope
