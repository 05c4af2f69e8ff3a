// Prints the words of all languages for the page: each language's tag on a line, then its words, with form feeds
// between languages.
#include <cstdio>
#include <string>

#include "words/languages.h"

int main() {
  std::string all;
  for (const taskscope::LanguageTable* table : taskscope::all_languages()) {
    if (!all.empty()) all += '\f';
    all += table->tag;
    all += '\n' + print_words(*table);
  }
  std::fwrite(all.data(), 1, all.size(), stdout);
}
