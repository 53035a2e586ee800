// SPDX-License-Identifier: MIT
#include "store/store.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "samples.hpp"
#include "temp_folder.hpp"

namespace trellis::store {
namespace {

using competency::Rating;
using Ids = std::vector<std::string>;

Store in_memory() { return std::move(*Store::open(":memory:")); }

Ids ids(const std::vector<Rating>& ratings) {
  Ids found;
  for (const auto& rating : ratings) found.push_back(rating.rating_id);
  return found;
}

TEST(StoreAdd, GivesRevisionsPerCompetencyFromOneOn) {
  Store store = in_memory();

  EXPECT_EQ(store.add(test::rating(1, "D1.1"))->revision, 1);
  EXPECT_EQ(store.add(test::rating(2, "D1.1"))->revision, 2);
  EXPECT_EQ(store.add(test::rating(3, "D2.1"))->revision, 1);
  EXPECT_EQ(store.add(test::rating(4, "D1.1"))->revision, 3);
}

TEST(StoreAdd, IgnoresTheRevisionTheCallerMadeUp) {
  Store store = in_memory();
  Rating rating = test::rating(1);
  rating.revision = 40;

  EXPECT_EQ(store.add(rating)->revision, 1);
}

TEST(StoreAdd, ReturnsTheKeptRatingWhenTheSameIsSentAgain) {
  Store store = in_memory();
  const Rating first = *store.add(test::rating(1));
  ASSERT_TRUE(store.add(test::rating(2)));

  const auto again = store.add(test::rating(1));

  ASSERT_TRUE(again);
  EXPECT_EQ(*again, first);
  EXPECT_EQ(store.all_ratings()->size(), 2U);
}

TEST(StoreAdd, RefusesAnIdThatIsTakenByAnotherAnswer) {
  Store store = in_memory();
  const Rating first = *store.add(test::rating(1));
  Rating other = test::rating(1);
  other.note = "changed my mind";

  const auto refused = store.add(other);

  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "rating.id_taken");
  EXPECT_EQ(store.all_ratings()->front(), first);
}

TEST(StoreAdd, KeepsEveryFieldAsItCame) {
  Store store = in_memory();
  Rating rating = test::rating(6, "D3.2", "Zeile 1\n\"quoted\" \\ \xF0\x9F\x8C\xB1 <b>é</b>");
  rating.answer = competency::Answer::not_in_my_job;
  rating.level.reset();
  rating.rated_at = "2026-11-22T08:30:00.125Z";

  const auto kept = store.add(rating);

  ASSERT_TRUE(kept);
  EXPECT_EQ(store.all_ratings()->front(), *kept);
  EXPECT_EQ(kept->note, rating.note);
  EXPECT_EQ(kept->rated_at, rating.rated_at);
  EXPECT_EQ(kept->level, std::nullopt);
}

TEST(StoreAdd, StaysBelowTheHighestRevisionWithoutOverflow) {
  Store store = in_memory();
  Rating far = test::rating(1);
  far.revision = competency::kRevisionMax;
  ASSERT_TRUE(store.import_records({&far, 1}));
  Rating later = test::rating(2);
  later.rated_at = "2026-11-23T12:00:00Z";

  const auto kept = store.add(later);

  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->revision, competency::kRevisionMax);
  EXPECT_EQ(store.current_ratings()->front().rating_id, later.rating_id);
}

TEST(StoreAdd, ReportsARatingThatBreaksTheSchemaAndKeepsNothing) {
  Store store = in_memory();
  Rating bad = test::rating(1);
  bad.level = 9;

  const auto refused = store.add(bad);

  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "internal.failure");
  EXPECT_TRUE(store.all_ratings()->empty());
  EXPECT_TRUE(store.add(test::rating(1)));
}

TEST(StoreCurrent, IsTheAnswerWithTheHighestRevisionWhateverTheClockSaid) {
  Store store = in_memory();
  ASSERT_TRUE(store.add(test::rating(9)));
  Rating later = test::rating(1);
  later.rated_at = "1999-01-01T00:00:00Z";
  ASSERT_TRUE(store.add(later));

  const auto current = store.current_ratings();

  ASSERT_EQ(current->size(), 1U);
  EXPECT_EQ(current->front().rating_id, later.rating_id);
}

TEST(StoreCurrent, BreaksATieOfTwoDevicesByInstantAndThenById) {
  Store store = in_memory();
  std::vector<Rating> tied = {test::rating(3), test::rating(1), test::rating(2)};
  tied[1].rated_at = "2026-11-22T12:00:01Z";
  tied[2].rated_at = "2026-11-22T12:00:01Z";
  ASSERT_TRUE(store.import_records(tied));

  EXPECT_EQ(store.current_ratings()->front().rating_id, test::uuid(2));
  EXPECT_EQ(ids(*store.history("D1.1")), (Ids{test::uuid(3), test::uuid(1), test::uuid(2)}));
}

TEST(StoreCurrent, GivesEachCompetencyOnceOrderedById) {
  Store store = in_memory();
  ASSERT_TRUE(store.import_records(test::history(45)));

  const auto current = store.current_ratings();

  Ids competencies;
  for (const auto& rating : *current) competencies.push_back(rating.competency_id);
  EXPECT_EQ(competencies, (Ids{"D1.1", "D10.1", "D2.1", "D3.1", "D4.1", "D5.1", "D6.1", "D7.1", "D8.1", "D9.1"}));
}

TEST(StoreHistory, IsEmptyForACompetencyNeverRated) {
  Store store = in_memory();
  ASSERT_TRUE(store.add(test::rating(1)));

  EXPECT_TRUE(store.history("D9.9")->empty());
  EXPECT_TRUE(store.history("")->empty());
}

TEST(StoreImport, CountsWhatIsNewAndWhatIsThere) {
  Store store = in_memory();
  const auto ratings = test::history(10);
  ASSERT_TRUE(store.import_records({ratings.data(), 4}));

  const auto preview = store.preview_import(ratings);
  EXPECT_EQ(preview->added, 6);
  EXPECT_EQ(preview->already_present, 4);
  EXPECT_EQ(store.all_ratings()->size(), 4U);

  const auto done = store.import_records(ratings);
  EXPECT_EQ(done->added, 6);
  EXPECT_EQ(done->already_present, 4);
  EXPECT_EQ(*store.all_ratings(), ratings);
}

TEST(StoreImport, ChangesNothingTheSecondTime) {
  Store store = in_memory();
  const auto ratings = test::history(30);
  ASSERT_TRUE(store.import_records(ratings));

  const auto again = store.import_records(ratings);

  EXPECT_EQ(again->added, 0);
  EXPECT_EQ(again->already_present, 30);
  EXPECT_EQ(*store.all_ratings(), ratings);
}

TEST(StoreImport, KeepsNothingOfABackupThatContradictsTheStore) {
  Store store = in_memory();
  ASSERT_TRUE(store.import_records(test::history(3)));
  const auto before = *store.all_ratings();
  auto ratings = test::history(10);
  ratings[2].note = "another note";

  const auto preview = store.preview_import(ratings);
  const auto refused = store.import_records(ratings);

  ASSERT_FALSE(preview);
  EXPECT_EQ(preview.error().code, "backup.conflict");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "backup.conflict");
  EXPECT_EQ(refused.error().detail, "/ratings/2");
  EXPECT_EQ(*store.all_ratings(), before);
}

TEST(StoreImport, CallsAnotherRevisionOfTheSameIdAConflict) {
  Store store = in_memory();
  auto ratings = test::history(1);
  ASSERT_TRUE(store.import_records(ratings));
  ratings[0].revision = 2;

  EXPECT_EQ(store.import_records(ratings).error().code, "backup.conflict");
}

TEST(StoreImport, IsUndoneWholeWhenOneRatingBreaksTheSchema) {
  Store store = in_memory();
  auto ratings = test::history(10);
  ratings[9].level = 77;

  const auto refused = store.import_records(ratings);

  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "internal.failure");
  EXPECT_TRUE(store.all_ratings()->empty());
}

TEST(StoreFile, HoldsWhatWasAddedAfterClosing) {
  const test::TempFolder folder;
  const auto ratings = test::history(20);
  { ASSERT_TRUE(Store::open(folder.file("records.sqlite3"))->import_records(ratings)); }

  const auto store = Store::open(folder.file("records.sqlite3"));

  ASSERT_TRUE(store);
  EXPECT_EQ(*store->all_ratings(), ratings);
  EXPECT_EQ(store->schema_version(), 2);
}

TEST(StoreFile, IsOneWholeFileAfterClosing) {
  const test::TempFolder folder;
  { ASSERT_TRUE(Store::open(folder.file("records.sqlite3"))->import_records(test::history(20))); }

  const auto contents = folder.contents();

  ASSERT_EQ(contents.size(), 1U);
  test::write_file(folder.file("copy.sqlite3"), contents.at("records.sqlite3"));
  EXPECT_EQ(Store::open(folder.file("copy.sqlite3"))->all_ratings()->size(), 20U);
}

TEST(StoreFile, CanBeOpenedFromAnyNameThatAFolderAllows) {
  const test::TempFolder folder;
  for (const std::string& name : {std::string("my answers.db"), std::string("a'b\"c.db"), std::string("\xC3\xA9?x=1#y"),
                                  std::string("file:records"), std::string("%41.db")}) {
    { ASSERT_TRUE(Store::open(folder.file(name))->add(test::rating(1))) << name; }

    ASSERT_TRUE(folder.contents().contains(name)) << name;
    EXPECT_EQ(Store::open(folder.file(name))->all_ratings()->size(), 1U) << name;
  }
}

/// Two stores with the same ratings give the same answers to everything.
void expect_equal(const Store& left, const Store& right) {
  EXPECT_EQ(*left.all_ratings(), *right.all_ratings());
  EXPECT_EQ(*left.current_ratings(), *right.current_ratings());
  for (const auto& rating : test::must(left.current_ratings())) {
    EXPECT_EQ(*left.history(rating.competency_id), *right.history(rating.competency_id));
  }
}

TEST(StoreProperty, TheOrderOfImportNeverMatters) {
  std::mt19937 random(1);
  for (int round = 0; round < 20; ++round) {
    auto phone = test::history(25);
    auto desk = test::history(25, 15);  // ten ids are the same on both, their content is not
    for (auto& rating : desk) rating.rating_id[4] = '1';
    phone.insert(phone.end(), desk.begin(), desk.begin() + 5);
    std::shuffle(phone.begin(), phone.end(), random);
    std::shuffle(desk.begin(), desk.end(), random);
    Store one = in_memory();
    Store other = in_memory();

    ASSERT_TRUE(one.import_records(phone));
    ASSERT_TRUE(one.import_records(desk));
    ASSERT_TRUE(other.import_records(desk));
    ASSERT_TRUE(other.import_records(phone));
    ASSERT_TRUE(other.import_records(phone));

    expect_equal(one, other);
  }
}

TEST(StoreProperty, AnAnswerNeverChangesAnotherCompetency) {
  Store store = in_memory();
  std::mt19937 random(2);
  std::uniform_int_distribution<int> any_competency(1, 6);
  for (unsigned number = 0; number < 120; ++number) {
    const std::string chosen = "D" + std::to_string(any_competency(random)) + ".1";
    auto before = *store.current_ratings();
    ASSERT_TRUE(store.add(test::rating(number, chosen)));
    auto after = *store.current_ratings();

    const auto is_chosen = [&chosen](const Rating& rating) { return rating.competency_id == chosen; };
    std::erase_if(before, is_chosen);
    std::erase_if(after, is_chosen);
    EXPECT_EQ(after, before);
  }
}

}  // namespace
}  // namespace trellis::store
