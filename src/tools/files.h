// Reading and writing files whole.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace taskscope::tools {

struct FileContent {
  std::string text;
  std::string error;  // why it could not be read, as a sentence; empty where it could
};

// Reads one byte more than `max_bytes` at most, which is enough for its reader to see that the file is too large.
FileContent read_file(std::string_view path, std::size_t max_bytes);

// Says why it could not be written, as a sentence; nothing where it could.
std::string write_file(std::string_view path, std::string_view text);

}  // namespace taskscope::tools
