// SPDX-License-Identifier: MIT
// `trellis content case`: the competencies, those of leaders too, as a package of 1EdTech CASE 1.1 (March 2025).
// Information model: section 7.1 (CFPackage and what it holds). contract/case.schema.json says what we keep to. There
// are no scores in it: our levels are for growth.
#include <iostream>

#include "commands.hpp"
#include "content/library.hpp"
#include "library_print.hpp"
#include "stable_uuid.hpp"

namespace trellis::cli {
namespace {

using content::Catalog;
using content::Competency;
using OrderedJson = nlohmann::ordered_json;

/// The month that the content's facts were read in. CASE wants an instant of the last change.
constexpr const char* kChangedAt = "2026-11-01T00:00:00+00:00";

/// What a rubric is made of: one competency, ours or of leaders.
struct Statement {
  std::string id;
  std::string name;
  std::string text;
  std::vector<std::string> levels;
};

std::string uri_of(const std::string& uuid) { return "urn:uuid:" + uuid; }

OrderedJson link_to(const std::string& title, const std::string& name) {
  const std::string id = stable_uuid(name);
  return {{"title", title}, {"identifier", id}, {"uri", uri_of(id)}};
}

/// What every CASE object starts with.
OrderedJson object_named(const std::string& name) {
  const std::string id = stable_uuid(name);
  return {{"identifier", id}, {"uri", uri_of(id)}, {"lastChangeDateTime", kChangedAt}};
}

OrderedJson case_item(const Catalog& catalog, const std::string& id, const char* type, const std::string& statement) {
  OrderedJson item = object_named("item:" + id);
  item["fullStatement"] = statement;
  item["humanCodingScheme"] = id;
  item["CFItemType"] = type;
  item["language"] = catalog.locale;
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

OrderedJson case_level(const Catalog& catalog, const Statement& statement, std::size_t index) {
  const content::Level& level = catalog.framework.levels[index];
  OrderedJson row = object_named("level:" + statement.id + ":" + std::to_string(level.number));
  row["quality"] = level.name;
  row["description"] = statement.levels[index];
  row["position"] = level.number;
  row["rubricCriterionId"] = stable_uuid("criterion:" + statement.id);
  return row;
}

/// The described levels of one competency.
OrderedJson case_rubric(const Catalog& catalog, const Statement& statement) {
  OrderedJson criterion = object_named("criterion:" + statement.id);
  criterion["description"] = statement.text;
  criterion["CFItemURI"] = link_to(statement.id, "item:" + statement.id);
  criterion["position"] = 1;
  criterion["rubricId"] = stable_uuid("rubric:" + statement.id);
  criterion["CFRubricCriterionLevels"] = OrderedJson::array();
  for (std::size_t i = 0; i < statement.levels.size(); ++i) {
    criterion["CFRubricCriterionLevels"].push_back(case_level(catalog, statement, i));
  }
  OrderedJson rubric = object_named("rubric:" + statement.id);
  rubric["title"] = statement.name;
  rubric["CFRubricCriteria"] = OrderedJson::array({std::move(criterion)});
  return rubric;
}

OrderedJson case_document(const Catalog& catalog) {
  OrderedJson document = object_named("document:" + catalog.framework.id);
  document["caseVersion"] = "1.1";
  document["creator"] = "Trellis";
  document["title"] = catalog.framework.name;
  document["adoptionStatus"] = "Draft";
  document["language"] = catalog.locale;
  document["description"] = "For growth by self-rating; never for hiring.";
  return document;
}

/// Adds a group of competencies, and its place below the document.
void add_group(OrderedJson&& item, const Catalog& catalog, int place, OrderedJson& package) {
  const OrderedJson document = link_to(catalog.framework.name, "document:" + catalog.framework.id);
  package["CFAssociations"].push_back(child_of(item["humanCodingScheme"].get<std::string>(), document, place));
  package["CFItems"].push_back(std::move(item));
}

/// Adds one competency with its place in its group and its levels.
void add_statement(OrderedJson&& item, const Catalog& catalog, const Statement& statement, const std::string& group,
                   int place, OrderedJson& package) {
  item["abbreviatedStatement"] = statement.name;
  package["CFItems"].push_back(std::move(item));
  package["CFAssociations"].push_back(child_of(statement.id, link_to(group, "item:" + group), place));
  package["CFRubrics"].push_back(case_rubric(catalog, statement));
}

void add_domain(const Catalog& catalog, const content::Domain& domain, int place, OrderedJson& package) {
  add_group(case_item(catalog, domain.id, "Domain", domain.name), catalog, place, package);
  int inner = 0;
  for (const Competency& competency : catalog.framework.competencies) {
    if (competency.domain_id != domain.id) continue;
    OrderedJson item = case_item(catalog, competency.id, "Competency", competency.statement);
    item["notes"] = competency.why;
    const Statement statement{competency.id, competency.name, competency.statement, competency.level_texts};
    add_statement(std::move(item), catalog, statement, domain.id, ++inner, package);
  }
}

/// What leaders do well, under the role that does it.
void add_leaders(const Catalog& catalog, const Json& rows, const content::Role& role, int place, OrderedJson& package) {
  int inner = 0;
  for (const Json& row : rows) {
    if (row["roles"][0] != role.id) continue;
    if (inner == 0) add_group(case_item(catalog, role.id, "Leadership role", role.name), catalog, place, package);
    const Statement statement{text_of(row, "id"), text_of(row, "name"), text_of(row, "statement"),
                              row["levels"].get<std::vector<std::string>>()};
    add_statement(case_item(catalog, statement.id, "Leadership competency", statement.text), catalog, statement,
                  role.id, ++inner, package);
  }
}

OrderedJson case_package(const Catalog& catalog, const content::Library& library) {
  const OrderedJson none = OrderedJson::array();
  OrderedJson package = {
      {"CFDocument", case_document(catalog)}, {"CFItems", none}, {"CFAssociations", none}, {"CFRubrics", none}};
  int place = 0;
  for (const content::Domain& domain : catalog.framework.domains) add_domain(catalog, domain, ++place, package);
  for (const content::Role& role : catalog.roles) {
    add_leaders(catalog, *library.find_section("leadership"), role, ++place, package);
  }
  return package;
}

}  // namespace

int content_case(Session& session) {
  const Catalog& catalog = content::catalog(session.settings().locale);
  const auto library = content::library(catalog);
  if (!library) return kUsage;
  std::cout << case_package(catalog, **library).dump(1) << '\n';
  return kDone;
}

}  // namespace trellis::cli
