// SPDX-License-Identifier: MIT
// Ids across the catalogue: each once, each reference to something that exists. Reads only, changes nothing.
#include <algorithm>
#include <set>

#include "content/readers.hpp"

namespace trellis::content {
namespace {

using Ids = std::set<std::string, std::less<>>;

/// The ids of a table; a second row with the same id is a fault.
template <class Row>
Ids ids_of(const std::vector<Row>& table, std::string_view kind, Fault& fault) {
  Ids ids;
  for (const Row& row : table) {
    if (!ids.insert(row.id).second) fault.report("content.duplicate_id", place(kind, row.id));
  }
  return ids;
}

/// Looks up what one row refers to.
class Referrer {
 public:
  Referrer(std::string id, Fault& fault) : id_(std::move(id)), fault_(fault) {}

  void needs(const Ids& known, const std::string& id) const {
    if (!known.contains(id)) fault_.report("content.unknown_id", place(id_, id));
  }
  void needs_all(const Ids& known, const std::vector<std::string>& ids) const {
    for (const std::string& id : ids) needs(known, id);
  }
  void needs_some(const std::vector<std::string>& ids, std::string_view field) const {
    if (ids.empty()) fault_.report("content.missing_field", place(id_, field));
  }

 private:
  std::string id_;
  Fault& fault_;
};

struct Known {
  Ids documents, clauses, sources, rules, settings, roles, families, locales;
};

Known collect(const Catalog& catalog, Fault& fault) {
  Known known;
  known.documents = ids_of(catalog.documents, "documents", fault);
  known.clauses = ids_of(catalog.clauses, "clauses", fault);
  known.sources = ids_of(catalog.sources, "sources", fault);
  known.rules = ids_of(catalog.rules, "rules", fault);
  known.settings = ids_of(catalog.settings, "settings", fault);
  known.roles = ids_of(catalog.roles, "roles", fault);
  ids_of(catalog.safeguards, "safeguards", fault);
  for (const auto& [family, name] : catalog.family_names) known.families.insert(family);
  for (const std::string_view locale : kLocales) known.locales.emplace(locale);
  return known;
}

void check_rule(const Rule& rule, const Known& known, Fault& fault) {
  const Referrer from(rule.id, fault);
  from.needs(known.families, rule.family);
  from.needs_some(rule.clause_ids, "clauses");
  from.needs_all(known.clauses, rule.clause_ids);
  from.needs_all(known.sources, rule.source_ids);
  from.needs_all(known.roles, rule.applies_to);
  for (const auto& [tag, language] : rule.languages) {
    from.needs(known.locales, tag);
    for (const PassExample& pass : language.passes) {
      if (!pass.expect.empty()) from.needs(known.rules, pass.expect);
    }
  }
}

void check_role(const Role& role, const Known& known, Fault& fault) {
  const Referrer from(role.id, fault);
  from.needs_all(known.rules, role.function_ids);
  from.needs_all(known.rules, role.not_task_ids);
  from.needs_all(known.settings, role.setting_ids);
  from.needs_all(known.clauses, role.clause_ids);
  for (const Fact& fact : role.facts) from.needs(known.sources, fact.source_id);
}

void check_levels(const Framework& framework, Fault& fault) {
  int expected = 1;
  for (const Level& level : framework.levels) {
    if (level.number != expected++) fault.report("content.unknown_id", place(framework.id, "levels"));
  }
}

void check_framework(const Framework& framework, const Known& known, Fault& fault) {
  check_levels(framework, fault);
  const Ids domains = ids_of(framework.domains, "domains", fault);
  ids_of(framework.competencies, "competencies", fault);
  for (const Competency& competency : framework.competencies) {
    const Referrer from(competency.id, fault);
    from.needs(domains, competency.domain_id);
    from.needs_all(known.clauses, competency.clause_ids);
    if (competency.level_texts.size() != framework.levels.size()) {
      fault.report("content.missing_field", place(competency.id, "levels"));
    }
  }
}

}  // namespace

void cross_check(const Catalog& catalog, Fault& fault) {
  const Known known = collect(catalog, fault);
  for (const Clause& clause : catalog.clauses) Referrer(clause.id, fault).needs(known.documents, clause.document_id);
  for (const Setting& setting : catalog.settings) {
    Referrer(setting.id, fault).needs_all(known.clauses, setting.clause_ids);
  }
  for (const Safeguard& safeguard : catalog.safeguards) {
    Referrer(safeguard.id, fault).needs_all(known.clauses, safeguard.clause_ids);
  }
  for (const Rule& rule : catalog.rules) check_rule(rule, known, fault);
  for (const Role& role : catalog.roles) check_role(role, known, fault);
  check_framework(catalog.framework, known, fault);
}

}  // namespace trellis::content
