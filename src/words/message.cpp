#include "words/message.h"

#include <algorithm>
#include <cmath>

namespace taskscope {

namespace {

// CLDR 44: 0 zero, 1 one, 2 two, 3 few (3 to 10 by the last two digits), 4 many (11 to 99), 5 others.
std::size_t arabic_form(double count) {
  if (count != std::floor(count)) return 5;
  if (count <= 2) return static_cast<std::size_t>(count);
  const double rest = std::fmod(count, 100);
  if (rest >= 3 && rest <= 10) return 3;
  return rest >= 11 ? 4 : 5;
}

// "task|tasks" with its forms counted from 0; the last stands in for those that are missing.
std::string_view form_at(std::string_view forms, std::size_t index) {
  for (; index > 0; --index) {
    const std::size_t end = forms.find('|');
    if (end == std::string_view::npos) break;
    forms.remove_prefix(end + 1);
  }
  return forms.substr(0, forms.find('|'));
}

}  // namespace

std::size_t plural_form(PluralRule rule, double count) {
  count = std::abs(count);
  switch (rule) {
    case PluralRule::one_or_other:
      return count == 1 ? 0 : 1;
    case PluralRule::below_two_or_other:
      return count < 2 ? 0 : 1;
    case PluralRule::arabic:
      return arabic_form(count);
    case PluralRule::none:
      return 0;
  }
  return 0;
}

std::vector<MessagePart> parts_of(PluralRule rule, std::string_view pattern,
                                  std::initializer_list<Argument> arguments) {
  std::vector<MessagePart> parts;
  const auto add = [&](std::string_view text, bool stands_out) {
    if (!text.empty()) parts.push_back({text, stands_out});
  };
  while (true) {
    const std::size_t open = pattern.find('{'), close = pattern.find('}', open);
    add(pattern.substr(0, open), false);
    if (close == std::string_view::npos) return parts;
    const std::string_view place = pattern.substr(open + 1, close - open - 1);
    const std::size_t index = place.empty() ? arguments.size() : static_cast<std::size_t>(place.front() - '0');
    if (index < arguments.size()) {
      const Argument& argument = arguments.begin()[index];
      const bool is_word = place.size() > 1;  // that goes with the number
      add(is_word ? form_at(place.substr(2), plural_form(rule, argument.count)) : argument.text,
          argument.stands_out && !is_word);
    }
    pattern.remove_prefix(close + 1);
  }
}

std::string filled(PluralRule rule, std::string_view pattern, std::initializer_list<Argument> arguments) {
  std::string sentence;
  for (const MessagePart& part : parts_of(rule, pattern, arguments)) sentence += part.text;
  return sentence;
}

}  // namespace taskscope
