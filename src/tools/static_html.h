// A dashboard as HTML that needs neither a script nor a canvas: what the view records, written out.
#pragma once

#include <string>

#include "core/profile.h"

namespace taskscope::tools {

// A `<div class="taskscope">` to stand between the tags of a <task-scope> element; web/task-scope.css is its style. Its
// first heading is an h2.
std::string html_fragment(const Profile& profile);

// A complete page with its style inside. Its first heading is an h1.
std::string html_page(const Profile& profile);

}  // namespace taskscope::tools
