#include "core/catalogue_profile.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "core/task_list.h"

namespace taskscope {
namespace {

constexpr double percent = 100;  // of a share

std::optional<double> percent_of(const FigureColumn* column, std::size_t row) {
  if (column == nullptr || !is_figure(column->figures[row])) return std::nullopt;
  return column->figures[row] * percent;
}

FigureSource source_of(const FigureColumn& column) {
  return {column.title, column.about, column.kind, column.match, column.source};
}

Evidence evidence_of(const FigureColumn& column, double value_percent) {
  return {column.source.publisher, column.title,     value_percent, column.kind, column.match, column.about,
          column.source.year,      column.source.url};
}

std::optional<TaskDistribution> tasks_of(const Catalogue& catalogue, std::size_t row) {
  const RatedTasks& tasks = catalogue.tasks;
  if (tasks.core.empty()) return std::nullopt;
  const auto is_rated = [](std::uint16_t count) { return count > 0; };
  const LevelCounts &core = tasks.core[row], &other = tasks.other[row];
  if (std::none_of(core.begin(), core.end(), is_rated) && std::none_of(other.begin(), other.end(), is_rated))
    return std::nullopt;
  return TaskDistribution{core, other, tasks.source};
}

std::vector<MarketFigure> market_of(const Catalogue& catalogue, std::size_t row) {
  std::vector<MarketFigure> market;
  for (const FigureColumn& column : catalogue.columns) {
    if (column.quantity == Quantity::rating || !is_figure(column.figures[row])) continue;
    market.push_back(
        {column.title, column.quantity, column.figures[row], column.currency, column.period, column.source});
  }
  return market;
}

std::vector<RelatedOccupation> related_to(const Catalogue& catalogue, std::size_t row) {
  std::vector<RelatedOccupation> related;
  if (catalogue.related.size() == 0) return related;
  related.reserve(catalogue.related[row].size());
  for (const std::uint32_t other : catalogue.related[row])
    related.push_back({other, std::string(catalogue.codes[other]), std::string(catalogue.titles[other])});
  return related;
}

void add_attribution(std::vector<std::string>& list, const Provenance& source) {
  const std::string& attribution = source.attribution;
  if (!attribution.empty() && std::find(list.begin(), list.end(), attribution) == list.end())
    list.push_back(attribution);
}

std::vector<std::string> attributions_of(const Catalogue& catalogue, std::size_t row, const PublicFigures& figures) {
  std::vector<std::string> list;
  add_attribution(list, catalogue.source);
  for (const FigureColumn& column : catalogue.columns)
    if (is_figure(column.figures[row])) add_attribution(list, column.source);
  if (figures.tasks) add_attribution(list, figures.tasks->source);
  if (!figures.related.empty()) add_attribution(list, catalogue.related_source);
  return list;
}

// All but the headline's sources and the differences.
PublicFigures common_figures(const Catalogue& catalogue, std::size_t row) {
  PublicFigures figures;
  figures.code = catalogue.codes[row];
  figures.group = catalogue.groups[catalogue.group_of[row]].title;
  figures.tasks = tasks_of(catalogue, row);
  figures.market = market_of(catalogue, row);
  figures.related = related_to(catalogue, row);
  figures.attributions = attributions_of(catalogue, row, figures);
  return figures;
}

std::optional<FamilyMean> family_mean(const Catalogue& catalogue, const FigureColumn& column, std::size_t row) {
  const WrittenProfile* profile = written_profile(catalogue, row);
  if (profile == nullptr || !profile->group) return std::nullopt;
  const std::optional<GroupMean> mean = group_mean(catalogue, column, *profile->group);
  if (!mean) return std::nullopt;
  return FamilyMean{catalogue.groups[*profile->group].title, mean->occupations, mean->mean * percent};
}

// A profile's figure with the column's, where they differ.
std::optional<FigurePair> pair_of(double profile_percent, const FigureColumn* column, std::size_t row) {
  const std::optional<double> public_percent = percent_of(column, row);
  if (!public_percent || std::abs(*public_percent - profile_percent) < least_difference_points) return std::nullopt;
  FigurePair pair;
  pair.profile_percent = profile_percent;
  pair.public_percent = *public_percent;
  pair.source = source_of(*column);
  return pair;
}

void add_headline_pair(std::vector<FigurePair>& pairs, PairedFigure figure, const std::optional<double>& value,
                       const FigureColumn* column, std::size_t row) {
  if (!value) return;
  std::optional<FigurePair> pair = pair_of(*value, column, row);
  if (!pair) return;
  pair->figure = figure;
  pairs.push_back(std::move(*pair));
}

bool is_about_the_same(const Evidence& evidence, const FigureColumn& column) {
  return column.quantity == Quantity::rating && column.kind == evidence.kind &&
         folded(column.source.publisher) == folded(evidence.publisher);
}

}  // namespace

Profile profile_of_row(const Catalogue& catalogue, std::size_t occupation) {
  const FigureColumn* adoption = headline_column(catalogue, Headline::adoption);
  const FigureColumn* potential = headline_column(catalogue, Headline::potential);
  Profile profile;
  profile.title = catalogue.titles[occupation];
  profile.locale = catalogue.locale;
  profile.date = catalogue.date;
  profile.adoption_percent = percent_of(adoption, occupation);
  profile.potential_percent = percent_of(potential, occupation);
  for (const FigureColumn& column : catalogue.columns) {
    const std::optional<double> value = percent_of(&column, occupation);
    if (column.quantity == Quantity::rating && !column.headline && value)
      profile.evidence.push_back(evidence_of(column, *value));
  }
  return profile;
}

PublicFigures figures_of_row(const Catalogue& catalogue, std::size_t occupation) {
  PublicFigures figures = common_figures(catalogue, occupation);
  const FigureColumn* adoption = headline_column(catalogue, Headline::adoption);
  const FigureColumn* potential = headline_column(catalogue, Headline::potential);
  if (percent_of(adoption, occupation)) figures.adoption = source_of(*adoption);
  if (percent_of(potential, occupation)) figures.potential = source_of(*potential);
  return figures;
}

PublicFigures figures_beside(const Profile& written, const Catalogue& catalogue, std::size_t occupation) {
  PublicFigures figures = common_figures(catalogue, occupation);
  figures.differing = differing_figures(written, catalogue, occupation);
  return figures;
}

std::vector<FigurePair> differing_figures(const Profile& written, const Catalogue& catalogue, std::size_t occupation) {
  std::vector<FigurePair> pairs;
  add_headline_pair(pairs, PairedFigure::adoption, written.adoption_percent,
                    headline_column(catalogue, Headline::adoption), occupation);
  add_headline_pair(pairs, PairedFigure::potential, written.potential_percent,
                    headline_column(catalogue, Headline::potential), occupation);
  for (std::size_t i = 0; i < written.evidence.size(); ++i) {
    for (const FigureColumn& column : catalogue.columns) {
      if (!is_about_the_same(written.evidence[i], column)) continue;
      std::optional<FigurePair> pair = pair_of(written.evidence[i].value_percent, &column, occupation);
      if (!pair) continue;
      pair->figure = PairedFigure::evidence;
      pair->evidence = i;
      if (written.evidence[i].match == EvidenceMatch::family) pair->family = family_mean(catalogue, column, occupation);
      pairs.push_back(std::move(*pair));
    }
  }
  return pairs;
}

}  // namespace taskscope
