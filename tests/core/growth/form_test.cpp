// SPDX-License-Identifier: MIT
#include "growth/form.hpp"

#include <gtest/gtest.h>

#include <set>
#include <utility>

namespace trellis::growth {
namespace {

/// Those of leaders behind those for everybody.
content::Framework whole_framework(const content::GrowthPack& pack) {
  content::Framework framework = content::catalog("en").framework;
  const auto& leading = pack.leading.competencies;
  framework.competencies.insert(framework.competencies.end(), leading.begin(), leading.end());
  return framework;
}

Form form(FormKind kind, std::string role_id, std::string rung_id = "", std::vector<std::string> areas = {}) {
  static const content::GrowthPack& pack = **content::growth_pack(content::catalog("en"));
  static const content::Framework framework = whole_framework(pack);
  return make_form(pack.forms, framework, {kind, std::move(role_id), std::move(rung_id), std::move(areas)});
}

bool holds(const Form& form, std::string_view id) {
  for (const auto* item : form.items) {
    if (item->id == id) return true;
  }
  return false;
}

TEST(ShortForm, HasAtMostTwelveItemsAndFourMinutesForEveryRoleAndRung) {
  for (const auto& role : content::catalog("en").roles) {
    for (const char* rung : {"", "r0", "r1", "r2", "r3", "r4", "r5a", "r5b", "r6", "r7"}) {
      const Form made = form(FormKind::quick, role.id, rung);

      EXPECT_GE(made.items.size(), 10U) << role.id << rung;
      EXPECT_LE(made.items.size(), kShortItemsMax) << role.id << rung;
      EXPECT_LE(made.minutes_estimate, 4) << role.id << rung;
    }
  }
}

TEST(ShortForm, AsksNoTwoItemsOfOneDomain) {
  for (const char* rung : {"", "r0", "r3"}) {
    std::set<std::string> domains;
    for (const auto* item : form(FormKind::quick, "role.cps", rung).items) {
      EXPECT_TRUE(domains.insert(item->domain_id).second) << item->id;
    }
  }
}

TEST(FullForm, HoldsEveryItemButThoseOfAnotherRole) {
  EXPECT_EQ(form(FormKind::full, "role.cps").items.size(), 31U);
  EXPECT_TRUE(holds(form(FormKind::full, "role.cps"), "D9.2"));

  const Form young = form(FormKind::full, "role.yapm");
  EXPECT_FALSE(holds(young, "D9.2"));
  ASSERT_EQ(young.left_out.size(), 1U);
  EXPECT_EQ(young.left_out[0]->competency_id, "D9.2");
}

// 31 items for everybody, 8 of supervisors (SV1 to SV8), 4 of managers (MG1 to MG4); 20 of leaders in all: 8 + 4 + 4
// + 4.
TEST(FullForm, AddsTheItemsOfTheAreasThatAreAskedFor) {
  const Form supervisor = form(FormKind::full, "role.supervisor", "", {"SV"});
  EXPECT_EQ(supervisor.items.size(), 31U + 8U);
  EXPECT_EQ(supervisor.items.back()->id, "SV8");

  EXPECT_EQ(form(FormKind::full, "", "r6", {"MG", "SV"}).items.size(), 31U + 8U + 4U);
  EXPECT_FALSE(holds(form(FormKind::full, "role.cps"), "SV1"));
}

TEST(FurtherForm, HoldsOnlyWhatNotEverybodyIsAsked) {
  const Form trainer = form(FormKind::further, "role.trainer", "", {"TR"});
  ASSERT_EQ(trainer.items.size(), 4U);
  EXPECT_EQ(trainer.items.front()->id, "TR1");

  EXPECT_EQ(form(FormKind::further, "role.cps").items.size(), 20U);
}

// 150 words a minute and 3 seconds an item: the made-up item has 2 + 3 + 5 * 5 = 30 words, so 12 s + 3 s. Five of them
// are 75 s: two minutes. Four are 60 s: one minute.
TEST(FormMinutes, AreWorkedOutFromTheWordsAndRoundedUp) {
  content::Framework framework;
  content::Forms forms;
  forms.words_per_minute = 150;
  forms.seconds_per_item = 3;
  content::Competency item;
  item.name = "two words";
  item.statement = "three short words";
  item.level_texts.assign(5, "these are five short words");
  item.domain_id = "D1";
  framework.competencies.assign(4, item);

  EXPECT_EQ(make_form(forms, framework, {FormKind::full, {}, {}, {}}).minutes_estimate, 1);
  framework.competencies.push_back(item);
  EXPECT_EQ(make_form(forms, framework, {FormKind::full, {}, {}, {}}).minutes_estimate, 2);
}

}  // namespace
}  // namespace trellis::growth
