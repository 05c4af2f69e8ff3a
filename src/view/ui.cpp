#include "view/ui.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "view/hash.h"

namespace taskscope {
namespace {

constexpr int layer_count = 3;

}  // namespace

void DiscBatch::hold(std::vector<Disc> discs) {
  if (discs == discs_) return;
  discs_ = std::move(discs);
  const char* bytes = reinterpret_cast<const char*>(discs_.data());
  version_ = static_cast<std::uint32_t>(hash_text(hash_start, {bytes, discs_.size() * sizeof(Disc)}));
}

void draws_discs(const ImDrawList*, const ImDrawCmd*) {}

Ui::Ui(Canvas& canvas, const Theme& theme, const Language& language, TextShaper& text, Transitions& transitions,
       const Rect& slice, const Rect& screen, const Command& command, Semantics* record)
    : canvas_(canvas),
      theme_(theme),
      language_(language),
      text_(text),
      transitions_(transitions),
      slice_(slice),
      screen_(screen),
      command_(command),
      record_(record),
      list_(canvas.list()) {
  layers_.Split(&list_, layer_count);
  set_layer(Layer::content);
}

void Ui::set_profile_language(std::string_view tag) {
  profile_language_ = is_same_language(tag, language_.tag) ? std::string_view() : tag;
}

ImRect Ui::area(const Rect& box) const {
  const Rect at = placed(box);
  return {at.x - slice_.x, at.y - slice_.y, at.right() - slice_.x, at.bottom() - slice_.y};
}

// Rounds the corners at the other side.
static ImDrawFlags mirrored_corners(ImDrawFlags corners) {
  return corners == ImDrawFlags_RoundCornersLeft ? ImDrawFlags_RoundCornersRight : corners;
}

void Ui::fill(const Rect& box, Color color, float radius, ImDrawFlags corners) {
  if (!is_visible(box) || box.width <= 0 || box.height <= 0) return;
  const float fitting = std::min({radius, box.width / 2, box.height / 2});
  const ImRect at = area(box);
  list_.AddRectFilled(at.Min, at.Max, color, fitting, is_mirrored() ? mirrored_corners(corners) : corners);
}

void Ui::outline(const Rect& box, Color color, float radius) {
  if (!is_visible(box)) return;
  // Dear ImGui centres the stroke half a pixel inside the box, which is right for a width of one only.
  const float width = theme_.hairline();
  const ImRect path = area(box.grown((1 - width) / 2));
  list_.AddRect(path.Min, path.Max, color, radius, ImDrawFlags_RoundCornersAll, width);
}

void Ui::horizontal_line(float x, float y, float width, Color color) {
  fill({x, std::round(y), width, theme_.hairline()}, color);
}

void Ui::dashed_vertical_line(float x, float top, float bottom, Color color) {
  const float dash = px(3), width = theme_.hairline();
  for (float y = top; y < bottom; y += 2 * dash)
    fill({std::round(x - width / 2), y, width, std::min(dash, bottom - y)}, color);
}

void Ui::disc(float center_x, float center_y, float radius, Color color) {
  if (is_visible(Rect{center_x, center_y, 0, 0}.grown(radius)))
    list_.AddCircleFilled(point(center_x, center_y), radius, color);
}

void Ui::discs(DiscBatch& batch, const Rect& area) {
  if (!is_visible(area) || batch.discs().empty()) return;
  const ImVec2 origin = point(0, 0);
  batch.placement = {is_mirrored() ? -1.0f : 1.0f, origin.x, origin.y};
  list_.AddCallback(draws_discs, &batch);
}

void Ui::chevron(const Rect& box, float turn, Color color) {
  if (!is_visible(box)) return;
  constexpr float right_angle = 1.5707964f;
  const float angle = turn * right_angle, cosine = std::cos(angle), sine = std::sin(angle);
  const auto turned = [&](float x, float y) {
    return point(box.center_x() + x * cosine - y * sine, box.center_y() + x * sine + y * cosine);
  };
  const float reach = box.width / 2;
  const ImVec2 stroke[] = {turned(-reach / 2, -reach), turned(reach / 2, 0), turned(-reach / 2, reach)};
  list_.AddPolyline(stroke, 3, color, ImDrawFlags_None, std::max(1.0f, px(1.5f)));
}

void Ui::check_mark(const Rect& box, Color color) {
  if (!is_visible(box)) return;
  const ImRect square = area(box);  // not mirrored
  const auto at = [&](float x, float y) { return ImVec2(square.Min.x + box.width * x, square.Min.y + box.height * y); };
  const ImVec2 stroke[] = {at(0.24f, 0.52f), at(0.43f, 0.7f), at(0.77f, 0.3f)};
  list_.AddPolyline(stroke, 3, color, ImDrawFlags_None, std::max(1.0f, px(1.75f)));
}

void Ui::diagonal(const Rect& box, float width, Color color) {
  if (!is_visible(Rect{box.x, box.y, 0, 0}.grown(std::max(std::abs(box.width), std::abs(box.height))))) return;
  list_.AddLine(point(box.x, box.y), point(box.right(), box.bottom()), color, width);
}

void Ui::words(const TextBlock& block, float x, float y, std::span<const Color> run_colors) {
  const float left = std::round(placed(Rect{x, y, block.width, 0}).x);
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    const TextLine& line = block.lines[i];
    const float top = y + block.line_height * static_cast<float>(i);
    // Ink may reach beyond its line, but hardly by more than the line's height.
    if (!is_visible(Rect{x, top, std::max(1.0f, block.width), block.line_height}.grown(block.line_height))) continue;
    for (std::size_t w = 0; w < line.word_count; ++w) {
      const PlacedWord& word = block.words[line.first_word + w];
      const float pen_x = left + word.x - slice_.x, pen_y = top + block.baseline - slice_.y;
      text_.font().draw(list_, *block.fonts[word.run], word.word, pen_x, pen_y,
                        run_colors[word.run % run_colors.size()]);
    }
  }
}

Rect Ui::part_of(const TextBlock& block, float x, float y, const Rect& part) const {
  const float from_start = is_mirrored() ? block.width - part.right() : part.x;
  return {x + from_start, y + part.y, part.width, part.height};
}

void Ui::push_clip(const Rect& box) {
  const ImRect at = area(box);
  list_.PushClipRect(at.Min, at.Max, true);
}

Press Ui::press_area(NodeId id, const Rect& box) {
  Press press;
  if (is_visible(box)) press = canvas_.press(id, pointer_over(box));
  press.pressed |= is_activated(id);
  shows_hand_ |= press.hovered;
  return press;
}

bool Ui::pointer_over(const Rect& box) const {
  const std::optional<ImVec2> at = canvas_.pointer();
  return at && placed(box).contains(at->x + slice_.x, at->y + slice_.y);
}

std::optional<Point> Ui::pointer() const {
  const std::optional<ImVec2> at = canvas_.pointer();
  if (!at) return std::nullopt;
  return Point{mirrored(at->x + slice_.x), at->y + slice_.y};
}

void Ui::tip(const Rect& box, std::string text) {
  if (pointer_over(box)) tip_ = std::move(text);
}

void Ui::begin(std::string_view key, const NodeSpec& spec) {
  const NodeId node = id(key);
  scopes_.push_back(node);
  if (record_) record_->begin(node, key, placed(spec));
}

void Ui::end() {
  scopes_.pop_back();
  if (record_) record_->end();
}

NodeSpec Ui::placed(const NodeSpec& spec) const {
  NodeSpec at = spec;
  const bool is_somewhere = spec.box.width > 0 || spec.box.height > 0;
  if (is_somewhere) at.box = placed(spec.box);
  return at;
}

void Ui::record(std::string_view key, const NodeSpec& spec) {
  if (record_) record_->leaf(id(key), key, placed(spec), {});
}

void Ui::note(std::string_view key, std::string_view text, const Rect& about) {
  record(key, {.role = Role::note, .text = text, .box = about});
}

void Ui::record_text(std::string_view key, const NodeSpec& spec, const TextBlock& block, float x, float y) {
  if (!record_) return;
  NodeSpec at = spec;
  at.box = placed(Rect{x, y, block.width, block.height()});
  if (block.is_right_to_left != is_mirrored()) at.direction = block.is_right_to_left ? "rtl" : "ltr";
  std::vector<LineBox> lines;
  for (const TextPiece& piece : pieces_of(block, text_.font())) {
    const Rect box{at.box.x + piece.x, y + block.line_height * static_cast<float>(piece.line), piece.width,
                   block.line_height};
    const SizedFace& sized = *block.fonts[piece.run];
    const std::string_view text = spec.text.substr(piece.begin, piece.end - piece.begin);
    lines.push_back({box, std::string(text), sized.px, sized.face.weight});
  }
  record_->leaf(id(key), key, at, std::move(lines));
}

void Ui::paint_tip() {
  const float padding = px(metric::tip_padding), offset = px(metric::tip_offset);
  const float widest = std::max(1.0f, std::min(px(metric::tip_width), screen_.width - 2 * padding));
  const TextBlock& block = text_.layout(tip_, type::note, widest);
  const Point at = *pointer();  // which is over what the tip is about
  Rect box{at.x + offset, at.y + offset, block.width + 2 * padding, block.height() + padding};
  if (box.bottom() > screen_.bottom()) box.y -= box.height + 2 * offset;
  box.x = std::round(std::max(screen_.x, std::min(box.x, screen_.right() - box.width)));
  box.y = std::round(std::max(screen_.y, box.y));
  fill(box, colors().ink, theme_.radius(metric::chip_radius));
  words(block, box.x + padding, box.y + padding / 2, colors().inverse);
}

void Ui::finish() {
  set_layer(Layer::tip);
  if (!tip_.empty()) paint_tip();
  layers_.Merge(&list_);
}

}  // namespace taskscope
