#include "core/reader_state.h"

#include <utility>

#include "core/decode.h"
#include "core/document.h"
#include "core/fields.h"

namespace taskscope {
namespace {

constexpr std::string_view open_tasks_field = "openTasks";

ReaderState decode_fields(Fields& fields) {
  ReaderState state;
  fields.number("version", Need::required);
  state.open_tasks = fields.texts(open_tasks_field, limits::short_text, limits::tasks);
  return state;
}

void append_quoted(std::string& json, std::string_view utf8) {
  constexpr std::string_view digits = "0123456789abcdef";
  json += '"';
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20) {
      json += "\\u00";
      json += digits[byte >> 4];
      json += digits[byte & 0xF];
      continue;
    }
    if (c == '"' || c == '\\') json += '\\';
    json += c;
  }
  json += '"';
}

}  // namespace

std::string write_state(const ReaderState& state) {
  std::string json = "{\"version\":" + std::to_string(format_version);
  if (!state.open_tasks.empty()) {
    json += ",\"" + std::string(open_tasks_field) + "\":[";
    for (const std::string& name : state.open_tasks) {
      append_quoted(json, name);
      json += ',';
    }
    json.back() = ']';
  }
  return json + '}';
}

DecodedState decode_state(std::string_view json) {
  Report report;
  DecodedState decoded;
  if (const std::optional<JsonDocument> document = read_document(json, "state", report)) {
    const Source source = {json, document->tree, report};
    decoded.state = Fields::decode_object(source, document->tree.root(), "A state", decode_fields);
  }
  decoded.diagnostics = std::move(report).finish(json);
  if (has_errors(decoded.diagnostics)) decoded.state.reset();
  return decoded;
}

}  // namespace taskscope
