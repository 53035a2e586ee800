// SPDX-License-Identifier: MIT
// What the model sees of a line.
#include "ethics/features.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "ethics/language_rules.hpp"

namespace trellis::ethics {
namespace {

const RuleSet& english() {
  static const RuleSet kRules(content::catalog("en"), "en");
  return kRules;
}

std::vector<std::string> seen_in(std::string_view text) { return features_of_task(english(), base::split_words(text)); }

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

TEST(Features, NameStemsAndTheirNeighbours) {
  const std::vector<std::string> names = seen_in("Driving clients home");

  EXPECT_TRUE(contains(names, "w drive"));
  EXPECT_TRUE(contains(names, "b drive_client"));
  EXPECT_TRUE(contains(names, "s drive_home"));
}

TEST(Features, KeepDeniedWordsApartFromThoseThatAreSaid) {
  const std::vector<std::string> names = seen_in("Peers do not transport clients");

  EXPECT_TRUE(contains(names, "d transport"));
  EXPECT_FALSE(contains(names, "w transport"));
}

TEST(Features, TakeAllNumbersForOneWord) {
  EXPECT_TRUE(contains(seen_in("Lift 50 pounds"), "w 0"));
  EXPECT_TRUE(contains(seen_in("Lift 25 pounds"), "w 0"));
}

TEST(Features, KeyDependsOnKindAndOnBothParts) {
  EXPECT_NE(feature_key(FeatureKind::word, "drive"), feature_key(FeatureKind::denied_word, "drive"));
  EXPECT_NE(feature_key(FeatureKind::word_pair, "drive", "client"),
            feature_key(FeatureKind::word_pair, "client", "drive"));
}

TEST(Features, KeyOfANameEqualsTheKeyOfItsParts) {
  EXPECT_EQ(feature_key(FeatureKind::word_pair, "drive_client"),
            feature_key(FeatureKind::word_pair, "drive", "client"));
}

TEST(Features, EmptyLineShowsNothing) { EXPECT_TRUE(seen_in("").empty()); }

}  // namespace
}  // namespace trellis::ethics
