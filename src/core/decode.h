// The only door for JSON: turns a profile's text into a typed `Profile`, or says everything that is wrong with it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "core/diagnostics.h"
#include "core/profile.h"

namespace taskscope {

// Format version 1 knows these limits; assets/profile.schema.json states the same ones.
namespace limits {
inline constexpr std::size_t file_bytes = 4 * 1024 * 1024;
inline constexpr std::size_t tasks = 10'000;
inline constexpr std::size_t list_items = 1'000;  // every other list
inline constexpr std::size_t short_text = 500;    // titles, names and labels, in code points
inline constexpr std::size_t long_text = 5'000;   // everything else, in code points
inline constexpr std::size_t nesting = 32;        // objects and arrays within one another
inline constexpr std::size_t diagnostics = 100;   // reported; the last one says how many more there are
}  // namespace limits

struct Decoded {
  std::optional<Profile> profile;       // present exactly when no diagnostic is an error
  std::vector<Diagnostic> diagnostics;  // in the order of the text
};

// Decodes UTF-8 JSON text. Never throws and never returns half a profile.
Decoded decode_profile(std::string_view json);

}  // namespace taskscope
