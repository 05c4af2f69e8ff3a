// What the page can call: plain C functions on widgets. Texts go in through a shared buffer and come out as C strings
// that stay valid until the next call; lengths are in device pixels.
#include <emscripten/emscripten.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/decimal.h"
#include "core/decode.h"
#include "core/reader_state.h"
#include "host/browser_glyphs.h"
#include "host/renderer.h"
#include "play/panels.h"
#include "view/dashboard.h"
#include "view/hash.h"
#include "view/markup.h"
#include "view/ui.h"
#include "words/language.h"

namespace taskscope {
namespace {

// The page's one engine; everything the widgets share.
struct Engine {
  BrowserGlyphs glyphs;
  WordFont font{glyphs};
  Renderer renderer;
  std::string input;
  std::string output;
};

Engine& engine() {
  static Engine the_engine;
  return the_engine;
}

// What the page reads after a frame; web/engine.js knows the layout.
struct FrameReport {
  float content_height = 0;
  int flags = 0;
};

enum FrameOption {
  must_paint = 1,
  must_record = 2,
  must_record_all = 4,
  must_settle = 8,
  as_picture = 16,
  must_record_changes = 32,
};
enum FrameFlag {
  painted = 1,
  shows_hand = 2,
  wants_another = 4,
  state_changed = 8,
  recorded_slice_only = 16,
  awaits_play = 32,
  has_request = 64,
  recorded = 128,
};

struct Widget {
  Dashboard dashboard{engine().font};
  Theme theme;
  std::vector<Diagnostic> diagnostics;
  std::unique_ptr<const std::string> language;  // that the dashboard speaks, as the page told it
  Semantics record;                             // of the last frame that was to be recorded
  int heading_level = 2;
  FrameReport report;
  std::uint64_t drawn = 0;  // a hash of the last picture
};

constexpr char attribute_end = '\x1D', record_end = '\x1E', field_end = '\x1F';

// Characters that would end an attribute, a record, a field or the string have no place in a text.
void append(std::string& out, std::string_view text) {
  for (const char c : text) out += (c >= attribute_end && c <= field_end) || c == '\0' ? ' ' : c;
}

void append_field(std::string& out, std::string_view text) {
  append(out, text);
  out += field_end;
}

// In whole tenths of pixels.
void append_length(std::string& out, float pixels) {
  append_field(out, std::to_string(nearest_whole(static_cast<double>(pixels) * 10)));
}

void append_element(std::string& out, const Node& node, const Rect& parent, int heading_level) {
  append_field(out, std::to_string(node.id));
  append_field(out, std::to_string(node.parent));
  for (const float length : {node.box.x - parent.x, node.box.y - parent.y, node.box.width, node.box.height})
    append_length(out, length);
  append_length(out, node.lines.empty() ? 0 : node.lines.front().font_px);
  append_length(out, node.lines.empty() ? 0 : node.lines.front().box.height);
  append_field(out, tag_of(node, heading_level));
  const auto add = [&](std::string_view name, std::string_view value) {
    append(out, name);
    out += attribute_end;
    append(out, value);
    out += attribute_end;
  };
  for_each_attribute(node, add);
  if (node.hidden) add("hidden", "until-found");
  out += field_end;
  append_field(out, text_content(node));
  for (std::size_t i = 0; i < node.lines.size(); ++i) {
    const LineBox& piece = node.lines[i];
    const bool ends_line = i + 1 < node.lines.size() && node.lines[i + 1].box.y != piece.box.y;
    append_field(out, std::to_string(piece.font_weight));
    append_field(out, piece.text + (ends_line ? "\n" : ""));
  }
  out += record_end;
}

// What the page calls a node; 0, which none has, for what is no name.
NodeId node_of(double id) {
  constexpr double end = 9007199254740992;  // 2^53
  return id > 0 && id < end ? static_cast<NodeId>(id) : 0;
}

template <typename Tokens>
const char* list_names(const Tokens& tokens) {
  std::string& out = engine().output;
  out.clear();
  for (const auto& token : tokens) out.append(token.name) += record_end;
  return out.c_str();
}

template <typename Item>
std::uint64_t hash_list(std::uint64_t hash, const ImVector<Item>& items) {
  return hash_bytes(hash, items.Data, static_cast<std::size_t>(items.size_in_bytes()));
}

std::uint64_t hash_picture(const ImDrawData& data, const Theme& theme) {
  std::uint64_t hash = hash_value(hash_start, data.DisplaySize.x * 65536 + data.DisplaySize.y);
  hash = hash_bytes(hash, &theme.colors.page, sizeof theme.colors.page);
  // On another texture, other words may stand at the same places.
  hash = hash_value(hash, static_cast<float>(engine().font.atlas()->TexData->UniqueID));
  for (const ImDrawList* list : data.CmdLists) {
    hash = hash_list(hash_list(hash, list->VtxBuffer), list->IdxBuffer);
    for (const ImDrawCmd& command : list->CmdBuffer) {
      hash = hash_bytes(hash, &command.ClipRect, sizeof command.ClipRect);
      if (command.UserCallback != draws_discs) continue;
      const auto& batch = *static_cast<const DiscBatch*>(command.UserCallbackData);
      hash =
          hash_bytes(hash_value(hash, static_cast<float>(batch.version())), &batch.placement, sizeof batch.placement);
    }
  }
  return hash;
}

// Builds the frame; again where the atlas was full or packed anew, so that the picture has all words from one texture,
// and where the reader changed something, so that it is answered by this very picture. `is_recorded` comes to say
// whether the widget's record is of this frame.
FrameResult build_frame(Widget& widget, const FrameInput& input, int options, bool& is_recorded) {
  constexpr int most_attempts = 8;
  FrameResult result;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    const bool changed = result.state_changed, asks = result.has_request;
    const int texture = engine().font.atlas()->TexData->UniqueID;
    is_recorded = (options & must_record) != 0 || (changed && (options & must_record_changes) != 0);
    if (is_recorded) widget.record = {};
    result = widget.dashboard.draw(input, is_recorded ? &widget.record : nullptr);
    const bool has_gaps = engine().font.is_full() || engine().font.atlas()->TexData->UniqueID != texture;
    const bool is_of_before = has_gaps || (result.state_changed && !result.has_request);
    result.state_changed |= changed;
    result.has_request |= asks;
    if (!is_of_before) break;
  }
  return result;
}

// Paints the picture unless it would look as it did last time and the options do not insist. Whether it did.
bool paint_picture(Widget& widget, const ImDrawData& drawing, Renderer::Size size, float fit, int options) {
  Renderer& renderer = engine().renderer;
  const bool new_words = renderer.update_atlas(engine().font);
  const std::uint64_t before = std::exchange(widget.drawn, hash_picture(drawing, widget.theme));
  if ((options & must_paint) == 0 && !new_words && widget.drawn == before) return false;
  if (size.width > 0) renderer.draw(drawing, size, fit, widget.theme.colors.page);
  return true;
}

}  // namespace
}  // namespace taskscope

using namespace taskscope;

extern "C" {

// The page has a new WebGL2 context, or its old one came back empty.
EMSCRIPTEN_KEEPALIVE void taskscope_start() { engine().renderer.start(engine().font); }

// Room for `bytes` of input text.
EMSCRIPTEN_KEEPALIVE char* taskscope_buffer(int bytes) {
  engine().input.resize(static_cast<std::size_t>(bytes));
  return engine().input.data();
}

// The page can give a section of the widget all of the screen, or cannot.
EMSCRIPTEN_KEEPALIVE Widget* taskscope_create(int can_present) {
  auto widget = std::make_unique<Widget>();
  widget->dashboard.set_can_present(can_present != 0);
  return widget.release();
}

EMSCRIPTEN_KEEPALIVE void taskscope_destroy(Widget* widget) { std::unique_ptr<Widget>{widget}; }

// Decodes the buffer and shows it, at the places 1 and 2 as a profile to compare with the one at 0, at 3 as the one
// that was written for the occupation which is open. Returns 0 and leaves the widget as it is where the profile has
// errors.
EMSCRIPTEN_KEEPALIVE int taskscope_load(Widget* widget, unsigned place) {
  Decoded decoded = decode_profile(engine().input);
  engine().input = {};
  widget->diagnostics = std::move(decoded.diagnostics);
  if (!decoded.profile) return 0;
  if (place > most_compared) {
    widget->dashboard.show_written(std::move(*decoded.profile));
  } else {
    widget->dashboard.show(std::move(*decoded.profile), place);
  }
  return 1;
}

// Decodes the buffer as a catalogue and shows it as an overview; the second part has to be there. As taskscope_load.
EMSCRIPTEN_KEEPALIVE int taskscope_load_catalogue(Widget* widget) {
  widget->diagnostics.clear();
  return widget->dashboard.show_catalogue(std::exchange(engine().input, {}), widget->diagnostics);
}

// Says how far the profile to compare with is whose place this is, from 1 (view/panels.h); of one that failed the
// buffer says why.
EMSCRIPTEN_KEEPALIVE void taskscope_set_status(Widget* widget, unsigned place, int status) {
  widget->dashboard.set_status(place, static_cast<Subject::Status>(status), std::exchange(engine().input, {}));
}

// Has the widget speak the language in the buffer (words/language.h), or English where that is empty.
EMSCRIPTEN_KEEPALIVE void taskscope_set_language(Widget* widget) {
  auto text = std::make_unique<const std::string>(std::exchange(engine().input, {}));
  widget->dashboard.set_language(read_language(*text).value_or(built_in_language));
  widget->language = std::move(text);
}

// The second part of the module, which draws what readers open, is there; or it could not be fetched. The page can hand
// things on to other programs, or cannot.
EMSCRIPTEN_KEEPALIVE void taskscope_set_play(Widget* widget, int is_there, int can_share) {
  widget->dashboard.set_play(
      {.panels = is_there ? &play::panels : nullptr, .has_failed = !is_there, .can_share = can_share != 0});
}

// The state in the buffer from JSON to a link's code, or from a code to JSON; nothing where it is neither, or before
// the second part is there.
EMSCRIPTEN_KEEPALIVE const char* taskscope_translate(const Widget* widget) {
  const PlayPanels* play = widget->dashboard.play().panels;
  const std::string state = std::exchange(engine().input, {});
  const Dashboard& dashboard = widget->dashboard;
  engine().output = play ? play->translate(state, dashboard.profile(), dashboard.overview()) : "";
  return engine().output.c_str();
}

// What the reader asks of the page (play/request.h).
EMSCRIPTEN_KEEPALIVE const char* taskscope_request(const Widget* widget) { return widget->dashboard.request().c_str(); }

// Presents the section of this number alone, from 0, or all together again for -1. Returns what to tell as each section
// comes, a record each; none before the second part is there.
EMSCRIPTEN_KEEPALIVE const char* taskscope_present(Widget* widget, int slide) {
  widget->dashboard.present(slide < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(slide)));
  std::string& out = engine().output;
  out.clear();
  for (const std::string& sentence : widget->dashboard.slides()) {
    append(out, sentence);
    out += record_end;
  }
  return out.c_str();
}

// Shows the sentence in the buffer where requests are made: what became of the last one.
EMSCRIPTEN_KEEPALIVE void taskscope_set_notice(Widget* widget) {
  widget->dashboard.set_notice(std::exchange(engine().input, {}));
}

// What the reader has changed, as JSON (core/reader_state.h).
EMSCRIPTEN_KEEPALIVE const char* taskscope_state(const Widget* widget) {
  engine().output = write_state(widget->dashboard.state());
  return engine().output.c_str();
}

// Brings back the state in the buffer. Returns 0 and leaves the widget as it is where it has errors.
EMSCRIPTEN_KEEPALIVE int taskscope_set_state(Widget* widget) {
  DecodedState decoded = decode_state(engine().input);
  engine().input = {};
  widget->diagnostics = std::move(decoded.diagnostics);
  if (!decoded.state) return 0;
  std::vector<Diagnostic> further = widget->dashboard.set_state(*decoded.state);
  const bool is_set = !has_errors(further);
  if (!is_set) widget->diagnostics = std::move(further);
  return is_set;
}

// What the last load, or the last state, was found to be wrong with: a record a diagnostic, of severity, code, JSON
// pointer, line, column and message.
EMSCRIPTEN_KEEPALIVE const char* taskscope_diagnostics(const Widget* widget) {
  std::string& out = engine().output;
  out.clear();
  for (const Diagnostic& d : widget->diagnostics) {
    append_field(out, d.severity == Severity::error ? "error" : "warning");
    append_field(out, d.code);
    append_field(out, d.json_pointer);
    append_field(out, std::to_string(d.line));
    append_field(out, std::to_string(d.column));
    append_field(out, d.message);
    out += record_end;
  }
  return out.c_str();
}

// The names of the colours, or of the lengths, that a page may set, as a record each.
EMSCRIPTEN_KEEPALIVE const char* taskscope_color_tokens() { return list_names(color_tokens); }
EMSCRIPTEN_KEEPALIVE const char* taskscope_length_tokens() { return list_names(length_tokens); }

// `unit` is device pixels a CSS pixel times the text scale; `family` the page's number for its font-family. What the
// page sets itself comes after this: it begins with the usual colours and lengths.
EMSCRIPTEN_KEEPALIVE void taskscope_set_theme(Widget* widget, int dark, float unit, float device_pixel_ratio,
                                              int reduced_motion, int more_contrast, int family) {
  widget->theme = {.scheme = dark ? Scheme::dark : Scheme::light,
                   .unit = unit,
                   .device_pixel_ratio = device_pixel_ratio,
                   .reduced_motion = reduced_motion != 0,
                   .font_family = family};
  widget->theme.colors = palette_of(widget->theme.scheme, more_contrast != 0);
  widget->dashboard.set_theme(widget->theme);
}

// `token` counts the names of taskscope_color_tokens; 0xAABBGGRR.
EMSCRIPTEN_KEEPALIVE void taskscope_set_color(Widget* widget, unsigned token, Color color) {
  color_tokens[token].of(widget->theme.colors) = color;
  widget->dashboard.set_theme(widget->theme);
}

// `token` counts the names of taskscope_length_tokens; in CSS pixels, before the text scale.
EMSCRIPTEN_KEEPALIVE void taskscope_set_length(Widget* widget, unsigned token, float css_px) {
  widget->theme.spacing.*length_tokens[token].length = css_px;
  widget->dashboard.set_theme(widget->theme);
}

// The level of the dashboard's title among the page's headings, 1 to 6.
EMSCRIPTEN_KEEPALIVE void taskscope_set_heading_level(Widget* widget, int level) { widget->heading_level = level; }

EMSCRIPTEN_KEEPALIVE void taskscope_move_pointer(Widget* widget, float x, float y) {
  widget->dashboard.move_pointer(x, y);
}

// Does what pressing the node would do; ids are whole numbers of up to 53 bits.
EMSCRIPTEN_KEEPALIVE void taskscope_activate(Widget* widget, double id) { widget->dashboard.activate(node_of(id)); }

// Enters the text in the buffer into the field, or the number into the slider.
EMSCRIPTEN_KEEPALIVE void taskscope_enter(Widget* widget, double id) {
  widget->dashboard.enter(node_of(id), std::exchange(engine().input, {}));
}

EMSCRIPTEN_KEEPALIVE void taskscope_leave_pointer(Widget* widget) { widget->dashboard.leave_pointer(); }
EMSCRIPTEN_KEEPALIVE void taskscope_press_pointer(Widget* widget, int down) {
  widget->dashboard.press_pointer(down != 0);
}

// The page's fonts changed; all widgets need a frame.
EMSCRIPTEN_KEEPALIVE void taskscope_forget_fonts() { engine().font.forget_measures(); }
EMSCRIPTEN_KEEPALIVE void taskscope_forget_text(Widget* widget) { widget->dashboard.forget_text(); }

// Draws the slice from `top`, `height` tall, onto the context's canvas; the report has the flag `painted` if there was
// anything new. The window shows the widget from `screen_top` to
// `screen_bottom`; the canvas is `fit` times the slice's size, 1 unless that would be more than a GPU can draw at once.
// Without any height nothing is painted and no GPU is needed, but the report and the record are as they would be.
EMSCRIPTEN_KEEPALIVE const FrameReport* taskscope_frame(Widget* widget, int width, float top, int height,
                                                        float screen_top, float screen_bottom, float fit,
                                                        double seconds, int options) {
  const Rect slice{0, top, static_cast<float>(width), static_cast<float>(height)};
  const FrameInput input{.width = slice.width,
                         .slice = slice,
                         .screen = {0, screen_top, slice.width, screen_bottom - screen_top},
                         .seconds = seconds,
                         .settles = (options & must_settle) != 0,
                         .records_all = (options & must_record_all) != 0,
                         .is_picture = (options & as_picture) != 0};
  bool is_recorded = false;
  const FrameResult result = build_frame(*widget, input, options, is_recorded);
  const bool paint = height > 0 && paint_picture(*widget, *result.drawing, {width, height}, fit, options);
  widget->report.content_height = result.content_height;
  widget->report.flags =
      (paint ? painted : 0) | (result.shows_hand ? shows_hand : 0) | (result.wants_another ? wants_another : 0) |
      (result.state_changed ? state_changed : 0) | (result.recorded_slice_only ? recorded_slice_only : 0) |
      (result.awaits_play ? awaits_play : 0) | (result.has_request ? has_request : 0) | (is_recorded ? recorded : 0);
  return &widget->report;
}

// What the last press changed where the reader may not see it, as a sentence.
EMSCRIPTEN_KEEPALIVE const char* taskscope_announcement(const Widget* widget) {
  engine().output = widget->dashboard.announcement();
  return engine().output.c_str();
}

// What the last recorded frame showed, as a record an element: id, its parent's id, its box (x, y, width, height, from
// the parent's corner), font size and line height where text is drawn (else 0), tag, attributes (name, value …), text,
// and for each drawn piece of it, in one line and one font, its weight and text, with a line break where its line ends;
// lengths in tenths of pixels. What only moves along with its parent keeps its record.
EMSCRIPTEN_KEEPALIVE const char* taskscope_elements(const Widget* widget) {
  std::string& out = engine().output;
  out.clear();
  std::vector<const Node*> ancestors;
  for (const Node& node : widget->record.nodes()) {
    while (!ancestors.empty() && ancestors.back()->id != node.parent) ancestors.pop_back();
    append_element(out, node, ancestors.empty() ? Rect{} : ancestors.back()->box, widget->heading_level);
    ancestors.push_back(&node);
  }
  return out.c_str();
}
}
