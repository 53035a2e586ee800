// SPDX-License-Identifier: MIT
// Text as lines, words and offsets: what is cut where, and that bad bytes are told apart.
#include "base/text.hpp"

#include <gtest/gtest.h>

namespace trellis::base {
namespace {

std::vector<std::string> folded_words(std::string_view line) {
  std::vector<std::string> words;
  for (const Word& word : split_words(line)) words.push_back(word.folded);
  return words;
}

using Words = std::vector<std::string>;

TEST(IsValidUtf8, TakesEveryLengthOfCharacter) {
  EXPECT_TRUE(is_valid_utf8(""));
  EXPECT_TRUE(is_valid_utf8("plain"));
  EXPECT_TRUE(is_valid_utf8("ñ € 😀"));
}

TEST(IsValidUtf8, RefusesBrokenSequences) {
  for (const std::string_view bad :
       {"\x80", "\xC0\xAF", "\xC3", "\xE2\x82", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80"})
    EXPECT_FALSE(is_valid_utf8(bad)) << bad.size();
}

TEST(SplitLines, EndsLinesAtEveryKindOfBreak) {
  const std::vector<TextSpan> lines = split_lines("a\nbb\r\n\rc");

  const std::vector<TextSpan> expected = {{0, 1}, {2, 4}, {6, 6}, {7, 8}};
  EXPECT_EQ(lines, expected);
}

TEST(SplitLines, CountsNoLineAfterTheLastBreak) {
  EXPECT_EQ(split_lines("a\n").size(), 1U);
  EXPECT_EQ(split_lines("a\n\n").size(), 2U);
  EXPECT_TRUE(split_lines("").empty());
}

TEST(SplitWords, FoldsCaseAccentsAndApostrophes) {
  EXPECT_EQ(folded_words("Él NO está; don’t"), (Words{"el", "no", "esta", "don't"}));
}

TEST(SplitWords, PartsCompoundsAndKeepsMoneySigns) {
  EXPECT_EQ(folded_words("one-on-one self-care and/or $15.50 & 20%"),
            (Words{"one", "on", "one", "self", "care", "and", "or", "$", "15.50", "and", "20", "%"}));
}

TEST(SplitWords, DropsSoftHyphensAndCombiningAccentsInsideAWord) {
  EXPECT_EQ(folded_words("medi\xC2\xAD"
                         "cation e\xCC\x81l"),
            (Words{"medication", "el"}));
}

TEST(SplitWords, KnowsWhatStandsBetweenWords) {
  const std::vector<Word> words = split_words("drive, pass - chart. Rest e.g. now etc");

  EXPECT_EQ(words[0].before, Gap::stop);
  EXPECT_EQ(words[1].before, Gap::comma);
  EXPECT_EQ(words[2].before, Gap::comma);
  EXPECT_EQ(words[3].before, Gap::stop);
  EXPECT_EQ(words[4].folded, "e.g");
  EXPECT_EQ(words[5].before, Gap::space) << "an abbreviation ends no sentence";
}

TEST(SplitWords, MarksTheWordAfterABullet) {
  EXPECT_TRUE(split_words("• Drive people")[0].bullet);
  EXPECT_TRUE(split_words("- Drive people")[0].bullet);
  EXPECT_FALSE(split_words("Drive people")[0].bullet);
}

TEST(SplitWords, GivesSpansOfTheTextAsItStands) {
  const std::vector<Word> words = split_words("¡Está bien!", 10);

  EXPECT_EQ(words[0].span, (TextSpan{12, 17}));
  EXPECT_EQ(words[1].span, (TextSpan{18, 22}));
}

TEST(Utf16Offsets, CountsSurrogatePairsAsTwo) {
  Utf16Offsets offsets("a😀é!");

  EXPECT_EQ(offsets.at(1), 1U);
  EXPECT_EQ(offsets.at(5), 3U);
  EXPECT_EQ(offsets.at(7), 4U);
  EXPECT_EQ(offsets.at(5), 3U) << "going back starts again";
  EXPECT_EQ(offsets.at(99), 5U);
}

}  // namespace
}  // namespace trellis::base
