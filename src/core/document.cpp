#include "core/document.h"

#include <string>
#include <utility>

#include "core/decode.h"
#include "core/diagnostic_codes.h"
#include "core/text.h"

namespace taskscope {
namespace {

// What cannot even be read as JSON.
std::optional<JsonProblem> unreadable(std::string_view text, std::string_view noun) {
  if (text.size() > limits::file_bytes) {
    return JsonProblem{
        codes::file_too_large, 0, concat({"The ", noun, " is larger than 4 MiB. Shorten its texts or lists."}), {}};
  }
  if (const std::optional<std::size_t> offset = find_invalid_utf8(text)) {
    return JsonProblem{codes::invalid_utf8,
                       *offset,
                       "The text is no valid UTF-8 from here on. Save the file with the encoding UTF-8.",
                       {}};
  }
  return std::nullopt;
}

bool is_of_known_version(std::string_view text, const JsonTree& tree, std::string_view noun, Report& report) {
  const JsonNode& root = tree.root();
  if (root.kind != JsonKind::object) {
    report.add(Severity::error, codes::wrong_type, root.offset, {},
               concat({"A ", noun, " is an object in curly brackets, { }, and this is none."}));
    return false;
  }
  const JsonNode* version = tree.field(root, "version");
  if (version == nullptr || version->kind != JsonKind::number || version->number == format_version) return true;
  report.add(
      Severity::error, codes::unsupported_version, version->offset, tree.pointer(*version),
      concat({"“version” is ", number_literal(text, *version), ", but only version 1 of the format is known here."}));
  return false;
}

}  // namespace

std::string_view without_byte_order_mark(std::string_view text) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (text.starts_with(mark)) text.remove_prefix(mark.size());
  return text;
}

std::optional<JsonDocument> read_document(std::string_view text, std::string_view noun, Report& report) {
  std::optional<JsonProblem> problem = unreadable(text, noun);
  JsonDocument document;
  if (!problem) document = read_json(text);
  if (!problem) problem = std::move(document.problem);
  if (problem) {
    report.add(Severity::error, problem->code, problem->offset, std::move(problem->pointer),
               std::move(problem->message));
    return std::nullopt;
  }
  if (!is_of_known_version(text, document.tree, noun, report)) return std::nullopt;
  return document;
}

}  // namespace taskscope
