#include "core/overview_choice.h"

#include <cmath>
#include <string>
#include <utility>

#include "core/catalogue_fields.h"
#include "core/decimal.h"
#include "core/decode.h"
#include "core/diagnostic_codes.h"
#include "core/fields.h"
#include "core/json_writing.h"
#include "core/text.h"

namespace taskscope {
namespace {

namespace names {
constexpr std::string_view overview = "overview";
constexpr std::string_view shape = "shape";
constexpr std::string_view across = "across";
constexpr std::string_view upward = "upward";
constexpr std::string_view color = "color";
constexpr std::string_view hidden_groups = "hiddenGroups";
constexpr std::string_view least = "least";
constexpr std::string_view most = "most";
constexpr std::string_view order = "order";
constexpr std::string_view direction = "direction";
constexpr std::string_view window = "window";
constexpr std::string_view open = "open";
constexpr std::string_view kept = "kept";
constexpr std::string_view own = "own";
constexpr std::string_view code = "code";
constexpr std::string_view potential = "potential";
}  // namespace names

constexpr std::array<std::string_view, 3> shape_words = {"scatter", "treemap", "strip"};           // by PlotShape
constexpr std::array<std::string_view, 3> color_words = {"group", "wage", "growth"};               // by MarkColor
constexpr std::array<std::string_view, filtered_count> span_words = {"people", "wage", "growth"};  // by Filtered
constexpr std::array<std::string_view, 2> direction_words = {"descending", "ascending"};
constexpr std::array<std::string_view, 4> window_words = {"left", "right", "bottom", "top"};
constexpr std::array<double PlotWindow::*, 4> window_sides = {&PlotWindow::left, &PlotWindow::right,
                                                              &PlotWindow::bottom, &PlotWindow::top};

}  // namespace

// Passed by address; the script that cuts the module in two knows them by this name (web/tools/split.mjs).
namespace overview_fields {
namespace {

std::optional<double> decode_limit(Fields& fields, std::string_view name) {
  const std::optional<double> value = fields.number(name, Need::optional);
  if (!value) return std::nullopt;
  if (std::abs(*value) <= most_limit) return std::round(*value * 100) / 100 + 0.0;  // -0 is 0
  const JsonNode& node = *fields.source().tree.field(fields.node(), name);
  const std::string most = decimal_text(most_limit);
  catalogue_fields::report_error(fields.source(), node, codes::out_of_range,
                                 concat({quoted(name), " is ", number_literal(fields.source().text, node),
                                         ", but a filter’s limit lies between -", most, " and ", most, "."}));
  return std::nullopt;
}

FigureSpan decode_span(Fields& fields) {
  return {decode_limit(fields, names::least), decode_limit(fields, names::most)};
}

std::optional<PlotWindow> decode_window(Fields& fields) {
  PlotWindow window;
  for (std::size_t i = 0; i < window_sides.size(); ++i)
    window.*window_sides[i] = to_a_millionth(fields.percent(window_words[i], Need::required).value_or(0));
  if (!(window.left < window.right && window.bottom < window.top)) return std::nullopt;
  return window;
}

std::optional<OwnJob> decode_own(Fields& fields) {
  OwnJob own;
  own.code = fields.text(names::code, Need::required, limits::short_text);
  own.potential_percent = to_a_tenth(fields.percent(names::potential, Need::required).value_or(0));
  return own;
}

OverviewChoice decode_choice(Fields& fields) {
  OverviewChoice choice;
  choice.shape = fields.choice<PlotShape>(names::shape, Need::optional, shape_words).value_or(PlotShape::scatter);
  choice.across = fields.text(names::across, Need::optional, limits::short_text);
  choice.upward = fields.text(names::upward, Need::optional, limits::short_text);
  choice.color = fields.choice<MarkColor>(names::color, Need::optional, color_words).value_or(MarkColor::group);
  choice.hidden_groups = fields.texts(names::hidden_groups, limits::short_text, limits::list_items);
  for (std::size_t i = 0; i < filtered_count; ++i)
    choice.spans[i] = fields.object<FigureSpan>(span_words[i], "A span", decode_span);
  choice.order = fields.text(names::order, Need::optional, limits::short_text);
  choice.ascends = fields.choice<bool>(names::direction, Need::optional, direction_words).value_or(false);
  choice.window = fields.object<std::optional<PlotWindow>>(names::window, "A window", decode_window);
  choice.open = fields.text(names::open, Need::optional, limits::short_text);
  choice.kept = fields.texts(names::kept, limits::short_text, most_kept);
  choice.own = fields.object<std::optional<OwnJob>>(names::own, "A job", decode_own);
  return choice;
}

// Within an object, so that messages point into a whole state.
OverviewChoice decode_within(Fields& fields) {
  return fields.object<OverviewChoice>(names::overview, "An overview", decode_choice);
}

}  // namespace
}  // namespace overview_fields

namespace {

void append_number(std::string& json, std::string_view name, double value) {
  append_name(json, name);
  json += decimal_text(value);
}

// An object of what `append` writes, or nothing.
template <typename Append>
void append_object(std::string& json, std::string_view name, Append append) {
  std::string inner = "{";
  append(inner);
  if (inner.size() == 1) return;
  append_name(json, name);
  json += inner + '}';
}

void append_word(std::string& json, std::string_view name, std::string_view word) {
  if (!word.empty()) append_text(json, name, word);
}

}  // namespace

std::string write_overview_choice(const OverviewChoice& choice) {
  std::string json = "{";
  if (choice.shape != PlotShape::scatter)
    append_text(json, names::shape, shape_words[static_cast<std::size_t>(choice.shape)]);
  append_word(json, names::across, choice.across);
  append_word(json, names::upward, choice.upward);
  if (choice.color != MarkColor::group)
    append_text(json, names::color, color_words[static_cast<std::size_t>(choice.color)]);
  append_list(json, names::hidden_groups, choice.hidden_groups);
  for (std::size_t i = 0; i < filtered_count; ++i) {
    append_object(json, span_words[i], [&](std::string& inner) {
      if (choice.spans[i].least) append_number(inner, names::least, *choice.spans[i].least);
      if (choice.spans[i].most) append_number(inner, names::most, *choice.spans[i].most);
    });
  }
  append_word(json, names::order, choice.order);
  if (choice.ascends) append_text(json, names::direction, direction_words[1]);
  if (choice.window) {
    append_object(json, names::window, [&](std::string& inner) {
      for (std::size_t i = 0; i < window_sides.size(); ++i)
        append_number(inner, window_words[i], (*choice.window).*window_sides[i]);
    });
  }
  append_word(json, names::open, choice.open);
  append_list(json, names::kept, choice.kept);
  if (choice.own) {
    append_object(json, names::own, [&](std::string& inner) {
      append_text(inner, names::code, choice.own->code);
      append_number(inner, names::potential, choice.own->potential_percent);
    });
  }
  return json.size() > 1 ? json + '}' : std::string();
}

DecodedOverviewChoice decode_overview_choice(std::string_view json) {
  if (json.empty()) return {OverviewChoice(), {}};
  DecodedOverviewChoice decoded;
  const std::string text = concat({"{\"", names::overview, "\":", json, "}"});
  JsonDocument document = read_json(text);
  Report report;
  if (std::optional<JsonProblem>& problem = document.problem) {
    report.add(Severity::error, problem->code, problem->offset, std::move(problem->pointer),
               std::move(problem->message));
  } else {
    decoded.choice = Fields::decode_object({text, document.tree, report}, document.tree.root(), "A state",
                                           overview_fields::decode_within);
  }
  decoded.diagnostics = std::move(report).finish(text);
  if (has_errors(decoded.diagnostics)) decoded.choice.reset();
  return decoded;
}

}  // namespace taskscope
