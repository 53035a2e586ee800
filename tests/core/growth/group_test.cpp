// SPDX-License-Identifier: MIT
#include "growth/group.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "../store/samples.hpp"

namespace trellis::growth {
namespace {

const content::Framework& framework() { return content::catalog("en").framework; }

std::vector<GroupAnswers> people(std::initializer_list<int> levels) {
  std::vector<GroupAnswers> all;
  for (const int level : levels) all.push_back({{"D1.1", level > 0 ? std::optional<int>(level) : std::nullopt}});
  return all;
}

TEST(GroupLine, OfEveryItemFitsAQrCodeAndIsReadBack) {
  GroupAnswers answers;
  for (const auto& item : framework().competencies) answers[item.id] = 5;
  answers["D2.1"] = std::nullopt;

  const auto line = write_group_line(answers, framework());

  ASSERT_TRUE(line);
  EXPECT_LE(line->size(), kGroupLineBytesMax);
  EXPECT_EQ(*read_group_line(*line, framework()), answers);
}

TEST(GroupLine, HoldsItemsAndLevelsOnly) {
  EXPECT_EQ(*write_group_line({{"D2.1", 4}, {"D1.1", 3}, {"D1.2", std::nullopt}}, framework()),
            "TG1 D1.1=3 D1.2=- D2.1=4");
}

TEST(GroupLine, RefusesWhatIsNone) {
  for (const char* line : {"", "TG2 D1.1=3", "TG1 D1.1=6", "TG1 D1.1=33", "TG1 D1.1", "TG1  D1.1=3",
                           "TG1 D1.1=3 D1.1=3", "TG1 X=3", "TG1D1.1=3", "TG1 D1.1=3 "}) {
    EXPECT_EQ(read_group_line(line, framework()).error().code, "group.bad_line") << line;
  }
  EXPECT_FALSE(read_group_line(std::string(kGroupLineBytesMax + 1, ' '), framework()));
}

TEST(GroupTally, ShowsNothingBelowFiveAnswers) {
  EXPECT_FALSE(tally(people({1, 2, 3, 4}), framework())[0].counts);
  EXPECT_FALSE(tally(people({1, 2, 3, 4, 0, 0}), framework())[0].counts) << "opt-outs do not count";

  const auto five = tally(people({1, 2, 3, 4, 4}), framework());
  ASSERT_TRUE(five[0].counts);
  EXPECT_EQ(*five[0].counts, (std::array<int, 5>{1, 1, 1, 2, 0}));
}

TEST(GroupTally, ShowsAnOptOutNowhere) {
  EXPECT_EQ(tally(people({1, 2, 3, 4, 4, 0}), framework())[0].counts,
            tally(people({1, 2, 3, 4, 4}), framework())[0].counts);
}

TEST(GroupTally, IsTheSameInWhateverOrderTheLinesCome) {
  auto lines = people({5, 1, 2, 2, 3, 0});
  const auto before = tally(lines, framework());
  std::reverse(lines.begin(), lines.end());

  EXPECT_EQ(tally(lines, framework())[0].counts, before[0].counts);
}

TEST(GroupTally, ListsOnlyItemsThatWereAsked) { EXPECT_EQ(tally(people({1, 1, 1, 1, 1}), framework()).size(), 1U); }

}  // namespace
}  // namespace trellis::growth
