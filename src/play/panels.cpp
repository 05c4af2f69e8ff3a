#include "play/panels.h"

namespace taskscope::play {

const PlayPanels panels = {{draw_adoption_made, draw_potential_made, draw_week, draw_guess, draw_class}};

}  // namespace taskscope::play
