// What readers take away: tables for spreadsheets (core/csv_writing.h), and names for files.
#pragma once

#include <string>
#include <string_view>

#include "core/guesses.h"
#include "core/profile.h"
#include "core/week.h"

namespace taskscope {

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
