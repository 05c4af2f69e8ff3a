#include "view/word_font.h"

#include <imgui_internal.h>
#include <misc/freetype/imgui_freetype.h>

#include <algorithm>
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

constexpr int ink_margin = 1;           // antialiasing may touch one pixel more than the measured box
constexpr int first_atlas_side = 1024;  // holds a dashboard's words at one pixel a CSS pixel
constexpr int last_atlas_side = 8192;
constexpr int most_glyphs = 65'000;  // of a size: Dear ImGui counts them with 16 bits and does not look

// In pixels.
float phase_offset(unsigned phase) { return static_cast<float>(phase) / static_cast<float>(word_phases); }

WordFont& owner_of(ImFontAtlas* atlas) { return *static_cast<WordFont*>(atlas->UserData); }

}  // namespace

void WordFont::AtlasDeleter::operator()(ImFontAtlas* atlas) const { IM_DELETE(atlas); }

WordFont::WordFont(GlyphSource& source) : source_(source), atlas_(IM_NEW(ImFontAtlas)()) {
  atlas_->UserData = this;
  atlas_->Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
  atlas_->TexDesiredFormat = ImTextureFormat_Alpha8;  // its pixels are never read, so let them be few
  set_atlas_size(first_atlas_side, first_atlas_side);
  atlas_->FontLoader = &loader();
  ImFontConfig config;
  config.FontLoader = &loader();
  config.FontDataOwnedByAtlas = true;
  font_ = atlas_->AddFont(&config);
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

// Dear ImGui is not to choose a size by itself: it would copy pixels that nobody reads, and keep what nobody needs.
void WordFont::set_atlas_size(int width, int height) {
  atlas_->TexMinWidth = atlas_->TexMaxWidth = width;
  atlas_->TexMinHeight = atlas_->TexMaxHeight = height;
}

// What stays is painted anew, so there has to be something to gain. An atlas that is full soon after, with little that
// is new in it, is too small for what is shown.
void WordFont::new_frame() {
  constexpr std::size_t some = 256, much = 512;
  constexpr int frames_of_user = 64;
  ++frame_;
  const bool is_soon = frame_ - last_forgetting_ <= frames_of_user * static_cast<int>(users_.size());
  const bool has_forgotten = kept_measures_ > 0;
  if (is_full_ && (!has_forgotten || (is_soon && new_measures_ <= some))) {
    const int width = atlas_->TexMaxWidth, height = atlas_->TexMaxHeight;
    const bool grows_wider = height > width;
    set_atlas_size(std::min(grows_wider ? width * 2 : width, last_atlas_side),
                   std::min(grows_wider ? height : height * 2, last_atlas_side));
  }
  if (std::exchange(is_full_, false) || new_measures_ > std::max(much, kept_measures_ / 4)) forget_unused();
  ImFontAtlasUpdateNewFrame(atlas_.get(), frame_, true);
}

std::size_t WordFont::remembered() const {
  std::size_t measures = 0;
  for (const SizedFace& s : sized_) measures += s.measured.size();
  return measures;
}

void WordFont::forget_unused() {
  for (WordUser* user : users_) user->keep_words(*this);
  for (SizedFace& s : sized_) forget_measures_of(s);
  codes_.clear();
  free_words_.clear();
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (std::exchange(words_[i].is_kept, false)) {
      list_word(word_at(i));
    } else {
      free_words_.push_back(word_at(i));
    }
  }
  forget_glyphs();
  new_measures_ = 0;
  kept_measures_ = remembered();
  last_forgetting_ = frame_;
}

void WordFont::forget_measures_of(SizedFace& sized) {
  if (std::exchange(sized.is_kept, false)) {
    std::erase_if(sized.measured, [this](const auto& entry) { return !words_[index_of(entry.first)].is_kept; });
  } else {
    sized = {.face = {}, .metrics = {}, .imgui_size = sized.imgui_size};
  }
}

Word WordFont::intern(std::string_view text) {
  if (const auto found = codes_.find(text); found != codes_.end()) return found->second;
  Word word = word_at(words_.size());
  if (free_words_.empty()) {
    words_.push_back({std::string(text)});
  } else {
    word = free_words_.back();
    free_words_.pop_back();
    words_[index_of(word)].text = text;
  }
  list_word(word);
  return word;
}

void WordFont::list_word(Word word) { codes_.emplace(text_of(word), word); }

SizedFace& WordFont::sized(const Face& face, float px) {
  SizedFace* free = nullptr;
  for (SizedFace& s : sized_) {
    if (s.px == px && s.face == face) return s;
    if (s.px < 0) free = &s;
  }
  if (!free) {
    free = &sized_.emplace_back();
    free->imgui_size = static_cast<float>(sized_.size());
  }
  free->face = face;
  free->px = px;
  find_metrics(*free);
  return *free;
}

void WordFont::find_metrics(SizedFace& sized) {
  sized.metrics = source_.font_metrics(sized.face, sized.px);
  sized.space = source_.measure(sized.face, sized.px, " ").advance;
}

const WordMetrics& WordFont::measure(SizedFace& sized, Word word) {
  auto [entry, is_new] = sized.measured.try_emplace(word - phase_of(word));
  if (is_new) {
    entry->second = source_.measure(sized.face, sized.px, text_of(word));
    ++new_measures_;
  }
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
  font_->RenderChar(&list, sized.imgui_size, ImVec2(whole, std::round(y)), color, word + phase);
}

bool WordFont::load_glyph(const ImFontBaked& baked, Word word, ImFontGlyph& glyph) {
  is_full_ = is_full_ || baked.Glyphs.Size >= most_glyphs;
  if (is_full_ || !is_word(word)) return false;
  SizedFace& s = face_at(baked.Size);
  const WordMetrics& m = measure(s, word);
  const float left = std::ceil(m.left) + ink_margin, top = std::ceil(m.ascent) + ink_margin;
  const int width = static_cast<int>(left + std::ceil(m.right + phase_offset(phase_of(word)))) + ink_margin;
  const int height = static_cast<int>(top + std::ceil(m.descent)) + ink_margin;
  glyph.Codepoint = word & 0x3FFFFFF;  // a bit field of 26 bits
  glyph.AdvanceX = m.advance;
  if (m.left + m.right <= 0 || m.ascent + m.descent <= 0) return true;
  if (std::max(width, height) > last_atlas_side) return false;
  const int pack_id = ImFontAtlasPackAddRect(atlas_.get(), width, height);
  if (pack_id == ImFontAtlasRectId_Invalid) {
    is_full_ = atlas_->TexMaxWidth < last_atlas_side;
    return false;
  }
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
        unpainted_.push_back({&face_at(baked.Size), static_cast<Word>(glyph.Codepoint), glyph.PackId});
  }
}

// The atlas is built anew, as Dear ImGui's numbers for places in it wear out: each can be used 511 times.
void WordFont::forget_glyphs() {
  atlas_->TexData->DestroyPixels();  // before there are new ones: memory that grew never shrinks
  ImFontAtlasBuildDiscardBakes(atlas_.get(), 0);
  ImFontAtlasBuildClear(atlas_.get());
  unpainted_.clear();
}

void WordFont::forget_measures() {
  forget_glyphs();
  for (SizedFace& s : sized_) {
    s.measured.clear();
    s.ascii_advances.clear();
    if (s.px >= 0) find_metrics(s);
  }
}

}  // namespace taskscope
