#include "view/theme.h"

#include <cmath>

namespace taskscope {

namespace {

// Turns 0xRRGGBB, as designers write it, into an opaque Color.
constexpr Color rgb(std::uint32_t hex) {
  return 0xFF000000u | (hex & 0xFFu) << 16 | (hex & 0xFF00u) | (hex >> 16 & 0xFFu);
}

constexpr Palette light = {
    .page = rgb(0xffffff),
    .card = rgb(0xffffff),
    .line = rgb(0xd9dee5),
    .ink = rgb(0x14202e),
    .muted = rgb(0x55606f),
    .track = rgb(0xe8ecf1),
    .hover = rgb(0xf3f6f9),
    .inverse = rgb(0xffffff),
    .band = {rgb(0xb3261e), rgb(0xb45309), rgb(0x49637f), rgb(0x0f766e)},
    .kind = {rgb(0x0b63ce), rgb(0x7c4dbe)},
    .potential = rgb(0x8f79c0),
};

constexpr Palette dark = {
    .page = rgb(0x10161d),
    .card = rgb(0x161e27),
    .line = rgb(0x2c3744),
    .ink = rgb(0xe9eef4),
    .muted = rgb(0xa7b3c1),
    .track = rgb(0x25303c),
    .hover = rgb(0x1d2732),
    .inverse = rgb(0x10161d),
    .band = {rgb(0xff8a7a), rgb(0xf2b04f), rgb(0x9db8d6), rgb(0x4fd1c1)},
    .kind = {rgb(0x6db3ff), rgb(0xc1a3f5)},
    .potential = rgb(0x7f74a8),
};

constexpr Palette make_light_contrast() {
  Palette palette = light;
  palette.line = rgb(0x6f7a87);
  palette.muted = rgb(0x333d49);
  palette.band = {rgb(0x8c1610), rgb(0x7f3a04), rgb(0x33475e), rgb(0x085049)};
  palette.kind = {rgb(0x07479a), rgb(0x5a2f97)};
  palette.potential = rgb(0x6b54a0);
  return palette;
}

constexpr Palette make_dark_contrast() {
  Palette palette = dark;
  palette.line = rgb(0x75848f);
  palette.muted = rgb(0xd3dbe4);
  palette.band = {rgb(0xffa79a), rgb(0xf2b04f), rgb(0xa9c2dd), rgb(0x4fd1c1)};
  palette.kind = {rgb(0x8cc4ff), rgb(0xd3bdfa)};
  palette.potential = rgb(0xa69bd0);
  return palette;
}

constexpr Palette light_contrast = make_light_contrast();
constexpr Palette dark_contrast = make_dark_contrast();

}  // namespace

const std::array<ColorToken, 15> color_tokens = {{
    {"page", [](Palette& p) -> Color& { return p.page; }},
    {"card", [](Palette& p) -> Color& { return p.card; }},
    {"line", [](Palette& p) -> Color& { return p.line; }},
    {"ink", [](Palette& p) -> Color& { return p.ink; }},
    {"muted", [](Palette& p) -> Color& { return p.muted; }},
    {"track", [](Palette& p) -> Color& { return p.track; }},
    {"hover", [](Palette& p) -> Color& { return p.hover; }},
    {"inverse", [](Palette& p) -> Color& { return p.inverse; }},
    {"automatable", [](Palette& p) -> Color& { return p.band[0]; }},
    {"pressured", [](Palette& p) -> Color& { return p.band[1]; }},
    {"mixed", [](Palette& p) -> Color& { return p.band[2]; }},
    {"human-led", [](Palette& p) -> Color& { return p.band[3]; }},
    {"measured", [](Palette& p) -> Color& { return p.kind[0]; }},
    {"estimated", [](Palette& p) -> Color& { return p.kind[1]; }},
    {"potential", [](Palette& p) -> Color& { return p.potential; }},
}};

const std::array<LengthToken, 4> length_tokens = {{
    {"margin", &Spacing::margin},
    {"padding", &Spacing::padding},
    {"gap", &Spacing::gap},
    {"radius", &Spacing::radius},
}};

Color Palette::of(Rating r) const {
  constexpr std::array bands = {Band::human_led, Band::strong_pressure, Band::highly_automatable};
  return of(bands[static_cast<std::size_t>(r)]);
}

Color faded(Color color, float opacity) {
  const auto alpha = static_cast<Color>(std::round(static_cast<float>(color >> 24) * opacity));
  return (color & 0x00FFFFFFu) | alpha << 24;
}

const Palette& palette_of(Scheme scheme, bool more_contrast) {
  if (scheme == Scheme::dark) return more_contrast ? dark_contrast : dark;
  return more_contrast ? light_contrast : light;
}

float Theme::px(float css_px) const { return css_px > 0 ? std::max(1.0f, std::round(css_px * unit)) : 0.0f; }

float Theme::hairline() const { return std::max(1.0f, std::floor(metric::hairline * device_pixel_ratio)); }

}  // namespace taskscope
