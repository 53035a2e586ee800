// SPDX-License-Identifier: MIT
// Every rule brings examples that must and must not match; here they are run, in every language that has rules.
// Read from the files of content/, since the embedded bundle carries only some of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "content/catalog.hpp"
#include "ethics/rule_set.hpp"

namespace trellis::ethics {
namespace {

content::Catalog read_content() {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(TRELLIS_SOURCE_DIR) / "content";
  std::map<std::string, std::string> texts;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    const std::string path = fs::relative(entry.path(), folder).generic_string();
    const bool for_others = path.starts_with("schema/") || path.starts_with("model/") || path == "glossary.json" ||
                            path.find("/ui") != std::string::npos;
    if (entry.path().extension() != ".json" || for_others) continue;
    std::ostringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    texts[path] = text.str();
  }
  std::vector<content::BundledFile> files;
  for (const auto& [path, text] : texts) files.push_back({path, text});
  Result<content::Catalog> catalog = content::parse_catalog(files, "en");
  return catalog ? std::move(*catalog) : content::Catalog{};
}

const content::Catalog& content_catalog() {
  static const content::Catalog kCatalog = read_content();
  return kCatalog;
}

class RuleExamples : public testing::TestWithParam<std::string> {
 protected:
  RuleExamples() : rules_(content_catalog(), GetParam()), stemmer_(GetParam()) {}

  std::vector<RuleHit> hits(const std::string& text) {
    return rules_.find_rules(rules_.read(base::split_words(text), stemmer_));
  }

  RuleSet rules_;
  base::Stemmer stemmer_;
};

TEST_P(RuleExamples, MatchesSpeak) {
  for (const content::Rule& rule : content_catalog().rules) {
    const auto words = rule.languages.find(GetParam());
    if (!rule.active || words == rule.languages.end()) continue;
    for (const std::string& text : words->second.matches) {
      const std::vector<RuleHit> found = hits(text);
      const bool speaks = std::any_of(found.begin(), found.end(), [&](const RuleHit& hit) {
        const bool as_severe = hit.rule->family == rule.family && hit.rule->verdict <= rule.verdict;
        return !hit.denied && (hit.rule == &rule || as_severe);
      });
      EXPECT_TRUE(speaks) << rule.id << ": " << text;
    }
  }
}

TEST_P(RuleExamples, PassesStaySilent) {
  for (const content::Rule& rule : content_catalog().rules) {
    const auto words = rule.languages.find(GetParam());
    if (!rule.active || words == rule.languages.end()) continue;
    for (const content::PassExample& pass : words->second.passes) {
      const std::vector<RuleHit> found = hits(pass.text);
      const bool speaks =
          std::any_of(found.begin(), found.end(), [&](const RuleHit& hit) { return !hit.denied && hit.rule == &rule; });
      EXPECT_FALSE(speaks) << rule.id << ": " << pass.text;
    }
  }
}

TEST_P(RuleExamples, PatternsCompile) {
  const content::Lexicon& lexicon = content_catalog().lexicons.at(GetParam());
  Vocabulary vocabulary(GetParam(), lexicon.unstemmed);
  WordClasses classes(lexicon, vocabulary);
  Patterns patterns;
  const auto check = [&](const std::vector<std::string>& sources, const std::string& id) {
    for (const std::string& source : sources)
      EXPECT_TRUE(patterns.add(source, 0, classes).has_value()) << id << ": " << source;
  };

  for (const content::Rule& rule : content_catalog().rules)
    if (const auto words = rule.languages.find(GetParam()); words != rule.languages.end()) {
      check(words->second.patterns, rule.id);
      check(words->second.unless, rule.id);
    }
  for (const content::Safeguard& safeguard : content_catalog().safeguards)
    if (const auto words = safeguard.patterns.find(GetParam()); words != safeguard.patterns.end())
      check(words->second, safeguard.id);
}

std::vector<std::string> languages_with_rules() {
  std::vector<std::string> tags;
  for (const auto& entry : content_catalog().lexicons)
    if (RuleSet(content_catalog(), entry.first).has_rules()) tags.push_back(entry.first);
  return tags;
}

TEST(RuleContent, BringsThreeExamplesEachWay) {
  ASSERT_FALSE(content_catalog().rules.empty());
  for (const content::Rule& rule : content_catalog().rules)
    for (const auto& [tag, language] : rule.languages) {
      EXPECT_GE(language.matches.size(), 3U) << rule.id << " " << tag;
      EXPECT_GE(language.passes.size(), 3U) << rule.id << " " << tag;
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, RuleExamples, testing::ValuesIn(languages_with_rules()),
                         [](const auto& parameter) { return parameter.param; });

}  // namespace
}  // namespace trellis::ethics
