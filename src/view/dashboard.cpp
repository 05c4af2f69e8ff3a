#include "view/dashboard.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

#include "core/text.h"
#include "view/composition.h"
#include "view/ui.h"
#include "words/message.h"

namespace taskscope {

namespace {

constexpr float least_css_width = 160;  // narrower elements are laid out at this width: letters need some room

// Beyond this many rows a browser takes long to lay out the record.
constexpr std::size_t most_recorded_rows = 300;

bool is_long(const Profile& profile) { return profile.tasks.size() > most_recorded_rows; }

bool needs_play(const View& view) {
  for (std::size_t i = 0; i < panel_count; ++i)
    if (shows(view, static_cast<Panel>(i))) return true;
  return view.state.tasks != TaskChoice{};
}

// A press on one task is answered where it happens; others change what is out of sight.
std::string announcement_of(const Intent& intent, const UiState& state, const Language& language) {
  const ViewWords& words = language.view;
  if (intent.action == Action::toggle_all_tasks)
    return std::string(state.is_open(intent.keys.front()) ? words.reasons_shown : words.reasons_hidden);
  if (intent.action == Action::toggle_panel)
    return filled(language, state.shows(intent.panel) ? words.panel_shown : words.panel_hidden,
                  {of(words.panel, intent.panel)});
  return intent.text;
}

}  // namespace

Dashboard::Dashboard(WordFont& font) : font_(font), text_(font), canvas_(font.atlas()) {}

Dashboard::~Dashboard() = default;

void Dashboard::show(Profile profile, std::size_t place) {
  subjects_[place].status = Subject::Status::there;
  replace_profile(std::move(profile), place);
  if (place == 0) overview_.reset();
}

void Dashboard::show_written(Profile profile) {
  if (!overview_ || !overview_->has_open_occupation()) return;
  overview_->take_written(profile);
  replace_profile(std::move(profile));
}

bool Dashboard::show_catalogue(std::string_view json, std::vector<Diagnostic>& diagnostics) {
  std::unique_ptr<Overview> overview = play_.panels ? play_.panels->read_catalogue(json, diagnostics) : nullptr;
  if (!overview) return false;
  show({});
  overview_ = std::move(overview);
  read_overview(state_);
  return true;
}

bool Dashboard::follow_reader() {
  if (!overview_ || !overview_->follow(state_, subjects_[0], request_)) return false;
  rows_.forget();
  return !request_.empty();
}

void Dashboard::replace_profile(Profile profile, std::size_t place) {
  subjects_[place].insight = derive_insight(profile);
  subjects_[place].profile = std::move(profile);
  if (place == 0) rows_.forget();
}

ReaderState Dashboard::state() const {
  ReaderState state = reader_state(state_, subjects_[0].profile);
  if (state_.overview) state.overview = play_.panels->write_overview(*state_.overview);
  return state;
}

std::vector<Diagnostic> Dashboard::set_state(const ReaderState& state) {
  UiState next = ui_state(state);
  std::vector<Diagnostic> diagnostics = read_overview(next);
  if (!has_errors(diagnostics)) state_ = std::move(next);
  return diagnostics;
}

std::vector<Diagnostic> Dashboard::read_overview(UiState& state) const {
  std::vector<Diagnostic> diagnostics;
  if (play_.panels && !state.unread_overview.empty())
    state.overview = play_.panels->read_overview(std::exchange(state.unread_overview, {}), diagnostics);
  return diagnostics;
}

void Dashboard::set_status(std::size_t place, Subject::Status status, std::string problem) {
  subjects_[place].status = status;
  subjects_[place].problem = std::move(problem);
}

void Dashboard::set_language(const Language& language) {
  language_ = language;
  rows_.forget();
}

void Dashboard::forget_text() {
  text_.forget();
  rows_.forget();
}

void Dashboard::move_pointer(float x, float y) {
  pointer_ = {PointerEvent::move, x, y};
  pointer_events_.push_back(pointer_);
}

void Dashboard::leave_pointer() {
  pointer_ = {PointerEvent::leave};
  pointer_events_.push_back(pointer_);
}

void Dashboard::press_pointer(bool down) {
  pointer_events_.push_back({down ? PointerEvent::press : PointerEvent::release});
}

void Dashboard::enter(NodeId id, std::string entry) {
  const auto is_key = [](const std::string& text) { return text.starts_with(key_mark); };
  const bool replaces = !commands_.empty() && commands_.back().node == id && commands_.back().entry &&
                        !is_key(*commands_.back().entry) && !is_key(entry);
  if (replaces) commands_.pop_back();
  commands_.push_back({id, std::move(entry)});
}

Command Dashboard::take_command() {
  if (commands_.empty()) return {};
  Command first = std::move(commands_.front());
  commands_.erase(commands_.begin());
  return first;
}

void Dashboard::tell_pointer(const PointerEvent& event) {
  ImGuiIO& io = ImGui::GetIO();
  if (event.kind == PointerEvent::move) {
    io.AddMousePosEvent(event.x - slice_.x, event.y - slice_.y);
  } else if (event.kind == PointerEvent::leave) {
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  } else {
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, event.kind == PointerEvent::press);
  }
}

float Dashboard::seconds_since_last_frame(double seconds) {
  constexpr double least = 1e-4;  // Dear ImGui wants time to pass
  return static_cast<float>(std::max(least, seconds - std::exchange(last_seconds_, seconds)));
}

// A frame without any height measures and records; the pointer waits for the next one that shows something. In a
// picture things lie elsewhere, so all input waits.
void Dashboard::begin_frame(const FrameInput& input) {
  const float passed = seconds_since_last_frame(input.seconds);
  canvas_.select();
  if (input.slice.height > 0 || canvas_size_.x < 0)
    canvas_size_ = ImVec2(std::max(0.0f, input.slice.width), std::max(0.0f, input.slice.height));
  if (input.slice.height > 0 && !input.is_picture) {
    slice_ = input.slice;
    for (const PointerEvent& event : pointer_events_) tell_pointer(event);
    pointer_events_.clear();
    tell_pointer(pointer_);  // anew, as the slice may have moved under a resting pointer
  }
  font_.new_frame();
  transitions_.begin_frame(passed, theme_.reduced_motion || input.settles);
  text_.begin_frame(theme_, language_.is_right_to_left);
  if (input.is_picture) {
    canvas_.begin_without_input(canvas_size_);
  } else {
    canvas_.begin(canvas_size_, passed);
  }
}

// A picture is of the whole, whatever is presented.
View Dashboard::view(const FrameInput& input) {
  const Compared* beside = overview_ ? overview_->beside() : nullptr;
  return {.profile = subjects_[0].profile,
          .insight = subjects_[0].insight,
          .state = state_,
          .breadth = breadth_of(theme_, input.width),
          .rows = rows_,
          .typing = typing_,
          .compared = beside ? *beside : std::span(std::as_const(subjects_)).subspan<1>(),
          .play = play_,
          .notice = notice_,
          .is_picture = input.is_picture,
          .records_all = input.records_all,
          .slide = input.is_picture || !play_.panels ? std::nullopt : slide_,
          .can_present = can_present_,
          .overview = overview_.get()};
}

std::vector<std::string> Dashboard::slides() {
  return play_.panels ? play_.panels->slides(view({}), language_) : std::vector<std::string>();
}

FrameResult Dashboard::draw(const FrameInput& input, Semantics* record) {
  begin_frame(input);
  FrameResult result;
  Intents intents;
  if (follow_reader()) asks_page_ = true;
  const float width = std::max(input.width, theme_.px(least_css_width));
  const View view = this->view(input);
  {
    const Command command = input.is_picture ? Command() : take_command();
    Ui ui(canvas_, theme_, language_, text_, transitions_, input.slice, input.screen, command, record);
    result.recorded_slice_only = !input.records_all && is_long(view.profile);
    ui.set_records_slice_only(result.recorded_slice_only);
    result.content_height = std::ceil(draw_dashboard(ui, view, width, intents));
    ui.finish();
    result.shows_hand = ui.shows_hand();
  }
  result.drawing = canvas_.end();
  text_.end_frame();
  transitions_.end_frame();
  for (Intent& intent : intents) {
    notice_.clear();
    if (intent.action == Action::ask_page) {
      asks_page_ = true;
      request_ = std::move(intent.text);
      continue;
    }
    if (!std::exchange(result.state_changed, true)) announcement_.clear();
    apply(state_, intent);
    if (announcement_.empty()) announcement_ = announcement_of(intent, state_, language_);  // why comes before what
  }
  if (!input.is_picture) result.has_request = std::exchange(asks_page_, false);
  const bool needs = needs_play(view);
  if (!needs) play_.has_failed = false;  // who opens something again tries again
  result.awaits_play = needs && !play_.panels && !play_.has_failed;
  const bool input_waits = canvas_.input_waits() || !commands_.empty();
  result.wants_another = transitions_.moving() || input_waits || !intents.empty() || font_.is_full();
  return result;
}

}  // namespace taskscope
