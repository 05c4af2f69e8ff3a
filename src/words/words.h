// The widget's own words, and what a table of them holds; each language has one, in a file of its own. Figures and
// names take the places {0}, {1} …, and {0|task|tasks} is the word that goes with figure 0, by the language's plural
// forms (words/message.h).
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace taskscope {

template <std::size_t N>
using WordList = std::array<std::string_view, N>;

// What the page's script says by itself, some of it before there is a module. In the order of web/words.js.
struct PageWords {
  std::string_view loading, ready;                           // of the dashboard, for listeners
  std::string_view invalid_profile, no_profile, no_program;  // why there is none
  std::string_view invalid_catalogue, no_catalogue;
  std::string_view try_again;
  std::string_view no_address, no_answer, unreachable;  // {0}: an address
  std::string_view bad_answer;                          // {0}: the server's words, {1}: an address
  std::string_view not_a_profile;                       // {0}: an address, {1}: a media type
  std::string_view broke_off;                           // {0}: how many bytes came, {1}: an address
  std::string_view cannot_compare;                      // {0}: an address, {1}: why
  std::string_view no_part;
  WordList<3> copied;                     // a link, a code, a prompt
  std::string_view copy_refused;          // {0}: what was to be copied
  std::string_view saved, perhaps_saved;  // {0}: a file's name
  std::string_view smaller_picture;       // {0}: of which size
  std::string_view too_long_for_picture;
  std::string_view share_failed;  // {0}: the link
  std::string_view failed;        // {0}: why
};

// What the dashboard says without anything opened. Lists stand in the order of their enumeration.
struct ViewWords {
  std::string_view list_separator;  // between names
  std::string_view named;           // {0}: what it is about, {1}: what there is to say of it
  std::string_view points;          // {0}: a difference between two percentages
  std::string_view task_count;      // {0}: how many
  std::string_view automation, adoption, potential, adoption_meaning, potential_meaning;
  std::string_view gap, negative_gap;  // {0}: points
  std::string_view how_made;
  std::string_view evidence_strip, market;
  std::string_view market_covers;  // {0}: what the author says it covers
  std::string_view strategies, tasks, ai_uses, good_options, evidence, evidence_caption;
  WordList<3> evidence_columns;
  WordList<4> task_columns;
  std::string_view show_reasons, hide_reasons, reasons_shown, reasons_hidden;
  std::string_view all_tasks;
  std::string_view automated;                    // {0}: a percentage
  std::string_view from_percent, below_percent;  // {0}: a percentage
  std::string_view sources;                      // {0}: names
  std::string_view as_of;                        // {0}: a date
  std::string_view nothing_to_show;
  std::string_view toolbar;
  WordList<8> panel;
  std::string_view present;
  std::string_view panel_shown, panel_hidden;  // {0}: a panel
  std::string_view part_awaited, part_failed;
  WordList<2> importance;
  WordList<4> band;
  WordList<3> rating;
  WordList<2> kind;   // of evidence
  WordList<4> match;  // what evidence is about
};

// Of overviews of many occupations.
struct OverviewWords {
  std::string_view back;
  std::string_view keep, no_longer_keep;  // of the occupation that is open, to compare others with
  std::string_view kept;                  // {0}: names of those
  std::string_view without;               // {0}: one of them
  std::string_view matches;               // {0} of {1} occupations
  std::string_view in_view;               // the same with {2}: people
  std::string_view mean;                  // {0}: a rating, {1}: its weighted mean
  std::string_view highest;               // {0}: an occupation, {1}: a rating, {2}: its figure
  std::string_view unobserved;            // {0}: how many occupations, {1}: a rating
  std::string_view no_figure;             // the same: they have none
  std::string_view not_observed;          // of one occupation, and of the band where such ones are
  std::string_view shape;
  WordList<3> shapes;
  std::string_view across, upward;
  std::string_view color;
  WordList<3> colors;
  std::string_view groups, filters;
  std::string_view at_least, at_most;  // {0}: a column
  std::string_view no_limit;
  std::string_view zoom;  // the buttons that do the following
  std::string_view zoom_in, zoom_out, whole;
  std::string_view plot;  // {0} and {1}: what the axes are; says which keys there are
  std::string_view area;  // what a mark's area is; {0}: a column
  std::string_view search;
  std::string_view found;  // {0}: how many occupations
  std::string_view none_found;
  std::string_view table, rank, occupation;
  std::string_view previous, next;
  std::string_view rows;  // {0} to {1} of {2}
  // Of what is printed: {0}: how many occupations, {1}: the button for a table of all, {2}: the panel that it is in
  std::string_view left_out;
  std::string_view press;  // what pressing a mark does
  std::string_view my_job;
  std::string_view standing;      // {0}: the reader's potential, {1}: a rank, {2}: of how many
  std::string_view between;       // {0} and {1}: occupations with the next figures
  std::string_view of_work;       // a share's unit
  std::string_view people;        // {0}: how many
  WordList<4> money;              // {0}: how much, {1}: the currency; by Period
  std::string_view below, above;  // {0}: a figure
};

// Of an occupation that is open.
struct PublicFigureWords {
  std::string_view heading, market;
  // {0}: adoption or potential, {1}: what was measured, {2}: its kind, {3}: what it is about, {4}: whose figure it is
  std::string_view headline_source;
  std::string_view tasks_by_level;
  std::string_view level_meaning;  // {0}: whose figures they are
  WordList<5> levels;              // from not at all to wholly
  std::string_view core_tasks, other_tasks;
  std::string_view differing, why_differing;
  std::string_view this_profile, public_figure;  // whose a figure is
  std::string_view authors_own;                  // of a headline that was written by hand
  std::string_view family_mean;                  // {0}: a percentage, {1}: how many occupations, {2}: a group of them
  std::string_view related;
};

// What there is to say of what readers open.
struct PlayWords {
  // Numbers that readers type (core/typed_number.h).
  std::string_view number_scales;  // words, each with how many zeros it stands for
  std::string_view hour_units;     // with blanks between them
  std::string_view not_a_number;   // {0}: one, {1}: what is in force instead
  std::string_view out_of_range;   // {0} to {1}: what it can be, {2}: what is in force instead

  // How a figure is made.
  std::string_view adoption_made, potential_made;  // {0}: the figure
  std::string_view no_formula;                     // {0}: the adoption
  std::string_view sources_caption;
  WordList<2> source_columns;
  std::string_view source_count;   // {0}: how many
  std::string_view sources_range;  // {0}: how many, {1}: of how many sources, {2} to {3}: percentages, {4}: their mean
  std::string_view no_sources;
  std::string_view published_figure;  // {0}: the figure
  std::string_view weighting, steps_caption;
  WordList<3> step_columns;
  std::string_view potential_total, weighted_mean;
  std::string_view each_counts;        // {0} and {1}: the potential under the rules, least and most
  std::string_view each_counts_alike;  // {0}: the potential under any rule
  WordList<4> weighting_rule, weighting_meaning;
  std::string_view rule_gives_published;     // {0}: a rule's meaning, {1}: the figure
  std::string_view rule_unlike_published;    // {0} and {1}: the meanings of the chosen rule and the published one
  std::string_view no_rule_gives_published;  // {0}: a rule's meaning, {1}: the figure

  // My week.
  std::string_view my_potential, published, all_tasks_alike;
  std::string_view week_unchanged;
  std::string_view same_as_published, lower_than_published, higher_than_published;  // {0}: points, {1}: reasons
  std::string_view first_reason, further_reason;  // {0}: a task, {1}: its share of the week, {2}: points
  std::string_view reason_separator;
  std::string_view hours;     // {0}: how many
  std::string_view hours_of;  // {0}: a task
  std::string_view keep_share, remove_task, name_of_task, new_task;
  std::string_view task_figure;    // {0}: a percentage
  std::string_view automation_of;  // {0}: a task
  std::string_view week_tasks;
  std::string_view before_hours, after_hours;  // around a field with the hours of the week; {0}: 100 %
  std::string_view week_hours;
  std::string_view undo, redo, reset, add_task;

  // Guess first.
  std::string_view guess_adoption, guess_potential;
  std::string_view your_guesses, no_guess;
  std::string_view guess_of;  // {0}: what it is about
  std::string_view you;       // {0}: the guess
  std::string_view reveal, reveal_all, start_again, guesses_cleared, all_revealed;
  std::string_view guess_how;       // {0} of {1}: how many are revealed
  std::string_view guess_distance;  // goes behind it; {0}: points, {1}: the largest surprise
  std::string_view guess_code;      // {0}: the code
  std::string_view copy_code;
  std::string_view class_how, class_codes, class_caption;
  WordList<2> class_columns;
  std::string_view class_summary;   // {0}: median, {1}: mean, {2}: figure
  std::string_view nobody_guessed;  // {0}: figure
  std::string_view figure_is;       // {0}: figure
  std::string_view pupils;          // {0}: how many
  std::string_view unreadable;      // {0}: how many codes
  std::string_view class_as_csv;

  // Sort and filter.
  std::string_view search_tasks, order_by;
  WordList<4> order, order_meaning;
  std::string_view shown_bands, shown_importances;
  std::string_view shown_and_hidden;  // {0}: tasks, {1}: how many
  std::string_view show_all;

  // Compare.
  std::string_view compared_figure, compared_band;
  WordList<2> compared_headline;
  std::string_view compared_gap;
  WordList<2> exposed_task;
  WordList<4> tasks_of_band;
  std::string_view of_all;  // {0}: how many, {1}: of how many
  std::string_view not_given, none_of_band;
  std::string_view more_tasks;                  // {0}: how many
  std::string_view beside;                      // {0} and {1}: profiles
  WordList<2> adoption_apart, potential_apart;  // lower, higher; {0}: points
  WordList<4> fewer_of_band, more_of_band;      // {0}: how many
  WordList<3> rating_in_sentence;
  std::string_view rating_apart;  // {0}: an indicator, {1}: its rating, {2}: the other's
  std::string_view difference_separator;
  std::string_view no_difference;
  std::string_view difference;  // {0}: a profile, {1}: what differs

  // Share.
  std::string_view share_heading, share_note;
  std::string_view link, copy_link, share_sheet;
  std::string_view picture;
  std::string_view png_of_size;  // {0}: pixels a CSS pixel
  std::string_view data, tasks_as_csv, evidence_as_csv, profile_as_json;
  std::string_view occupations_as_csv, catalogue_as_json;
  std::string_view paper, print, prompts;

  // Present.
  std::string_view presentation, previous_section, next_section, leave_presentation;
  std::string_view section;       // {0} of {1}: which it is, {2}: its name
  std::string_view section_mark;  // {0} of {1}, for the eyes

  OverviewWords overview;
  PublicFigureWords public_figures;
};

// All texts of such a table, in order: it is nothing but those, one after the other.
template <typename Words>
inline constexpr std::size_t text_count = sizeof(Words) / sizeof(std::string_view);
template <typename Words>
using TextsOf = std::array<std::string_view, text_count<Words>>;

template <typename Words>
TextsOf<Words> texts_of(const Words& words) {
  TextsOf<Words> texts;
  std::memcpy(static_cast<void*>(texts.data()), &words, sizeof words);
  return texts;
}

template <typename Words>
void set_text(Words& words, std::size_t place, std::string_view text) {
  std::memcpy(reinterpret_cast<char*>(&words) + place * sizeof text, &text, sizeof text);
}

// The words for a value of an enumeration.
template <typename Enum, std::size_t N>
constexpr std::string_view of(const WordList<N>& words, Enum value) {
  return words[static_cast<std::size_t>(value)];
}

}  // namespace taskscope
