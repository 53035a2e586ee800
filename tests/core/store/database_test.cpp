// SPDX-License-Identifier: MIT
#include "store/database.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include "samples.hpp"
#include "store/open_database.hpp"
#include "store/rating_rows.hpp"
#include "temp_folder.hpp"

namespace trellis::store {
namespace {

/// A checked database with one rating.
Database with_one_rating() {
  Database database = std::move(open_database(":memory:")->database);
  const competency::Rating kept = test::rating(1);
  const competency::Rating* const rows[] = {&kept};
  EXPECT_TRUE(insert_ratings(database, rows));
  return database;
}

TEST(Schema, RefusesToChangeRemoveOrReplaceARating) {
  const Database database = with_one_rating();
  const auto before = *read_all(database);
  const std::string replace =
      "INSERT OR REPLACE INTO rating SELECT rating_id, competency_id, answer, level, 'other', rated_at, revision,"
      " checksum FROM rating";

  EXPECT_FALSE(database.execute("UPDATE rating SET note = 'other'"));
  EXPECT_FALSE(database.execute("DELETE FROM rating"));
  EXPECT_FALSE(database.execute(replace.c_str()));
  EXPECT_FALSE(
      database.execute("INSERT INTO rating SELECT * FROM rating WHERE true ON CONFLICT DO UPDATE SET note = ''"));
  EXPECT_EQ(*read_all(database), before);
}

TEST(Schema, RefusesRowsThatNoRatingCouldBe) {
  const Database database = std::move(open_database(":memory:")->database);
  const std::string id = "'00000001-0000-4000-8000-000000000001'";
  const std::string rest = ", 'n', '2026-11-22T12:00:00Z', 1, 1)";
  for (const std::string& row :
       {id + ", 'D1.1', 'level', 6" + rest, id + ", 'D1.1', 'level', NULL" + rest,
        id + ", 'D1.1', 'not_in_my_job', 3" + rest, id + ", 'D1.1', 'maybe', NULL" + rest,
        id + ", '', 'level', 3" + rest, "'ABC', 'D1.1', 'level', 3" + rest, id + ", 'D1.1', 'level', 'three'" + rest,
        id + ", 'D1.1', 'level', 3, 'n', 'today', 1, 1)",
        id + ", 'D1.1', 'level', 3, 'n', '2026-11-22T12:00:00Z', 0, 1)"}) {
    EXPECT_FALSE(database.execute(("INSERT INTO rating VALUES (" + row).c_str())) << row;
  }
  EXPECT_TRUE(database.execute(("INSERT INTO rating VALUES (" + id + ", 'D1.1', 'level', 3" + rest).c_str()));
}

TEST(Settings, AreTheOnesDurabilityRestsOn) {
  const test::TempFolder folder;
  const auto open = open_database(folder.file("records.sqlite3"));
  ASSERT_TRUE(open);
  const Database& database = open->database;

  EXPECT_EQ(*database.read_text("PRAGMA journal_mode"), "wal");
  EXPECT_EQ(*database.read_text("PRAGMA locking_mode"), "exclusive");
  EXPECT_EQ(*database.read_integer("PRAGMA synchronous"), 3) << "EXTRA";
  EXPECT_EQ(*database.read_integer("PRAGMA foreign_keys"), 1);
  EXPECT_EQ(*database.read_integer("PRAGMA trusted_schema"), 0);
  EXPECT_EQ(*database.read_integer("PRAGMA cell_size_check"), 1);
  EXPECT_EQ(*database.read_integer("PRAGMA application_id"), 0x54524C53);
  EXPECT_FALSE(folder.contents().contains("records.sqlite3-shm"));
}

TEST(Transaction, IsUndoneWhenItIsNotCommitted) {
  const Database database = with_one_rating();
  {
    const auto transaction = Transaction::begin(database);
    const competency::Rating second = test::rating(2);
    const competency::Rating* const rows[] = {&second};
    ASSERT_TRUE(insert_ratings(database, rows));
    ASSERT_EQ(read_all(database)->size(), 2U);
  }

  EXPECT_EQ(read_all(database)->size(), 1U);
  EXPECT_TRUE(Transaction::begin(database));
}

TEST(Transaction, KeepsWhatWasCommittedAfterItHasMoved) {
  const Database database = with_one_rating();
  {
    auto first = Transaction::begin(database);
    Transaction moved = std::move(*first);
    const competency::Rating second = test::rating(2);
    const competency::Rating* const rows[] = {&second};
    ASSERT_TRUE(insert_ratings(database, rows));
    ASSERT_TRUE(moved.commit());
  }

  EXPECT_EQ(read_all(database)->size(), 2U);
}

TEST(SqliteFailure, NamesWhatHappenedInOurWords) {
  EXPECT_EQ(sqlite_failure(SQLITE_BUSY).code, "store.in_use");
  EXPECT_EQ(sqlite_failure(SQLITE_FULL).code, "store.full");
  EXPECT_EQ(sqlite_failure(SQLITE_IOERR_FSYNC).code, "store.io");
  EXPECT_EQ(sqlite_failure(SQLITE_CANTOPEN).code, "store.io");
  EXPECT_EQ(sqlite_failure(SQLITE_READONLY).code, "store.io");
  EXPECT_EQ(sqlite_failure(SQLITE_CORRUPT_INDEX).code, "store.damaged");
  EXPECT_EQ(sqlite_failure(SQLITE_NOTADB).code, "store.damaged");
  EXPECT_EQ(sqlite_failure(SQLITE_CONSTRAINT_CHECK).code, "internal.failure");
  EXPECT_EQ(sqlite_failure(SQLITE_IOERR_FSYNC).detail, "sqlite 1034");
}

TEST(SqliteFailure, NeverQuotesWhatAPersonTyped) {
  const Database database = with_one_rating();

  const auto failed = database.execute("INSERT INTO secret_marker VALUES (1)");

  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().detail, "sqlite 1");
}

}  // namespace
}  // namespace trellis::store
