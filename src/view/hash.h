// FNV-1a, 64 bits: stable names for things on the screen, and keys of caches.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace taskscope {

inline constexpr std::uint64_t hash_start = 0xcbf29ce484222325u;

inline std::uint64_t hash_text(std::uint64_t hash, std::string_view text) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return (hash ^ 0xFF) * 0x100000001b3u;  // an end mark: "ab" + "c" differs from "a" + "bc"
}

// Of whatever stands there. Four bytes at a time, as pictures have many: memcpy of so few is a single load.
inline std::uint64_t hash_bytes(std::uint64_t hash, const void* data, std::size_t bytes) {
  const auto* at = static_cast<const char*>(data);
  std::uint32_t word = 0;
  for (; bytes >= sizeof word; bytes -= sizeof word, at += sizeof word) {
    std::memcpy(&word, at, sizeof word);
    hash = (hash ^ word) * 0x100000001b3u;
  }
  return hash_text(hash, {at, bytes});
}

inline std::uint64_t hash_value(std::uint64_t hash, float value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  return hash_text(hash, {bytes, sizeof value});
}

}  // namespace taskscope
