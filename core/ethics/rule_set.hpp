// SPDX-License-Identifier: MIT
// The rules of one language, compiled: word numbers, classes, patterns, cues. Built once, then only read.
#pragma once

#include <string>
#include <vector>

#include "content/catalog.hpp"
#include "ethics/pattern.hpp"
#include "ethics/scope.hpp"
#include "ethics/segment.hpp"
#include "ethics/vocabulary.hpp"
#include "ethics/word_classes.hpp"

namespace trellis::ethics {

/// A rule that spoke: half-open range of tokens of the line.
struct RuleHit {
  const content::Rule* rule = nullptr;
  std::uint32_t rule_index = 0;  // in the catalogue
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t duty = 0;  // index into SegmentedLine::duties
  bool denied = false;
  std::size_t part_count = 0;  // of the pattern that matched
};

/// One line, read: everything that judging and learning look at.
struct ReadLine {
  std::vector<Token> tokens;
  std::vector<std::string> forms;  // by token: the folded word
  std::vector<std::string> stems;  // by token: its stem
  ClassHits hits;
  SegmentedLine segments;
  LineScope scope;
};

class RuleSet {
 public:
  /// @param language  BCP 47 tag that the catalogue has a lexicon for
  RuleSet(const content::Catalog& catalog, const std::string& language);

  const std::string& language() const { return vocabulary_.language(); }
  /// False when no active rule has a pattern in this language.
  bool has_rules() const { return rule_patterns_.size() > 0; }

  ReadLine read(const std::vector<base::Word>& words, base::Stemmer& stemmer) const;

  /// Every rule that speaks in a line, unless its own conditions silence it. By token, then rule id.
  std::vector<RuleHit> find_rules(const ReadLine& line) const;

  /// Indices of the safeguards of the catalogue that a line shows, rising.
  std::vector<std::size_t> find_safeguards(const ReadLine& line) const;

  const WordClasses& classes() const { return classes_; }
  const content::Catalog& catalog() const { return *catalog_; }
  /// Classes below this number have a name in the lexicon; the others come from patterns.
  std::size_t named_class_count() const { return named_class_count_; }
  /// Name of a class below named_class_count().
  const std::string& class_name(ClassId class_id) const { return class_names_[class_id]; }
  const Vocabulary& vocabulary() const { return vocabulary_; }

 private:
  void compile_rules(const content::Catalog& catalog);
  void compile_safeguards(const content::Catalog& catalog);
  void find_rules_in(const ReadLine& line, const Sentence& sentence, std::vector<RuleHit>& found) const;

  const content::Catalog* catalog_;
  Vocabulary vocabulary_;
  WordClasses classes_;
  std::size_t named_class_count_;
  std::vector<std::string> class_names_;
  ShapeClasses shape_;
  ScopeClasses scope_;
  Patterns rule_patterns_;  // owner: index of the rule
  Patterns unless_patterns_;
  Patterns safeguard_patterns_;
};

}  // namespace trellis::ethics
