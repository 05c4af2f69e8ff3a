#include "core/report.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/decode.h"
#include "core/diagnostic_codes.h"
#include "core/text.h"

namespace taskscope {
namespace {

// Tells lines and columns of ascending offsets in one walk over the text.
class Locator {
 public:
  explicit Locator(std::string_view text) : text_(text) {}

  void locate(std::size_t offset, Diagnostic& diagnostic) {
    const std::string_view passed = text_.substr(at_, offset - at_);
    const std::size_t last_break = passed.rfind('\n');
    if (last_break == std::string_view::npos) {
      column_ += count_characters(passed);
    } else {
      line_ += static_cast<std::size_t>(std::count(passed.begin(), passed.end(), '\n'));
      column_ = 1 + count_characters(passed.substr(last_break + 1));
    }
    at_ = offset;
    diagnostic.line = line_;
    diagnostic.column = column_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t column_ = 1;
};

}  // namespace

void Report::Findings::keep_at_most(std::size_t count) {
  if (kept.size() <= count) return;
  left_out += kept.size() - count;
  kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(count), kept.end());
}

bool Report::skip(Severity severity, std::size_t offset) {
  Findings& findings = of(severity);
  if (findings.kept.size() < limits::diagnostics || offset < findings.kept.back().offset) return false;
  ++findings.left_out;
  return true;
}

void Report::add(Severity severity, const char* code, std::size_t offset, std::string pointer, std::string message) {
  if (skip(severity, offset)) return;
  Findings& findings = of(severity);
  const auto place = std::upper_bound(findings.kept.begin(), findings.kept.end(), offset,
                                      [](std::size_t value, const Finding& finding) { return value < finding.offset; });
  findings.kept.insert(place, {offset, {severity, code, std::move(message), std::move(pointer)}});
  findings.keep_at_most(limits::diagnostics);
}

void Report::make_room_for_summary() {
  const bool all_fit =
      errors_.left_out + warnings_.left_out == 0 && errors_.kept.size() + warnings_.kept.size() <= limits::diagnostics;
  if (all_fit) return;
  errors_.keep_at_most(limits::diagnostics - 1);
  warnings_.keep_at_most(limits::diagnostics - 1 - errors_.kept.size());
}

Diagnostic Report::summary() const {
  return {errors_.left_out > 0 ? Severity::error : Severity::warning, codes::too_many_diagnostics,
          concat({"There is more to mend than fits into this list. Left out: errors ", std::to_string(errors_.left_out),
                  ", warnings ", std::to_string(warnings_.left_out), "."}),
          std::string()};
}

std::vector<Diagnostic> Report::finish(std::string_view text) && {
  make_room_for_summary();
  std::vector<Finding> findings;
  std::merge(std::make_move_iterator(errors_.kept.begin()), std::make_move_iterator(errors_.kept.end()),
             std::make_move_iterator(warnings_.kept.begin()), std::make_move_iterator(warnings_.kept.end()),
             std::back_inserter(findings), [](const Finding& a, const Finding& b) { return a.offset < b.offset; });
  if (errors_.left_out + warnings_.left_out > 0) findings.push_back({findings.back().offset, summary()});

  Locator locator(text);
  std::vector<Diagnostic> diagnostics;
  for (Finding& finding : findings) {
    locator.locate(finding.offset, finding.diagnostic);
    diagnostics.push_back(std::move(finding.diagnostic));
  }
  return diagnostics;
}

}  // namespace taskscope
