// Reads the fields of one JSON object into typed values and reports what is wrong with them. A decoding function is
// then a list of such reads, and what it does not read is an unknown field.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/json_tree.h"
#include "core/report.h"

namespace taskscope {

enum class Need { required, optional };

// A text of which not every content will do.
struct TextFormat {
  bool (*matches)(std::string_view text);
  const char* code;
  const char* advice;  // a sentence on what it should look like
};

// What every read needs: the text, the tree made of it, and where to report to.
struct Source {
  std::string_view text;
  const JsonTree& tree;
  Report& report;
};

class Fields {
 public:
  // Decodes an object and reports the fields that were not read. `noun` names such an object in messages: "A task".
  template <typename Object>
  static Object decode_object(const Source& source, const JsonNode& node, std::string_view noun,
                              Object (*decode)(Fields&)) {
    Fields fields(source, node, noun);
    Object object = decode(fields);
    fields.report_unread();
    return object;
  }

  // Each of these reads one field. What is missing or wrong is reported and comes back empty.
  std::optional<double> number(std::string_view name, Need need);
  std::optional<double> percent(std::string_view name, Need need);                 // 0 to 100
  std::optional<double> weight(std::string_view name);                             // 0.001 to 1000; optional
  std::optional<int> year(std::string_view name);                                  // 1900 to 2100; optional
  std::string text(std::string_view name, Need need, std::size_t max_characters);  // not blank where required
  std::string formatted(std::string_view name, const TextFormat& format);          // optional
  std::vector<std::string> texts(std::string_view name, std::size_t max_characters,
                                 std::size_t max_items);  // optional; none of them blank

  // One of several words, given in the order of the enumeration's values.
  template <typename Enum>
  std::optional<Enum> choice(std::string_view name, Need need, std::span<const std::string_view> words) {
    const std::optional<std::size_t> index = word_index(name, need, words);
    if (!index) return std::nullopt;
    return static_cast<Enum>(*index);
  }

  // An optional list of objects.
  template <typename Item>
  std::vector<Item> objects(std::string_view name, std::string_view noun, std::size_t max_items,
                            Item (*decode)(Fields&)) {
    const std::vector<const JsonNode*> nodes = list(name, max_items);
    std::vector<Item> items;
    items.reserve(nodes.size());
    for (const JsonNode* node : nodes) {
      if (is_kind(*node, JsonKind::object)) items.push_back(decode_object(source_, *node, noun, decode));
    }
    return items;
  }

  template <typename Group>
  Group object(std::string_view name, std::string_view noun, Group (*decode)(Fields&), Need need = Need::optional) {
    const JsonNode* node = read(name, JsonKind::object, need);
    return node == nullptr ? Group() : decode_object(source_, *node, noun, decode);
  }

  // An optional object as it is written, for who reads it otherwise; empty where there is none.
  std::string object_text(std::string_view name);
  // A list as it stands, for who reads its items otherwise; null where there is none.
  const JsonNode* list_node(std::string_view name, Need need) { return read(name, JsonKind::list, need); }
  const JsonNode& node() const { return object_; }
  const Source& source() const { return source_; }

  // Warns about a field that was read.
  void warn(std::string_view name, const char* code, std::string message);

 private:
  Fields(const Source& source, const JsonNode& object, std::string_view noun)
      : source_(source), object_(object), noun_(noun) {
    constexpr std::size_t usual_fields = 16;
    known_.reserve(usual_fields);
  }

  const JsonNode* read(std::string_view name, JsonKind kind, Need need, std::span<const std::string_view> words = {});
  std::vector<const JsonNode*> list(std::string_view name, std::size_t max_items);
  std::optional<std::size_t> word_index(std::string_view name, Need need, std::span<const std::string_view> words);
  bool is_kind(const JsonNode& node, JsonKind kind);
  std::string checked_text(const JsonNode& node, Need need, std::size_t max_characters);
  std::string subject(const JsonNode& node) const;
  template <typename Compose>
  void error(const JsonNode& node, const char* code, Compose compose);
  void report_unread();
  template <typename Compose>
  void warn_of_name(const JsonNode& field, const char* code, Compose compose);

  const Source& source_;
  const JsonNode& object_;
  std::string_view noun_;
  std::vector<std::string_view> known_;  // the names that were read
};

}  // namespace taskscope
