// A linear axis: where values stand, what the ticks are, and how it is zoomed and panned. Values are in any one unit,
// pixels are the widget's. Values may be shown from left to right or, with `pixel_end` above `pixel_begin`, upwards.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace taskscope {

// From `low` up to `high`, both included.
struct Interval {
  double low = 0, high = 0;

  double span() const { return high - low; }
  bool contains(double value) const { return value >= low && value <= high; }
  bool operator==(const Interval&) const = default;
};

// The least interval around the finite values; from 0 to 0 where there are none.
Interval extent_of(std::span<const float> values);

// The step that parts an interval into at most `most_steps` (1 or more), among 1, 2 and 5 times the powers of ten, and
// at least `least_step`: 1 for what is counted in whole dollars or people, 0 for what has decimals.
double nice_step(double span, std::size_t most_steps, double least_step = 0);

// The multiples of `step` within the interval, ascending; none unless the step is above 0, and at most 1,000. They are
// exact: three steps of 0.1 are what 0.3 is written as.
std::vector<double> ticks_in(const Interval& interval, double step);

// The interval with its ends moved outwards to multiples of a step that parts it into at most `most_steps`, 2 or more;
// one without length gets one.
Interval nice_interval(const Interval& interval, std::size_t most_steps, double least_step = 0);

// How many decimals a tick needs in its own unit: 0 for steps of 1 and more.
int decimals_of(double step);

// An axis. Whatever the functions below make of one is an axis of the same domain and pixels.
struct PlotScale {
  Interval domain;  // all there is to see; longer than 0
  Interval view;    // what of it is shown, within the domain; longer than 0
  float pixel_begin = 0, pixel_end = 0;
  // The share of the axis, below 1, beside its beginning that is kept for values that are zero or were not observed.
  // This band stays where it is whatever part of the domain is shown.
  float zero_band_share = 0;
};

// All of the domain; a domain without length gets one.
PlotScale plot_scale(const Interval& domain, float pixel_begin, float pixel_end, float zero_band_share = 0);

// Where the pixels for values other than zero begin: `pixel_begin`, or the band's end.
float values_begin(const PlotScale& scale);

// Values beyond the view lie beyond the axis's end, or in the band and before it: see `is_shown`.
float pixel_of(const PlotScale& scale, double value);

// The inverse of `pixel_of`; pixels beyond the axis or in the band give values beyond the view.
double value_at(const PlotScale& scale, float pixel);

bool is_shown(const PlotScale& scale, double value);
bool is_in_zero_band(const PlotScale& scale, float pixel);

// A place in the band for the mark at `order` among those in it, at least `margin` pixels from its ends where it is
// wide enough for that. Marks that follow one another in order, which should be that of the other axis, are far apart:
// the places are the fractions of multiples of the golden ratio, the sequence of the lowest discrepancy in one
// dimension (Kuipers and Niederreiter 1974, Uniform Distribution of Sequences, section 2.3).
float zero_band_pixel(const PlotScale& scale, std::size_t order, float margin = 0);

// Shows `factor` times less of the domain, or more below 1, with the value under `anchor_pixel` in its place as far as
// the domain allows; never less than the domain's `most_zoom`th part. In the band, its end is the anchor.
PlotScale zoomed(const PlotScale& scale, float anchor_pixel, double factor, double most_zoom);

// The content moved by that many pixels, as under a finger, as far as the domain allows.
PlotScale panned(const PlotScale& scale, float pixels);

// The axis with another view, moved into the domain and shortened to it where it is longer.
PlotScale with_view(const PlotScale& scale, const Interval& view);

// How much is zoomed in: 1 where all of the domain is shown.
double zoom_of(const PlotScale& scale);

}  // namespace taskscope
