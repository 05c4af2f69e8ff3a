// What a catalogue's row tells of an occupation beyond the profile format: where its headline is from, how its tasks
// are spread over the levels of automation, the market in numbers, and related occupations.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/catalogue.h"
#include "core/profile.h"

namespace taskscope {

// What a public figure counts, what it is about, and where it is from.
struct FigureSource {
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

// The mean over a major group of occupations, every one counting alike.
struct FamilyMean {
  std::string group;  // its title
  std::size_t occupations = 0;
  double percent = 0;
};

enum class PairedFigure { adoption, potential, evidence };

// A figure of a profile written by hand beside the public one that answers the same question.
struct FigurePair {
  PairedFigure figure = PairedFigure::adoption;
  std::size_t evidence = 0;            // its place in the profile, of evidence: there is its kind and match
  double profile_percent = 0;          // 0 to 100
  double public_percent = 0;           // 0 to 100
  FigureSource source{};               // of the public one
  std::optional<FamilyMean> family{};  // of the public figures, where the profile's is about the occupation's family
};

struct PublicFigures {
  std::string code;
  std::string group;                       // the major group's title
  std::optional<FigureSource> adoption{};  // of the headline, where it is a public figure
  std::optional<FigureSource> potential{};
  std::optional<TaskDistribution> tasks{};   // none where no task was rated
  std::vector<MarketFigure> market{};        // in the catalogue's order
  std::vector<RelatedOccupation> related{};  // nearest first
  std::vector<FigurePair> differing{};       // of a profile written by hand: where it and its row differ
  std::vector<std::string> attributions{};   // of the sources used here, each once
};

}  // namespace taskscope
