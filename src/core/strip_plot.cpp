#include "core/strip_plot.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace taskscope {
namespace {

constexpr float step = 0.5f;       // pixels between two places across a row
constexpr float bin_width = 8;     // pixels along a row; about two small marks
constexpr float most_bins = 2048;  // of a row
constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
constexpr double golden_ratio_fraction = 0.6180339887498949;  // see plot_scale.h

// Places marks one after the other. Those that found room are in lists by row and bin, so that each looks at those
// nearby alone.
class Swarm {
 public:
  Swarm(std::span<const Mark> marks, std::span<const std::uint8_t> row_of, std::span<const StripRow> rows, float gap)
      : plot_{{marks.begin(), marks.end()}, 0}, row_of_(row_of), rows_(rows), gap_(gap), next_(marks.size(), none) {
    measure();
    heads_.assign(rows.size() * bins_, none);
  }

  void place_all() {
    for (const std::size_t mark : drawing_order(plot_.marks))
      if (is_shown(plot_.marks[mark])) place(mark);
  }

  StripPlot result() && { return std::move(plot_); }

 private:
  void measure() {
    float left = INFINITY, right = -INFINITY;
    for (const Mark& mark : plot_.marks) {
      if (!is_shown(mark)) continue;
      left = std::min(left, mark.x);
      right = std::max(right, mark.x);
      largest_radius_ = std::max(largest_radius_, mark.radius);
    }
    left_ = left;
    bins_ = left <= right ? static_cast<std::size_t>(std::min((right - left) / bin_width + 1, most_bins)) : 1;
  }

  std::size_t bin_at(float x) const {
    return static_cast<std::size_t>(std::clamp((x - left_) / bin_width, 0.0f, static_cast<float>(bins_ - 1)));
  }

  void place(std::size_t index) {
    Mark& mark = plot_.marks[index];
    const std::size_t row = row_of_[index];
    const float room = std::max(0.0f, rows_[row].height / 2 - mark.radius);  // to either side of the middle
    const float middle = rows_[row].top + rows_[row].height / 2;
    taken_.assign(2 * static_cast<std::size_t>(room / step) + 1, 0);
    const std::size_t bin = bin_at(mark.x), last = bin_at(mark.x + reach_of(mark));
    for (std::size_t i = bin_at(mark.x - reach_of(mark)); i <= last; ++i)
      for (std::uint32_t other = heads_[row * bins_ + i]; other != none; other = next_[other])
        take(mark, plot_.marks[other], middle);
    if (const float offset = nearest_free_offset(); !std::isnan(offset)) {
      mark.y = middle + offset;
      next_[index] = heads_[row * bins_ + bin];
      heads_[row * bins_ + bin] = static_cast<std::uint32_t>(index);
    } else {
      mark.y = middle + spread_offset() * room;
    }
  }

  // How far along the row others may be in a mark's way.
  float reach_of(const Mark& mark) const { return mark.radius + largest_radius_ + gap_; }

  // Takes the places across the row at which the mark would touch the other one.
  void take(const Mark& mark, const Mark& other, float middle) {
    const float apart = mark.radius + other.radius + gap_, along = mark.x - other.x;
    if (std::abs(along) >= apart) return;
    const float across = std::sqrt(apart * apart - along * along);
    const std::size_t middle_place = taken_.size() / 2;
    const auto half = static_cast<float>(middle_place);
    const float first = std::floor((other.y - across - middle) / step + half) + 1;
    const float last = std::ceil((other.y + across - middle) / step + half) - 1;
    const float end = static_cast<float>(taken_.size());
    for (float place = std::max(first, 0.0f); place <= last && place < end; ++place)
      taken_[static_cast<std::size_t>(place)] = 1;
  }

  // From the middle, below before above; NaN where all is taken.
  float nearest_free_offset() const {
    const std::size_t half = taken_.size() / 2;
    for (std::size_t away = 0; away <= half; ++away) {
      if (!taken_[half + away]) return static_cast<float>(away) * step;
      if (!taken_[half - away]) return -static_cast<float>(away) * step;
    }
    return NAN;
  }

  // From -1 to 1, far from the last ones.
  float spread_offset() {
    const double turns = static_cast<double>(++plot_.overlapping) * golden_ratio_fraction;
    return static_cast<float>(2 * (turns - std::floor(turns)) - 1);
  }

  StripPlot plot_;
  std::span<const std::uint8_t> row_of_;
  std::span<const StripRow> rows_;
  float gap_;
  float left_ = 0, largest_radius_ = 0;
  std::size_t bins_ = 1;
  std::vector<std::uint32_t> heads_, next_;  // by row and bin, and by mark
  std::vector<std::uint8_t> taken_;          // by place across the row, of the mark at hand
};

}  // namespace

StripPlot strip_plot(std::span<const Mark> marks, std::span<const std::uint8_t> row_of, std::span<const StripRow> rows,
                     float gap) {
  Swarm swarm(marks, row_of, rows, gap);
  swarm.place_all();
  return std::move(swarm).result();
}

}  // namespace taskscope
