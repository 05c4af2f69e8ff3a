// What all of our JSON documents have in common: they are UTF-8 of limited size, and an object with a version.
#pragma once

#include <optional>
#include <string_view>

#include "core/json_tree.h"
#include "core/report.h"

namespace taskscope {

inline constexpr int format_version = 1;

std::string_view without_byte_order_mark(std::string_view text);

// The tree of a document whose root is an object of the version known here: what another one's fields mean is unknown.
// `noun` names the document in messages, such as "profile". None where anything is wrong, which is reported.
std::optional<JsonDocument> read_document(std::string_view text, std::string_view noun, Report& report);

}  // namespace taskscope
