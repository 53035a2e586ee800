// SPDX-License-Identifier: MIT
// Sums levels, and only levels: an opt-out is counted beside them and never changes a mean.
#include "competency/progress.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "base/order.hpp"

namespace trellis::competency {
namespace {

constexpr int kStrengthLevelMin = 3;
constexpr int kTopLevel = 5;

using RatingByCompetency = std::map<std::string_view, const Rating*>;

/// The mean times ten, rounded half up, in whole numbers only.
int mean_tenths(int level_sum, int rated_count) { return (20 * level_sum + rated_count) / (2 * rated_count); }

DomainResult summarise_domain(const content::Domain& domain, const content::Framework& framework,
                              const RatingByCompetency& ratings) {
  DomainResult result{.domain = &domain, .mean_level_tenths = std::nullopt};
  int level_sum = 0;
  for (const auto& competency : framework.competencies) {
    if (competency.domain_id != domain.id) continue;
    ++result.competency_count;
    const auto found = ratings.find(competency.id);
    if (found == ratings.end()) continue;
    if (!found->second->level) {
      ++result.opted_out_count;
    } else {
      ++result.rated_count;
      level_sum += *found->second->level;
    }
  }
  if (result.rated_count > 0) result.mean_level_tenths = mean_tenths(level_sum, result.rated_count);
  return result;
}

/// Ratings with a level, in framework order.
std::vector<const Rating*> rated(const content::Framework& framework, const RatingByCompetency& ratings) {
  std::vector<const Rating*> found;
  for (const auto& competency : framework.competencies) {
    const auto at = ratings.find(competency.id);
    if (at != ratings.end() && at->second->level) found.push_back(at->second);
  }
  return found;
}

void keep_first(std::vector<const Rating*>& ratings, std::size_t count) {
  ratings.resize(std::min(ratings.size(), count));
}

std::vector<const Rating*> strongest(std::vector<const Rating*> ratings) {
  std::erase_if(ratings, [](const Rating* rating) { return *rating->level < kStrengthLevelMin; });
  base::stable_order(ratings, [](const Rating* left, const Rating* right) { return *left->level > *right->level; });
  keep_first(ratings, kStrengthsMax);
  return ratings;
}

std::vector<const Rating*> to_grow(std::vector<const Rating*> ratings, const std::vector<const Rating*>& strengths) {
  std::erase_if(ratings, [&strengths](const Rating* rating) {
    return *rating->level >= kTopLevel || std::find(strengths.begin(), strengths.end(), rating) != strengths.end();
  });
  base::stable_order(ratings, [](const Rating* left, const Rating* right) { return *left->level < *right->level; });
  keep_first(ratings, kNextStepsMax);
  return ratings;
}

}  // namespace

Results summarise(std::span<const Rating> current, const content::Framework& framework) {
  RatingByCompetency ratings;
  for (const auto& rating : current) ratings.emplace(rating.competency_id, &rating);

  Results results;
  results.competency_count = static_cast<int>(framework.competencies.size());
  for (const auto& domain : framework.domains) {
    results.domains.push_back(summarise_domain(domain, framework, ratings));
    results.rated_count += results.domains.back().rated_count;
    results.opted_out_count += results.domains.back().opted_out_count;
  }
  const auto with_level = rated(framework, ratings);
  results.strengths = strongest(with_level);
  results.next_steps = to_grow(with_level, results.strengths);
  return results;
}

}  // namespace trellis::competency
