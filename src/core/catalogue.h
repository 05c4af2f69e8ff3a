// Many occupations with their public figures, for overviews and searches: a country's, or an employer's own. Figures
// and titles only. Plain data in columns; what stands at one place in all of them is one occupation (a row).
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/profile.h"

namespace taskscope {

// What a column's figures count, and so their unit and range.
enum class Quantity {
  rating,  // a share of the work, 0 to 1
  people,  // 0 or more
  money,   // 0 or more, in FigureColumn::currency a FigureColumn::period
  growth,  // a change in percent, -100 or more
};

enum class Period { hour, week, month, year };

// The figure of a profile's headline that a rating stands for where an occupation opens as a profile.
enum class Headline { adoption, potential };

// Where figures come from, and what their licence asks for.
struct Provenance {
  std::string publisher;    // "US Bureau of Labor Statistics"
  std::string work;         // the publication or the data set's name; may be empty
  std::string vintage;      // what time the figures are of, as text: "May 2024", "2024–34"
  std::optional<int> year;  // of publication
  std::string licence;      // "CC BY 4.0", "public domain"
  std::string attribution;  // the sentence that the licence asks for; empty where it asks for none
  std::string url;          // empty, or an https address

  bool operator==(const Provenance&) const = default;
};

// The least and the most that a figure of a quantity can be.
struct FigureRange {
  double least, most;
};
FigureRange figure_range(Quantity quantity);

// The figure that there is not. Comparing with it is always false: ask `is_figure`.
inline constexpr double no_figure = std::numeric_limits<double>::quiet_NaN();
inline bool is_figure(double value) { return !std::isnan(value); }

struct FigureColumn {
  std::string name;   // unique within a catalogue, for links and maps: "observed_use"
  std::string title;  // "Observed use"
  std::string about;  // what is counted, in a sentence; may be empty
  Quantity quantity = Quantity::rating;
  EvidenceKind kind = EvidenceKind::measured_use;   // of ratings
  EvidenceMatch match = EvidenceMatch::occupation;  // of ratings: what each row's figure is about
  std::optional<Headline> headline{};               // of ratings; each headline has one column at most
  std::string currency{};                           // of money: ISO 4217, "USD"
  Period period = Period::year;                     // of money
  Provenance source{};
  std::vector<double> figures{};  // by occupation; no_figure where there is none
};

// Texts behind one another in one string.
class TextColumn {
 public:
  std::size_t size() const { return ends_.size(); }
  // Valid as long as nothing is appended.
  std::string_view operator[](std::size_t row) const {
    const std::uint32_t begin = row == 0 ? 0 : ends_[row - 1];
    return std::string_view(bytes_).substr(begin, ends_[row] - begin);
  }
  void reserve(std::size_t texts, std::size_t bytes) {
    ends_.reserve(texts);
    bytes_.reserve(bytes);
  }
  void append(std::string_view text) {
    bytes_ += text;
    ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  }

 private:
  std::string bytes_;
  std::vector<std::uint32_t> ends_;
};

// A list of rows for each row, behind one another.
class RowLists {
 public:
  std::size_t size() const { return ends_.size(); }
  std::span<const std::uint32_t> operator[](std::size_t row) const {
    const std::size_t begin = row == 0 ? 0 : ends_[row - 1];
    return std::span(rows_).subspan(begin, ends_[row] - begin);
  }
  void append(std::span<const std::uint32_t> rows) {
    rows_.insert(rows_.end(), rows.begin(), rows.end());
    ends_.push_back(static_cast<std::uint32_t>(rows_.size()));
  }

 private:
  std::vector<std::uint32_t> rows_, ends_;
};

// A major group of occupations.
struct Group {
  std::string code;  // unique within a catalogue: "29"
  std::string title;
};

// How far a task can be automated, on the scale of five levels on which GPT-4 rated O*NET's tasks (Eloundou et al.
// 2024, "GPTs are GPTs"): T0, not at all, to T4, wholly; and the share of a task that each stands for.
inline constexpr std::size_t level_count = 5;
inline constexpr std::array<double, level_count> level_shares = {0, 0.25, 0.5, 0.75, 1};

using LevelCounts = std::array<std::uint16_t, level_count>;  // tasks by level

// How many of an occupation's tasks are on each level. Nothing but zeros where nobody rated them.
struct RatedTasks {
  std::vector<LevelCounts> core, other;  // by occupation; both empty where the catalogue has none
  Provenance source;
};

// An occupation that has a profile written by hand, which opens in place of the one made of its row.
struct WrittenProfile {
  std::uint32_t occupation = 0;
  std::string address;                 // https, or relative to the catalogue's own
  std::optional<std::uint32_t> group;  // whose mean the profile's figures about the occupation's family are
};

// The same by codes, which are looked up once all occupations are known.
struct ProfileReference {
  std::string code;
  std::string address;
  std::string family;  // of the group; may be empty
};

struct Catalogue {
  std::string title;        // "Occupations of the United States"
  std::string locale;       // BCP 47 tag of its texts; may be empty
  std::string date;         // ISO 8601 calendar date on which it was put together; may be empty
  std::string code_system;  // what the codes are: "SOC 2018"; may be empty
  std::vector<Group> groups;

  // By occupation; all equally long, and at least 1.
  TextColumn codes;  // unique, short
  TextColumn titles;
  std::vector<std::uint16_t> group_of;  // places in `groups`
  Provenance source;                    // of codes, titles and groups

  std::vector<FigureColumn> columns;  // ratings, people, money, growth, in this order; figures as long as the codes
  RatedTasks tasks;
  RowLists related;  // nearest first; empty where the catalogue has none
  Provenance related_source;
  std::vector<WrittenProfile> profiles;

  std::size_t size() const { return codes.size(); }
};

// The catalogue format, version 1, knows these limits beside core/decode.h's; assets/catalogue.schema.json states them
// too.
namespace limits {
inline constexpr std::size_t occupations = 20'000;
inline constexpr std::size_t groups = 200;
inline constexpr std::size_t columns = 32;              // of one quantity
inline constexpr std::size_t related_occupations = 20;  // of one occupation
inline constexpr std::size_t code_text = 50;            // in code points
}  // namespace limits

// The row of a code, or none. Looks at every row.
std::optional<std::size_t> find_occupation(const Catalogue& catalogue, std::string_view code);

// The place of a group's code, or none.
std::optional<std::uint32_t> find_group(const Catalogue& catalogue, std::string_view code);

// The column that a headline shows; null where there is none.
const FigureColumn* headline_column(const Catalogue& catalogue, Headline headline);

// The first column of a quantity; null where there is none.
const FigureColumn* first_column(const Catalogue& catalogue, Quantity quantity);

// The profile written by hand for an occupation; null where there is none.
const WrittenProfile* written_profile(const Catalogue& catalogue, std::size_t occupation);

// The mean of a group's figures, every occupation counting alike; none where it has no figure.
struct GroupMean {
  std::uint32_t group = 0;
  std::size_t occupations = 0;  // that have a figure
  double mean = 0;              // in the column's unit
};
std::optional<GroupMean> group_mean(const Catalogue& catalogue, const FigureColumn& column, std::uint32_t group);

// Every attribution that the catalogue's licences ask for, each once, in the order of the data.
std::vector<std::string_view> attributions(const Catalogue& catalogue);

}  // namespace taskscope
