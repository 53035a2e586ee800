// SPDX-License-Identifier: MIT
// Current ratings into strengths, next steps and numbers per domain. Pure. Self-ratings are for growth, never for
// hiring; a mean is never made from opt-outs. Source of the caution: content-brief section F (self-ratings run high).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "competency/rating.hpp"
#include "content/catalog.hpp"

namespace trellis::competency {

inline constexpr std::size_t kStrengthsMax = 3;
inline constexpr std::size_t kNextStepsMax = 3;

struct DomainResult {
  const content::Domain* domain = nullptr;
  std::optional<int> mean_level_tenths;  // mean of rated levels times ten, rounded half up; empty when none is rated
  int rated_count = 0;
  int opted_out_count = 0;
  int competency_count = 0;
};

struct Results {
  int rated_count = 0;
  int opted_out_count = 0;
  int competency_count = 0;
  std::vector<const Rating*> strengths;   // level 4 and 5 first, never below 3; highest first, then framework order
  std::vector<const Rating*> next_steps;  // lowest level first, never 5, never one of the strengths
  std::vector<DomainResult> domains;      // every domain, in framework order
};

/// @param current  at most one rating for each competency
Results summarise(std::span<const Rating> current, const content::Framework& framework);

}  // namespace trellis::competency
