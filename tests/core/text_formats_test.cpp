#include "core/text_formats.h"

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <string>

using namespace taskscope;

TEST_CASE("an address is https and has a host") {
  CHECK(is_https_address("https://example.org"));
  CHECK(is_https_address("https://example.org:8443/a?b=ü#c"));
  for (const char* bad : {"", "https://", "https:///path", "https://?q", "http://example.org", "HTTPS://example.org",
                          " https://example.org", "https://example.org/a b", "https://example.org\n",
                          "javascript:alert(1)//https://example.org", "//example.org"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_https_address(bad));
  }
  CHECK_FALSE(is_https_address(std::string("https://a\0b", 11)));
}

TEST_CASE("a date is a day of the calendar") {
  for (const char* good : {"2026-11-22", "2024-02-29", "2000-02-29", "0000-02-29", "1999-12-31"}) {
    CAPTURE(good);
    CHECK(is_calendar_date(good));
  }
  for (const char* bad : {"", "2026-02-29", "1900-02-29", "2026-04-31", "2026-00-10", "2026-13-01", "2026-01-00",
                          "2026-1-1", "2026/01/01", "20260101", "2026-01-01T00:00", "-026-01-01", "+026-01-01"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_calendar_date(bad));
  }
}

TEST_CASE("every day that the calendar library knows is a date, and no other") {
  for (const int year : {1900, 2000, 2023, 2024}) {
    for (unsigned month = 0; month <= 13; ++month) {
      for (unsigned day = 0; day <= 32; ++day) {
        std::array<char, 16> text{};
        std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", year, month, day);
        CAPTURE(text.data());
        const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                               std::chrono::day(day)};
        CHECK(is_calendar_date(text.data()) == date.ok());
      }
    }
  }
}

TEST_CASE("a language tag is letters and digits between hyphens") {
  for (const char* good : {"en", "fil", "pt-BR", "zh-Hant-TW", "de-CH-1996", "en-u-nu-latn", "EN"}) {
    CAPTURE(good);
    CHECK(is_language_tag(good));
  }
  for (const char* bad : {"", "e", "english", "en_US", "en-", "-en", "en--US", "en-überlang", "en-123456789", "12"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_language_tag(bad));
  }
}
