#include "core/treemap.h"

#include <algorithm>
#include <cmath>

#include "core/order.h"

namespace taskscope {
namespace {

// In double: a strip's rounding would otherwise add up over thousands of rows.
struct Space {
  double x = 0, y = 0, width = 0, height = 0;

  double area() const { return width * height; }
  double shorter_side() const { return std::min(width, height); }
};

// The edges are rounded, not the sides, so that neighbours share them.
Rect rect_of(const Space& space) {
  const auto x = static_cast<float>(space.x), y = static_cast<float>(space.y);
  return {x, y, static_cast<float>(space.x + space.width) - x, static_cast<float>(space.y + space.height) - y};
}

double weight_of(float weight) { return std::isfinite(weight) && weight > 0 ? static_cast<double>(weight) : 0; }

// The places of the weights above 0, heaviest first.
std::vector<std::size_t> heaviest_first(std::span<const double> weights) {
  std::vector<double> keys;
  keys.reserve(weights.size());
  for (const double weight : weights) keys.push_back(-weight);
  std::vector<std::size_t> order = ascending_order(keys);
  while (!order.empty() && weights[order.back()] == 0) order.pop_back();
  return order;
}

// The ratio of sides of the row's least square rectangle: of the heaviest or the lightest. All are areas.
double worst_ratio(double side, double row, double heaviest, double lightest) {
  return std::max(side * side * heaviest / (row * row), row * row / (side * side * lightest));
}

// Lays rows of what is left into what is left of the space.
class Squarifier {
 public:
  // The places in `order`, the largest area first; all above 0, and together as large as the space.
  Squarifier(std::span<const double> areas, std::span<const std::size_t> order, const Space& space)
      : areas_(areas), order_(order), left_(space) {}

  void lay_into(std::vector<Space>& spaces) {
    while (begin_ < order_.size()) lay_row(next_row_end(), spaces);
  }

 private:
  double area(std::size_t place) const { return areas_[order_[place]]; }

  // Sets row_, the row's area.
  std::size_t next_row_end() {
    const double side = left_.shorter_side(), heaviest = area(begin_);
    row_ = heaviest;
    std::size_t end = begin_ + 1;
    for (; end < order_.size(); ++end) {
      const double longer = row_ + area(end);
      if (worst_ratio(side, longer, heaviest, area(end)) > worst_ratio(side, row_, heaviest, area(end - 1))) break;
      row_ = longer;
    }
    return end;
  }

  // Along the shorter side, at the left or at the top. The last row takes all that is left, whatever was rounded.
  void lay_row(std::size_t end, std::vector<Space>& spaces) {
    const bool is_column = left_.width >= left_.height;
    const double along = left_.shorter_side(), across = is_column ? left_.width : left_.height;
    const double thickness = end == order_.size() || along <= 0 ? across : std::min(row_ / along, across);
    double done = 0;
    for (std::size_t place = begin_; place < end; ++place) {
      const double from = along * (done / row_);
      done = place + 1 == end ? row_ : done + area(place);
      const double length = along * (done / row_) - from;
      spaces[order_[place]] = is_column ? Space{left_.x, left_.y + from, thickness, length}
                                        : Space{left_.x + from, left_.y, length, thickness};
    }
    (is_column ? left_.x : left_.y) += thickness;
    (is_column ? left_.width : left_.height) -= thickness;
    begin_ = end;
  }

  std::span<const double> areas_;
  std::span<const std::size_t> order_;
  Space left_;
  std::size_t begin_ = 0;
  double row_ = 0;
};

double sum_at(std::span<const double> values, std::span<const std::size_t> places) {
  double sum = 0;
  for (const std::size_t place : places) sum += values[place];
  return sum;
}

// Scales the weights at the places to areas that fill the space, and lays them out in it.
void squarify(std::vector<double>& weights, std::span<const std::size_t> order, const Space& space,
              std::vector<Space>& spaces) {
  const double scale = space.area() / sum_at(weights, order);
  for (const std::size_t place : order) weights[place] *= scale;
  if (space.area() > 0) Squarifier(weights, order, space).lay_into(spaces);
}

std::vector<Rect> rects_of(const std::vector<Space>& spaces) {
  std::vector<Rect> rects;
  rects.reserve(spaces.size());
  for (const Space& space : spaces) rects.push_back(rect_of(space));
  return rects;
}

}  // namespace

Treemap squarified_treemap(std::span<const float> weights, std::span<const std::uint8_t> group_of, std::size_t groups,
                           const Rect& area) {
  std::vector<double> member_areas(weights.size()), group_areas(groups);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    member_areas[i] = weight_of(weights[i]);
    group_areas[group_of[i]] += member_areas[i];
  }
  std::vector<std::vector<std::size_t>> members(groups);
  for (const std::size_t member : heaviest_first(member_areas)) members[group_of[member]].push_back(member);

  const Space whole = {area.x, area.y, std::max(0.0f, area.width), std::max(0.0f, area.height)};
  std::vector<Space> member_spaces(weights.size()), group_spaces(groups);
  squarify(group_areas, heaviest_first(group_areas), whole, group_spaces);
  for (std::size_t group = 0; group < groups; ++group)
    squarify(member_areas, members[group], group_spaces[group], member_spaces);
  return {rects_of(member_spaces), rects_of(group_spaces)};
}

}  // namespace taskscope
