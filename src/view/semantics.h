// What is drawn, recorded: for every heading, text, bar and button its role, words, value, rectangle and action. A page
// mirrors the record as elements, the command line prints it, and tests read it. Rectangles are in device pixels.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "view/geometry.h"

namespace taskscope {

// A node's name from frame to frame: hashed from data, 53 bits long so that a JavaScript number holds it.
using NodeId = std::uint64_t;
NodeId child_id(NodeId parent, std::string_view key);

// The key of a list's item whose name others in the list may share.
std::string item_key(std::size_t index, std::string_view name);

enum class Role {
  document,
  section,  // named by its heading
  heading,
  paragraph,
  text,  // a label, a tag or a figure
  list,
  list_item,
  table,
  row,
  column_header,
  cell,
  meter,
  button,
  link,
};
std::string_view role_name(Role role);

// What pressing a node does. Links need no action of ours: the page follows them.
enum class Action { none, toggle_task, toggle_all_tasks };

// A drawn piece of a node's text, in one line and one font. The pieces' texts, put together, are the node's text.
struct LineBox {
  Rect box;
  std::string text;  // with the blank that the line ended at
  float font_px = 0;
  int font_weight = 400;
};

struct Node {
  NodeId id = 0;
  NodeId parent = 0;
  Role role = Role::text;
  std::string text{};              // what is read, or the name where nothing is drawn as text
  Rect box{};                      // empty for what is recorded but not drawn, such as column headers
  std::vector<LineBox> lines{};    // of drawn text
  int level = 0;                   // of a heading, from 1
  std::optional<double> value{};   // of a meter, in percent
  std::optional<bool> expanded{};  // of a button that opens something
  Action action = Action::none;
  std::string href{};  // of a link
};

// A frame's record: nodes in reading order, parents before their children.
class Semantics {
 public:
  void begin(Node node);
  void end();
  void leaf(Node node);
  const std::vector<Node>& nodes() const { return nodes_; }
  // The rectangle of the innermost open node grows to hold `box`.
  void include(const Rect& box);

 private:
  std::vector<Node> nodes_;
  std::vector<std::size_t> open_;
};

}  // namespace taskscope
