// SPDX-License-Identifier: MIT
// One role with everything its ids point at: functions, conditional tasks, what it is not, settings, dated facts.
// Reads the catalogue only; judges no text and keeps nothing.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "content/catalog.hpp"

namespace trellis::roles {

struct SourcedFact {
  const content::Fact* fact = nullptr;
  const content::Source* source = nullptr;
};

/// Pointers live as long as the catalogue, are never null, and stand in the order of the role's file.
struct RoleView {
  const content::Role* role = nullptr;
  std::vector<const content::Rule*> functions;    // what the role is for, without a condition
  std::vector<const content::Rule*> conditional;  // what fits on a condition
  std::vector<const content::Rule*> not_tasks;    // what belongs to other jobs
  std::vector<const content::Setting*> settings;
  std::vector<SourcedFact> facts;
  std::vector<const content::Clause*> clauses;
};

/// Retired rules are left out.
/// @errors role.unknown
Result<RoleView> role_view(const content::Catalog& catalog, std::string_view role_id);

}  // namespace trellis::roles
