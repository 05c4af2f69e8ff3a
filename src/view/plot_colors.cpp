#include "view/plot_colors.h"

#include <array>
#include <cmath>

namespace taskscope {

namespace {

constexpr Color rgb(std::uint32_t hex) {
  return 0xFF000000u | (hex & 0xFFu) << 16 | (hex & 0xFF00u) | (hex >> 16 & 0xFFu);
}

constexpr std::array<Color, group_color_count> light_groups = {
    rgb(0x9a3039), rgb(0xd56445), rgb(0x8c4407), rgb(0xbf7901), rgb(0x735601), rgb(0x9b8c0d),
    rgb(0x566204), rgb(0x619e36), rgb(0x076d34), rgb(0x14a27b), rgb(0x0d6960), rgb(0x0e9ea4),
    rgb(0x0d6678), rgb(0x0497cc), rgb(0x045d9f), rgb(0x5e86e5), rgb(0x514ca6), rgb(0x9773d9),
    rgb(0x773d90), rgb(0xbd65b4), rgb(0x8f3269), rgb(0xd25e81)};
constexpr std::array<Color, group_color_count> dark_groups = {
    rgb(0xcd5f62), rgb(0xfea38a), rgb(0xc66a26), rgb(0xfbaa41), rgb(0xa87f0d), rgb(0xd2c038),
    rgb(0x7f9111), rgb(0x93d36c), rgb(0x369d58), rgb(0x38dcaa), rgb(0x0d9b8d), rgb(0x14d7e0),
    rgb(0x0f96b0), rgb(0x66cbfd), rgb(0x368ad6), rgb(0x9fbdfe), rgb(0x7a79d7), rgb(0xc7aefe),
    rgb(0xa56ac0), rgb(0xf498ea), rgb(0xc15f96), rgb(0xfd9db5)};
constexpr std::array<Color, step_count> light_steps = {rgb(0x5194d5), rgb(0x3578b8), rgb(0x175d9b), rgb(0x054477),
                                                       rgb(0x022c51)};
constexpr std::array<Color, step_count> dark_steps = {rgb(0x3578b8), rgb(0x4e90d2), rgb(0x6aadf0), rgb(0x96c9fe),
                                                      rgb(0xcce4fe)};
constexpr std::array<Color, step_count> light_changes = {rgb(0x842b02), rgb(0xc9690c), rgb(0x77818c), rgb(0x018d87),
                                                         rgb(0x015353)};
constexpr std::array<Color, step_count> dark_changes = {rgb(0xffa47a), rgb(0xd97230), rgb(0x7d8792), rgb(0x0cafa8),
                                                        rgb(0x60eae2)};

// Relative luminance as WCAG 2.2 defines it.
double luminance(Color color) {
  const auto linear = [&](unsigned shift) {
    const double channel = static_cast<double>(color >> shift & 0xFFu) / 255;
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(0) + 0.7152 * linear(8) + 0.0722 * linear(16);
}

double contrast(Color a, Color b) {
  const double one = luminance(a) + 0.05, other = luminance(b) + 0.05;
  return one > other ? one / other : other / one;
}

}  // namespace

Color group_color(Scheme scheme, std::size_t group) {
  return (scheme == Scheme::dark ? dark_groups : light_groups)[group % group_color_count];
}

Color step_color(Scheme scheme, std::size_t step) { return (scheme == Scheme::dark ? dark_steps : light_steps)[step]; }

Color change_color(Scheme scheme, std::size_t step) {
  return (scheme == Scheme::dark ? dark_changes : light_changes)[step];
}

Color readable_on(Color ground, Color one, Color other) {
  return contrast(ground, one) >= contrast(ground, other) ? one : other;
}

}  // namespace taskscope
