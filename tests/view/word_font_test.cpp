// Words as glyphs: places in the atlas, phases, growth.
#include "view/word_font.h"

#include <doctest/doctest.h>
#include <imgui_internal.h>

#include <set>

#include "fixture.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

// Frames to draw words in.
struct Sheet {
  PlainGlyphs glyphs;
  WordFont font{glyphs};
  Canvas canvas{font.atlas()};

  template <typename Draw>
  void frame(Draw draw) {
    font.new_frame();
    canvas.begin(ImVec2(1000, 1000), 0.01f);
    draw(canvas.list());
    canvas.end();
  }
};

}  // namespace

TEST_CASE("a word is the same code point each time") {
  PlainGlyphs glyphs;
  WordFont font(glyphs);
  CHECK(font.intern("one") == font.intern("one"));
  CHECK(font.intern("two") != font.intern("one"));
}

TEST_CASE("a drawn word gets a place that holds its ink, once for each phase") {
  Sheet c;
  SizedFace& face = c.font.sized({}, 20);
  c.frame([&](ImDrawList& list) {
    const Word word = c.font.intern("word");
    c.font.draw(list, face, word, 10, 30, 0xFFFFFFFF);
    c.font.draw(list, face, word, 90, 30, 0xFFFFFFFF);
    c.font.draw(list, face, word, 10.5f, 60, 0xFFFFFFFF);
    CHECK(list.VtxBuffer.Size == 12);
  });
  const std::vector<GlyphToPaint> glyphs = c.font.take_glyphs_to_paint();
  REQUIRE(glyphs.size() == 2);
  CHECK(glyphs[0].word == "word");
  CHECK(glyphs[0].width >= 44);
  CHECK(glyphs[1].pen_x - glyphs[0].pen_x == doctest::Approx(0.5));
  CHECK(c.font.take_glyphs_to_paint().empty());
}

TEST_CASE("vertices of words lie on whole pixels") {
  Sheet c;
  SizedFace& face = c.font.sized({}, 13.75f);
  c.frame([&](ImDrawList& list) {
    c.font.draw(list, face, c.font.intern("crisp"), 10.37f, 30.62f, 0xFFFFFFFF);
    for (const ImDrawVert& v : list.VtxBuffer) {
      CHECK(v.pos.x == std::floor(v.pos.x));
      CHECK(v.pos.y == std::floor(v.pos.y));
    }
  });
}

TEST_CASE("places do not overlap while the atlas grows, and all are painted anew on the grown one") {
  Sheet c;
  SizedFace& face = c.font.sized({}, 40);
  std::set<int> textures;
  for (int frame = 0; frame < 20; ++frame) {
    c.frame([&](ImDrawList& list) {
      for (int i = 0; i < 20; ++i)
        c.font.draw(list, face, c.font.intern("word" + std::to_string(frame * 20 + i)), 0, 50, 0xFFFFFFFF);
    });
    textures.insert(c.font.atlas()->TexData->UniqueID);
    c.font.take_glyphs_to_paint();
    for (ImTextureData* data : c.font.atlas()->TexList) data->SetStatus(ImTextureStatus_OK);
  }
  CHECK(textures.size() > 1);
  c.font.forget_painted();
  const std::vector<GlyphToPaint> all = c.font.take_glyphs_to_paint();
  CHECK(all.size() == 400);
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = i + 1; j < all.size(); ++j) {
      const auto &a = all[i], &b = all[j];
      const bool apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      REQUIRE(apart);
    }
}

TEST_CASE("after the page's fonts changed, words are measured and placed anew") {
  Sheet c;
  SizedFace& face = c.font.sized({}, 20);
  const auto draw = [&](ImDrawList& list) { c.font.draw(list, face, c.font.intern("word"), 0, 20, 0xFFFFFFFF); };
  c.frame(draw);
  CHECK(c.font.take_glyphs_to_paint().size() == 1);
  c.font.forget_measures();
  CHECK(c.font.take_glyphs_to_paint().empty());
  c.frame(draw);
  CHECK(c.font.take_glyphs_to_paint().size() == 1);
}

TEST_CASE("words beyond those that can have a code point are not drawn, and do no harm") {
  Sheet c;
  SizedFace& face = c.font.sized({}, 20);
  constexpr std::size_t most = (IM_UNICODE_CODEPOINT_MAX - 0x100) / word_phases;
  Word last = 0;
  for (std::size_t i = 0; i < most + 2; ++i) last = c.font.intern(std::to_string(i));
  CHECK(last > IM_UNICODE_CODEPOINT_MAX);
  c.frame([&](ImDrawList& list) {
    c.font.draw(list, face, last, 10, 30, 0xFFFFFFFF);
    CHECK(list.VtxBuffer.Size == 0);
    c.font.draw(list, face, c.font.intern("7"), 10, 30, 0xFFFFFFFF);
    CHECK(list.VtxBuffer.Size == 4);
  });
}

TEST_CASE("a size that has all the glyphs it can begins anew with the next frame") {
  Sheet c;
  SizedFace& face = c.font.sized({}, 2);
  std::vector<Word> words(66'000);
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = c.font.intern(std::to_string(i));
  c.frame([&](ImDrawList& list) {
    for (const Word word : words) c.font.draw(list, face, word, 10, 30, 0xFFFFFFFF);
  });
  c.frame([&](ImDrawList& list) {
    c.font.draw(list, face, words.back(), 10, 30, 0xFFFFFFFF);
    CHECK(list.VtxBuffer.Size == 4);
  });
}

TEST_CASE("a word that no texture holds is not drawn") {
  Sheet c;
  SizedFace& face = c.font.sized({}, 200);
  c.frame([&](ImDrawList& list) {
    c.font.draw(list, face, c.font.intern(std::string(1'000, 'm')), 10, 300, 0xFFFFFFFF);
    CHECK(list.VtxBuffer.Size == 0);
  });
}
