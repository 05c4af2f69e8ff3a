#include "words/language.h"

#include <algorithm>
#include <utility>

namespace taskscope {

namespace {

// Takes lines off a text, one after the other.
class LineReader {
 public:
  explicit LineReader(std::string_view text) : rest_(text) {}

  std::string_view next() {
    const std::size_t end = rest_.find('\n');
    is_complete_ = is_complete_ && end != std::string_view::npos;
    const std::string_view line = rest_.substr(0, end);
    rest_ = end == std::string_view::npos ? std::string_view() : rest_.substr(end + 1);
    return line;
  }

  // A table's texts, each a line.
  template <typename Words>
  void read(Words& words) {
    for (std::size_t i = 0; i < text_count<Words>; ++i) set_text(words, i, next());
  }

  // Whether there was a line each time, and there is no other.
  bool fits() const { return is_complete_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool is_complete_ = true;
};

}  // namespace

bool is_same_language(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return true;
  const std::string_view own = a.substr(0, a.find('-')), other = b.substr(0, b.find('-'));
  return std::equal(own.begin(), own.end(), other.begin(), other.end(),
                    [](char x, char y) { return (x | 0x20) == (y | 0x20); });
}

PluralRule plural_rule(std::string_view tag) {
  if (is_same_language(tag, "fr") || is_same_language(tag, "pt")) return PluralRule::below_two_or_other;
  if (is_same_language(tag, "ar")) return PluralRule::arabic;
  return is_same_language(tag, "zh") ? PluralRule::none : PluralRule::one_or_other;
}

std::optional<Language> read_language(std::string_view text) {
  std::optional<Language> told = built_in_language;
  Language& language = *told;
  LineReader reader(text);
  language.tag = reader.next();
  language.is_right_to_left = reader.next() == "rtl";
  NumberSigns& numbers = language.numbers;
  for (std::string_view& digit : numbers.digits) digit = reader.next();
  for (std::string_view* sign : {&numbers.decimal, &numbers.group, &numbers.minus, &numbers.plus, &numbers.percent})
    *sign = reader.next();
  reader.read(language.view);
  reader.read(language.play);
  if (!reader.fits()) told.reset();
  return told;
}

}  // namespace taskscope
