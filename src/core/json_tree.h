// JSON text as a tree in which every value knows where it stands. Knows nothing of profiles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace taskscope {

enum class JsonKind : std::uint8_t { null, boolean, number, text, list, object };

using NodeId = std::uint32_t;
inline constexpr NodeId no_node = static_cast<NodeId>(-1);

// One value. Offsets are in bytes from the start of the text.
struct JsonNode {
  JsonKind kind = JsonKind::null;
  double number = 0;             // of a number
  std::string text;              // of a text, escapes resolved
  std::string key;               // of an object's field
  std::uint32_t offset = 0;      // where the value starts
  std::uint32_t key_offset = 0;  // where the field's name starts; the value's offset where there is none
  std::uint32_t index = 0;       // place within the parent, from 0
  std::uint32_t children = 0;    // how many a list or an object has
  NodeId parent = no_node;
  NodeId first_child = no_node;
  NodeId last_child = no_node;
  NodeId next = no_node;  // the parent's next child
};

// The nodes in the order of the text; the first one is the whole document's value.
class JsonTree {
 public:
  const JsonNode& root() const { return nodes_.front(); }
  const JsonNode& node(NodeId id) const { return nodes_[id]; }

  // for (const JsonNode* child = tree.first_child(list); child != nullptr; child = tree.next(*child))
  const JsonNode* first_child(const JsonNode& parent) const { return at(parent.first_child); }
  const JsonNode* next(const JsonNode& child) const { return at(child.next); }

  // An object's field; the last one where the name is there more than once, as JSON readers usually take it.
  const JsonNode* field(const JsonNode& object, std::string_view name) const;

  // RFC 6901, such as "/tasks/3/automation". Empty for the root, and for no node at all.
  std::string pointer(NodeId id) const;
  std::string pointer(const JsonNode& node) const;

  std::size_t size() const { return nodes_.size(); }
  void reserve(std::size_t nodes) { nodes_.reserve(nodes); }

  // Appends a node as the last child of its parent, which must be in the tree already.
  NodeId append(JsonNode&& node);

 private:
  const JsonNode* at(NodeId id) const { return id == no_node ? nullptr : &nodes_[id]; }

  std::vector<JsonNode> nodes_;
};

// Why a text could not be read to its end.
struct JsonProblem {
  const char* code;
  std::size_t offset;
  std::string message;
  std::string pointer;  // of the innermost list or object that was open
};

struct JsonDocument {
  JsonTree tree;  // complete where there is no problem
  std::optional<JsonProblem> problem;
};

// A number as its author wrote it, shortened where it is very long.
std::string_view number_literal(std::string_view text, const JsonNode& number);

// A list or an object as it is written.
std::string_view json_text(std::string_view text, const JsonNode& node);

// Reads valid UTF-8 without a byte order mark.
JsonDocument read_json(std::string_view text);

}  // namespace taskscope
