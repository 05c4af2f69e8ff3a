// Guess first: figures are hidden until the reader has said what they might be, or wants to see them.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "core/decimal.h"
#include "core/guesses.h"
#include "core/insight.h"
#include "core/text.h"
#include "play/controls.h"
#include "play/number_field.h"
#include "play/panels.h"
#include "play/request.h"
#include "view/format.h"
#include "view/parts.h"

namespace taskscope::play {

namespace {

constexpr int no_idea = 50;  // where the mark stands before there is a guess
constexpr float name_share = 0.34f;
constexpr float figure_width = 56, least_own_width = 64;  // CSS pixels
constexpr float mark_width = 3, mark_reach = 4, distance_height = 4;
constexpr float hatch_step = 10;

struct Guessing {
  const View& view;
  const std::vector<Guess> guesses;
  Intents& intents;

  const Task* task_of(const Guess& guess) const {
    for (const Task& task : view.profile.tasks)
      if (guess.about == Guessed::task && task.name == guess.task) return &task;
    return nullptr;
  }
  void change(std::vector<Guess> next, std::string said = {}) const {
    intents.push_back({.action = Action::change_guesses, .guesses = std::move(next), .text = std::move(said)});
  }
};

struct Columns {
  bool stacked = false, has_tags = false, reveal_below = false;  // on a line of its own
  float name_width = 0, tag_x = 0;
  float bar_x = 0, bar_width = 0;
  float figure_right = 0, own_x = 0;
};

// Of a guess, as it is typed and as it stands beside the figure later.
float own_width(Ui& ui) {
  const std::string widest = ui.say(ui.language().play.you, {number_text(ui.language(), 100, 0)});
  return std::max(ui.px(least_own_width), ui.text().line(widest, type::note).width + ui.px(8));
}

Columns columns_of(Ui& ui, const View& view, const Column& at) {
  const float gap = ui.px(metric::text_gap), figure = ui.px(figure_width), own = own_width(ui);
  Columns columns{.stacked = view.breadth <= Breadth::narrow, .has_tags = view.breadth == Breadth::wide};
  if (columns.stacked) {
    const float knob = ui.px(metric::knob) / 2;
    columns.name_width = at.width;
    columns.bar_x = at.x + knob;
    columns.bar_width = std::max(1.0f, at.width - 2 * knob);
    columns.figure_right = at.x + figure;
    columns.own_x = columns.figure_right + gap / 2;
    columns.reveal_below = columns.own_x + own + push_button_width(ui, ui.language().play.reveal) > at.right();
    return columns;
  }
  columns.name_width = std::round(at.width * name_share) - gap;
  columns.own_x = at.right() - push_button_width(ui, ui.language().play.reveal) - own;
  columns.figure_right = columns.own_x - gap / 2;
  columns.tag_x = at.x + columns.name_width + gap;
  const float tag = columns.has_tags ? ui.px(metric::tag_width) + gap : 0;
  columns.bar_x = columns.tag_x + tag;
  columns.bar_width = std::max(1.0f, columns.figure_right - figure - gap / 2 - columns.bar_x);
  return columns;
}

float place_on(const Columns& columns, double percent) {
  return columns.bar_x + std::round(columns.bar_width * static_cast<float>(percent / 100));
}

void draw_hatch(Ui& ui, const Rect& box) {
  const float step = ui.px(hatch_step);
  ui.push_clip(box);
  for (float x = box.x; x < box.right() + box.height; x += step)
    ui.diagonal({x, box.y, -box.height, box.height}, ui.theme().hairline(), ui.colors().line);
  ui.pop_clip();
}

void draw_guess_mark(Ui& ui, const Columns& columns, const Rect& bar, const Guess& guess) {
  const float width = ui.px(mark_width), reach = ui.px(mark_reach);
  const float x = std::round(place_on(columns, guess.percent.value_or(no_idea)) - width / 2);
  const Color color = guess.percent ? ui.colors().ink : ui.colors().muted;
  ui.fill({x, bar.y - reach, width, bar.height + 2 * reach}, color, width / 2);
}

Color color_of(Ui& ui, const Guessing& guessing, const Guess& guess) {
  if (guess.about == Guessed::adoption) return ui.colors().of(EvidenceKind::measured_use);
  if (guess.about == Guessed::potential) return ui.colors().potential;
  return ui.colors().of(band_of(*guessing.task_of(guess)));
}

// The bar while the figure is hidden: a slider from end to end.
void draw_open_bar(Ui& ui, const Guessing& guessing, const Columns& columns, const Rect& bar, std::size_t place) {
  const Guess& guess = guessing.guesses[place];
  ui.fill(bar, ui.colors().track, ui.theme().radius(metric::bar_radius));
  draw_hatch(ui, bar);
  draw_guess_mark(ui, columns, bar, guess);
  const float reach = ui.px(metric::knob) / 2, height = ui.px(metric::slider_height);
  const Rect area{bar.x - reach, std::round(bar.center_y() - height / 2), bar.width + 2 * reach, height};
  const double percent = guess.percent.value_or(no_idea);
  const std::string value =
      guess.percent ? percent_text(ui.language(), percent, 0) : std::string(ui.language().play.no_guess);
  const auto moved = slider(ui, area, "guess", {name_of(ui.language(), guess), value, percent, false, false});
  if (!moved) return;
  std::vector<Guess> next = guessing.guesses;
  next[place].percent = guessed_percent(*moved);
  guessing.change(std::move(next));
}

// The bar with the figure, the guess, and the way between the two.
void draw_revealed_bar(Ui& ui, const Guessing& guessing, const Columns& columns, const Rect& bar, const Guess& guess) {
  const double figure = figure_of(guess, guessing.view.profile);
  const float radius = ui.theme().radius(metric::bar_radius), end = place_on(columns, figure);
  ui.fill(bar, ui.colors().track, radius);
  ui.fill({bar.x, bar.y, end - bar.x, bar.height}, color_of(ui, guessing, guess), radius);
  ui.record("bar",
            {.role = Role::meter, .part = "bar", .text = name_of(ui.language(), guess), .box = bar, .value = figure});
  if (!guess.percent) return;
  const float mark = place_on(columns, *guess.percent), height = ui.px(distance_height);
  ui.fill({std::min(mark, end), std::round(bar.center_y() - height / 2), std::abs(end - mark), height},
          faded(ui.colors().ink, 0.5f));
  draw_guess_mark(ui, columns, bar, guess);
}

std::string guess_text(const Language& language, double percent) { return percent_text(language, percent, 0); }

// The guess as a number to be typed. Returns what is wrong with what was typed.
std::string draw_open_figures(Ui& ui, const Guessing& guessing, const Columns& columns, float center_y,
                              std::size_t place) {
  const Guess& guess = guessing.guesses[place];
  const float height = ui.px(metric::field_height);
  const Rect box{columns.own_x, std::round(center_y - height / 2), own_width(ui) - ui.px(8), height};
  const std::string name = ui.say(ui.language().play.guess_of, {name_of(ui.language(), guess)});
  const NumberEntry typed = number_field(ui, guessing.view, guessing.intents, box, "typed",
                                         {.name = name,
                                          .value = guess.percent,
                                          .steps = 1,
                                          .units = percent_units,
                                          .write = guess_text,
                                          .none = ui.language().play.no_guess});
  if (typed.is_new) {
    std::vector<Guess> next = guessing.guesses;
    next[place].percent.reset();
    if (typed.value) next[place].percent = guessed_percent(*typed.value);
    guessing.change(std::move(next));
  }
  return typed.problem;
}

std::string own_text(Ui& ui, const Guess& guess) {
  if (!guess.percent) return {};
  return ui.say(ui.language().play.you, {number_text(ui.language(), *guess.percent, 0)});
}

void draw_revealed_figures(Ui& ui, const Guessing& guessing, const Columns& columns, const Column& at, float center_y,
                           const Guess& guess) {
  if (!guess.percent) return;
  const float y = std::round(center_y - ui.px(type::note.line_height) / 2);
  text(ui, {columns.own_x, y, TextShaper::unlimited}, "own",
       {own_text(ui, guess), type::note, ui.colors().muted, Role::text});
  const double figure = figure_of(guess, guessing.view.profile);
  const std::string off = signed_number(ui.language(), figure - *guess.percent, decimals_for({&figure, 1}));
  figure_text(ui, "off", {off, ui.colors().ink, Role::text}, {at.right(), center_y});
}

void reveal(Ui& ui, const Guessing& guessing, std::size_t place) {
  std::vector<Guess> next = guessing.guesses;
  next[place].is_revealed = true;
  const double figure = figure_of(next[place], guessing.view.profile);
  const std::string guess = next[place].percent ? own_text(ui, next[place]) : std::string(ui.language().play.no_guess);
  const std::string shown = percent_text(ui.language(), figure, decimals_for({&figure, 1}));
  const std::string said =
      ui.say(ui.language().view.named,
             {name_of(ui.language(), next[place]), concat({shown, ui.language().view.list_separator, guess})});
  guessing.change(std::move(next), said);
}

// Returns the row's bottom.
float draw_row(Ui& ui, const Guessing& guessing, const Columns& columns, const Column& at, std::size_t place) {
  const Guess& guess = guessing.guesses[place];
  const float line = ui.px(metric::field_height), bar_height = ui.px(metric::bar_height);
  const std::string_view name = name_of(ui.language(), guess);
  const TextBlock& block = ui.text().layout(name, type::body, columns.name_width);
  const float height = std::max(columns.stacked ? 0 : line, block.height());
  const float name_y = std::round(at.y + (height - block.height()) / 2);
  text(ui, {at.x, name_y, columns.name_width}, "name", {name, type::body, ui.colors().ink, Role::text});
  float bar_center = at.y + height / 2, center = bar_center;
  if (columns.stacked) {
    bar_center = at.y + height + ui.px(metric::slider_height) / 2;
    center = bar_center + ui.px(metric::slider_height) / 2 + ui.px(6) + line / 2;
  }
  if (const Task* task = guessing.task_of(guess); task && columns.has_tags) {
    const float tag = ui.px(metric::tag_height);
    importance_tag(ui, {columns.tag_x, std::round(center - tag / 2), ui.px(metric::tag_width), tag}, "importance",
                   task->importance, Role::text);
  }
  const Rect bar{columns.bar_x, std::round(bar_center - bar_height / 2), columns.bar_width, bar_height};
  const double figure = figure_of(guess, guessing.view.profile);
  const std::string shown = guess.is_revealed ? percent_text(ui.language(), figure, decimals_for({&figure, 1})) : "?";
  if (guess.is_revealed) {
    draw_revealed_bar(ui, guessing, columns, bar, guess);
  } else {
    draw_open_bar(ui, guessing, columns, bar, place);
  }
  figure_text(ui, "figure", {shown, ui.colors().ink, Role::text}, {columns.figure_right, center});
  std::string problem;
  if (guess.is_revealed) {
    draw_revealed_figures(ui, guessing, columns, at, center, guess);
  } else {
    problem = draw_open_figures(ui, guessing, columns, center, place);
    const float button = ui.px(metric::button_height);
    if (columns.reveal_below) center += line + ui.px(6);
    const Pushed pushed =
        push_button(ui, at.at(std::round(center - button / 2)), "reveal", {.label = ui.language().play.reveal},
                    columns.reveal_below ? Align::left : Align::right);
    if (pushed.pressed) reveal(ui, guessing, place);
  }
  const float bottom = columns.stacked ? center + line / 2 : at.y + height;
  return draw_problem(ui, at.at(bottom), "typed", problem, columns.stacked ? Align::left : Align::right);
}

// Headline figures, then tasks in the profile's own order: any other would tell which is higher.
float draw_rows(Ui& ui, const Guessing& guessing, const Column& at) {
  Scope all(ui, "guesses", {.role = Role::group, .part = "guesses", .text = ui.language().play.your_guesses});
  const Columns columns = columns_of(ui, guessing.view, at);
  const float padding = ui.px(6);
  float y = at.y;
  for (std::size_t i = 0; i < guessing.guesses.size(); ++i) {
    const Guess& guess = guessing.guesses[i];
    const std::string_view name = name_of(ui.language(), guess);
    const std::string key = guess.about == Guessed::task ? concat({"task ", name}) : item_key(i, "headline");
    Scope row(ui, key, {.role = Role::group, .part = "guess", .text = name});
    ui.horizontal_line(at.x, y, at.width, ui.colors().line);
    y = draw_row(ui, guessing, columns, at.at(y + padding), i) + padding;
  }
  ui.horizontal_line(at.x, y, at.width, ui.colors().line);
  return y;
}

// What to do, and what came of it so far.
float draw_result(Ui& ui, const Guessing& guessing, const Column& at) {
  const GuessResult result = judge(guessing.guesses, guessing.view.profile);
  const Language& language = ui.language();
  const std::string revealed = number_text(language, static_cast<double>(result.revealed), 0);
  const std::string all = number_text(language, static_cast<double>(guessing.guesses.size()), 0);
  RichText said = rich_message(ui, language.play.guess_how, {plain(revealed), plain(all)});
  const std::string distance = counted(language, language.view.points, to_a_tenth(result.mean_distance));
  if (result.largest_surprise) {
    const std::string_view surprise = name_of(language, guessing.guesses[*result.largest_surprise]);
    said.append(rich_message(ui, language.play.guess_distance, {distance, surprise}));
  }
  return rich_text(ui, at, "progress", said);
}

bool has_begun(const Guessing& guessing) {
  return std::any_of(guessing.guesses.begin(), guessing.guesses.end(),
                     [](const Guess& guess) { return guess.percent || guess.is_revealed; });
}

enum class Command { class_results, start_again, reveal_all };

void obey(Ui& ui, const Guessing& guessing, Command command) {
  if (command == Command::class_results)
    return guessing.intents.push_back({.action = Action::toggle_panel, .panel = Panel::class_results});
  if (command == Command::start_again) {
    forget_unread(guessing.intents);
    return guessing.change({}, std::string(ui.language().play.guesses_cleared));
  }
  std::vector<Guess> next = guessing.guesses;
  for (Guess& guess : next) guess.is_revealed = true;
  guessing.change(std::move(next), std::string(ui.language().play.all_revealed));
}

// What a pupil hands in.
float draw_code(Ui& ui, const Guessing& guessing, const Column& at) {
  const std::string code = guess_code(guessing.guesses, guessing.view.profile);
  const float y = rich_text(ui, at, "code", rich_message(ui, ui.language().play.guess_code, {code})) + ui.px(8);
  const Pushed copied = push_button(ui, at.at(y), "copy-code", {.label = ui.language().play.copy_code}, Align::left);
  if (copied.pressed) ask_page(guessing.intents, {Request::Kind::copy_text, "code", "", code});
  return draw_notice(ui, guessing.view, at.at(copied.bottom));
}

}  // namespace

std::string_view name_of(const Language& language, const Guess& guess) {
  if (guess.about == Guessed::task) return guess.task;
  return guess.about == Guessed::adoption ? language.play.guess_adoption : language.play.guess_potential;
}

float draw_guess(Ui& ui, const View& view, const Column& at, Intents& intents) {
  const std::string_view title = of(ui.language().view.panel, Panel::guess);
  Scope scope(ui, "guess", {.role = Role::section, .part = "card guess-first", .text = title});
  const Guessing guessing{view, fitted_guesses(view.state.guesses, view.profile), intents};
  const bool all = std::all_of(guessing.guesses.begin(), guessing.guesses.end(),
                               [](const Guess& guess) { return guess.is_revealed; });
  const std::array buttons = {ButtonSpec{.label = of(ui.language().view.panel, Panel::class_results),
                                         .expanded = view.state.shows(Panel::class_results)},
                              ButtonSpec{.label = ui.language().play.start_again, .disabled = !has_begun(guessing)},
                              ButtonSpec{.label = ui.language().play.reveal_all, .disabled = all, .is_strong = !all}};
  const bool beside = view.breadth >= Breadth::medium;
  float y = heading(ui, at, "heading", title, 2, type::heading);
  const Chosen chosen = button_row(ui, beside ? at : at.at(y + ui.px(8)), buttons, beside ? Align::right : Align::left);
  if (chosen.index) obey(ui, guessing, static_cast<Command>(*chosen.index));
  y = std::max(y, chosen.bottom);
  const float top = y + ui.px(8);
  const int lines = view.breadth <= Breadth::narrow ? 5 : 2;
  y = steady_bottom(ui, type::note, top, draw_result(ui, guessing, at.at(top)), lines);
  y = draw_rows(ui, guessing, at.at(y + ui.px(12)));
  return has_begun(guessing) ? draw_code(ui, guessing, at.at(y + ui.px(8))) : y;
}

}  // namespace taskscope::play
