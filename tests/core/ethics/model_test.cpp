// SPDX-License-Identifier: MIT
// Whole-number sums, the leaning they give, and the words behind it.
#include "ethics/model.hpp"

#include <gtest/gtest.h>

namespace trellis::ethics {
namespace {

/// Outputs: a conflict, b depends, c fits, d neutral, e protects, f transportation, g clerical.
content::LinearModel small_model() {
  content::LinearModel model;
  model.verdicts = {"conflict", "depends", "fits", "neutral", "protects"};
  model.families = {"transportation", "clerical"};
  model.bias = {0, -5, 1, 2, -5, 0, 0};
  model.scale = 10;
  model.sure_margin = 10;
  model.tables = {{'w', "=a30f9 drive =c12 hope wellness =a6g8 phone"}, {'m', "=a4 conflict_5"}};
  model.conflict_rules = {{"transportation", "T.DRIVER"}};
  return model;
}

class ModelTest : public testing::Test {
 protected:
  static Feature word(std::string_view stem, std::uint32_t token) {
    return {feature_key(FeatureKind::word, stem), token, token + 1};
  }
  Opinion opinion_of(const std::vector<Feature>& features, std::size_t token_count) const {
    return model_.conclude(model_.add_up(features), features, token_count);
  }

  content::LinearModel weights_ = small_model();
  Model model_{weights_, content::catalog("en")};
};

TEST_F(ModelTest, LeansWhereTheSumIsLargest) {
  EXPECT_EQ(opinion_of({word("drive", 0)}, 1).leaning, Leaning::conflict);
  EXPECT_EQ(opinion_of({word("hope", 0)}, 1).leaning, Leaning::fits);
  EXPECT_EQ(opinion_of({word("unheard", 0)}, 1).leaning, Leaning::neutral);
}

TEST_F(ModelTest, GivesEveryNameOfAGroupItsWeights) {
  EXPECT_EQ(opinion_of({word("wellness", 0)}, 1).scores, opinion_of({word("hope", 0)}, 1).scores);
}

TEST_F(ModelTest, CountsARepeatedWordOnce) {
  EXPECT_EQ(opinion_of({word("drive", 0), word("drive", 1)}, 2).scores[0], 30);
}

TEST_F(ModelTest, IsUnsureWhenTheLeadIsSmall) {
  EXPECT_TRUE(opinion_of({word("drive", 0)}, 1).sure);
  const Opinion close = opinion_of({word("phone", 0)}, 1);
  EXPECT_EQ(close.margin, 4);
  EXPECT_FALSE(close.sure);
}

TEST_F(ModelTest, NamesEveryFamilyThatIsLikelierThanNot) {
  const Opinion opinion = opinion_of({word("drive", 0), word("phone", 1)}, 2);

  EXPECT_EQ(opinion.family, "transportation");
  EXPECT_EQ(opinion.families, (std::vector<std::string>{"transportation", "clerical"}));
}

TEST_F(ModelTest, PointsAtTheWordsThatWeighMost) {
  const Opinion opinion = opinion_of({word("hope", 0), word("drive", 3)}, 5);

  EXPECT_EQ(opinion.family, "transportation");
  EXPECT_EQ(opinion.begin, 3U);
  EXPECT_EQ(opinion.end, 4U);
}

TEST_F(ModelTest, KnowsTheRuleBehindAFamily) {
  ASSERT_NE(model_.rule_of("transportation", content::Verdict::conflict), nullptr);
  EXPECT_EQ(model_.rule_of("clerical", content::Verdict::conflict), nullptr);
}

TEST_F(ModelTest, SeesTheOtherLinesInItsSecondPass) {
  const Model::Sums drive = model_.add_up(std::vector<Feature>{word("drive", 0)});
  Model::Sums phone = model_.add_up(std::vector<Feature>{word("phone", 0)});

  const std::vector<ModelView> views = model_.views_of(std::vector<Model::Sums>{drive, phone});
  ASSERT_EQ(views.size(), 2U);
  EXPECT_EQ(views[1].conflict_percent, 100);
  EXPECT_EQ(views[1].before, Leaning::conflict);
  EXPECT_FALSE(views[1].after.has_value());
  model_.add_view(views[1], phone);

  EXPECT_EQ(phone[0], 10);
}

TEST_F(ModelTest, HasNoSecondPassForASingleLine) {
  EXPECT_TRUE(model_.views_of(std::vector<Model::Sums>{weights_.bias}).empty());
}

TEST(EmbeddedModel, KnowsEveryRuleThatItNames) {
  const content::Catalog& catalog = content::catalog("en");
  const content::LinearModel& weights = catalog.models.at("en");

  EXPECT_EQ(weights.verdicts.size(), kLeaningCount);
  EXPECT_GT(Model(weights, catalog).feature_count(), 1000U);
  for (const auto* rules : {&weights.conflict_rules, &weights.depends_rules})
    for (const auto& entry : *rules) EXPECT_NE(catalog.find_rule(entry.second), nullptr) << entry.second;
}

}  // namespace
}  // namespace trellis::ethics
