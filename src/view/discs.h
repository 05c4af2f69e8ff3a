// Many discs that are drawn at once, each over those before it. The GPU keeps them until they become others, so a
// picture that differs in other things alone costs nothing for them.
#pragma once

#include <cstdint>
#include <vector>

#include "view/theme.h"

namespace taskscope {

// As the page's GPU reads it (web/discs.js).
struct Disc {
  float x, y, radius;
  Color color;

  bool operator==(const Disc&) const = default;
};
static_assert(sizeof(Disc) == 16);

class DiscBatch {
 public:
  // Where it is drawn: x is counted in this direction from a place.
  struct Placement {
    float direction = 1, x = 0, y = 0;
  };

  const std::vector<Disc>& discs() const { return discs_; }
  void hold(std::vector<Disc> discs);
  // A hash of the discs, so that others have another, also those of another batch.
  std::uint32_t version() const { return version_; }

  Placement placement;  // of the last picture

 private:
  std::vector<Disc> discs_;
  std::uint32_t version_ = 0;
};

}  // namespace taskscope
