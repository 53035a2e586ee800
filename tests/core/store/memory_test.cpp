// SPDX-License-Identifier: MIT
// Memory runs out: every allocation of SQLite, and every operator new of a call, fails once and then for ever. Each
// time a clear error, nothing acknowledged is lost, and the next try works. With AddressSanitizer: nothing leaks.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "base/fence.hpp"
#include "failing_memory.hpp"
#include "keyed.hpp"
#include "samples.hpp"
#include "simulated_disk.hpp"
#include "store/backup.hpp"
#include "store/store.hpp"
#include "temp_folder.hpp"

namespace trellis::store {
namespace {

using test::LimitedSqlite;
using test::new_plan;
using test::SimulatedDisk;
using test::sqlite_plan;

constexpr const char* kPath = "records.sqlite3";

/// A store's life in small; what was acknowledged goes into `kept`.
void live(const std::string& path, const seal::Key* key, std::set<std::string>& kept, std::set<std::string>& codes) {
  auto store = Store::open(path, key);
  if (!store) {
    codes.insert(store.error().code);
    return;
  }
  for (unsigned number = 1; number <= 2; ++number) {
    const auto added = store->add(test::rating(number, "D1.1", "note"));
    if (added) {
      kept.insert(added->rating_id);
    } else {
      codes.insert(added.error().code);
    }
  }
  const auto backup = test::history(3, 100);
  const auto imported = store->import_records(backup);
  if (!imported) codes.insert(imported.error().code);
  for (const auto& rating : backup) {
    if (imported) kept.insert(rating.rating_id);
  }
}

std::set<std::string> ids(const Store& store) {
  const auto ratings = test::must(store.all_ratings());
  std::set<std::string> found;
  for (const auto& rating : ratings) found.insert(rating.rating_id);
  return found;
}

class SqliteMemory : public testing::TestWithParam<bool> {};

TEST_P(SqliteMemory, RunningOutAtAnyAllocationLosesNothingThatWasAcknowledged) {
  const LimitedSqlite limited;
  SimulatedDisk disk;
  const seal::Key made = test::key();
  const seal::Key* key = GetParam() ? &made : nullptr;
  disk.load({});
  if (key != nullptr) {
    ASSERT_TRUE(test::replace(kPath, {}, key));
  }
  const auto start = disk.written();
  std::set<std::string> everything;
  std::set<std::string> codes;
  sqlite_plan = {};
  live(kPath, key, everything, codes);
  const int allocations = sqlite_plan.seen;
  ASSERT_EQ(everything.size(), 5U);
  ASSERT_TRUE(codes.empty());

  for (const int count : {1, test::MemoryPlan::kNever}) {
    for (int number = 0; number < allocations; number += test::stride(11)) {
      disk.load(start);
      std::set<std::string> kept;
      sqlite_plan = {.from = number, .count = count};
      live(kPath, key, kept, codes);
      sqlite_plan = {};
      disk.load(disk.written());

      auto again = Store::open(kPath, key);
      ASSERT_TRUE(again) << number << " " << again.error().code << " " << again.error().detail;
      const auto found = ids(*again);
      for (const auto& id : kept) EXPECT_TRUE(found.contains(id)) << number;
    }
  }
  std::printf("SQLite out of memory: %d allocations, once and for ever\n", allocations);
  for (const auto& code : codes) EXPECT_TRUE(code == "store.io" || code == "store.full") << code;
}

INSTANTIATE_TEST_SUITE_P(Stores, SqliteMemory, testing::Bool(),
                         [](const auto& tested) { return tested.param ? "Encrypted" : "Plain"; });

/// The same life and a backup, with C++'s own memory. What is thrown ends where the fence of the core would end it.
void live_in_fence(const std::string& path, const seal::Key* key, std::set<std::string>& kept,
                   std::set<std::string>& codes) {
  const auto work = [&] {
    live(path, key, kept, codes);
    const auto backup = write_backup(test::history(3), test::kNoon);
    return backup && read_backup(*backup);
  };
  const auto give_up = [](const char*) { return false; };
  if (!base::fenced(work, give_up)) codes.insert("fenced");
}

class OwnMemory : public testing::TestWithParam<bool> {};

TEST_P(OwnMemory, RunningOutAtAnyOperatorNewLosesNothingThatWasAcknowledged) {
  const seal::Key made = test::key();
  const seal::Key* key = GetParam() ? &made : nullptr;
  int number = 0;
  int failures = 0;
  for (bool is_reached = true; is_reached; number += test::stride(5)) {
    const test::TempFolder folder;  // a real one: the simulated disk is C++ below C, which no exception may cross
    const std::string path = folder.file(kPath);
    if (key != nullptr) {
      ASSERT_TRUE(test::replace(path, {}, key));
    }
    std::set<std::string> kept;
    std::set<std::string> codes;
    new_plan = {.from = number, .count = 1};
    live_in_fence(path, key, kept, codes);
    is_reached = new_plan.seen > number;
    new_plan = {};
    failures += codes.empty() ? 0 : 1;

    const auto again = Store::open(path, key);
    ASSERT_TRUE(again) << number << " " << again.error().code << " " << again.error().detail;
    const auto found = ids(*again);
    for (const auto& id : kept) EXPECT_TRUE(found.contains(id)) << number;
  }
  std::printf("operator new out of memory: %d allocations, %d told\n", number, failures);
  EXPECT_GT(failures, 30);
}

INSTANTIATE_TEST_SUITE_P(Stores, OwnMemory, testing::Bool(),
                         [](const auto& tested) { return tested.param ? "Encrypted" : "Plain"; });

}  // namespace
}  // namespace trellis::store
