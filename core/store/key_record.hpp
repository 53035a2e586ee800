// SPDX-License-Identifier: MIT
// What stands beside a database about its passphrase: two small files, written in turn, each with a counter and a
// checksum, so that a cut between any two writes leaves one whole. Format: contract/sealed.md.
#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"

namespace trellis::store {

struct KeyRecord {
  /// The key of the database, sealed with the passphrase (seal::Kind::key); empty: not encrypted.
  std::string envelope;
  /// The whole new database lies in staged_name(), and replaces the one at the path before anything else is done.
  bool is_staged = false;
  /// Rises with every write; its parity says in which of the two files it is.
  int counter = 0;
  /// Both files say the same.
  bool is_twofold = false;

  bool is_protected() const { return !envelope.empty(); }
};

/// The file in which a whole new database waits.
std::string staged_name(const std::string& path);

/// The newest whole record; nothing when there is none.
/// @errors store.damaged (there is something, but nothing whole), store.newer_schema, store.io
Result<std::optional<KeyRecord>> read_key_record(const std::string& path);

/// Writes both files, one after the other, and flushes each. After the first, the new record holds.
/// @errors store.io, store.full
Result<void> write_key_record(const std::string& path, KeyRecord& record);

/// Removes both files, the older first.
Result<void> remove_key_record(const std::string& path, const KeyRecord& record);

}  // namespace trellis::store
