// What a widget no longer shows is forgotten, however much a reader goes through; what is shown is measured once.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <tuple>

#include "overview_fixture.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

// A source that knows which words it was asked for since the set was cleared.
struct NotedGlyphs : PlainGlyphs {
  using Asked = std::tuple<int, float, std::string>;  // weight, size, word
  std::set<Asked> asked;

  WordMetrics measure(const Face& face, float px, std::string_view word) override {
    asked.insert({face.weight, px, std::string(word)});
    return PlainGlyphs::measure(face, px, word);
  }
};

// Makes texts of words that nobody has seen.
struct Author {
  std::mt19937 random{1};

  std::string words(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
      if (i > 0) text += ' ';
      for (std::size_t letters = 4 + random() % 6; letters > 0; --letters)
        text += static_cast<char>('a' + static_cast<int>(random() % 26));
    }
    return text;
  }

  Profile profile() {
    Profile profile;
    profile.title = words(3);
    for (int i = 0; i < 20; ++i) {
      profile.tasks.emplace_back();
      profile.tasks.back().name = words(5);
      profile.tasks.back().automation_percent = static_cast<double>(random() % 100);
      profile.tasks.back().reason = words(12);
    }
    return profile;
  }
};

// A widget on a page whose words are shared, as are those of others.
struct SharingWidget {
  WordFont& font;
  Dashboard dashboard;
  Semantics record;
  double seconds = 0;
  float width = 1200;

  explicit SharingWidget(WordFont& its_font) : font(its_font), dashboard(font) {
    dashboard.set_language(language_of(english));
    dashboard.set_play({&play::panels});
    dashboard.set_theme({});
  }

  // A picture, and then the record for the elements, as a page asks for them.
  void draw() {
    draw_to(nullptr);
    draw_to(&record);
  }

  void draw_to(Semantics* to) {
    do {
      record = {};
      seconds += 1.0 / 60;
      dashboard.draw({.width = width, .slice = {0, 0, width, 2000}, .screen = {0, 0, width, 1000}, .seconds = seconds},
                     to);
    } while (font.is_full());
  }
};

// How much a page holds at most while something goes on.
struct Most {
  std::size_t measures = 0;
  int texels = 0;

  void see(WordFont& font) {
    for (ImTextureData* data : font.atlas()->TexList) data->SetStatus(ImTextureStatus_OK);  // as the page takes them
    measures = std::max(measures, font.remembered());
    texels = std::max(texels, font.atlas()->TexData->Width * font.atlas()->TexData->Height);
  }
};

// Measures are a small part of the memory, which tests/web/memory_test.mjs has an eye on; some may be kept for a while.
void check_bounded(const Most& first, const Most& last) {
  CHECK(last.measures <= 2 * first.measures);
  CHECK(2 * last.texels <= 3 * first.texels);
}

}  // namespace

TEST_CASE("profiles that are shown one after the other leave nothing behind") {
  NotedGlyphs glyphs;
  WordFont font(glyphs);
  SharingWidget widget(font);
  Author author;
  Most first, last;
  for (int i = 0; i < 300; ++i) {
    widget.dashboard.show(author.profile());
    widget.draw();
    (i < 10 ? first : last).see(font);
  }
  check_bounded(first, last);
}

TEST_CASE("what a widget shows is never measured twice for what others go through") {
  NotedGlyphs glyphs;
  WordFont font(glyphs);
  SharingWidget still(font), busy(font);
  Author author;
  still.dashboard.show(first_profile());
  still.draw();
  for (int i = 0; i < 50; ++i) {
    busy.dashboard.show(author.profile());
    busy.draw();
    busy.draw();  // here it is looked for what is unused
  }
  glyphs.asked.clear();
  still.draw();
  CHECK(glyphs.asked.empty());
}

TEST_CASE("searches leave nothing behind") {
  Overviewing f;
  Author author;
  std::vector<std::string> titles;
  for (const std::string& title : f.texts_of(Role::button, "open-occupation")) titles.push_back(title);
  REQUIRE(!titles.empty());
  Most first, last;
  for (int i = 0; i < 500; ++i) {
    const std::string& title = titles[static_cast<std::size_t>(i) % titles.size()];
    f.enter(f.search(), title.substr(0, 1 + static_cast<std::size_t>(i) % title.size()));
    (i < 10 ? first : last).see(f.font);
    f.enter(f.search(), author.words(2));
    (i < 10 ? first : last).see(f.font);
  }
  check_bounded(first, last);
}

TEST_CASE("text sizes that a page goes through leave nothing behind") {
  Fixture f;
  Most first, last;
  for (int i = 0; i < 300; ++i) {
    f.theme.unit = 1 + static_cast<float>(i) / 300;
    f.settle(0, 2000);
    (i < 10 ? first : last).see(f.font);
  }
  check_bounded(first, last);
}

TEST_CASE("transitions are forgotten with what they belonged to, and go on meanwhile") {
  Transitions transitions;
  const auto frame = [&](float seconds) {
    transitions.end_frame();
    transitions.begin_frame(seconds, false);
  };
  frame(0);
  for (NodeId id = 1; id <= 2'000; ++id) transitions.toward(id, false);
  CHECK(transitions.remembered() == 2'000);
  frame(0);
  CHECK(transitions.toward(7, true) == 0);  // begins
  frame(0.05f);
  const float before = transitions.toward(7, true);
  CHECK(before > 0);
  CHECK(before < 1);
  frame(0.01f);
  CHECK(transitions.remembered() < 500);
  const float after = transitions.toward(7, true);
  CHECK(after > before);
  CHECK(after < 1);
}
