// An occupation of a catalogue as a profile. What a row tells beyond the profile format stands beside it, as public
// figures: each figure then has one home, and the format stays as it is.
#pragma once

#include <cstddef>
#include <vector>

#include "core/catalogue.h"
#include "core/profile.h"
#include "core/public_figures.h"

namespace taskscope {

// The profile of a row: the ratings that are headlines as adoption and potential, in percent, and the other ratings as
// evidence. What the catalogue has no figure for is not there.
Profile profile_of_row(const Catalogue& catalogue, std::size_t occupation);

// What stands beside that profile.
PublicFigures figures_of_row(const Catalogue& catalogue, std::size_t occupation);

// What stands beside a profile that was written by hand for the row's occupation: where the two differ, and nothing on
// its headline, which has no public source.
PublicFigures figures_beside(const Profile& written, const Catalogue& catalogue, std::size_t occupation);

// Half a point: profiles usually have whole percentages.
inline constexpr double least_difference_points = 0.5;

// Where a profile written by hand and its row have different figures for the same: its headline and the columns that
// are headlines; its evidence and the ratings with the same publisher, whatever the case, and kind. In this order.
std::vector<FigurePair> differing_figures(const Profile& written, const Catalogue& catalogue, std::size_t occupation);

}  // namespace taskscope
