// SPDX-License-Identifier: MIT
#include "library/weekly.hpp"

#include <gtest/gtest.h>

#include <set>

namespace trellis::library {
namespace {

content::Library with_dilemmas(std::size_t count) {
  content::Library library;
  for (std::size_t i = 0; i < count; ++i) {
    content::Dilemma dilemma;
    dilemma.id = "S" + std::to_string(i);
    library.dilemmas.push_back(dilemma);
  }
  return library;
}

constexpr int kMonday = 4;  // 1970-01-05

TEST(WeeklyDilemmas, StayTheSameFromMondayToSunday) {
  const auto library = with_dilemmas(36);

  EXPECT_EQ(weekly_dilemmas(library, kMonday), weekly_dilemmas(library, kMonday + 6));
  EXPECT_NE(weekly_dilemmas(library, kMonday), weekly_dilemmas(library, kMonday + 7));
  EXPECT_NE(weekly_dilemmas(library, kMonday), weekly_dilemmas(library, kMonday - 1));
}

TEST(WeeklyDilemmas, ReachAllBeforeAnyComesAgain) {
  for (const std::size_t count : {36U, 35U, 30U}) {
    const auto library = with_dilemmas(count);
    std::set<std::string> seen;
    const int weeks = static_cast<int>(count / kWeeklyCount);
    for (int week = 0; week < weeks; ++week) {
      for (const std::string& id : weekly_dilemmas(library, kMonday + 7 * (1000 + week))) {
        EXPECT_TRUE(seen.insert(id).second) << id << " of " << count;
      }
    }
    EXPECT_GE(seen.size() + kWeeklyCount, count);
  }
}

TEST(WeeklyDilemmas, AreAllThereAreWhereThereAreFew) {
  EXPECT_EQ(weekly_dilemmas(with_dilemmas(2), kMonday).size(), 2U);
  EXPECT_TRUE(weekly_dilemmas(with_dilemmas(0), kMonday).empty());
}

}  // namespace
}  // namespace trellis::library
