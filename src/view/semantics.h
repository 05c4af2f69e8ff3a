// What is drawn, recorded: for every heading, text, bar and button its role, words, value and rectangle; buttons are
// pressed by their ids. A page mirrors the record as elements, the command line prints it as HTML, and tests read it.
// Rectangles are in device pixels.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
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
  note,  // says in words what the picture says by its looks, or what resting the pointer on it tells
  list,
  list_item,
  table,
  caption,  // of a table; like notes, not drawn as text
  row,
  column_header,
  row_header,
  cell,
  meter,  // a bar; its value stands beside it as text
  scale,  // the ticks beneath a bar
  button,
  link,
  group,   // of buttons that belong together
  slider,  // from 0 to 100
  number_field,
  text_field,
  text_area,
  select,  // holds options
  option,  // what entering it into its select means is its `value`, among the attributes
};

// What readers enter something into.
constexpr bool is_entered(Role role) { return role >= Role::slider && role <= Role::text_area; }

// Names the nodes that are told by their text rather than by what they contain.
constexpr bool is_named(Role role) {
  return role == Role::document || role == Role::section || role == Role::list || role == Role::group ||
         role == Role::select;
}

// A drawn piece of a node's text, in one line and one font. The pieces' texts, put together, are the node's text.
struct LineBox {
  Rect box;
  std::string text;  // with the blank that the line ended at
  float font_px = 0;
  int font_weight = 400;
};

// A further attribute of a node's element. Its name is the program's own; what its value holds is all value.
template <typename Text>
struct AttributeOf {
  Text name, value;
};
using Attribute = AttributeOf<std::string_view>;

template <typename Text, typename Attributes>
struct NodeFields {
  Role role = Role::text;
  Text part{};                     // its place in the design, as style sheets name it; the key, unless given
  Text text{};                     // what is read, or the name where nothing is drawn as text
  Rect box{};                      // empty for what is recorded but not drawn, such as column headers
  int level = 0;                   // of a heading, from 1
  std::optional<double> value{};   // of a meter, in percent
  std::optional<bool> expanded{};  // of a button that opens something
  std::optional<bool> pressed{};   // of a button that is on or off
  bool disabled = false;           // a control that would do nothing now
  bool hidden = false;             // closed at present; activating the node opens it
  int rows = 0;                    // of a long table: how many rows it has; of its rows: the number, from 1
  Text href{};                     // of a link
  Text entry{};                    // of a field: what stands in it; of a slider: its value in words
  Attributes attributes{};         // further ones of the element
  Text language{};                 // of the texts within, as a BCP 47 tag, where known
  Text direction{};                // "rtl" or "ltr" where it is not that of what is around it
};

// What a drawing call says of a node; its texts need to last for the call only, and cost nothing unless recorded.
using NodeSpec = NodeFields<std::string_view, std::span<const Attribute>>;

struct Node : NodeFields<std::string, std::vector<AttributeOf<std::string>>> {
  Node(NodeId own_id, NodeId parent_id, const NodeSpec& spec);

  NodeId id, parent;
  std::vector<LineBox> lines;  // of drawn text
};

// A frame's record: nodes in reading order, parents before their children.
class Semantics {
 public:
  // `key` is the part of a node that names none.
  void begin(NodeId id, std::string_view key, const NodeSpec& spec);
  void end();
  void leaf(NodeId id, std::string_view key, const NodeSpec& spec, std::vector<LineBox> lines);
  const std::vector<Node>& nodes() const { return nodes_; }
  // The rectangle of the innermost open node grows to hold `box`.
  void include(const Rect& box);

 private:
  std::vector<Node> nodes_;
  std::vector<std::size_t> open_;
};

}  // namespace taskscope
