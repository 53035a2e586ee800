// SPDX-License-Identifier: MIT
#include "competency/rating.hpp"

#include <gtest/gtest.h>

namespace trellis::competency {
namespace {

Rating good() {
  Rating rating;
  rating.rating_id = "0190a5d2-7c1e-4f3a-9b2d-0123456789ab";
  rating.competency_id = "D1.1";
  rating.level = 3;
  rating.note = "Sat with someone at the clinic. Escuché \xE2\x9C\x93";
  rating.rated_at = "2026-11-22T08:30:00Z";
  return rating;
}

/// The error code for `rating`, or "" when it is valid.
std::string code_for(const Rating& rating) {
  const auto valid = validate_shape(rating);
  return valid ? "" : valid.error().code;
}

TEST(ValidateRating, TakesEveryLevelOfTheScale) {
  for (int level = 1; level <= 5; ++level) {
    Rating rating = good();
    rating.level = level;

    EXPECT_EQ(code_for(rating), "") << level;
  }
}

TEST(ValidateRating, TakesBothOptOutsWithoutALevel) {
  for (const Answer answer : {Answer::not_in_my_job, Answer::prefer_not_to_say}) {
    Rating rating = good();
    rating.answer = answer;
    rating.level.reset();

    EXPECT_EQ(code_for(rating), "");
  }
}

TEST(ValidateRating, RefusesALevelOutsideTheScale) {
  for (const int level : {-1, 0, 6, 100}) {
    Rating rating = good();
    rating.level = level;

    EXPECT_EQ(code_for(rating), "rating.level_out_of_range") << level;
  }
}

TEST(ValidateRating, RefusesALevelAnswerWithoutLevel) {
  Rating rating = good();
  rating.level.reset();

  EXPECT_EQ(code_for(rating), "rating.level_out_of_range");
}

TEST(ValidateRating, RefusesALevelBesideAnOptOut) {
  Rating rating = good();
  rating.answer = Answer::not_in_my_job;

  EXPECT_EQ(code_for(rating), "rating.level_not_allowed");
}

TEST(ValidateRating, RefusesAnIdThatIsNoLowerCaseUuid) {
  for (const char* id : {"", "1", "0190A5D2-7C1E-4F3A-9B2D-0123456789AB", "0190a5d2-7c1e-4f3a-9b2d-0123456789a",
                         "0190a5d2-7c1e-4f3a-9b2d-0123456789abc", "0190a5d2_7c1e-4f3a-9b2d-0123456789ab",
                         "g190a5d2-7c1e-4f3a-9b2d-0123456789ab"}) {
    Rating rating = good();
    rating.rating_id = id;

    EXPECT_EQ(code_for(rating), "rating.bad_id") << id;
  }
}

TEST(ValidateRating, TakesANoteOfExactlyTheLimitAndNoByteMore) {
  Rating rating = good();
  rating.note = std::string(kNoteBytesMax, 'a');
  EXPECT_EQ(code_for(rating), "");

  rating.note += 'a';
  EXPECT_EQ(code_for(rating), "rating.note_too_long");
}

TEST(ValidateRating, RefusesANoteThatIsNotUtf8OrHoldsANul) {
  Rating rating = good();
  rating.note = "\xC3(";
  EXPECT_EQ(code_for(rating), "text.not_utf8");

  rating.note = std::string("a\0b", 3);
  EXPECT_EQ(code_for(rating), "text.has_nul");
}

TEST(ValidateRating, RefusesAnInstantThatIsNotUtc) {
  Rating rating = good();
  rating.rated_at = "2026-11-22T08:30:00+01:00";

  EXPECT_EQ(code_for(rating), "time.bad_instant");
}

TEST(ValidateRating, NeverPutsTheNoteIntoAnError) {
  Rating rating = good();
  rating.note = "secret-marker " + std::string(kNoteBytesMax, 'a');

  const auto valid = validate_shape(rating);

  ASSERT_FALSE(valid);
  EXPECT_EQ(valid.error().detail.find("secret-marker"), std::string::npos);
}

TEST(ValidateShape, TakesACompetencyOfAnyFramework) {
  Rating rating = good();
  rating.competency_id = "program-x.7";

  EXPECT_TRUE(validate_shape(rating));
}

TEST(ValidateShape, RefusesACompetencyIdThatNoFrameworkCouldHold) {
  for (const std::string& id : {std::string(), std::string(kCompetencyIdBytesMax + 1, 'a'), std::string("a\nb"),
                                std::string("a\0b", 3), std::string("\xFF")}) {
    Rating rating = good();
    rating.competency_id = id;

    const auto valid = validate_shape(rating);

    ASSERT_FALSE(valid);
    EXPECT_EQ(valid.error().code, "competency.unknown");
  }
}

TEST(Answer, IsSpelledAsOnTheWireAndReadBack) {
  for (const Answer answer : {Answer::level, Answer::not_in_my_job, Answer::prefer_not_to_say}) {
    EXPECT_EQ(parse_answer(to_string(answer)), answer);
  }
  EXPECT_EQ(to_string(Answer::not_in_my_job), "not_in_my_job");
  EXPECT_EQ(parse_answer("Level"), std::nullopt);
  EXPECT_EQ(parse_answer(""), std::nullopt);
}

}  // namespace
}  // namespace trellis::competency
