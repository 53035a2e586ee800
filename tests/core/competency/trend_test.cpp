// SPDX-License-Identifier: MIT
#include "competency/trend.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "../store/samples.hpp"

namespace trellis::competency {
namespace {

Rating answered(unsigned number, const std::string& id, std::optional<int> level, int revision, const std::string& at) {
  Rating rating = test::rating(number, id);
  rating.answer = level ? Answer::level : Answer::not_in_my_job;
  rating.level = level;
  rating.revision = revision;
  rating.rated_at = at;
  return rating;
}

const content::Framework& framework() { return content::catalog("en").framework; }

// September: D1.1 = 2: mean 2.0. November: D1.1 = 4, D1.2 = 3: (4 + 3) / 2 = 3.5. An opt-out in D1.3 changes nothing.
std::vector<Rating> sample() {
  return {answered(1, "D1.1", 2, 1, "2026-09-10T10:00:00Z"), answered(2, "D1.1", 4, 2, "2026-11-01T10:00:00Z"),
          answered(3, "D1.2", 3, 1, "2026-11-02T10:00:00Z"),
          answered(4, "D1.3", std::nullopt, 1, "2026-11-03T10:00:00Z")};
}

TEST(Trend, ShowsWhatWasCurrentAtTheEndOfEachMonth) {
  const auto months = trend(sample(), framework());

  ASSERT_EQ(months.size(), 2U);
  EXPECT_EQ(months[0].month, "2026-09");
  EXPECT_EQ(months[0].domains[0].mean_level_tenths, 20);
  EXPECT_EQ(months[1].domains[0].mean_level_tenths, 35);
  EXPECT_EQ(months[1].domains[0].rated_count, 2);
  EXPECT_EQ(months[1].domains[1].mean_level_tenths, std::nullopt);
}

TEST(Trend, IsTheSameInWhateverOrderTheAnswersCome) {
  auto ratings = sample();
  std::reverse(ratings.begin(), ratings.end());

  const auto months = trend(ratings, framework());

  EXPECT_EQ(months[1].domains[0].mean_level_tenths, 35);
}

TEST(Trend, IsNotChangedByAnOptOut) {
  auto ratings = sample();
  ratings.pop_back();

  EXPECT_EQ(trend(ratings, framework())[1].domains[0].mean_level_tenths, 35);
}

}  // namespace
}  // namespace trellis::competency
