// FNV-1a, 64 bits: stable names for things on the screen, and keys of caches.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace taskscope {

inline constexpr std::uint64_t hash_start = 0xcbf29ce484222325u;

inline std::uint64_t hash_text(std::uint64_t hash, std::string_view text) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return (hash ^ 0xFF) * 0x100000001b3u;  // an end mark: "ab" + "c" differs from "a" + "bc"
}

inline std::uint64_t hash_value(std::uint64_t hash, float value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  return hash_text(hash, {bytes, sizeof value});
}

}  // namespace taskscope
