#include "core/reader_state.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/decode.h"
#include "core/document.h"
#include "core/fields.h"

namespace taskscope {
namespace {

namespace names {
constexpr std::string_view open_tasks = "openTasks";
constexpr std::string_view panels = "panels";
constexpr std::string_view weighting = "weighting";
constexpr std::string_view left_out = "leftOut";
}  // namespace names

constexpr std::array<std::string_view, panel_count> panel_words = {"adoption", "potential"};  // by Panel
constexpr std::array<std::string_view, 4> weighting_words = {"equal", "2:1", "2.5:1", "own"};  // by Weighting

// A publisher, a measure and what stands between them.
constexpr std::size_t longest_source_name = 2 * limits::short_text + 2;

bool has(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

ReaderState decode_fields(Fields& fields) {
  ReaderState state;
  fields.number("version", Need::required);
  state.open_tasks = fields.texts(names::open_tasks, limits::short_text, limits::tasks);
  const std::vector<std::string> panels = fields.texts(names::panels, limits::short_text, limits::list_items);
  for (std::size_t i = 0; i < panel_count; ++i) state.shown[i] = has(panels, panel_words[i]);
  state.weighting = fields.choice<Weighting>(names::weighting, Need::optional, weighting_words);
  state.left_out = fields.texts(names::left_out, longest_source_name, limits::list_items);
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

void append_name(std::string& json, std::string_view name) {
  json += ',';
  append_quoted(json, name);
  json += ':';
}

// Nothing where the list is empty.
void append_list(std::string& json, std::string_view name, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  append_name(json, name);
  json += '[';
  for (const std::string& text : texts) {
    append_quoted(json, text);
    json += ',';
  }
  json.back() = ']';
}

}  // namespace

std::string write_state(const ReaderState& state) {
  std::string json = "{\"version\":" + std::to_string(format_version);
  append_list(json, names::open_tasks, state.open_tasks);
  std::vector<std::string> panels;
  for (std::size_t i = 0; i < panel_count; ++i)
    if (state.shown[i]) panels.emplace_back(panel_words[i]);
  append_list(json, names::panels, panels);
  if (state.weighting) {
    append_name(json, names::weighting);
    append_quoted(json, weighting_words[static_cast<std::size_t>(*state.weighting)]);
  }
  append_list(json, names::left_out, state.left_out);
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
