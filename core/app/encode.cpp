// SPDX-License-Identifier: MIT
#include "app/encode.hpp"

namespace trellis::app {
namespace {

template <class Items, class Encode>
Json list(const Items& items, Encode encode) {
  Json rows = Json::array();
  for (const auto& item : items) rows.push_back(encode(item));
  return rows;
}

Json nullable(const std::optional<int>& value) { return value ? Json(*value) : Json(nullptr); }

}  // namespace

std::string_view family_name(std::string_view family, const content::Catalog& catalog) {
  const auto named = catalog.family_names.find(std::string(family));
  return named == catalog.family_names.end() ? family : std::string_view(named->second);
}

Json encode_clauses(const std::vector<std::string>& clause_ids, const content::Catalog& catalog) {
  Json rows = Json::array();
  for (const auto& id : clause_ids) {
    const content::Clause* clause = catalog.find_clause(id);
    if (clause == nullptr) continue;  // the catalogue has refused unknown ids already
    const content::Document* document = catalog.find_document(clause->document_id);
    rows.push_back({{"id", clause->id},
                    {"document_id", clause->document_id},
                    {"document", document ? document->title : ""},
                    {"published", document ? document->published : ""},
                    {"section", clause->section},
                    {"text", clause->text}});
  }
  return rows;
}

Json encode_source(const content::Source& source) {
  return {{"id", source.id}, {"what", source.what}, {"url", source.url}, {"trust", source.trust}};
}

Json encode_sources(const std::vector<std::string>& source_ids, const content::Catalog& catalog) {
  Json rows = Json::array();
  for (const auto& id : source_ids) {
    if (const content::Source* source = catalog.find_source(id)) rows.push_back(encode_source(*source));
  }
  return rows;
}

Json encode_rule_summary(const content::Rule& rule, const content::Catalog& catalog) {
  return {{"id", rule.id},
          {"verdict", content::to_string(rule.verdict)},
          {"family", rule.family},
          {"family_name", family_name(rule.family, catalog)},
          {"name", rule.name},
          {"why", rule.why},
          {"condition", rule.condition}};
}

Json encode_rule(const content::Rule& rule, const content::Catalog& catalog) {
  Json row = encode_rule_summary(rule, catalog);
  row["status"] = rule.active ? "active" : "draft";
  row["instead"] = rule.instead;
  row["reply"] = rule.reply;
  row["question"] = rule.question;
  row["clauses"] = encode_clauses(rule.clause_ids, catalog);
  row["further_sources"] = encode_sources(rule.source_ids, catalog);
  // Examples are written per language; where the asked one has none yet, the English ones show what is meant.
  const auto asked = rule.languages.find(catalog.locale);
  const auto shown = asked != rule.languages.end() ? asked : rule.languages.find("en");
  row["matches"] = Json::array();
  row["passes"] = Json::array();
  if (shown != rule.languages.end()) {
    row["matches"] = shown->second.matches;
    row["passes"] = list(shown->second.passes, [](const content::PassExample& pass) {
      return Json{{"text", pass.text}, {"expect", pass.expect}};
    });
  }
  return row;
}

Json encode_framework(const content::Catalog& catalog) {
  const content::Framework& framework = catalog.framework;
  return {{"id", framework.id},
          {"name", framework.name},
          {"levels", list(framework.levels,
                          [](const content::Level& level) {
                            return Json{{"number", level.number}, {"name", level.name}, {"cue", level.cue}};
                          })},
          {"domains", list(framework.domains,
                           [](const content::Domain& domain) {
                             return Json{{"id", domain.id}, {"name", domain.name}};
                           })},
          {"competencies", list(framework.competencies, [&catalog](const content::Competency& item) {
             return Json{{"id", item.id},
                         {"domain_id", item.domain_id},
                         {"name", item.name},
                         {"statement", item.statement},
                         {"why", item.why},
                         {"evidence", item.evidence},
                         {"practice", item.practice},
                         {"level_texts", item.level_texts},
                         {"clauses", encode_clauses(item.clause_ids, catalog)}};
           })}};
}

Json encode_rating(const competency::Rating& rating) {
  return {{"rating_id", rating.rating_id},
          {"competency_id", rating.competency_id},
          {"answer", competency::to_string(rating.answer)},
          {"level", nullable(rating.level)},
          {"note", rating.note},
          {"rated_at", rating.rated_at},
          {"revision", rating.revision}};
}

Json encode_ratings(const std::vector<competency::Rating>& ratings) { return list(ratings, encode_rating); }

Json encode_error(const Error& error, const content::Catalog& catalog) {
  auto words = catalog.errors.find(error.code);
  if (words == catalog.errors.end()) words = catalog.errors.find("internal.failure");
  const bool known = words != catalog.errors.end();
  return {{"code", error.code},
          {"message", known ? words->second.message : error.code},
          {"next_step", known ? words->second.next_step : ""},
          {"detail", error.detail}};
}

}  // namespace trellis::app
