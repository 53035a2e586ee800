// SPDX-License-Identifier: MIT
#include "competency/trend.hpp"

#include <map>
#include <string_view>
#include <tuple>

namespace trellis::competency {
namespace {

constexpr std::size_t kMonthLength = 7;

/// As in the store: the highest revision is current, then the later instant, then the higher id.
bool is_older(const Rating& a, const Rating& b) {
  return std::tie(a.revision, a.rated_at, a.rating_id) < std::tie(b.revision, b.rated_at, b.rating_id);
}

}  // namespace

std::vector<MonthResult> trend(std::span<const Rating> ratings, const content::Framework& framework) {
  std::map<std::string, std::vector<const Rating*>, std::less<>> months;
  for (const Rating& rating : ratings) months[rating.rated_at.substr(0, kMonthLength)].push_back(&rating);
  std::map<std::string_view, const Rating*> current;
  std::vector<MonthResult> results;
  for (const auto& [month, answered] : months) {
    for (const Rating* rating : answered) {
      const auto [at, is_new] = current.emplace(rating->competency_id, rating);
      if (!is_new && is_older(*at->second, *rating)) at->second = rating;
    }
    std::vector<Rating> held;
    for (const auto& [competency_id, rating] : current) held.push_back(*rating);
    MonthResult result;
    result.month = month;
    result.domains = summarise(held, framework).domains;
    results.push_back(std::move(result));
  }
  return results;
}

}  // namespace trellis::competency
