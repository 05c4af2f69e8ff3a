// The decoder under libFuzzer. For any bytes whatever:
//   - there is a profile exactly when no diagnostic is an error;
//   - decoding the same bytes again says the same;
//   - every diagnostic has a code and a message, stands within the text, and comes in its order;
//   - a decoded profile satisfies every range and limit of the format, and its insight covers every task.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string broken = taskscope::testing::broken_invariant(text);
  if (broken.empty()) return 0;
  std::fprintf(stderr, "broken: %s\n", broken.c_str());
  std::abort();
}
