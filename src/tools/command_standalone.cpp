#include "tools/command_standalone.h"

#include <array>
#include <cstddef>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "tools/files.h"
#include "tools/profile_file.h"
#include "tools/static_html.h"

namespace taskscope::tools {
namespace {

constexpr std::size_t max_player_bytes = 16 * 1024 * 1024;

struct Options {
  std::string_view profile;
  std::string_view player = "dist/standalone.html";
  std::string_view output;  // empty for stdout
};

// What stands in the player once, and what stands there in the file to be made (web/tools/standalone.mjs).
struct Replacement {
  std::string_view mark;
  std::string content;
};

bool read_options(Arguments arguments, Options& options) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "-o" || argument == "--player") {
      if (++i == arguments.size()) return false;
      (argument == "-o" ? options.output : options.player) = arguments[i];
    } else if (argument.starts_with("-") || !options.profile.empty()) {
      std::fprintf(stderr, "taskscope standalone: %.*s: one profile is wanted, and no option but -o and --player\n\n",
                   static_cast<int>(argument.size()), argument.data());
      return false;
    } else {
      options.profile = argument;
    }
  }
  return !options.profile.empty();
}

// JSON that can stand in a script element: there, no `<` can begin a tag or a comment. JSON has it in strings only.
std::string json_in_html(std::string_view json) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (json.starts_with(byte_order_mark)) json.remove_prefix(byte_order_mark.size());
  std::string out;
  for (const char c : json) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out += c;
    }
  }
  return out;
}

std::array<Replacement, 5> replacements_for(const ProfileFile& file) {
  const Profile& profile = file.profile;
  const std::string language = profile.locale.empty() ? "en" : profile.locale;
  return {{
      {"<html lang=\"en\">", "<html lang=\"" + escape_html(language) + "\">"},
      {"<title>Taskscope</title>", "<title>" + escape_html(profile.title) + "</title>"},
      {"<noscript><p>This page needs scripts.</p></noscript>", ""},
      {"<task-scope></task-scope>", "<task-scope heading-level=\"1\">" + html_fragment(profile, 1) + "</task-scope>"},
      {"<script type=\"application/json\" id=\"profile\"></script>",
       "<script type=\"application/json\" id=\"profile\">" + json_in_html(file.text) + "</script>"},
  }};
}

// Whether the player had every mark. Those come in the player's order, so nothing is looked for in what was put in.
bool fill(std::string& page, const ProfileFile& file) {
  std::size_t from = 0;
  for (const Replacement& replacement : replacements_for(file)) {
    const std::size_t at = page.find(replacement.mark, from);
    if (at == std::string::npos) return false;
    page.replace(at, replacement.mark.size(), replacement.content);
    from = at + replacement.content.size();
  }
  return true;
}

int fail_for_player(const std::string& reason) {
  std::fprintf(stderr,
               "taskscope: %s\nThe page that shows the profile is built by ./build-wasm.sh, as dist/standalone.html; "
               "--player FILE names it where it is elsewhere.\n",
               reason.c_str());
  return exit_found_errors;
}

int make(const Options& options) {
  const std::optional<ProfileFile> file = read_profile(options.profile);
  if (!file) return exit_found_errors;
  FileContent player = read_file(options.player, max_player_bytes);
  if (!player.error.empty()) return fail_for_player(player.error);
  if (!fill(player.text, *file))
    return fail_for_player("“" + std::string(options.player) + "” is no standalone.html of this version.");
  if (options.output.empty()) {
    std::fputs(player.text.c_str(), stdout);
    return exit_ok;
  }
  const std::string error = write_file(options.output, player.text);
  if (error.empty()) return exit_ok;
  std::fprintf(stderr, "taskscope: %s\n", error.c_str());
  return exit_found_errors;
}

}  // namespace

int standalone(Arguments arguments) {
  Options options;
  return read_options(arguments, options) ? make(options) : exit_usage;
}

}  // namespace taskscope::tools
