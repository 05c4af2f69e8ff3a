// The files that the tests read, found from the repository's root.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace taskscope::testing {

// A file's content; fails the test where it cannot be read.
std::string read_file(const std::filesystem::path& path);

// The files of a folder with an extension such as ".json", or with any where it is empty; sorted.
std::vector<std::filesystem::path> files_in(const std::string& folder, const std::string& extension);

// A path from the repository's root.
std::filesystem::path source_path(const std::string& path);

}  // namespace taskscope::testing
