// How a reader looks at an overview of occupations: the picture, which occupations it has, and which one is open. Names
// and codes are the catalogue's, so that a choice outlasts an edition of it.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics.h"

namespace taskscope {

enum class PlotShape { scatter, treemap, strip };
enum class MarkColor { group, wage, growth };

// What occupations can be filtered by, beside their group.
enum class Filtered { people, wage, growth };
inline constexpr std::size_t filtered_count = 3;

// No catalogue has figures beyond this, on either side.
inline constexpr double most_limit = 1e12;

// In units of the column, to a hundredth, within `most_limit`; what is not set lets everything pass.
struct FigureSpan {
  std::optional<double> least, most;

  bool operator==(const FigureSpan&) const = default;
};

// What of both axes is shown, in percent.
struct PlotWindow {
  double left = 0, right = 100, bottom = 0, top = 100;

  bool operator==(const PlotWindow&) const = default;
};

// The reader's own job: what "My week" came to, and of which occupation.
struct OwnJob {
  std::string code;
  double potential_percent = 0;

  bool operator==(const OwnJob&) const = default;
};

inline constexpr std::size_t most_kept = 2;

struct OverviewChoice {
  PlotShape shape = PlotShape::scatter;
  std::string across{}, upward{};  // names of ratings; empty for the headlines' potential and adoption
  MarkColor color = MarkColor::group;
  std::vector<std::string> hidden_groups{};        // codes
  std::array<FigureSpan, filtered_count> spans{};  // by Filtered
  std::string order{};   // the name of the column that the table goes by, or "title"; empty for the upward rating
  bool ascends = false;  // from the least, or from A
  std::optional<PlotWindow> window{};  // none where all is shown
  std::string open{};                  // the code of the occupation whose profile is shown
  std::vector<std::string> kept{};     // codes of occupations to compare with the one that is open, at most most_kept
  std::optional<OwnJob> own{};

  bool operator==(const OverviewChoice&) const = default;
};

// What differs from an overview that nobody has touched, as a JSON object; empty for nothing. That is how a reader's
// state keeps it (ReaderState::overview).
std::string write_overview_choice(const OverviewChoice& choice);

struct DecodedOverviewChoice {
  std::optional<OverviewChoice> choice;  // present exactly when no diagnostic is an error
  std::vector<Diagnostic> diagnostics;
};

// Reads what `write_overview_choice` wrote.
DecodedOverviewChoice decode_overview_choice(std::string_view json);

}  // namespace taskscope
