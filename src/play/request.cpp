#include "play/request.h"

#include <algorithm>

#include "core/text.h"
#include "view/widgets.h"

namespace taskscope::play {

std::string request_text(const Request& request) {
  const std::string kind = std::to_string(static_cast<int>(request.kind));
  const std::string_view separator(&request_separator, 1);
  std::string text =
      concat({kind, separator, request.file_name, separator, request.media_type, separator, request.content});
  std::replace(text.begin(), text.end(), '\0', ' ');
  return text;
}

void ask_page(Intents& intents, const Request& request) {
  intents.push_back({.action = Action::ask_page, .text = request_text(request)});
}

float draw_notice(Ui& ui, const View& view, const Column& at) {
  if (view.notice.empty()) return at.y;
  return text(ui, at.at(at.y + ui.px(12)), "notice", {view.notice, type::strong_note, ui.colors().ink});
}

}  // namespace taskscope::play
