#include "play/number_field.h"

#include <algorithm>
#include <cmath>
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

struct NumberField {
  NodeId id;
  const NumberFieldSpec& spec;
  const Language& language;
  const View& view;
  Intents& intents;

  TypedNumber read(std::string_view text) const {
    const NumberSigns& signs = language.numbers;
    return read_typed_number(text, {signs.digits, signs.decimal, signs.group, language.play.number_scales}, spec.units);
  }
  std::string written(double value) const { return spec.write(language, value); }

  const UnreadText* unread() const {
    if (!view.state.unread) return nullptr;
    const std::vector<UnreadText>& all = view.state.unread->all;
    const auto found = std::find_if(all.begin(), all.end(), [this](const UnreadText& one) { return one.field == id; });
    return found == all.end() ? nullptr : &*found;
  }
};

// What there will be after the intents so far.
UnreadTexts coming_unread(const NumberField& field) {
  const UnreadOwner* last = &field.view.state.unread;
  for (const Intent& intent : field.intents)
    if (intent.action == Action::keep_unread) last = &intent.unread;
  return *last ? **last : UnreadTexts();
}

// Keeps the text in the field, or none where it is empty.
void keep_unread(const NumberField& field, std::string_view text = {}, const std::optional<double>& in_force = {},
                 std::string told = {}) {
  UnreadTexts next = coming_unread(field);
  std::erase_if(next.all, [&](const UnreadText& one) { return one.field == field.id; });
  if (!text.empty()) next.all.push_back({field.id, std::string(text), in_force});
  UnreadOwner owner{new UnreadTexts(std::move(next)), [](const UnreadTexts* one) { delete one; }};
  field.intents.push_back({.action = Action::keep_unread, .text = std::move(told), .unread = std::move(owner)});
}

// Why the text does not count, and what does; empty where it counts.
std::string problem_with(const NumberField& field, std::string_view text, const std::optional<double>& in_force) {
  const NumberFieldSpec& spec = field.spec;
  const TypedNumber typed = field.read(text);
  if (typed.is_empty) return {};
  const std::string instead = in_force ? field.written(*in_force) : std::string(spec.none);
  const PlayWords& words = field.language.play;
  if (!typed.value) {
    constexpr double small = 12.5, large = 1234.5;
    const std::string example = field.written(spec.most < large ? std::min(small, spec.most) : large);
    return filled(field.language, words.not_a_number, {example, instead});
  }
  if (*typed.value >= spec.least && *typed.value <= spec.most) return {};
  return filled(field.language, words.out_of_range, {field.written(spec.least), field.written(spec.most), instead});
}

// Whether there is a value, or need be none.
bool may_be(const NumberField& field, const TypedNumber& typed) { return typed.value || !field.spec.none.empty(); }

// Takes a text that the reader may still be changing, if it counts.
void type(const NumberField& field, std::string_view text, NumberEntry& entry) {
  const NumberFieldSpec& spec = field.spec;
  Typing& typing = field.view.typing;
  if (typing.field != field.id) typing = {field.id, spec.value};
  if (!problem_with(field, text, spec.value).empty()) return;
  if (field.unread()) keep_unread(field);
  const TypedNumber typed = field.read(text);
  entry.is_new = may_be(field, typed);
  if (typed.value) entry.value = std::round(*typed.value * spec.steps) / spec.steps;
}

// The reader is done. Where the text does not count, nothing of what was on the way to it does.
void leave(const NumberField& field, std::string_view text, NumberEntry& entry) {
  const NumberFieldSpec& spec = field.spec;
  const Typing typed = std::exchange(field.view.typing, {});
  const std::optional<double> before = typed.field == field.id ? typed.before : spec.value;
  const std::string problem = problem_with(field, text, before);
  if (problem.empty() && may_be(field, field.read(text))) return;
  if (!problem.empty())
    keep_unread(field, text, before, filled(field.language, field.language.view.named, {spec.name, problem}));
  entry.is_new = before != spec.value;
  entry.value = before;
}

std::string problem_key(std::string_view field) { return concat({field, " problem"}); }

}  // namespace

NumberEntry number_field(Ui& ui, const View& view, Intents& intents, const Rect& box, std::string_view key,
                         const NumberFieldSpec& spec) {
  const NumberField self{ui.id(key), spec, ui.language(), view, intents};
  NumberEntry entry;
  std::string shown = spec.value ? self.written(*spec.value) : std::string();
  const UnreadText* unread = self.unread();
  if (unread && unread->in_force == spec.value) entry.problem = problem_with(self, unread->text, spec.value);
  const bool is_wrong = !entry.problem.empty();
  if (unread && is_wrong) shown = unread->text;
  const std::string problem_id = dom_id(ui.id(problem_key(key)));
  // Phones' keys for numbers may lack a minus.
  std::vector<Attribute> attributes = {{"inputmode", spec.least < 0 ? "text" : "decimal"}};
  if (is_wrong) attributes.insert(attributes.end(), {{"aria-invalid", "true"}, {"aria-describedby", problem_id}});
  const auto entered = field(ui, box, key,
                             {.role = Role::number_field,
                              .name = spec.name,
                              .entry = shown,
                              .disabled = spec.disabled,
                              .attributes = attributes,
                              .is_wrong = is_wrong});
  if (unread && !is_wrong) keep_unread(self);
  if (entered && entered->starts_with(key_mark)) {
    leave(self, entered->substr(1), entry);
  } else if (entered) {
    type(self, *entered, entry);
  }
  return entry;
}

float draw_problem(Ui& ui, const Column& at, std::string_view key, std::string_view problem, Align align) {
  if (problem.empty()) return at.y;
  const TextBlock& block = ui.text().layout(problem, type::note, at.width);
  const float x = align == Align::left ? at.x : at.right() - block.width, y = at.y + ui.px(4);
  const std::string node = problem_key(key), id = dom_id(ui.id(node));
  const Attribute attribute{"id", id};
  ui.words(block, x, y, ui.colors().of(Rating::high_pressure));
  ui.record_text(node,
                 {.role = Role::paragraph,
                  .part = "problem",
                  .text = problem,
                  .attributes = {&attribute, 1},
                  .language = ui.profile_language().empty() ? std::string_view() : ui.language().tag},
                 block, x, y);
  return y + block.height();
}

void forget_unread(Intents& intents) { intents.push_back({.action = Action::keep_unread}); }

}  // namespace play

}  // namespace taskscope
