// SPDX-License-Identifier: MIT
// Lines into sentences, duties and sections.
#include "ethics/segment.hpp"

#include <gtest/gtest.h>

#include "fixture.hpp"

namespace trellis::ethics {
namespace {

SegmentedLine segment(std::string_view text) {
  Bench bench;
  bench.read(text);
  return bench.line;
}

TEST(SegmentLine, CountsCoordinatedDuties) {
  EXPECT_EQ(segment("transport clients, pass meds and chart progress").duties.size(), 3U);
}

TEST(SegmentLine, KeepsVerbsThatShareAnObjectTogether) {
  EXPECT_EQ(segment("complete and submit notes").duties.size(), 1U);
}

TEST(SegmentLine, EndsSentencesAtStops) { EXPECT_EQ(segment("Drive people. Keep notes; rest").sentences.size(), 3U); }

TEST(SegmentLine, StartsADutyAfterItsSubject) {
  const SegmentedLine line = segment("The peer specialist will drive");

  EXPECT_EQ(line.duties[0].begin, 0U);
  EXPECT_EQ(line.duties[0].start, 4U);
}

TEST(SegmentLine, KnowsAHeadingByItsWordsAlone) {
  EXPECT_EQ(segment("Minimum Qualifications:").section, Section::qualifications);
  EXPECT_EQ(segment("Responsibilities").section, Section::duties);
  EXPECT_FALSE(segment("Qualifications of clients").is_heading);
  EXPECT_FALSE(segment("- Responsibilities").is_heading);
}

TEST(SegmentLine, CutsATextWithoutAnyStop) {
  std::string text;
  for (int word = 0; word < 1000; ++word) text += "word ";

  EXPECT_GT(segment(text).sentences.size(), 5U);
}

TEST(SegmentLine, TakesAnEmptyLine) { EXPECT_TRUE(segment("").sentences.empty()); }

}  // namespace
}  // namespace trellis::ethics
