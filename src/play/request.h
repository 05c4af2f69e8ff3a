// What a reader asks of the page, and how it is told: as one text, since the first part of the module only hands it on.
#pragma once

#include <string>

#include "view/panels.h"

namespace taskscope::play {

struct Request {
  // In the order of the page's own list (web/share.js).
  enum class Kind { copy_link, share, picture, file, profile, print, copy_text, present, open };
  Kind kind = Kind::copy_link;
  std::string file_name{};   // of what is copied: "code" or "prompt"
  std::string media_type{};  // of the content
  // Of a file, what is copied, a picture's pixels a CSS pixel, or the section to present, none to leave; links are the
  // page's. Of what is shared, its title; of a profile, "written" for the one that was written for the occupation which
  // is open, rather than what the element loaded. Of what is opened, its address.
  std::string content{};
};

inline constexpr char request_separator = '\x1F';

// The kind's number, the file's name, the type and the content, with separators between. The content is the last and as
// it is, but for null characters, which would end it.
std::string request_text(const Request& request);

void ask_page(Intents& intents, const Request& request);

// What became of the reader's last request, if anything. Returns the bottom.
float draw_notice(Ui& ui, const View& view, const Column& at);

}  // namespace taskscope::play
