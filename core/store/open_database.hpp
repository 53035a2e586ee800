// SPDX-License-Identifier: MIT
// From a path to a database that may be trusted: owned by this process alone, checked, migrated, durable.
// A file that fails any check is left as it is.
#pragma once

#include <string>

#include "base/result.hpp"
#include "seal/key.hpp"
#include "store/database.hpp"

namespace trellis::store {

struct OpenDatabase {
  Database database;
  /// False while answers found in the log may still be in memory of the system only (their flush failed, for example
  /// on a full disk). They can be read and exported; saying "saved" about one of them needs settle() first.
  bool is_settled = false;
};

/// @param key  of an encrypted database; null for a plain one
/// @errors as Store::open
Result<OpenDatabase> open_database(const std::string& path, const seal::Key* key = nullptr);

/// A connection with our settings, owned by this process alone; nothing is checked yet.
/// @param has_log  a log lies beside the file; it stays on close until the caller has looked at the database
/// @errors what sqlite_failure() makes of the code
Result<Database> open_connection(const std::string& path, bool create, const seal::Key* key, bool has_log);

/// Flushes the log and folds it into the database, so that a plain copy of the file is whole.
/// @errors store.io, store.full
Result<void> settle(const Database& database);

}  // namespace trellis::store
