// Hashes of what stands in memory.
#include "view/hash.h"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstring>
#include <set>
#include <vector>

using namespace taskscope;

TEST_CASE("bytes have the same hash wherever they stand and whatever they are, and any other byte has another") {
  const std::array<float, 3> figures = {1.5f, -0.0f, 3e30f};
  constexpr std::size_t size = sizeof figures + 2;  // as of an odd number of indices
  std::vector<unsigned char> bytes(size + 1);
  std::memcpy(bytes.data(), figures.data(), sizeof figures);
  CHECK(hash_bytes(hash_start, figures.data(), sizeof figures) == hash_bytes(hash_start, bytes.data(), sizeof figures));
  std::vector<unsigned char> elsewhere(size + 1);
  std::memcpy(elsewhere.data() + 1, bytes.data(), size);
  CHECK(hash_bytes(hash_start, elsewhere.data() + 1, size) == hash_bytes(hash_start, bytes.data(), size));
  std::set<std::uint64_t> hashes = {hash_bytes(hash_start, bytes.data(), size)};
  for (std::size_t i = 0; i < size; ++i) {
    bytes[i] ^= 0x40;
    hashes.insert(hash_bytes(hash_start, bytes.data(), size));
    bytes[i] ^= 0x40;
  }
  CHECK(hashes.size() == 1 + size);
}
