// Words as glyphs: places in the atlas, phases, growth.
#include "view/word_font.h"

#include <doctest/doctest.h>
#include <imgui_internal.h>

#include <map>
#include <set>
#include <string>

#include "fixture.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

// A source that counts how often it is asked for each word.
struct CountingGlyphs : PlainGlyphs {
  std::map<std::string, int, std::less<>> times;

  WordMetrics measure(const Face& face, float px, std::string_view word) override {
    ++times[std::string(word)];
    return PlainGlyphs::measure(face, px, word);
  }
};

// Frames to draw words in.
struct Sheet : WordUser {
  CountingGlyphs glyphs;
  WordFont font{glyphs};
  Canvas canvas{font.atlas()};
  std::vector<Word> needed;
  std::vector<SizedFace*> needed_faces;

  Sheet() { font.add_user(*this); }
  ~Sheet() override { font.remove_user(*this); }

  void keep_words(WordFont& of) override {
    for (const Word word : needed) of.keep(word);
    for (SizedFace* face : needed_faces) WordFont::keep(*face);
  }

  SizedFace& face(float px) {
    needed_faces.push_back(&font.sized({}, px));
    return *needed_faces.back();
  }

  template <typename Draw>
  void frame(Draw draw) {
    do {
      font.new_frame();
      canvas.begin(ImVec2(1000, 1000), 0.01f);
      draw(canvas.list());
      canvas.end();
      for (ImTextureData* data : font.atlas()->TexList) data->SetStatus(ImTextureStatus_OK);  // as the page takes them
    } while (font.is_full());
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
  SizedFace& face = c.face(40);
  std::set<int> textures;
  for (int frame = 0; frame < 20; ++frame) {
    c.frame([&](ImDrawList& list) {
      for (int i = 0; i < (frame + 1) * 20; ++i) {
        c.needed.push_back(c.font.intern("word" + std::to_string(i)));
        c.font.draw(list, face, c.needed.back(), 0, 50, 0xFFFFFFFF);
      }
    });
    textures.insert(c.font.atlas()->TexData->UniqueID);
    c.font.take_glyphs_to_paint();
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

TEST_CASE("words that nobody needs any more are forgotten, and those that somebody needs are never measured again") {
  Sheet c;
  SizedFace& face = c.face(20);
  c.needed.push_back(c.font.intern("needed"));
  for (int i = 0; i < 20'000; ++i) {
    c.frame([&](ImDrawList& list) {
      c.font.draw(list, face, c.font.intern("needed"), 0, 20, 0xFFFFFFFF);
      c.font.draw(list, face, c.font.intern("word" + std::to_string(i)), 0, 50, 0xFFFFFFFF);
    });
    REQUIRE(c.font.intern("needed") == c.needed.front());
  }
  CHECK(c.glyphs.times["needed"] == 1);
  CHECK(c.font.remembered() < 2'000);
  CHECK(c.font.intern("another") < 2'000 * word_phases);  // code points are used again
  CHECK(c.font.atlas()->TexData->Height <= 1024);

  c.font.take_glyphs_to_paint();
  c.font.forget_painted();
  for (const GlyphToPaint& glyph : c.font.take_glyphs_to_paint()) {
    const bool is_known = glyph.word == "needed" || glyph.word.starts_with("word");
    CHECK(is_known);
  }
}

TEST_CASE("sizes that nobody needs any more are forgotten") {
  Sheet c;
  SizedFace& needed = c.face(20);
  const auto number = needed.imgui_size;
  for (int size = 0; size < 700; ++size)
    c.frame([&](ImDrawList& list) {
      SizedFace& face = c.font.sized({}, 30 + static_cast<float>(size) / 8);
      for (int i = 0; i < 20; ++i)
        c.font.draw(list, face, c.font.intern("word" + std::to_string(i)), 0, 50, 0xFFFFFFFF);
    });
  CHECK(c.font.remembered() < 2'500);
  CHECK(c.font.sized({}, 9).imgui_size < 200);
  CHECK(&c.font.sized({}, 20) == &needed);
  CHECK(needed.imgui_size == number);
}

TEST_CASE("fonts that change again and again, before the first frame too, leave one texture") {
  Sheet c;
  SizedFace& face = c.face(20);
  for (int i = 0; i < 1'000; ++i) c.font.forget_measures();
  const auto draw = [&](ImDrawList& list) { c.font.draw(list, face, c.font.intern("word"), 0, 20, 0xFFFFFFFF); };
  for (int frame = 0; frame < 3; ++frame) c.frame(draw);
  CHECK(c.font.atlas()->TexList.Size == 1);
  CHECK(c.font.take_glyphs_to_paint().size() == 1);
}

TEST_CASE("words beyond those that can have a code point are not drawn, and do no harm") {
  Sheet c;
  SizedFace& face = c.face(20);
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
  SizedFace& face = c.face(2);
  for (int i = 0; i < 66'000; ++i) c.needed.push_back(c.font.intern(std::to_string(i)));
  c.font.new_frame();
  c.canvas.begin(ImVec2(1000, 1000), 0.01f);
  for (const Word word : c.needed) c.font.draw(c.canvas.list(), face, word, 10, 30, 0xFFFFFFFF);
  c.canvas.end();
  CHECK(c.font.is_full());
  for (ImTextureData* data : c.font.atlas()->TexList) data->SetStatus(ImTextureStatus_OK);
  c.frame([&](ImDrawList& list) {
    c.font.draw(list, face, c.needed.back(), 10, 30, 0xFFFFFFFF);
    CHECK(list.VtxBuffer.Size == 4);
  });
  CHECK(!c.font.is_full());
}

TEST_CASE("a word that no texture holds is not drawn, and does not make the atlas grow") {
  Sheet c;
  SizedFace& face = c.face(200);
  c.frame([&](ImDrawList& list) {
    c.font.draw(list, face, c.font.intern(std::string(1'000, 'm')), 10, 300, 0xFFFFFFFF);
    CHECK(list.VtxBuffer.Size == 0);
  });
  CHECK(c.font.atlas()->TexData->Width == 1024);
}
