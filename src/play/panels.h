// What readers open and play with, behind one door: `panels` is all that the host knows of it. In the module this code
// is a file of its own, fetched when the first reader asks (web/tools/split.mjs), so nothing outside of the namespace
// may call into it but through that table.
#pragma once

#include "view/panels.h"

namespace taskscope::play {

float draw_adoption_made(Ui& ui, const View& view, const Column& at, Intents& intents);
float draw_potential_made(Ui& ui, const View& view, const Column& at, Intents& intents);

float draw_week(Ui& ui, const View& view, const Column& at, Intents& intents);
// What a guess is about.
std::string_view name_of(const Language& language, const Guess& guess);
float draw_guess(Ui& ui, const View& view, const Column& at, Intents& intents);
float draw_class(Ui& ui, const View& view, const Column& at, Intents& intents);

float draw_share(Ui& ui, const View& view, const Column& at, Intents& intents);

float draw_task_tools(Ui& ui, const View& view, const Column& at, Intents& intents);
void mark_matches(Ui& ui, std::string_view text, TextStyle style, const TextBlock& block, float x, float y,
                  std::string_view search);
float draw_compare(Ui& ui, const View& view, const Column& at, Intents& intents);

float draw_slide(Ui& ui, const View& view, const Column& at, Intents& intents);
std::vector<std::string> slides(const View& view, const Language& language);

std::unique_ptr<Overview> read_catalogue(std::string_view json, std::vector<Diagnostic>& diagnostics);
std::string write_overview(const OverviewState& state);
OverviewStateOwner read_overview(std::string_view kept, std::vector<Diagnostic>& diagnostics);

extern const PlayPanels panels;

}  // namespace taskscope::play
