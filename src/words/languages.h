// The languages that there are tables for. The module is linked without them: the page fetches the one it needs.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "words/language.h"

namespace taskscope {

struct LanguageTable {
  std::string_view tag;  // BCP 47: a language, without script or region
  bool is_right_to_left = false;
  NumberSigns numbers{};  // as Intl has them, for where there is no page
  PageWords page;
  ViewWords view;
  PlayWords play;
};

extern const LanguageTable english, german, french, spanish, portuguese, arabic, chinese;

std::span<const LanguageTable* const> all_languages();

// The table whose language a tag names, such as that of "pt" for "pt-BR"; English where there is none.
const LanguageTable& language_table(std::string_view tag);

// A table as the language of a dashboard; the table's texts stand behind it.
Language language_of(const LanguageTable& table);

// The words as the page reads them (web/languages.js): a line each, in the order of words.h, with a blank line between
// the three parts.
std::string print_words(const LanguageTable& table);

}  // namespace taskscope
