#include "core/text.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace taskscope;

TEST_CASE("valid UTF-8 of every length is accepted") {
  CHECK_FALSE(find_invalid_utf8(""));
  CHECK_FALSE(find_invalid_utf8("plain\n"));
  CHECK_FALSE(find_invalid_utf8("\x7F\u0080\u07FF\u0800\uD7FF\uE000\uFFFF\U00010000\U0010FFFF"));
}

TEST_CASE("the first invalid byte of UTF-8 is found") {
  CHECK(find_invalid_utf8("ab\x80") == 2);            // a continuation without a lead
  CHECK(find_invalid_utf8("\xC0\xAF") == 0);          // overlong
  CHECK(find_invalid_utf8("\xE0\x9F\xBF") == 0);      // overlong
  CHECK(find_invalid_utf8("é\xED\xA0\x80") == 2);     // a surrogate
  CHECK(find_invalid_utf8("\xF4\x90\x80\x80") == 0);  // beyond U+10FFFF
  CHECK(find_invalid_utf8("語\xE8\xAA") == 3);        // cut off
  CHECK(find_invalid_utf8("\xF0\x9F\x8F") == 0);      // cut off
  CHECK(find_invalid_utf8(std::string(1, '\xFF')) == 0);
}

TEST_CASE("characters are code points") {
  CHECK(count_characters("") == 0);
  CHECK(count_characters("aé語🏛") == 4);
}

TEST_CASE("blank is what a schema's pattern calls white space") {
  CHECK(is_blank(""));
  CHECK(is_blank(" \t\n\v\f\r\u00A0\u1680\u2000\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF"));
  CHECK_FALSE(is_blank(" a "));
  CHECK_FALSE(is_blank("\u200B"));  // a zero-width space is none
  CHECK_FALSE(is_blank(std::string(1, '\0')));
}

TEST_CASE("an excerpt is short and has no control characters") {
  CHECK(excerpt("short") == "short");
  CHECK(excerpt(std::string(40, 'x')) == std::string(40, 'x'));
  CHECK(excerpt(std::string(41, 'x')) == std::string(40, 'x') + "…");
  CHECK(excerpt("a\nb\x1B\u0085"
                "c\x7F") == "a b  c ");
  CHECK(quoted("é") == "“é”");
}

TEST_CASE("the edit distance counts single mistakes") {
  CHECK(edit_distance("mixed", "mixed") == 0);
  CHECK(edit_distance("Mixed", "mIXED") == 0);
  CHECK(edit_distance("", "core") == 4);
  CHECK(edit_distance("tasks", "task") == 1);
  CHECK(edit_distance("higg pressure", "high pressure") == 1);
  CHECK(edit_distance("adoptoin", "adoption") == 1);  // two neighbours swapped
  CHECK(edit_distance("core", "important") > 4);
  CHECK(edit_distance(std::string(1000, 'a'), "a") == 1000);
}

TEST_CASE("the nearest word is one that may have been meant") {
  constexpr std::array<std::string_view, 3> ratings = {"stable", "mixed", "high pressure"};
  CHECK(nearest_word("stabel", ratings) == "stable");
  CHECK(nearest_word("HIGH PRESSURE", ratings) == "high pressure");
  CHECK(nearest_word("high presure", ratings) == "high pressure");
  CHECK_FALSE(nearest_word("low", ratings));
  CHECK_FALSE(nearest_word("", ratings));
  CHECK_FALSE(nearest_word("fixture", ratings));
}

TEST_CASE("one decimal is rounded") {
  CHECK(one_decimal(0) == "0.0");
  CHECK(one_decimal(73.875) == "73.9");
  CHECK(one_decimal(99.96) == "100.0");
}
