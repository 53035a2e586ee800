// SPDX-License-Identifier: MIT
// The pattern language: what each sign means, and what it must not reach.
#include "ethics/pattern.hpp"

#include <gtest/gtest.h>

#include "fixture.hpp"

namespace trellis::ethics {
namespace {

bool matches(std::string_view pattern, std::string_view text) {
  Bench bench;
  EXPECT_TRUE(bench.add(pattern)) << pattern;
  return !bench.match(text).empty();
}

TEST(Pattern, MatchesEveryFormOfAWord) {
  EXPECT_TRUE(matches("escort", "Escorting residents"));
  EXPECT_FALSE(matches("escort", "Escape"));
}

TEST(Pattern, MatchesOneFormOnlyWhenAsked) {
  EXPECT_TRUE(matches("=chart", "the chart"));
  EXPECT_FALSE(matches("=chart", "charting"));
}

TEST(Pattern, MatchesClassesAndTheClassesInsideThem) {
  EXPECT_TRUE(matches("{act} {person}", "transports clients"));
  EXPECT_TRUE(matches("{act} .. {person}", "gives rides to people"));
  EXPECT_FALSE(matches("{act} {person}", "transports furniture"));
}

TEST(Pattern, ChoosesAmongAlternatives) {
  EXPECT_TRUE(matches("(hand out|pass) {medication}", "hand out pills"));
  EXPECT_TRUE(matches("(hand out|{drive}) {medication}", "drive medication"));
}

TEST(Pattern, BridgesAGapOnlyAsFarAsItSays) {
  EXPECT_TRUE(matches("pass ..1 {medication}", "pass the medication"));
  EXPECT_FALSE(matches("pass ..1 {medication}", "pass all the medication"));
  EXPECT_TRUE(matches("pass .. {medication}", "pass all of the daily medication"));
}

TEST(Pattern, StaysInsideOneDutyUnlessToldOtherwise) {
  EXPECT_FALSE(matches("keep .. {medication}", "keep notes, pass medication"));
  EXPECT_TRUE(matches("keep ... {medication}", "keep notes, pass medication"));
}

TEST(Pattern, StaysInsideOneSentence) { EXPECT_FALSE(matches("pass ... {medication}", "Pass. Medication")); }

TEST(Pattern, FindsTwoThingsInAnyOrder) {
  EXPECT_TRUE(matches("{drive} & {person}", "the clients whom you drive"));
  EXPECT_TRUE(matches("{drive} & {person}", "drive the older clients"));
}

TEST(Pattern, StartsAtTheDutyAfterSubjectAndModal) {
  EXPECT_TRUE(matches("^ {drive}", "The peer specialist will drive"));
  EXPECT_TRUE(matches("^ {drive}", "keep notes and drive clients"));
  EXPECT_FALSE(matches("^ {drive}", "keep people from the drive"));
}

TEST(Pattern, LeavesOutWhatMayBeMissing) {
  EXPECT_TRUE(matches("pass the? {medication}", "pass medication"));
  EXPECT_TRUE(matches("pass the? {medication}", "pass the medication"));
}

TEST(Pattern, RefusesWhatItCannotRead) {
  Bench bench;

  EXPECT_FALSE(bench.add(""));
  EXPECT_FALSE(bench.add("{nothing}"));
  EXPECT_FALSE(bench.add("(open"));
  EXPECT_FALSE(bench.add("the?"));
}

TEST(Pattern, TellsWhoseItIsAndWhereItStands) {
  Bench bench;
  bench.add("{drive} {person}", 7);

  const std::vector<PatternMatch> found = bench.match("may drive clients home");

  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].owner, 7U);
  EXPECT_EQ(found[0].begin, 1U);
  EXPECT_EQ(found[0].end, 3U);
}

}  // namespace
}  // namespace trellis::ethics
