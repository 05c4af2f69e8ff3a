#include "core/catalogue_write.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "core/catalogue_fields.h"
#include "core/decimal.h"
#include "core/document.h"
#include "core/format_words.h"
#include "core/json_writing.h"

namespace taskscope {
namespace {

using namespace catalogue_fields;

// Writes values one below the other, each list of figures or texts in a line of its own.
class Writer {
 public:
  void open(char bracket) {
    begin_value();
    json_ += bracket;
    is_first_ = true;
    ++depth_;
  }
  void open(std::string_view name, char bracket) {
    begin(name);
    is_named_ = true;
    open(bracket);
  }
  void close(char bracket) {
    --depth_;
    break_line();
    json_ += bracket;
    is_first_ = false;
  }

  void text(std::string_view name, std::string_view value) {
    begin(name);
    append_json_string(json_, value);
  }
  void optional_text(std::string_view name, std::string_view value) {
    if (!value.empty()) text(name, value);
  }
  void number(std::string_view name, double value) {
    begin(name);
    json_ += decimal_text(value);
  }

  // `append(json, place)` writes one of `count` items.
  template <typename Append>
  void list(std::string_view name, std::size_t count, Append append) {
    begin(name);
    json_ += '[';
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) json_ += ',';
      append(json_, i);
    }
    json_ += ']';
  }

  std::string finish() && { return std::move(json_) + "\n"; }

 private:
  void break_line() {
    json_ += '\n';
    json_.append(depth_, ' ');
  }
  void begin_value() {
    if (is_named_ || depth_ == 0) {
      is_named_ = false;
      return;
    }
    if (!is_first_) json_ += ',';
    is_first_ = false;
    break_line();
  }
  void begin(std::string_view name) {
    begin_value();
    append_json_string(json_, name);
    json_ += ": ";
  }

  std::string json_;
  std::size_t depth_ = 0;
  bool is_first_ = true;
  bool is_named_ = false;  // the next value stands behind its name
};

void write_source(Writer& writer, const Provenance& source) {
  writer.open(names::source, '{');
  writer.text(names::publisher, source.publisher);
  writer.optional_text(names::work, source.work);
  writer.text(names::vintage, source.vintage);
  if (source.year) writer.number(names::year, *source.year);
  writer.text(names::licence, source.licence);
  writer.optional_text(names::attribution, source.attribution);
  writer.optional_text(names::url, source.url);
  writer.close('}');
}

void write_texts(Writer& writer, std::string_view name, const TextColumn& texts) {
  writer.list(name, texts.size(), [&](std::string& json, std::size_t row) { append_json_string(json, texts[row]); });
}

template <typename Number>
void append_numbers(std::string& json, std::span<const Number> numbers) {
  json += '[';
  for (const Number number : numbers) json += (json.back() == '[' ? "" : ",") + std::to_string(number);
  json += ']';
}

void write_groups(Writer& writer, const std::vector<Group>& groups) {
  writer.open(names::groups, '{');
  writer.list(names::codes, groups.size(),
              [&](std::string& json, std::size_t i) { append_json_string(json, groups[i].code); });
  writer.list(names::titles, groups.size(),
              [&](std::string& json, std::size_t i) { append_json_string(json, groups[i].title); });
  writer.close('}');
}

void write_occupations(Writer& writer, const Catalogue& catalogue) {
  writer.open(names::occupations, '{');
  write_texts(writer, names::codes, catalogue.codes);
  write_texts(writer, names::titles, catalogue.titles);
  writer.list(names::groups, catalogue.size(),
              [&](std::string& json, std::size_t row) { json += std::to_string(catalogue.group_of[row]); });
  write_source(writer, catalogue.source);
  writer.close('}');
}

void write_column(Writer& writer, const FigureColumn& column) {
  writer.open('{');
  writer.text(names::name, column.name);
  writer.text(names::title, column.title);
  writer.optional_text(names::about, column.about);
  if (column.quantity == Quantity::rating) {
    writer.text(names::kind, format_words::kind[static_cast<std::size_t>(column.kind)]);
    writer.text(names::match, format_words::match[static_cast<std::size_t>(column.match)]);
    if (column.headline) writer.text(names::headline, headline_words[static_cast<std::size_t>(*column.headline)]);
  } else if (column.quantity == Quantity::money) {
    writer.text(names::currency, column.currency);
    writer.text(names::period, period_words[static_cast<std::size_t>(column.period)]);
  }
  write_source(writer, column.source);
  writer.list(names::figures, column.figures.size(), [&](std::string& json, std::size_t row) {
    json += is_figure(column.figures[row]) ? decimal_text(column.figures[row]) : "null";
  });
  writer.close('}');
}

void write_columns(Writer& writer, const Catalogue& catalogue) {
  for (std::size_t quantity = 0; quantity < names::columns.size(); ++quantity) {
    const auto is_of_it = [=](const FigureColumn& column) {
      return static_cast<std::size_t>(column.quantity) == quantity;
    };
    if (std::none_of(catalogue.columns.begin(), catalogue.columns.end(), is_of_it)) continue;
    writer.open(names::columns[quantity], '[');
    for (const FigureColumn& column : catalogue.columns)
      if (is_of_it(column)) write_column(writer, column);
    writer.close(']');
  }
}

void write_levels(Writer& writer, std::string_view name, const std::vector<LevelCounts>& counts) {
  writer.open(name, '{');
  for (std::size_t level = 0; level < level_count; ++level)
    writer.list(names::levels[level], counts.size(),
                [&](std::string& json, std::size_t row) { json += std::to_string(counts[row][level]); });
  writer.close('}');
}

void write_tasks(Writer& writer, const RatedTasks& tasks) {
  if (tasks.core.empty()) return;
  writer.open(names::tasks, '{');
  write_levels(writer, names::core, tasks.core);
  write_levels(writer, names::other, tasks.other);
  write_source(writer, tasks.source);
  writer.close('}');
}

void write_related(Writer& writer, const Catalogue& catalogue) {
  if (catalogue.related.size() == 0) return;
  writer.open(names::related, '{');
  writer.list(names::rows, catalogue.related.size(),
              [&](std::string& json, std::size_t row) { append_numbers(json, catalogue.related[row]); });
  write_source(writer, catalogue.related_source);
  writer.close('}');
}

void write_profiles(Writer& writer, const Catalogue& catalogue) {
  if (catalogue.profiles.empty()) return;
  writer.open(names::profiles, '[');
  for (const WrittenProfile& profile : catalogue.profiles) {
    writer.open('{');
    writer.text(names::code, catalogue.codes[profile.occupation]);
    writer.text(names::address, profile.address);
    if (profile.group) writer.text(names::family, catalogue.groups[*profile.group].code);
    writer.close('}');
  }
  writer.close(']');
}

}  // namespace

std::string write_catalogue(const Catalogue& catalogue) {
  Writer writer;
  writer.open('{');
  writer.text(names::schema, "catalogue.schema.json");
  writer.number(names::version, format_version);
  writer.text(names::title, catalogue.title);
  writer.optional_text(names::locale, catalogue.locale);
  writer.optional_text(names::date, catalogue.date);
  writer.optional_text(names::code_system, catalogue.code_system);
  write_groups(writer, catalogue.groups);
  write_occupations(writer, catalogue);
  write_columns(writer, catalogue);
  write_tasks(writer, catalogue.tasks);
  write_related(writer, catalogue);
  write_profiles(writer, catalogue);
  writer.close('}');
  return std::move(writer).finish();
}

}  // namespace taskscope
