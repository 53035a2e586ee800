// SPDX-License-Identifier: MIT
// Brings a database to the newest version and refuses one that is not exactly what our migrations make.
// Idea: PRAGMA user_version as the only record of the version; each step in one transaction with its number.
#pragma once

#include "base/result.hpp"
#include "store/database.hpp"

namespace trellis::store {

/// PRAGMA application_id of our files: "TRLS".
inline constexpr int kApplicationId = 0x54524C53;

/// user_version after the last migration.
int newest_schema_version();

/// Checks an existing database inside the caller's transaction and changes nothing. An empty one passes.
/// @errors store.not_a_database (another program's), store.newer_schema, store.damaged, store.io
Result<void> check_schema(const Database& database);

/// Runs the migrations that are missing. The caller's transaction makes them all or nothing.
/// @errors what sqlite_failure() makes of the code
Result<void> migrate(const Database& database);

}  // namespace trellis::store
