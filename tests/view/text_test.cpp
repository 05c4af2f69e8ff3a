// Line breaking, word order and the fitting of words that are too long.
#include "view/text.h"

#include <doctest/doctest.h>

#include <string>

#include "fixture.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

struct Shaped {
  PlainGlyphs glyphs;
  WordFont font{glyphs};
  TextShaper shaper{font};
  std::string text;
  const TextBlock* block;

  Shaped(std::string t, float width) : text(std::move(t)) {
    shaper.begin_frame(Theme{}, false);
    block = &shaper.layout(text, type::body, width);
  }
  std::string line(std::size_t i) const {
    const TextLine& l = block->lines.at(i);
    return text.substr(l.begin, l.end - l.begin);
  }
};

constexpr float character = 15 * PlainGlyphs::character_width;

std::vector<std::string> segments(std::string_view text) {
  std::vector<std::string> all;
  for (const Segment& s : break_into_segments(text)) all.emplace_back(text.substr(s.begin, s.end - s.begin));
  return all;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("segments end at spaces and after hyphens within words") {
  CHECK(segments("one two") == Texts{"one", "two"});
  CHECK(segments("  one   two ") == Texts{"one", "two"});
  CHECK(segments("health-information") == Texts{"health-", "information"});
  CHECK(segments("2026-11-22") == Texts{"2026-11-22"});
  CHECK(segments("karpathy/jobs") == Texts{"karpathy/jobs"});
  CHECK(segments("-5 %") == Texts{"-5", "%"});
  CHECK(segments("l’adoption d’“IA”") == Texts{"l’adoption", "d’“IA”"});
  CHECK(segments("(\u200e-12.1)") == Texts{"(\u200e-12.1)"});
  CHECK(segments("").empty());
}

TEST_CASE("scripts without spaces break between characters, but not before closing punctuation") {
  CHECK(segments("医療記録") == Texts{"医", "療", "記", "録"});
  CHECK(segments("記録。次") == Texts{"記", "録。", "次"});
  CHECK(segments("“記録”次") == Texts{"“記", "録”", "次"});
  CHECK(segments("（記）") == Texts{"（記）"});
}

TEST_CASE("newlines end a line, and an empty line stays") {
  Shaped s("one\n\ntwo", 1000);
  CHECK(s.block->lines.size() == 3);
  CHECK(s.line(0) == "one");
  CHECK(s.line(1).empty());
  CHECK(s.line(2) == "two");
}

TEST_CASE("characters that belong together are not cut apart") {
  CHECK(character_ends("ab").size() == 2);
  CHECK(character_ends("e\u0301a").size() == 2);
  CHECK(character_ends("👩‍👩‍👧x").size() == 2);
  CHECK(character_ends("🇩🇪🇫🇷").size() == 2);
  CHECK(character_ends("👍🏽").size() == 1);
}

TEST_CASE("lines are filled greedily and remember what they hold") {
  Shaped s("aaaa bbbb cccc", 9.5f * character);
  REQUIRE(s.block->lines.size() == 2);
  CHECK(s.line(0) == "aaaa bbbb");
  CHECK(s.line(1) == "cccc");
  CHECK(s.block->width <= 9.5f * character);
}

TEST_CASE("a word wider than the line is cut where it must be") {
  Shaped s("x " + std::string(25, 'm'), 10.1f * character);
  CHECK(s.block->width <= 10.1f * character);
  std::string joined;
  for (std::size_t i = 0; i < s.block->lines.size(); ++i) joined += s.line(i);
  CHECK(joined == "x" + std::string(25, 'm'));
}

TEST_CASE("no width at all gives a character a line") {
  Shaped s("abc", 0);
  CHECK(s.block->lines.size() == 3);
}

TEST_CASE("right-to-left words stand from the right") {
  Shaped s("אב גד", 1000);
  REQUIRE(s.block->words.size() == 2);
  CHECK(direction_of(s.text) == Direction::right_to_left);
  // The first word of the text is the last from the left.
  const Word first_word = s.font.intern("אב");
  CHECK(s.block->words[1].word == first_word);
  CHECK(s.block->words[1].x > s.block->words[0].x);
}

TEST_CASE("left-to-right runs keep their order within a right-to-left line") {
  Shaped s("אב one two גד", 1000);
  std::vector<Word> order;
  for (const PlacedWord& w : s.block->words) order.push_back(w.word);
  const std::vector<Word> expected = {s.font.intern("גד"), s.font.intern("one"), s.font.intern("two"),
                                      s.font.intern("אב")};
  CHECK(order == expected);
}

TEST_CASE("punctuation between right-to-left words keeps their order") {
  Shaped s("abc אב – גד", 1000);
  std::vector<Word> order;
  for (const PlacedWord& w : s.block->words) order.push_back(w.word);
  const std::vector<Word> expected = {s.font.intern("abc"), s.font.intern("גד"), s.font.intern("–"),
                                      s.font.intern("אב")};
  CHECK(order == expected);
}

TEST_CASE("pieces are the whole text, cut at the ends of lines and runs") {
  const std::string text = "one two three four five six";
  Shaped s(text, 9.5f * character);
  std::string joined;
  for (const TextPiece& piece : pieces_of(*s.block, s.font))
    joined += text.substr(piece.begin, piece.end - piece.begin);
  CHECK(joined == text);
}

TEST_CASE("runs of several styles share their lines") {
  PlainGlyphs glyphs;
  WordFont font(glyphs);
  TextShaper shaper(font);
  shaper.begin_frame(Theme{}, false);
  const TextRun runs[] = {{"64 points", type::strong_note}, {" of all", type::note}};
  const TextBlock& block = shaper.layout(runs, 1000);
  REQUIRE(block.words.size() == 4);
  CHECK(block.words[1].run == 0);
  CHECK(block.words[2].run == 1);
  CHECK(block.lines[0].end == std::string_view("64 points of all").size());
}

TEST_CASE("a line does not end in the middle of a word that changes its style") {
  PlainGlyphs glyphs;
  WordFont font(glyphs);
  TextShaper shaper(font);
  shaper.begin_frame(Theme{}, false);
  const auto lines = [&](const Texts& runs) {
    std::string whole;
    std::vector<TextRun> styled;
    for (const std::string& run : runs) {
      whole += run;
      styled.push_back({run, styled.size() == 1 ? type::strong_note : type::note});
    }
    const float width = shaper.line("Crop, Nurse", type::note).width;
    Texts all;
    for (const TextLine& line : shaper.layout(styled, width).lines)
      all.push_back(whole.substr(line.begin, line.end - line.begin));
    return all;
  };
  CHECK(lines({"Crop, ", "Nur", "sery"}) == Texts{"Crop,", "Nursery"});
  CHECK(lines({"Crop, ", "Nurse", " help"}) == Texts{"Crop, Nurse", "help"});
  CHECK(lines({"well-", "knownno"}) == Texts{"well-", "knownno"});
  CHECK(lines({"Nurserynur", "serynursery"}).size() == 2);  // wider than a line, it ends where it must
  CHECK(lines({"a ", "Nurseryn", "urserynu"}) == Texts{"a Nurseryn", "urserynu"});
  CHECK(lines({"Crop, ", " Nur", "sery"}) == Texts{"Crop,", "Nursery"});
}

TEST_CASE("what is no longer shown is forgotten") {
  PlainGlyphs glyphs;
  WordFont font(glyphs);
  TextShaper shaper(font);
  for (int frame = 0; frame < 3; ++frame) {
    shaper.begin_frame(Theme{}, false);
    for (int i = 0; i < 2000; ++i) shaper.line("text " + std::to_string(frame * 2000 + i), type::note);
    shaper.end_frame();
  }
  CHECK(shaper.remembered() <= 2 * 2000 + 256);
}

namespace {

// Counts what it is asked.
struct CountingGlyphs : PlainGlyphs {
  int measured = 0;
  WordMetrics measure(const Face& face, float px, std::string_view word) override {
    ++measured;
    return PlainGlyphs::measure(face, px, word);
  }
};

}  // namespace

TEST_CASE("a word is measured once, however often texts have it") {
  CountingGlyphs glyphs;
  WordFont font(glyphs);
  TextShaper shaper(font);
  shaper.begin_frame(Theme{}, false);
  shaper.layout("to be or not to be", type::body, 1000);
  CHECK(glyphs.measured == 5);  // to, be, or, not, and the space
  shaper.layout("not to be", type::body, 1000);
  CHECK(glyphs.measured == 5);
}

TEST_CASE("a text's height is its block's, found without a look at its words where it surely fits a line") {
  CountingGlyphs glyphs;
  WordFont font(glyphs);
  TextShaper shaper(font);
  shaper.begin_frame(Theme{}, false);
  const auto checked_height = [&](std::string_view text, float width) {
    const float height = shaper.height_of(text, type::body, width);
    CHECK(height == shaper.layout(text, type::body, width).height());
    return height;
  };
  const float line = checked_height("one", 1000);
  checked_height("", 1000);
  CHECK(checked_height("one two three", 13 * character * 1.2f) == line);
  CHECK(checked_height("one two three", 13 * character * 1.05f) == line);
  CHECK(checked_height("one two three", 8 * character) == 2 * line);
  CHECK(checked_height("one\ntwo", 1000) == 2 * line);
  CHECK(checked_height("médecin", 1000) == line);
  glyphs.measured = 0;
  shaper.height_of("none of these words has been seen before", type::body, 1000);
  CHECK(glyphs.measured == 0);
}
