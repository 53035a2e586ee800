// SPDX-License-Identifier: MIT
#include "growth/form.hpp"

#include <gtest/gtest.h>

#include <set>

namespace trellis::growth {
namespace {

Form form(bool is_short, std::string_view role_id, std::string_view rung_id = "") {
  const auto& catalog = content::catalog("en");
  return make_form((*content::growth_pack(catalog))->forms, catalog.framework, is_short, role_id, rung_id);
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
      const Form made = form(true, role.id, rung);

      EXPECT_GE(made.items.size(), 10U) << role.id << rung;
      EXPECT_LE(made.items.size(), kShortItemsMax) << role.id << rung;
      EXPECT_LE(made.minutes_estimate, 4) << role.id << rung;
    }
  }
}

TEST(ShortForm, AsksNoTwoItemsOfOneDomain) {
  for (const char* rung : {"", "r0", "r3"}) {
    std::set<std::string> domains;
    for (const auto* item : form(true, "role.cps", rung).items) {
      EXPECT_TRUE(domains.insert(item->domain_id).second) << item->id;
    }
  }
}

TEST(FullForm, HoldsEveryItemButThoseOfAnotherRole) {
  EXPECT_EQ(form(false, "role.cps").items.size(), 31U);
  EXPECT_TRUE(holds(form(false, "role.cps"), "D9.2"));

  const Form young = form(false, "role.yapm");
  EXPECT_FALSE(holds(young, "D9.2"));
  ASSERT_EQ(young.left_out.size(), 1U);
  EXPECT_EQ(young.left_out[0]->competency_id, "D9.2");
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
  framework.competencies.assign(4, item);

  EXPECT_EQ(make_form(forms, framework, false, "", "").minutes_estimate, 1);
  framework.competencies.push_back(item);
  EXPECT_EQ(make_form(forms, framework, false, "", "").minutes_estimate, 2);
}

}  // namespace
}  // namespace trellis::growth
