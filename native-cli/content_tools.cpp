// SPDX-License-Identifier: MIT
// `trellis content trace`, `case`, `csv`, `jsonld`: what the content says, in forms that other programs read.
// Formats: 1EdTech CASE 1.1 (March 2025), RFC 4180, schema.org Occupation and DefinedTerm.
#include <uuid/uuid.h>

#include <array>
#include <iostream>

#include "commands.hpp"
#include "content/library.hpp"
#include "content/trace.hpp"
#include "terminal.hpp"

namespace trellis::cli {
namespace {

using content::Catalog;
using content::Competency;
using OrderedJson = nlohmann::ordered_json;

/// The month that the content's facts were read in. CASE wants an instant of the last change.
constexpr const char* kChangedAt = "2026-11-01T00:00:00+00:00";

const Catalog& catalog_of(const Session& session) { return content::catalog(session.settings().locale); }

/// The same name gives the same id for good (version 5, RFC 9562).
std::string stable_uuid(const std::string& name) {
  const std::string full = "trellis:" + name;
  std::array<unsigned char, 16> bytes{};
  std::array<char, 37> text{};
  uuid_generate_sha1(bytes.data(), *uuid_get_template("url"), full.data(), full.size());
  uuid_unparse_lower(bytes.data(), text.data());
  return text.data();
}

OrderedJson link_to(const std::string& title, const std::string& name) {
  const std::string id = stable_uuid(name);
  return {{"title", title}, {"identifier", id}, {"uri", "urn:uuid:" + id}};
}

/// What every CASE object starts with.
OrderedJson object_named(const std::string& name) {
  const std::string id = stable_uuid(name);
  return {{"identifier", id}, {"uri", "urn:uuid:" + id}, {"lastChangeDateTime", kChangedAt}};
}

OrderedJson case_item(const Catalog& catalog, const std::string& id, const char* type, const std::string& statement) {
  OrderedJson item = object_named("item:" + id);
  item["fullStatement"] = statement;
  item["humanCodingScheme"] = id;
  item["CFItemType"] = type;
  item["language"] = catalog.locale;
  item["CFDocumentURI"] = link_to(catalog.framework.name, "document:" + catalog.framework.id);
  return item;
}

OrderedJson child_of(const std::string& child, const OrderedJson& parent, int place) {
  OrderedJson association = object_named("child:" + child);
  association["associationType"] = "isChildOf";
  association["sequenceNumber"] = place;
  association["originNodeURI"] = link_to(child, "item:" + child);
  association["destinationNodeURI"] = parent;
  return association;
}

/// The described levels of one competency.
OrderedJson case_rubric(const Catalog& catalog, const Competency& competency) {
  OrderedJson criterion = object_named("criterion:" + competency.id);
  criterion["description"] = competency.statement;
  criterion["CFItemURI"] = link_to(competency.id, "item:" + competency.id);
  criterion["position"] = 1;
  criterion["CFRubricCriterionLevels"] = OrderedJson::array();
  for (std::size_t i = 0; i < competency.level_texts.size(); ++i) {
    const content::Level& level = catalog.framework.levels[i];
    OrderedJson row = object_named("level:" + competency.id + ":" + std::to_string(level.number));
    row["quality"] = level.name;
    row["description"] = competency.level_texts[i];
    row["position"] = level.number;
    criterion["CFRubricCriterionLevels"].push_back(std::move(row));
  }
  OrderedJson rubric = object_named("rubric:" + competency.id);
  rubric["title"] = competency.name;
  rubric["CFRubricCriteria"] = OrderedJson::array({std::move(criterion)});
  return rubric;
}

OrderedJson case_document(const Catalog& catalog) {
  OrderedJson document = object_named("document:" + catalog.framework.id);
  document["creator"] = "Trellis";
  document["title"] = catalog.framework.name;
  document["adoptionStatus"] = "Draft";
  document["language"] = catalog.locale;
  document["description"] = "For growth by self-rating; never for hiring.";
  document["CFPackageURI"] = link_to(catalog.framework.name, "package:" + catalog.framework.id);
  return document;
}

/// One competency with its place in the tree and its levels.
void add_competency(const Catalog& catalog, const Competency& competency, int place, OrderedJson& package) {
  OrderedJson item = case_item(catalog, competency.id, "Competency", competency.statement);
  item["alternativeLabel"] = competency.name;
  item["notes"] = competency.why;
  package["CFItems"].push_back(std::move(item));
  const OrderedJson parent = link_to(competency.domain_id, "item:" + competency.domain_id);
  package["CFAssociations"].push_back(child_of(competency.id, parent, place));
  package["CFRubrics"].push_back(case_rubric(catalog, competency));
}

OrderedJson case_package(const Catalog& catalog) {
  const OrderedJson none = OrderedJson::array();
  OrderedJson package = {
      {"CFDocument", case_document(catalog)}, {"CFItems", none}, {"CFAssociations", none}, {"CFRubrics", none}};
  const OrderedJson document = link_to(catalog.framework.name, "document:" + catalog.framework.id);
  int place = 0;
  for (const content::Domain& domain : catalog.framework.domains) {
    package["CFItems"].push_back(case_item(catalog, domain.id, "Domain", domain.name));
    package["CFAssociations"].push_back(child_of(domain.id, document, ++place));
    int inner = 0;
    for (const Competency& competency : catalog.framework.competencies) {
      if (competency.domain_id == domain.id) add_competency(catalog, competency, ++inner, package);
    }
  }
  return package;
}

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

int content_case(Session& session) {
  std::cout << case_package(catalog_of(session)).dump(1) << '\n';
  return kDone;
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
