// One occupation's automation profile as typed data: what the decoder makes, and all that the view ever sees.
// Every text is valid UTF-8; every figure is a finite number in the unit that its name carries.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace taskscope {

// How much a task weighs in an occupation.
enum class Importance { core, important };

// Where a task's automation figure puts it; `band_of` in insight.h has the thresholds.
enum class Band { highly_automatable, strong_pressure, mixed, human_led };

// A market indicator's rating, in order of rising pressure on job seekers.
enum class Rating { stable, mixed, high_pressure };

// What an evidence figure counts: use that was observed, or exposure that was estimated.
enum class EvidenceKind { measured_use, estimated_exposure };

// What an evidence figure is about, nearest first: this occupation, its family, its industry, or only a proxy.
enum class EvidenceMatch { occupation, family, industry, proxy };

struct Indicator {
  std::string name;
  Rating rating = Rating::stable;
  std::string note;  // may be empty
};

struct Market {
  std::string summary;  // may be empty
  std::string covers;   // what the summary is about, as a phrase; may be empty
  std::vector<Indicator> indicators;
};

struct Strategy {
  std::string title;
  std::string text;
};

struct Task {
  std::string name;  // unique within a profile
  Importance importance = Importance::important;
  double automation_percent = 0;  // 0 to 100
  std::string reason;             // why the figure is what it is; may be empty
  std::optional<Band> band;       // the author's own band, where it overrides the threshold's
  std::optional<double> weight;   // what the task counts for in the author's own weighting; above 0
};

struct AiUse {
  std::string title;
  std::vector<std::string> examples;      // the first is the use's lead
  std::vector<std::string> good_options;  // names of tools that suit the use
};

struct Evidence {
  std::string publisher;
  std::string measure;
  double value_percent = 0;  // 0 to 100
  EvidenceKind kind = EvidenceKind::measured_use;
  EvidenceMatch match = EvidenceMatch::proxy;
  std::string note;  // may be empty
  std::optional<int> year;
  std::string url;  // empty, or an https address
};

struct Profile {
  std::string title;
  std::string summary;                      // may be empty
  std::string locale;                       // BCP 47 tag of the profile's texts; may be empty
  std::string date;                         // ISO 8601 calendar date (2026-11-22) of the figures; may be empty
  std::string task_source;                  // whose assessment the tasks' figures are; may be empty
  std::optional<double> adoption_percent;   // 0 to 100: how much of the work AI is used for today
  std::optional<double> potential_percent;  // 0 to 100: how much of the work AI could do
  Market market;
  std::vector<Strategy> strategies;
  std::vector<Task> tasks;
  std::vector<AiUse> ai_uses;
  std::vector<Evidence> evidence;
};

}  // namespace taskscope
