// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

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
  return {{"begin", begin}, {"end", offsets.at(span.end)}};
}

Json encode_language(const ethics::LanguageGuess& language) {
  return {{"tag", language.tag}, {"has_rules", language.has_rules}};
}

Json encode_finding(const ethics::Finding& finding, base::Utf16Offsets& offsets, const content::Catalog& catalog) {
  const content::Rule& rule = *finding.rule;
  return {{"rule_id", rule.id},
          {"verdict", content::to_string(finding.verdict)},
          {"family", finding.family},
          {"family_name", family_name(finding.family, catalog)},
          {"line_number", finding.line_index + 1},
          {"span", encode_span(finding.span, offsets)},
          {"negated", finding.negated},
          {"unsure", finding.unsure},
          {"name", rule.name},
          {"why", rule.why},
          {"condition", rule.condition},
          {"instead", rule.instead},
          {"reply", rule.reply},
          {"question", rule.question},
          {"clauses", encode_clauses(rule.clause_ids, catalog)},
          {"further_sources", encode_sources(rule.source_ids, catalog)}};
}

Json encode_findings(const std::vector<ethics::Finding>& findings, std::string_view text,
                     const content::Catalog& catalog) {
  base::Utf16Offsets offsets(text);
  Json rows = Json::array();
  for (const auto& finding : findings) rows.push_back(encode_finding(finding, offsets, catalog));
  return rows;
}

Json encode_lines(const std::vector<ethics::CheckedLine>& lines, std::string_view text) {
  base::Utf16Offsets offsets(text);
  Json rows = Json::array();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    rows.push_back({{"line_number", i + 1},
                    {"span", encode_span(lines[i].span, offsets)},
                    {"verdict", content::to_string(lines[i].verdict)},
                    {"categories", lines[i].families},
                    {"unsure", lines[i].unsure}});
  }
  return rows;
}

Json encode_counts(const std::vector<ethics::CheckedLine>& lines) {
  Json counts = Json::object();
  for (const Verdict verdict : {Verdict::conflict, Verdict::depends, Verdict::fits, Verdict::neutral}) {
    counts[std::string(content::to_string(verdict))] = std::count_if(
        lines.begin(), lines.end(), [verdict](const ethics::CheckedLine& line) { return line.verdict == verdict; });
  }
  return counts;
}

Json encode_safeguards(const std::vector<ethics::SafeguardSeen>& seen, const content::Catalog& catalog) {
  Json rows = Json::array();
  for (const auto& item : seen) {
    const content::Safeguard& safeguard = *item.safeguard;
    rows.push_back({{"id", safeguard.id},
                    {"name", safeguard.name},
                    {"present", item.line_index.has_value()},
                    {"line_number", item.line_index ? Json(*item.line_index + 1) : Json(nullptr)},
                    {"why", safeguard.why},
                    {"question", safeguard.question},
                    {"clauses", encode_clauses(safeguard.clause_ids, catalog)}});
  }
  return rows;
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
  return questions;
}

}  // namespace

Result<Json> check_posting(const Call& call) {
  const auto wanted = read_params(call);
  if (!wanted) return tl::unexpected<Error>(wanted.error());
  const auto review = call.state.checker(call.catalog).check_posting(wanted->text, wanted->role_id);
  if (!review) return tl::unexpected<Error>(review.error());
  return Json{{"language", encode_language(review->language)},
              {"counts", encode_counts(review->lines)},
              {"lines", encode_lines(review->lines, wanted->text)},
              {"findings", encode_findings(review->findings, wanted->text, call.catalog)},
              {"safeguards", encode_safeguards(review->safeguards, call.catalog)},
              {"questions", encode_questions(*review)}};
}

Result<Json> check_task(const Call& call) {
  const auto wanted = read_params(call);
  if (!wanted) return tl::unexpected<Error>(wanted.error());
  const auto review = call.state.checker(call.catalog).check_task(wanted->text, wanted->role_id);
  if (!review) return tl::unexpected<Error>(review.error());
  return Json{{"language", encode_language(review->language)},
              {"verdict", content::to_string(review->verdict)},
              {"categories", review->families},
              {"unsure", review->unsure},
              {"findings", encode_findings(review->findings, wanted->text, call.catalog)}};
}

}  // namespace trellis::app
