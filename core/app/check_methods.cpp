// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "app/encode.hpp"
#include "app/methods.hpp"
#include "app/params.hpp"
#include "base/text.hpp"
#include "ethics/check.hpp"

namespace trellis::app {
namespace {

using content::Verdict;

struct CheckParams {
  std::string role_id;
  std::string text;
};

Result<CheckParams> read_params(const Call& call) {
  Params params(call.params, {"locale", "role_id", "text"});
  CheckParams wanted{params.text("role_id"), params.text("text")};
  if (params.error()) return tl::unexpected<Error>(*params.error());
  return wanted;
}

/// Spans on the wire count UTF-16 units.
Json encode_span(const ethics::ByteSpan& span, base::Utf16Offsets& offsets) {
  const std::size_t begin = offsets.at(span.begin);
  return Row().number("begin", begin).number("end", offsets.at(span.end)).json();
}

Json encode_language(const ethics::LanguageGuess& language) {
  return Row().text("tag", language.tag).flag("has_rules", language.has_rules).json();
}

Json encode_finding(const ethics::Finding& finding, base::Utf16Offsets& offsets, const content::Catalog& catalog) {
  const content::Rule& rule = *finding.rule;
  return Row()
      .text("rule_id", rule.id)
      .text("verdict", content::to_string(finding.verdict))
      .text("family", finding.family)
      .text("family_name", family_name(finding.family, catalog))
      .number("line_number", finding.line_index + 1)
      .put("span", encode_span(finding.span, offsets))
      .flag("negated", finding.negated)
      .flag("unsure", finding.unsure)
      .text("name", rule.name)
      .text("why", rule.why)
      .text("condition", rule.condition)
      .text("instead", rule.instead)
      .text("reply", rule.reply)
      .text("question", rule.question)
      .put("clauses", encode_clauses(rule.clause_ids, catalog))
      .put("further_sources", encode_sources(rule.source_ids, catalog))
      .json();
}

Json encode_findings(const std::vector<ethics::Finding>& findings, std::string_view text,
                     const content::Catalog& catalog) {
  base::Utf16Offsets offsets(text);
  return list(findings, [&](const ethics::Finding& finding) { return encode_finding(finding, offsets, catalog); });
}

Json encode_lines(const std::vector<ethics::CheckedLine>& lines, std::string_view text) {
  base::Utf16Offsets offsets(text);
  std::size_t line_number = 0;
  return list(lines, [&](const ethics::CheckedLine& line) {
    return Row()
        .number("line_number", ++line_number)
        .put("span", encode_span(line.span, offsets))
        .text("verdict", content::to_string(line.verdict))
        .texts("categories", line.families)
        .flag("unsure", line.unsure)
        .json();
  });
}

using LineCounts = std::map<Verdict, int>;

LineCounts count_lines(const std::vector<ethics::CheckedLine>& lines) {
  LineCounts counts;
  for (const auto& line : lines) ++counts[line.verdict];
  return counts;
}

Json encode_counts(LineCounts counts) {
  return Row()
      .number("conflict", counts[Verdict::conflict])
      .number("depends", counts[Verdict::depends])
      .number("fits", counts[Verdict::fits])
      .number("neutral", counts[Verdict::neutral])
      .json();
}

/// The share of duties that are in role, counted in lines.
Json encode_duties(const std::vector<ethics::CheckedLine>& lines) {
  int total = 0;
  int in_role = 0;
  for (const auto& line : lines) {
    if (!line.duty) continue;
    ++total;
    if (line.verdict == Verdict::fits) ++in_role;
  }
  return Row().number("total", total).number("in_role", in_role).json();
}

Json encode_safeguard(const ethics::SafeguardSeen& seen, const content::Catalog& catalog) {
  const content::Safeguard& safeguard = *seen.safeguard;
  Row row;
  row.text("id", safeguard.id).text("name", safeguard.name).flag("present", seen.line_index.has_value());
  if (seen.line_index) row.number("line_number", *seen.line_index + 1);
  if (!seen.line_index) row.nothing("line_number");
  return row.text("why", safeguard.why)
      .text("question", safeguard.question)
      .put("clauses", encode_clauses(safeguard.clause_ids, catalog))
      .json();
}

/// Questions for the employer: first about conflicts, then about what depends, then about protections not seen.
Json encode_questions(const ethics::PostingReview& review) {
  std::vector<std::string_view> questions;
  const auto ask = [&questions](std::string_view question) {
    if (question.empty() || std::find(questions.begin(), questions.end(), question) != questions.end()) return;
    questions.push_back(question);
  };
  for (const Verdict verdict : {Verdict::conflict, Verdict::depends}) {
    for (const auto& finding : review.findings) {
      if (finding.verdict == verdict) ask(finding.rule->question);
    }
  }
  for (const auto& item : review.safeguards) {
    if (!item.line_index) ask(item.safeguard->question);
  }
  return list(questions, [](std::string_view question) { return Json(std::string(question)); });
}

}  // namespace

Result<Json> check_posting(const Call& call) {
  const auto wanted = read_params(call);
  if (!wanted) return tl::unexpected<Error>(wanted.error());
  const auto review = call.state.checker(call.catalog).check_posting(wanted->text, wanted->role_id);
  if (!review) return tl::unexpected<Error>(review.error());
  const content::Catalog& catalog = call.catalog;
  const LineCounts counts = count_lines(review->lines);
  const auto safeguard = [&catalog](const ethics::SafeguardSeen& seen) { return encode_safeguard(seen, catalog); };
  return Row()
      .put("language", encode_language(review->language))
      .put("counts", encode_counts(counts))
      .put("duties", encode_duties(review->lines))
      .put("lines", encode_lines(review->lines, wanted->text))
      .put("findings", encode_findings(review->findings, wanted->text, catalog))
      .put("safeguards", list(review->safeguards, safeguard))
      .put("questions", encode_questions(*review))
      .json();
}

Result<Json> check_task(const Call& call) {
  const auto wanted = read_params(call);
  if (!wanted) return tl::unexpected<Error>(wanted.error());
  const auto review = call.state.checker(call.catalog).check_task(wanted->text, wanted->role_id);
  if (!review) return tl::unexpected<Error>(review.error());
  return Row()
      .put("language", encode_language(review->language))
      .text("verdict", content::to_string(review->verdict))
      .texts("categories", review->families)
      .flag("unsure", review->unsure)
      .put("findings", encode_findings(review->findings, wanted->text, call.catalog))
      .json();
}

}  // namespace trellis::app
