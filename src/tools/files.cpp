#include "tools/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace taskscope::tools {
namespace {

FileContent failure(const std::string& path, int error) {
  return {{}, "“" + path + "” cannot be read: " + std::strerror(error) + "."};
}

}  // namespace

FileContent read_file(std::string_view path, std::size_t max_bytes) {
  const std::string name(path);
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(name.c_str(), "rb"), std::fclose);
  if (file == nullptr) return failure(name, errno);
  FileContent content;
  content.text.resize(max_bytes + 1);
  content.text.resize(std::fread(content.text.data(), 1, content.text.size(), file.get()));
  if (std::ferror(file.get()) != 0) return failure(name, errno);
  return content;
}

}  // namespace taskscope::tools
