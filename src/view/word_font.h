// Words as glyphs: each distinct word gets a code point of its own, which Dear ImGui packs into its font atlas like any
// character. The glyph source measures and, later, paints it; so the browser shapes every script, and no font is
// shipped.
#pragma once

#include <imgui.h>

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "view/glyph_source.h"

struct ImFontLoader;

namespace taskscope {

// The code point that stands for a word at a phase: how far right of a whole pixel its pen starts, in quarters of a
// pixel. Spaces between words stay as even as in a page, though every bitmap lies on whole pixels.
using Word = ImWchar;
inline constexpr unsigned word_phases = 4;

// A word that has a place in the atlas texture and waits to be painted there.
struct GlyphToPaint {
  Face face;
  float px = 0;           // font size in device pixels
  std::string_view word;  // lives as long as the WordFont
  int x = 0, y = 0;       // the place's top left corner in the texture
  int width = 0, height = 0;
  float pen_x = 0, pen_y = 0;  // where the pen starts, from that corner
  bool coloured = false;
};

// One face at one size, with what is known of its words. Handles to it stay valid as long as the WordFont.
struct SizedFace {
  Face face;
  float px = 0;  // font size in device pixels
  FontMetrics metrics;
  ImFont* font = nullptr;  // one for each face, shared by its sizes
  float imgui_size = 0;    // Dear ImGui rounds sizes to integers, so it gets this number in place of the size
  std::unordered_map<Word, WordMetrics> measured{};
  std::vector<float> ascii_advances{};  // of the characters from ' ' to '~', once somebody has asked
};

// Shared by all widgets of a page, so that a word is painted once.
class WordFont {
 public:
  explicit WordFont(GlyphSource& source);
  ~WordFont();
  WordFont(const WordFont&) = delete;
  WordFont& operator=(const WordFont&) = delete;

  ImFontAtlas* atlas() { return atlas_.get(); }
  // Goes before a frame of any context that shares the atlas.
  void new_frame();

  // The word at phase 0; add 1 to 3 for the others.
  Word intern(std::string_view text);

  SizedFace& sized(const Face& face, float px);
  // The same at each phase.
  const WordMetrics& measure(SizedFace& sized, Word word);
  // The advance of a text that will not be drawn as it stands, such as a piece of a word to be broken.
  float advance(const SizedFace& sized, std::string_view text) {
    return source_.measure(sized.face, sized.px, text).advance;
  }
  // How wide a text of ASCII characters is about: the sum of what each of them takes alone, which is near to what they
  // take together. Nothing for other texts.
  std::optional<float> rough_advance(SizedFace& sized, std::string_view text);
  // Draws a word with its pen at (x, y) on the baseline: x to a quarter of a pixel, y to a whole one.
  void draw(ImDrawList& list, const SizedFace& sized, Word word, float x, float y, ImU32 color);

  // The words that got a place since the last call; after `forget_painted`, all that have one.
  std::vector<GlyphToPaint> take_glyphs_to_paint();
  // The texture is new or was lost: every word has to be painted again.
  void forget_painted();
  // The page's fonts changed: every measure and glyph is out of date.
  void forget_measures();

 private:
  struct PackedGlyph {
    SizedFace* sized;
    Word word;
    int pack_id;
  };
  struct AtlasDeleter {
    void operator()(ImFontAtlas* atlas) const;
  };

  static constexpr Word first_word = 0x100;  // above the characters that Dear ImGui itself looks up
  static const ImFontLoader& loader();
  static unsigned phase_of(Word word) { return (word - first_word) % word_phases; }
  std::string_view text_of(Word word) const { return words_[(word - first_word) / word_phases]; }
  // Whether the code point stands for a word that can be drawn: Dear ImGui only asserts that it has none beyond
  // Unicode's.
  bool is_word(ImWchar code) const {
    return code >= first_word && code <= IM_UNICODE_CODEPOINT_MAX && (code - first_word) / word_phases < words_.size();
  }
  ImFont* font_for(const Face& face);
  bool load_glyph(const ImFontBaked& baked, Word word, ImFontGlyph& glyph);
  std::optional<GlyphToPaint> place(const PackedGlyph& glyph);

  GlyphSource& source_;
  std::unique_ptr<ImFontAtlas, AtlasDeleter> atlas_;
  int frame_ = 0;
  bool is_full_ = false;           // a size has as many glyphs as it can
  std::deque<std::string> words_;  // a deque keeps the texts in place
  std::unordered_map<std::string_view, Word> codes_;
  std::deque<SizedFace> sized_;  // by imgui_size from 1
  std::vector<PackedGlyph> unpainted_;
};

}  // namespace taskscope
