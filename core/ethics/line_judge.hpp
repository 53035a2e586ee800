// SPDX-License-Identifier: MIT
// From the rules that spoke in one line, and the model's opinion of it, to one finding per duty and one verdict.
// Most severe part first. Where the two disagree, see weigh_in().
#pragma once

#include <string>
#include <vector>

#include "ethics/model.hpp"
#include "ethics/rule_set.hpp"

namespace trellis::ethics {

/// One duty of a line as it was judged.
struct JudgedDuty {
  const content::Rule* rule = nullptr;
  content::Verdict verdict = content::Verdict::neutral;
  std::string family;
  base::TextSpan span;
  bool negated = false;
  bool unsure = false;
  std::size_t part_count = 0;  // of the pattern that matched; 0 where only the model speaks
};

struct JudgedLine {
  content::Verdict verdict = content::Verdict::neutral;
  std::vector<std::string> families;  // of the most severe part, in order of first mention
  bool unsure = false;
  std::vector<JudgedDuty> duties;
};

/// What the rules alone say. Hits of rules that `role_id` does not have are taken out before.
/// @param section  the part of the posting that the line stands in
JudgedLine judge_by_rules(const ReadLine& line, std::span<const RuleHit> hits, Section section);

/// Lets the model weigh in on what the rules said. The model decides the verdict of the line: it was trained on how
/// people label lines in which these rules speak. A finding always rests on a rule: on the one that matched, or, where
/// only the model speaks, on the one that stands for the family it saw; the latter is `unsure` unless the lead is
/// clear. A heading such as "Qualifications" and words that deny a task outweigh the model.
/// @param role_id  findings of the model stay within the rules of this role
void weigh_in(const Model& model, const Opinion& opinion, const ReadLine& line, Section section,
              std::string_view role_id, JudgedLine& judged);

/// Whether `rule` speaks about `role_id`. Rules of one role's own pack are silent for every other role and for "any",
/// which is what all peer roles share.
bool applies_to(const content::Rule& rule, std::string_view role_id);

}  // namespace trellis::ethics
