// A dashboard as HTML that needs neither a script nor a canvas: what the view records, written out.
#pragma once

#include <string>
#include <string_view>

#include "core/profile.h"

namespace taskscope::tools {

// Text that can stand between tags and in attributes.
std::string escape_html(std::string_view text);

// A `<div class="taskscope">` to stand between the tags of a <task-scope> element; web/task-scope.css is its style. Its
// first heading is of the given level.
std::string html_fragment(const Profile& profile, int first_heading = 2);

// A complete page with its style inside. Its first heading is an h1.
std::string html_page(const Profile& profile);

}  // namespace taskscope::tools
