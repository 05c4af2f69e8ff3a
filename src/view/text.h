// Lays out text: words measured by the glyph source, lines broken to a width, right-to-left words put in order.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "view/frame_cache.h"
#include "view/line_break.h"
#include "view/theme.h"
#include "view/word_font.h"

namespace taskscope {

// A piece of a text in one style. The pieces of a paragraph follow each other as they are: spaces are theirs to bring.
struct TextRun {
  std::string_view text;
  TextStyle style;
};

struct PlacedWord {
  Word word;
  std::size_t begin;  // byte of the whole text
  std::uint32_t run;  // index into the block's fonts
  float x;            // device pixels from the block's left edge
};

// A stretch of text in one line and one run, and where it stands. All pieces together are the whole text.
struct TextPiece {
  std::size_t line = 0;
  std::uint32_t run = 0;
  std::size_t begin = 0, end = 0;  // bytes of the whole text; the blanks at a line's end count in
  float x = 0, width = 0;          // of its ink, from the block's left edge
};

struct TextLine {
  std::size_t begin = 0, end = 0;              // bytes of the whole text, without the blanks at the line's end
  std::size_t first_word = 0, word_count = 0;  // in TextBlock::words
  float x = 0, width = 0;
};

// Text broken into lines. Lengths are in device pixels.
struct TextBlock {
  std::vector<SizedFace*> fonts;  // one a run
  std::vector<PlacedWord> words;
  std::vector<TextLine> lines;
  float line_height = 0;
  float baseline = 0;  // from a line's top
  float width = 0;     // of the longest line
  bool is_right_to_left = false;
  float height() const { return line_height * static_cast<float>(lines.size()); }
};

// The block cut at the ends of lines and runs, in reading order.
std::vector<TextPiece> pieces_of(const TextBlock& block, WordFont& font);

// One widget's text, remembered from frame to frame for as long as it is shown.
class TextShaper final : public WordUser {
 public:
  // `font` outlives the shaper.
  explicit TextShaper(WordFont& font) : font_(font) { font_.add_user(*this); }
  ~TextShaper() override { font_.remove_user(*this); }
  TextShaper(const TextShaper&) = delete;
  TextShaper& operator=(const TextShaper&) = delete;

  // Goes before a frame's first layout; other type makes it forget everything. What is mirrored aligns its lines on the
  // right, and has text without letters, or of both directions, run from right to left.
  void begin_frame(const Theme& theme, bool is_mirrored);
  // Drops what this frame did not use.
  void end_frame() { blocks_.end_frame(); }
  // Forgets the texts that no frame has asked for since the last call, but for those of the last frame.
  void keep_words(WordFont& font) override;
  // The page's fonts changed.
  void forget() { blocks_.clear(); }

  // `max_width` in device pixels. The block stays valid until the frame ends.
  const TextBlock& layout(std::span<const TextRun> runs, float max_width);
  const TextBlock& layout(std::string_view text, TextStyle style, float max_width) {
    const TextRun run{text, style};
    return layout({&run, 1}, max_width);
  }
  // On one line, however long.
  const TextBlock& line(std::string_view text, TextStyle style) { return layout(text, style, unlimited); }

  // How tall a text is, without a look at its words where it surely fits a line.
  float height_of(std::string_view text, TextStyle style, float max_width);

  WordFont& font() { return font_; }
  // How many texts are kept.
  std::size_t remembered() const { return blocks_.size(); }

  static constexpr float unlimited = 1e9f;

 private:
  SizedFace& sized(const TextStyle& style);

  WordFont& font_;
  Theme theme_;
  bool is_mirrored_ = false;
  FrameCache<std::uint64_t, TextBlock> blocks_;  // by a hash of text, style and width
  std::uint32_t kept_since_ = 0;                 // the frame after which words were kept last
};

}  // namespace taskscope
