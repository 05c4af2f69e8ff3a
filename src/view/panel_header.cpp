// The title and what it comes down to; and at the dashboard's end, where its figures are from.
#include <algorithm>
#include <string>

#include "core/text.h"
#include "view/labels.h"
#include "view/panels.h"
#include "view/widgets.h"

namespace taskscope {

float draw_header(Ui& ui, const View& view, const Column& at) {
  constexpr float comfortable_measure = 700;  // CSS pixels: longer lines are hard to follow
  const TextStyle style = view.breadth == Breadth::tight ? type::small_title : type::title;
  const float y = heading(ui, at, "title", view.profile.title, 1, style);
  const Column below{at.x, y + ui.px(4), std::min(at.width, ui.px(comfortable_measure))};
  if (view.profile.summary.empty()) return y;
  return text(ui, below, "summary", {view.profile.summary, type::summary, ui.colors().muted});
}

float draw_footer(Ui& ui, const View& view, const Column& at) {
  float y = at.y;
  if (!view.insight.publishers.empty()) {
    std::string sources(labels::sources);
    for (const std::string& publisher : view.insight.publishers) {
      if (&publisher != &view.insight.publishers.front()) sources += ", ";
      sources += publisher;
    }
    y = text(ui, at, "sources", {sources, type::note, ui.colors().muted});
  }
  if (view.profile.date.empty()) return y;
  const std::string as_of = concat({labels::as_of, view.profile.date});
  return text(ui, at.at(y), "date", {as_of, type::note, ui.colors().muted});
}

}  // namespace taskscope
