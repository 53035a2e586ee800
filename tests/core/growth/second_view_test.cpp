// SPDX-License-Identifier: MIT
// Blind means: nothing in the file tells a level, whoever reads it, and the worker cannot change it unseen.
#include "growth/second_view.hpp"

#include <gtest/gtest.h>

#include "samples.hpp"

namespace trellis::growth {
namespace {

const content::Framework& framework() { return content::catalog("en").framework; }
const std::vector<std::string> kIds = {"D1.1", "D2.1", "D13.2"};

SecondView request(const Levels& own, std::string_view salt = "salt of the worker") {
  SecondView view;
  view.document_id = test::uuid(1);
  view.commitment = commit(view.document_id, levels_text(kIds, own), salt);
  view.competency_ids = kIds;
  return view;
}

SecondView answered(unsigned number, const Levels& levels) {
  SecondView view = request({{"D1.1", 5}});
  view.answers[test::uuid(number)] = levels;
  return view;
}

std::string cut(std::string text, const std::string& part) {
  const auto at = text.find(part);
  EXPECT_NE(at, std::string::npos);
  return text.erase(at, part.size());
}

TEST(SecondView, DiffersBetweenLevelsInItsCommitmentOnly) {
  const SecondView high = request({{"D1.1", 5}, {"D2.1", 5}, {"D13.2", 5}});
  const SecondView low = request({{"D1.1", 1}, {"D2.1", std::nullopt}, {"D13.2", 2}});

  const std::string high_file = write_second_view(high, framework());
  const std::string low_file = write_second_view(low, framework());

  EXPECT_NE(high_file, low_file);
  EXPECT_EQ(cut(high_file, high.commitment), cut(low_file, low.commitment));
}

TEST(SecondView, CommitmentCannotBeGuessedWithoutTheSalt) {
  const SecondView view = request({{"D1.1", 3}, {"D2.1", 2}, {"D13.2", 4}});
  for (int a = 1; a <= 5; ++a) {
    for (int b = 1; b <= 5; ++b) {
      for (int c = 1; c <= 5; ++c) {
        const std::string guess = levels_text(kIds, {{"D1.1", a}, {"D2.1", b}, {"D13.2", c}});
        EXPECT_NE(commit(view.document_id, guess, ""), view.commitment);
      }
    }
  }
  EXPECT_EQ(commit(view.document_id, "3 2 4", "salt of the worker"), view.commitment);
}

TEST(SecondView, IsReadBackAsItWasWritten) {
  const SecondView view = answered(7, {{"D1.1", 2}, {"D2.1", std::nullopt}, {"D13.2", 4}});

  const auto read = read_second_view(write_second_view(view, framework()), framework());

  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_EQ(read->competency_ids, kIds);
  EXPECT_EQ(read->answers, view.answers);
  EXPECT_EQ(write_second_view(*read, framework()), write_second_view(view, framework()));
}

TEST(SecondView, MergesToEqualBytesInEitherOrder) {
  const SecondView one = answered(7, {{"D1.1", 2}, {"D2.1", 3}, {"D13.2", 4}});
  const SecondView other = answered(8, {{"D1.1", 5}, {"D2.1", 1}, {"D13.2", std::nullopt}});

  const auto first = merge(one, other);
  const auto second = merge(other, one);

  ASSERT_TRUE(first);
  EXPECT_EQ(write_second_view(*first, framework()), write_second_view(*second, framework()));
  EXPECT_EQ(first->answers.size(), 2U);
  EXPECT_EQ(write_second_view(*merge(*first, one), framework()), write_second_view(*first, framework()));
}

TEST(SecondView, RefusesToMergeWhatDoesNotBelongTogether) {
  SecondView other = answered(7, {});
  other.commitment = request({{"D1.1", 1}}).commitment;
  EXPECT_EQ(merge(answered(7, {}), other).error().code, "second_view.other_document");

  const auto conflict = merge(answered(7, {{"D1.1", 2}}), answered(7, {{"D1.1", 3}}));
  EXPECT_EQ(conflict.error().code, "second_view.conflict");
}

// 250 items, as many as the levels of an entry have room for ("3 3 … 3", 499 of 500 letters), and ten answers.
TEST(SecondView, OfAsManyItemsAsCanBeAskedIsReadBack) {
  content::Framework whole = framework();
  for (int number = 1; whole.competencies.size() < kSecondViewItemsMax; ++number) {
    content::Competency item = framework().competencies.front();
    item.id = "QX" + std::to_string(number);
    item.statement = std::string(280, 's');
    whole.competencies.push_back(std::move(item));
  }
  SecondView view = request({});
  view.competency_ids.clear();
  Levels levels;
  for (const auto& item : whole.competencies) {
    view.competency_ids.push_back(item.id);
    levels[item.id] = 3;
  }
  for (unsigned number = 1; number <= kSecondViewAnswersMax; ++number) view.answers[test::uuid(number)] = levels;

  const auto read = read_second_view(write_second_view(view, whole), whole);

  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_EQ(read->competency_ids.size(), kSecondViewItemsMax);
  EXPECT_EQ(read->answers, view.answers);
  EXPECT_LE(levels_text(view.competency_ids, levels).size(), 500U);
}

// Own 1, 4, 3 beside 4, 3, 1: apart by 3, 1 and 2. Two levels or more first, widest first: D1.1, D13.2, then D2.1.
TEST(SecondView, ListsDifferencesOfTwoLevelsFirst) {
  const auto rows =
      compare_views(kIds, {{"D1.1", 1}, {"D2.1", 4}, {"D13.2", 3}}, {{"D1.1", 4}, {"D2.1", 3}, {"D13.2", 1}});

  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].competency_id, "D1.1");
  EXPECT_EQ(rows[1].competency_id, "D13.2");
  EXPECT_EQ(rows[2].competency_id, "D2.1");
}

TEST(SecondView, RefusesFilesThatAreNoneAndNamesOnlyOurKeys) {
  const std::string good = write_second_view(answered(7, {{"D1.1", 2}, {"D2.1", 3}, {"D13.2", 4}}), framework());
  const auto with = [&good](const std::string& from, const std::string& to) {
    std::string changed = good;
    EXPECT_NE(changed.find(from), std::string::npos) << from;
    return changed.replace(changed.find(from), from.size(), to);
  };
  for (const auto& bad :
       {std::string("secret"), std::string("{}"), with("\"D1.1\":2", "\"D1.1\":6"), with("\"D1.1\":2", "\"D1.2\":2"),
        with("sha256:", "sha1:"), with("\"format_version\":1", "\"format_version\":2"),
        with("\"answers\":[", "\"secret\":1,\"answers\":["), std::string(kSecondViewBytesMax + 1, ' ')}) {
    const auto read = read_second_view(bad, framework());
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, "second_view.bad_document");
    EXPECT_EQ(read.error().detail.find("secret"), std::string::npos);
  }
}

}  // namespace
}  // namespace trellis::growth
