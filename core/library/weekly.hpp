// SPDX-License-Identifier: MIT
// Which hard moments are for this week. The week comes from the date alone: the same for everybody, with a network and
// without, and nothing about a person is looked at.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "content/library.hpp"

namespace trellis::library {

inline constexpr std::size_t kWeeklyCount = 3;

/// @param today  days since 1970-01-01; weeks go from Monday to Sunday
/// @return ids of the week's dilemmas; all have had their turn after as many weeks as it takes, and none before comes
///         twice
std::vector<std::string> weekly_dilemmas(const content::Library& library, int today);

}  // namespace trellis::library
