// The letters that addresses and messages leave as they are: base64url's (RFC 4648), six bits each.
#pragma once

#include <string_view>

namespace taskscope {

inline constexpr std::string_view base64url_letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}  // namespace taskscope
