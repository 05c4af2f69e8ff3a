// How far a reader is in an overview of occupations.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/overview_choice.h"

namespace taskscope {

struct OverviewState {
  OverviewChoice choice;               // what is kept
  std::string profile_code;            // of the occupation that the rest of the reader's state is about
  std::string typed;                   // into the search
  bool lists = false;                  // what was found is listed
  std::optional<std::size_t> active;   // of the list, which the arrow keys are at
  std::optional<std::size_t> pointed;  // the row whose mark keys or fingers are at
  std::size_t page = 0;                // of the table
};

}  // namespace taskscope
