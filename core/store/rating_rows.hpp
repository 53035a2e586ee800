// SPDX-License-Identifier: MIT
// The rating table: rows to ratings and back, each with its checksum. Decides nothing about what is added or when.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "competency/rating.hpp"
#include "store/database.hpp"

namespace trellis::store {

/// @errors store.damaged (a row does not match its checksum), store.io: the same for all that reads
Result<std::optional<competency::Rating>> find_rating(const Database& database, std::string_view rating_id);

/// Highest revision of a competency; 0 when it has no rating.
Result<int> newest_revision(const Database& database, std::string_view competency_id);

/// The rating with the highest (revision, rated_at, rating_id) of each competency, ordered by competency_id.
/// Instants are compared as text.
Result<std::vector<competency::Rating>> read_current(const Database& database);

/// One competency, ordered by revision, rated_at, rating_id.
Result<std::vector<competency::Rating>> read_history(const Database& database, std::string_view competency_id);

/// All, ordered by rating_id.
Result<std::vector<competency::Rating>> read_all(const Database& database);

/// Adds ratings as they are, revision included. Call inside a transaction.
Result<void> insert_ratings(const Database& database, std::span<const competency::Rating* const> ratings);

}  // namespace trellis::store
