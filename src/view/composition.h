// Where the sections stand: one function from a profile to the whole dashboard.
#pragma once

#include "view/panels.h"
#include "view/ui.h"

namespace taskscope {

Breadth breadth_of(const Theme& theme, float width);

// Draws all sections that the profile has something for into `width` device pixels. Returns the height.
float draw_dashboard(Ui& ui, const View& view, float width, Intents& intents);

}  // namespace taskscope
