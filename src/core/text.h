// Small helpers for UTF-8 text: is it valid, how long is it, which known word was probably meant.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace taskscope {

// A stretch of a text, in bytes.
struct Match {
  std::size_t begin = 0, end = 0;
  bool operator==(const Match&) const = default;
};

// The parts one after the other. A chain of + would cost the module a hundred bytes for each.
std::string concat(std::initializer_list<std::string_view> parts);

// Offset of the first byte that is not part of valid UTF-8 (RFC 3629), or none.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// Characters (code points) in valid UTF-8.
std::size_t count_characters(std::string_view utf8);

// Whether there is nothing but white space, as `\s` of a JSON Schema pattern (ECMAScript) sees it.
bool is_blank(std::string_view utf8);

// The beginning of a text for quoting it in a message: 40 characters at most, control characters as spaces.
std::string excerpt(std::string_view utf8);

// “word” in the quotation marks that messages use, shortened by `excerpt`.
std::string quoted(std::string_view utf8);

// How many letters must be put in, left out, exchanged or swapped with their neighbour to turn `a` into `b`
// (optimal string alignment distance), in bytes and without regard to the case of ASCII letters.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The known word nearest to `word`, where one is near enough to have been meant: a third of its letters, three at most.
std::optional<std::string_view> nearest_word(std::string_view word, std::span<const std::string_view> known);

// With one decimal, such as "73.9"; what is below zero is "0.0".
std::string one_decimal(double value);

}  // namespace taskscope
