// Where a line of text may end: a compact reading of Unicode's line breaking (UAX #14) that covers spaces, hyphens,
// scripts without spaces, and marks that must stay with the character before them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace taskscope {

// A run that must stay on one line. `space_after` and `newline_after` say what follows it in the text.
struct Segment {
  std::size_t begin = 0, end = 0;  // bytes of the text
  bool space_after = false;
  bool newline_after = false;
};

std::vector<Segment> break_into_segments(std::string_view text);

// The byte offsets in `text` after which it may be cut in an emergency: between what a reader takes for one character.
std::vector<std::size_t> character_ends(std::string_view text);

enum class Direction { neutral, number, left_to_right, right_to_left };

// The direction of the first letter that has one, or that there are digits before any.
Direction direction_of(std::string_view text);

// The code point at `offset`, which moves behind it. `text` is valid UTF-8.
char32_t next_code_point(std::string_view text, std::size_t& offset);

}  // namespace taskscope
