#include "view/markup.h"

#include <algorithm>

#include "view/format.h"

namespace taskscope {

namespace {

struct Element {
  std::string_view tag;
  std::string_view role;  // said expressly where style could take it away, as browsers do with tables
};

Element element_of(Role role) {
  switch (role) {
    case Role::document:
      return {"div", "group"};
    case Role::section:
      return {"section", ""};
    case Role::heading:
      return {"h", ""};
    case Role::paragraph:
      return {"p", ""};
    case Role::text:
    case Role::note:
      return {"span", ""};
    case Role::list:
      return {"ul", "list"};
    case Role::list_item:
      return {"li", ""};
    case Role::table:
      return {"table", "table"};
    case Role::caption:
      return {"caption", ""};
    case Role::row:
      return {"tr", "row"};
    case Role::column_header:
      return {"th", "columnheader"};
    case Role::cell:
      return {"td", "cell"};
    case Role::meter:
      return {"meter", ""};
    case Role::scale:
      return {"div", ""};
    case Role::button:
      return {"button", ""};
    case Role::link:
      return {"a", ""};
  }
  return {};
}

// A bar's value is said once, by the figure beside it.
bool is_for_eyes_only(Role role) { return role == Role::meter || role == Role::scale; }

}  // namespace

Markup markup_of(const Node& node, int first_heading) {
  const Element element = element_of(node.role);
  Markup markup{std::string(element.tag), {{"class", node.part}}};
  const auto add = [&](std::string_view name, std::string value) {
    markup.attributes.push_back({name, std::move(value)});
  };
  constexpr int deepest_heading = 6;
  if (node.role == Role::heading)
    markup.tag += std::to_string(std::min(node.level - 1 + first_heading, deepest_heading));
  if (!element.role.empty()) add("role", std::string(element.role));
  if (is_named(node.role) && !node.text.empty()) add("aria-label", node.text);
  if (is_for_eyes_only(node.role)) add("aria-hidden", "true");
  if (node.value) {
    add("max", "100");
    add("value", number_text(*node.value, decimals_for({&*node.value, 1})));
  }
  if (node.expanded) add("aria-expanded", *node.expanded ? "true" : "false");
  if (node.rows) add(node.role == Role::table ? "aria-rowcount" : "aria-rowindex", std::to_string(node.rows));
  if (node.role == Role::button) add("type", "button");
  if (node.role == Role::link) {
    add("href", node.href);
    add("target", "_blank");
    add("rel", "noopener noreferrer nofollow");
  }
  return markup;
}

std::string_view text_content(const Node& node) {
  const bool is_leaf = !node.lines.empty() || node.hidden || node.role == Role::note || node.role == Role::caption ||
                       node.role == Role::column_header;
  return is_leaf ? std::string_view(node.text) : std::string_view();
}

}  // namespace taskscope
