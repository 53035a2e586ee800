// SPDX-License-Identifier: MIT
#include "growth/entry.hpp"

#include <gtest/gtest.h>

#include <utility>

#include "content/own_pack.hpp"
#include "samples.hpp"

namespace trellis::growth {
namespace {

using base::Json;

std::string fault(Kind kind, const std::string& json) {
  const auto made = canonical_body(kind, *base::parse_json(json));
  return made ? "none" : made.error().code + " " + made.error().detail;
}

TEST(EntryBody, HasOneSpelling) {
  const std::string one = test::body(Kind::goal, R"({"text":"é","state":"open","next_action":""})");
  const std::string other = test::body(
      Kind::goal, R"({ "state":"open", "next_action":"", "due_on":null, "text":"\u00e9", "competency_id":null })");

  EXPECT_EQ(one, other);
  EXPECT_EQ(one,
            R"({"competency_id":null,"due_on":null,"next_action":"","requirement_id":null,"state":"open","text":"é"})");
}

TEST(EntryBody, NamesTheKeyThatIsWrongAndNeverTheValue) {
  const std::string rest = R"(,"next_action":"","state":"open"})";

  EXPECT_EQ(fault(Kind::goal, R"({"text":7)" + rest), "entry.bad_body text");
  EXPECT_EQ(fault(Kind::goal, R"({"text":"")" + rest), "entry.bad_body text");
  EXPECT_EQ(fault(Kind::goal, R"({"text":")" + std::string(301, 'x') + "\"" + rest), "entry.bad_body text");
  EXPECT_EQ(fault(Kind::goal, R"({"text":"a\u0000b")" + rest), "entry.bad_body text");
  EXPECT_EQ(fault(Kind::goal, R"({"text":"a","secret":"b")" + rest), "entry.bad_body keys");
  EXPECT_EQ(fault(Kind::goal, R"({"text":"a","due_on":"2026-02-30")" + rest), "entry.bad_body due_on");
  EXPECT_EQ(fault(Kind::goal, R"({"text":"a","next_action":"","state":"open|done"})"), "entry.bad_body state");
  EXPECT_EQ(fault(Kind::goal, "[]"), "entry.bad_body keys");
}

TEST(EntryBody, CountsCharactersAndNotBytes) {
  std::string words;
  for (int i = 0; i < 300; ++i) words += "ñ";

  EXPECT_EQ(fault(Kind::goal, R"({"text":")" + words + R"(","next_action":"","state":"open"})"), "none");
}

// What is shown when it is opened can be kept: quotation marks fill the limit with the fewest letters, "ñ" with the
// most bytes for a letter that stays as it is.
TEST(EntryBody, HoldsEveryPackAndLadderThatMayBeOpened) {
  const std::string name(100, 'x');
  for (const auto& [letter, bytes] : {std::pair<std::string, std::size_t>{"\"", 2}, {"a", 1}, {"ñ", 2}}) {
    std::string text;
    for (std::size_t i = 0; i < content::kOwnFileBytesMax / bytes; ++i) text += letter;
    ASSERT_TRUE(content::fits_an_entry(text));
    ASSERT_FALSE(content::fits_an_entry(text + letter));
    Json pack;
    pack["pack_id"] = name;
    pack["text"] = text;
    Json setting;
    setting["name"] = "ladder_pack";
    setting["value"] = text;

    for (const auto& [kind, body] : {std::pair{Kind::pack, pack}, std::pair{Kind::setting, setting}}) {
      const auto made = canonical_body(kind, body);
      ASSERT_TRUE(made) << made.error().detail;
      EXPECT_LE(made->size(), kBodyBytesMax);
    }
  }
}

TEST(EntryBody, RefusesNumbersOutsideTheirRange) {
  EXPECT_EQ(fault(Kind::log, test::log_json("work", "2026-11-02", 0)), "entry.bad_body minutes");
  EXPECT_EQ(fault(Kind::log, test::log_json("work", "2026-11-02", 60, 61)), "entry.bad_body peer_minutes");
  EXPECT_EQ(fault(Kind::log, test::log_json("work", "2026-11-02", -1)), "entry.bad_body minutes");
  EXPECT_EQ(fault(Kind::log, test::log_json("work", "2026-11-02", 6'000'001)), "entry.bad_body minutes");
  EXPECT_EQ(fault(Kind::condition, R"({"item":"pay","level":18446744073709551615,"note":""})"), "entry.bad_body level");
  EXPECT_EQ(fault(Kind::condition, R"({"item":"pay","level":0,"note":""})"), "entry.bad_body level");
  EXPECT_EQ(fault(Kind::condition, R"({"item":"pay","level":null,"note":""})"), "none");
}

TEST(EntryBody, KeepsAShortSettingShort) {
  const std::string value(301, 'x');

  EXPECT_EQ(fault(Kind::setting, R"({"name":"role_id","value":")" + value + "\"}"), "entry.bad_body value");
  EXPECT_EQ(fault(Kind::setting, R"({"name":"ladder_pack","value":")" + value + "\"}"), "none");
}

TEST(EntryBody, OfPracticeAndAWorkplaceHasItsLimits) {
  EXPECT_EQ(fault(Kind::practice, R"({"dilemma_id":"S01","option_id":"a"})"), "none");
  EXPECT_EQ(fault(Kind::practice, R"({"dilemma_id":"S01","option_id":""})"), "entry.bad_body option_id");
  EXPECT_EQ(fault(Kind::workplace, R"({"voice":"seeker","on":"2026-11-22","answers":"RD01 2\nRD02 ?"})"), "none");
  EXPECT_EQ(fault(Kind::workplace, R"({"voice":"boss","on":"2026-11-22","answers":""})"), "entry.bad_body voice");
  EXPECT_EQ(fault(Kind::workplace, R"({"voice":"seeker","on":"2026-11-22","answers":"","percent":101})"),
            "entry.bad_body percent");
  EXPECT_EQ(fault(Kind::pack, R"({"pack_id":"us-tx","text":""})"), "entry.bad_body text");
}

TEST(EntryShape, TiesPracticeAndAPackToTheirIds) {
  Entry entry = test::entry(9005, 8005, Kind::practice, R"({"dilemma_id":"S01","option_id":"a"})");
  EXPECT_EQ(validate_shape(entry).error().code, "entry.bad_series");
  entry.series_id = "practice.S02";
  EXPECT_EQ(validate_shape(entry).error().code, "entry.bad_series");
  entry.series_id = "practice.S01";
  EXPECT_TRUE(validate_shape(entry));

  Entry pack = test::entry(9006, 8006, Kind::pack, R"({"pack_id":"us-tx","text":"{}"})");
  pack.series_id = "pack.us-tx";
  EXPECT_TRUE(validate_shape(pack));
}

TEST(EntryShape, LetsNoSeriesBeNamedWithWhatIsNoName) {
  Entry entry = test::entry(9005, 8005, Kind::practice, R"({"dilemma_id":"S 01","option_id":"a"})");
  entry.series_id = "practice.S 01";

  EXPECT_EQ(validate_shape(entry).error().code, "entry.bad_series");
}

TEST(EntryShape, AcceptsWhatTheSamplesHold) {
  for (const Entry& entry : test::entries()) EXPECT_TRUE(validate_shape(entry)) << entry.body;
}

TEST(EntryShape, RefusesAnotherSpellingOfTheSameBody) {
  Entry entry = test::entries()[0];
  entry.body.insert(1, " ");

  EXPECT_EQ(validate_shape(entry).error().detail, "spelling");
}

TEST(EntryShape, TiesTheSeriesOfAConditionToItsItem) {
  Entry entry = test::entries()[3];
  entry.series_id = "condition.pay";

  EXPECT_EQ(validate_shape(entry).error().code, "entry.bad_series");
}

TEST(EntryShape, LetsARemovedEntrySayNothing) {
  Entry entry = test::entries()[0];
  entry.removed = true;

  EXPECT_EQ(validate_shape(entry).error().code, "entry.bad_body");
  entry.body.clear();
  EXPECT_TRUE(validate_shape(entry));
}

TEST(EntryShape, RefusesIdsAndInstantsThatAreNone) {
  Entry no_id = test::entries()[0];
  Entry no_series = no_id;
  Entry no_instant = no_id;
  no_id.entry_id = "7";
  no_series.series_id = "goal.one";
  no_instant.noted_at = "today";

  EXPECT_EQ(validate_shape(no_id).error().code, "entry.bad_id");
  EXPECT_EQ(validate_shape(no_series).error().code, "entry.bad_series");
  EXPECT_EQ(validate_shape(no_instant).error().code, "time.bad_instant");
}

}  // namespace
}  // namespace trellis::growth
