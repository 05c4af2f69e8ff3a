// How far a reader is in an overview of occupations. These are named by their codes, never by their rows: the catalogue
// may be replaced by any other.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "core/overview_choice.h"

namespace taskscope {

struct OverviewState {
  OverviewChoice choice;     // what is kept
  std::string profile_code;  // of the occupation that the rest of the reader's state is about
  std::string typed;         // into the search
  bool lists = false;        // what was found is listed
  std::string active;        // the one of the list that the arrow keys are at
  std::string pointed;       // the one whose mark keys or fingers are at
  std::size_t page = 0;      // of the table, which shows its last one instead where it has fewer
};

}  // namespace taskscope
