// SPDX-License-Identifier: MIT
// A role with everything its ids point at, on the content that ships and on a small catalogue.
#include "roles/role.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace trellis::roles {
namespace {

/// One role with one rule of each kind.
content::Catalog small_catalog() {
  content::Catalog catalog;
  for (const char* id : {"F.HOPE", "C.RIDE", "T.DRIVER"}) {
    content::Rule rule;
    rule.id = id;
    catalog.rules.push_back(rule);
  }
  catalog.rules[1].condition = "When the person asks.";
  content::Role role;
  role.id = "role.cps";
  role.function_ids = {"C.RIDE", "F.HOPE"};
  role.not_task_ids = {"T.DRIVER"};
  catalog.roles.push_back(role);
  return catalog;
}

TEST(RoleView, TellsFunctionsFromTasksWithACondition) {
  const content::Catalog catalog = small_catalog();

  const Result<RoleView> view = role_view(catalog, "role.cps");

  ASSERT_TRUE(view.has_value());
  ASSERT_EQ(view->functions.size(), 1U);
  EXPECT_EQ(view->functions[0]->id, "F.HOPE");
  ASSERT_EQ(view->conditional.size(), 1U);
  EXPECT_EQ(view->conditional[0]->id, "C.RIDE");
  ASSERT_EQ(view->not_tasks.size(), 1U);
  EXPECT_EQ(view->not_tasks[0]->id, "T.DRIVER");
}

TEST(RoleView, LeavesRetiredRulesOut) {
  content::Catalog catalog = small_catalog();
  for (content::Rule& rule : catalog.rules) rule.active = false;

  const Result<RoleView> view = role_view(catalog, "role.cps");

  EXPECT_TRUE(view->functions.empty() && view->conditional.empty() && view->not_tasks.empty());
}

TEST(RoleView, RefusesARoleThatDoesNotExist) {
  const Result<RoleView> view = role_view(small_catalog(), "role.wizard");

  ASSERT_FALSE(view.has_value());
  EXPECT_EQ(view.error(), (Error{"role.unknown", ""}));
}

TEST(RoleView, ShowsTheCertifiedPeerSpecialistWhole) {
  const Result<RoleView> view = role_view(content::catalog("en"), "role.cps");

  ASSERT_TRUE(view.has_value());
  EXPECT_EQ(view->functions.size(), 15U);
  EXPECT_EQ(view->conditional.size(), 16U);
  EXPECT_EQ(view->not_tasks.size(), 21U);
  EXPECT_EQ(view->settings.size(), 15U);
  EXPECT_EQ(view->functions.front()->id, "F.STORY");
}

TEST(RoleView, GivesEveryFactOfEveryRoleASourceAndADate) {
  const content::Catalog& catalog = content::catalog("en");

  for (const content::Role& role : catalog.roles) {
    const Result<RoleView> view = role_view(catalog, role.id);
    ASSERT_TRUE(view.has_value()) << role.id;
    for (const SourcedFact& fact : view->facts) {
      EXPECT_NE(fact.source, nullptr) << role.id;
      EXPECT_FALSE(fact.fact->as_of.empty()) << role.id;
    }
  }
}

TEST(RoleView, SaysWhichFactsAreNotVerified) {
  const Result<RoleView> view = role_view(content::catalog("en"), "role.cps");

  const bool some =
      std::any_of(view->facts.begin(), view->facts.end(), [](const SourcedFact& fact) { return !fact.fact->verified; });

  EXPECT_TRUE(some);
}

}  // namespace
}  // namespace trellis::roles
