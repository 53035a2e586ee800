// SPDX-License-Identifier: MIT
#include "library/workplace.hpp"

#include <algorithm>
#include <map>

#include "base/order.hpp"

namespace trellis::library {
namespace {

using content::Library;
using content::ReadinessBand;
using content::ReadinessItem;

/// A result with a held-back item reaches this band at most.
constexpr std::string_view kCappedBand = "building";

using Answers = std::map<std::string, std::optional<int>, std::less<>>;

const ReadinessItem* find_item(const Library& library, std::string_view id) {
  for (const ReadinessItem& item : library.readiness) {
    if (item.id == id) return &item;
  }
  return nullptr;
}

Result<Answers> read_answers(const Library& library, std::span<const WorkplaceAnswer> given) {
  Answers answers;
  for (const WorkplaceAnswer& answer : given) {
    const ReadinessItem* item = find_item(library, answer.item_id);
    const bool is_described =
        item != nullptr && (!answer.points || (*answer.points >= 0 && *answer.points <= item->points_max));
    if (!is_described || !answers.emplace(answer.item_id, answer.points).second) {
      return fail("workplace.bad_answer", std::to_string(answers.size()));
    }
  }
  return answers;
}

bool is_strength(const AnsweredItem& answered) { return *answered.points * 2 > answered.item->points_max; }

/// A described "nothing of it is here" where the whole result hangs on it.
bool holds_back(const AnsweredItem& answered) { return answered.item->caps && answered.points == 0; }

void sort_in(const AnsweredItem& answered, WorkplaceReview& review) {
  if (!answered.points) {
    ++review.unknown_count;
    review.unknown.push_back(answered);
    return;
  }
  ++review.known_count;
  (is_strength(answered) ? review.strengths : review.gaps).push_back(answered);
  if (holds_back(answered)) review.capped_by.push_back(answered.item->id);
}

void add_to_points(const ReadinessItem& item, const Answers& answers, WorkplaceReview& review) {
  const auto answer = answers.find(item.id);
  for (PointResult& point : review.points) {
    if (std::find(item.point_ids.begin(), item.point_ids.end(), point.id) == item.point_ids.end()) continue;
    if (answer == answers.end()) {
      ++point.open_count;
    } else if (!answer->second) {
      ++point.unknown_count;
    } else {
      point.points += *answer->second;
      point.points_max += item.points_max;
    }
  }
}

void add_to_areas(const ReadinessItem& item, int points, WorkplaceReview& review) {
  for (AreaResult& area : review.areas) {
    if (area.id != item.area_id) continue;
    ++area.known_count;
    area.points += points;
    area.points_max += item.points_max;
  }
}

/// Points in percent of what could be had, rounded down; nothing where nothing is known.
std::optional<int> percent_of(int points, int points_max) {
  return points_max > 0 ? std::optional<int>(points * 100 / points_max) : std::nullopt;
}

const ReadinessBand* band_of(const Library& library, int percent) {
  const ReadinessBand* reached = nullptr;
  for (const ReadinessBand& band : library.bands) {
    if (percent >= band.percent_min) reached = &band;
  }
  return reached;
}

/// Says the percent and the band, and lets go of what caps where the band is no higher anyway.
void conclude(const Library& library, int points, int points_max, WorkplaceReview& review) {
  review.percent = percent_of(points, points_max);
  for (AreaResult& area : review.areas) area.percent = percent_of(area.points, area.points_max);
  if (review.known_count >= kKnownMin && review.percent) review.band = band_of(library, *review.percent);
  const auto cap = std::find_if(library.bands.begin(), library.bands.end(),
                                [](const ReadinessBand& band) { return band.id == kCappedBand; });
  const bool is_higher =
      review.band != nullptr && cap != library.bands.end() && review.band->percent_min > cap->percent_min;
  if (is_higher && !review.capped_by.empty()) {
    review.band = &*cap;
  } else {
    review.capped_by.clear();
  }
}

void put_in_order(WorkplaceReview& review) {
  base::stable_order(review.strengths,
                     [](const AnsweredItem& a, const AnsweredItem& b) { return *a.points > *b.points; });
  base::stable_order(review.gaps, [](const AnsweredItem& a, const AnsweredItem& b) {
    if (holds_back(a) != holds_back(b)) return holds_back(a);
    return *a.points < *b.points;
  });
  for (const auto* from : {&review.gaps, &review.unknown}) {
    for (const AnsweredItem& answered : *from) {
      if (review.next.size() < kNextStepsMax) review.next.push_back(answered);
    }
  }
}

}  // namespace

Result<WorkplaceReview> review_workplace(const Library& library, std::span<const WorkplaceAnswer> given) {
  const Result<Answers> answers = read_answers(library, given);
  if (!answers) return tl::unexpected<Error>(answers.error());
  WorkplaceReview review;
  for (const std::string& id : library.point_ids) {
    PointResult point;
    point.id = id;
    review.points.push_back(point);
  }
  for (const std::string& id : library.area_ids) {
    AreaResult area;
    area.id = id;
    review.areas.push_back(area);
  }
  int points = 0;
  int points_max = 0;
  for (const ReadinessItem& item : library.readiness) {
    add_to_points(item, *answers, review);
    const auto answer = answers->find(item.id);
    if (answer == answers->end()) {
      ++review.open_count;
      continue;
    }
    sort_in(AnsweredItem{&item, answer->second}, review);
    if (!answer->second) continue;
    points += *answer->second;
    points_max += item.points_max;
    add_to_areas(item, *answer->second, review);
  }
  conclude(library, points, points_max, review);
  put_in_order(review);
  return review;
}

}  // namespace trellis::library
