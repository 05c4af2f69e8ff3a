// Texts with a form of their own. The schema says the same as patterns, so keep the two together.
#pragma once

#include <string_view>

namespace taskscope {

// "https://", a host, and neither blanks nor control characters.
bool is_https_address(std::string_view text);

// A day of the calendar as YYYY-MM-DD (ISO 8601), leap years observed.
bool is_calendar_date(std::string_view text);

// The shape of a BCP 47 tag such as "en", "pt-BR" or "zh-Hant-TW"; not whether the language is a registered one.
bool is_language_tag(std::string_view text);

// A small letter, and then small letters, digits and underscores, 50 characters at most: "observed_use".
bool is_plain_name(std::string_view text);

// The shape of an ISO 4217 code: three capital letters.
bool is_currency_code(std::string_view text);

// An https address, or a relative path of letters, digits and . _ - / that does not begin with a slash.
bool is_profile_address(std::string_view text);

}  // namespace taskscope
