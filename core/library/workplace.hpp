// SPDX-License-Identifier: MIT
// Answers about a workplace into strengths, gaps, what to find out, and one careful band. Keeps nothing and words
// nothing. Source: the content brief, section H (items, bands and caps are data: content/library/).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "content/library.hpp"

namespace trellis::library {

/// With fewer known answers than this there is no band: a third of 36 questions.
inline constexpr int kKnownMin = 12;
/// So many next steps, since more are seldom taken.
inline constexpr std::size_t kNextStepsMax = 3;

/// One answer, counted as the described answers are: 0 is the first. Nothing means "I could not find out".
struct WorkplaceAnswer {
  std::string item_id;
  std::optional<int> points;
};

struct AnsweredItem {
  const content::ReadinessItem* item = nullptr;
  std::optional<int> points;
};

/// What the answers say about one point of the briefs ("policy.4"), whose items may belong to several points.
struct PointResult {
  std::string id;
  int points = 0;
  int points_max = 0;  // of the known answers; 0 when none is known
  int unknown_count = 0;
  int open_count = 0;  // not answered yet
};

/// What the answers say about one area of the questions.
struct AreaResult {
  std::string id;
  int known_count = 0;
  int points = 0;
  int points_max = 0;          // of the known answers
  std::optional<int> percent;  // rounded down; nothing: none known
};

struct WorkplaceReview {
  int known_count = 0;
  int unknown_count = 0;
  int open_count = 0;
  std::optional<int> percent;                    // of what the known answers could reach, rounded down; nothing: none
  const content::ReadinessBand* band = nullptr;  // null: fewer than kKnownMin known answers
  std::vector<std::string> capped_by;            // items that hold the band back; empty where it stands by itself
  std::vector<AnsweredItem> strengths;           // the upper half of the described answers, the best first
  std::vector<AnsweredItem> gaps;                // the lower half, those that cap first, then the lowest first
  std::vector<AnsweredItem> unknown;
  std::vector<AnsweredItem> next;  // the first gaps, then what to find out
  std::vector<PointResult> points;
  std::vector<AreaResult> areas;
};

/// @param answers  in any order; later ones to the same item are refused
/// @errors workplace.bad_answer: no such item, no such described answer, or an item twice (detail: how many answers
///         were read before)
Result<WorkplaceReview> review_workplace(const content::Library& library, std::span<const WorkplaceAnswer> answers);

}  // namespace trellis::library
