// Searching occupations: what comes first, what is marked, and that nothing is overlooked.
#include "core/occupation_search.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "core/letter_folding.h"
#include "core/task_list.h"
#include "core/typos.h"
#include "random_plot.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

struct Occupation {
  std::string_view code, title;
  float employment;
};

constexpr std::array occupations = {
    Occupation{"29-1141", "Registered Nurses", 3'282'010},
    Occupation{"29-1171", "Nurse Practitioners", 307'390},
    Occupation{"31-1131", "Nursing Assistants", 1'388'430},
    Occupation{"29-2072", "Medical Records Specialists", 187'910},
    Occupation{"43-6013", "Medical Secretaries and Administrative Assistants", 831'400},
    Occupation{"13-2011", "Accountants and Auditors", 1'448'290},
    Occupation{"41-2011", "Cashiers", 3'148'030},
    Occupation{"39-4031", "Morticians, Undertakers, and Funeral Arrangers", 26'100},
    Occupation{"15-1252", "Software Developers", 1'654'440},
    Occupation{"15-1253", "Software Quality Assurance Analysts and Testers", 201'700},
    Occupation{"35-1011", "Chefs and Head Cooks", 182'320},
    Occupation{"35-2014", "Cooks, Restaurant", missing},
    Occupation{"99-0001", "Éducateurs spécialisés", 10},
};

OccupationSearch search_of(std::span<const Occupation> rows) {
  std::vector<std::string_view> titles, codes;
  std::vector<float> weights;
  for (const Occupation& row : rows) {
    titles.push_back(row.title);
    codes.push_back(row.code);
    weights.push_back(row.employment);
  }
  return {titles, codes, weights};
}

using Titles = std::vector<std::string_view>;

Titles found(std::string_view typed, std::size_t limit = 100) {
  Titles titles;
  for (const SearchHit& hit : search_of(occupations).find(typed, limit)) titles.push_back(occupations[hit.row].title);
  return titles;
}

std::string_view first(std::string_view typed) {
  const Titles titles = found(typed);
  return titles.empty() ? "" : titles.front();
}

// The first title found, with what matches in brackets.
std::string marked(std::string_view typed) {
  const std::vector<SearchHit> hits = search_of(occupations).find(typed, 1);
  if (hits.empty()) return {};
  std::string text;
  std::size_t at = 0;
  const std::string_view title = occupations[hits[0].row].title;
  for (const Match& match : hits[0].matches) {
    text += title.substr(at, match.begin - at);
    text += '[';
    text += title.substr(match.begin, match.end - match.begin);
    text += ']';
    at = match.end;
  }
  return text += title.substr(at);
}

std::string random_word(std::mt19937& random, std::size_t least, std::size_t most) {
  std::string word(least + any(random, most - least + 1), ' ');
  for (char& letter : word) letter = static_cast<char>('a' + any(random, 6));
  return word;
}

std::string random_title(std::mt19937& random) {
  std::string title = random_word(random, 1, 9);
  for (std::size_t more = any(random, 4); more > 0; --more)
    title += (any(random, 4) ? " " : ", ") + random_word(random, 1, 9);
  return title;
}

// The distance to every prefix, by the whole table.
std::size_t least_prefix_distance(std::string_view typed, std::string_view word) {
  std::size_t least = typed.size();
  for (std::size_t length = 0; length <= word.size(); ++length)
    least = std::min(least, edit_distance(typed, word.substr(0, length)));
  return least;
}

}  // namespace

TEST_CASE("letters are compared without case and accents") {
  CHECK(folded_for_search("Éducateurs SPÉCIALISÉS").text == "educateurs specialises");
  CHECK(folded_for_search("Łódź, Århus; Müller & Söhne × ß").text == "lodz, arhus; muller & sohne × s");
  CHECK(folded_for_search("e\u0301t\u0308").text == "et");
  CHECK(folded_for_search("Ω Ж 語").text == "ω ж 語");
  const FoldedText text = folded_for_search("aé\u0301z");
  CHECK(text.text == "aez");
  CHECK(text.origins == std::vector<std::uint32_t>{0, 1, 5, 6});
  CHECK(folded_for_search("").origins == std::vector<std::uint32_t>{0});
}

TEST_CASE("every letter of the folding table is the base of its name") {
  // A sample of each row, with the letters about which the rows turn.
  CHECK(folded_for_search("ÀÆÇÐÑÖØÜÝÞŸÿĀąĆčĎđĒěĜģĤħĨıĲĳĴĵĶķĸĹŀŁłŃŉŊŋŌőŒœŔřŚšŢŧŨųŴŵŶŷŹžſ").text ==
        "aacdnoouytyyaaccddeegghhiiiijjkkkllllnnnnoooorrssttuuwwyyzzs");
}

TEST_CASE("titles come by how they match, and equals by employment") {
  CHECK(found("nurs") == Titles{"Nursing Assistants", "Nurse Practitioners", "Registered Nurses"});
  CHECK(found("NURSE", 2) == Titles{"Nurse Practitioners", "Registered Nurses"});
  CHECK(found("nurse", 2) == Titles{"Nurse Practitioners", "Registered Nurses"});
  CHECK(found("cook", 2) == Titles{"Cooks, Restaurant", "Chefs and Head Cooks"});
  CHECK(found("software") == Titles{"Software Developers", "Software Quality Assurance Analysts and Testers"});
  CHECK(first("assistants") == "Nursing Assistants");
  CHECK(first("  cashiers ") == "Cashiers");
  CHECK(first("secret med") == "Medical Secretaries and Administrative Assistants");
  CHECK(first("specialists, records") == "Medical Records Specialists");
  CHECK(first("shier") == "Cashiers");
  CHECK(first("educateurs specialises") == "Éducateurs spécialisés");
  CHECK(first("Funeral") == "Morticians, Undertakers, and Funeral Arrangers");
  CHECK(found("medical", 0).empty());
}

TEST_CASE("codes are found with and without hyphen, and by their beginning") {
  CHECK(first("29-2072") == "Medical Records Specialists");
  CHECK(first("292072") == "Medical Records Specialists");
  CHECK(first(" 29-2072.00") == "Medical Records Specialists");
  CHECK(found("29-1") == Titles{"Registered Nurses", "Nurse Practitioners"});
  CHECK(found("99-9").empty());
  CHECK(search_of(occupations).find("29-2072", 1)[0].rank == SearchRank::code);
  CHECK(search_of(occupations).find("29-2072", 1)[0].matches.empty());
  CHECK(search_of(occupations).find("15", 9)[1].rank == SearchRank::code_prefix);
}

TEST_CASE("slips are forgiven, fewer in short words") {
  CHECK(first("acountant") == "Accountants and Auditors");
  CHECK(first("accuontnats") == "Accountants and Auditors");  // two swaps
  CHECK(first("nurze") == "Nurse Practitioners");
  CHECK(first("regsitered nurze") == "Registered Nurses");
  CHECK(first("cahsier") == "Cashiers");
  CHECK(first("sofware develper") == "Software Developers");
  CHECK(found("cok", 2) == Titles{"Chefs and Head Cooks", "Cooks, Restaurant"});
  CHECK(found("zx").empty());
  CHECK(found("nxxse").empty());         // two in five letters
  CHECK(found("acxxxntants").empty());   // three
  CHECK(found("nurse quarry").empty());  // every word counts
}

TEST_CASE("what matches is marked") {
  CHECK(marked("nurs") == "[Nurs]ing Assistants");
  CHECK(marked("sof") == "[Sof]tware Developers");
  CHECK(marked("registered n") == "[Registered N]urses");
  CHECK(marked("nurses") == "Registered [Nurses]");
  CHECK(marked("secret med") == "[Med]ical [Secret]aries and Administrative Assistants");
  CHECK(marked("shier") == "Ca[shier]s");
  CHECK(marked("spec educ") == "[Éduc]ateurs [spéc]ialisés");
  CHECK(marked("specialisé") == "Éducateurs [spécialisé]s");
  CHECK(marked("acountant") == "[Accountant]s and Auditors");
  CHECK(marked("sofware develper") == "[Software] [Developer]s");
  CHECK(marked("a au") == "[A]ccountants [a]nd [Au]ditors");
}

TEST_CASE("nothing to search for finds nothing") {
  CHECK(found("").empty());
  CHECK(found("  ").empty());
  CHECK(found("-,.").empty());
  CHECK(OccupationSearch().find("nurse", 9).empty());
  CHECK(found(std::string(10'000, 'x')).empty());
  CHECK(found("\xC3").size() <= occupations.size());  // cut off
}

TEST_CASE("typos are those of the nearest prefix") {
  std::mt19937 random(1);
  for (int i = 0; i < 20'000; ++i) {
    const std::string typed = random_word(random, 1, 9), word = random_word(random, 1, 12);
    const std::size_t most = any(random, 3), distance = least_prefix_distance(typed, word);
    const std::optional<PrefixTypos> typos = TypedWord(typed).nearest_prefix(word, most);
    REQUIRE(typos.has_value() == (distance <= most));
    if (!typos) continue;
    CHECK(typos->typos == distance);
    CHECK(edit_distance(typed, word.substr(0, typos->length)) == distance);
  }
  const std::string longest(longest_mistyped_word, 'a');
  CHECK(TypedWord(longest).nearest_prefix(longest + "bcdefg", 2)->length == longest.size());
  CHECK(TypedWord(longest).nearest_prefix(longest.substr(2), 2)->typos == 2);
  CHECK_FALSE(TypedWord(longest + 'a').nearest_prefix(longest, 2));
  CHECK_FALSE(TypedWord("").nearest_prefix("word", 2));
}

TEST_CASE("no row is overlooked, none comes twice, and better ones come first") {
  std::mt19937 random(2);
  for (int i = 0; i < 200; ++i) {
    std::vector<std::string> texts(1 + any(random, 60));
    for (std::string& text : texts) text = random_title(random);
    const std::vector<std::string_view> titles(texts.begin(), texts.end());
    const std::vector<std::string_view> codes(texts.size(), "11-1011");
    const std::vector<float> weights = random_weights(random, texts.size());
    const OccupationSearch search(titles, codes, weights);
    const std::string typed = any(random, 3) ? random_word(random, 1, 6) : random_title(random);
    const std::vector<SearchHit> hits = search.find(typed, 1'000);
    std::vector<int> times(texts.size());
    for (std::size_t h = 0; h < hits.size(); ++h) {
      ++times[hits[h].row];
      if (h == 0) continue;
      CHECK(hits[h - 1].rank <= hits[h].rank);
      if (hits[h - 1].rank == hits[h].rank && hits[h].rank != SearchRank::typos)
        CHECK_FALSE(weights[hits[h - 1].row] < weights[hits[h].row]);
    }
    for (std::size_t row = 0; row < texts.size(); ++row) {
      CHECK(times[row] <= 1);
      if (texts[row].find(typed) != std::string::npos) CHECK(times[row] == 1);
    }
    const std::vector<SearchHit> few = search.find(typed, 5);
    REQUIRE(few.size() == std::min<std::size_t>(5, hits.size()));
    for (std::size_t h = 0; h < few.size(); ++h) CHECK(few[h].row == hits[h].row);
  }
}

TEST_CASE("any single slip in a long enough word still finds its title") {
  std::mt19937 random(3);
  for (int i = 0; i < 2'000; ++i) {
    const Occupation& occupation = occupations[any(random, occupations.size() - 1)];
    std::string typed = folded(occupation.title.substr(0, occupation.title.find_first_of(", ")));
    const std::size_t at = any(random, typed.size() - 1);
    const std::size_t slip = any(random, 4);
    if (slip == 0) typed.erase(at, 1);
    if (slip == 1) typed.insert(at, 1, 'q');
    if (slip == 2) typed[at] = 'q';
    if (slip == 3) std::swap(typed[at], typed[at + 1]);
    const Titles titles = found(typed);
    CHECK(std::count(titles.begin(), titles.end(), occupation.title) == 1);
  }
}
