// SPDX-License-Identifier: MIT
#include "growth/drift.hpp"

#include <gtest/gtest.h>

#include "base/instant.hpp"
#include "growth/csv.hpp"
#include "growth/note_hint.hpp"
#include "samples.hpp"

namespace trellis::growth {
namespace {

const int kToday = *base::day_number("2026-11-22");

Entry request(unsigned number, const std::string& on, const std::string& family,
              const std::string& how_often = "once") {
  return test::entry(number, number, Kind::drift,
                     R"({"on":")" + on + R"(","family":")" + family + R"(","how_often":")" + how_often +
                         R"(","what_i_did":"did_it","what_happened":"settled","words":""})");
}

Entry condition(unsigned number, const std::string& item, int level) {
  Entry made = test::entry(number, number, Kind::condition,
                           R"({"item":")" + item + R"(","level":)" + std::to_string(level) + R"(,"note":""})");
  made.series_id = "condition." + item;
  return made;
}

DriftPatterns patterns(const std::vector<Entry>& entries) {
  return find_patterns(entries, (*content::growth_pack(content::catalog("en")))->conditions, kToday);
}

// Driving: 2026-09-01, 2026-11-03, 2026-11-20: three within 90 days (2026-08-25 on), repeated; one in September, two in
// November. Notes: one. A request dated tomorrow is left out.
TEST(DriftPatterns, CountByFamilyAndMonth) {
  const auto found = patterns({request(1, "2026-09-01", "transportation"), request(2, "2026-11-03", "transportation"),
                               request(3, "2026-11-20", "transportation"), request(4, "2026-11-02", "documentation"),
                               request(5, "2026-11-23", "documentation")});

  ASSERT_EQ(found.families.size(), 2U);
  EXPECT_EQ(found.families[0].family, "transportation");
  EXPECT_EQ(found.families[0].count, 3);
  EXPECT_TRUE(found.families[0].is_repeated);
  EXPECT_EQ(found.families[0].months, (std::map<std::string, int>{{"2026-09", 1}, {"2026-11", 2}}));
  EXPECT_EQ(found.families[1].count, 1);
  EXPECT_FALSE(found.families[1].is_repeated);
}

// 2026-08-24 is 90 days before today and no longer recent.
TEST(DriftPatterns, ForgetOldRequestsWhenTheyAskWhatRepeats) {
  const auto found = patterns({request(1, "2026-08-24", "transportation"), request(2, "2026-11-03", "transportation"),
                               request(3, "2026-11-20", "transportation")});

  EXPECT_EQ(found.families[0].recent_count, 2);
  EXPECT_FALSE(found.families[0].is_repeated);
}

TEST(DriftPatterns, ShowAHardConditionOnlyBesideRepeatedRequests) {
  const std::vector<Entry> conditions = {condition(8, "supervision", 2), condition(9, "pay", 3),
                                         condition(10, "isolation", 1)};
  auto once = conditions;
  once.push_back(request(1, "2026-11-03", "transportation"));
  auto often = conditions;
  often.push_back(request(1, "2026-11-03", "transportation", "often"));

  EXPECT_TRUE(patterns(once).staffing.empty());
  const auto found = patterns(often).staffing;
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].condition->id, "supervision");
  EXPECT_EQ(found[1].condition->id, "isolation");
  EXPECT_FALSE(found[0].condition->clause_ids.empty());
}

TEST(Csv, MakesTextOfWhatASpreadsheetWouldRun) {
  for (const std::string start : {"=", "+", "-", "@", "\t"}) {
    EXPECT_EQ(csv_cell(start + "1+1"), "'" + start + "1+1");
  }
  EXPECT_EQ(csv_cell("\r=1"), "\"'\r=1\"");
  EXPECT_EQ(csv_cell("a \"b\", c\nd"), "\"a \"\"b\"\", c\nd\"");
  EXPECT_EQ(csv_cell("1-1"), "1-1");
  EXPECT_EQ(csv_cell(""), "");
}

TEST(Csv, WritesOneKindWithAMarkAndAHead) {
  auto entries = test::entries();
  entries.push_back(test::entry(9009, 8009, Kind::log,
                                R"({"what":"work","on":"2026-11-03","minutes":60,"peer_minutes":0,)"
                                R"("title":"=1+1","provider":"a, b"
})"));

  EXPECT_EQ(write_csv(Kind::log, entries),
            "\xEF\xBB\xBFwhat,on,minutes,peer_minutes,title,provider\r\n"
            "work,2026-11-02,480,0,a day,\r\n"
            "work,2026-11-03,60,0,'=1+1,\"a, b\"\r\n");
}

std::string hint(std::string_view text) {
  std::string kinds;
  for (const auto kind : find_personal_details(text)) kinds.append(kinds.empty() ? "" : " ").append(kind);
  return kinds;
}

TEST(NoteHint, SeesNamesNumbersAndAddresses) {
  EXPECT_EQ(hint("I walked with Mr. Lopez to the bus."), "name");
  EXPECT_EQ(hint("Hablé con la señora Ramos."), "name");
  EXPECT_EQ(hint("We met and Maria Lopez told me."), "name");
  EXPECT_EQ(hint("Call 617-555-0123 first"), "phone");
  EXPECT_EQ(hint("Call (617) 555 0123."), "phone");
  EXPECT_EQ(hint("write to someone@example.org today"), "email");
  EXPECT_EQ(hint("born on May 3"), "birth_date");
  EXPECT_EQ(hint("nació el 3 de mayo"), "birth_date");
  EXPECT_EQ(hint("03/05/1974"), "birth_date");
}

TEST(NoteHint, LeavesAnOrdinaryNoteAlone) {
  for (const char* text :
       {"", "I asked what would help, and waited.", "On 2026-11-22 we went to the library.", "3 people, 45 minutes",
        "My Certified Peer Specialist training helped.", "I used WRAP with someone.", "Then I listened. We laughed.",
        "En Estados Unidos es distinto.", "room 204, 10:30", "@ the center"}) {
    EXPECT_EQ(hint(text), "") << text;
  }
}

}  // namespace
}  // namespace trellis::growth
