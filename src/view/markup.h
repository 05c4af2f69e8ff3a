// How recorded nodes are written as HTML: the one mapping for the page's mirror and for static pages.
#pragma once

#include <string>
#include <string_view>

#include "view/format.h"
#include "view/semantics.h"

namespace taskscope {

// The element for a node. The record's first heading is an h2 unless told otherwise: the page's own stands above it.
std::string tag_of(const Node& node, int first_heading = 2);

// The role where style could take the element's own away, as browsers do with tables; else empty.
std::string_view aria_role(Role role);

// The text that an element of the node holds by itself, whether its lines are known or not; empty for nodes that are
// named by an attribute, hold other nodes, or have none.
std::string_view text_content(const Node& node);

// Calls `add(name, value)` for each of the element's attributes.
template <typename Add>
void for_each_attribute(const Node& node, Add add) {
  add("class", node.part);
  if (!aria_role(node.role).empty()) add("role", aria_role(node.role));
  if (!node.language.empty()) add("lang", node.language);
  if (!node.direction.empty()) add("dir", node.direction);
  if (is_named(node.role) && !node.text.empty()) add("aria-label", node.text);
  if (is_entered(node.role)) {
    add("aria-label", node.text);
    if (node.role != Role::text_area) add("type", node.role == Role::slider ? "range" : "text");
    if (node.role == Role::slider) add("aria-valuetext", node.entry);
    if (node.role != Role::slider) {
      add("data-value", node.entry);  // `value` would be shown even while the reader is about to type
      add("autocomplete", "off");
      add("spellcheck", "false");
    }
  }
  for (const auto& [name, value] : node.attributes) add(name, value);
  if (node.disabled) add("aria-disabled", "true");
  if (node.disabled && is_entered(node.role)) add("readonly", "");
  // A bar's value is said once, by the figure beside it.
  if (node.role == Role::meter || node.role == Role::scale) add("aria-hidden", "true");
  if (node.value) {
    add("max", "100");
    add("value", plain_number(*node.value, decimals_for({&*node.value, 1})));
  }
  if (node.expanded) add("aria-expanded", *node.expanded ? "true" : "false");
  if (node.pressed) add("aria-pressed", *node.pressed ? "true" : "false");
  if (node.rows) add(node.role == Role::table ? "aria-rowcount" : "aria-rowindex", std::to_string(node.rows));
  if (node.role == Role::button) add("type", "button");
  if (node.role == Role::link) {
    add("href", node.href);
    add("target", "_blank");
    add("rel", "noopener noreferrer nofollow");
  }
}

}  // namespace taskscope
