// SPDX-License-Identifier: MIT
// The content that ships: it parses, its ids resolve, and it says what the product promises. No wording is judged.
#include "content/catalog.hpp"

#include <gtest/gtest.h>

namespace trellis::content {
namespace {

TEST(EmbeddedContent, ParsesInEveryLanguage) {
  for (const std::string_view locale : kLocales) {
    const Result<Catalog> parsed = parse_catalog(all_files(), locale);

    EXPECT_TRUE(parsed.has_value()) << locale << ": " << (parsed ? Error{} : parsed.error()).code << " "
                                    << (parsed ? Error{} : parsed.error()).detail;
  }
}

TEST(EmbeddedContent, HoldsEveryClauseOfTheTwoBriefs) {
  const Catalog& english = catalog("en");

  EXPECT_EQ(english.clauses.size(), 187U);
  EXPECT_EQ(english.documents.size(), 2U);
}

TEST(EmbeddedContent, HoldsTheRulesRolesSettingsAndCompetencies) {
  const Catalog& english = catalog("en");

  EXPECT_EQ(english.rules.size(), 58U);
  EXPECT_EQ(english.roles.size(), 9U);
  EXPECT_EQ(english.settings.size(), 15U);
  EXPECT_EQ(english.safeguards.size(), 8U);
  EXPECT_EQ(english.framework.domains.size(), 13U);
  EXPECT_EQ(english.framework.levels.size(), 5U);
  EXPECT_EQ(english.framework.competencies.size(), 31U);
}

TEST(EmbeddedContent, OrdersRulesByIdAndRolesByTheirPlace) {
  const Catalog& english = catalog("en");

  for (std::size_t i = 1; i < english.rules.size(); ++i) EXPECT_LT(english.rules[i - 1].id, english.rules[i].id);
  EXPECT_EQ(english.roles.front().id, "role.cps");
  EXPECT_EQ(english.roles.back().id, "role.admin");
}

TEST(EmbeddedContent, GivesEveryRuleThatMayConflictAQuestionAndAReply) {
  for (const std::string_view locale : kLocales) {
    for (const Rule& rule : catalog(locale).rules) {
      EXPECT_FALSE(rule.name.empty() || rule.why.empty() || rule.instead.empty()) << locale << " " << rule.id;
      if (rule.verdict == Verdict::fits) continue;
      EXPECT_FALSE(rule.question.empty()) << locale << " " << rule.id;
      EXPECT_FALSE(rule.reply.empty()) << locale << " " << rule.id;
      if (rule.verdict == Verdict::depends) {
        EXPECT_FALSE(rule.condition.empty()) << locale << " " << rule.id;
      }
    }
  }
}

TEST(EmbeddedContent, SpeaksSpanishWhereItIsAsked) {
  const Catalog& english = catalog("en");
  const Catalog& spanish = catalog("es");

  EXPECT_EQ(spanish.locale, "es");
  EXPECT_NE(spanish.find_role("role.cps")->purpose, english.find_role("role.cps")->purpose);
  EXPECT_NE(spanish.errors.at("store.full").message, english.errors.at("store.full").message);
  EXPECT_NE(spanish.phrases.at("results.limits"), english.phrases.at("results.limits"));
}

TEST(EmbeddedContent, IsTheSameObjectEachTime) { EXPECT_EQ(&catalog("es"), &catalog("es")); }

TEST(EmbeddedContent, FallsBackToEnglishForAnUnknownLanguage) { EXPECT_EQ(catalog("ht").locale, "en"); }

TEST(CatalogLookUp, ReturnsTheRowOrNull) {
  const Catalog& english = catalog("en");

  ASSERT_NE(english.find_rule("T.DRIVER"), nullptr);
  EXPECT_EQ(english.find_rule("T.DRIVER")->family, "transportation");
  EXPECT_EQ(english.find_clause("brief2019.outrole.7")->document_id, "brief2019");
  EXPECT_EQ(english.find_document("workforce")->published, "2017-12");
  EXPECT_EQ(english.find_competency("D13.2")->domain_id, "D13");
  EXPECT_NE(english.find_source("KIVA-CPS"), nullptr);
  EXPECT_NE(english.find_setting("respite"), nullptr);
  EXPECT_EQ(english.find_rule("T.NOBODY"), nullptr);
  EXPECT_EQ(english.find_rule(""), nullptr);
}

}  // namespace
}  // namespace trellis::content
