// Catalogues of any shape: few and many occupations, groups and columns, with gaps. Their codes come from one small
// supply, so that one catalogue has some of another's, at other places.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "core/catalogue.h"

namespace taskscope::test {

class RandomCatalogue {
 public:
  explicit RandomCatalogue(std::mt19937& random) : random_(random) {}

  Catalogue make() {
    made_.title = "Catalogue " + std::to_string(random_());
    made_.source = source();
    add_groups();
    add_occupations();
    for (const Quantity quantity : {Quantity::rating, Quantity::people, Quantity::money, Quantity::growth})
      add_columns(quantity);
    if (any(2)) add_tasks();
    if (any(2)) add_related();
    if (any(3) == 0) made_.profiles.push_back({any_row(), "written.json", {}});
    return made_;
  }

 private:
  std::uint32_t any(std::size_t count) { return static_cast<std::uint32_t>(random_() % count); }
  std::uint32_t any_row() { return any(made_.size()); }
  static Provenance source() { return {"P", {}, "2026", {}, "CC BY 4.0", {}, {}}; }

  void add_groups() {
    const std::size_t count = any(4) ? 1 + any(8) : 1 + any(limits::groups);
    for (std::size_t i = 0; i < count; ++i)
      made_.groups.push_back({"g" + std::to_string(i), "Group " + std::to_string(i) + " Occupations"});
  }

  void add_occupations() {
    constexpr std::size_t supply = 60;
    std::vector<std::size_t> numbers(supply);
    std::iota(numbers.begin(), numbers.end(), 0);
    std::shuffle(numbers.begin(), numbers.end(), random_);
    numbers.resize(1 + any(any(2) ? 4 : supply));
    for (const std::size_t number : numbers) {
      made_.codes.append("c" + std::to_string(number));
      made_.titles.append("Occupation " + std::to_string(number) + ", with a title");
      made_.group_of.push_back(static_cast<std::uint16_t>(any(made_.groups.size())));
    }
  }

  double any_figure(const FigureRange& range) {
    if (any(6) == 0) return no_figure;
    if (any(6) == 0) return std::max(0.0, range.least);
    const double share = any(8) ? static_cast<double>(any(1001)) / 1000 : 1;
    return std::round(range.least + share * (any(4) ? std::min(range.most, 1e5) : range.most) * 1e6) / 1e6;
  }

  void add_columns(Quantity quantity) {
    const std::size_t count = any(5) ? any(4) : 0;
    for (std::size_t i = 0; i < count; ++i) {
      FigureColumn& column = made_.columns.emplace_back();
      column.quantity = quantity;
      column.name = "q" + std::to_string(static_cast<int>(quantity)) + "_" + std::to_string(i);
      column.title = "Column " + column.name;
      column.source = source();
      if (quantity == Quantity::money) column.currency = "USD";
      if (quantity == Quantity::rating && any(2)) column.kind = EvidenceKind::estimated_exposure;
      if (quantity == Quantity::rating && i < 2 && any(3)) column.headline = static_cast<Headline>(i);
      for (std::size_t row = 0; row < made_.size(); ++row) column.figures.push_back(any_figure(figure_range(quantity)));
      for (double& figure : column.figures) figure = std::min(figure, figure_range(quantity).most);
    }
  }

  void add_tasks() {
    made_.tasks.source = source();
    for (auto* counts : {&made_.tasks.core, &made_.tasks.other}) {
      counts->resize(made_.size());
      for (LevelCounts& levels : *counts)
        for (std::uint16_t& count : levels) count = static_cast<std::uint16_t>(any(4) ? any(9) : 0);
    }
  }

  void add_related() {
    made_.related_source = source();
    for (std::uint32_t row = 0; row < made_.size(); ++row) {
      std::vector<std::uint32_t> others;
      for (std::uint32_t i = 0; i < 4; ++i) {
        const std::uint32_t other = any_row();
        if (other != row && std::find(others.begin(), others.end(), other) == others.end()) others.push_back(other);
      }
      made_.related.append(others);
    }
  }

  std::mt19937& random_;
  Catalogue made_;
};

inline Catalogue random_catalogue(std::mt19937& random) { return RandomCatalogue(random).make(); }

}  // namespace taskscope::test
