#include "view/layout.h"

#include <algorithm>
#include <optional>

namespace taskscope {

namespace {

// An occupied stretch of a lane: a label, or a leader line that passes through.
struct Stretch {
  float begin, end;
};

using Lane = std::vector<Stretch>;

// What merely touches does not block: sums of floats may be off by a hair.
const Stretch* blocking(const Lane& lane, float begin, float end) {
  constexpr float touch = 0.01f;
  const auto blocks = [&](Stretch s) { return begin + touch < s.end && s.begin + touch < end; };
  const auto found = std::find_if(lane.begin(), lane.end(), blocks);
  return found == lane.end() ? nullptr : &*found;
}

// Where the label's left end may be in a lane: centred on its anchor, or slid to the right past what is in the way for
// as long as it still stands over its anchor.
std::optional<float> free_place(const Lane& lane, const LabelWish& label, float left, float right, float gap) {
  if (label.width > right - left) return std::nullopt;
  const float last = right - label.width;
  float x = std::clamp(label.anchor - label.width / 2, left, last);
  while (const Stretch* in_the_way = blocking(lane, x - gap, x + label.width + gap)) {
    x = in_the_way->end + gap;
    if (x > std::min(last, label.anchor)) return std::nullopt;
  }
  return x;
}

// Lanes alternate below and above the axis, the nearest first; the lanes between a label and the axis are on its side.
template <typename Visit>
void for_inner_lanes(std::size_t lane, Visit visit) {
  for (std::size_t inner = lane % 2; inner < lane; inner += 2) visit(inner);
}

LabelPlace place_label(std::vector<Lane>& lanes, const LabelWish& label, float left, float right, float gap) {
  const Stretch leader{label.anchor - gap / 4, label.anchor + gap / 4};
  for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
    const std::optional<float> x = free_place(lanes[lane], label, left, right, gap);
    bool leader_is_free = true;
    for_inner_lanes(lane, [&](std::size_t i) { leader_is_free &= !blocking(lanes[i], leader.begin, leader.end); });
    if (!x || !leader_is_free) continue;
    lanes[lane].push_back({*x, *x + label.width});
    for_inner_lanes(lane, [&](std::size_t i) { lanes[i].push_back(leader); });
    const int distance = static_cast<int>(lane / 2) + 1;
    return {*x, lane % 2 == 0 ? -distance : distance};
  }
  return {};
}

}  // namespace

std::size_t grid_columns(float width, float min_width, float gap, std::size_t items) {
  const float fitting = (width + gap) / (min_width + gap);
  const std::size_t most = std::max<std::size_t>(items, 1);
  return std::clamp(static_cast<std::size_t>(std::max(fitting, 1.0f)), std::size_t{1}, most);
}

Column grid_column(const Column& area, std::size_t index, std::size_t count, float gap) {
  const float width = (area.width - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
  return {area.x + static_cast<float>(index) * (width + gap), area.y, width};
}

std::vector<LabelPlace> place_labels(std::span<const LabelWish> labels, float left, float right, float gap,
                                     int lanes_a_side) {
  std::vector<Lane> lanes(static_cast<std::size_t>(2 * lanes_a_side));
  std::vector<LabelPlace> places;
  for (const LabelWish& label : labels) places.push_back(place_label(lanes, label, left, right, gap));
  return places;
}

}  // namespace taskscope
