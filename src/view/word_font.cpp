#include "view/word_font.h"

#include <imgui_internal.h>
#include <misc/freetype/imgui_freetype.h>

#include <cmath>
#include <utility>

// Dear ImGui asks for this where IMGUI_ENABLE_FREETYPE is set (imgui_config.h); our fonts bring their own loader, so
// the default one is never called.
namespace ImGuiFreeType {
const ImFontLoader* GetFontLoader() {
  static const ImFontLoader none;
  return &none;
}
}  // namespace ImGuiFreeType

namespace taskscope {

namespace {

constexpr int ink_margin = 1;             // antialiasing may touch one pixel more than the measured box
constexpr int first_atlas_side = 1024;    // holds a dashboard's words at one pixel a CSS pixel; others make it grow
constexpr int atlas_side_to_trim = 4096;  // a texture that outgrew this is rebuilt from what is in use
constexpr int last_atlas_side = 8192;
constexpr int most_glyphs = 65'000;  // of a size; Dear ImGui counts them with 16 bits and does not look

// In pixels.
float phase_offset(unsigned phase) { return static_cast<float>(phase) / static_cast<float>(word_phases); }

WordFont& owner_of(ImFontAtlas* atlas) { return *static_cast<WordFont*>(atlas->UserData); }

}  // namespace

void WordFont::AtlasDeleter::operator()(ImFontAtlas* atlas) const { IM_DELETE(atlas); }

WordFont::WordFont(GlyphSource& source) : source_(source), atlas_(IM_NEW(ImFontAtlas)()) {
  atlas_->UserData = this;
  atlas_->Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
  atlas_->TexDesiredFormat = ImTextureFormat_Alpha8;  // its pixels are never read, so let them be few
  atlas_->TexMinWidth = atlas_->TexMinHeight = first_atlas_side;
  atlas_->TexMaxWidth = atlas_->TexMaxHeight = last_atlas_side;
  atlas_->FontLoader = &loader();
  font_for(Face{});  // Dear ImGui wants a font to start with
}

WordFont::~WordFont() = default;

const ImFontLoader& WordFont::loader() {
  static const ImFontLoader words = [] {
    ImFontLoader l;
    l.Name = "words";
    l.FontSrcContainsGlyph = [](ImFontAtlas* atlas, ImFontConfig*, ImWchar code) {
      return owner_of(atlas).is_word(code);
    };
    l.FontBakedLoadGlyph = [](ImFontAtlas* atlas, ImFontConfig*, ImFontBaked* baked, void*, ImWchar code,
                              ImFontGlyph* glyph,
                              float*) { return glyph && owner_of(atlas).load_glyph(*baked, code, *glyph); };
    return l;
  }();
  return words;
}

void WordFont::new_frame() {
  ImFontAtlasUpdateNewFrame(atlas_.get(), ++frame_, true);
  const bool is_large = std::max(atlas_->TexData->Width, atlas_->TexData->Height) > atlas_side_to_trim;
  if (std::exchange(is_full_, false) || is_large) forget_measures();
}

Word WordFont::intern(std::string_view text) {
  if (const auto found = codes_.find(text); found != codes_.end()) return found->second;
  const auto code = static_cast<Word>(first_word + words_.size() * word_phases);
  words_.emplace_back(text);
  codes_.emplace(words_.back(), code);
  return code;
}

SizedFace& WordFont::sized(const Face& face, float px) {
  for (SizedFace& s : sized_)
    if (s.px == px && s.face == face) return s;
  ImFont* font = font_for(face);
  sized_.push_back({face, px, source_.font_metrics(face, px), font, static_cast<float>(sized_.size() + 1)});
  return sized_.back();
}

ImFont* WordFont::font_for(const Face& face) {
  for (const SizedFace& s : sized_)
    if (s.face == face) return s.font;
  ImFontConfig config;
  config.FontLoader = &loader();
  config.FontDataOwnedByAtlas = true;
  return atlas_->AddFont(&config);
}

const WordMetrics& WordFont::measure(SizedFace& sized, Word word) {
  auto [entry, is_new] = sized.measured.try_emplace(word - phase_of(word));
  if (is_new) entry->second = source_.measure(sized.face, sized.px, text_of(word));
  return entry->second;
}

std::optional<float> WordFont::rough_advance(SizedFace& sized, std::string_view text) {
  constexpr char first = ' ', last = '~';
  if (sized.ascii_advances.empty())
    for (char c = first; c <= last; ++c) sized.ascii_advances.push_back(advance(sized, {&c, 1}));
  float sum = 0;
  for (const char c : text) {
    if (c < first || c > last) return std::nullopt;
    sum += sized.ascii_advances[static_cast<std::size_t>(c - first)];
  }
  return sum;
}

void WordFont::draw(ImDrawList& list, const SizedFace& sized, Word word, float x, float y, ImU32 color) {
  const float quarters = std::round(x * static_cast<float>(word_phases));
  const float whole = std::floor(quarters / static_cast<float>(word_phases));
  const auto phase = static_cast<unsigned>(quarters - whole * static_cast<float>(word_phases));
  sized.font->RenderChar(&list, sized.imgui_size, ImVec2(whole, std::round(y)), color, word + phase);
}

bool WordFont::load_glyph(const ImFontBaked& baked, Word word, ImFontGlyph& glyph) {
  const auto index = static_cast<std::size_t>(baked.Size) - 1;
  if (index >= sized_.size() || !is_word(word)) return false;
  is_full_ = is_full_ || baked.Glyphs.Size >= most_glyphs;
  if (is_full_) return false;
  SizedFace& s = sized_[index];
  const WordMetrics& m = measure(s, word);
  const float left = std::ceil(m.left) + ink_margin, top = std::ceil(m.ascent) + ink_margin;
  const int width = static_cast<int>(left + std::ceil(m.right + phase_offset(phase_of(word)))) + ink_margin;
  const int height = static_cast<int>(top + std::ceil(m.descent)) + ink_margin;
  glyph.Codepoint = word & 0x3FFFFFF;  // a bit field of 26 bits
  glyph.AdvanceX = m.advance;
  if (m.left + m.right <= 0 || m.ascent + m.descent <= 0) return true;
  if (std::max(width, height) > last_atlas_side) return false;
  const int pack_id = ImFontAtlasPackAddRect(atlas_.get(), width, height);
  if (pack_id == ImFontAtlasRectId_Invalid) return false;
  glyph.X0 = -left;
  glyph.Y0 = -top;
  glyph.X1 = glyph.X0 + static_cast<float>(width);
  glyph.Y1 = glyph.Y0 + static_cast<float>(height);
  glyph.Visible = true;
  glyph.Colored = m.coloured;
  glyph.PackId = pack_id;
  unpainted_.push_back({&s, word, pack_id});
  return true;
}

std::optional<GlyphToPaint> WordFont::place(const PackedGlyph& glyph) {
  const ImTextureRect* rect = ImFontAtlasPackGetRectSafe(atlas_.get(), glyph.pack_id);
  if (!rect) return std::nullopt;  // it lost its place to newer words
  const SizedFace& sized = *glyph.sized;
  const WordMetrics& m = measure(*glyph.sized, glyph.word);
  return GlyphToPaint{.face = sized.face,
                      .px = sized.px,
                      .word = text_of(glyph.word),
                      .x = rect->x,
                      .y = rect->y,
                      .width = rect->w,
                      .height = rect->h,
                      .pen_x = std::ceil(m.left) + ink_margin + phase_offset(phase_of(glyph.word)),
                      .pen_y = std::ceil(m.ascent) + ink_margin,
                      .coloured = m.coloured};
}

std::vector<GlyphToPaint> WordFont::take_glyphs_to_paint() {
  std::vector<GlyphToPaint> places;
  places.reserve(unpainted_.size());
  for (const PackedGlyph& glyph : unpainted_)
    if (const auto to_paint = place(glyph)) places.push_back(*to_paint);
  unpainted_.clear();
  return places;
}

void WordFont::forget_painted() {
  unpainted_.clear();
  ImFontAtlasBuilder& builder = *atlas_->Builder;
  for (int i = 0; i < builder.BakedPool.Size; ++i) {
    const ImFontBaked& baked = builder.BakedPool[i];
    if (baked.WantDestroy) continue;
    for (const ImFontGlyph& glyph : baked.Glyphs)
      if (glyph.PackId != ImFontAtlasRectId_Invalid)
        unpainted_.push_back(
            {&sized_[static_cast<std::size_t>(baked.Size) - 1], static_cast<Word>(glyph.Codepoint), glyph.PackId});
  }
}

void WordFont::forget_measures() {
  ImFontAtlasBuildDiscardBakes(atlas_.get(), 0);
  atlas_->CompactCache();
  unpainted_.clear();
  for (SizedFace& s : sized_) {
    s.measured.clear();
    s.ascii_advances.clear();
    s.metrics = source_.font_metrics(s.face, s.px);
  }
}

}  // namespace taskscope
