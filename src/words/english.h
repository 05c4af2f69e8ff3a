// English, which the module has with it, as far as nothing is opened; the rest is fetched like other languages.
#pragma once

#include "words/words.h"

namespace taskscope {

inline constexpr ViewWords english_view = {
    .list_separator = ", ",
    .named = "{0}: {1}",
    .points = "{0} {0|point|points}",
    .task_count = "{0} {0|task|tasks}",
    .automation = "Automation",
    .adoption = "adoption",
    .potential = "potential",
    .adoption_meaning = "how much of the work AI is used for today",
    .potential_meaning = "how much of the work AI could do",
    .gap = "{0} of possible automation not in use yet",
    .negative_gap = "{0} more in use than the tasks give reason to expect",
    .how_made = "How is it made?",
    .evidence_strip = "What the evidence says",
    .market = "Market check",
    .market_covers = "Covers {0}.",
    .strategies = "Career strategy",
    .tasks = "Tasks",
    .ai_uses = "AI uses",
    .good_options = "Good options",
    .evidence = "Evidence",
    .evidence_caption = "Each source’s figure and what to make of it",
    .evidence_columns = {"Source", "Value", "Note"},
    .task_columns = {"Task", "Importance", "Automation", "Reason"},
    .show_reasons = "Show all reasons",
    .hide_reasons = "Hide all reasons",
    .reasons_shown = "All reasons are shown.",
    .reasons_hidden = "All reasons are hidden.",
    .all_tasks = "All tasks",
    .automated = "{0} automated",
    .from_percent = "from {0}",
    .below_percent = "below {0}",
    .sources = "Figures: {0}",
    .as_of = "As of {0}",
    .nothing_to_show = "This profile has a title and no figures yet.",
    .toolbar = "To do with these figures",
    .panel = {"How the adoption is made", "How the potential is made", "My week", "Guess first", "Class results",
              "Compare", "Share", "Sort and filter"},
    .present = "Present",
    .panel_shown = "{0} is shown below.",
    .panel_hidden = "{0} is hidden.",
    .part_awaited = "One moment…",
    .part_failed = "This part could not be downloaded. Close it and open it again to try once more.",
    .importance = {"Core", "Important"},
    .band = {"Highly automatable", "Strong automation pressure", "Mixed", "Human-led"},
    .rating = {"Stable", "Mixed", "High pressure"},
    .kind = {"measured use", "estimated exposure"},
    .match = {"this occupation", "its family", "its industry", "a proxy"},
};

}  // namespace taskscope
