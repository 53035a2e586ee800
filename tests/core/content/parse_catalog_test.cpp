// SPDX-License-Identifier: MIT
// Faulty content is refused with an error that names our file, id and field. Uses a tiny content of its own.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "content/catalog.hpp"

namespace trellis::content {
namespace {

constexpr std::string_view kDocuments =
    R"([{"id": "brief", "title": "A brief", "publisher": "Somebody", "published": "2019-01-25", "url": ""}])";
constexpr std::string_view kClauses =
    R"([{"id": "brief.1", "document_id": "brief", "section": "Role", "text": "No rides."}])";
constexpr std::string_view kFamilies = R"([{"id": "transportation", "name": "Rides"}])";
constexpr std::string_view kRule = R"({
  "id": "T.DRIVER", "status": "active", "verdict": "conflict", "family": "transportation",
  "name": "Driving", "why": "Because.", "condition": "", "instead": "Ride the bus.",
  "reply": "No.", "question": "Who drives?", "clauses": ["brief.1"], "sources": [],
  "patterns": {"en": ["drive people"]}, "unless": {"en": ["do not drive"]},
  "examples": {"en": {"matches": ["drive people"],
                      "passes": [{"text": "drive a nail", "expect": null},
                                 {"text": "drive", "expect": "T.DRIVER", "note": "bare"}]}}
})";

/// Files by path; tests swap single ones.
class ParseCatalog : public testing::Test {
 protected:
  std::vector<std::pair<std::string, std::string>> files_ = {
      {"clauses.json", std::string(kClauses)},
      {"documents.json", std::string(kDocuments)},
      {"families.json", std::string(kFamilies)},
      {"rules/T.DRIVER.json", std::string(kRule)},
  };

  void put(std::string path, std::string text) { files_.emplace_back(std::move(path), std::move(text)); }

  void replace_in(std::string_view path, std::string_view from, std::string_view to) {
    for (auto& [name, text] : files_) {
      if (name == path) text.replace(text.find(from), from.size(), to);
    }
  }

  Result<Catalog> parse(std::string_view locale = "en") const {
    std::vector<BundledFile> files;
    for (const auto& [path, text] : files_) files.push_back(BundledFile{path, text});
    return parse_catalog(files, locale);
  }

  void expect_fault(std::string_view code, std::string_view detail) const {
    const Result<Catalog> parsed = parse();
    ASSERT_FALSE(parsed.has_value());
    EXPECT_EQ(parsed.error().code, code);
    EXPECT_EQ(parsed.error().detail, detail);
  }
};

TEST_F(ParseCatalog, ReadsEveryFieldOfARule) {
  const Result<Catalog> parsed = parse();

  ASSERT_TRUE(parsed.has_value()) << parsed.error().detail;
  const Rule& rule = *parsed->find_rule("T.DRIVER");
  EXPECT_TRUE(rule.active);
  EXPECT_EQ(rule.verdict, Verdict::conflict);
  EXPECT_EQ(rule.instead, "Ride the bus.");
  EXPECT_EQ(rule.clause_ids, std::vector<std::string>{"brief.1"});
  const RuleLanguage& english = rule.languages.at("en");
  EXPECT_EQ(english.patterns, std::vector<std::string>{"drive people"});
  EXPECT_EQ(english.unless, std::vector<std::string>{"do not drive"});
  EXPECT_EQ(english.passes.at(0).expect, "");
  EXPECT_EQ(english.passes.at(1).expect, "T.DRIVER");
}

TEST_F(ParseCatalog, TakesExamplesThatComeAfterTheirRule) {
  auto& rule = files_.back().second;
  rule = std::string(kRule.substr(0, kRule.find(R"(,
  "examples")"))) +
         "}";
  put("examples/T.DRIVER.json", R"({"en": {"matches": ["drive him home"], "passes": []}})");

  const auto catalog = parse();

  ASSERT_TRUE(catalog) << catalog.error().detail;
  EXPECT_EQ(catalog->rules.front().languages.at("en").matches, std::vector<std::string>{"drive him home"});
}

TEST_F(ParseCatalog, RefusesExamplesOfARuleThatIsNotThere) {
  put("examples/T.NONE.json", R"({"en": {"matches": [], "passes": []}})");

  EXPECT_EQ(parse().error(), (Error{"content.unknown_id", "examples/T.NONE.json"}));
}

TEST_F(ParseCatalog, LetsARuleBeADraft) {
  replace_in("rules/T.DRIVER.json", "active", "draft");

  EXPECT_FALSE(parse()->find_rule("T.DRIVER")->active);
}

TEST_F(ParseCatalog, NamesTheFileThatIsNotJson) {
  replace_in("families.json", "]", "");

  expect_fault("content.not_json", "families.json");
}

TEST_F(ParseCatalog, NamesAMissingField) {
  replace_in("rules/T.DRIVER.json", R"("why": "Because.",)", "");

  expect_fault("content.missing_field", "rules/T.DRIVER.json: why");
}

TEST_F(ParseCatalog, NamesAnUnknownKey) {
  replace_in("rules/T.DRIVER.json", R"("sources": [],)", R"("sources": [], "sorces": [],)");

  expect_fault("content.unknown_key", "rules/T.DRIVER.json: sorces");
}

TEST_F(ParseCatalog, NamesAFieldOfTheWrongType) {
  replace_in("rules/T.DRIVER.json", R"("Because.")", "7");

  expect_fault("content.wrong_type", "rules/T.DRIVER.json: why");
}

TEST_F(ParseCatalog, RefusesAnObjectWhereAListBelongs) {
  replace_in("rules/T.DRIVER.json", R"(["drive people"]}, "unless")", R"({"a": 1}}, "unless")");

  expect_fault("content.wrong_type", "rules/T.DRIVER.json: patterns");
}

TEST_F(ParseCatalog, RefusesAVerdictThatIsNone) {
  replace_in("rules/T.DRIVER.json", "conflict", "forbidden");

  expect_fault("content.unknown_id", "rules/T.DRIVER.json: verdict");
}

TEST_F(ParseCatalog, RefusesAClauseThatDoesNotExist) {
  replace_in("rules/T.DRIVER.json", "brief.1", "brief.2");

  expect_fault("content.unknown_id", "T.DRIVER: brief.2");
}

TEST_F(ParseCatalog, RefusesAFamilyThatDoesNotExist) {
  replace_in("rules/T.DRIVER.json", "transportation", "aviation");

  expect_fault("content.unknown_id", "T.DRIVER: aviation");
}

TEST_F(ParseCatalog, RefusesPatternsInALanguageThatDoesNotExist) {
  replace_in("rules/T.DRIVER.json", R"("patterns": {"en")", R"("patterns": {"xx")");

  expect_fault("content.unknown_id", "T.DRIVER: xx");
}

TEST_F(ParseCatalog, RefusesARuleWithoutAClause) {
  replace_in("rules/T.DRIVER.json", R"(["brief.1"])", "[]");

  expect_fault("content.missing_field", "T.DRIVER: clauses");
}

TEST_F(ParseCatalog, RefusesTheSameIdTwice) {
  std::string twice(kClauses);
  twice.insert(twice.size() - 1, "," + twice.substr(1, twice.size() - 2));
  files_[0].second = twice;

  expect_fault("content.duplicate_id", "clauses: brief.1");
}

TEST_F(ParseCatalog, RefusesARuleInAFileOfAnotherName) {
  files_[3].first = "rules/T.CHAUFFEUR.json";

  expect_fault("content.unknown_id", "rules/T.CHAUFFEUR.json: T.DRIVER is not the file name");
}

TEST_F(ParseCatalog, RefusesAFileThatItDoesNotKnow) {
  put("rule/T.LOST.json", "{}");

  expect_fault("content.unknown_id", "rule/T.LOST.json is no file that the core knows");
}

TEST_F(ParseCatalog, RefusesARoleThatNamesAnUnknownSource) {
  put("roles/role.cps.json", R"({"id": "role.cps", "order": 1, "name": "CPS", "short_name": "CPS", "purpose": "Hope",
      "functions": [], "not_tasks": ["T.DRIVER"], "settings": [], "supervised_by": "a CPS", "confused_with": [],
      "clauses": ["brief.1"], "facts": [{"text": "65 hours", "source": "NOWHERE", "as_of": "2026-11",
      "verified": true}]})");

  expect_fault("content.unknown_id", "role.cps: NOWHERE");
}

TEST_F(ParseCatalog, RefusesACompetencyWithoutATextForEachLevel) {
  put("competencies/tiny.json", R"({"id": "tiny", "name": "Tiny",
      "levels": [{"number": 1, "name": "One", "cue": "I start"}, {"number": 2, "name": "Two", "cue": "I grow"}],
      "domains": [{"id": "D1", "name": "Care"}],
      "competencies": [{"id": "D1.1", "domain": "D1", "name": "Listening", "statement": "I listen.", "why": "Trust.",
      "levels": ["I talk"], "evidence": "A note", "practice": "Wait.", "clauses": []}]})");

  expect_fault("content.missing_field", "D1.1: levels");
}

TEST_F(ParseCatalog, LaysTranslatedWordsOverEnglishOnes) {
  put("locales/es/rules.json", R"({"status": "awaiting review", "T.DRIVER": {"name": "Conducir"}})");

  const Result<Catalog> spanish = parse("es");

  ASSERT_TRUE(spanish.has_value()) << spanish.error().detail;
  EXPECT_EQ(spanish->find_rule("T.DRIVER")->name, "Conducir");
  EXPECT_EQ(spanish->find_rule("T.DRIVER")->why, "Because.");
  EXPECT_EQ(parse("en")->find_rule("T.DRIVER")->name, "Driving");
}

TEST_F(ParseCatalog, KeepsEnglishSentencesWhereATranslationIsMissing) {
  put("locales/en/errors.json", R"({"store.io": {"message": "Oh", "next_step": "Wait"},
                                    "store.full": {"message": "Full", "next_step": "Tidy"}})");
  put("locales/es/errors.json", R"({"store.io": {"message": "Ay", "next_step": "Espera"}})");
  put("locales/en/core.json", R"({"results.limits": "For growth"})");

  const Result<Catalog> spanish = parse("es");

  ASSERT_TRUE(spanish.has_value()) << spanish.error().detail;
  EXPECT_EQ(spanish->errors.at("store.io").message, "Ay");
  EXPECT_EQ(spanish->errors.at("store.full").next_step, "Tidy");
  EXPECT_EQ(spanish->phrases.at("results.limits"), "For growth");
}

TEST_F(ParseCatalog, RefusesATranslationOfSomethingThatIsNotThere) {
  put("locales/en/rules.json", R"({"T.GONE": {"name": "Nothing"}})");

  expect_fault("content.unknown_id", "locales/en/rules.json: T.GONE");
}

TEST_F(ParseCatalog, RefusesToTranslateWhatHasNoWords) {
  put("locales/en/rules.json", R"({"T.DRIVER": {"verdict": "fits"}})");

  expect_fault("content.unknown_key", "locales/en/rules.json: T.DRIVER: verdict");
}

TEST_F(ParseCatalog, IgnoresAnotherLanguageThanTheOneAsked) {
  put("locales/es/rules.json", "not json at all");

  EXPECT_TRUE(parse("en").has_value());
  EXPECT_FALSE(parse("es").has_value());
}

TEST_F(ParseCatalog, SortsRulesByIdWhateverTheOrderOfFiles) {
  std::string other(kRule);
  other.replace(other.find("T.DRIVER"), 8, "T.ABLE");
  put("rules/T.ABLE.json", other);

  const Result<Catalog> parsed = parse();

  ASSERT_TRUE(parsed.has_value()) << parsed.error().detail;
  EXPECT_EQ(parsed->rules.front().id, "T.ABLE");
}

}  // namespace
}  // namespace trellis::content
