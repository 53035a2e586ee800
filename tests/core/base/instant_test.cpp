// SPDX-License-Identifier: MIT
#include "base/instant.hpp"

#include <gtest/gtest.h>

namespace trellis::base {
namespace {

TEST(Instant, TakesUtcWithAndWithoutAFractionOfASecond) {
  EXPECT_TRUE(is_instant("2026-11-22T08:30:00Z"));
  EXPECT_TRUE(is_instant("2026-11-22T08:30:00.125Z"));
  EXPECT_TRUE(is_instant("2026-11-22T08:30:00.123456789Z"));
  EXPECT_TRUE(is_instant("2026-11-22T00:00:00Z"));
  EXPECT_TRUE(is_instant("2026-11-22T23:59:59Z"));
}

TEST(Instant, KnowsTheLengthOfMonthsAndLeapYears) {
  EXPECT_TRUE(is_instant("2024-02-29T00:00:00Z"));
  EXPECT_FALSE(is_instant("2026-02-29T00:00:00Z"));
  EXPECT_FALSE(is_instant("2026-04-31T00:00:00Z"));
  EXPECT_FALSE(is_instant("2026-13-01T00:00:00Z"));
  EXPECT_FALSE(is_instant("2026-00-10T00:00:00Z"));
}

TEST(Instant, RefusesEverySpellingButOne) {
  for (const char* text :
       {"", "2026-11-22", "2026-11-22T08:30:00", "2026-11-22T08:30:00z", "2026-11-22t08:30:00Z", "2026-11-22 08:30:00Z",
        "2026-11-22T08:30:00+00:00", "2026-11-22T08:30Z", "2026-11-22T24:00:00Z", "2026-11-22T08:60:00Z",
        "2026-11-22T08:30:60Z", "2026-11-22T08:30:00.Z", "2026-11-22T08:30:00.1234567890Z", "2026-11-22T08:30:00.1xZ",
        "2026-11-22T08:30:00ZZ", " 2026-11-22T08:30:00Z", "+026-11-22T08:30:00Z"}) {
    EXPECT_FALSE(is_instant(text)) << text;
  }
}

}  // namespace
}  // namespace trellis::base
