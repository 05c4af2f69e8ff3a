#include "core/text_formats.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace taskscope {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }
bool is_blank_or_control(char c) { return static_cast<unsigned char>(c) <= 0x20; }

bool all(std::string_view text, bool (*matches)(char)) { return std::all_of(text.begin(), text.end(), matches); }

int to_number(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

int days_in_month(int year, int month) {
  static constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month) - 1];
}

}  // namespace

bool is_https_address(std::string_view text) {
  static constexpr std::string_view scheme = "https://";
  if (!text.starts_with(scheme)) return false;
  const std::string_view rest = text.substr(scheme.size());
  const bool has_host = !rest.empty() && std::string_view("/?#").find(rest.front()) == std::string_view::npos;
  return has_host && std::none_of(rest.begin(), rest.end(), is_blank_or_control);
}

bool is_calendar_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const std::string_view year = text.substr(0, 4);
  const std::string_view month = text.substr(5, 2);
  const std::string_view day = text.substr(8, 2);
  if (!all(year, is_digit) || !all(month, is_digit) || !all(day, is_digit)) return false;
  const int m = to_number(month);
  const int d = to_number(day);
  return m >= 1 && m <= 12 && d >= 1 && d <= days_in_month(to_number(year), m);
}

bool is_language_tag(std::string_view text) {
  const std::size_t end = std::min(text.find('-'), text.size());
  if (end < 2 || end > 3 || !all(text.substr(0, end), is_letter)) return false;
  text.remove_prefix(end);
  while (!text.empty()) {
    text.remove_prefix(1);  // the hyphen
    const std::string_view subtag = text.substr(0, std::min(text.find('-'), text.size()));
    if (subtag.empty() || subtag.size() > 8 || !all(subtag, is_letter_or_digit)) return false;
    text.remove_prefix(subtag.size());
  }
  return true;
}

bool is_plain_name(std::string_view text) {
  constexpr std::size_t longest = 50;
  const auto is_small_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  return !text.empty() && text.size() <= longest && is_small_letter(text.front()) &&
         std::all_of(text.begin(), text.end(), [=](char c) { return is_small_letter(c) || is_digit(c) || c == '_'; });
}

bool is_currency_code(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_profile_address(std::string_view text) {
  if (is_https_address(text)) return true;
  const auto is_of_path = [](char c) {
    return is_letter_or_digit(c) || std::string_view("._-/").find(c) != std::string_view::npos;
  };
  return !text.empty() && text.front() != '/' && std::all_of(text.begin(), text.end(), is_of_path);
}

}  // namespace taskscope
