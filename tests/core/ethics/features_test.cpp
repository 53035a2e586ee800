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

TEST(Features, NameStemsAndTheRunsOfLettersOfLongerWords) {
  const std::vector<std::string> names = seen_in("Driving men home");

  EXPECT_TRUE(contains(names, "w drive"));
  EXPECT_TRUE(contains(names, "g _dri"));
  EXPECT_TRUE(contains(names, "g ing_"));
  EXPECT_TRUE(contains(names, "w men"));
  EXPECT_FALSE(contains(names, "g _men"));
}

TEST(Features, NameNoRunsOfWordsInOtherLetters) {
  const std::vector<std::string> names = seen_in("пациент hope");

  EXPECT_TRUE(contains(names, "g hope"));
  EXPECT_TRUE(std::all_of(names.begin(), names.end(), [](const std::string& name) {
    return name[0] != 'g' || name.find_first_not_of("abcdefghijklmnopqrstuvwxyz'_ ") == std::string::npos;
  }));
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
  EXPECT_NE(feature_key(FeatureKind::shape, "section", "duties"), feature_key(FeatureKind::shape, "duties", "section"));
}

TEST(Features, KeyOfANameEqualsTheKeyOfItsParts) {
  EXPECT_EQ(feature_key(FeatureKind::shape, "section_duties"), feature_key(FeatureKind::shape, "section", "duties"));
}

TEST(Features, EmptyLineShowsNothing) { EXPECT_TRUE(seen_in("").empty()); }

}  // namespace
}  // namespace trellis::ethics
