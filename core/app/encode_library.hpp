// SPDX-License-Identifier: MIT
// Rows of the library as they cross the boundary, with the clauses and sources that they name.
#pragma once

#include <map>
#include <string>

#include "base/json.hpp"
#include "content/catalog.hpp"

namespace trellis::app {

/// Rows by section, and once each the clauses and sources that they name.
base::Json encode_sections(const std::map<std::string, base::Json, std::less<>>& sections,
                           const content::Catalog& catalog);

}  // namespace trellis::app
