#include "tools/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace taskscope::tools {
namespace {

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

FileContent failure(const std::string& path, int error) {
  return {{}, "“" + path + "” cannot be read: " + std::strerror(error) + "."};
}

}  // namespace

FileContent read_file(std::string_view path, std::size_t max_bytes) {
  const std::string name(path);
  const File file(std::fopen(name.c_str(), "rb"), std::fclose);
  if (file == nullptr) return failure(name, errno);
  FileContent content;
  content.text.resize(max_bytes + 1);
  content.text.resize(std::fread(content.text.data(), 1, content.text.size(), file.get()));
  if (std::ferror(file.get()) != 0) return failure(name, errno);
  return content;
}

std::string write_file(std::string_view path, std::string_view text) {
  const std::string name(path);
  File file(std::fopen(name.c_str(), "wb"), std::fclose);
  const bool is_written = file != nullptr && std::fwrite(text.data(), 1, text.size(), file.get()) == text.size() &&
                          std::fclose(file.release()) == 0;  // a full disk may show as late as that
  return is_written ? "" : "“" + name + "” cannot be written: " + std::strerror(errno) + ".";
}

}  // namespace taskscope::tools
