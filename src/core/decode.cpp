// The profile's fields, object by object. A field's limits stand here and in assets/profile.schema.json.
#include "core/decode.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <utility>

#include "core/diagnostic_codes.h"
#include "core/document.h"
#include "core/fields.h"
#include "core/format_words.h"
#include "core/insight.h"
#include "core/json_tree.h"
#include "core/report.h"
#include "core/text.h"
#include "core/text_formats.h"
#include "core/weighting.h"

namespace taskscope {
namespace {

constexpr TextFormat https_address = {is_https_address, codes::bad_url,
                                      "An address starts with https:// and has no blanks."};
constexpr TextFormat calendar_date = {is_calendar_date, codes::bad_date,
                                      "A date is a day of the calendar: year-month-day, such as 2026-11-22."};
constexpr TextFormat language_tag = {is_language_tag, codes::bad_locale,
                                     "A locale is a language tag with hyphens, such as en, pt-BR or zh-Hant."};

Indicator decode_indicator(Fields& fields) {
  Indicator indicator;
  indicator.name = fields.text("name", Need::required, limits::short_text);
  indicator.rating = fields.choice<Rating>("rating", Need::required, format_words::rating).value_or(indicator.rating);
  indicator.note = fields.text("note", Need::optional, limits::long_text);
  return indicator;
}

Market decode_market(Fields& fields) {
  Market market;
  market.summary = fields.text("summary", Need::optional, limits::long_text);
  market.covers = fields.text("covers", Need::optional, limits::short_text);
  market.indicators = fields.objects("indicators", "An indicator", limits::list_items, decode_indicator);
  return market;
}

Strategy decode_strategy(Fields& fields) {
  Strategy strategy;
  strategy.title = fields.text("title", Need::required, limits::short_text);
  strategy.text = fields.text("text", Need::required, limits::long_text);
  return strategy;
}

// A band of the author's own may be meant, but may as well be what an old figure left behind.
void check_band(Fields& fields, const Task& task) {
  Task unbanded;
  unbanded.automation_percent = task.automation_percent;
  const Band band = band_of(unbanded);
  if (!task.band || *task.band == band) return;
  const std::string_view own = format_words::band[static_cast<std::size_t>(*task.band)];
  const std::string_view derived = format_words::band[static_cast<std::size_t>(band)];
  fields.warn("band", codes::band_mismatch,
              concat({"“band” is ", quoted(own), ", but the task's figure puts it in ", quoted(derived),
                      ". Check both, or leave “band” out."}));
}

Task decode_task(Fields& fields) {
  Task task;
  task.name = fields.text("name", Need::required, limits::short_text);
  task.importance =
      fields.choice<Importance>("importance", Need::required, format_words::importance).value_or(task.importance);
  const std::optional<double> automation = fields.percent("automation", Need::required);
  task.automation_percent = automation.value_or(0);
  task.reason = fields.text("reason", Need::optional, limits::long_text);
  task.band = fields.choice<Band>("band", Need::optional, format_words::band);
  task.weight = fields.weight("weight");
  if (automation) check_band(fields, task);
  return task;
}

AiUse decode_ai_use(Fields& fields) {
  AiUse use;
  use.title = fields.text("title", Need::required, limits::short_text);
  use.examples = fields.texts("examples", limits::long_text, limits::list_items);
  use.good_options = fields.texts("good_options", limits::short_text, limits::list_items);
  return use;
}

Evidence decode_evidence(Fields& fields) {
  Evidence evidence;
  evidence.publisher = fields.text("publisher", Need::required, limits::short_text);
  evidence.measure = fields.text("measure", Need::required, limits::short_text);
  evidence.value_percent = fields.percent("value", Need::required).value_or(0);
  evidence.kind = fields.choice<EvidenceKind>("kind", Need::required, format_words::kind).value_or(evidence.kind);
  evidence.match = fields.choice<EvidenceMatch>("match", Need::required, format_words::match).value_or(evidence.match);
  evidence.note = fields.text("note", Need::optional, limits::long_text);
  evidence.year = fields.year("year");
  evidence.url = fields.formatted("url", https_address);
  return evidence;
}

Profile decode_fields(Fields& fields) {
  Profile profile;
  fields.text("$schema", Need::optional, limits::long_text);
  fields.number("version", Need::required);
  profile.title = fields.text("title", Need::required, limits::short_text);
  profile.summary = fields.text("summary", Need::optional, limits::long_text);
  profile.locale = fields.formatted("locale", language_tag);
  profile.date = fields.formatted("date", calendar_date);
  profile.adoption_percent = fields.percent("adoption", Need::optional);
  profile.potential_percent = fields.percent("potential", Need::optional);
  profile.market = fields.object("market", "The market", decode_market);
  profile.strategies = fields.objects("strategies", "A strategy", limits::list_items, decode_strategy);
  profile.task_source = fields.text("task_source", Need::optional, limits::short_text);
  profile.tasks = fields.objects("tasks", "A task", limits::tasks, decode_task);
  profile.ai_uses = fields.objects("ai_uses", "An AI use", limits::list_items, decode_ai_use);
  profile.evidence = fields.objects("evidence", "A piece of evidence", limits::list_items, decode_evidence);
  return profile;
}

// Names tell tasks apart, so each may be there once.
void check_duplicate_tasks(const Source& source) {
  const JsonNode* tasks = source.tree.field(source.tree.root(), "tasks");
  if (tasks == nullptr || tasks->kind != JsonKind::list) return;
  std::unordered_set<std::string_view> names;
  names.reserve(tasks->children);
  for (const JsonNode* task = source.tree.first_child(*tasks); task != nullptr; task = source.tree.next(*task)) {
    const JsonNode* name = task->kind == JsonKind::object ? source.tree.field(*task, "name") : nullptr;
    if (name == nullptr || name->kind != JsonKind::text || is_blank(name->text)) continue;
    if (names.insert(name->text).second) continue;
    source.report.add(Severity::error, codes::duplicate_task, name->offset, source.tree.pointer(*name),
                      concat({"The task ", quoted(name->text),
                              " is in the list already. Give this one another name, or take it out."}));
  }
}

// What each rule is called in messages, in the order of the rules.
constexpr std::array<std::string_view, 4> weighting_words = {"all tasks weighing the same", "core tasks weighing 2.0",
                                                             "core tasks weighing 2.5", "by the tasks’ own weights"};

void check_potential(const Source& source, const Profile& profile) {
  const bool can_be_compared = profile.potential_percent && !profile.tasks.empty() && !source.report.has_errors();
  if (!can_be_compared || published_weighting(profile)) return;
  const JsonNode* potential = source.tree.field(source.tree.root(), "potential");
  std::string means;
  for (const Weighting rule : weightings_of(profile.tasks)) {
    means += concat({means.empty() ? "" : ", ", one_decimal(*weighted_potential_percent(profile.tasks, rule)), " (",
                     weighting_words[static_cast<std::size_t>(rule)], ")"});
  }
  source.report.add(Severity::warning, codes::potential_not_reproducible, potential->offset,
                    source.tree.pointer(*potential),
                    concat({"“potential” is no weighted mean of the tasks, which would be ", means,
                            ". Check it and the tasks' figures."}));
}

// A weighting counts all tasks, so weights for some of them count for nothing.
void check_weights(const Source& source, const Profile& profile) {
  const auto is_weighed = [](const Task& task) { return task.weight.has_value(); };
  const auto unweighed = std::find_if_not(profile.tasks.begin(), profile.tasks.end(), is_weighed);
  const bool some = std::any_of(profile.tasks.begin(), profile.tasks.end(), is_weighed);
  if (source.report.has_errors() || !some || unweighed == profile.tasks.end()) return;
  const JsonNode* tasks = source.tree.field(source.tree.root(), "tasks");
  source.report.add(Severity::warning, codes::weights_incomplete, tasks->offset, source.tree.pointer(*tasks),
                    concat({"Some tasks have a “weight” and ", quoted(unweighed->name),
                            " has none, so that the weights are not used. Give one to every task, or to none."}));
}

std::optional<Profile> decode(std::string_view text, Report& report) {
  const std::optional<JsonDocument> document = read_document(text, "profile", report);
  if (!document) return std::nullopt;
  const Source source = {text, document->tree, report};
  Profile profile = Fields::decode_object(source, document->tree.root(), "A profile", decode_fields);
  check_duplicate_tasks(source);
  check_potential(source, profile);
  check_weights(source, profile);
  return profile;
}

}  // namespace

Decoded decode_profile(std::string_view json) {
  json = without_byte_order_mark(json);
  Report report;
  Decoded decoded;
  decoded.profile = decode(json, report);
  decoded.diagnostics = std::move(report).finish(json);
  if (has_errors(decoded.diagnostics)) decoded.profile.reset();
  return decoded;
}

}  // namespace taskscope
