// Collects what is wrong with a text while it is decoded, and hands it out in the order of the text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics.h"

namespace taskscope {

class Report {
 public:
  // `offset` is in bytes from the start of the text.
  void add(Severity severity, const char* code, std::size_t offset, std::string pointer, std::string message);

  // Whether a finding at the offset would not be kept, so that composing its message is a waste; it is counted then.
  bool skip(Severity severity, std::size_t offset);

  bool has_errors() const { return !errors_.kept.empty(); }

  // At most `limits::diagnostics`, errors before warnings where not all fit, with their lines and columns in `text`.
  // Where some are left out, the last one says how many, and is an error if one of them is.
  std::vector<Diagnostic> finish(std::string_view text) &&;

 private:
  struct Finding {
    std::size_t offset;
    Diagnostic diagnostic;
  };
  struct Findings {
    std::vector<Finding> kept;  // the first ones in the order of the text
    std::size_t left_out = 0;

    void keep_at_most(std::size_t count);
  };

  Findings& of(Severity severity) { return severity == Severity::error ? errors_ : warnings_; }
  void make_room_for_summary();
  Diagnostic summary() const;

  Findings errors_;
  Findings warnings_;
};

}  // namespace taskscope
