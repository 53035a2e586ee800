// SPDX-License-Identifier: MIT
// The entry table: rows to entries and back, each with its checksum. Decides nothing about what is added or when.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "growth/entry.hpp"
#include "store/database.hpp"

namespace trellis::store {

/// @errors store.damaged (a row does not match its checksum), store.newer_schema (a kind we do not know), store.io: the
///         same for all that reads
Result<std::optional<growth::Entry>> find_entry(const Database& database, std::string_view entry_id);

/// Highest revision of a series; 0 when there is none.
Result<int> newest_entry_revision(const Database& database, std::string_view series_id);

/// The row with the highest (revision, noted_at, entry_id) of each series, without the removed ones, ordered by
/// series_id. Instants are compared as text.
Result<std::vector<growth::Entry>> read_current_entries(const Database& database);

/// All, ordered by entry_id.
Result<std::vector<growth::Entry>> read_all_entries(const Database& database);

/// Adds entries as they are, revision included. Call inside a transaction.
Result<void> insert_entries(const Database& database, std::span<const growth::Entry* const> entries);

}  // namespace trellis::store
