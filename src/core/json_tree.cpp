// nlohmann/json tells what it reads event by event (its SAX interface). The tree is built from these events: nlohmann's
// own tree keeps no positions and costs a good deal of code.
#include "core/json_tree.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/decode.h"
#include "core/diagnostic_codes.h"
#include "core/json_syntax.h"

namespace taskscope {
namespace {

constexpr std::size_t longest_literal = 40;
constexpr std::ptrdiff_t most_reserved_nodes = 1 << 16;
constexpr int number_overflow = 406;  // nlohmann's id for a number too large for a double

// Walks over the text and tells how far the reader has come.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** reached) : at_(at), reached_(reached) {}

  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    *reached_ = ++at_;
    return *this;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  const char** reached_;
};

// Receives the reader's events. An event comes when its token has been consumed, so the token's start is found by
// skipping what may lie between it and the end of the one before.
class TreeBuilder {
 public:
  explicit TreeBuilder(std::string_view text) : text_(text), reached_(text.data()) {
    // Next to all values are followed by a comma, or are the last of a list or an object.
    const auto ends = std::count_if(text.begin(), text.end(), [](char c) { return c == ',' || c == ']' || c == '}'; });
    document_.tree.reserve(static_cast<std::size_t>(std::min(ends + 1, most_reserved_nodes)));
  }

  JsonDocument build() {
    const CountingIterator first(text_.data(), &reached_);
    const CountingIterator last(text_.data() + text_.size(), &reached_);
    const bool complete = nlohmann::json::sax_parse(first, last, this);
    // nlohmann takes a null character for the end of the text.
    if (complete && skip_json_space(text_, token_end_) < text_.size()) fail_syntax();
    return std::move(document_);
  }

  // nlohmann's SAX interface; returning false ends the reading.
  bool null() { return add(JsonKind::null, consumed()); }
  bool boolean(bool) { return add(JsonKind::boolean, consumed()); }
  bool number_integer(std::int64_t value) { return add_number(static_cast<double>(value)); }
  bool number_unsigned(std::uint64_t value) { return add_number(static_cast<double>(value)); }
  bool number_float(double value, const std::string&) { return add_number(value); }
  bool string(std::string& value) {
    pending_.text = std::move(value);
    return add(JsonKind::text, consumed());
  }
  bool binary(nlohmann::json::binary_t&) { return false; }  // never in JSON text
  bool start_object(std::size_t) { return open(JsonKind::object); }
  bool start_array(std::size_t) { return open(JsonKind::list); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(std::string& name) {
    pending_.key_offset = next_token();
    pending_.key = std::move(name);
    return advance(JsonStop::After::key, consumed());
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception& error) {
    if (error.id != number_overflow) return fail_syntax();
    return fail({codes::not_finite, next_token(), "This number is too large to be read. Write a smaller one."});
  }

 private:
  std::size_t consumed() const { return static_cast<std::size_t>(reached_ - text_.data()); }

  std::uint32_t next_token() const {
    std::size_t offset = skip_json_space(text_, token_end_);
    while (offset < text_.size() && (text_[offset] == ',' || text_[offset] == ':')) {
      offset = skip_json_space(text_, offset + 1);
    }
    return static_cast<std::uint32_t>(offset);
  }

  // A number ends where another character was seen, or with the text.
  bool add_number(double value) {
    const bool at_end = consumed() == text_.size() && text_.back() >= '0' && text_.back() <= '9';
    pending_.number = value;
    return add(JsonKind::number, at_end ? consumed() : consumed() - 1);
  }

  bool add(JsonKind kind, std::size_t token_end) {
    pending_.kind = kind;
    pending_.offset = next_token();
    if (after_ != JsonStop::After::key) pending_.key_offset = pending_.offset;
    pending_.parent = open_;
    added_ = document_.tree.append(std::move(pending_));
    pending_ = JsonNode();
    return advance(JsonStop::After::value, token_end);
  }

  bool open(JsonKind kind) {
    if (depth_ == limits::nesting) return fail_nesting();
    add(kind, consumed());
    open_ = added_;
    ++depth_;
    return advance(JsonStop::After::opening_bracket, consumed());
  }

  bool close() {
    open_ = document_.tree.node(open_).parent;
    --depth_;
    return advance(JsonStop::After::value, consumed());
  }

  bool advance(JsonStop::After after, std::size_t token_end) {
    after_ = after;
    token_end_ = token_end;
    return true;
  }

  std::string open_brackets() const {
    std::string brackets;
    for (NodeId id = open_; id != no_node; id = document_.tree.node(id).parent) {
      brackets += document_.tree.node(id).kind == JsonKind::list ? '[' : '{';
    }
    std::reverse(brackets.begin(), brackets.end());
    return brackets;
  }

  bool fail(JsonFault fault) {
    document_.problem = {fault.code, fault.offset, std::move(fault.message), document_.tree.pointer(open_)};
    return false;
  }

  bool fail_syntax() { return fail(explain_json_stop({text_, token_end_, after_, open_brackets()})); }

  bool fail_nesting() {
    return fail({codes::nesting_too_deep, next_token(),
                 "Lists and objects are nested more than " + std::to_string(limits::nesting) +
                     " deep here; no profile needs that. Look for an opening bracket too many."});
  }

  std::string_view text_;
  const char* reached_;        // how far the reader has come, its character of lookahead included
  std::size_t token_end_ = 0;  // of the last event
  JsonStop::After after_ = JsonStop::After::nothing;
  JsonNode pending_;        // the next node, as far as it is known
  NodeId added_ = no_node;  // the last node
  NodeId open_ = no_node;   // the innermost list or object that is open
  std::size_t depth_ = 0;
  JsonDocument document_;
};

void append_escaped(std::string& pointer, std::string_view key) {
  for (const char c : key) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

}  // namespace

const JsonNode* JsonTree::field(const JsonNode& object, std::string_view name) const {
  const JsonNode* found = nullptr;
  for (const JsonNode* child = first_child(object); child != nullptr; child = next(*child)) {
    if (child->key == name) found = child;
  }
  return found;
}

std::string JsonTree::pointer(NodeId id) const { return id == no_node ? std::string() : pointer(nodes_[id]); }

std::string JsonTree::pointer(const JsonNode& node) const {
  if (node.parent == no_node) return {};
  std::string path = pointer(node.parent) + "/";
  if (nodes_[node.parent].kind == JsonKind::list) {
    path += std::to_string(node.index);
  } else {
    append_escaped(path, node.key);
  }
  return path;
}

NodeId JsonTree::append(JsonNode&& node) {
  const auto id = static_cast<NodeId>(nodes_.size());
  if (node.parent != no_node) {
    JsonNode& parent = nodes_[node.parent];
    node.index = parent.children++;
    (parent.last_child == no_node ? parent.first_child : nodes_[parent.last_child].next) = id;
    parent.last_child = id;
  }
  nodes_.push_back(std::move(node));
  return id;
}

std::string_view number_literal(std::string_view text, const JsonNode& number) {
  const std::string_view rest = text.substr(number.offset, longest_literal);
  return rest.substr(0, rest.find_first_not_of("+-.0123456789Ee"));
}

std::string_view json_text(std::string_view text, const JsonNode& node) {
  std::size_t depth = 0;
  bool is_quoted = false;
  for (std::size_t at = node.offset; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"') is_quoted = !is_quoted;
    if (is_quoted) {
      at += c == '\\';  // with what it escapes
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return text.substr(node.offset, at + 1 - node.offset);
    }
  }
  return {};
}

JsonDocument read_json(std::string_view text) { return TreeBuilder(text).build(); }

}  // namespace taskscope
