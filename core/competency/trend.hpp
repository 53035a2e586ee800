// SPDX-License-Identifier: MIT
// How answers changed, month by month: what was current at the end of each month in which something was answered. Pure.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "competency/progress.hpp"

namespace trellis::competency {

struct MonthResult {
  std::string month;                  // "2026-11", by the instant's own date (UTC)
  std::vector<DomainResult> domains;  // as in Results
};

/// @param ratings  every rating in any order, older ones too
/// @return rising by month; months without an answer are not here
std::vector<MonthResult> trend(std::span<const Rating> ratings, const content::Framework& framework);

}  // namespace trellis::competency
