// SPDX-License-Identifier: MIT
// Files that are no good backup: each gives one error, and none gives away what the file says.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "../growth/samples.hpp"
#include "store/backup.hpp"
#include "temp_folder.hpp"

namespace trellis::store {
namespace {

std::string good() {
  auto ratings = test::history(3);
  ratings[1].note = "a note with caf\xC3\xA9 and \x1F a control";
  const std::vector<growth::Entry> entries = {test::entries()[0]};
  return *write_backup(ratings, test::kNoon, entries);
}

std::string code_for(std::string_view document) {
  const auto read = read_backup(document);
  return read ? "" : read.error().code;
}

/// The good document with the first `from` replaced.
std::string with(const std::string& from, const std::string& to) {
  std::string document = good();
  const auto at = document.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return document.replace(at, from.size(), to);
}

TEST(HostileBackup, ThatIsNoJsonIsRefused) {
  for (const char* text : {"", " ", "{", "hello", "{\"format\": \"trellis-backup\",}", "[1,2", "{} {}", "{'a': 1}",
                           "{\"a\": 1e999}", "{\"a\": \"\\ud800\"}", "// a comment\n{}", "NaN"}) {
    EXPECT_EQ(code_for(text), "backup.not_json") << text;
  }
}

TEST(HostileBackup, ThatIsOtherJsonIsRefused) {
  for (const char* text :
       {"null", "[]", "{}", "1", "\"trellis-backup\"", "{\"format\": 1}",
        "{\"format\": \"another\", \"format_version\": 1}", "[{\"format\": \"trellis-backup\", \"format_version\": 1}]",
        "{\"a\": {\"format\": \"trellis-backup\", \"format_version\": 1}}"}) {
    EXPECT_EQ(code_for(text), "backup.not_a_backup") << text;
  }
}

TEST(HostileBackup, LongerThanTheLimitIsRefusedUnread) {
  EXPECT_EQ(code_for(std::string(kBackupBytesMax + 1, '[')), "backup.too_long");
  EXPECT_EQ(code_for(std::string(kBackupBytesMax, ' ')), "backup.not_json");
}

TEST(HostileBackup, DeeperThanTheLimitIsRefused) {
  const auto nested = [](std::size_t depth) {
    return "{\"format\": \"trellis-backup\", \"format_version\": 1, \"x\": " + std::string(depth - 1, '[') +
           std::string(depth - 1, ']') + "}";
  };
  EXPECT_EQ(code_for(nested(kBackupDepthMax)), "backup.invalid");
  EXPECT_EQ(code_for(nested(kBackupDepthMax + 1)), "backup.too_deep");
  EXPECT_EQ(code_for(std::string(1'000'000, '[')), "backup.too_deep");
}

TEST(HostileBackup, WithANulIsRefusedEvenBehindTheEnd) {
  EXPECT_EQ(code_for(good() + std::string(1, '\0')), "text.has_nul");
  EXPECT_EQ(code_for(good() + std::string(1, '\0') + "more"), "text.has_nul");
  EXPECT_EQ(code_for(with("note 0", "note \\u0000")), "backup.invalid");
}

TEST(HostileBackup, ThatIsNotUtf8IsRefused) {
  EXPECT_EQ(code_for(with("note 0", "note \xFF")), "text.not_utf8");
  EXPECT_EQ(code_for(with("note 0", "note \xED\xA0\x80")), "text.not_utf8");
  EXPECT_EQ(code_for("\xFF\xFE{\"a"), "text.not_utf8");
}

TEST(HostileBackup, ThatIsADatabaseIsRefused) {
  const std::string database = std::string("SQLite format 3\0", 16) + std::string(4080, '\0');

  EXPECT_EQ(code_for(database), "text.has_nul");
}

TEST(HostileBackup, KeepsMarkupControlsAndInvisibleCharactersAsTheyAre) {
  std::vector<competency::Rating> ratings = {
      test::rating(1, "D1.1", "<img src=x onerror=alert(1)> & \"quotes\" ]]> =1+1 @sum"),
      test::rating(2, "D1.1", "\x01\x1B[31m\x7F \xC2\x9B \xE2\x80\xAE \xE2\x81\xA6 \xE2\x80\x8B \xEF\xBB\xBF"),
      test::rating(3, "D1.1", "\xF0\x9F\x99\x82 e\xCC\x81 \xE2\x80\xA8 line and paragraph \xE2\x80\xA9")};

  const auto read = read_backup(*write_backup(ratings, test::kNoon));

  ASSERT_TRUE(read) << read.error().code;
  EXPECT_EQ(read->ratings, ratings);
}

TEST(HostileBackup, WithManySmallThingsIsRefusedInsteadOfBuilt) {
  std::string document = "{\"format\": \"trellis-backup\", \"format_version\": 1, \"ratings\": [";
  while (document.size() < 8'000'000) document.append("{},");

  EXPECT_EQ(code_for(document + "{}]}"), "backup.invalid");
}

TEST(HostileBackup, WithADuplicateKeyIsRefused) {
  EXPECT_EQ(code_for(with("\"level\": 1", "\"level\": 1,\n      \"level\": 1")), "backup.invalid");
  EXPECT_EQ(code_for(with("\"counts\": {", "\"exported_at\": \"2026-11-22T12:00:00Z\",\n  \"counts\": {")),
            "backup.invalid");
  EXPECT_EQ(code_for(with("\"format_version\": 2", "\"format_version\": 2, \"format_version\": 2")), "backup.invalid");
  EXPECT_EQ(code_for(with("\"counts\": {", "\"counts\": {\"ratings\": 3,")), "backup.invalid");
}

TEST(HostileBackup, WithAnUnknownKeyIsRefused) {
  EXPECT_EQ(code_for(with("\"level\": 1", "\"__proto__\": {}, \"level\": 1")), "backup.invalid");
  EXPECT_EQ(code_for(with("\"counts\": {", "\"extra\": 1, \"counts\": {")), "backup.invalid");
  EXPECT_EQ(code_for(with("\"counts\": {", "\"counts\": {\"goals\": 0,")), "backup.invalid");
}

TEST(HostileBackup, WithAMissingKeyIsRefused) {
  EXPECT_EQ(code_for(with("\"level\": 1,", "")), "backup.invalid");
  EXPECT_EQ(code_for(with("\"exported_at\": \"2026-11-22T12:00:00Z\",", "")), "backup.invalid");
  EXPECT_EQ(code_for(with("\"ratings\": 3,", "")), "backup.invalid");
}

TEST(HostileBackup, WithAWrongTypeOrValueNamesThePlaceByOurOwnKeys) {
  const std::pair<std::string, std::string> cases[] = {
      {with("\"level\": 1", "\"level\": \"1\""), "/ratings/0/level"},
      {with("\"level\": 1", "\"level\": 1.0"), "/ratings/0/level"},
      {with("\"level\": 1", "\"level\": true"), "/ratings/0/level"},
      {with("\"level\": 1", "\"level\": 0"), "/ratings/0/level"},
      {with("\"level\": 2", "\"level\": 6"), "/ratings/1/level"},
      {with("\"level\": 1", "\"level\": 18446744073709551615"), "/ratings/0/level"},
      {with("\"level\": 1", "\"level\": [1]"), "/ratings/0/level"},
      {with("\"level\": 1", "\"level\": null"), "/ratings/0"},
      {with("\"revision\": 1", "\"revision\": 0"), "/ratings/0/revision"},
      {with("\"revision\": 1", "\"revision\": 4294967297"), "/ratings/0/revision"},
      {with("\"answer\": \"level\"", "\"answer\": \"maybe\""), "/ratings/0/answer"},
      {with("\"note 0\"", "7"), "/ratings/0/note"},
      {with("\"rated_at\": \"2026-11-22T", "\"rated_at\": \"2026-11-32T"), "/ratings/0"},
      {with("\"rating_id\": \"00000000", "\"rating_id\": \"ZZZZZZZZ"), "/ratings/0"},
      {with("\"rating_id\": \"00000001", "\"rating_id\": \"00000000"), ""},
      {with("\"exported_at\": \"2026", "\"exported_at\": \"26"), "/exported_at"},
      {with("\"ratings\": 3", "\"ratings\": \"3\""), "/counts/ratings"},
      {with("\"ratings\": [", "\"ratings\": [7,"), "/ratings/0"},
      {with("\"ratings\": [", "\"ratings\": [[],"), "/ratings/0"},
      {with("\"entries\": 1", "\"entries\": null"), "/counts/entries"},
      {with("\"entries\": [", "\"entries\": {"), ""},
      {with("\"entries\": [", "\"entries\": [7,"), "/entries/0"},
      {with("\"kind\": \"goal\"", "\"kind\": \"wish\""), "/entries/0/kind"},
      {with("\"removed\": false", "\"removed\": 0"), "/entries/0/removed"},
      {with("\"removed\": false", "\"removed\": true"), "/entries/0"},
      {with("\"body\": \"{", "\"body\": \"{ "), "/entries/0"},
      {with("\"format_version\": 2", "\"format_version\": \"1\""), "/format_version"},
      {with("\"format_version\": 2", "\"format_version\": 1"), "/counts"},
      {with("\"format_version\": 2", "\"format_version\": 0"), "/format_version"},
      {with("\"format_version\": 2", "\"format_version\": 1.5"), "/format_version"},
  };
  for (const auto& [document, place] : cases) {
    const auto read = read_backup(document);

    ASSERT_FALSE(read) << place;
    if (place.empty()) continue;
    EXPECT_EQ(read.error().code, "backup.invalid") << place;
    EXPECT_EQ(read.error().detail, place);
  }
}

TEST(HostileBackup, WithRatingsTwiceOrOutOfOrderIsRefused) {
  const auto read = read_backup(with("00000001-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000000"));

  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, "backup.invalid");
  EXPECT_EQ(read.error().detail, "/ratings/1");
}

TEST(HostileBackup, WithWrongCountOrChecksumIsDamaged) {
  EXPECT_EQ(code_for(with("\"ratings\": 3", "\"ratings\": 4")), "backup.damaged");
  EXPECT_EQ(code_for(with("\"ratings\": 3", "\"ratings\": -3")), "backup.damaged");
  EXPECT_EQ(code_for(with("note 0", "note 9")), "backup.damaged");
  EXPECT_EQ(code_for(with("crc32:", "crc33:")), "backup.damaged");
  EXPECT_EQ(code_for(with("\"checksum\": \"crc32:", "\"checksum\": \"crc32:0")), "backup.damaged");
}

TEST(HostileBackup, CutAnywhereIsRefused) {
  const std::string document = good();
  for (std::size_t size = 0; size + 1 < document.size(); ++size) {
    EXPECT_FALSE(read_backup(document.substr(0, size))) << size;
  }
}

TEST(HostileBackup, WithAnyBitFlippedIsRefusedOrSaysTheSame) {
  const std::string document = good();
  const auto expected = read_backup(document)->ratings;
  for (std::size_t bit = 0; bit < document.size() * 8; ++bit) {
    std::string flipped = document;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));

    const auto read = read_backup(flipped);

    EXPECT_TRUE(!read || read->ratings == expected) << bit;
  }
}

TEST(HostileBackup, NeverPutsItsWordsIntoAnError) {
  std::mt19937 random(5);
  const std::string marked = with("note 0", "secret-marker");
  std::uniform_int_distribution<std::size_t> anywhere(0, marked.size() - 1);
  std::uniform_int_distribution<int> any_byte(1, 127);
  for (int round = 0; round < 3000; ++round) {
    std::string document = marked;
    for (int change = 0; change < 3; ++change) document[anywhere(random)] = static_cast<char>(any_byte(random));

    const auto read = read_backup(document);

    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().detail.find("secret"), std::string::npos);
    EXPECT_LE(read.error().detail.size(), 40U) << read.error().detail;
  }
}

}  // namespace
}  // namespace trellis::store
