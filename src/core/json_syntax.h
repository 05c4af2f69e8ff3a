// Why a text is not JSON, said so that an author can mend it: a comma too many, a comment, single quotes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace taskscope {

// How far reading came before it failed.
struct JsonStop {
  enum class After { nothing, opening_bracket, key, value };

  std::string_view text;
  std::size_t offset;         // the end of the last thing that was understood, punctuation aside
  After after;                // what that was
  std::string open_brackets;  // outermost first, such as "{[{"
};

struct JsonFault {
  const char* code;
  std::size_t offset;
  std::string message;
};

JsonFault explain_json_stop(const JsonStop& stop);

// The offset of the first byte from `offset` on that is no JSON white space, or the text's size.
std::size_t skip_json_space(std::string_view text, std::size_t offset);

}  // namespace taskscope
