// SPDX-License-Identifier: MIT
// A passphrase on a database: set, tried, changed and removed so that a cut at any moment leaves the database as it was
// or as it was to be. The whole new database is written beside the old one; one small record then decides; only after
// that the old one is written over. The caller has closed the database, except where it says otherwise.
// Idea: as a rollback journal the other way round (write ahead, then commit, then copy).
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "competency/rating.hpp"
#include "growth/entry.hpp"
#include "seal/key.hpp"
#include "store/key_record.hpp"

namespace trellis::store {

/// What is known about the passphrase of the database at `path`. Finishes what an earlier cut left half done.
/// @errors store.damaged, store.newer_schema, store.io, store.full
Result<KeyRecord> read_protection(const std::string& path);

/// The key of the database.
/// @errors store.not_protected, seal.* of seal::open
Result<seal::Key> open_key(const KeyRecord& record, std::string_view passphrase);

/// Writes the whole new database beside the one at `path`, which may still be open.
/// @param ratings  every one there is, and every entry: what is not handed over is lost
/// @param key      null for a plain one
/// @errors store.io, store.full, store.damaged (what was written does not read back)
Result<void> stage(const std::string& path, std::span<const competency::Rating> ratings,
                   std::span<const growth::Entry> entries, const seal::Key* key);

/// Decides for the staged database: from here on it is the one that counts. The one at `path` may still be open.
/// @param envelope  its key, sealed; empty for a plain one
/// @errors store.io, store.full: it may count or not, which the next read_protection() says
Result<void> decide(const std::string& path, KeyRecord& record, std::string envelope);

/// A key made of random bytes, and its envelope.
struct NewKey {
  seal::Key key;
  std::string envelope;
};

/// @param entropy  seal::kEntropyBytes fresh random bytes
/// @errors seal.* of seal::close
Result<NewKey> make_key(std::string_view passphrase, std::string_view entropy);

/// Seals a key that stays with another passphrase.
/// @errors seal.* of seal::close
Result<std::string> make_envelope(const seal::Key& key, std::string_view passphrase, std::string_view entropy);

}  // namespace trellis::store
