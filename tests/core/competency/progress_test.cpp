// SPDX-License-Identifier: MIT
#include "competency/progress.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace trellis::competency {
namespace {

/// Domains A (five competencies), B (three) and C (none).
content::Framework framework() {
  content::Framework made;
  for (const char* id : {"A", "B", "C"}) made.domains.push_back({.id = id, .name = id});
  for (const char* id : {"A.1", "A.2", "A.3", "A.4", "A.5", "B.1", "B.2", "B.3"}) {
    content::Competency competency;
    competency.id = id;
    competency.domain_id = std::string(id, 1);
    made.competencies.push_back(competency);
  }
  return made;
}

Rating at_level(std::string competency_id, int level) {
  Rating rating;
  rating.competency_id = std::move(competency_id);
  rating.level = level;
  return rating;
}

Rating opt_out(std::string competency_id, Answer answer) {
  Rating rating;
  rating.competency_id = std::move(competency_id);
  rating.answer = answer;
  return rating;
}

std::vector<std::string> ids(const std::vector<const Rating*>& ratings) {
  std::vector<std::string> found;
  for (const Rating* rating : ratings) found.push_back(rating->competency_id);
  return found;
}

using Ids = std::vector<std::string>;

TEST(Summarise, PutsStrengthsHighestFirstAndThenInFrameworkOrder) {
  const auto known = framework();
  const std::vector<Rating> current = {at_level("B.1", 4), at_level("A.2", 3), at_level("A.1", 4), at_level("B.3", 5)};

  EXPECT_EQ(ids(summarise(current, known).strengths), (Ids{"B.3", "A.1", "B.1"}));
}

TEST(Summarise, NeverCallsALevelBelowThreeAStrength) {
  const auto known = framework();
  const std::vector<Rating> current = {at_level("A.1", 2), at_level("A.2", 1), at_level("A.3", 3)};

  EXPECT_EQ(ids(summarise(current, known).strengths), (Ids{"A.3"}));
}

TEST(Summarise, PutsNextStepsLowestFirstAndThenInFrameworkOrder) {
  const auto known = framework();
  const std::vector<Rating> current = {at_level("B.2", 2), at_level("A.4", 1), at_level("A.1", 2),
                                       at_level("B.1", 1), at_level("A.2", 5), at_level("A.3", 5)};

  EXPECT_EQ(ids(summarise(current, known).next_steps), (Ids{"A.4", "B.1", "A.1"}));
}

TEST(Summarise, NeverAsksToGrowInAStrengthOrAtTheTopLevel) {
  const auto known = framework();
  const std::vector<Rating> current = {at_level("A.1", 5), at_level("A.2", 5), at_level("A.3", 5), at_level("A.4", 5),
                                       at_level("B.1", 3)};
  const auto results = summarise(current, known);

  EXPECT_EQ(ids(results.strengths), (Ids{"A.1", "A.2", "A.3"}));
  EXPECT_EQ(ids(results.next_steps), (Ids{"B.1"}));

  const std::vector<Rating> alone = {at_level("B.1", 3)};
  EXPECT_TRUE(summarise(alone, known).next_steps.empty());
}

TEST(Summarise, RoundsTheMeanHalfUpToTenths) {
  // 3+3+3+2 = 11 over 4 is 2.75, so 28 tenths; 1+2 = 3 over 2 is 1.5, so 15; 1+1+2 = 4 over 3 is 1.33, so 13.
  const auto known = framework();
  const std::vector<Rating> quarters = {at_level("A.1", 3), at_level("A.2", 3), at_level("A.3", 3),
                                        at_level("A.4", 2), at_level("B.1", 1), at_level("B.2", 2)};
  const std::vector<Rating> thirds = {at_level("B.1", 1), at_level("B.2", 1), at_level("B.3", 2)};

  EXPECT_EQ(summarise(quarters, known).domains[0].mean_level_tenths, 28);
  EXPECT_EQ(summarise(quarters, known).domains[1].mean_level_tenths, 15);
  EXPECT_EQ(summarise(thirds, known).domains[1].mean_level_tenths, 13);
}

TEST(Summarise, GivesNoMeanWhereNothingIsRated) {
  const auto known = framework();
  const std::vector<Rating> current = {opt_out("A.1", Answer::not_in_my_job)};
  const auto results = summarise(current, known);

  EXPECT_EQ(results.domains[0].mean_level_tenths, std::nullopt);
  EXPECT_EQ(results.domains[2].mean_level_tenths, std::nullopt);
}

TEST(Summarise, CountsRatingsAndOptOutsApart) {
  const auto known = framework();
  const std::vector<Rating> current = {at_level("A.1", 4), opt_out("A.2", Answer::not_in_my_job),
                                       opt_out("B.1", Answer::prefer_not_to_say)};
  const auto results = summarise(current, known);

  EXPECT_EQ(results.rated_count, 1);
  EXPECT_EQ(results.opted_out_count, 2);
  EXPECT_EQ(results.competency_count, 8);
  EXPECT_EQ(results.domains[0].rated_count, 1);
  EXPECT_EQ(results.domains[0].opted_out_count, 1);
  EXPECT_EQ(results.domains[0].competency_count, 5);
  EXPECT_EQ(results.domains[0].domain, &known.domains[0]);
}

TEST(Summarise, LeavesOutCompetenciesTheFrameworkDoesNotKnow) {
  const auto known = framework();
  const std::vector<Rating> current = {at_level("Z.9", 5)};
  const auto results = summarise(current, known);

  EXPECT_EQ(results.rated_count, 0);
  EXPECT_TRUE(results.strengths.empty());
}

TEST(Summarise, SaysNothingAboutNoRatings) {
  const auto known = framework();
  const auto results = summarise({}, known);

  EXPECT_EQ(results.domains.size(), 3U);
  EXPECT_TRUE(results.strengths.empty());
  EXPECT_TRUE(results.next_steps.empty());
}

/// Answers to some of the competencies, by a seed.
std::vector<Rating> any_ratings(const content::Framework& known, std::mt19937& random) {
  std::uniform_int_distribution<int> dice(0, 7);  // 0 none, 1 to 5 level, 6 and 7 opt-outs
  std::vector<Rating> ratings;
  for (const auto& competency : known.competencies) {
    const int value = dice(random);
    if (value == 0) continue;
    if (value <= 5) {
      ratings.push_back(at_level(competency.id, value));
    } else {
      ratings.push_back(opt_out(competency.id, value == 6 ? Answer::not_in_my_job : Answer::prefer_not_to_say));
    }
  }
  return ratings;
}

TEST(SummariseProperty, OptOutsNeverChangeAMean) {
  const auto known = framework();
  std::mt19937 random(1);
  for (int round = 0; round < 500; ++round) {
    const auto ratings = any_ratings(known, random);
    auto rated_only = ratings;
    std::erase_if(rated_only, [](const Rating& rating) { return !rating.level; });
    const auto with = summarise(ratings, known);
    const auto without = summarise(rated_only, known);

    for (std::size_t i = 0; i < known.domains.size(); ++i) {
      EXPECT_EQ(with.domains[i].mean_level_tenths, without.domains[i].mean_level_tenths);
    }
    EXPECT_EQ(ids(with.strengths), ids(without.strengths));
    EXPECT_EQ(ids(with.next_steps), ids(without.next_steps));
  }
}

TEST(SummariseProperty, TheOrderOfTheRatingsNeverMatters) {
  const auto known = framework();
  std::mt19937 random(2);
  for (int round = 0; round < 500; ++round) {
    auto ratings = any_ratings(known, random);
    const auto before = summarise(ratings, known);
    const Ids strengths = ids(before.strengths);
    const Ids next_steps = ids(before.next_steps);
    std::shuffle(ratings.begin(), ratings.end(), random);
    const auto after = summarise(ratings, known);

    EXPECT_EQ(ids(after.strengths), strengths);
    EXPECT_EQ(ids(after.next_steps), next_steps);
  }
}

TEST(SummariseProperty, AnAnswerChangesOnlyItsOwnDomain) {
  const auto known = framework();
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    auto ratings = any_ratings(known, random);
    std::erase_if(ratings, [](const Rating& rating) { return rating.competency_id == "B.2"; });
    const auto before = summarise(ratings, known);
    ratings.push_back(at_level("B.2", 1 + round % 5));
    const auto after = summarise(ratings, known);

    EXPECT_EQ(after.domains[0].mean_level_tenths, before.domains[0].mean_level_tenths);
    EXPECT_EQ(after.domains[1].rated_count, before.domains[1].rated_count + 1);
  }
}

TEST(SummariseProperty, StrengthsAndNextStepsKeepTheirPromises) {
  const auto known = framework();
  std::mt19937 random(4);
  for (int round = 0; round < 500; ++round) {
    const auto ratings = any_ratings(known, random);
    const auto results = summarise(ratings, known);

    EXPECT_LE(results.strengths.size(), kStrengthsMax);
    EXPECT_LE(results.next_steps.size(), kNextStepsMax);
    for (const Rating* strength : results.strengths) {
      EXPECT_GE(*strength->level, 3);
      EXPECT_EQ(std::count(results.next_steps.begin(), results.next_steps.end(), strength), 0);
    }
    for (const Rating* step : results.next_steps) EXPECT_LT(*step->level, 5);
  }
}

}  // namespace
}  // namespace trellis::competency
