// SPDX-License-Identifier: MIT
// Files that Store::open must refuse, and that it must leave as they were to the last byte.
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>

#include "../growth/samples.hpp"
#include "store/database.hpp"
#include "store/open_database.hpp"
#include "store/store.hpp"
#include "temp_folder.hpp"

namespace trellis::store {
namespace {

constexpr int kOpenFlags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;

/// Why the store at `path` does not open; "" when it does.
std::string refusal(const std::string& path) {
  const auto store = Store::open(path);
  return store ? "" : store.error().code;
}

/// A closed store with twenty ratings and four entries.
std::string make_store(const test::TempFolder& folder) {
  const std::string path = folder.file("records.sqlite3");
  EXPECT_TRUE(Store::open(path)->import_records(test::history(20), test::entries()));
  return path;
}

void run(const std::string& path, const char* sql) {
  const auto database = Database::open(path, kOpenFlags);
  ASSERT_TRUE(database);
  const auto done = database->execute(sql);
  ASSERT_TRUE(done) << done.error().detail;
}

/// Copies of the files of a store that is open, as a kill would leave them.
void copy_as_if_killed(const test::TempFolder& from, const test::TempFolder& to) {
  for (const auto& [name, bytes] : from.contents()) test::write_file(to.file(name), bytes);
}

/// The header of a rollback journal that SQLite would play back: it has no records, and says that the database had
/// three pages before.
std::string journal_to_play_back() {
  const std::string head(
      "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"  // magic
      "\0\0\0\0\0\0\0\0\0\0\0\x03"        // records, seed, pages
      "\0\0\x02\0\0\0\x10\0",             // bytes of a sector, of a page
      28);
  return head + std::string(512 - head.size(), '\0');
}

TEST(OpenStore, CreatesWhereNothingOrAnEmptyFileIs) {
  const test::TempFolder folder;
  test::write_file(folder.file("empty.sqlite3"), "");

  EXPECT_EQ(refusal(folder.file("absent.sqlite3")), "");
  EXPECT_EQ(refusal(folder.file("empty.sqlite3")), "");
  EXPECT_EQ(refusal(folder.file("empty.sqlite3")), "");
}

TEST(OpenStore, RefusesAFileThatIsNoDatabaseAndLeavesItAlone) {
  for (const std::string& bytes :
       {std::string("My notes, not a database.\n"), std::string("x"), std::string(5000, '\0'),
        std::string("SQLite format 2\0", 16) + std::string(4080, 'x')}) {
    const test::TempFolder folder;
    test::write_file(folder.file("notes.txt"), bytes);
    const auto before = folder.contents();

    EXPECT_EQ(refusal(folder.file("notes.txt")), "store.not_a_database");
    EXPECT_EQ(folder.contents(), before);
  }
}

TEST(OpenStore, RefusesTheDatabaseOfAnotherProgramAndLeavesItAlone) {
  for (const char* journal_mode : {"PRAGMA journal_mode = DELETE", "PRAGMA journal_mode = WAL"}) {
    const test::TempFolder folder;
    run(folder.file("other.db"), journal_mode);
    run(folder.file("other.db"), "CREATE TABLE photo (id INTEGER PRIMARY KEY)");
    const auto before = folder.contents();

    EXPECT_EQ(refusal(folder.file("other.db")), "store.not_a_database");
    EXPECT_EQ(folder.contents(), before);
  }
}

TEST(OpenStore, RefusesANewerSchemaAndLeavesItAlone) {
  const test::TempFolder folder;
  const std::string path = make_store(folder);
  run(path, "PRAGMA user_version = 3");
  const auto before = folder.contents();
  ASSERT_EQ(before.size(), 1U);

  EXPECT_EQ(refusal(path), "store.newer_schema");
  EXPECT_EQ(folder.contents(), before);
}

TEST(OpenStore, RefusesANewerSchemaBesideAJournalToPlayBackAndLeavesBothAlone) {
  const test::TempFolder folder;
  const std::string path = make_store(folder);
  run(path, "PRAGMA user_version = 3");
  test::write_file(path + "-journal", journal_to_play_back());
  const auto before = folder.contents();

  EXPECT_EQ(refusal(path), "store.newer_schema");
  EXPECT_EQ(folder.contents(), before);
}

TEST(OpenStore, RefusesTheDatabaseOfAnotherProgramThatIsRunningAndLeavesItAlone) {
  const test::TempFolder folder;
  const auto other = Database::open(folder.file("other.db"), kOpenFlags);
  ASSERT_TRUE(other->execute("PRAGMA journal_mode = WAL; CREATE TABLE photo (id INTEGER PRIMARY KEY)"));
  const auto before = folder.contents();
  ASSERT_GT(before.at("other.db-wal").size(), 0U);

  EXPECT_EQ(refusal(folder.file("other.db")), "store.not_a_database");
  EXPECT_EQ(folder.contents(), before);
}

TEST(OpenStore, RefusesANewerSchemaThatIsStillInTheLogAndLeavesBothAlone) {
  const test::TempFolder working;
  const test::TempFolder folder;
  const std::string path = make_store(working);
  {
    const auto newer = open_database(path);
    ASSERT_TRUE(newer);
    ASSERT_TRUE(newer->database.execute("PRAGMA user_version = 3"));
    copy_as_if_killed(working, folder);
  }
  const auto before = folder.contents();
  ASSERT_GT(before.at("records.sqlite3-wal").size(), 0U);

  EXPECT_EQ(refusal(folder.file("records.sqlite3")), "store.newer_schema");
  EXPECT_EQ(folder.contents(), before);
}

TEST(OpenStore, FindsAnswersThatAKilledProcessLeftInTheLog) {
  const test::TempFolder working;
  const test::TempFolder folder;
  auto store = Store::open(working.file("records.sqlite3"));
  ASSERT_TRUE(store->import_records(test::history(20)));
  copy_as_if_killed(working, folder);
  ASSERT_GT(folder.contents().at("records.sqlite3-wal").size(), 0U);

  const auto reopened = Store::open(folder.file("records.sqlite3"));

  ASSERT_TRUE(reopened);
  EXPECT_EQ(reopened->all_ratings()->size(), 20U);
  EXPECT_EQ(folder.contents().at("records.sqlite3-wal").size(), 0U) << "the log was not folded in";
}

TEST(OpenStore, RefusesALogWithoutItsDatabaseAndKeepsTheLog) {
  const test::TempFolder working;
  const test::TempFolder folder;
  auto store = Store::open(working.file("records.sqlite3"));
  ASSERT_TRUE(store->import_records(test::history(20)));
  test::write_file(folder.file("records.sqlite3-wal"), working.contents().at("records.sqlite3-wal"));
  const auto before = folder.contents();

  EXPECT_EQ(refusal(folder.file("records.sqlite3")), "store.damaged");
  EXPECT_EQ(folder.contents(), before);
}

TEST(OpenStore, RefusesAJournalWhoseDatabaseIsEmptyAndKeepsTheJournal) {
  const test::TempFolder folder;
  test::write_file(folder.file("records.sqlite3"), "");
  test::write_file(folder.file("records.sqlite3-journal"), journal_to_play_back());
  const auto before = folder.contents();

  EXPECT_EQ(refusal(folder.file("records.sqlite3")), "store.damaged");
  EXPECT_EQ(folder.contents(), before);
}

TEST(OpenStore, RefusesALogWhoseHeaderIsDamagedAndLeavesBothAlone) {
  const test::TempFolder working;
  auto store = Store::open(working.file("records.sqlite3"));
  ASSERT_TRUE(store->import_records(test::history(20)));
  for (unsigned bit = 0; bit < 32 * 8; ++bit) {
    const test::TempFolder folder;
    copy_as_if_killed(working, folder);
    std::string log = test::read_file(folder.file("records.sqlite3-wal"));
    log[bit / 8] = static_cast<char>(log[bit / 8] ^ (1 << (bit % 8)));
    test::write_file(folder.file("records.sqlite3-wal"), log);
    const auto before = folder.contents();

    EXPECT_EQ(refusal(folder.file("records.sqlite3")), "store.damaged") << bit;
    EXPECT_EQ(folder.contents(), before) << bit;
  }
}

TEST(OpenStore, RefusesASecondOwner) {
  const test::TempFolder folder;
  const auto owner = Store::open(folder.file("records.sqlite3"));
  ASSERT_TRUE(owner);

  EXPECT_EQ(refusal(folder.file("records.sqlite3")), "store.in_use");
}

TEST(OpenStore, RefusesASecondProcessAndServesItOnceTheFirstIsDone) {
  const test::TempFolder folder;
  const std::string path = make_store(folder);
  const auto refused_in_child = [&path] {
    const pid_t child = fork();
    if (child == 0) _exit(refusal(path) == "store.in_use" ? 1 : 0);
    int status = 0;
    waitpid(child, &status, 0);
    return WEXITSTATUS(status) == 1;
  };

  {
    auto owner = Store::open(path);
    ASSERT_TRUE(owner);
    EXPECT_TRUE(refused_in_child());
    EXPECT_TRUE(owner->add(test::rating(100))) << "the refused process took the lock along";
    EXPECT_TRUE(refused_in_child());
  }
  EXPECT_FALSE(refused_in_child());
}

TEST(OpenStore, ReportsAPlaceThatCannotHoldAFile) {
  const test::TempFolder folder;

  EXPECT_EQ(refusal(folder.file("missing/records.sqlite3")), "store.io");
  EXPECT_EQ(refusal(folder.file("")), "store.io");
  EXPECT_EQ(refusal(""), "store.io");
  EXPECT_EQ(refusal(folder.file(std::string(3000, 'a'))), "store.io");
  EXPECT_TRUE(folder.contents().empty());
}

TEST(OpenStore, RefusesATruncatedDatabaseAndLeavesItAlone) {
  const test::TempFolder folder;
  const std::string path = make_store(folder);
  const std::string whole = test::read_file(path);
  for (std::size_t size = 1; size < whole.size(); size += size < 600 ? 1 : 509) {
    test::write_file(path, whole.substr(0, size));
    const auto before = folder.contents();

    EXPECT_EQ(refusal(path), size < 15 ? "store.not_a_database" : "store.damaged") << size;
    EXPECT_EQ(folder.contents(), before) << size;
  }
}

TEST(OpenStore, RefusesADatabaseWhoseProtectionsWereTakenOut) {
  for (const char* sql : {"DROP TRIGGER rating_is_never_changed", "DROP INDEX rating_by_competency",
                          "CREATE TABLE more (x)", "CREATE VIEW spy AS SELECT note FROM rating",
                          "DROP TRIGGER rating_is_never_changed; UPDATE rating SET note = 'other'"}) {
    const test::TempFolder folder;
    const std::string path = make_store(folder);
    run(path, sql);
    const auto before = folder.contents();

    EXPECT_EQ(refusal(path), "store.damaged") << sql;
    EXPECT_EQ(folder.contents(), before) << sql;
  }
}

TEST(OpenStore, NoticesARowThatDoesNotMatchItsChecksum) {
  const test::TempFolder folder;
  const std::string path = make_store(folder);
  std::string bytes = test::read_file(path);
  const auto at = bytes.find("note 7");
  ASSERT_NE(at, std::string::npos);
  bytes[at + 5] = '8';
  test::write_file(path, bytes);

  EXPECT_EQ(refusal(path), "store.damaged");
  EXPECT_EQ(test::read_file(path), bytes);
}

TEST(OpenStore, NeverShowsAnEmptyStoreWhenAnyBitOfTheHeaderIsFlipped) {
  const test::TempFolder folder;
  const std::string path = make_store(folder);
  const std::string whole = test::read_file(path);
  int opened = 0;
  for (unsigned bit = 0; bit < 100 * 8; ++bit) {
    std::string bytes = whole;
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
    test::write_file(path, bytes);

    const auto store = Store::open(path);

    if (store) {
      ++opened;
      EXPECT_EQ(*store->all_ratings(), test::history(20)) << bit;
    } else {
      EXPECT_EQ(test::read_file(path), bytes) << bit;
      EXPECT_EQ(folder.contents().size(), 1U) << bit;
      EXPECT_NE(store.error().code, "store.full") << bit;
    }
  }
  RecordProperty("opened_whole", opened);
  EXPECT_LT(opened, 420) << "most other bits belong to fields that SQLite as built here does not read";
}

TEST(OpenStore, NeverShowsWrongAnswersWhenABitOfAPageIsFlipped) {
  const test::TempFolder folder;
  const std::string path = make_store(folder);
  const std::string whole = test::read_file(path);
  const auto expected = test::history(20);
  for (std::size_t bit = 100 * 8; bit < whole.size() * 8; bit += 97) {
    std::string bytes = whole;
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
    test::write_file(path, bytes);

    const auto store = Store::open(path);

    if (store) {
      EXPECT_EQ(*store->all_ratings(), expected) << bit;
      EXPECT_EQ(store->current_ratings()->size(), 10U) << bit;
      EXPECT_EQ(*store->all_entries(), test::entries()) << bit;
    } else {
      EXPECT_EQ(store.error().code, "store.damaged") << bit;
    }
  }
}

}  // namespace
}  // namespace trellis::store
