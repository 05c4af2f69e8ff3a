#include "view/markup.h"

#include <algorithm>
#include <array>

namespace taskscope {

namespace {

struct Element {
  std::string_view tag, aria_role;
};

constexpr std::array<Element, 25> elements = {{
    {"div", "group"},        // document
    {"section", ""},         // section
    {"h", ""},               // heading, with its level
    {"p", ""},               // paragraph
    {"span", ""},            // text
    {"span", ""},            // note
    {"ul", "list"},          // list
    {"li", ""},              // list_item
    {"table", "table"},      // table
    {"caption", ""},         // caption
    {"tr", "row"},           // row
    {"th", "columnheader"},  // column_header
    {"th", "rowheader"},     // row_header
    {"td", "cell"},          // cell
    {"meter", ""},           // meter
    {"div", ""},             // scale
    {"button", ""},          // button
    {"a", ""},               // link
    {"div", "group"},        // group
    {"input", ""},           // slider
    {"input", ""},           // number_field
    {"input", ""},           // text_field
    {"textarea", ""},        // text_area
    {"select", ""},          // select
    {"option", ""},          // option
}};

const Element& element_of(Role role) { return elements[static_cast<std::size_t>(role)]; }

}  // namespace

std::string tag_of(const Node& node, int first_heading) {
  constexpr int deepest_heading = 6;
  std::string tag(element_of(node.role).tag);
  if (node.role == Role::heading) tag += std::to_string(std::min(node.level - 1 + first_heading, deepest_heading));
  return tag;
}

std::string_view aria_role(Role role) { return element_of(role).aria_role; }

std::string_view text_content(const Node& node) {
  const bool is_leaf = !node.lines.empty() || node.hidden || node.role == Role::note || node.role == Role::caption ||
                       node.role == Role::option || (node.role == Role::column_header && node.attributes.empty());
  return is_leaf ? std::string_view(node.text) : std::string_view();
}

}  // namespace taskscope
