// SPDX-License-Identifier: MIT
// Follows the ids of one role. The catalogue has checked that they exist.
#include "roles/role.hpp"

#include <cassert>

namespace trellis::roles {
namespace {

std::vector<const content::Rule*> active_rules(const content::Catalog& catalog, const std::vector<std::string>& ids) {
  std::vector<const content::Rule*> rules;
  for (const std::string& id : ids) {
    const content::Rule* rule = catalog.find_rule(id);
    assert(rule != nullptr);
    if (rule->active) rules.push_back(rule);
  }
  return rules;
}

}  // namespace

Result<RoleView> role_view(const content::Catalog& catalog, std::string_view role_id) {
  const content::Role* role = catalog.find_role(role_id);
  if (role == nullptr) return fail("role.unknown");

  RoleView view;
  view.role = role;
  for (const content::Rule* rule : active_rules(catalog, role->function_ids)) {
    (rule->condition.empty() ? view.functions : view.conditional).push_back(rule);
  }
  view.not_tasks = active_rules(catalog, role->not_task_ids);
  for (const std::string& id : role->setting_ids) view.settings.push_back(catalog.find_setting(id));
  for (const content::Fact& fact : role->facts) {
    view.facts.push_back(SourcedFact{&fact, catalog.find_source(fact.source_id)});
  }
  for (const std::string& id : role->clause_ids) view.clauses.push_back(catalog.find_clause(id));
  return view;
}

}  // namespace trellis::roles
