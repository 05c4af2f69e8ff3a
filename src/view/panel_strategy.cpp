// One way to steer a career.
#include <string>

#include "view/panels.h"
#include "view/widgets.h"

namespace taskscope {

float draw_strategy(Ui& ui, std::size_t index, const Strategy& strategy, const Column& at) {
  Scope scope(ui, item_key(index, strategy.title),
              {.role = Role::section, .part = "card", .text = strategy.title, .language = ui.profile_language()});
  const float y = heading(ui, at, "heading", strategy.title, 3, type::heading) + ui.px(8);
  return text(ui, at.at(y), "text", {strategy.text, type::body, ui.colors().ink});
}

}  // namespace taskscope
