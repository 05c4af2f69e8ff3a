#include "tools/static_html.h"

#include <vector>

#include "task_scope_css.h"
#include "view/dashboard.h"
#include "view/markup.h"
#include "view/plain_glyphs.h"
#include "words/languages.h"

namespace taskscope::tools {
namespace {

// Of the page around the dashboard; the dashboard's own style is the page's element's.
constexpr std::string_view page_css = R"(
:root { color-scheme: light dark; }
body { margin: 0; font-family: Inter, system-ui, sans-serif; }
body, .taskscope { min-height: 100vh; }
@media print { body, .taskscope { min-height: 0; } }
)";

Semantics record_of(const Profile& profile) {
  PlainGlyphs glyphs;
  WordFont font(glyphs);
  Dashboard dashboard(font);
  dashboard.set_language(language_of(language_table(profile.locale)));
  dashboard.show(profile);
  Semantics record;
  constexpr float width = 1200;
  FrameInput input;
  input.width = width;
  input.slice.width = width;
  input.records_all = true;
  dashboard.draw(input, &record);
  return record;
}

// Writes elements in the record's order, each on its line and closed when the next one is not within it.
class Writer {
 public:
  Writer(int first_heading, const ViewWords& words) : first_heading_(first_heading), words_(words) {}

  void write(const Node& node) {
    close_until(node.parent);
    const bool is_left_out = !open_.empty() && (open_.back().is_left_out || open_.back().drops_children);
    // Nothing is there to answer a button. One that opens a reason leaves its label behind; the reason opens itself.
    const bool keeps_room = is_label_for_room(node);
    if (is_left_out || (node.role == Role::button && !keeps_room)) {
      const bool keeps_label = node.expanded && node.part != "disclosure";
      open_.push_back({.node = node.id, .is_left_out = is_left_out || !keeps_label});
      return;
    }
    const std::string tag = keeps_room ? "span" : tag_of(node, first_heading_);
    if (keeps_room) return write_room(tag, node);
    start_line();
    out_ += '<' + tag;
    for_each_attribute(node, [&](std::string_view name, std::string_view value) {
      out_ += ' ' + std::string(name) + "=\"" + escape_html(value) + '"';
    });
    out_ += '>' + content_of(node);
    if (!open_.empty()) open_.back().has_children = true;
    open_.push_back({.node = node.id, .tag = tag});
  }

  std::string finish() {
    close_until(0);
    return std::move(out_);
  }

 private:
  // Buttons in rows of their own keep room for those that the element will have there; the style sheet hides them.
  static bool is_label_for_room(const Node& node) {
    return node.role == Role::button && (node.part == "button" || node.part == "all-reasons");
  }

  void write_room(const std::string& tag, const Node& node) {
    start_line();
    out_ += '<' + tag + " class=\"" + node.part + "\">" + escape_html(node.text);
    if (!open_.empty()) open_.back().has_children = true;
    open_.push_back({.node = node.id, .tag = tag, .drops_children = true});
  }

  struct Open {
    NodeId node;
    std::string tag{};  // empty where its children stand in its place
    bool has_children = false;
    bool is_left_out = false;     // with all that it holds
    bool drops_children = false;  // but not itself
  };

  std::string content_of(const Node& node) const {
    std::string text = escape_html(text_content(node));
    if (!node.hidden) return text;
    const std::string label(words_.task_columns.back());
    return "<details><summary><span>" + label + "</span></summary><p>" + text + "</p></details>";
  }

  void start_line() { out_ += '\n' + std::string(2 * open_.size(), ' '); }

  void close_until(NodeId parent) {
    while (!open_.empty() && open_.back().node != parent) {
      const Open closed = std::move(open_.back());
      open_.pop_back();
      if (closed.tag.empty()) {
        if (closed.has_children) open_.back().has_children = true;
        continue;
      }
      if (closed.has_children) start_line();
      out_ += "</" + closed.tag + '>';
    }
  }

  const int first_heading_;
  const ViewWords& words_;
  std::string out_;
  std::vector<Open> open_;
};

std::string html_of(const Profile& profile, int first_heading) {
  Writer writer(first_heading, language_table(profile.locale).view);
  const Semantics record = record_of(profile);
  for (const Node& node : record.nodes()) writer.write(node);
  return writer.finish();
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string html_fragment(const Profile& profile, int first_heading) {
  return "<div class=\"taskscope\">" + html_of(profile, first_heading) + "\n</div>\n";
}

std::string html_page(const Profile& profile) {
  const std::string language = profile.locale.empty() ? "en" : profile.locale;
  std::string page = "<!doctype html>\n<html lang=\"" + escape_html(language) +
                     "\">\n<head>\n<meta charset=\"utf-8\">\n" +
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
                     "<meta name=\"color-scheme\" content=\"light dark\">\n";
  if (!profile.summary.empty())
    page += "<meta name=\"description\" content=\"" + escape_html(profile.summary) + "\">\n";
  page += "<title>" + escape_html(profile.title) + "</title>\n<style>" + std::string(page_css) +
          std::string(task_scope_css) + "</style>\n</head>\n<body>\n<main class=\"taskscope\">" + html_of(profile, 1) +
          "\n</main>\n</body>\n</html>\n";
  return page;
}

}  // namespace taskscope::tools
