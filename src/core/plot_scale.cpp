#include "core/plot_scale.h"

#include <algorithm>
#include <cmath>

namespace taskscope {
namespace {

constexpr double golden_ratio_fraction = 0.6180339887498949;
constexpr std::size_t most_ticks = 1000;
constexpr double whole_within = 1e-9;  // how near a quotient has to be to a whole number for being one

// 1, 2 or 5 times a power of ten. Kept in whole numbers, as a power below one is not exact.
struct NiceStep {
  double mantissa = 1;
  int exponent = 0;
};

// Without pow(), which would be 2 KB of the module.
double power_of_ten(int exponent) {
  double power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

double multiple_of(const NiceStep& step, double count) {
  const double value = count * step.mantissa;
  const double multiple =
      step.exponent < 0 ? value / power_of_ten(-step.exponent) : value * power_of_ten(step.exponent);
  return multiple + 0.0;  // no negative zero
}

double size_of(const NiceStep& step) { return multiple_of(step, 1); }

// The smallest nice step that is not below `least`, within what floating-point values need.
NiceStep nice_step_from(double least) {
  constexpr int largest_exponent = 300;
  NiceStep step;
  while (step.exponent > -largest_exponent && size_of({5, step.exponent - 1}) >= least * (1 - whole_within))
    --step.exponent;
  while (step.exponent < largest_exponent && size_of({5, step.exponent}) < least * (1 - whole_within)) ++step.exponent;
  for (const double mantissa : {1.0, 2.0, 5.0}) {
    step.mantissa = mantissa;
    if (size_of(step) >= least * (1 - whole_within)) break;
  }
  return step;
}

double length_of(const PlotScale& scale) {
  return static_cast<double>(scale.pixel_end) - static_cast<double>(values_begin(scale));
}

Interval longer_than_nothing(const Interval& interval) {
  if (interval.span() > 0) return interval;
  const double margin = std::max(1.0, std::abs(interval.low)) / 2;
  return {interval.low - margin, interval.low + margin};
}

}  // namespace

Interval extent_of(std::span<const float> values) {
  Interval extent{INFINITY, -INFINITY};
  for (const float value : values) {
    if (!std::isfinite(value)) continue;
    extent.low = std::min(extent.low, static_cast<double>(value));
    extent.high = std::max(extent.high, static_cast<double>(value));
  }
  return extent.low <= extent.high ? extent : Interval{};
}

double nice_step(double span, std::size_t most_steps, double least_step) {
  const double least = std::max(span / static_cast<double>(std::max<std::size_t>(most_steps, 1)), least_step);
  return least > 0 && std::isfinite(least) ? size_of(nice_step_from(least)) : 1;
}

std::vector<double> ticks_in(const Interval& interval, double step) {
  std::vector<double> ticks;
  if (!(step > 0) || !(interval.span() / step < static_cast<double>(most_ticks))) return ticks;
  const NiceStep nice = nice_step_from(step);
  const bool is_nice = size_of(nice) <= step * (1 + whole_within);
  const double first = std::ceil(interval.low / step - whole_within);
  const double last = std::floor(interval.high / step + whole_within);
  for (double count = first; count <= last; ++count)
    ticks.push_back(is_nice ? multiple_of(nice, count) : count * step + 0.0);
  return ticks;
}

Interval nice_interval(const Interval& interval, std::size_t most_steps, double least_step) {
  const Interval longer = longer_than_nothing(interval);
  // Moving the ends out may take a step or two more than allowed, and so a longer step.
  for (std::size_t steps = most_steps;; --steps) {
    const double step = nice_step(longer.span(), steps, least_step);
    const NiceStep exact = nice_step_from(step);
    const Interval nice = {multiple_of(exact, std::floor(longer.low / step + whole_within)),
                           multiple_of(exact, std::ceil(longer.high / step - whole_within))};
    if (steps <= 1 || nice.span() < step * (static_cast<double>(most_steps) + 0.5)) return nice;
  }
}

int decimals_of(double step) { return step > 0 && step < 1 ? std::max(0, -nice_step_from(step).exponent) : 0; }

PlotScale plot_scale(const Interval& domain, float pixel_begin, float pixel_end, float zero_band_share) {
  const Interval longer = longer_than_nothing(domain);
  return {longer, longer, pixel_begin, pixel_end, zero_band_share};
}

float values_begin(const PlotScale& scale) {
  return scale.pixel_begin + (scale.pixel_end - scale.pixel_begin) * scale.zero_band_share;
}

float pixel_of(const PlotScale& scale, double value) {
  const double share = (value - scale.view.low) / scale.view.span();
  return static_cast<float>(values_begin(scale) + share * length_of(scale));
}

double value_at(const PlotScale& scale, float pixel) {
  const double length = length_of(scale);
  if (length == 0) return scale.view.low;
  return scale.view.low + (static_cast<double>(pixel) - values_begin(scale)) / length * scale.view.span();
}

bool is_shown(const PlotScale& scale, double value) { return scale.view.contains(value); }

bool is_in_zero_band(const PlotScale& scale, float pixel) {
  const float end = values_begin(scale);
  return scale.pixel_begin < end ? pixel >= scale.pixel_begin && pixel < end
                                 : pixel <= scale.pixel_begin && pixel > end;
}

float zero_band_pixel(const PlotScale& scale, std::size_t order, float margin) {
  const double turns = (static_cast<double>(order) + 0.5) * golden_ratio_fraction;
  const auto share = static_cast<float>(turns - std::floor(turns));
  const float width = values_begin(scale) - scale.pixel_begin;
  const float inset = std::copysign(std::min(margin, std::abs(width) / 2), width);
  return scale.pixel_begin + inset + share * (width - 2 * inset);
}

PlotScale with_view(const PlotScale& scale, const Interval& view) {
  PlotScale other = scale;
  const double span = view.span();
  if (!(span < scale.domain.span())) {
    other.view = scale.domain;
    return other;
  }
  const double low = std::clamp(view.low, scale.domain.low, scale.domain.high - span);
  other.view = {low, std::min(low + span, scale.domain.high)};
  return other;
}

PlotScale zoomed(const PlotScale& scale, float anchor_pixel, double factor, double most_zoom) {
  const double zoom = std::clamp(zoom_of(scale) * factor, 1.0, std::max(1.0, most_zoom));
  if (zoom == 1) return with_view(scale, scale.domain);  // to its ends exactly
  const double span = scale.domain.span() / zoom;
  const double anchor = std::clamp(value_at(scale, anchor_pixel), scale.view.low, scale.view.high);
  const double low = anchor - (anchor - scale.view.low) / scale.view.span() * span;
  return with_view(scale, {low, low + span});
}

PlotScale panned(const PlotScale& scale, float pixels) {
  const double length = length_of(scale);
  if (length == 0) return scale;
  const double values = static_cast<double>(pixels) / length * scale.view.span();
  return with_view(scale, {scale.view.low - values, scale.view.high - values});
}

double zoom_of(const PlotScale& scale) { return scale.domain.span() / scale.view.span(); }

}  // namespace taskscope
