// SPDX-License-Identifier: MIT
// Looks at a database file and its journals before SQLite may open them, because opening can already write: SQLite
// deletes a log without a database, and ignores a log whose header is damaged. Reads only, through the same VFS.
// Source: SQLite "Database File Format", sections 1.3 (header), 3 (rollback journal) and 4 (write-ahead log).
#pragma once

#include <string>

#include "base/result.hpp"

namespace trellis::store {

/// What SQLite may do with the files at a path.
struct FileState {
  bool is_new = false;   // nothing there: create
  bool has_log = false;  // a write-ahead log with content lies beside it: do not fold it in before it is checked
};

/// @param path          a file name that the default VFS knows; the files there are not changed
/// @param is_encrypted  a key stands beside it: there must be a database, and it must not be readable without
/// @errors store.not_a_database, store.newer_schema, store.damaged, store.io
Result<FileState> probe_files(const std::string& path, bool is_encrypted);

}  // namespace trellis::store
