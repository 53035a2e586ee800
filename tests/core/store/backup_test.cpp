// SPDX-License-Identifier: MIT
#include "store/backup.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "../growth/samples.hpp"
#include "store/crc32.hpp"
#include "store/store.hpp"
#include "temp_folder.hpp"

namespace trellis::store {
namespace {

using competency::Rating;

std::string fixture(const std::string& name) {
  return test::read_file(std::string(TRELLIS_SOURCE_DIR) + "/tests/core/store/fixtures/" + name);
}

std::vector<Rating> two_ratings() {
  std::vector<Rating> ratings = {test::rating(1, "D1.1", "Walked with someone. \"OK\" \xC3\xA9\n"), test::rating(6)};
  ratings[1].revision = 2;
  return ratings;
}

std::string code_for(std::string_view document) {
  const auto read = read_backup(document);
  return read ? "" : read.error().code;
}

TEST(Crc32, GivesThePublishedCheckValue) {
  EXPECT_EQ(crc32("123456789"), 0xCBF43926U);
  EXPECT_EQ(crc32(""), 0U);
}

TEST(WriteBackup, GivesTheDocumentOfTheSchemaByteForByte) {
  const std::string expected = R"({
  "format": "trellis-backup",
  "format_version": 2,
  "exported_at": "2026-11-22T12:00:00Z",
  "counts": {
    "ratings": 2,
    "entries": 1
  },
  "ratings": [
    {
      "rating_id": "00000001-0000-4000-8000-000000000001",
      "competency_id": "D1.1",
      "answer": "level",
      "level": 2,
      "note": "Walked with someone. \"OK\" )"
                               "\xC3\xA9"
                               R"(\n",
      "rated_at": "2026-11-22T12:00:00Z",
      "revision": 1
    },
    {
      "rating_id": "00000006-0000-4000-8000-000000000006",
      "competency_id": "D1.1",
      "answer": "prefer_not_to_say",
      "level": null,
      "note": "",
      "rated_at": "2026-11-22T12:00:00Z",
      "revision": 2
    }
  ],
  "entries": [
    {
      "entry_id": "00002329-0000-4000-8000-000000002329",
      "series_id": "setting.form",
      "kind": "setting",
      "body": "{\"name\":\"form\",\"value\":\"short\"}",
      "noted_at": "2026-11-22T12:00:00Z",
      "revision": 1,
      "removed": false
    }
  ],
  "checksum": "crc32:)";

  std::vector<growth::Entry> entries = {
      test::entry(9001, 8001, growth::Kind::setting, R"({"name":"form","value":"short"})")};
  entries[0].series_id = "setting.form";

  const auto document = write_backup(two_ratings(), test::kNoon, entries);

  ASSERT_TRUE(document);
  EXPECT_EQ(document->substr(0, expected.size()), expected);
  EXPECT_EQ(document->size(), expected.size() + std::string("01234567\"\n}\n").size());
}

TEST(WriteBackup, LaysTheDocumentOutAsTheJsonLibraryWould) {
  auto ratings = test::history(40);
  ratings[3].note = "\b\f\n\r\t\x01\x1F\x7F \"quoted\" back\\slash / \xC3\xA9 \xF0\x9F\x8C\xB1 \xE2\x80\xA8";
  for (const std::size_t count : {0U, 1U, 40U}) {
    const auto entries = count == 1 ? test::entries() : std::vector<growth::Entry>();
    const auto document = write_backup({ratings.data(), count}, test::kNoon, entries);

    EXPECT_EQ(*document, nlohmann::ordered_json::parse(*document).dump(2) + "\n") << count;
  }
}

TEST(WriteBackup, PutsTheCrcOfTheDocumentWithoutTheChecksumKey) {
  const auto document = write_backup(two_ratings(), test::kNoon);
  ASSERT_TRUE(document);
  const auto cut = document->rfind(",\n  \"checksum\"");
  char checksum[16];
  std::snprintf(checksum, sizeof checksum, "%08x", crc32(document->substr(0, cut) + "\n}\n"));

  EXPECT_NE(document->find("\"checksum\": \"crc32:" + std::string(checksum) + "\""), std::string::npos);
}

TEST(WriteBackup, GivesEqualBytesInWhateverOrderTheRatingsCome) {
  auto ratings = test::history(50);
  const auto before = write_backup(ratings, test::kNoon);
  std::reverse(ratings.begin(), ratings.end());

  EXPECT_EQ(*write_backup(ratings, test::kNoon), *before);
}

TEST(WriteBackup, RefusesAnInstantThatIsNone) { EXPECT_EQ(write_backup({}, "today").error().code, "time.bad_instant"); }

TEST(WriteBackup, RefusesToWriteAFileThatCouldNotBeReadBack) {
  auto ratings = test::history(2100);
  for (auto& rating : ratings) rating.note.assign(8000, 'n');

  EXPECT_EQ(write_backup(ratings, test::kNoon).error().code, "backup.too_long");
}

TEST(WriteBackup, RefusesARatingWhoseNoteWasDamagedInMemory) {
  std::vector<Rating> ratings = {test::rating(1, "D1.1", "\xC3")};

  EXPECT_EQ(write_backup(ratings, test::kNoon).error().code, "store.damaged");
}

TEST(ReadBackup, ReturnsWhatWasWritten) {
  const auto ratings = test::history(50);

  const auto read = read_backup(*write_backup(ratings, test::kNoon));

  ASSERT_TRUE(read);
  EXPECT_EQ(read->ratings, ratings);
  EXPECT_EQ(read->exported_at, test::kNoon);
  EXPECT_EQ(read->format_version, 2);
}

TEST(ReadBackup, TakesAnEmptyBackup) {
  const auto read = read_backup(*write_backup({}, test::kNoon));

  ASSERT_TRUE(read);
  EXPECT_TRUE(read->ratings.empty());
}

TEST(ReadBackup, TakesOtherSpacingLineBreaksAndKeyOrder) {
  const auto document = write_backup(two_ratings(), test::kNoon);
  const auto sorted_by_key = nlohmann::json::parse(*document);
  std::string mailed = "\xEF\xBB\xBF" + *document;
  for (std::size_t at = 0; (at = mailed.find('\n', at)) != std::string::npos; at += 2) mailed.insert(at, "\r");

  EXPECT_EQ(read_backup(sorted_by_key.dump())->ratings, two_ratings());
  EXPECT_EQ(read_backup(mailed)->ratings, two_ratings());
}

TEST(ReadBackup, KeepsCompetenciesOfAContentPackThatIsNotHere) {
  const std::vector<Rating> ratings = {test::rating(1, "program-x.7")};

  EXPECT_EQ(read_backup(*write_backup(ratings, test::kNoon))->ratings, ratings);
}

TEST(BackupRoundTrip, IsEqualByteForByteAfterWipeImportAndExport) {
  Store before = std::move(*Store::open(":memory:"));
  for (unsigned number = 0; number < 40; ++number) {
    ASSERT_TRUE(before.add(test::rating(number * 7919 % 1000, "D" + std::to_string(number % 5) + ".1", "n")));
  }
  const auto exported = write_backup(*before.all_ratings(), test::kNoon);

  Store after = std::move(*Store::open(":memory:"));
  ASSERT_TRUE(after.import_records(read_backup(*exported)->ratings));

  EXPECT_EQ(*write_backup(*after.all_ratings(), test::kNoon), *exported);
  EXPECT_EQ(*after.current_ratings(), *before.current_ratings());
}

TEST(BackupRoundTrip, MergesTwoDevicesInEitherOrderToEqualBytes) {
  Store phone = std::move(*Store::open(":memory:"));
  Store desk = std::move(*Store::open(":memory:"));
  for (unsigned number = 0; number < 20; ++number) {
    ASSERT_TRUE(phone.add(test::rating(number, "D1.1", "phone")));
    ASSERT_TRUE(desk.add(test::rating(number + 500, "D1.1", "desk")));
  }
  const auto from_phone = read_backup(*write_backup(*phone.all_ratings(), test::kNoon))->ratings;
  const auto from_desk = read_backup(*write_backup(*desk.all_ratings(), test::kNoon))->ratings;

  ASSERT_TRUE(phone.import_records(from_desk));
  ASSERT_TRUE(desk.import_records(from_phone));

  EXPECT_EQ(*write_backup(*phone.all_ratings(), test::kNoon), *write_backup(*desk.all_ratings(), test::kNoon));
  EXPECT_EQ(*phone.current_ratings(), *desk.current_ratings());
}

TEST(BackupFixture, OfVersionOneImportsForEver) {
  const auto read = read_backup(fixture("backup-v1.json"));

  ASSERT_TRUE(read) << read.error().code << " " << read.error().detail;
  EXPECT_EQ(read->format_version, 1);
  EXPECT_EQ(read->ratings.size(), 3U);
  EXPECT_TRUE(read->entries.empty());
}

TEST(BackupFixture, OfVersionTwoIsReadAndWrittenByteForByte) {
  const auto read = read_backup(fixture("backup-v2.json"));

  ASSERT_TRUE(read) << read.error().code << " " << read.error().detail;
  EXPECT_EQ(read->ratings, read_backup(fixture("backup-v1.json"))->ratings);
  EXPECT_EQ(read->entries.size(), 5U);
  EXPECT_EQ(*write_backup(read->ratings, read->exported_at, read->entries), fixture("backup-v2.json"));
}

TEST(ReadBackup, TellsANewerFormatFromDamage) {
  std::string document = *write_backup(two_ratings(), test::kNoon);
  document.replace(document.find("\"format_version\": 2"), 19, "\"format_version\": 3");
  const std::string later = R"({"format_version": 7, "new_key": [{"deep": {"er": 1}}], "format": "trellis-backup"})";

  EXPECT_EQ(code_for(document), "backup.newer_format");
  EXPECT_EQ(code_for(later), "backup.newer_format");
}

}  // namespace
}  // namespace trellis::store
