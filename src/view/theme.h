// The only colours, sizes and type of the dashboard: tokens in CSS pixels, turned into device pixels by one factor.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/profile.h"

namespace taskscope {

// sRGB with straight alpha, 0xAABBGGRR: Dear ImGui's order.
using Color = std::uint32_t;

// The colour with its opacity multiplied by `opacity`, 0 to 1.
Color faded(Color color, float opacity);
constexpr bool is_opaque(Color color) { return color >> 24 == 0xFF; }

struct Palette {
  Color page, card, line, ink, muted, track;
  Color hover;                // under a row or button that the pointer is over
  Color inverse;              // text on a fill of `ink`
  std::array<Color, 4> band;  // by Band
  std::array<Color, 2> kind;  // by EvidenceKind
  Color potential;            // the gauge's part that could be automated but is not yet

  Color of(Band b) const { return band[static_cast<std::size_t>(b)]; }
  Color of(Rating r) const;  // a band's: little pressure has the colour of what people lead
  Color of(EvidenceKind k) const { return kind[static_cast<std::size_t>(k)]; }
};

// What pages may set, by the names that they have in CSS (`--task-scope-page`, …).
struct ColorToken {
  std::string_view name;
  Color& (*of)(Palette&);
};
extern const std::array<ColorToken, 15> color_tokens;

enum class Scheme { light, dark };
// Readers who ask for more contrast get texts of at least 7:1 and lines of at least 3:1.
const Palette& palette_of(Scheme scheme, bool more_contrast = false);

// A use of type: size and line height in CSS pixels, weight as in CSS.
struct TextStyle {
  float size, line_height;
  int weight;
};

namespace type {
inline constexpr TextStyle title{28, 34, 700};
inline constexpr TextStyle small_title{22, 28, 700};  // where there is hardly any room
inline constexpr TextStyle summary{15, 22, 400};
inline constexpr TextStyle heading{17, 24, 600};
inline constexpr TextStyle section{13, 19, 600};  // over a group of cards
inline constexpr TextStyle subheading{15, 21, 600};
inline constexpr TextStyle body{15, 22, 400};
inline constexpr TextStyle note{13, 19, 400};
inline constexpr TextStyle strong_note{13, 19, 600};
inline constexpr TextStyle axis{12, 16, 400};
inline constexpr TextStyle figure{46, 50, 700};
inline constexpr TextStyle small_figure{30, 36, 700};
inline constexpr TextStyle row_figure{15, 21, 600};
inline constexpr TextStyle tag{12, 16, 600};
inline constexpr TextStyle chip{13, 18, 500};
}  // namespace type

// Lengths in CSS pixels.
namespace metric {
inline constexpr float page_margin_narrow = 12, page_margin_tight = 8;  // at most
inline constexpr float max_width = 1600;                                // wider elements centre the dashboard
inline constexpr float card_padding_tight = 10;                         // at most
inline constexpr float text_gap = 16;                                   // between texts that stand side by side
inline constexpr float card_radius = 10;  // unless the page sets another; other radii keep their ratio to it
inline constexpr float hairline = 1;
// Layout widths from which there are more columns. Below `narrow` nothing stands beside anything: that is a 320-pixel
// window with text twice as large.
inline constexpr float wide = 900, medium = 680, narrow = 260;
inline constexpr float bar_height = 14, bar_radius = 4, thin_bar_height = 12;
inline constexpr float gauge_height = 22, gauge_radius = 6;
inline constexpr float joint = 2;  // between the gauge's two parts
inline constexpr float tag_width = 92, tag_height = 23;
inline constexpr float chip_height = 26, chip_padding = 9, chip_radius = 6, chip_gap = 8;
inline constexpr float button_height = 30, button_padding = 12, button_radius = 8;
inline constexpr float knob = 18, slider_height = 24, slider_track = 4;  // web/shadow.css knows the knob too
inline constexpr float field_height = 30, field_padding = 8;
inline constexpr float disclosure_height = 26, disclosure_indent = 14, chevron = 8;  // of a chevron with its label
inline constexpr float percent_width = 66;                                           // a row's figure, up to 100.0%
inline constexpr float check_box = 16, switch_height = 26;
inline constexpr float swatch = 11, swatch_radius = 3;
inline constexpr float row_padding = 9;
inline constexpr float step_width = 26, step_height = 6, step_gap = 3;  // a rating's three steps
inline constexpr float mark = 14;                                       // an evidence mark on its axis
inline constexpr float tip_width = 280, tip_padding = 10, tip_offset = 14;
}  // namespace metric

inline constexpr float transition_seconds = 0.16f;

// Lengths that pages may set, in CSS pixels.
struct Spacing {
  float margin = 20;                   // around the dashboard
  float padding = 18;                  // within cards
  float gap = 16;                      // between cards
  float radius = metric::card_radius;  // of cards' corners
};

struct LengthToken {
  std::string_view name;
  float Spacing::*length;
};
extern const std::array<LengthToken, 4> length_tokens;

// What the page and its reader decide about how things look.
struct Theme {
  Scheme scheme = Scheme::light;
  float unit = 1;                // device pixels a CSS pixel, times the reader's text scale
  float device_pixel_ratio = 1;  // device pixels a CSS pixel
  bool reduced_motion = false;
  int font_family = 0;  // the glyph source's number for the page's font-family
  Palette colors = palette_of(Scheme::light);
  Spacing spacing{};

  // A length token in whole device pixels; what is there at all is at least one pixel.
  float px(float css_px) const;
  // A corner's radius, in proportion to the page's own.
  float radius(float css_px) const { return px(css_px * spacing.radius / metric::card_radius); }
  // The width of a thin line: it grows with the pixel ratio, but not with the text.
  float hairline() const;
};

}  // namespace taskscope
