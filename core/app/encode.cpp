// SPDX-License-Identifier: MIT
#include "app/encode.hpp"

namespace trellis::app {

std::string_view family_name(std::string_view family, const content::Catalog& catalog) {
  const auto named = catalog.family_names.find(std::string(family));
  return named == catalog.family_names.end() ? family : std::string_view(named->second);
}

Json encode_clause(const content::Clause& clause, const content::Catalog& catalog) {
  const content::Document* document = catalog.find_document(clause.document_id);
  return Row()
      .text("id", clause.id)
      .text("document_id", clause.document_id)
      .text("document", document ? document->title : std::string())
      .text("published", document ? document->published : std::string())
      .text("section", clause.section)
      .text("text", clause.text)
      .json();
}

Json encode_clauses(const std::vector<std::string>& clause_ids, const content::Catalog& catalog) {
  Json rows = Json::array();
  for (const auto& id : clause_ids) {
    const content::Clause* clause = catalog.find_clause(id);
    if (clause != nullptr) rows.push_back(encode_clause(*clause, catalog));  // unknown ids were refused already
  }
  return rows;
}

Json encode_source(const content::Source& source) {
  return Row()
      .text("id", source.id)
      .text("what", source.what)
      .text("url", source.url)
      .text("trust", source.trust)
      .json();
}

Json encode_sources(const std::vector<std::string>& source_ids, const content::Catalog& catalog) {
  Json rows = Json::array();
  for (const auto& id : source_ids) {
    if (const content::Source* source = catalog.find_source(id)) rows.push_back(encode_source(*source));
  }
  return rows;
}

Json encode_rule_summary(const content::Rule& rule, const content::Catalog& catalog) {
  return Row()
      .text("id", rule.id)
      .text("verdict", content::to_string(rule.verdict))
      .text("family", rule.family)
      .text("family_name", family_name(rule.family, catalog))
      .text("name", rule.name)
      .text("why", rule.why)
      .text("condition", rule.condition)
      .json();
}

Json encode_rule(const content::Rule& rule, const content::Catalog& catalog) {
  Row row(encode_rule_summary(rule, catalog));
  row.text("status", rule.active ? "active" : "draft")
      .text("instead", rule.instead)
      .text("reply", rule.reply)
      .text("question", rule.question)
      .put("clauses", encode_clauses(rule.clause_ids, catalog))
      .put("further_sources", encode_sources(rule.source_ids, catalog));
  // Examples are written per language; where the asked one has none yet, the English ones show what is meant.
  static const content::RuleLanguage kNone;
  const auto asked = rule.languages.find(catalog.locale);
  const auto shown = asked != rule.languages.end() ? asked : rule.languages.find("en");
  const content::RuleLanguage& examples = shown == rule.languages.end() ? kNone : shown->second;
  return row.texts("matches", examples.matches)
      .put("passes", list(examples.passes,
                          [](const content::PassExample& pass) {
                            return Row().text("text", pass.text).text("expect", pass.expect).json();
                          }))
      .json();
}

namespace {

Json encode_level(const content::Level& level) {
  return Row().number("number", level.number).text("name", level.name).text("cue", level.cue).json();
}

Json encode_domain(const content::Domain& domain) {
  return Row().text("id", domain.id).text("name", domain.name).json();
}

Json encode_competency(const content::Competency& item, const content::Catalog& catalog) {
  return Row()
      .text("id", item.id)
      .text("domain_id", item.domain_id)
      .text("name", item.name)
      .text("statement", item.statement)
      .text("why", item.why)
      .text("evidence", item.evidence)
      .text("practice", item.practice)
      .texts("level_texts", item.level_texts)
      .put("clauses", encode_clauses(item.clause_ids, catalog))
      .json();
}

}  // namespace

Json encode_framework(const content::Framework& framework, const content::Catalog& catalog) {
  const auto in_catalog = [&catalog](const content::Competency& item) { return encode_competency(item, catalog); };
  return Row()
      .text("id", framework.id)
      .text("name", framework.name)
      .put("levels", list(framework.levels, encode_level))
      .put("domains", list(framework.domains, encode_domain))
      .put("competencies", list(framework.competencies, in_catalog))
      .json();
}

Json encode_rating(const competency::Rating& rating) {
  return Row()
      .text("rating_id", rating.rating_id)
      .text("competency_id", rating.competency_id)
      .text("answer", competency::to_string(rating.answer))
      .number("level", rating.level)
      .text("note", rating.note)
      .text("rated_at", rating.rated_at)
      .number("revision", rating.revision)
      .json();
}

Json encode_ratings(const std::vector<competency::Rating>& ratings) { return list(ratings, encode_rating); }

Json encode_error(const Error& error, const content::Catalog& catalog) {
  auto words = catalog.errors.find(error.code);
  if (words == catalog.errors.end()) words = catalog.errors.find("internal.failure");
  const bool known = words != catalog.errors.end();
  return Row()
      .text("code", error.code)
      .text("message", known ? words->second.message : error.code)
      .text("next_step", known ? words->second.next_step : std::string())
      .text("detail", error.detail)
      .json();
}

}  // namespace trellis::app
