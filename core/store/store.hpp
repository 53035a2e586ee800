// SPDX-License-Identifier: MIT
// Keeps ratings and entries in SQLite: the only SQL of the project. A call that returns success has been flushed to
// storage. History is append-only (triggers refuse UPDATE and DELETE). Never truncates or replaces a file it cannot
// read. Sources: SQLite "PRAGMA synchronous" and "Write-Ahead Logging" (WAL with exclusive locking: one flush a
// commit).
#pragma once

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "competency/rating.hpp"
#include "growth/entry.hpp"
#include "seal/key.hpp"

namespace trellis::store {

struct ImportCounts {
  int added = 0;                                        // ratings
  int already_present = 0;                              // ratings
  std::array<int, growth::kKindCount> added_entries{};  // by kind
  std::array<int, growth::kKindCount> present_entries{};
};

class Store {
 public:
  /// Opens or creates the database and brings its schema up to date.
  /// @param path  a file name, ":memory:", or a name that the registered VFS knows
  /// @param key   of an encrypted database (store/protection.hpp), which is never created here; null for a plain one
  /// @errors store.in_use, store.damaged, store.not_a_database, store.newer_schema, store.io, store.full
  static Result<Store> open(const std::string& path, const seal::Key* key = nullptr);
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  /// Adds one valid rating; sets its revision to the next of its competency. The same id with equal content again
  /// returns the stored rating and writes nothing.
  /// @errors rating.id_taken (same id, other content), store.io, store.full
  Result<competency::Rating> add(const competency::Rating& rating);

  /// The current rating of each competency, ordered by competency id in framework order is the caller's business:
  /// here ordered by competency_id as text.
  Result<std::vector<competency::Rating>> current_ratings() const;

  /// All ratings of one competency by revision, then rated_at, then rating_id.
  Result<std::vector<competency::Rating>> history(std::string_view competency_id) const;

  /// Every rating, ordered by rating_id.
  Result<std::vector<competency::Rating>> all_ratings() const;

  /// Adds one valid entry; sets its revision to the next of its series. The same id with equal content again returns
  /// the stored entry and writes nothing.
  /// @errors entry.id_taken (same id, other content), store.io, store.full
  Result<growth::Entry> add(const growth::Entry& entry);

  /// What holds now of each series that is not removed, ordered by series_id.
  Result<std::vector<growth::Entry>> current_entries() const;

  /// Every entry, removed ones and older revisions too, ordered by entry_id.
  Result<std::vector<growth::Entry>> all_entries() const;

  /// What import_records would do. Writes nothing.
  /// @errors backup.conflict (an id is here with other content)
  Result<ImportCounts> preview_import(std::span<const competency::Rating> ratings,
                                      std::span<const growth::Entry> entries = {}) const;

  /// Adds what is missing, in one transaction: all or nothing. Revisions are kept as they come.
  /// @errors backup.conflict, store.io, store.full
  Result<ImportCounts> import_records(std::span<const competency::Rating> ratings,
                                      std::span<const growth::Entry> entries = {});

  /// Folds the log into the database, so that the file alone holds everything.
  /// @errors store.io, store.full
  Result<void> settle();

  /// PRAGMA user_version.
  int schema_version() const;

 private:
  struct Connection;
  explicit Store(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

}  // namespace trellis::store
