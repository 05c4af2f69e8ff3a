// One widget: a profile, what its reader has changed, and a canvas of Dear ImGui's that draws the two, slice by slice.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/insight.h"
#include "core/profile.h"
#include "view/canvas.h"
#include "view/panels.h"
#include "view/semantics.h"
#include "view/text.h"
#include "view/theme.h"
#include "view/ui_state.h"
#include "view/word_font.h"
#include "words/language.h"

namespace taskscope {

// What a frame shows, in device pixels: the whole widget is `width` wide, and `slice` is the part to be drawn.
struct FrameInput {
  float width = 0;
  Rect slice;
  Rect screen;               // the part of the slice that the window shows; tips stay within it
  double seconds = 0;        // a clock that never goes back
  bool settles = false;      // transitions are at their ends
  bool records_all = false;  // the rows of long lists too, of which otherwise those within the slice are recorded
  bool is_picture = false;   // to be taken away: without what is there to be pressed alone, and without any input
};

struct FrameResult {
  float content_height = 0;          // of the whole widget, in device pixels
  bool shows_hand = false;           // the pointer is over something to press
  bool wants_another = false;        // a transition is under way, input waits, or words found no place
  bool state_changed = false;        // the reader opened or closed something
  bool recorded_slice_only = false;  // so that another slice has another record
  bool awaits_play = false;          // the reader opened what there is no code for yet
  bool has_request = false;          // the reader asks something of the page
  ImDrawData* drawing = nullptr;     // valid until the next frame
};

class Dashboard {
 public:
  // `font` outlives the dashboard and is shared by all of a page.
  explicit Dashboard(WordFont& font);
  ~Dashboard();
  Dashboard(const Dashboard&) = delete;
  Dashboard& operator=(const Dashboard&) = delete;

  // Replaces the profile; what the reader opened stays open where the new one has the same task. Beside it, at the
  // places from 1 to most_compared, profiles are shown to compare with.
  void show(Profile profile, std::size_t place = 0);
  // The profile that was written for the occupation that is open.
  void show_written(Profile profile);
  // Shows the catalogue of this JSON instead, as an overview; needs the code for it. Whether it has no errors: else
  // everything stays as it is.
  bool show_catalogue(std::string_view json, std::vector<Diagnostic>& diagnostics);
  // Says how far the profile at a place from 1 is; those before it are not none. `problem` is as in Subject.
  void set_status(std::size_t place, Subject::Status status, std::string problem = {});
  void set_theme(const Theme& theme) { theme_ = theme; }
  // English until then, as far as nothing is opened.
  void set_language(const Language& language);
  // What draws the panels that readers open.
  void set_play(const Play& play) { play_ = play; }
  const Play& play() const { return play_; }

  // What the reader has changed, to be kept and brought back. Transitions start from what is set.
  ReaderState state() const;
  // Returns what is wrong with the state; with an error everything stays as it is.
  std::vector<Diagnostic> set_state(const ReaderState& state);

  // The page's fonts changed.
  void forget_text();

  // The pointer in the widget's device pixels.
  void move_pointer(float x, float y);
  void leave_pointer();
  void press_pointer(bool down);

  // The next frame behaves as if the button or link of this id had been pressed.
  void activate(NodeId id) { commands_.push_back({id}); }
  // Or as if this had been entered into it (Command). Frames take one thing after the other; but an entry that is no
  // key takes the place of one that still waits for the same node.
  void enter(NodeId id, std::string entry);

  // What the last frame that had one asks of the page (play/request.h), and what became of it, as a sentence.
  const std::string& request() const { return request_; }
  void set_notice(std::string notice) { notice_ = std::move(notice); }

  // Presents one section alone, or no longer; and what to tell of each, nothing before there is the code for it.
  void present(std::optional<std::size_t> slide) { slide_ = slide; }
  std::vector<std::string> slides();
  // Whether the page can give a section all of the screen.
  void set_can_present(bool can) { can_present_ = can; }

  const Profile& profile() const { return subjects_[0].profile; }
  const Overview* overview() const { return overview_.get(); }  // null where there is none

  // What the last press changed where the reader may not see it, as a sentence; empty for nothing.
  std::string_view announcement() const { return announcement_; }

  // Draws a frame and, where `record` is given, records the widget, the parts outside the slice too.
  FrameResult draw(const FrameInput& input, Semantics* record = nullptr);

 private:
  // In widget coordinates until a frame knows its slice.
  struct PointerEvent {
    enum Kind { move, leave, press, release } kind;
    float x = 0, y = 0;
  };

  // What a state has of an overview, once there is the code for it.
  std::vector<Diagnostic> read_overview(UiState& state) const;
  View view(const FrameInput& input);
  // Where the reader has opened an occupation of the catalogue, shows its profile. Whether the page is asked for one.
  bool follow_reader();
  void replace_profile(Profile profile, std::size_t place = 0);
  float seconds_since_last_frame(double seconds);
  void begin_frame(const FrameInput& input);
  void tell_pointer(const PointerEvent& event);
  Command take_command();  // the next one, or none

  WordFont& font_;
  TextShaper text_;
  Transitions transitions_;
  Canvas canvas_;
  Theme theme_;
  Language language_ = built_in_language;
  std::array<Subject, 1 + most_compared> subjects_;  // the dashboard's own, and those that the page compares it with
  UiState state_;
  Play play_;
  std::unique_ptr<Overview> overview_;
  TaskRows rows_;
  Typing typing_;
  std::string announcement_;
  std::string request_;
  bool asks_page_ = false;  // and has not said so yet
  std::string notice_;
  std::optional<std::size_t> slide_;
  bool can_present_ = true;
  std::vector<PointerEvent> pointer_events_;   // since the last frame, in the order they came in
  PointerEvent pointer_{PointerEvent::leave};  // where it was last
  Rect slice_;                                 // of the frame
  ImVec2 canvas_size_{-1, -1};                 // that of the last slice that showed something; none yet
  double last_seconds_ = 0;
  std::vector<Command> commands_;  // in the order they came in
};

}  // namespace taskscope
