// SPDX-License-Identifier: MIT
// Entries in the store: added, hidden, merged, carried through a passphrase and a backup. Nothing is ever lost.
#include <gtest/gtest.h>

#include <algorithm>

#include "../growth/samples.hpp"
#include "keyed.hpp"
#include "store/backup.hpp"
#include "store/store.hpp"
#include "temp_folder.hpp"

namespace trellis::store {
namespace {

using growth::Entry;
using growth::Kind;

Store memory() { return std::move(*Store::open(":memory:")); }

Entry goal(unsigned number, const std::string& text) {
  return test::entry(number, 8001, Kind::goal, R"({"text":")" + text + R"(","next_action":"","state":"open"})");
}

TEST(StoreEntries, GivesTheNextRevisionOfASeries) {
  Store store = memory();

  EXPECT_EQ(test::must(store.add(goal(1, "one"))).revision, 1);
  EXPECT_EQ(test::must(store.add(goal(2, "two"))).revision, 2);
  ASSERT_EQ(store.current_entries()->size(), 1U);
  EXPECT_EQ(store.current_entries()->front().entry_id, test::uuid(2));
  EXPECT_EQ(store.all_entries()->size(), 2U);
}

TEST(StoreEntries, TakesTheSameEntryTwiceAndRefusesOtherWordsUnderItsId) {
  Store store = memory();
  const Entry first = test::must(store.add(goal(1, "one")));

  EXPECT_EQ(test::must(store.add(goal(1, "one"))), first);
  EXPECT_EQ(store.add(goal(1, "two")).error().code, "entry.id_taken");
  EXPECT_EQ(store.all_entries()->size(), 1U);
}

TEST(StoreEntries, HidesARemovedSeriesUntilItIsWrittenAgain) {
  Store store = memory();
  ASSERT_TRUE(store.add(goal(1, "one")));
  Entry gone = goal(2, "one");
  gone.removed = true;
  gone.body.clear();

  ASSERT_TRUE(store.add(gone));
  EXPECT_TRUE(store.current_entries()->empty());
  EXPECT_EQ(store.all_entries()->size(), 2U);

  ASSERT_TRUE(store.add(goal(3, "again")));
  EXPECT_EQ(store.current_entries()->size(), 1U);
}

TEST(StoreEntries, AreNotTouchedByAnAnswerAndTouchNone) {
  Store store = memory();
  ASSERT_TRUE(store.import_records(test::history(20), test::entries()));
  const auto before = *store.current_ratings();

  ASSERT_TRUE(store.add(goal(7, "one")));
  EXPECT_EQ(*store.current_ratings(), before);
  ASSERT_TRUE(store.add(test::rating(700)));
  EXPECT_EQ(store.all_entries()->size(), 5U);
}

TEST(StoreEntries, AreThereAfterOpeningAgain) {
  const test::TempFolder folder;
  const std::string path = folder.file("records.sqlite3");
  { ASSERT_TRUE(Store::open(path)->import_records({}, test::entries())); }

  EXPECT_EQ(*Store::open(path)->all_entries(), test::entries());
}

TEST(StoreEntries, TellADamagedRowWhenOpened) {
  const test::TempFolder folder;
  const std::string path = folder.file("records.sqlite3");
  { ASSERT_TRUE(Store::open(path)->import_records({}, test::entries())); }
  std::string bytes = test::read_file(path);
  const auto at = bytes.find("the van");
  ASSERT_NE(at, std::string::npos);
  bytes[at] = 'T';
  test::write_file(path, bytes);

  EXPECT_EQ(Store::open(path).error().code, "store.damaged");
}

TEST(StoreEntries, ComeThroughAPassphraseAndBack) {
  const test::TempFolder folder;
  const std::string path = folder.file("records.sqlite3");
  { ASSERT_TRUE(Store::open(path)->import_records(test::history(5), test::entries())); }
  const auto key = test::key();
  auto record = read_protection(path);

  ASSERT_TRUE(stage(path, test::history(5), test::entries(), &key));
  ASSERT_TRUE(decide(path, *record, test::kEnvelope));
  ASSERT_TRUE(read_protection(path));

  EXPECT_EQ(*Store::open(path, &key)->all_entries(), test::entries());
  EXPECT_EQ(test::read_file(path).find("the van"), std::string::npos);
}

TEST(StoreEntries, MergeInEitherOrderToEqualBytes) {
  const auto all = test::entries();
  const std::vector<Entry> phone(all.begin(), all.begin() + 3);
  const std::vector<Entry> desk(all.begin() + 1, all.end());
  Store one = memory();
  Store other = memory();

  ASSERT_TRUE(one.import_records(test::history(3), phone));
  const auto counts = one.import_records({}, desk);
  ASSERT_TRUE(other.import_records({}, desk));
  ASSERT_TRUE(other.import_records(test::history(3), phone));

  EXPECT_EQ(*write_backup(*one.all_ratings(), test::kNoon, *one.all_entries()),
            *write_backup(*other.all_ratings(), test::kNoon, *other.all_entries()));
  EXPECT_EQ(counts->added_entries.at(static_cast<std::size_t>(Kind::condition)), 1);
  EXPECT_EQ(counts->present_entries.at(static_cast<std::size_t>(Kind::drift)), 1);
}

TEST(StoreEntries, RefuseAnImportWithOtherWordsUnderAKnownIdAndKeepNothingOfIt) {
  Store store = memory();
  ASSERT_TRUE(store.import_records({}, test::entries()));
  auto other = test::entries();
  other[2].noted_at = "2026-11-23T12:00:00Z";
  other.push_back(goal(9100, "new"));

  const auto refused = store.import_records({}, other);

  EXPECT_EQ(refused.error().code, "backup.conflict");
  EXPECT_EQ(refused.error().detail, "/entries/2");
  EXPECT_EQ(store.all_entries()->size(), 4U);
}

}  // namespace
}  // namespace trellis::store
