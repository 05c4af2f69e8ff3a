// Sentences with places for figures and names.
#pragma once

#include <initializer_list>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "words/language.h"

namespace taskscope {

// What takes a place in a sentence: a text, or a number that a word goes with.
struct Argument {
  Argument(std::string_view a_text) : text(a_text) {}    // NOLINT(google-explicit-constructor)
  Argument(const std::string& a_text) : text(a_text) {}  // NOLINT(google-explicit-constructor)
  Argument(const char* a_text) : text(a_text) {}         // NOLINT(google-explicit-constructor)
  Argument(std::string_view a_text, double a_count) : text(a_text), count(a_count) {}

  std::string_view text;  // lasts for the call
  double count = 0;
  bool stands_out = true;  // among the words around it, where looks can say so
};

// One that looks like the words around it.
inline Argument plain(std::string_view text) {
  Argument argument(text);
  argument.stands_out = false;
  return argument;
}

// A stretch of a sentence: the pattern's own words, or an argument.
struct MessagePart {
  std::string_view text;
  bool stands_out = false;
};

// The pattern cut into its own words and the arguments, in order. A place without an argument stays empty.
std::vector<MessagePart> parts_of(PluralRule rule, std::string_view pattern, std::initializer_list<Argument> arguments);

// The whole sentence.
std::string filled(PluralRule rule, std::string_view pattern, std::initializer_list<Argument> arguments);
inline std::string filled(const Language& language, std::string_view pattern,
                          std::initializer_list<Argument> arguments) {
  return filled(plural_rule(language.tag), pattern, arguments);
}

// Which of a word's forms, from 0, goes with a number.
std::size_t plural_form(PluralRule rule, double count);

}  // namespace taskscope
