// What readers enter things with. The page lays real controls over these pictures: it moves the slider, and it shows
// what stands in a field (web/shadow.css).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "view/widgets.h"

namespace taskscope::play {

struct SliderSpec {
  std::string_view name;   // what it is about
  std::string_view value;  // in words
  double percent = 0;
  bool disabled = false;
  bool has_bar = true;  // draws its own; else it lies over something that is drawn already
};
// The percentage that the reader moved it to.
std::optional<double> slider(Ui& ui, const Rect& box, std::string_view key, const SliderSpec& spec);

struct FieldSpec {
  Role role = Role::text_field;
  std::string_view name;
  std::string_view entry;
  bool disabled = false;
  std::span<const Attribute> attributes{};
  std::string_view part = "field";
  bool is_wrong = false;  // what stands in it
};
// What the reader entered.
std::optional<std::string_view> field(Ui& ui, const Rect& box, std::string_view key, const FieldSpec& spec);

// One of several, by a list that opens, which is the page's own.
struct Option {
  std::string_view key, label;
};
struct DropDownSpec {
  std::string_view name;            // what is chosen
  std::span<const Option> options;  // one at least
  std::size_t chosen = 0;
};
Chosen drop_down(Ui& ui, const Column& at, std::string_view key, const DropDownSpec& spec);
// Wide enough for each of the labels.
float drop_down_width(Ui& ui, std::span<const Option> options);

// The name of a node's element, by which others refer to it.
std::string dom_id(NodeId id);

// What a control is about, at (x, y): found and read as text, while listeners hear it as the control's name.
void record_label(Ui& ui, std::string_view key, std::string_view label, const TextBlock& block, float x, float y);
// The same painted.
void control_label(Ui& ui, std::string_view key, std::string_view label, const TextBlock& block, float x, float y);

// The bottom of a text that changes while the reader acts, from `top` to `bottom`: room is kept for some lines of it,
// so that what is below does not move under the reader's hand.
float steady_bottom(Ui& ui, const TextStyle& style, float top, float bottom, int lines);

// A box with a check mark in it where something is on.
void check_box(Ui& ui, const Rect& box, bool is_on);

// A button of a picture alone, square; `label` says what it does.
enum class Icon { lock, open_lock, cross };
struct IconSpec {
  Icon icon;
  std::string_view label;
  std::optional<bool> pressed{};
  bool disabled = false;
};
bool icon_button(Ui& ui, const Rect& box, std::string_view key, const IconSpec& spec);

}  // namespace taskscope::play
