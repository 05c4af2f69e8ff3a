// The stable codes of diagnostics: what programs may compare, while messages may be re-worded.
#pragma once

namespace taskscope::codes {

// These end the reading, so each of them stands alone.
inline constexpr char file_too_large[] = "file_too_large";
inline constexpr char invalid_utf8[] = "invalid_utf8";
inline constexpr char syntax[] = "syntax";
inline constexpr char nesting_too_deep[] = "nesting_too_deep";
inline constexpr char not_finite[] = "not_finite";
inline constexpr char unsupported_version[] = "unsupported_version";

inline constexpr char wrong_type[] = "wrong_type";
inline constexpr char missing_field[] = "missing_field";
inline constexpr char out_of_range[] = "out_of_range";
inline constexpr char unknown_value[] = "unknown_value";
inline constexpr char duplicate_task[] = "duplicate_task";
inline constexpr char text_too_long[] = "text_too_long";
inline constexpr char list_too_long[] = "list_too_long";
inline constexpr char empty_text[] = "empty_text";
inline constexpr char bad_url[] = "bad_url";
inline constexpr char bad_date[] = "bad_date";
inline constexpr char bad_locale[] = "bad_locale";

// Of catalogues.
inline constexpr char bad_name[] = "bad_name";
inline constexpr char bad_currency[] = "bad_currency";
inline constexpr char bad_address[] = "bad_address";
inline constexpr char bad_reference[] = "bad_reference";
inline constexpr char duplicate_name[] = "duplicate_name";
inline constexpr char empty_list[] = "empty_list";
inline constexpr char length_mismatch[] = "length_mismatch";

// Of the tables that catalogues are made from.
inline constexpr char bad_number[] = "bad_number";
inline constexpr char missing_column[] = "missing_column";
inline constexpr char unused_column[] = "unused_column";  // a warning
inline constexpr char wrong_field_count[] = "wrong_field_count";

// Warnings.
inline constexpr char duplicate_field[] = "duplicate_field";
inline constexpr char unknown_field[] = "unknown_field";
inline constexpr char band_mismatch[] = "band_mismatch";
inline constexpr char potential_not_reproducible[] = "potential_not_reproducible";
inline constexpr char weights_incomplete[] = "weights_incomplete";

// An error where an error is among those left out, else a warning.
inline constexpr char too_many_diagnostics[] = "too_many_diagnostics";

}  // namespace taskscope::codes
