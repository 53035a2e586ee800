// SPDX-License-Identifier: MIT
// Which content realises each clause of the two briefs, and on which page of the app a person reaches it. Derived from
// the `clauses` of all content; nothing is written down twice.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/catalog.hpp"
#include "content/growth_pack.hpp"
#include "content/library.hpp"

namespace trellis::content {

struct TracedClause {
  std::string clause_id;
  std::vector<std::string> content_ids;  // in the order of the kinds below
  std::vector<std::string> routes;       // one for each content id: "#/learn/dilemmas/S01"
};

/// The page that shows one piece of content.
/// @param kind  "roles", "rules", "settings", "safeguards", "competencies", "ladder", "conditions", or a section of the
///              library
std::string route_of(std::string_view kind, std::string_view id);

/// Every clause, in the order of the register; one that nothing realises has no content.
std::vector<TracedClause> trace(const Catalog& catalog, const Library& library, const GrowthPack& growth);

}  // namespace trellis::content
