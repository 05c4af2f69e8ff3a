// What readers take away: tables for spreadsheets, and names for files.
#pragma once

#include <string>
#include <string_view>

#include "core/guesses.h"
#include "core/profile.h"
#include "core/week.h"

namespace taskscope {

// Tables are CSV by RFC 4180: UTF-8, a header row with the units in it, lines that end in CR LF, fields in quotation
// marks where they have to be, numbers with a point. Two things are there for spreadsheets: a byte order mark, without
// which Excel takes the text for another encoding; and an apostrophe before a text that begins with = + - @, a tab or a
// line end, as programs would run it for a formula (OWASP, “CSV Injection”).

// A row a task, in the profile's order, in the format's own words. Where there is a week of the reader's, it has
// columns of its own, and the reader's own tasks rows without published figures.
std::string tasks_csv(const Profile& profile, const Week* week);

// A row a piece of evidence.
std::string evidence_csv(const Profile& profile);

// A row a figure that a class guessed: the figure, how many guessed it, the mean, the median, and all guesses
// ascending.
std::string class_csv(const Profile& profile, const ClassResult& result);

// The beginning of a file's name that is safe on all systems, made of the title: letters, digits and hyphens, at most
// 80 bytes; "profile" where nothing is left.
std::string file_stem(std::string_view title);

}  // namespace taskscope
