// What a catalogue's row tells of an occupation beyond the profile format: where its headline is from, how its tasks
// are spread over the levels of automation, the market in numbers, and related occupations.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/catalogue.h"
#include "core/profile.h"

namespace taskscope {

// Where a headline figure is from, and what it is about.
struct HeadlineSource {
  std::string measure;  // "Observed use"
  std::string about;    // what is counted, in a sentence; may be empty
  EvidenceKind kind = EvidenceKind::measured_use;
  EvidenceMatch match = EvidenceMatch::occupation;
  Provenance source{};
};

// How many of the occupation's tasks are on each level, T0 to T4.
struct TaskDistribution {
  LevelCounts core{}, other{};
  Provenance source{};
};

// A figure of the market in its own unit.
struct MarketFigure {
  std::string name;                      // "Employment"
  Quantity quantity = Quantity::people;  // never a rating
  double value = 0;                      // people, money, or percent of change
  std::string currency{};                // of money: ISO 4217
  Period period = Period::year;          // of money
  Provenance source{};
};

struct RelatedOccupation {
  std::uint32_t occupation = 0;  // its row in the catalogue
  std::string code;
  std::string title;
};

struct PublicFigures {
  std::string code;
  std::string group;                         // the major group's title
  std::optional<HeadlineSource> adoption{};  // where the profile has one
  std::optional<HeadlineSource> potential{};
  std::optional<TaskDistribution> tasks{};   // none where no task was rated
  std::vector<MarketFigure> market{};        // in the catalogue's order
  std::vector<RelatedOccupation> related{};  // nearest first
  std::vector<std::string> attributions{};   // of the sources used here, each once
};

}  // namespace taskscope
