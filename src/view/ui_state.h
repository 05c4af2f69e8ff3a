// What the reader has changed, the wishes that panels return, and the transitions between the two.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/profile.h"
#include "core/reader_state.h"
#include "core/weighting.h"
#include "view/frame_cache.h"
#include "view/semantics.h"
#include "view/theme.h"

namespace taskscope {

// Tells a task from the profile's others, and stays the same whatever else changes in a profile: a hash of its name.
using TaskKey = std::uint64_t;
TaskKey task_key(std::string_view name);

// Tells a source from the profile's others in the same way.
using SourceKey = std::uint64_t;
SourceKey source_key(const Evidence& evidence);

// A state with the ones before and after it. Changes that the same control makes one after the other, such as a slider
// under way, are one step.
struct WeekHistory {
  std::optional<Week> week;  // none while it is the published one
  std::vector<std::optional<Week>> before, after;
  NodeId control = 0;  // that made the last change; none for a press, which is a step of its own

  // What a further change by the control starts from: its own earlier ones have not been.
  const std::optional<Week>& base(NodeId by) const { return by == control && !before.empty() ? before.back() : week; }
  void set(std::optional<Week> next, NodeId by);
  void undo();
  void redo();
};

// How far the reader is in an overview (src/play/overview_state.h), with who knows how to delete it.
struct OverviewState;
using OverviewStateOwner = std::unique_ptr<const OverviewState, void (*)(const OverviewState*)>;

// What readers typed into fields and no number could be read from (src/play/number_field.cpp), with the same.
struct UnreadTexts;
using UnreadOwner = std::unique_ptr<const UnreadTexts, void (*)(const UnreadTexts*)>;

struct UiState {
  std::unordered_set<TaskKey> open_tasks;  // whose reasons are shown
  PanelSet shown = shown_at_first;
  std::optional<Weighting> weighting;      // that the reader chose in place of the published one
  std::unordered_set<SourceKey> left_out;  // sources
  TaskChoice tasks;                        // which are shown, and how
  WeekHistory week;
  std::vector<Guess> guesses;  // as in ReaderState
  std::string class_codes;
  std::size_t beside = 0;                         // as in ReaderState
  OverviewStateOwner overview{nullptr, nullptr};  // none where there is no overview, or nobody has touched it
  std::string unread_overview;                    // as in ReaderState, while there is no code that reads it
  UnreadOwner unread{nullptr, nullptr};           // none where there is no such text

  bool is_open(TaskKey task) const { return open_tasks.contains(task); }
  bool shows(Panel panel) const { return shown[static_cast<std::size_t>(panel)]; }
  bool leaves_out(const Evidence& source) const { return left_out.contains(source_key(source)); }
};

// The state in the profile's terms, for keeping it; and back. Tasks and sources that the profile lacks are left out.
ReaderState reader_state(const UiState& state, const Profile& profile);
UiState ui_state(const ReaderState& reader);

enum class Action {
  toggle_task,
  toggle_all_tasks,
  toggle_panel,
  choose_weighting,
  toggle_source,
  change_week,
  undo_week,
  redo_week,
  change_guesses,
  change_class_codes,
  ask_page,
  choose_tasks,
  choose_compared,
  keep_unread,
  change_overview,
  open_occupation  // in the overview: the rest of the state begins anew
};

// What a press asks for, with what the action is about; panels return these, and `apply` alone changes the state. What
// is asked of the page changes nothing here.
struct Intent {
  Action action = Action::toggle_task;
  std::vector<TaskKey> keys{};  // of tasks, or of a source
  Panel panel = Panel::adoption_made;
  Weighting weighting = Weighting::equal;
  std::optional<Week> week{};  // none for the published one
  NodeId control = 0;          // that changes the week
  std::vector<Guess> guesses{};
  TaskChoice tasks{};
  std::string text{};     // what to tell those who do not see the change; of a class, its codes; of the page, a request
  std::size_t place = 0;  // among the compared profiles
  OverviewStateOwner overview{nullptr, nullptr};  // the next one
  UnreadOwner unread{nullptr, nullptr};           // the next ones
};

// Takes what is to be kept out of the intent. All tasks at once are opened unless all are open already.
void apply(UiState& state, Intent& intent);

// Values that move to their targets over a few frames.
class Transitions {
 public:
  // Goes before a frame. `seconds` since the last frame; time spent idle does not count.
  void begin_frame(float seconds, bool reduced_motion);
  // How far `id` is on its way to on (1) or off (0), eased. What is seen for the first time is already there.
  float toward(NodeId id, bool on);
  // Forgets what this frame did not ask for.
  void end_frame() { progress_.end_frame(); }
  bool moving() const { return moving_; }
  // How many values are kept.
  std::size_t remembered() const { return progress_.size(); }

 private:
  FrameCache<NodeId, float> progress_;
  float step_ = 1;  // of progress in this frame
  bool moving_ = false;
};

}  // namespace taskscope
