// SPDX-License-Identifier: MIT
// Rule hits to verdicts: denial turns a conflict into a protection, a qualification takes the task out of it.
#include "ethics/line_judge.hpp"

#include <algorithm>

namespace trellis::ethics {
namespace {

using content::Verdict;

constexpr std::size_t kDutyWordsMin = 3;

bool is_concern(Verdict verdict) { return verdict == Verdict::conflict || verdict == Verdict::depends; }

/// True for the parts of a posting that give no duties.
bool is_aside(Section section) { return section != Section::unknown && section != Section::duties; }

/// Verdict of one rule hit, or neutral when the words around it take its force.
Verdict verdict_of(const RuleHit& hit, const ReadLine& line, Section section) {
  const Verdict verdict = hit.rule->verdict;
  if (hit.denied) return is_concern(verdict) ? Verdict::fits : Verdict::neutral;
  const bool asked_for = line.scope.qualified[hit.begin] || section == Section::qualifications;
  return asked_for || (is_aside(section) && is_concern(verdict)) ? Verdict::neutral : verdict;
}

base::TextSpan span_of(const ReadLine& line, std::size_t begin, std::size_t end) {
  if (begin >= end) return {line.tokens.front().span.begin, line.tokens.back().span.end};
  return {line.tokens[begin].span.begin, line.tokens[end - 1].span.end};
}

/// True when `left` says more about a duty than `right`.
bool outweighs(const JudgedDuty& left, const JudgedDuty& right) {
  if (left.verdict != right.verdict) return left.verdict < right.verdict;
  if (left.negated != right.negated) return left.negated;
  if (left.part_count != right.part_count) return left.part_count > right.part_count;
  return left.span.end - left.span.begin > right.span.end - right.span.begin;
}

void add_family(std::vector<std::string>& families, const std::string& family) {
  if (std::find(families.begin(), families.end(), family) == families.end()) families.push_back(family);
}

Verdict verdict_of(Leaning leaning) {
  return leaning == Leaning::protects ? Verdict::fits : static_cast<Verdict>(leaning);
}

/// True when the line carries a finding of this kind already.
bool has_duty(const JudgedLine& judged, Verdict verdict, bool negated) {
  return std::any_of(judged.duties.begin(), judged.duties.end(),
                     [&](const JudgedDuty& duty) { return duty.verdict == verdict && duty.negated == negated; });
}

/// Takes out what the line's verdict leaves no room for; a concern that is only weaker stays as one that depends.
void settle_duties(JudgedLine& judged, bool protects) {
  for (JudgedDuty& duty : judged.duties)
    if (judged.verdict == Verdict::depends && duty.verdict == Verdict::conflict) {
      duty.verdict = Verdict::depends;
      duty.unsure = true;
    }
  const auto out_of_place = [&](const JudgedDuty& duty) {
    return duty.verdict < judged.verdict || (protects && !duty.negated && is_concern(duty.verdict));
  };
  judged.duties.erase(std::remove_if(judged.duties.begin(), judged.duties.end(), out_of_place), judged.duties.end());
}

void collect_families(JudgedLine& judged, bool protects) {
  judged.families.clear();
  for (const JudgedDuty& duty : judged.duties)
    if (duty.verdict == judged.verdict && duty.negated == protects) add_family(judged.families, duty.family);
}

}  // namespace

bool applies_to(const content::Rule& rule, std::string_view role_id) {
  return rule.applies_to.empty() ||
         std::find(rule.applies_to.begin(), rule.applies_to.end(), role_id) != rule.applies_to.end();
}

JudgedLine judge_by_rules(const ReadLine& line, std::span<const RuleHit> hits, Section section) {
  std::vector<JudgedDuty> best(line.segments.duties.size());
  std::vector<JudgedDuty> spoken;
  for (const RuleHit& hit : hits) {
    const Verdict verdict = verdict_of(hit, line, section);
    if (verdict == Verdict::neutral) continue;
    JudgedDuty duty{hit.rule,   verdict, hit.rule->family, span_of(line, hit.begin, hit.end),
                    hit.denied, false,   hit.part_count};
    JudgedDuty& known = best[hit.duty];
    if (known.rule == nullptr || outweighs(duty, known)) known = duty;
    spoken.push_back(std::move(duty));
  }
  JudgedLine judged;
  for (const JudgedDuty& duty : spoken) judged.verdict = std::min(judged.verdict, duty.verdict);
  const bool protects = judged.verdict == Verdict::fits &&
                        std::any_of(spoken.begin(), spoken.end(), [](const JudgedDuty& duty) { return duty.negated; });
  for (const JudgedDuty& duty : spoken)
    if (duty.verdict == judged.verdict && duty.negated == protects) add_family(judged.families, duty.family);
  for (JudgedDuty& duty : best)
    if (duty.rule != nullptr) judged.duties.push_back(std::move(duty));
  return judged;
}

void weigh_in(const Model& model, const Opinion& opinion, const ReadLine& line, Section section,
              std::string_view role_id, JudgedLine& judged) {
  // A heading outweighs the model: what is asked for, or offered, is no duty.
  if (is_aside(section) && !is_concern(judged.verdict) && is_concern(verdict_of(opinion.leaning))) return;
  // A word or two hold no duty unless a rule says so: "Welcome!" is not a concern because the lines around it are.
  if (line.tokens.size() < kDutyWordsMin && !is_concern(judged.verdict) && is_concern(verdict_of(opinion.leaning)))
    return;
  // Words that deny a task outweigh the model: a protective line must not be called a conflict.
  const bool denied = judged.verdict == Verdict::fits && has_duty(judged, Verdict::fits, true);
  const bool protects = opinion.leaning == Leaning::protects || (denied && opinion.leaning == Leaning::conflict);
  const Verdict verdict = protects ? Verdict::fits : verdict_of(opinion.leaning);
  const bool agrees = judged.verdict == verdict && (!protects || has_duty(judged, Verdict::fits, true));
  judged.verdict = verdict;
  judged.unsure = !opinion.sure && !agrees;
  settle_duties(judged, protects);
  const bool needs_finding = (is_concern(verdict) || protects) && !has_duty(judged, verdict, protects);
  const content::Rule* rule = needs_finding ? model.rule_of(opinion.family, verdict) : nullptr;
  if (rule != nullptr && applies_to(*rule, role_id))
    judged.duties.push_back(
        {rule, verdict, opinion.family, span_of(line, opinion.begin, opinion.end), protects, !opinion.sure, 0});
  collect_families(judged, protects);
  if (!is_concern(verdict) && !protects) return;
  for (const std::string& family : opinion.families) add_family(judged.families, family);
}

}  // namespace trellis::ethics
