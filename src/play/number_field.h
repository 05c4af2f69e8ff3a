// Fields for numbers. What readers type counts at once, however it is written (core/typed_number.h). What cannot be
// read, or cannot be, changes nothing: once the reader leaves the field, it has the value again that it had before, and
// shows what was typed, with the reason beside it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "view/panels.h"

namespace taskscope::play {

inline constexpr std::string_view percent_units = "%";

struct NumberFieldSpec {
  std::string_view name;
  std::optional<double> value{};                            // in force
  double least = 0, most = 100;                             // that it can be
  double steps = 10;                                        // of a unit; what is typed is rounded to those
  std::string_view units{};                                 // that may be typed with it
  std::string (*write)(const Language&, double) = nullptr;  // as it stands in the field
  std::string_view none{};                                  // what no value means; empty where there has to be one
  bool disabled = false;
};
struct NumberEntry {
  bool is_new = false;            // the reader has just entered the following
  std::optional<double> value{};  // none for no value
  std::string problem{};          // with what stands in the field
};
NumberEntry number_field(Ui& ui, const View& view, Intents& intents, const Rect& box, std::string_view key,
                         const NumberFieldSpec& spec);

// Says what is wrong in the field of that key, if anything, below it and at the side where it stands. Returns the
// bottom.
float draw_problem(Ui& ui, const Column& at, std::string_view key, std::string_view problem, Align align = Align::left);

// Has all fields show what is in force.
void forget_unread(Intents& intents);

}  // namespace taskscope::play
