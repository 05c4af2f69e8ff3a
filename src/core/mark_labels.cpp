#include "core/mark_labels.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>

namespace taskscope {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

bool is_within(const Rect& inner, const Rect& outer) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() && inner.bottom() <= outer.bottom();
}

// Whether the disc and the rectangle have more in common than an edge.
bool is_covered(const Mark& mark, const Rect& rect) {
  const float dx = mark.x - std::clamp(mark.x, rect.x, rect.right());
  const float dy = mark.y - std::clamp(mark.y, rect.y, rect.bottom());
  return dx * dx + dy * dy < mark.radius * mark.radius;
}

Rect box_of(const Mark& mark) { return {mark.x - mark.radius, mark.y - mark.radius, 2 * mark.radius, 2 * mark.radius}; }

// Sides in the order in which they are tried.
std::array<LabelSide, 8> sides_from(LabelSide preferred) {
  std::array<LabelSide, 8> sides = all_label_sides;
  const auto at = std::find(sides.begin(), sides.end(), preferred);
  if (at != sides.end()) std::rotate(sides.begin(), at, at + 1);
  return sides;
}

// Rectangles that are taken, listed in the cells that they touch.
class TakenRects {
 public:
  explicit TakenRects(const Rect& area)
      : area_(area),
        columns_(cells_along(area.width)),
        rows_(cells_along(area.height)),
        heads_(columns_ * rows_, none) {}

  void take(const Rect& rect) {
    const auto index = static_cast<std::uint32_t>(rects_.size());
    rects_.push_back(rect);
    visit_cells(rect, [&](std::uint32_t& head) {
      entries_.push_back({index, head});
      head = static_cast<std::uint32_t>(entries_.size() - 1);
      return false;
    });
  }

  bool is_taken(const Rect& rect) {
    return visit_cells(rect, [&](std::uint32_t head) {
      for (std::uint32_t i = head; i != none; i = entries_[i].next)
        if (rects_[entries_[i].rect].intersects(rect)) return true;
      return false;
    });
  }

 private:
  static constexpr float cell_size = 64;  // pixels; a name touches two or three

  struct Entry {
    std::uint32_t rect = 0, next = none;
  };

  static std::size_t cells_along(float length) {
    return static_cast<std::size_t>(std::clamp(std::ceil(length / cell_size), 1.0f, 256.0f));
  }

  static std::size_t cell_at(float distance, std::size_t cells) {
    return static_cast<std::size_t>(std::clamp(distance / cell_size, 0.0f, static_cast<float>(cells - 1)));
  }

  // Until `visit` gives back true, which is then given back.
  template <typename Visit>
  bool visit_cells(const Rect& rect, Visit visit) {
    const std::size_t right = cell_at(rect.right() - area_.x, columns_);
    const std::size_t bottom = cell_at(rect.bottom() - area_.y, rows_);
    for (std::size_t row = cell_at(rect.y - area_.y, rows_); row <= bottom; ++row)
      for (std::size_t column = cell_at(rect.x - area_.x, columns_); column <= right; ++column)
        if (visit(heads_[row * columns_ + column])) return true;
    return false;
  }

  Rect area_;
  std::size_t columns_, rows_;
  std::vector<std::uint32_t> heads_;  // by cell
  std::vector<Entry> entries_;
  std::vector<Rect> rects_;
};

// Whether another mark is under the rectangle.
bool covers_any(const Rect& rect, std::size_t own, std::span<const Mark> marks, const MarkGrid& grid) {
  bool covers = false;
  grid.visit_near(rect, [&](std::size_t i) { return covers = covers || (i != own && is_covered(marks[i], rect)); });
  return covers;
}

class LabelPlacer {
 public:
  LabelPlacer(std::span<const Mark> marks, const MarkGrid& grid, const Rect& plot, const LabelRules& rules)
      : marks_(marks), grid_(grid), plot_(plot), rules_(rules), names_(plot) {
    for (const Rect& rect : rules.taken) names_.take(rect);
  }

  std::optional<PlacedLabel> place(const MarkLabel& label) {
    const Mark& mark = marks_[label.mark];
    if (!is_shown(mark) || !plot_.contains(mark.x, mark.y) || names_.is_taken(box_of(mark))) return std::nullopt;
    for (const LabelSide side : sides_from(label.preferred)) {
      if (static_cast<std::size_t>(side) >= rules_.sides) continue;
      const Rect rect = label_rect(mark, label, side, rules_.gap);
      if (!is_within(rect, plot_) || names_.is_taken(rect.grown(rules_.gap))) continue;
      if (covers_any(rect, label.mark, marks_, grid_)) continue;
      names_.take(rect);
      return PlacedLabel{0, side, rect};
    }
    return std::nullopt;
  }

 private:
  std::span<const Mark> marks_;
  const MarkGrid& grid_;
  Rect plot_;
  const LabelRules& rules_;
  TakenRects names_;
};

}  // namespace

Rect label_rect(const Mark& mark, const MarkLabel& label, LabelSide side, float gap) {
  const float away = mark.radius + gap, aslant = away * std::numbers::sqrt2_v<float> / 2;
  const Rect middle = {mark.x - label.width / 2, mark.y - label.height / 2, label.width, label.height};
  switch (side) {
    case LabelSide::right:
      return {mark.x + away, middle.y, label.width, label.height};
    case LabelSide::left:
      return {mark.x - away - label.width, middle.y, label.width, label.height};
    case LabelSide::above:
      return {middle.x, mark.y - away - label.height, label.width, label.height};
    case LabelSide::below:
      return {middle.x, mark.y + away, label.width, label.height};
    case LabelSide::above_right:
      return {mark.x + aslant, mark.y - aslant - label.height, label.width, label.height};
    case LabelSide::below_right:
      return {mark.x + aslant, mark.y + aslant, label.width, label.height};
    case LabelSide::above_left:
      return {mark.x - aslant - label.width, mark.y - aslant - label.height, label.width, label.height};
    case LabelSide::below_left:
      return {mark.x - aslant - label.width, mark.y + aslant, label.width, label.height};
  }
  return middle;
}

bool has_room(const MarkLabel& label, std::span<const Mark> marks, const MarkGrid& grid, const Rect& plot,
              const LabelRules& rules) {
  const std::span<const LabelSide> sides = std::span(all_label_sides).first(rules.sides);
  return std::any_of(sides.begin(), sides.end(), [&](LabelSide side) {
    const Rect rect = label_rect(marks[label.mark], label, side, rules.gap);
    return is_within(rect, plot) && !covers_any(rect, label.mark, marks, grid);
  });
}

Rect label_beside(const Mark& mark, const MarkLabel& label, const Rect& plot, float gap) {
  for (const LabelSide side : sides_from(label.preferred)) {
    const Rect rect = label_rect(mark, label, side, gap);
    if (is_within(rect, plot)) return rect;
  }
  Rect rect = label_rect(mark, label, label.preferred, gap);
  rect.x = std::max(plot.x, std::min(rect.x, plot.right() - rect.width));
  rect.y = std::max(plot.y, std::min(rect.y, plot.bottom() - rect.height));
  return rect;
}

std::vector<PlacedLabel> place_mark_labels(std::span<const MarkLabel> labels, std::span<const Mark> marks,
                                           const MarkGrid& grid, const Rect& plot, const LabelRules& rules) {
  LabelPlacer placer(marks, grid, plot, rules);
  std::vector<PlacedLabel> placed;
  for (std::size_t i = 0; i < labels.size() && placed.size() < rules.most_labels; ++i) {
    std::optional<PlacedLabel> label = placer.place(labels[i]);
    if (!label) continue;
    label->label = i;
    placed.push_back(*label);
  }
  return placed;
}

}  // namespace taskscope
