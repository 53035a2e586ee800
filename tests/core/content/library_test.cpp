// SPDX-License-Identifier: MIT
// Sections of the library: read, translated by id, and refused where an id leads nowhere. Uses a tiny library.
#include "content/library.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace trellis::content {
namespace {

class ParseLibrary : public testing::Test {
 protected:
  std::vector<std::pair<std::string, std::string>> files_ = {
      {"library/dilemmas.json",
       R"([{"id": "S01", "title": "The pills", "kind": "clear", "clauses": ["brief2019.outrole.2"],
            "options": [{"id": "a", "text": "Hand them out", "fits": "drifts"},
                        {"id": "b", "text": "Say no", "fits": "best"}]}])"},
      {"library/readiness.json", R"([{"id": "RD01", "anchors": ["No", "Yes"], "caps": true, "points": ["policy.1"]}])"},
      {"library/points.json", R"([{"id": "policy.1", "items": ["RD01"]}])"},
      {"library/bands.json", R"([{"id": "start", "percent_min": 0}])"},
      {"locales/es/library-dilemmas.json",
       R"({"status": "awaiting review", "S01": {"title": "Las pastillas", "options": {"b": {"text": "Di que no"}}}})"},
      {"locales/es/library-readiness.json", R"({"RD01": {"anchors": ["No hay", "Hay"]}})"},
      {"rules/T.DRIVER.json", "not of the library, so never read here"},
  };

  void replace_in(std::string_view path, std::string_view from, std::string_view to) {
    for (auto& [name, text] : files_) {
      if (name == path) text.replace(text.find(from), from.size(), to);
    }
  }

  Result<Library> parse(std::string_view locale = "en") const {
    std::vector<BundledFile> files;
    for (const auto& [path, text] : files_) files.push_back(BundledFile{path, text});
    return parse_library(files, catalog(locale));
  }

  void expect_fault(std::string_view code, std::string_view detail, std::string_view locale = "en") const {
    const Result<Library> parsed = parse(locale);
    ASSERT_FALSE(parsed.has_value());
    EXPECT_EQ(parsed.error().code, code);
    EXPECT_EQ(parsed.error().detail, detail);
  }
};

TEST_F(ParseLibrary, ReadsRowsAndWhatTheCoreWorksWith) {
  const Result<Library> library = parse();

  ASSERT_TRUE(library.has_value()) << library.error().detail;
  EXPECT_EQ((*library->find_row("dilemmas", "S01"))["title"], "The pills");
  EXPECT_EQ(library->find_row("dilemmas", "S99"), nullptr);
  EXPECT_EQ(library->find_section("songs"), nullptr);
  EXPECT_EQ(library->dilemmas.front().options.back().fits, "best");
  EXPECT_EQ(library->readiness.front().points_max, 1);
  EXPECT_TRUE(library->readiness.front().caps);
}

TEST_F(ParseLibrary, LaysAnotherLanguageOverByIdAndKeepsEnglishWhereWordsLack) {
  const Result<Library> library = parse("es");

  ASSERT_TRUE(library.has_value()) << library.error().detail;
  const base::Json& row = *library->find_row("dilemmas", "S01");
  EXPECT_EQ(row["title"], "Las pastillas");
  EXPECT_EQ(row["options"][0]["text"], "Hand them out");
  EXPECT_EQ(row["options"][1]["text"], "Di que no");
  EXPECT_EQ((*library->find_row("readiness", "RD01"))["anchors"][1], "Hay");
}

TEST_F(ParseLibrary, RefusesAnIdThatLeadsNowhere) {
  replace_in("library/dilemmas.json", "brief2019.outrole.2", "brief2019.outrole.99");

  expect_fault("content.unknown_id", "S01: brief2019.outrole.99");
}

TEST_F(ParseLibrary, RefusesASourceOfAStatementThatIsNotThere) {
  const std::string said = R"([{"id": "X", "what_sources_say": [{"source": "SAMHSA-CC", "text": "So."},
                                                               {"source": "NOWHERE", "text": "So."}]}])";
  files_.emplace_back("library/disagreements.json", said);

  expect_fault("content.unknown_id", "X: NOWHERE");
}

TEST_F(ParseLibrary, RefusesWordsForAnId) {
  replace_in("locales/es/library-dilemmas.json", "\"title\": \"Las", "\"id\": \"Las");

  expect_fault("content.unknown_id", "locales/es/library-dilemmas.json: S01: id", "es");
}

TEST_F(ParseLibrary, RefusesAnItemOfAPointThatIsNotThere) {
  replace_in("library/points.json", "RD01", "RD02");

  expect_fault("content.unknown_id", "policy.1: RD02");
}

TEST_F(ParseLibrary, RefusesAnIdThatIsThereTwice) {
  replace_in("library/bands.json", "[{", R"([{"id": "start", "percent_min": 3}, {)");

  expect_fault("content.duplicate_id", "bands: start");
}

TEST_F(ParseLibrary, RefusesARowWithoutAnId) {
  replace_in("library/bands.json", R"("id": "start", )", "");

  expect_fault("content.missing_field", "bands: id");
}

TEST_F(ParseLibrary, RefusesWordsForNothing) {
  replace_in("locales/es/library-dilemmas.json", R"("b":)", R"("c":)");

  expect_fault("content.unknown_id", "locales/es/library-dilemmas.json: S01: options: c", "es");
}

TEST_F(ParseLibrary, RefusesAnotherNumberOfWords) {
  replace_in("locales/es/library-readiness.json", R"("No hay", )", "");

  expect_fault("content.wrong_type", "locales/es/library-readiness.json: RD01: anchors", "es");
}

TEST_F(ParseLibrary, RefusesAFileThatIsNoTable) {
  replace_in("library/bands.json", R"([{"id": "start", "percent_min": 0}])", "{}");

  expect_fault("content.wrong_type", "library/bands.json");
}

TEST(ShippedLibrary, IsHereInEveryLanguage) {
  for (const std::string_view locale : kLocales) {
    const auto found = library(catalog(locale));

    ASSERT_TRUE(found.has_value());
    EXPECT_EQ((*found)->dilemmas.size(), 36U);
    EXPECT_EQ((*found)->readiness.size(), 36U);
  }
}

TEST(ShippedLibrary, EveryClearDilemmaHasOneBestChoiceAndNoneThatDependsHidesWhatDecides) {
  const Library& shipped = **library(catalog("en"));
  for (const Dilemma& dilemma : shipped.dilemmas) {
    int best = 0;
    for (const DilemmaOption& option : dilemma.options) best += option.fits == "best" ? 1 : 0;

    EXPECT_EQ(best, 1) << dilemma.id;
    EXPECT_EQ(dilemma.depends, (*shipped.find_row("dilemmas", dilemma.id))["decides"] != "") << dilemma.id;
  }
}

}  // namespace
}  // namespace trellis::content
