// SPDX-License-Identifier: MIT
// The gap to a rung, worked out by hand on small records, and on a ladder of four lines.
#include "growth/gap.hpp"

#include <gtest/gtest.h>

#include <list>
#include <utility>

#include "base/instant.hpp"
#include "growth/log_totals.hpp"
#include "samples.hpp"

namespace trellis::growth {
namespace {

using competency::Rating;

const int kToday = *base::day_number("2026-11-22");

Rating rated(unsigned number, std::string id, int level) {
  Rating rating = test::rating(number, std::move(id));
  rating.answer = competency::Answer::level;
  rating.level = level;
  return rating;
}

const content::GrowthPack& pack() { return **content::growth_pack(content::catalog("en")); }

std::vector<RequirementState> gap(std::string_view rung_id, const std::vector<Rating>& ratings,
                                  const std::vector<Entry>& entries = {}) {
  content::Framework framework = content::catalog("en").framework;
  const auto& leading = pack().leading.competencies;
  framework.competencies.insert(framework.competencies.end(), leading.begin(), leading.end());
  static std::list<content::Framework> kept;  // what is returned points into it
  kept.push_back(std::move(framework));
  return compare(*pack().ladder.find_rung(rung_id), kept.back(), {ratings, entries}, kToday);
}

const RequirementState& state(const std::vector<RequirementState>& states, std::string_view id) {
  for (const auto& row : states) {
    if (row.requirement->id == id) return row;
  }
  ADD_FAILURE() << id;
  return states.front();
}

Entry logged(unsigned number, const std::string& what, const std::string& on, int minutes, int peer_minutes = 0) {
  return test::entry(number, number, Kind::log, test::log_json(what, on, minutes, peer_minutes));
}

TEST(Gap, IsNotKnownAndNeverOpenWithoutRecords) {
  for (const char* rung : {"r0", "r1", "r2", "r3", "r4", "r5a", "r5b", "r6", "r7"}) {
    for (const auto& row : gap(rung, {})) EXPECT_EQ(row.met, Met::not_known) << row.requirement->id;
  }
}

// R0 asks for D13.1 at 1 and D12.2 at 2. Rated: D13.1 = 1, D12.2 = 1.
// D13.1: 1 >= 1, met. D12.2: 1 < 2, open, one level short; 0 of 1 reached.
TEST(Gap, OfTheFirstRungWorkedByHand) {
  const auto states = gap("r0", {rated(1, "D13.1", 1), rated(2, "D12.2", 1)});

  ASSERT_EQ(states.size(), 2U);
  EXPECT_EQ(states[0].met, Met::met);
  EXPECT_EQ(states[1].met, Met::open);
  EXPECT_EQ(states[1].have, 0);
  EXPECT_EQ(states[1].needed, 1);
  ASSERT_EQ(states[1].below.size(), 1U);
  EXPECT_EQ(states[1].below[0].competency->id, "D12.2");
  EXPECT_EQ(states[1].below[0].level, 1);
  EXPECT_EQ(states[1].below[0].needed, 2);
}

// R3 asks for every item at 2, D1, D3, D5, D9.2 and D13 at 3, 250 h of work, CPS or CARC, 20 h of continuing education
// in the last year, and supervision twice in 28 days. Today is 2026-11-22.
// Ratings: all 31 items at 3, but D1.1 at 1 and D3.2 at 2; D9.2 "prefer not to say".
//   all at 2: D1.1 (1 < 2) below; D9.2 unrated; 31 - 1 - 1 = 29 reached of 31: open.
//   D1 at 3: D1.1 below; D1.2 and D1.3 reach: 2 of 3: open.      D3 at 3: D3.2 (2 < 3) below: 1 of 2: open.
//   D5 at 3: D5.1, D5.2 reach: met.      D9.2 at 3: unrated: not known.      D13 at 3: three of three: met.
// Work: 100 h on 2025-01-10, 160 h on 2026-11-01, 90 h planned on 2026-12-01 (later than today, left out).
//   (100 + 160) * 60 = 15,600 minutes of 250 * 60 = 15,000: met.
// Certificate CPS, renewal by 2026-11-21: past by a day: open.
// Continuing education: 10 h on 2025-11-22 (365 days ago, left out), 12 h on 2025-11-23 (364 days ago, counts):
//   720 of 1,200 minutes: open.
// Supervision: 2026-10-25 is 28 days ago (left out), 2026-10-26 is 27 days ago, 2026-11-20 two: 2 of 2: met.
TEST(Gap, OfTheCertifiedRungWorkedByHand) {
  std::vector<Rating> ratings;
  unsigned number = 0;
  for (const auto& item : content::catalog("en").framework.competencies) {
    const int level = item.id == "D1.1" ? 1 : item.id == "D3.2" ? 2 : 3;
    ratings.push_back(rated(++number, item.id, level));
    if (item.id != "D9.2") continue;
    ratings.back().answer = competency::Answer::prefer_not_to_say;
    ratings.back().level.reset();
  }
  ASSERT_EQ(ratings.size(), 31U);
  const std::vector<Entry> entries = {
      logged(11, "work", "2025-01-10", 6000),
      logged(12, "work", "2026-11-01", 9600),
      logged(13, "work", "2026-12-01", 5400),
      logged(14, "continuing_education", "2025-11-22", 600),
      logged(15, "continuing_education", "2025-11-23", 720),
      logged(16, "supervision_received", "2026-10-25", 60),
      logged(17, "supervision_received", "2026-10-26", 60),
      logged(18, "supervision_received", "2026-11-20", 60),
      test::entry(19, 19, Kind::certificate,
                  R"({"name":"CPS","issuer":"","renew_by":"2026-11-21","certificate_id":"certificate.cps"})"),
  };

  const auto states = gap("r3", ratings, entries);

  const auto& all = state(states, "r3.all");
  EXPECT_EQ(all.met, Met::open);
  EXPECT_EQ(all.have, 29);
  EXPECT_EQ(all.needed, 31);
  ASSERT_EQ(all.unrated.size(), 1U);
  EXPECT_EQ(all.unrated[0], "D9.2");
  EXPECT_EQ(state(states, "r3.relationships").met, Met::open);
  EXPECT_EQ(state(states, "r3.relationships").have, 2);
  EXPECT_EQ(state(states, "r3.story").met, Met::open);
  EXPECT_EQ(state(states, "r3.planning").met, Met::met);
  EXPECT_EQ(state(states, "r3.privacy").met, Met::not_known);
  EXPECT_EQ(state(states, "r3.role").met, Met::met);
  EXPECT_EQ(state(states, "r3.work").met, Met::met);
  EXPECT_EQ(state(states, "r3.work").have, 15600);
  EXPECT_EQ(state(states, "r3.certification").met, Met::open);
  EXPECT_EQ(state(states, "r3.continuing-education").met, Met::open);
  EXPECT_EQ(state(states, "r3.continuing-education").have, 720);
  EXPECT_EQ(state(states, "r3.supervision").met, Met::met);
  EXPECT_EQ(state(states, "r3.supervision").have, 2);
}

// R4: half of 20 h must be peer-specific: 10 h = 600 minutes. 1,200 minutes with 599 peer-specific: open; 600: met.
TEST(Gap, AsksForThePeerShareOfContinuingEducation) {
  const auto short_of = gap("r4", {}, {logged(1, "continuing_education", "2026-11-01", 1200, 599)});
  const auto enough = gap("r4", {}, {logged(1, "continuing_education", "2026-11-01", 1200, 600)});

  EXPECT_EQ(state(short_of, "r4.continuing-education").met, Met::open);
  EXPECT_EQ(state(enough, "r4.continuing-education").met, Met::met);
}

// Five days of 6,000,000 minutes, as a backup may hold them: 30,000,000 peer-specific minutes times 100 are more than
// an int holds. All of it is peer-specific: met.
TEST(Gap, OfImpossibleHoursIsNoOverflow) {
  std::vector<Entry> entries;
  for (unsigned day = 1; day <= 5; ++day) {
    entries.push_back(logged(day, "continuing_education", "2026-11-0" + std::to_string(day), 6'000'000, 6'000'000));
  }

  EXPECT_EQ(state(gap("r4", {}, entries), "r4.continuing-education").met, Met::met);
}

// R4: six at level 4. Five at 4 or 5 and one at 3: 5 of 6, open. One more at 4: met.
TEST(Gap, CountsTheCompetenciesAtALevel) {
  std::vector<Rating> ratings = {rated(1, "D1.1", 4), rated(2, "D1.2", 5), rated(3, "D1.3", 4),
                                 rated(4, "D2.1", 4), rated(5, "D2.2", 4), rated(6, "D3.1", 3)};
  EXPECT_EQ(state(gap("r4", ratings), "r4.six").met, Met::open);
  EXPECT_EQ(state(gap("r4", ratings), "r4.six").have, 5);

  ratings.push_back(rated(7, "D3.2", 4));
  EXPECT_EQ(state(gap("r4", ratings), "r4.six").met, Met::met);
}

// R5a asks for every supervisor item (SV1 to SV8, eight of them) at 3. Rated: SV1 = 2, SV2 = 3, SV3 = 1, SV4 = 5, SV5
// opted out, SV6 to SV8 not answered. Reached: SV2 (3 >= 3) and SV4 (5 >= 3), 2 of 8. Below, widest first: SV3 (1, two
// short), SV1 (2, one short). Without a level: SV5, SV6, SV7, SV8. Open. The items for everybody stay as they were.
TEST(Gap, OfASupervisorsOwnSkillsWorkedByHand) {
  std::vector<Rating> ratings = {rated(1, "SV1", 2), rated(2, "SV2", 3), rated(3, "SV3", 1), rated(4, "SV4", 5),
                                 rated(5, "SV5", 3)};
  ratings[4].answer = competency::Answer::not_in_my_job;
  ratings[4].level.reset();

  const auto states = gap("r5a", ratings);

  const auto& skills = state(states, "r5a.supervision-skills");
  EXPECT_EQ(skills.met, Met::open);
  EXPECT_EQ(skills.have, 2);
  EXPECT_EQ(skills.needed, 8);
  ASSERT_EQ(skills.below.size(), 2U);
  EXPECT_EQ(skills.below[0].competency->id, "SV3");
  EXPECT_EQ(skills.below[1].competency->id, "SV1");
  EXPECT_EQ(skills.unrated, (std::vector<std::string_view>{"SV5", "SV6", "SV7", "SV8"}));
  EXPECT_EQ(state(states, "r5a.all").met, Met::not_known);
  EXPECT_EQ(state(states, "r5a.all").needed, 31);
}

// R7 asks for the four administrator items (AD1 to AD4) and the four manager items at 3. AD1 to AD4 = 3, 4, 3, 5: 4 of
// 4, met. No manager item: not known.
TEST(Gap, OfAnAdministratorsOwnSkillsWorkedByHand) {
  const auto states = gap("r7", {rated(1, "AD1", 3), rated(2, "AD2", 4), rated(3, "AD3", 3), rated(4, "AD4", 5)});

  EXPECT_EQ(state(states, "r7.administration-skills").met, Met::met);
  EXPECT_EQ(state(states, "r7.administration-skills").have, 4);
  EXPECT_EQ(state(states, "r7.management-skills").met, Met::not_known);
  EXPECT_EQ(state(states, "r7.management-skills").needed, 4);
}

TEST(Gap, TakesADoneGoalThatNamesARequirement) {
  const auto goal = [](const std::string& state) {
    return test::entry(1, 1, Kind::goal,
                       R"({"text":"a","next_action":"","requirement_id":"r5b.training","state":")" + state + "\"}");
  };

  EXPECT_EQ(state(gap("r5b", {}, {goal("open")}), "r5b.training").met, Met::not_known);
  EXPECT_EQ(state(gap("r5b", {}, {goal("done")}), "r5b.training").met, Met::met);
}

TEST(Gap, OfOneCompetencyIsNotChangedByAnAnswerToAnother) {
  std::vector<Rating> ratings = {rated(1, "D13.1", 1), rated(2, "D12.2", 1)};
  const auto before = gap("r0", ratings);
  unsigned number = 10;
  for (const auto& item : content::catalog("en").framework.competencies) {
    if (item.id == "D13.1" || item.id == "D12.2") continue;
    ++number;
    ratings.push_back(rated(number, item.id, static_cast<int>(number % 5) + 1));

    const auto after = gap("r0", ratings);
    for (std::size_t i = 0; i < before.size(); ++i) {
      EXPECT_EQ(after[i].met, before[i].met) << item.id;
      EXPECT_EQ(after[i].have, before[i].have) << item.id;
    }
  }
}

// 400 * 6,000,000 minutes are more than an int holds.
TEST(LogTotals, OfImpossibleHoursStopAtTheirLargestSum) {
  const std::vector<LogLine> lines(400, LogLine{"work", kToday, 6'000'000, 6'000'000});

  const LogSum total = sum(lines, "work", 0);

  EXPECT_EQ(total.count, 400);
  EXPECT_EQ(total.minutes, 1'000'000'000);
  EXPECT_EQ(total.peer_minutes, 1'000'000'000);
}

// Renewals by day: 2026-12-22 is 30 days ahead, 2026-11-20 two days past. Soonest first.
TEST(LogTotals, ListRenewalsSoonestFirst) {
  const auto certificate = [](unsigned number, const std::string& renew_by) {
    return test::entry(number, number, Kind::certificate,
                       R"({"name":"a","issuer":"","renew_by":")" + renew_by + R"("})");
  };
  const std::vector<Entry> entries = {certificate(1, "2026-12-22"), certificate(2, "2026-11-20")};

  const auto renewals = list_renewals(entries, kToday);

  ASSERT_EQ(renewals.size(), 2U);
  EXPECT_EQ(renewals[0].days_left, -2);
  EXPECT_EQ(renewals[1].days_left, 30);
}

std::string own_pack(const std::string& domain, const std::string& competency, const std::string& levels) {
  return R"({"id":"ours","name":"Ours","limits":"","side_steps":[],
    "rungs":[{"id":"a","name":"A","who":"","next":[],"published":[],"requirements":[
      {"id":"a.house","kind":"competency","text":"Every house skill at level 3","basis":"trellis_default",
       "scope":")" +
         domain + R"(","level":3}]}],
    "domains":[{"id":")" +
         domain + R"(","name":"Our house"}],
    "competencies":[{"id":")" +
         competency + R"(","domain":")" + domain + R"(","name":"Night shift",
      "statement":"I sit with people at night.","levels":[)" +
         levels + "]}]}";
}

// The program's one item KC1 at 2 of 3: one level short, 0 of 1.
TEST(ProgramLadder, BringsCompetenciesThatTheGapFollows) {
  const auto ladder = content::read_ladder_pack(own_pack("KC", "KC1", R"("a","b","c","d","e")"));
  ASSERT_TRUE(ladder) << ladder.error().detail;
  content::Framework framework = content::catalog("en").framework;
  framework.competencies.push_back(ladder->own.competencies.at(0));
  const std::vector<Rating> ratings = {rated(1, "KC1", 2)};

  const auto states = compare(ladder->rungs.at(0), framework, {ratings, {}}, kToday);

  ASSERT_EQ(states.size(), 1U);
  EXPECT_EQ(states[0].met, Met::open);
  EXPECT_EQ(states[0].have, 0);
  EXPECT_EQ(states[0].needed, 1);
  ASSERT_EQ(states[0].below.size(), 1U);
  EXPECT_EQ(states[0].below[0].competency->id, "KC1");
}

TEST(ProgramLadder, TakesNoNumberThatIsOursAndNoItemWithoutFiveLevels) {
  const std::string five = R"("a","b","c","d","e")";
  for (const auto& bad : {own_pack("D1", "D11", five), own_pack("SV", "SV9", five), own_pack("kc", "kc1", five),
                          own_pack("KCKC", "KCKC1", five), own_pack("KC", "KC0", five), own_pack("KC", "KC1.1", five),
                          own_pack("KC", "TR5", five), own_pack("KC", "KC1", R"("a","b","c","d")")}) {
    const auto read = content::read_ladder_pack(bad);
    ASSERT_FALSE(read) << bad;
    EXPECT_EQ(read.error().code, "ladder.bad_pack");
  }
}

TEST(ProgramLadder, IsReadStrictlyAndNamesOnlyOurKeys) {
  const std::string good = R"({"id":"ours","name":"Ours","limits":"","side_steps":[],"rungs":[
    {"id":"a","name":"A","who":"","next":[],"requirements":[
      {"id":"a.work","kind":"hours","text":"500 hours","basis":"published","source":"Our handbook","hours":500}],
     "published":[]}]})";
  const auto with = [&good](const std::string& from, const std::string& to) {
    std::string changed = good;
    return changed.replace(changed.find(from), from.size(), to);
  };

  ASSERT_TRUE(content::read_ladder_pack(good)) << content::read_ladder_pack(good).error().detail;
  for (const auto& bad : {with("\"hours\":500", "\"hours\":-5"), with("\"hours\":500", "\"secret\":1"),
                          with("\"kind\":\"hours\"", "\"kind\":\"luck\""), with("\"next\":[]", "\"next\":[\"secret\"]"),
                          with("\"source\":\"Our handbook\",", ""), with("\"a.work\"", "\"a\""), std::string("secret"),
                          std::string("{}"), with("\"rungs\":[", "\"rungs\":7,\"x\":[")}) {
    const auto read = content::read_ladder_pack(bad);
    ASSERT_FALSE(read) << bad;
    EXPECT_EQ(read.error().code, "ladder.bad_pack");
    EXPECT_EQ(read.error().detail.find("secret"), std::string::npos) << read.error().detail;
  }
}

TEST(ProgramLadder, IsRefusedWhenAnEntryCouldNotHoldIt) {
  const auto read =
      content::read_ladder_pack(own_pack("KC", "KC1", R"("a","b","c","d","e")") + std::string(60'000, '\n'));

  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, "ladder.bad_pack");
  EXPECT_EQ(read.error().detail, "size");
}

}  // namespace
}  // namespace trellis::growth
