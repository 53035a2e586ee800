// SPDX-License-Identifier: MIT
// Requests to do something outside the role: by family and month, and beside the conditions of the job. What repeats
// beside a hard condition is a finding about staffing, never about the worker.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "content/growth_pack.hpp"
#include "growth/entry.hpp"

namespace trellis::growth {

/// Requests of one family within this many days count as repeated from this number on, or when one is said to come
/// often or always.
inline constexpr int kRepeatedDays = 90;
inline constexpr int kRepeatedMin = 3;
/// A condition at this level or below is hard.
inline constexpr int kHardLevelMax = 2;

struct FamilyPattern {
  std::string family;
  int count = 0;
  int recent_count = 0;  // in the last kRepeatedDays days
  bool is_repeated = false;
  std::map<std::string, int> months;  // "2026-11"; months without a request are not here
};

struct StaffingFinding {
  const content::Condition* condition = nullptr;
  int level = 0;
};

struct DriftPatterns {
  std::vector<FamilyPattern> families;    // most requests first, then by name
  std::vector<StaffingFinding> staffing;  // empty unless a family is repeated; in the order of the conditions
};

/// @param today  days since 1970-01-01; what is dated later is left out
DriftPatterns find_patterns(std::span<const Entry> entries, std::span<const content::Condition> conditions, int today);

}  // namespace trellis::growth
