// The decoder under libFuzzer. For any bytes whatever:
//   - there is a profile exactly when no diagnostic is an error;
//   - decoding the same bytes again says the same;
//   - every diagnostic has a code and a message, stands within the text, and comes in its order;
//   - a reader's state that is decoded is the same once it was written and decoded again, what it has of an overview
//     too, and makes a link that is read and written alike;
//   - a catalogue that is decoded is the same once it was written and decoded again, and each of its occupations makes
//     a profile that satisfies the format;
//   - a table and a map of any bytes make a catalogue or an error;
//   - a decoded profile satisfies every range and limit of the format, and its insight covers every task.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "catalogue_invariants.h"
#include "invariants.h"
#include "state_invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::string broken = taskscope::testing::broken_invariant(text);
  if (broken.empty()) broken = taskscope::testing::broken_in_state(text);
  if (broken.empty()) broken = taskscope::testing::broken_in_catalogue(text);
  if (broken.empty()) return 0;
  std::fprintf(stderr, "broken: %s\n", broken.c_str());
  std::abort();
}
