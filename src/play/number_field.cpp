#include "play/number_field.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/text.h"
#include "core/typed_number.h"
#include "play/controls.h"
#include "view/widgets.h"

namespace taskscope {

struct UnreadText {
  NodeId field = 0;
  std::string text{};
  std::optional<double> in_force{};  // what the field had; another value takes the text's place
};

struct UnreadTexts {
  std::vector<UnreadText> all;  // one a field at most
};

namespace play {

namespace {

const UnreadText* find_unread(const UiState& state, NodeId field) {
  if (!state.unread) return nullptr;
  const std::vector<UnreadText>& all = state.unread->all;
  const auto found =
      std::find_if(all.begin(), all.end(), [field](const UnreadText& one) { return one.field == field; });
  return found == all.end() ? nullptr : &*found;
}

// What there will be after the intents so far.
UnreadTexts coming_unread(const UiState& state, const Intents& intents) {
  const UnreadOwner* last = &state.unread;
  for (const Intent& intent : intents)
    if (intent.action == Action::keep_unread) last = &intent.unread;
  return *last ? **last : UnreadTexts();
}

// Keeps the text in its field, or none where it is empty.
void keep_unread(const UiState& state, Intents& intents, UnreadText text, std::string told = {}) {
  UnreadTexts next = coming_unread(state, intents);
  std::erase_if(next.all, [&](const UnreadText& one) { return one.field == text.field; });
  if (!text.text.empty()) next.all.push_back(std::move(text));
  UnreadOwner owner{new UnreadTexts(std::move(next)), [](const UnreadTexts* one) { delete one; }};
  intents.push_back({.action = Action::keep_unread, .text = std::move(told), .unread = std::move(owner)});
}

TypedNumber read_number(const Language& language, std::string_view typed, std::string_view units) {
  const NumberSigns& signs = language.numbers;
  return read_typed_number(typed, {signs.digits, signs.decimal, signs.group, language.play.number_scales}, units);
}

std::string problem_with(const Language& language, const NumberFieldSpec& spec, const TypedNumber& typed) {
  const auto written = [&](double value) { return spec.write(language, value); };
  const std::string in_force = spec.value ? written(*spec.value) : std::string(spec.none);
  if (typed.is_empty) return {};
  if (!typed.value) {
    constexpr double small = 12.5, large = 1234.5;
    const std::string example = written(spec.most < large ? std::min(small, spec.most) : large);
    return filled(language, language.play.not_a_number, {example, in_force});
  }
  if (*typed.value >= spec.least && *typed.value <= spec.most) return {};
  return filled(language, language.play.out_of_range, {written(spec.least), written(spec.most), in_force});
}

std::string problem_key(std::string_view field) { return concat({field, " problem"}); }

// On phones, the keys for numbers may lack a minus.
std::string attributes_of(Ui& ui, std::string_view key, const NumberFieldSpec& spec, bool is_wrong) {
  std::string attributes = spec.least < 0 ? "inputmode=text " : "";
  if (is_wrong) attributes += concat({"aria-invalid=true aria-describedby=", dom_id(ui.id(problem_key(key)))});
  return attributes;
}

}  // namespace

NumberEntry number_field(Ui& ui, const View& view, Intents& intents, const Rect& box, std::string_view key,
                         const NumberFieldSpec& spec) {
  const Language& language = ui.language();
  const NodeId id = ui.id(key);
  NumberEntry entry;
  const UnreadText* unread = find_unread(view.state, id);
  if (unread && unread->in_force == spec.value)
    entry.problem = problem_with(language, spec, read_number(language, unread->text, spec.units));
  const bool is_wrong = !entry.problem.empty();
  const std::string in_force = spec.value ? spec.write(language, *spec.value) : std::string();
  const std::string attributes = attributes_of(ui, key, spec, is_wrong);
  const auto entered = field(ui, box, key,
                             {.role = Role::number_field,
                              .name = spec.name,
                              .entry = is_wrong ? unread->text : in_force,
                              .disabled = spec.disabled,
                              .attributes = attributes,
                              .is_wrong = is_wrong});
  const bool is_left = entered && entered->starts_with(key_mark);
  const std::string_view text = entered.value_or("").substr(is_left ? 1 : 0);
  const TypedNumber typed = read_number(language, text, spec.units);
  const std::string problem = problem_with(language, spec, typed);
  const bool is_good = entered && problem.empty();
  if (unread && (is_good || !is_wrong)) keep_unread(view.state, intents, {id});
  if (is_left && !is_good)
    keep_unread(view.state, intents, {id, std::string(text), spec.value},
                filled(language, language.view.named, {spec.name, problem}));
  entry.is_new = is_good && !is_left && (typed.value || !spec.none.empty());
  entry.value = typed.value;
  return entry;
}

float draw_problem(Ui& ui, const Column& at, std::string_view key, std::string_view problem) {
  if (problem.empty()) return at.y;
  const TextBlock& block = ui.text().layout(problem, type::note, at.width);
  const float y = at.y + ui.px(4);
  const std::string node = problem_key(key), attributes = concat({"id=", dom_id(ui.id(node))});
  ui.words(block, at.x, y, ui.colors().of(Rating::high_pressure));
  ui.record_text(node,
                 {.role = Role::paragraph,
                  .part = "problem",
                  .text = problem,
                  .attributes = attributes,
                  .language = ui.profile_language().empty() ? std::string_view() : ui.language().tag},
                 block, at.x, y);
  return y + block.height();
}

void forget_unread(Intents& intents) { intents.push_back({.action = Action::keep_unread}); }

}  // namespace play

}  // namespace taskscope
