// SPDX-License-Identifier: MIT
// Workplace reviews worked by hand: bands and their edges, what caps, what could not be found out, the points.
#include "library/workplace.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace trellis::library {
namespace {

const content::Library& shipped() {
  const auto found = content::library(content::catalog("en"));
  EXPECT_TRUE(found.has_value());
  return **found;
}

/// Every item with the same answer.
std::vector<WorkplaceAnswer> all_with(std::optional<int> points) {
  std::vector<WorkplaceAnswer> answers;
  for (const auto& item : shipped().readiness) answers.push_back(WorkplaceAnswer{item.id, points});
  return answers;
}

void set(std::vector<WorkplaceAnswer>& answers, std::string_view id, std::optional<int> points) {
  for (auto& answer : answers) {
    if (answer.item_id == id) answer.points = points;
  }
}

WorkplaceReview review(const std::vector<WorkplaceAnswer>& answers) {
  const auto done = review_workplace(shipped(), answers);
  EXPECT_TRUE(done.has_value());
  return done.value_or(WorkplaceReview{});
}

std::string band_of(const WorkplaceReview& done) { return done.band == nullptr ? "none" : done.band->id; }

const PointResult& point(const WorkplaceReview& done, std::string_view id) {
  return *std::find_if(done.points.begin(), done.points.end(), [id](const PointResult& p) { return p.id == id; });
}

TEST(ReviewWorkplace, SaysAllBandsFromTheSharesThatTheyStartAt) {
  // 36 items of 3 points are 108. 43 of 108 are 39.8 %, 44 are 40.7 %; 75 are 69.4 %, 76 are 70.3 %; 97 are 89.8 %, 98
  // are 90.7 %. All ones are 36 points and no answer is 0, so nothing caps.
  const struct {
    int points;
    const char* band;
  } expected[] = {{36, "start"}, {43, "start"}, {44, "building"}, {75, "building"},
                  {76, "ready"}, {97, "ready"}, {98, "strong"},   {108, "strong"}};
  for (const auto& row : expected) {
    auto answers = all_with(1);
    int left = row.points - 36;
    for (auto& answer : answers) {
      const int more = std::min(left, 2);
      answer.points = 1 + more;
      left -= more;
    }

    const WorkplaceReview done = review(answers);

    EXPECT_EQ(band_of(done), row.band) << row.points;
    EXPECT_EQ(done.percent, row.points * 100 / 108) << row.points;
    EXPECT_TRUE(done.capped_by.empty());
  }
}

TEST(ReviewWorkplace, NothingInPlaceWhereItAllHangsHoldsTheBandBack) {
  for (const char* id : {"RD03", "RD05", "RD22", "RD28"}) {
    auto answers = all_with(3);
    set(answers, id, 0);

    const WorkplaceReview done = review(answers);  // 105 of 108: 97 %

    EXPECT_EQ(done.percent, 97) << id;
    EXPECT_EQ(band_of(done), "building") << id;
    EXPECT_EQ(done.capped_by, std::vector<std::string>{id});
    EXPECT_EQ(done.gaps.front().item->id, id) << "what holds back comes first";
  }
}

TEST(ReviewWorkplace, ANothingElsewhereHoldsNothingBack) {
  auto answers = all_with(3);
  set(answers, "RD01", 0);

  EXPECT_EQ(band_of(review(answers)), "strong");
}

TEST(ReviewWorkplace, ALowBandIsNotSaidToBeHeldBack) {
  const WorkplaceReview done = review(all_with(0));

  EXPECT_EQ(band_of(done), "start");
  EXPECT_TRUE(done.capped_by.empty());
}

TEST(ReviewWorkplace, WhatCouldNotBeFoundOutLowersNothingAndIsKept) {
  auto answers = all_with(3);
  set(answers, "RD10", std::nullopt);
  set(answers, "RD03", std::nullopt);

  const WorkplaceReview done = review(answers);

  EXPECT_EQ(done.percent, 100);
  EXPECT_EQ(band_of(done), "strong") << "not knowing is no zero";
  EXPECT_EQ(done.unknown_count, 2);
  ASSERT_EQ(done.unknown.size(), 2U);
  EXPECT_EQ(done.unknown.front().item->id, "RD03") << "in the order of the questions";
  EXPECT_EQ(done.next.size(), 2U) << "a next step is to find it out";
}

TEST(ReviewWorkplace, FewKnownAnswersGiveNoBand) {
  auto answers = all_with(3);
  answers.resize(11);
  const WorkplaceReview few = review(answers);
  answers = all_with(3);
  answers.resize(12);
  const WorkplaceReview enough = review(answers);

  EXPECT_EQ(band_of(few), "none");
  EXPECT_EQ(few.percent, 100);
  EXPECT_EQ(few.open_count, 25);
  EXPECT_EQ(band_of(enough), "strong");
}

TEST(ReviewWorkplace, NoAnswersAreNoResult) {
  const WorkplaceReview done = review({});

  EXPECT_EQ(done.percent, std::nullopt);
  EXPECT_EQ(band_of(done), "none");
  EXPECT_EQ(done.open_count, 36);
}

TEST(ReviewWorkplace, StrengthsComeBestFirstAndNextStepsAreThree) {
  auto answers = all_with(2);
  set(answers, "RD20", 3);
  set(answers, "RD07", 1);
  set(answers, "RD08", 0);
  set(answers, "RD28", 0);
  set(answers, "RD30", 1);

  const WorkplaceReview done = review(answers);

  EXPECT_EQ(done.strengths.front().item->id, "RD20");
  EXPECT_EQ(done.strengths.size(), 32U);
  std::vector<std::string> gaps;
  for (const auto& gap : done.gaps) gaps.push_back(gap.item->id);
  EXPECT_EQ(gaps, (std::vector<std::string>{"RD28", "RD08", "RD07", "RD30"}));
  ASSERT_EQ(done.next.size(), 3U);
  EXPECT_EQ(done.next.back().item->id, "RD07");
}

TEST(ReviewWorkplace, ShowsEachOfThe14And5And4Points) {
  auto answers = all_with(3);
  set(answers, "RD03", 1);             // fidelity.2, readiness.1 and policy.3
  set(answers, "RD05", std::nullopt);  // fidelity.2
  const WorkplaceReview done = review(answers);

  EXPECT_EQ(done.points.size(), 23U);
  const PointResult& supervision = point(done, "fidelity.2");  // RD03, RD05, RD06
  EXPECT_EQ(supervision.points, 4);
  EXPECT_EQ(supervision.points_max, 6);
  EXPECT_EQ(supervision.unknown_count, 1);
  EXPECT_EQ(point(done, "policy.14").points, 3);
}

TEST(ReviewWorkplace, RefusesAnswersThatAreNoneOfTheDescribedOnes) {
  const std::vector<std::vector<WorkplaceAnswer>> wrong = {
      {{"RD99", 1}}, {{"RD01", 4}}, {{"RD01", -1}}, {{"RD01", 1}, {"RD01", 2}}, {{"", std::nullopt}}};
  for (const auto& answers : wrong) {
    const auto done = review_workplace(shipped(), answers);

    ASSERT_FALSE(done.has_value());
    EXPECT_EQ(done.error().code, "workplace.bad_answer");
  }
}

TEST(ReviewWorkplace, SaysAnAreasShareOfWhatIsKnownThere) {
  const content::ReadinessItem& first = shipped().readiness.front();
  const auto done = review({WorkplaceAnswer{first.id, 2}});

  const auto area = std::find_if(done.areas.begin(), done.areas.end(),
                                 [&first](const AreaResult& one) { return one.id == first.area_id; });
  ASSERT_NE(area, done.areas.end());
  EXPECT_EQ(area->percent, 66);
  EXPECT_EQ(area->known_count, 1);
  EXPECT_EQ(
      std::count_if(done.areas.begin(), done.areas.end(), [](const auto& one) { return one.percent.has_value(); }), 1);
}

}  // namespace
}  // namespace trellis::library
