// A widget that shows the bundled catalogue as an overview, and helpers to read and press what is there.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/overview_choice.h"
#include "fixture.h"
#include "view/ui.h"

namespace taskscope::test {

inline std::string catalogue_text() { return read_file(std::string(TASKSCOPE_SOURCE_DIR) + "/assets/catalogue.json"); }

inline std::string key(const std::string& name) { return key_mark + name; }

struct Overviewing : Fixture {
  explicit Overviewing(float its_width = 1200, const std::string& json = catalogue_text()) : Fixture(Profile()) {
    width = its_width;
    std::vector<Diagnostic> diagnostics;
    REQUIRE(dashboard.show_catalogue(json, diagnostics));
    settle();
  }

  OverviewChoice choice() const { return *decode_overview_choice(dashboard.state().overview).choice; }

  const Node* part(std::string_view name) const {
    for (const Node& node : record.nodes())
      if (node.part == name) return &node;
    return nullptr;
  }

  std::vector<std::string> texts_of(Role role, std::string_view part) const {
    std::vector<std::string> all;
    for (const Node& node : record.nodes())
      if (node.role == role && node.part == part) all.push_back(node.text);
    return all;
  }

  void press(const Node* node) {
    REQUIRE(node);
    dashboard.activate(node->id);
    settle();
  }

  void enter(const Node* node, const std::string& text) {
    REQUIRE(node);
    dashboard.enter(node->id, text);
    settle();
  }

  // The batch of discs that the next picture has.
  const DiscBatch* discs() {
    for (const ImDrawList* list : settle().drawing->CmdLists)
      for (const ImDrawCmd& command : list->CmdBuffer)
        if (command.UserCallback == draws_discs) return static_cast<const DiscBatch*>(command.UserCallbackData);
    return nullptr;
  }
  std::uint32_t discs_version() {
    const DiscBatch* batch = discs();
    return batch ? batch->version() : 0;
  }

  const Node* plot() const { return part("mark-plot"); }
  const Node* search() const { return find(Role::text_field, "Search by title or code"); }
  std::vector<std::string> rows() const { return texts_of(Role::button, "open-occupation"); }
  bool says(std::string_view text) const { return texts().find(text) != std::string::npos; }
};

}  // namespace taskscope::test
