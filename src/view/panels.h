// The dashboard's sections, one function each, in files of their own. Each paints into its column and returns its
// bottom; a section that the profile has nothing for is not called. Panels read; what a press asks for goes into
// `intents`.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics.h"
#include "core/insight.h"
#include "core/profile.h"
#include "view/task_rows.h"
#include "view/ui.h"
#include "view/ui_state.h"
#include "view/widgets.h"

namespace taskscope {

// How many columns a section may have, by the widget's width; metric::wide and its neighbours say where one begins.
enum class Breadth { tight, narrow, medium, wide };

struct View;
using Intents = std::vector<Intent>;

class Overview;

// The field for numbers that the reader is typing into, and what it had before: whether what is typed counts turns out
// as the field is left.
struct Typing {
  NodeId field = 0;
  std::optional<double> before{};
};

// What readers open, drawn by code that the page fetches when the first of them does (src/play).
struct PlayPanels {
  std::array<float (*)(Ui&, const View&, const Column&, Intents&), panel_count> draw;  // by Panel
  std::vector<TaskGroup> (*arrange)(const Profile&, const TaskChoice&);
  // Marks where a text of one style that is drawn at (x, y) contains what was searched for.
  void (*mark)(Ui&, std::string_view text, TextStyle, const TextBlock&, float x, float y, std::string_view search);
  // A reader's state from JSON (core/reader_state.h) to a link's code (core/state_code.h), and back; nothing where it
  // is neither. It is about the profile that is shown, or about the occupation of the catalogue that it has open.
  std::string (*translate)(std::string_view state, const Profile& shown, const Overview*);
  // One section alone, that of the view's slide, with the controls that lead to the others. Returns the bottom.
  float (*draw_slide)(Ui&, const View&, const Column&, Intents&);
  // What to tell as each section comes, in their order.
  std::vector<std::string> (*slides)(const View&, const Language&);
  // A catalogue from JSON; null where that has errors.
  std::unique_ptr<Overview> (*read_catalogue)(std::string_view json, std::vector<Diagnostic>&);
  // What of an overview's state is kept (ReaderState::overview), and back; null where the text has errors.
  std::string (*write_overview)(const OverviewState&);
  OverviewStateOwner (*read_overview)(std::string_view kept, std::vector<Diagnostic>&);
};

struct Play {
  const PlayPanels* panels = nullptr;  // null until it is there
  bool has_failed = false;             // it could not be fetched
  bool can_share = false;              // the page can hand things on to other programs
};

// The dashboard's own profile, or one that the page has beside it, or why there is none.
struct Subject {
  enum class Status { none, awaited, failed, there } status = Status::none;
  Profile profile{};
  Insight insight{};
  std::string problem{};  // of one that failed: which it was and why, as a sentence
};

using Compared = std::array<Subject, most_compared>;

// A catalogue of occupations that is shown as an overview (src/play/overview.h).
class Overview {
 public:
  virtual ~Overview() = default;

  // Where the reader has opened another occupation, is back from one, or keeps others to compare it with: makes `own`
  // what is to be shown, and the request what is to be asked of the page, if anything. Whether that is so.
  virtual bool follow(const UiState& state, Subject& own, std::string& request) = 0;
  // Those that the reader keeps to compare with the one that is open; null where there are none.
  virtual const Compared* beside() const = 0;
  // The profile that was written for the occupation which is open has come.
  virtual void take_written(const Profile& written) = 0;
  // Draws all of it or, over the profile of the occupation that is open, the way back.
  virtual float draw(Ui& ui, const View& view, const Column& at, Intents& intents) = 0;

  // Draws what the catalogue tells of that occupation beyond a profile.
  virtual float draw_beside(Ui& ui, const View& view, const Column& at, Intents& intents) = 0;
  virtual bool has_open_occupation() const = 0;
};

struct View {
  const Profile& profile;
  const Insight& insight;
  const UiState& state;
  Breadth breadth;
  TaskRows& rows;  // measured by the frame that finds them unmeasured
  Typing& typing;  // kept by the fields
  std::span<const Subject, most_compared> compared;
  Play play{};
  std::string_view notice{};           // what became of the reader's last request
  bool is_picture = false;             // without what is there to be pressed alone
  bool records_all = false;            // what is out of sight too, for paper and for the text in the open
  std::optional<std::size_t> slide{};  // the section that is presented alone, from 0
  bool can_present = true;             // the page can give a section all of the screen
  Overview* overview = nullptr;        // where a catalogue is shown, or an occupation of it
};

// Buttons that open panels, as far as there is what they are about, and one that presents; none in pictures.
struct Toolbar {
  std::vector<Panel> panels;  // of the first buttons; one more presents
  std::vector<ButtonSpec> buttons;
};
Toolbar toolbar_of(Ui& ui, const View& view, std::span<const Panel> panels);
float draw_toolbar(Ui& ui, const Toolbar& toolbar, const Column& at, Align align, Intents& intents);

float draw_header(Ui& ui, const View& view, const Column& at, Intents& intents);
float draw_automation(Ui& ui, const View& view, const Column& at, Intents& intents);
float draw_market(Ui& ui, const View& view, const Column& at);
float draw_strategy(Ui& ui, std::size_t index, const Strategy& strategy, const Column& at);
float draw_tasks(Ui& ui, const View& view, const Column& at, Intents& intents);
float draw_ai_use(Ui& ui, std::size_t index, const AiUse& use, const Column& at);
float draw_evidence(Ui& ui, const View& view, const Column& at);
float draw_footer(Ui& ui, const View& view, const Column& at);
float draw_ai_uses(Ui& ui, const View& view, const Column& at);  // all of them, under their heading

// Whether the profile has anything for the section.
bool has_automation(const Profile& profile);
bool has_market(const Market& market);

// Whether there is what the panel is about.
bool offers(const View& view, Panel panel);
// Whether there is, and the reader has it open.
bool shows(const View& view, Panel panel);
// Whether it is to be seen at present.
bool may_show(const View& view, Panel panel);
// Stands in for what the page has yet to fetch.
float draw_awaited(Ui& ui, const View& view, const Column& at);
// What is asked of the page to present the first section (play/request.h).
inline constexpr std::string_view present_request = "7\x1F\x1F\x1F\x30";
// Whether the reader wants to guess the figures, so that none may be told.
inline bool hides_figures(const View& view) { return shows(view, Panel::guess); }
// How many decimals the headline figures need.
int headline_decimals(const Profile& profile);

// What a piece of evidence counts, and what it is about: "measured use · its family".
std::string kind_text(const Language& language, const Evidence& evidence);
// The evidence's figures, in its order.
std::vector<double> values_percent(const std::vector<Evidence>& evidence);
// How many decimals the evidence's figures need, wherever they stand.
int evidence_decimals(const std::vector<Evidence>& evidence);

// The axis with a mark for each piece of evidence, in the automation section.
float draw_evidence_strip(Ui& ui, const View& view, const Column& at);

}  // namespace taskscope
