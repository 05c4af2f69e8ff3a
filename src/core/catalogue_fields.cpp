#include "core/catalogue_fields.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "core/decode.h"
#include "core/diagnostic_codes.h"
#include "core/format_words.h"
#include "core/text.h"
#include "core/text_formats.h"

namespace taskscope::catalogue_fields {
namespace {

constexpr TextFormat https_address = {is_https_address, codes::bad_url,
                                      "An address starts with https:// and has no blanks."};
constexpr TextFormat calendar_date = {is_calendar_date, codes::bad_date,
                                      "A date is a day of the calendar: year-month-day, such as 2026-11-22."};
constexpr TextFormat language_tag = {is_language_tag, codes::bad_locale,
                                     "A locale is a language tag with hyphens, such as en, pt-BR or zh-Hant."};
constexpr TextFormat column_name = {is_plain_name, codes::bad_name,
                                    "A name begins with a small letter and has small letters, digits and _ alone, 50 "
                                    "at most."};
constexpr TextFormat currency_code = {is_currency_code, codes::bad_currency,
                                      "A currency is the three capital letters of ISO 4217, such as USD."};
constexpr TextFormat profile_address = {is_profile_address, codes::bad_address,
                                        "The address of a profile starts with https://, or is a path from the "
                                        "catalogue's own address, of letters, digits and . _ - / alone."};

// A required text that also has a form.
std::string formed(Fields& fields, std::string_view name, std::size_t max_characters, const TextFormat& format) {
  std::string text = fields.text(name, Need::required, max_characters);
  const JsonNode* node = fields.source().tree.field(fields.node(), name);
  if (node != nullptr && node->kind == JsonKind::text && !is_blank(node->text) && !format.matches(node->text))
    report_error(fields.source(), *node, format.code,
                 concat({quoted(name), " is ", quoted(node->text), ". ", format.advice}));
  return text;
}

Provenance decode_provenance(Fields& fields) {
  Provenance source;
  source.publisher = fields.text(names::publisher, Need::required, limits::short_text);
  source.work = fields.text(names::work, Need::optional, limits::short_text);
  source.vintage = fields.text(names::vintage, Need::required, limits::short_text);
  source.year = fields.year(names::year);
  source.licence = fields.text(names::licence, Need::required, limits::short_text);
  source.attribution = fields.text(names::attribution, Need::optional, limits::long_text);
  source.url = fields.formatted(names::url, https_address);
  return source;
}

FigureColumn decode_column(Fields& fields, Quantity quantity) {
  FigureColumn column;
  column.quantity = quantity;
  column.name = formed(fields, names::name, limits::short_text, column_name);
  column.title = fields.text(names::title, Need::required, limits::short_text);
  column.about = fields.text(names::about, Need::optional, limits::long_text);
  column.source = decode_source(fields);
  return column;
}

// Calls `visit(field node of a column)` for a field of each column that has it as a text.
template <typename Visit>
void for_each_column_text(const Source& source, std::string_view name, Visit visit) {
  for (const std::string_view list_name : names::columns) {
    const JsonNode* list = source.tree.field(source.tree.root(), list_name);
    if (list == nullptr || list->kind != JsonKind::list) continue;
    for (const JsonNode* column = source.tree.first_child(*list); column != nullptr;
         column = source.tree.next(*column)) {
      const JsonNode* field = column->kind == JsonKind::object ? source.tree.field(*column, name) : nullptr;
      if (field != nullptr && field->kind == JsonKind::text) visit(*field);
    }
  }
}

void check_once(const Source& source, std::string_view name, std::string_view advice) {
  std::unordered_set<std::string_view> seen;
  for_each_column_text(source, name, [&](const JsonNode& field) {
    if (is_blank(field.text) || seen.insert(field.text).second) return;
    report_error(source, field, codes::duplicate_name,
                 concat({"Another column has the ", name, " ", quoted(field.text), " already. ", advice}));
  });
}

// The field of a profile's reference.
const JsonNode* reference_field(const Source& source, std::size_t index, std::string_view name) {
  const JsonNode* list = source.tree.field(source.tree.root(), names::profiles);
  const JsonNode* item = list == nullptr ? nullptr : source.tree.first_child(*list);
  for (; item != nullptr && index > 0; --index) item = source.tree.next(*item);
  return item == nullptr || item->kind != JsonKind::object ? nullptr : source.tree.field(*item, name);
}

}  // namespace

void report_error(const Source& source, const JsonNode& node, const char* code, std::string message) {
  if (source.report.skip(Severity::error, node.offset)) return;
  source.report.add(Severity::error, code, node.offset, source.tree.pointer(node), std::move(message));
}

void decode_heading(Fields& fields, Catalogue& catalogue) {
  fields.text(names::schema, Need::optional, limits::long_text);
  fields.number(names::version, Need::required);
  catalogue.title = fields.text(names::title, Need::required, limits::short_text);
  catalogue.locale = fields.formatted(names::locale, language_tag);
  catalogue.date = fields.formatted(names::date, calendar_date);
  catalogue.code_system = fields.text(names::code_system, Need::optional, limits::short_text);
}

Provenance decode_source(Fields& fields) {
  return fields.object(names::source, "A source", decode_provenance, Need::required);
}

FigureColumn decode_rating(Fields& fields) {
  FigureColumn column = decode_column(fields, Quantity::rating);
  column.kind = fields.choice<EvidenceKind>(names::kind, Need::required, format_words::kind).value_or(column.kind);
  column.match = fields.choice<EvidenceMatch>(names::match, Need::required, format_words::match).value_or(column.match);
  column.headline = fields.choice<Headline>(names::headline, Need::optional, headline_words);
  return column;
}

FigureColumn decode_people(Fields& fields) { return decode_column(fields, Quantity::people); }

FigureColumn decode_money(Fields& fields) {
  FigureColumn column = decode_column(fields, Quantity::money);
  column.currency = formed(fields, names::currency, limits::short_text, currency_code);
  column.period = fields.choice<Period>(names::period, Need::required, period_words).value_or(column.period);
  return column;
}

FigureColumn decode_growth(Fields& fields) { return decode_column(fields, Quantity::growth); }

ProfileReference decode_profile_reference(Fields& fields) {
  ProfileReference reference;
  reference.code = fields.text(names::code, Need::required, limits::code_text);
  reference.address = formed(fields, names::address, limits::long_text, profile_address);
  reference.family = fields.text(names::family, Need::optional, limits::code_text);
  return reference;
}

void check_columns(const Source& source) {
  check_once(source, names::name, "Give this one another.");
  check_once(source, names::headline, "Decide for one of them.");
}

std::vector<WrittenProfile> find_profiles(const Source& source, const Catalogue& catalogue,
                                          const std::vector<ProfileReference>& references) {
  const auto complain = [&](std::size_t index, std::string_view name, std::string_view code, std::string_view of) {
    if (const JsonNode* node = reference_field(source, index, name))
      report_error(source, *node, codes::bad_reference,
                   concat({"There is no ", of, " with the code ", quoted(code), "."}));
  };
  std::vector<WrittenProfile> profiles;
  profiles.reserve(references.size());
  for (std::size_t i = 0; i < references.size(); ++i) {
    const ProfileReference& reference = references[i];
    WrittenProfile& profile = profiles.emplace_back();
    profile.address = reference.address;
    if (const auto row = find_occupation(catalogue, reference.code)) {
      profile.occupation = static_cast<std::uint32_t>(*row);
    } else {
      complain(i, names::code, reference.code, "occupation");
    }
    if (reference.family.empty()) continue;
    profile.group = find_group(catalogue, reference.family);
    if (!profile.group) complain(i, names::family, reference.family, "group");
  }
  return profiles;
}

}  // namespace taskscope::catalogue_fields
