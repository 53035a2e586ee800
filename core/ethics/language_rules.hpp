// SPDX-License-Identifier: MIT
// Everything needed to review texts of one language: its rules and, where one was trained, its model. Built once, then
// only read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ethics/line_judge.hpp"

namespace trellis::ethics {

struct LineReview {
  JudgedLine judged;
  std::vector<std::size_t> safeguards;  // indices in the catalogue, rising
  bool duty = false;                    // as CheckedLine::duty
};

/// Names of what the model sees of every line of one posting, blank ones included (empty). For training.
std::vector<std::vector<std::string>> features_of_lines(const RuleSet& rules,
                                                        const std::vector<std::vector<base::Word>>& lines);

/// Names of what the model sees of one task. For training.
std::vector<std::string> features_of_task(const RuleSet& rules, const std::vector<base::Word>& words);

class LanguageRules {
 public:
  /// @param language  a tag that the catalogue has a lexicon for
  LanguageRules(const content::Catalog& catalog, const std::string& language);

  bool has_rules() const { return rules_.has_rules(); }

  /// True when a rule or a word class mentions the word.
  bool knows(const base::Word& word) const;

  /// Reviews the lines of one posting; blank lines get an empty review.
  std::vector<LineReview> review_lines(const std::vector<std::vector<base::Word>>& lines,
                                       std::string_view role_id) const;

  /// Reviews one task told in everyday words.
  JudgedLine review_task(const std::vector<base::Word>& words, std::string_view role_id) const;

 private:
  RuleSet rules_;
  std::optional<Model> model_;
};

}  // namespace trellis::ethics
