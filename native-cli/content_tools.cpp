// SPDX-License-Identifier: MIT
// `trellis content trace`, `csv`, `jsonld`: what the content says, in forms that other programs read.
// Formats: RFC 4180, schema.org Occupation and DefinedTerm. CASE has a file of its own.
#include <iostream>

#include "commands.hpp"
#include "content/library.hpp"
#include "content/trace.hpp"
#include "stable_uuid.hpp"
#include "terminal.hpp"

namespace trellis::cli {
namespace {

using content::Catalog;
using content::Competency;
using OrderedJson = nlohmann::ordered_json;

const Catalog& catalog_of(const Session& session) { return content::catalog(session.settings().locale); }

/// One field of RFC 4180. What a spreadsheet would run as a formula gets an apostrophe in front.
std::string csv_field(const std::string& text) {
  const bool is_formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
  std::string field = is_formula ? "\"'" : "\"";
  for (const char byte : text) field.append(byte == '"' ? 2 : 1, byte);
  return field + "\"";
}

void print_csv_row(const std::vector<std::string>& fields) {
  std::string row;
  for (const std::string& field : fields) row.append(row.empty() ? "" : ",").append(csv_field(field));
  std::cout << row << "\r\n";
}

OrderedJson defined_term(const Competency& competency) {
  return {{"@type", "DefinedTerm"},
          {"@id", "urn:uuid:" + stable_uuid("item:" + competency.id)},
          {"termCode", competency.id},
          {"name", competency.name},
          {"description", competency.statement}};
}

OrderedJson occupation(const Catalog& catalog, const content::Role& role) {
  OrderedJson row = {{"@type", "Occupation"},
                     {"@id", "urn:uuid:" + stable_uuid("role:" + role.id)},
                     {"identifier", role.id},
                     {"name", role.name},
                     {"alternateName", role.short_name},
                     {"description", role.purpose},
                     {"responsibilities", OrderedJson::array()}};
  for (const std::string& id : role.function_ids) {
    const content::Rule* rule = catalog.find_rule(id);
    if (rule != nullptr && rule->active && rule->condition.empty()) row["responsibilities"].push_back(rule->name);
  }
  return row;
}

}  // namespace

int content_trace(Session& session) {
  const auto library = content::library(catalog_of(session));
  const auto growth = content::growth_pack(catalog_of(session));
  if (!library || !growth) return kUsage;
  const auto traced = content::trace(catalog_of(session), **library, **growth);
  std::size_t realised = 0;
  Json rows = Json::array();
  for (const content::TracedClause& row : traced) {
    realised += row.content_ids.empty() ? 0U : 1U;
    if (session.settings().json) {
      rows.push_back({{"clause", row.clause_id}, {"content", row.content_ids}, {"routes", row.routes}});
      continue;
    }
    std::string names;
    for (const std::string& id : row.content_ids) names.append(names.empty() ? "" : ", ").append(id);
    print_paragraph(names.empty() ? session.words("trace.nothing") : names, 28, row.clause_id);
  }
  if (session.settings().json) {
    print_json(rows);
  } else {
    std::cout << '\n' << realised << " / " << traced.size() << ' ' << session.words("trace.realised") << '\n';
  }
  return realised == traced.size() ? kDone : kConcerns;
}

int content_csv(Session& session) {
  const Catalog& catalog = catalog_of(session);
  std::vector<std::string> head = {"id", "domain", "name", "statement", "why", "evidence", "practice"};
  for (const content::Level& level : catalog.framework.levels) head.push_back("level_" + std::to_string(level.number));
  head.push_back("clauses");
  std::cout << "\xEF\xBB\xBF";  // so that spreadsheets read UTF-8
  print_csv_row(head);
  for (const Competency& item : catalog.framework.competencies) {
    std::vector<std::string> row = {item.id,  item.domain_id, item.name,    item.statement,
                                    item.why, item.evidence,  item.practice};
    row.insert(row.end(), item.level_texts.begin(), item.level_texts.end());
    std::string clauses;
    for (const std::string& id : item.clause_ids) clauses.append(clauses.empty() ? "" : " ").append(id);
    row.push_back(clauses);
    print_csv_row(row);
  }
  return kDone;
}

int content_jsonld(Session& session) {
  const Catalog& catalog = catalog_of(session);
  OrderedJson terms = {
      {"@type", "DefinedTermSet"}, {"name", catalog.framework.name}, {"hasDefinedTerm", OrderedJson::array()}};
  for (const Competency& item : catalog.framework.competencies) terms["hasDefinedTerm"].push_back(defined_term(item));
  OrderedJson graph = OrderedJson::array();
  for (const content::Role& role : catalog.roles) graph.push_back(occupation(catalog, role));
  graph.push_back(std::move(terms));
  const OrderedJson context = {{"@vocab", "https://schema.org/"}, {"@language", catalog.locale}};
  std::cout << OrderedJson{{"@context", context}, {"@graph", graph}}.dump(1) << '\n';
  return kDone;
}

}  // namespace trellis::cli
