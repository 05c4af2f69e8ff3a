#include "words/languages.h"

#include <array>

namespace taskscope {

namespace {

template <typename Words>
void append_lines(std::string& out, const Words& words) {
  for (const std::string_view text : texts_of(words)) {
    out += text;
    out += '\n';
  }
}

}  // namespace

std::span<const LanguageTable* const> all_languages() {
  static constexpr std::array all = {&english, &german, &french, &spanish, &portuguese, &arabic, &chinese};
  return all;
}

const LanguageTable& language_table(std::string_view tag) {
  for (const LanguageTable* table : all_languages())
    if (!tag.empty() && is_same_language(tag, table->tag)) return *table;
  return english;
}

Language language_of(const LanguageTable& table) {
  return {.tag = table.tag,
          .is_right_to_left = table.is_right_to_left,
          .numbers = table.numbers,
          .view = table.view,
          .play = table.play};
}

std::string print_words(const LanguageTable& table) {
  std::string out;
  append_lines(out, table.page);
  out += '\n';
  append_lines(out, table.view);
  out += '\n';
  append_lines(out, table.play);
  return out;
}

}  // namespace taskscope
