#include "core/fields.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>

#include "core/decode.h"
#include "core/diagnostic_codes.h"
#include "core/text.h"

namespace taskscope {
namespace {

constexpr double lowest_year = 1900;
constexpr double lowest_weight = 0.001, highest_weight = 1000;
constexpr double highest_year = 2100;

// In the order of JsonKind.
constexpr std::array<std::string_view, 6> kind_names = {"null",
                                                        "a bare true or false",
                                                        "a number",
                                                        "a text in quotation marks",
                                                        "a list in square brackets",
                                                        "an object in curly brackets"};

std::string_view kind_name(JsonKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

// What the author probably did where one kind of value stands in the place of another.
struct KindHint {
  JsonKind found;
  JsonKind expected;
  std::string_view advice;
};
constexpr std::array<KindHint, 3> kind_hints = {{
    {JsonKind::text, JsonKind::number, " Write the number alone: no quotation marks, no percent sign."},
    {JsonKind::text, JsonKind::list, " Put square brackets around it."},
    {JsonKind::object, JsonKind::list, " Put square brackets around it."},
}};

std::string_view advice_on_kind(JsonKind found, JsonKind expected) {
  if (found == JsonKind::null) return " Leave the field out where there is nothing to say.";
  const auto hint = std::find_if(kind_hints.begin(), kind_hints.end(),
                                 [=](const KindHint& row) { return row.found == found && row.expected == expected; });
  return hint == kind_hints.end() ? std::string_view() : hint->advice;
}

// “stable”, “mixed” or “high pressure”
std::string either_of(std::span<const std::string_view> words) {
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) list += i + 1 == words.size() ? " or " : ", ";
    list += quoted(words[i]);
  }
  return list;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> known) {
  const std::optional<std::string_view> nearest = nearest_word(word, known);
  return nearest ? concat({" Did you mean ", quoted(*nearest), "?"}) : std::string();
}

}  // namespace

// A message is composed only where it will be kept: a broken file may have a million mistakes.
template <typename Compose>
void Fields::error(const JsonNode& node, const char* code, Compose compose) {
  if (source_.report.skip(Severity::error, node.offset)) return;
  source_.report.add(Severity::error, code, node.offset, source_.tree.pointer(node), compose());
}

template <typename Compose>
void Fields::warn_of_name(const JsonNode& field, const char* code, Compose compose) {
  if (source_.report.skip(Severity::warning, field.key_offset)) return;
  source_.report.add(Severity::warning, code, field.key_offset, source_.tree.pointer(field), compose());
}

std::optional<double> Fields::number(std::string_view name, Need need) {
  const JsonNode* node = read(name, JsonKind::number, need);
  if (node == nullptr) return std::nullopt;
  return node->number;
}

std::optional<double> Fields::percent(std::string_view name, Need need) {
  const JsonNode* node = read(name, JsonKind::number, need);
  if (node == nullptr) return std::nullopt;
  if (node->number >= 0 && node->number <= 100) return std::abs(node->number);  // -0 is 0
  error(*node, codes::out_of_range, [&] {
    return concat(
        {subject(*node), " is ", number_literal(source_.text, *node), ", but a percentage lies between 0 and 100."});
  });
  return std::nullopt;
}

std::optional<double> Fields::weight(std::string_view name) {
  const JsonNode* node = read(name, JsonKind::number, Need::optional);
  if (node == nullptr) return std::nullopt;
  if (node->number >= lowest_weight && node->number <= highest_weight) return node->number;
  error(*node, codes::out_of_range, [&] {
    return concat({subject(*node), " is ", number_literal(source_.text, *node),
                   ", but a weight lies between 0.001 and 1000. Leave a task out that counts for nothing."});
  });
  return std::nullopt;
}

std::optional<int> Fields::year(std::string_view name) {
  const JsonNode* node = read(name, JsonKind::number, Need::optional);
  if (node == nullptr) return std::nullopt;
  const double year = node->number;
  if (year >= lowest_year && year <= highest_year && year == std::floor(year)) return static_cast<int>(year);
  error(*node, codes::out_of_range, [&] {
    return concat({subject(*node), " is ", number_literal(source_.text, *node),
                   ", but a year is a whole number between 1900 and 2100."});
  });
  return std::nullopt;
}

std::string Fields::text(std::string_view name, Need need, std::size_t max_characters) {
  const JsonNode* node = read(name, JsonKind::text, need);
  return node == nullptr ? std::string() : checked_text(*node, need, max_characters);
}

std::string Fields::formatted(std::string_view name, const TextFormat& format) {
  const JsonNode* node = read(name, JsonKind::text, Need::optional);
  if (node == nullptr) return {};
  if (!format.matches(node->text)) {
    error(*node, format.code, [&] {
      return concat({subject(*node), " is ", quoted(node->text), ". ", format.advice});
    });
  }
  return checked_text(*node, Need::optional, limits::long_text);
}

std::string Fields::object_text(std::string_view name) {
  const JsonNode* node = read(name, JsonKind::object, Need::optional);
  return node == nullptr ? std::string() : std::string(json_text(source_.text, *node));
}

std::vector<std::string> Fields::texts(std::string_view name, std::size_t max_characters, std::size_t max_items) {
  std::vector<std::string> items;
  for (const JsonNode* node : list(name, max_items)) {
    if (is_kind(*node, JsonKind::text)) items.push_back(checked_text(*node, Need::required, max_characters));
  }
  return items;
}

std::optional<std::size_t> Fields::word_index(std::string_view name, Need need,
                                              std::span<const std::string_view> words) {
  const JsonNode* node = read(name, JsonKind::text, need, words);
  if (node == nullptr) return std::nullopt;
  const auto word = std::find(words.begin(), words.end(), node->text);
  if (word != words.end()) return static_cast<std::size_t>(word - words.begin());
  error(*node, codes::unknown_value, [&] {
    return concat({subject(*node), " is ", quoted(node->text), "; it can be ", either_of(words), ".",
                   did_you_mean(node->text, words)});
  });
  return std::nullopt;
}

std::vector<const JsonNode*> Fields::list(std::string_view name, std::size_t max_items) {
  const JsonNode* list = read(name, JsonKind::list, Need::optional);
  std::vector<const JsonNode*> items;
  if (list == nullptr) return items;
  if (list->children > max_items) {
    error(*list, codes::list_too_long, [&] {
      return concat({subject(*list), " has ", std::to_string(list->children), " items; at most ",
                     std::to_string(max_items), " are allowed."});
    });
  }
  const JsonNode* item = source_.tree.first_child(*list);
  for (; item != nullptr && items.size() < max_items; item = source_.tree.next(*item)) items.push_back(item);
  return items;
}

const JsonNode* Fields::read(std::string_view name, JsonKind kind, Need need, std::span<const std::string_view> words) {
  known_.push_back(name);
  const JsonNode* node = source_.tree.field(object_, name);
  if (node != nullptr) return is_kind(*node, kind) ? node : nullptr;
  if (need == Need::required) {
    error(object_, codes::missing_field, [&] {
      const std::string form = words.empty() ? std::string(kind_name(kind)) : either_of(words);
      return concat({noun_, " needs “", name, "”, but this one has none. Add it as ", form, "."});
    });
  }
  return nullptr;
}

bool Fields::is_kind(const JsonNode& node, JsonKind kind) {
  if (node.kind == kind) return true;
  error(node, codes::wrong_type, [&] {
    return concat({subject(node), " is ", kind_name(node.kind), ", but must be ", kind_name(kind), ".",
                   advice_on_kind(node.kind, kind)});
  });
  return false;
}

std::string Fields::checked_text(const JsonNode& node, Need need, std::size_t max_characters) {
  if (need == Need::required && is_blank(node.text)) {
    error(node, codes::empty_text, [&] { return concat({subject(node), " is empty, but needs some text."}); });
  }
  const std::size_t characters = count_characters(node.text);
  if (characters > max_characters) {
    error(node, codes::text_too_long, [&] {
      return concat({subject(node), " has ", std::to_string(characters), " characters; at most ",
                     std::to_string(max_characters), " are allowed."});
    });
  }
  return node.text;
}

void Fields::warn(std::string_view name, const char* code, std::string message) {
  const JsonNode* node = source_.tree.field(object_, name);
  source_.report.add(Severity::warning, code, node->offset, source_.tree.pointer(*node), std::move(message));
}

void Fields::report_unread() {
  std::vector<bool> seen(known_.size());
  for (const JsonNode* field = source_.tree.first_child(object_); field != nullptr; field = source_.tree.next(*field)) {
    const auto index = static_cast<std::size_t>(std::find(known_.begin(), known_.end(), field->key) - known_.begin());
    const bool is_known = index < known_.size(), is_repeated = is_known && seen[index];
    if (is_known) seen[index] = true;
    if (is_repeated) {
      warn_of_name(*field, codes::duplicate_field, [&] {
        return concat({quoted(field->key), " is here more than once; the last one counts. Take the others out."});
      });
    } else if (!is_known) {
      warn_of_name(*field, codes::unknown_field, [&] {
        return concat(
            {noun_, " has no field ", quoted(field->key), ", so it is ignored.", did_you_mean(field->key, known_)});
      });
    }
  }
}

// “importance”, or: Item 2 of “examples”
std::string Fields::subject(const JsonNode& node) const {
  const JsonNode& parent = source_.tree.node(node.parent);
  if (parent.kind == JsonKind::object) return quoted(node.key);
  return concat({"Item ", std::to_string(node.index + 1), " of ", quoted(parent.key)});
}

}  // namespace taskscope
