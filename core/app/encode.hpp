// SPDX-License-Identifier: MIT
// Typed values of the rooms to the JSON of contract/api.schema.json, field for field. No decisions are made here.
#pragma once

#include <string_view>
#include <vector>

#include "app/row.hpp"
#include "competency/rating.hpp"
#include "content/catalog.hpp"

namespace trellis::app {

class State;

Json encode_clauses(const std::vector<std::string>& clause_ids, const content::Catalog& catalog);
Json encode_clause(const content::Clause& clause, const content::Catalog& catalog);
Json encode_source(const content::Source& source);
Json encode_sources(const std::vector<std::string>& source_ids, const content::Catalog& catalog);
Json encode_rule_summary(const content::Rule& rule, const content::Catalog& catalog);
Json encode_rule(const content::Rule& rule, const content::Catalog& catalog);
Json encode_framework(const content::Framework& framework, const content::Catalog& catalog);
Json encode_rating(const competency::Rating& rating);
Json encode_ratings(const std::vector<competency::Rating>& ratings);

/// The family in the catalogue's language; its id where no name is known.
std::string_view family_name(std::string_view family, const content::Catalog& catalog);

/// Whether answers can be kept, as `StoreState` (store_methods.cpp).
Json encode_store(State& state, const content::Catalog& catalog);

/// A failure in words, as `ErrorData`.
Json encode_error(const Error& error, const content::Catalog& catalog);

}  // namespace trellis::app
