// SPDX-License-Identifier: MIT
// Databases of every released schema version open for ever. The fixtures are never made anew.
#include <gtest/gtest.h>

#include <string>

#include "../growth/samples.hpp"
#include "store/migrations.hpp"
#include "store/schema.hpp"
#include "store/store.hpp"
#include "temp_folder.hpp"

namespace trellis::store {
namespace {

std::string fixture(const std::string& name) {
  return test::read_file(std::string(TRELLIS_SOURCE_DIR) + "/tests/core/store/fixtures/" + name);
}

class StoredVersion : public testing::TestWithParam<int> {};

TEST_P(StoredVersion, OpensWithEveryAnswerAndTakesNewOnes) {
  const test::TempFolder folder;
  const std::string path = folder.file("records.sqlite3");
  const std::string stored = fixture("schema-v" + std::to_string(GetParam()) + ".sqlite3");
  ASSERT_FALSE(stored.empty()) << "a released version needs its fixture";
  test::write_file(path, stored);

  auto store = Store::open(path);

  ASSERT_TRUE(store) << store.error().code << " " << store.error().detail;
  EXPECT_EQ(*store->all_ratings(), test::history(20));
  EXPECT_EQ(store->schema_version(), newest_schema_version());
  if (GetParam() >= 2) {
    EXPECT_EQ(*store->all_entries(), test::entries());
  }
  EXPECT_EQ(store->add(test::rating(500, "D1.1"))->revision, 3);
  EXPECT_TRUE(store->add(test::entries()[0]));
}

INSTANTIATE_TEST_SUITE_P(Schema, StoredVersion, testing::Range(1, newest_schema_version() + 1));

TEST(Migrations, AreAsManyAsTheNewestVersionSays) {
  EXPECT_EQ(migrations().size(), static_cast<std::size_t>(newest_schema_version()));
  EXPECT_EQ(newest_schema_version(), 2);
}

}  // namespace
}  // namespace trellis::store
