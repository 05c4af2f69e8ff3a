#include "view/semantics.h"

#include <utility>

#include "view/hash.h"

namespace taskscope {

NodeId child_id(NodeId parent, std::string_view key) {
  constexpr std::uint64_t mask = (std::uint64_t{1} << 53) - 1;
  return hash_text(parent ^ hash_start, key) & mask;
}

std::string item_key(std::size_t index, std::string_view name) {
  return std::to_string(index) + " " + std::string(name);
}

Node::Node(NodeId own_id, NodeId parent_id, const NodeSpec& spec)
    : NodeFields{.role = spec.role,
                 .part = std::string(spec.part),
                 .text = std::string(spec.text),
                 .box = spec.box,
                 .level = spec.level,
                 .value = spec.value,
                 .expanded = spec.expanded,
                 .pressed = spec.pressed,
                 .disabled = spec.disabled,
                 .hidden = spec.hidden,
                 .rows = spec.rows,
                 .href = std::string(spec.href),
                 .entry = std::string(spec.entry),
                 .language = std::string(spec.language),
                 .direction = std::string(spec.direction)},
      id(own_id),
      parent(parent_id) {
  for (const Attribute& one : spec.attributes) attributes.push_back({std::string(one.name), std::string(one.value)});
}

void Semantics::begin(NodeId id, std::string_view key, const NodeSpec& spec) {
  leaf(id, key, spec, {});
  open_.push_back(nodes_.size() - 1);
}

void Semantics::end() {
  const Rect box = nodes_[open_.back()].box;
  open_.pop_back();
  include(box);
}

void Semantics::leaf(NodeId id, std::string_view key, const NodeSpec& spec, std::vector<LineBox> lines) {
  // Notes and captions lie where the things are that they are about, and a bar may be anywhere in its row.
  const bool is_apart =
      spec.hidden || spec.role == Role::note || spec.role == Role::caption || spec.role == Role::meter;
  if (!is_apart) include(spec.box);
  Node& node = nodes_.emplace_back(id, open_.empty() ? 0 : nodes_[open_.back()].id, spec);
  if (node.part.empty()) node.part = key;
  node.lines = std::move(lines);
}

void Semantics::include(const Rect& box) {
  if (open_.empty() || box.width <= 0 || box.height <= 0) return;
  Rect& outer = nodes_[open_.back()].box;
  outer = outer.width > 0 ? united(outer, box) : box;
}

}  // namespace taskscope
