// The widget's own words, in one place.
#pragma once

#include <array>
#include <string_view>

#include "core/profile.h"

namespace taskscope::labels {

inline constexpr std::string_view automation = "Automation";
inline constexpr std::string_view adoption = "adoption";
inline constexpr std::string_view potential = "potential";
inline constexpr std::string_view adoption_meaning = "how much of the work AI is used for today";
inline constexpr std::string_view potential_meaning = "how much of the work AI could do";
inline constexpr std::string_view gap_meaning = " of possible automation not in use yet";
inline constexpr std::string_view gap_negative_meaning = " more in use than the tasks give reason to expect";
inline constexpr std::string_view evidence_strip = "What the evidence says";
inline constexpr std::string_view market = "Market check";
inline constexpr std::string_view market_covers = "Covers ";
inline constexpr std::string_view strategies = "Career strategy";
inline constexpr std::string_view tasks = "Tasks";
inline constexpr std::string_view show_reasons = "Show all reasons";
inline constexpr std::string_view hide_reasons = "Hide all reasons";
inline constexpr std::string_view reasons_shown = "All reasons are shown.";
inline constexpr std::string_view reasons_hidden = "All reasons are hidden.";
inline constexpr std::array<std::string_view, 8> panel = {"How the adoption is made",
                                                          "How the potential is made",
                                                          "My week",
                                                          "Guess first",
                                                          "Class results",
                                                          "Compare",
                                                          "Share",
                                                          "Sort and filter"};
inline constexpr std::string_view my_potential = "my potential";
inline constexpr std::string_view published_label = "published";
inline constexpr std::string_view usual_label = "all tasks alike";
inline constexpr std::string_view week_unchanged =
    "Move the sliders, type hours, leave out what you do not do, and add what is missing: the potential becomes yours.";
inline constexpr std::string_view as_published = "The same as published: ";
inline constexpr std::string_view lower = " lower: ";
inline constexpr std::string_view higher = " higher: ";
inline constexpr std::string_view takes = " takes ";
inline constexpr std::string_view of_the_week = " of the week";
inline constexpr std::string_view hours_of = "Hours a week: ";
inline constexpr std::string_view keep_share = "Keep this share";
inline constexpr std::string_view remove_task = "Remove this task";
inline constexpr std::string_view own_name = "Name of your task";
inline constexpr std::string_view new_task = "A task of mine";
inline constexpr std::string_view task_figure = "task ";
inline constexpr std::string_view automation_of = "Automation in percent: ";
inline constexpr std::string_view week_tasks = "Tasks of the week";
inline constexpr std::string_view all_of = "100% of";
inline constexpr std::string_view a_week = "a week";
inline constexpr std::string_view week_hours = "Hours in the week";
inline constexpr std::string_view undo = "Undo";
inline constexpr std::string_view redo = "Redo";
inline constexpr std::string_view reset = "Reset";
inline constexpr std::string_view add_task = "Add a task";
inline constexpr std::string_view guess_adoption = "Adoption: how much of the work AI is used for today";
inline constexpr std::string_view guess_potential = "Potential: how much of the work AI could do";
inline constexpr std::string_view your_guesses = "Your guesses";
inline constexpr std::string_view no_guess = "no guess yet";
inline constexpr std::string_view guess_of = "Your guess in percent: ";
inline constexpr std::string_view you = "you ";
inline constexpr std::string_view reveal = "Reveal";
inline constexpr std::string_view reveal_all = "Reveal all";
inline constexpr std::string_view start_again = "Start again";
inline constexpr std::string_view guesses_cleared = "All guesses are cleared.";
inline constexpr std::string_view all_revealed = "All figures are shown.";
inline constexpr std::string_view guess_how =
    "Drag each bar to where you think AI stands today, or type a number, then reveal. ";
inline constexpr std::string_view revealed = " revealed";
inline constexpr std::string_view mean_distance = " · mean distance ";
inline constexpr std::string_view largest_surprise = " · largest surprise: ";
inline constexpr std::string_view guess_code = "Your result as a code, for whoever collects them: ";
inline constexpr std::string_view copy_code = "Copy the code";
inline constexpr std::string_view class_as_csv = "Class results as CSV";
inline constexpr std::string_view class_how =
    "Paste the codes of any number of people here, one a line. Nothing is sent anywhere.";
inline constexpr std::string_view class_codes = "Codes of the class";
inline constexpr std::string_view class_caption = "What the class guessed of each figure";
inline constexpr std::array<std::string_view, 2> class_columns = {"Figure", "Guesses"};
inline constexpr std::string_view figure_is = "figure ";
inline constexpr std::string_view median_is = "median ";
inline constexpr std::string_view mean_is = ", mean ";
inline constexpr std::string_view nobody_guessed = "nobody guessed, ";
inline constexpr std::string_view unreadable = " could not be read: cut off, or of other figures than these";
inline constexpr std::string_view all_tasks = "All tasks";
inline constexpr std::string_view search_tasks = "Search tasks by name";
inline constexpr std::string_view order_by = "Order by";
inline constexpr std::array<std::string_view, 4> order = {"Band", "Importance", "Automation", "Name"};
inline constexpr std::array<std::string_view, 4> order_meaning = {"grouped by band, highest automation first",
                                                                  "core tasks first, highest automation first within",
                                                                  "highest automation first", "from A to Z"};
inline constexpr std::string_view shown_bands = "Bands that are shown";
inline constexpr std::string_view shown_importances = "Importances that are shown";
inline constexpr std::string_view shown_of = " shown, ";
inline constexpr std::string_view hidden = " hidden";
inline constexpr std::string_view show_all = "Show all";
inline constexpr std::string_view toolbar = "To do with these figures";
inline constexpr std::string_view is_shown_below = " is shown below.";
inline constexpr std::string_view is_hidden = " is hidden.";
inline constexpr std::string_view part_awaited = "One moment…";
inline constexpr std::string_view part_failed =
    "This part could not be downloaded. Close it and open it again to try once more.";
inline constexpr std::string_view how_made = "How is it made?";
inline constexpr std::string_view how_is = "How is ";
inline constexpr std::string_view made = " made?";
inline constexpr std::string_view weighting = "How tasks weigh";
inline constexpr std::string_view steps_caption = "What each step adds to the potential";
inline constexpr std::string_view potential_total = "Potential";
inline constexpr std::string_view weighted_mean = "weighted mean";
inline constexpr std::string_view each_counts =
    "Each task counts with its weight; the potential is the weighted mean of the tasks. Under every rule offered here "
    "it lies between ";
inline constexpr std::string_view each_counts_alike =
    "Each task counts with its weight; the potential is the weighted mean of the tasks. Every rule offered here gives ";
inline constexpr std::string_view rule_chosen = "Chosen: ";
inline constexpr std::string_view rule_gives_published = ", which gives the published ";
inline constexpr std::string_view rule_of_published = ". The published figure counts otherwise: ";
inline constexpr std::string_view no_rule_of_published = ". No rule offered here gives the published ";
inline constexpr std::string_view and_word = " and ";
inline constexpr std::string_view sentence_end = ".";
inline constexpr std::string_view no_formula_before = "The published ";
inline constexpr std::string_view no_formula_after =
    " has no documented formula. Its sources are shown as they are, each with what it is about; take them in or leave "
    "them out.";
inline constexpr std::string_view sources_caption = "Sources, to be taken in or left out";
inline constexpr std::string_view sources_of = " of ";
inline constexpr std::string_view sources_range = ": from ";
inline constexpr std::string_view sources_to = " to ";
inline constexpr std::string_view sources_mean = ", on average ";
inline constexpr std::string_view not_published = ". That is not how the published figure was made.";
inline constexpr std::string_view no_sources = "All sources are left out.";
inline constexpr std::string_view published = "published ";
inline constexpr std::string_view ai_uses = "AI uses";
inline constexpr std::string_view good_options = "Good options";
inline constexpr std::string_view evidence = "Evidence";
inline constexpr std::string_view evidence_caption = "Each source’s figure and what to make of it";
inline constexpr std::string_view sources = "Figures: ";
inline constexpr std::string_view as_of = "As of ";
inline constexpr std::string_view automated = " automated";
inline constexpr std::string_view from = "from ";
inline constexpr std::string_view below = "below ";
inline constexpr std::string_view nothing_to_show = "This profile has a title and no figures yet.";

inline constexpr std::array<std::string_view, 4> task_columns = {"Task", "Importance", "Automation", "Reason"};
inline constexpr std::array<std::string_view, 3> evidence_columns = {"Source", "Value", "Note"};
inline constexpr std::array<std::string_view, 3> step_columns = {"Task", "Share × automation", "Points added"};
inline constexpr std::array<std::string_view, 2> source_columns = {"Source", "Value"};
inline constexpr std::array<std::string_view, 4> weighting_rule = {"Equal", "2 : 1", "2.5 : 1", "Author’s"};
inline constexpr std::array<std::string_view, 4> weighting_meaning = {
    "every task weighs the same", "a core task weighs twice an important one",
    "a core task weighs two and a half important ones", "each task has its author’s own weight"};
inline constexpr std::array<std::string_view, 2> importance = {"Core", "Important"};
inline constexpr std::array<std::string_view, 4> band = {"Highly automatable", "Strong automation pressure", "Mixed",
                                                         "Human-led"};
inline constexpr std::array<std::string_view, 3> rating = {"Stable", "Mixed", "High pressure"};
inline constexpr std::array<std::string_view, 2> kind = {"measured use", "estimated exposure"};
inline constexpr std::array<std::string_view, 4> match = {"this occupation", "its family", "its industry", "a proxy"};

inline constexpr std::string_view compared_figure = "Figure";
inline constexpr std::string_view compared_band = "Band";
inline constexpr std::array<std::string_view, 2> compared_headline = {"Adoption", "Potential"};
inline constexpr std::string_view compared_gap = "Gap";
inline constexpr std::array<std::string_view, 2> exposed_task = {"Most exposed task", "Least exposed task"};
// In sentences they begin with a small letter, and of one task the last letter goes.
inline constexpr std::array<std::string_view, 4> tasks_of_band = {
    "Highly automatable tasks", "Strongly pressured tasks", "Mixed tasks", "Human-led tasks"};
inline constexpr std::string_view not_given = "not given";
inline constexpr std::string_view none_of_band = "none";
inline constexpr std::string_view more_tasks = " more";
inline constexpr std::string_view beside = " beside ";
inline constexpr std::array<std::string_view, 2> points_apart = {" lower", " higher"};
inline constexpr std::array<std::string_view, 2> tasks_apart = {" fewer ", " more "};
inline constexpr std::string_view instead_of = " instead of ";
inline constexpr std::string_view no_difference = "no difference in these figures";
inline constexpr std::string_view share_heading = "Share and take away";
inline constexpr std::string_view share_note = "A link opens this dashboard as it stands here, with what you changed.";
inline constexpr std::string_view share_link = "Link";
inline constexpr std::string_view copy_link = "Copy the link";
inline constexpr std::string_view share_sheet = "Share…";
inline constexpr std::string_view share_picture = "Picture";
inline constexpr std::array<std::string_view, 3> picture_scales = {"PNG 1×", "PNG 2×", "PNG 3×"};
inline constexpr std::string_view share_data = "Data";
inline constexpr std::string_view tasks_as_csv = "Tasks as CSV";
inline constexpr std::string_view evidence_as_csv = "Evidence as CSV";
inline constexpr std::string_view profile_as_json = "Profile as JSON";
inline constexpr std::string_view share_paper = "Paper";
inline constexpr std::string_view print = "Print";
inline constexpr std::string_view share_prompts = "Copy an example prompt";

// The words for a value of one of the profile's enumerations.
template <typename Enum, std::size_t N>
constexpr std::string_view of(const std::array<std::string_view, N>& words, Enum value) {
  return words[static_cast<std::size_t>(value)];
}

// Presenting: one section at a time.
inline constexpr std::string_view present = "Present";
inline constexpr std::string_view presentation = "Presentation";
inline constexpr std::string_view previous_section = "Previous";
inline constexpr std::string_view next_section = "Next";
inline constexpr std::string_view leave_presentation = "Leave";
// “Section 2 of 6: Tasks”, and “2 / 6” for the eyes.
inline constexpr std::string_view section_number = "Section ";
inline constexpr std::string_view section_of = " of ";
inline constexpr std::string_view section_name = ": ";
inline constexpr std::string_view section_mark = " / ";

}  // namespace taskscope::labels
