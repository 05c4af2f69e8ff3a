#include "core/json_syntax.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/diagnostic_codes.h"
#include "core/text.h"

namespace taskscope {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_closing(char c) { return c == ']' || c == '}'; }
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20; }

// Characters that are wrong outside a text wherever they stand, and what their author should do.
struct Hint {
  std::string_view start;
  const char* message;
};
constexpr std::array<Hint, 18> hints = {{
    {"<", "This looks like a web page (HTML), not like a profile. Look at the address that it came from."},
    {"/", "JSON has no comments. Take this one out."},
    {"#", "JSON has no comments. Take this one out."},
    {"'", "Names and texts stand in double quotation marks (\"), not in single ones."},
    {"`", "Names and texts stand in double quotation marks (\"), not in backticks."},
    {"“", "Names and texts stand in straight quotation marks (\"), not in curly ones."},
    {"”", "Names and texts stand in straight quotation marks (\"), not in curly ones."},
    {"„", "Names and texts stand in straight quotation marks (\"), not in curly ones."},
    {"‘", "Names and texts stand in straight quotation marks (\"), not in curly ones."},
    {"’", "Names and texts stand in straight quotation marks (\"), not in curly ones."},
    {"«", "Names and texts stand in straight quotation marks (\"), not in these."},
    {"»", "Names and texts stand in straight quotation marks (\"), not in these."},
    {"=", "A colon (:) stands between a field's name and its value, not an equals sign."},
    {";", "A comma stands between two fields, not a semicolon."},
    {"%", "Percentages are plain numbers. Take the percent sign out."},
    {"+", "Numbers are written without a plus sign. Take it out."},
    {".", "A number starts with a digit. Write 0.5, not .5."},
    {"\u00A0", "This is a no-break space, which JSON does not know outside a text. Write an ordinary one."},
}};

// Words that are often written bare, in small letters.
struct BareWord {
  std::string_view word;
  const char* code;
  const char* message;
};
constexpr const char* no_such_number = "A figure must be a finite number. Write one, or leave the field out.";
constexpr std::array<BareWord, 8> bare_words = {{
    {"nan", codes::not_finite, no_such_number},
    {"infinity", codes::not_finite, no_such_number},
    {"inf", codes::not_finite, no_such_number},
    {"true", codes::syntax, "This word is written true, in small letters."},
    {"false", codes::syntax, "This word is written false, in small letters."},
    {"null", codes::syntax, "JSON writes null, in small letters; where there is no value, leave the field out."},
    {"none", codes::syntax, "Where there is no value, leave the field out."},
    {"undefined", codes::syntax, "Where there is no value, leave the field out."},
}};

JsonFault syntax(std::size_t offset, std::string message) { return {codes::syntax, offset, std::move(message)}; }

bool in_object(const JsonStop& stop) { return !stop.open_brackets.empty() && stop.open_brackets.back() == '{'; }

// The text ends while brackets are open, or before anything was said.
JsonFault ends_early(const JsonStop& stop) {
  const std::size_t end = stop.text.size();
  if (stop.open_brackets.empty()) {
    return syntax(end, "There is nothing to read: a profile starts with “{” and ends with “}”.");
  }
  std::string missing;
  for (const char bracket : stop.open_brackets) missing.insert(0, 1, bracket == '[' ? ']' : '}');
  const std::string count = missing.size() == 1 ? "1 bracket is" : std::to_string(missing.size()) + " brackets are";
  return syntax(end, concat({"The file ends too early: ", count, " still open. Add what is missing and the closing ",
                             quoted(missing), "; perhaps the file was cut off."}));
}

// Whether a backslash at `at` starts an escape that JSON knows.
bool is_escape(std::string_view text, std::size_t at) {
  const std::string_view letters = text.substr(at + 1, 5);
  if (letters.empty()) return false;
  if (letters.front() != 'u') return std::string_view("\"\\/bfnrt").find(letters.front()) != std::string_view::npos;
  return letters.size() == 5 && std::all_of(letters.begin() + 1, letters.end(), is_hex);
}

// What is wrong inside the text whose opening quotation mark is at `start`.
JsonFault explain_text(const JsonStop& stop, std::size_t start) {
  const std::string_view text = stop.text;
  std::size_t at = start + 1;
  while (at < text.size() && text[at] != '"' && !is_control(text[at])) {
    if (text[at] == '\\' && !is_escape(text, at)) {
      return syntax(at, "This backslash starts nothing that JSON knows. Write a backslash in a text twice: \\\\.");
    }
    at += text[at] == '\\' ? 2U : 1U;
  }
  if (at >= text.size()) return ends_early(stop);
  if (text[at] == '\n' || text[at] == '\r') {
    return syntax(start,
                  "The text that starts here is not closed. Put a quotation mark (\") at its end, on the same line.");
  }
  if (is_control(text[at])) {
    return syntax(
        at, "An invisible character, such as a tab, stands in this text. Write a tab as \\t, a line break as \\n.");
  }
  return syntax(
      start, "A \\u escape in this text is half a character: \\uD800 to \\uDBFF and \\uDC00 to \\uDFFF go in pairs.");
}

std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_word(text[end])) ++end;
  return text.substr(at, end - at);
}

const BareWord* bare_word(std::string_view word) {
  const auto found = std::find_if(bare_words.begin(), bare_words.end(), [word](const BareWord& row) {
    return row.word.size() == word.size() && edit_distance(row.word, word) == 0;
  });
  return found == bare_words.end() ? nullptr : &*found;
}

JsonFault unexpected(std::string_view text, std::size_t at) {
  if (is_control(text[at])) return syntax(at, "An invisible character that JSON does not know stands here. Delete it.");
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return syntax(at, quoted(text.substr(at, end - at)) + " is not expected here.");
}

const Hint* hint_at(std::string_view text, std::size_t at) {
  const auto hint = std::find_if(hints.begin(), hints.end(),
                                 [rest = text.substr(at)](const Hint& row) { return rest.starts_with(row.start); });
  return hint == hints.end() ? nullptr : &*hint;
}

// Where a field's name is expected.
JsonFault explain_name(const JsonStop& stop, std::size_t at) {
  const std::string_view word = word_at(stop.text, at);
  if (!word.empty())
    return syntax(at, concat({"A field's name stands in double quotation marks: \"", excerpt(word), "\"."}));
  return syntax(at, "A field's name in double quotation marks (\") is expected here.");
}

// Where a value is expected.
JsonFault explain_value(const JsonStop& stop, std::size_t at) {
  const char c = stop.text[at];
  const bool sign = c == '-';
  const std::string_view word = word_at(stop.text, sign ? at + 1 : at);
  if (const BareWord* known = bare_word(word)) return {known->code, at, known->message};
  const bool cut_off = stop.text.find_first_of(" \t\r\n,:]}", at) == std::string_view::npos;
  if (cut_off && !stop.open_brackets.empty()) return ends_early(stop);
  if (!word.empty()) return syntax(at, concat({"A text stands in double quotation marks: \"", excerpt(word), "\"."}));
  if (is_closing(c)) return syntax(at, "A value is missing here, or this closing bracket is one too many.");
  if (sign || is_digit(c)) return syntax(at, "This is no number as JSON writes them: 12, 0.5 or -3.");
  return unexpected(stop.text, at);
}

// What stands where the next thing should: in an object's list of fields a name, else a value.
JsonFault explain_token(const JsonStop& stop, std::size_t at, bool name_expected) {
  if (at == stop.text.size()) return ends_early(stop);
  if (stop.text[at] == '"') return explain_text(stop, at);
  if (const Hint* hint = hint_at(stop.text, at)) return syntax(at, hint->message);
  if (is_control(stop.text[at])) return unexpected(stop.text, at);
  if (stop.text[at] == ',') return syntax(at, "There is a comma too many here. Take it out.");
  return name_expected ? explain_name(stop, at) : explain_value(stop, at);
}

JsonFault explain_after_name(const JsonStop& stop, std::size_t at) {
  if (const Hint* hint = hint_at(stop.text, at)) return syntax(at, hint->message);
  if (stop.text[at] != ':') return syntax(at, "A colon (:) is missing between a field's name and its value.");
  const std::size_t next = skip_json_space(stop.text, at + 1);
  const bool no_value = next < stop.text.size() && (stop.text[next] == ',' || is_closing(stop.text[next]));
  if (no_value) return syntax(next, "The value is missing after the colon.");
  return explain_token(stop, next, false);
}

JsonFault explain_after_comma(const JsonStop& stop, std::size_t comma) {
  const std::size_t at = skip_json_space(stop.text, comma + 1);
  if (at == stop.text.size()) return ends_early(stop);
  if (is_closing(stop.text[at])) return syntax(comma, "There is a comma after the last item. Take it out.");
  const bool within_number = at == comma + 1 && is_digit(stop.text[at]) && is_digit(stop.text[comma - 1]);
  if (within_number && in_object(stop)) {
    return syntax(comma, "A comma does not belong into a number. Write decimals with a point, such as 86.5.");
  }
  return explain_token(stop, at, in_object(stop));
}

// Whether what follows a number sticks to it, such as a unit.
bool sticks_to_number(const JsonStop& stop, std::size_t at) {
  const char c = stop.text[at];
  return at == stop.offset && is_digit(stop.text[at - 1]) &&
         (is_word(c) || is_digit(c) || std::string_view("-+.").find(c) != std::string_view::npos);
}

JsonFault explain_closing(const JsonStop& stop, std::size_t at) {
  return syntax(at, in_object(stop) ? "“}” should close what is open here, not “]”."
                                    : "“]” should close what is open here, not “}”.");
}

JsonFault explain_after_value(const JsonStop& stop, std::size_t at) {
  const char c = stop.text[at];
  if (sticks_to_number(stop, at)) {
    return syntax(at,
                  "A number stands alone, with no unit after it and no zeros before it. "
                  "If this is a text, put it in quotation marks (\").");
  }
  if (const Hint* hint = hint_at(stop.text, at)) return syntax(at, hint->message);
  if (stop.open_brackets.empty()) {
    return syntax(at, "The profile has ended before this. Look for a closing bracket too many.");
  }
  if (c == ',') return explain_after_comma(stop, at);
  if (is_closing(c)) return explain_closing(stop, at);
  if (c == ':')
    return syntax(at, "A colon is not expected here. A list “[ ]” has no field names, an object “{ }” has.");
  if (is_word(c) || is_digit(c) || std::string_view("-\"[{").find(c) != std::string_view::npos) {
    return syntax(stop.offset,
                  "A comma is missing here. If a quotation mark belongs to the text before, write it as \\\".");
  }
  return unexpected(stop.text, at);
}

}  // namespace

JsonFault explain_json_stop(const JsonStop& stop) {
  const std::size_t at = skip_json_space(stop.text, stop.offset);
  if (at == stop.text.size()) return ends_early(stop);
  if (is_control(stop.text[at])) return unexpected(stop.text, at);
  switch (stop.after) {
    case JsonStop::After::nothing:
      return explain_token(stop, at, false);
    case JsonStop::After::opening_bracket:
      return explain_token(stop, at, in_object(stop));
    case JsonStop::After::key:
      return explain_after_name(stop, at);
    case JsonStop::After::value:
      return explain_after_value(stop, at);
  }
  return unexpected(stop.text, at);
}

std::size_t skip_json_space(std::string_view text, std::size_t offset) {
  // Often asked, and rarely there is any: a set of characters would be searched for each.
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (offset < text.size() && is_space(text[offset])) ++offset;
  return offset;
}

}  // namespace taskscope
