// The words of each language: complete, and with the places that the code fills.
#include "words/words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "fixture.h"
#include "view/format.h"
#include "words/languages.h"
#include "words/message.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

std::vector<std::string_view> all_texts(const LanguageTable& table) {
  const auto page = texts_of(table.page);
  std::vector<std::string_view> all(page.begin(), page.end());
  for (const std::string_view text : texts_of(table.view)) all.push_back(text);
  for (const std::string_view text : texts_of(table.play)) all.push_back(text);
  return all;
}

// The digits of a pattern's places, however often each stands there.
std::set<char> places_in(std::string_view pattern) {
  std::set<char> places;
  for (std::size_t at = pattern.find('{'); at != std::string_view::npos; at = pattern.find('{', at + 1))
    places.insert(pattern.at(at + 1));
  return places;
}

std::size_t forms_of(PluralRule rule) {
  if (rule == PluralRule::arabic) return 6;
  return rule == PluralRule::none ? 1 : 2;
}

// Every panel open, with something to say in each.
ReaderState everything() {
  ReaderState state;
  for (std::size_t i = 0; i < panel_count; ++i) state.shown[i] = true;
  state.shown[static_cast<std::size_t>(Panel::guess)] = state.shown[static_cast<std::size_t>(Panel::class_results)] =
      false;
  return state;
}

ReaderState guessing() {
  ReaderState state;
  state.shown[static_cast<std::size_t>(Panel::guess)] = state.shown[static_cast<std::size_t>(Panel::class_results)] =
      true;
  state.guesses = {{.about = Guessed::adoption, .percent = 30, .is_revealed = true}};
  state.class_codes = "nonsense";
  return state;
}

Fixture& shown_in(Fixture& f, const Language& language, const ReaderState& state) {
  f.dashboard.set_language(language);
  f.dashboard.show(first_profile(), 1);
  f.dashboard.set_state(state);
  f.records_all = true;
  f.settle();
  return f;
}

struct DrawnLine {
  Rect box;
  std::string text;
};

// Fields too, which show what stands in them.
std::vector<DrawnLine> drawn_lines(const Semantics& record) {
  std::vector<DrawnLine> lines;
  for (const Node& node : record.nodes()) {
    if (node.hidden) continue;
    for (const LineBox& line : node.lines) lines.push_back({line.box, line.text});
    if (is_entered(node.role)) lines.push_back({node.box, node.text});
  }
  return lines;
}

// The first two lines of text that lie over one another by more than a hair; empty without any.
std::string overlap_in(const std::vector<DrawnLine>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (std::size_t j = i + 1; j < lines.size(); ++j)
      if (lines[i].box.grown(-0.6f).intersects(lines[j].box.grown(-0.6f)))
        return lines[i].text + " over " + lines[j].text;
  return {};
}

// As the page tells it, with English signs.
std::string told(const LanguageTable& table, std::string_view direction = "ltr") {
  std::string text =
      std::string(table.tag) + "\n" + std::string(direction) + "\n0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n.\n,\n-\n+\n{0}%\n";
  for (const std::string_view words : texts_of(table.view)) text += std::string(words) + "\n";
  for (const std::string_view words : texts_of(table.play)) text += std::string(words) + "\n";
  return text;
}

}  // namespace

TEST_CASE("each language has all words, on a line each, with the places of the English ones") {
  const std::vector<std::string_view> model = all_texts(english);
  CHECK(all_languages().size() == 7);
  for (const LanguageTable* table : all_languages()) {
    CAPTURE(table->tag);
    const std::vector<std::string_view> texts = all_texts(*table);
    REQUIRE(texts.size() == model.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      CAPTURE(model[i]);
      CAPTURE(texts[i]);
      CHECK_FALSE(texts[i].empty());
      CHECK(texts[i].find('\n') == std::string_view::npos);
      CHECK(std::count(texts[i].begin(), texts[i].end(), '{') == std::count(texts[i].begin(), texts[i].end(), '}'));
      CHECK(places_in(texts[i]) == places_in(model[i]));
    }
  }
}

TEST_CASE("words that go with a number have as many forms as the language") {
  for (const LanguageTable* table : all_languages()) {
    CAPTURE(table->tag);
    const std::size_t forms = forms_of(plural_rule(table->tag));
    for (std::string_view text : all_texts(*table)) {
      CAPTURE(text);
      for (std::size_t bar = text.find('|'); bar != std::string_view::npos;) {
        const std::size_t end = text.find('}', bar);
        const std::string_view word = text.substr(bar + 1, end - bar - 1);
        CHECK(static_cast<std::size_t>(std::count(word.begin(), word.end(), '|')) + 1 == forms);
        bar = text.find('|', end);
      }
    }
  }
}

TEST_CASE("plural forms are CLDR's") {
  const auto forms = [](std::string_view tag, const std::vector<double>& counts) {
    std::string all;
    for (const double count : counts) all += std::to_string(plural_form(plural_rule(tag), count));
    return all;
  };
  const std::vector<double> counts = {0, 1, 1.5, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111, -1};
  CHECK(forms("en-GB", counts) == "10111111111110");
  CHECK(forms("pt-BR", counts) == "00011111111110");
  CHECK(forms("ar", counts) == "01523344555341" /* 100, 101 and 102: others */);
  CHECK(forms("zh-Hans", counts) == "00000000000000");
}

TEST_CASE("a sentence takes figures and names where its language has them") {
  CHECK(filled(PluralRule::one_or_other, "{1} of {0} {0|task|tasks}", {{"8", 8}, "3"}) == "3 of 8 tasks");
  CHECK(filled(PluralRule::one_or_other, "{0} {0|task|tasks}", {{"1", 1}}) == "1 task");
  CHECK(filled(PluralRule::arabic, "{0|a|b}", {{"11", 11}}) == "b");
  CHECK(filled(PluralRule::none, "{0} {3} {", {"{0}"}) == "{0}  ");  // what is filled in is not looked at again
  CHECK(filled(PluralRule::none, "{} plain", {}) == " plain");
}

TEST_CASE("numbers are written as the language says") {
  const Language language = language_of(german);
  CHECK(percent_text(language, 12.34, 1) == "12,3\u00a0%");
  CHECK(number_text(language, -0.5, 1) == "−0,5");
  CHECK(signed_number(language, 2, 0) == "+2");
  CHECK(signed_number(language, -0.04, 1) == "0,0");
  Language digits;
  digits.numbers.digits = {"٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"};
  digits.numbers.decimal = "٫";
  digits.numbers.percent = "{0}٪";
  CHECK(percent_text(digits, 90.5, 1) == "٩٠٫٥٪");
}

TEST_CASE("a language is found by its tag, whatever its region and its case") {
  CHECK(language_table("de-AT").tag == "de");
  CHECK(language_table("PT-br").tag == "pt");
  CHECK(language_table("zh-Hant-TW").tag == "zh");
  CHECK(language_table("").tag == "en");
  CHECK(language_table("den").tag == "en");
}

TEST_CASE("what the page tells of a language is read strictly") {
  const std::string right_to_left = told(french, "rtl");
  const std::optional<Language> read = read_language(right_to_left);
  REQUIRE(read);
  CHECK(read->tag == "fr");
  CHECK(read->is_right_to_left);
  CHECK(texts_of(read->view) == texts_of(french.view));
  CHECK(texts_of(read->play) == texts_of(french.play));
  const std::string text = told(french);
  for (std::size_t length = 0; length < text.size(); length += 101) CHECK_FALSE(read_language(text.substr(0, length)));
  CHECK_FALSE(read_language(text + "more\n"));
}

TEST_CASE("the page's words are the module's, part by part") {
  const std::string printed = print_words(english);
  CHECK(printed.starts_with("The dashboard is loading.\nThe dashboard is ready.\n"));
  std::size_t blank_lines = 0;
  for (std::size_t at = printed.find("\n\n"); at != std::string::npos; at = printed.find("\n\n", at + 2)) ++blank_lines;
  CHECK(blank_lines == 2);
}

TEST_CASE("in every language and width each panel speaks it, and fits") {
  for (const LanguageTable* table : all_languages()) {
    for (const float width : {1200.0f, 900.0f, 680.0f, 360.0f, 240.0f}) {
      for (const ReaderState& state : {everything(), guessing()}) {
        CAPTURE(table->tag);
        CAPTURE(width);
        Fixture f;
        f.width = width;
        shown_in(f, language_of(*table), state);
        CHECK(overlap_in(drawn_lines(f.record)) == "");
        for (const Node& node : f.record.nodes()) {
          CAPTURE(node.text);
          CHECK(node.text.find('{') == std::string::npos);
          CHECK(node.entry.find('{') == std::string::npos);
          if (node.lines.empty()) continue;
          CHECK(node.box.x >= 0);
          CHECK(node.box.right() <= width + 0.5f);
        }
      }
    }
  }
}

TEST_CASE("what another language shares with English are the profile's own words") {
  Fixture in_english, in_chinese;
  shown_in(in_english, language_of(english), everything());
  shown_in(in_chinese, language_of(chinese), everything());
  std::set<std::string> says;
  for (const Node& node : in_english.record.nodes()) says.insert(node.text);
  const std::string profile =
      read_file(std::string(TASKSCOPE_SOURCE_DIR) + "/assets/profiles/medical-records-specialists.json");
  for (const Node& node : in_chinese.record.nodes()) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto first = std::find_if(node.text.begin(), node.text.end(), is_letter);  // behind a figure
    if (!says.contains(node.text) || first == node.text.end()) continue;
    CAPTURE(node.text);
    const std::string words = node.text.substr(0, node.text.rfind(" (2)"));  // one of two profiles with the same title
    const bool is_figure = node.text.starts_with("PNG") || node.text.find("%") != std::string::npos;
    CHECK((is_figure || profile.find(words) != std::string::npos));
  }
}

TEST_CASE("from right to left everything is where its mirror image is, and text is not turned") {
  for (const float width : {1200.0f, 700.0f, 360.0f, 180.0f}) {
    for (const ReaderState& state : {everything(), guessing()}) {
      CAPTURE(width);
      Fixture usual, mirrored;
      usual.width = mirrored.width = width;
      Language language = language_of(english);
      language.is_right_to_left = true;
      shown_in(usual, language_of(english), state);
      shown_in(mirrored, language, state);
      REQUIRE(usual.record.nodes().size() == mirrored.record.nodes().size());
      for (std::size_t i = 0; i < usual.record.nodes().size(); ++i) {
        const Node &a = usual.record.nodes()[i], &b = mirrored.record.nodes()[i];
        CAPTURE(a.text);
        REQUIRE(a.id == b.id);
        if (a.box.width == 0 && a.box.height == 0) continue;
        CHECK(b.box.x == doctest::Approx(width - a.box.right()).epsilon(0.001));
        CHECK(b.box.y == a.box.y);
        CHECK(b.box.width == a.box.width);
        REQUIRE(a.lines.size() == b.lines.size());
        for (std::size_t l = 0; l < a.lines.size(); ++l)
          CHECK(a.lines[l].box.width == doctest::Approx(b.lines[l].box.width));
      }
    }
  }
}

TEST_CASE("what is mirrored is pressed where it is seen") {
  Fixture f;
  Language language = language_of(english);
  language.is_right_to_left = true;
  shown_in(f, language, {});
  const Node* button = f.find(Role::button, "My week");
  REQUIRE(button);
  CHECK(button->box.right() < f.width / 2);
  f.click(button->box.center_x(), button->box.center_y());
  CHECK(f.find(Role::heading, "My week"));
}

TEST_CASE("text of another direction than the dashboard says so") {
  Profile profile = first_profile();
  profile.title = "אוטומציה של 8 משימות";
  Fixture f(profile);
  f.frame();
  CHECK(f.find(Role::heading, profile.title)->direction == "rtl");
  CHECK(f.find(Role::paragraph, profile.summary)->direction.empty());
  shown_in(f, language_of(arabic), {});
  f.dashboard.show(profile);
  f.settle();
  CHECK(f.record.nodes().front().direction == "rtl");
  CHECK(f.find(Role::heading, profile.title)->direction.empty());
  CHECK(f.find(Role::paragraph, profile.summary)->direction == "ltr");
}
