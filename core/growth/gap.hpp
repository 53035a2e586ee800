// SPDX-License-Identifier: MIT
// What stands between a worker's own records and a rung: requirement by requirement, never summed into one number.
// Source: content-brief sections F (gap logic) and G (ladder). An opt-out and a missing answer are "not known".
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "competency/rating.hpp"
#include "content/growth_pack.hpp"
#include "growth/entry.hpp"

namespace trellis::growth {

enum class Met : std::uint8_t { met, open, not_known };
std::string_view to_string(Met met);

/// One competency below the level that is asked for.
struct LevelGap {
  const content::Competency* competency = nullptr;
  int level = 0;   // by the worker's own rating
  int needed = 0;  // the level that the rung asks for
};

struct RequirementState {
  const content::Requirement* requirement = nullptr;
  Met met = Met::not_known;
  std::string_view unit;                  // "competencies", "minutes" or "times"; empty where only a record counts
  std::optional<int> have;                // in that unit
  std::optional<int> needed;              // in that unit
  std::vector<LevelGap> below;            // widest first, then in framework order
  std::vector<std::string_view> unrated;  // ids in scope without a level, in framework order
};

/// What the worker has on record.
struct Records {
  std::span<const competency::Rating> ratings;  // current ones
  std::span<const Entry> entries;               // current ones
};

/// Compares records with a rung. "Met" and "open" come from records; without any it is "not known", never "open".
/// @param today  days since 1970-01-01; what is dated later is left out
std::vector<RequirementState> compare(const content::Rung& rung, const content::Framework& framework,
                                      const Records& records, int today);

}  // namespace trellis::growth
