// SPDX-License-Identifier: MIT
// The search as a person meets it: accents, half-typed words, and queries that would mean something to SQLite.
#include "search/index.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace trellis::search {
namespace {

const std::vector<Entry> kEntries = {
    {"rules", "T.MED", "Handing out medication", "Giving pills puts one person in charge of another."},
    {"rules", "T.DRIVER", "Being a driver", "A ride on its own. Medication is not meant here."},
    {"dilemmas", "S18", "La pulsera", "Alguien te regala una pulsera. El dar y recibir es parte de la reciprocidad."},
    {"dilemmas", "S31", "La mamá", "Una mamá que apoyas dice que no. Don't push."},
};

std::vector<std::string> ids(std::string_view query, int limit = kHitsMax) {
  static const Index index = std::move(*Index::build(kEntries, "en"));
  const auto hits = index.find(query, limit);
  EXPECT_TRUE(hits.has_value()) << query;
  std::vector<std::string> found;
  if (!hits) return found;
  for (const Hit& hit : *hits) found.push_back(kEntries[hit.entry_index].id);
  return found;
}

using Ids = std::vector<std::string>;

TEST(Search, FindsWordsInAnyOrderAndTitlesFirst) {
  EXPECT_EQ(ids("medication"), (Ids{"T.MED", "T.DRIVER"}));
  EXPECT_EQ(ids("charge pills"), Ids{"T.MED"});
}

TEST(Search, IsBlindToAccentsAndCapitals) {
  EXPECT_EQ(ids("mama"), Ids{"S31"});
  EXPECT_EQ(ids("MAMÁ"), Ids{"S31"});
}

TEST(Search, FindsTheLastWordAsFarAsItIsTyped) {
  EXPECT_EQ(ids("medic"), (Ids{"T.MED", "T.DRIVER"}));
  EXPECT_EQ(ids("pills puts per"), Ids{"T.MED"});
}

TEST(Search, FindsOtherFormsOfAWord) {
  EXPECT_EQ(ids("rides"), Ids{"T.DRIVER"});
  EXPECT_EQ(ids("drivers medications"), Ids{"T.DRIVER"});
}

TEST(Search, WhereNothingHasAllWordsThoseWithSomeAreGiven) { EXPECT_EQ(ids("pills pulsera"), (Ids{"S18", "T.MED"})); }

TEST(Search, WhereNoWordIsThereThoseThatBeginAlikeAreGiven) {
  EXPECT_EQ(ids("medicamento"), (Ids{"T.MED", "T.DRIVER"}));
  EXPECT_EQ(ids("pillow"), Ids{}) << "short words must be right";
}

TEST(Search, GivesNoMoreThanAskedFor) {
  EXPECT_EQ(ids("medication", 1), Ids{"T.MED"});
  EXPECT_EQ(ids("medication", -5), Ids{});
}

TEST(Search, ShowsTheTextAroundTheWord) {
  const auto index = Index::build(kEntries, "en");

  const auto hits = index->find("pulsera", 5);

  EXPECT_NE(hits->front().snippet.find("te regala una pulsera"), std::string::npos);
}

TEST(Search, NothingThatIsTypedIsASyntaxError) {
  for (const char* query : {"",
                            " ",
                            "\"",
                            "\"medication",
                            "medication AND",
                            "NOT",
                            "a OR",
                            "title:",
                            "title : x",
                            "*",
                            "^",
                            "NEAR(",
                            "-",
                            "+",
                            "(",
                            "medication)",
                            "{a b} : c",
                            "'",
                            "don't",
                            "\\",
                            ";--",
                            "$ % &",
                            "\xF0\x9F\x99\x82",
                            "\xE2\x80\xA6",
                            "a\"b\"c",
                            "col:\"x\" *",
                            "。",
                            "１"}) {
    ids(query);
  }
  EXPECT_EQ(ids("don't"), Ids{"S31"});
  EXPECT_EQ(ids("\"pills\" NOT medication"), (Ids{"T.MED", "T.DRIVER"})) << "operators are words";
}

TEST(Search, ALongQueryIsCut) {
  std::string query;
  for (int i = 0; i < 5000; ++i) query += "pills ";

  EXPECT_EQ(ids(query), Ids{"T.MED"});
}

}  // namespace
}  // namespace trellis::search
