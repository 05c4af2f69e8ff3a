#include "core/csv.h"

#include <optional>
#include <utility>

#include "core/diagnostic_codes.h"
#include "core/document.h"
#include "core/text.h"

namespace taskscope {
namespace {

class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : text_(text) {}

  CsvTable read() && {
    while (at_ < text_.size()) read_row();
    return std::move(table_);
  }

 private:
  bool is_at_end() const { return at_ == text_.size(); }
  bool is_at(char c) const { return !is_at_end() && text_[at_] == c; }
  bool is_at_line_end() const { return is_at('\n') || (is_at('\r') && text_.substr(at_).starts_with("\r\n")); }

  // Moves on by a byte and counts lines and characters.
  char take() {
    const char c = text_[at_++];
    if (c == '\n') {
      ++line_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++column_;
    }
    return c;
  }

  CsvField field_here() const { return {{}, line_, column_}; }
  void complain(const CsvField& field, std::string message) {
    table_.diagnostics.push_back(csv_error(field, codes::syntax, std::move(message)));
  }

  void read_row() {
    CsvRow& row = table_.rows.emplace_back();
    row.push_back(read_field());
    while (is_at(',')) {
      take();
      row.push_back(read_field());
    }
    if (is_at('\r')) take();
    if (!is_at_end()) take();
  }

  CsvField read_field() {
    CsvField field = field_here();
    if (is_at('"')) read_quoted(field);
    bool has_complained = false;
    while (!is_at_end() && !is_at(',') && !is_at_line_end()) {
      if (!has_complained) has_complained = complain_of_loose();
      field.text += take();
    }
    return field;
  }

  // Says what must not stand outside of quotation marks; what does so behind them was said by `read_quoted`.
  bool complain_of_loose() {
    if (is_at('"')) {
      complain(field_here(),
               "A quotation mark within a field. Put the whole field in quotation marks, and double this one.");
      return true;
    }
    if (is_at('\r')) {
      complain(field_here(), "A carriage return (CR) alone. Lines end in LF or CR LF.");
      return true;
    }
    return false;
  }

  void read_quoted(CsvField& field) {
    take();
    while (!is_at_end()) {
      if (!is_at('"')) {
        field.text += take();
        continue;
      }
      take();
      if (!is_at('"')) return check_behind_quoted();
      field.text += take();
    }
    complain(field, "These quotation marks are not closed before the end of the text.");
  }

  void check_behind_quoted() {
    if (is_at_end() || is_at(',') || is_at_line_end() || is_at('"')) return;
    complain(field_here(),
             "There is text behind the closing quotation mark. A quotation mark within a field is doubled.");
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t column_ = 1;
  CsvTable table_;
};

// The place of a byte.
CsvField place_of(std::string_view text, std::size_t offset) {
  CsvField field;
  for (const char c : text.substr(0, offset)) {
    if (c == '\n') {
      ++field.line;
      field.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++field.column;
    }
  }
  return field;
}

}  // namespace

Diagnostic csv_error(const CsvField& field, const char* code, std::string message) {
  return {Severity::error, code, std::move(message), {}, field.line, field.column};
}

CsvTable read_csv(std::string_view text) {
  text = without_byte_order_mark(text);
  if (const std::optional<std::size_t> offset = find_invalid_utf8(text)) {
    CsvTable table;
    table.diagnostics.push_back(
        csv_error(place_of(text, *offset), codes::invalid_utf8,
                  "The text is no valid UTF-8 from here on. Save the file with the encoding UTF-8."));
    return table;
  }
  return CsvReader(text).read();
}

}  // namespace taskscope
