// How recorded nodes are written as HTML: the one mapping for the page's mirror and for static pages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "view/semantics.h"

namespace taskscope {

struct Attribute {
  std::string_view name;
  std::string value;
};

struct Markup {
  std::string tag;
  std::vector<Attribute> attributes;
};

// The element for a node. The record's first heading is an h2 unless told otherwise: the page's own stands above it.
Markup markup_of(const Node& node, int first_heading = 2);

// The text that an element of the node holds by itself, whether its lines are known or not; empty for nodes that are
// named by an attribute, hold other nodes, or have none.
std::string_view text_content(const Node& node);

}  // namespace taskscope
