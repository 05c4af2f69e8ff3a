// Catalogues of as many groups as the format allows: each counts for itself, can be hidden, and is kept.
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "core/catalogue_write.h"
#include "core/state_code.h"
#include "overview_fixture.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

// Group number n has n % 3 + 1 occupations.
std::size_t occupations_in(std::size_t group) { return group % 3 + 1; }

std::string name_of(std::size_t group) { return "Group-" + std::to_string(group) + "."; }

Catalogue catalogue_with(std::size_t groups) {
  Catalogue catalogue;
  catalogue.title = "Groups";
  catalogue.source.publisher = catalogue.source.vintage = catalogue.source.licence = "P";
  FigureColumn share;
  share.name = "share";
  share.title = "Share";
  share.source = catalogue.source;
  for (std::size_t group = 0; group < groups; ++group) {
    catalogue.groups.push_back({"g" + std::to_string(group), name_of(group)});
    for (std::size_t i = 0; i < occupations_in(group); ++i) {
      const std::string code = std::to_string(group) + "-" + std::to_string(i);
      catalogue.codes.append(code);
      catalogue.titles.append("Job " + code);
      catalogue.group_of.push_back(static_cast<std::uint16_t>(group));
      share.figures.push_back(0.5);
    }
  }
  catalogue.columns = {share};
  return catalogue;
}

}  // namespace

TEST_CASE("every group is counted for itself, can be hidden, and is kept in states and links") {
  for (const std::size_t groups : {2u, 63u, 64u, 65u, 128u, 200u}) {
    CAPTURE(groups);
    const Catalogue catalogue = catalogue_with(groups);
    Overviewing f(1200, write_catalogue(catalogue));
    const std::string all = std::to_string(catalogue.size()), of_all = " of " + all + " occupations";
    for (std::size_t group = 0; group < groups; ++group) {
      CAPTURE(group);
      const Node* button = f.find(Role::button, name_of(group));
      REQUIRE(button);
      const auto count = [&](const Node& node) { return node.parent == button->id && node.role == Role::note; };
      const auto& nodes = f.record.nodes();
      const auto told = std::find_if(nodes.begin(), nodes.end(), count);
      REQUIRE(told != nodes.end());
      CHECK(told->text == std::to_string(occupations_in(group)));
    }
    for (const std::size_t group : {groups - 1, groups / 2, std::size_t{0}}) {
      CAPTURE(group);
      f.press(f.find(Role::button, name_of(group)));
      CHECK(f.says(std::to_string(catalogue.size() - occupations_in(group)) + of_all));
      CHECK(f.find(Role::button, name_of(group))->pressed == false);
      f.press(f.find(Role::button, name_of(group)));
      CHECK(f.says(all + of_all));
    }
    OverviewChoice choice;
    for (std::size_t group = 1; group < groups; ++group) choice.hidden_groups.push_back(catalogue.groups[group].code);
    ReaderState state;
    state.overview = write_overview_choice(choice);
    const auto read = read_state_code(state_code(state, f.dashboard.profile()), f.dashboard.profile());
    REQUIRE(read);
    f.dashboard.set_state(*read);
    f.settle();
    CHECK(f.dashboard.state() == state);
    CHECK(f.says("1 of " + all + " occupation"));
    for (const PlotShape shape : {PlotShape::treemap, PlotShape::strip}) {
      choice.shape = shape;
      state.overview = write_overview_choice(choice);
      f.dashboard.set_state(state);
      f.settle();
      CHECK(f.says("1 of " + all + " occupation"));
    }
  }
}
