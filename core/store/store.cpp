// SPDX-License-Identifier: MIT
// Decides what is added and when; rows are in rating_rows, files in open_database.
#include "store/store.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "store/entry_rows.hpp"
#include "store/open_database.hpp"
#include "store/rating_rows.hpp"
#include "store/schema.hpp"

namespace trellis::store {
namespace {

using competency::Rating;
using growth::Entry;

/// Equal in all that the caller gives; the revision is the store's.
template <class Row>
bool is_same_answer(const Row& left, Row right) {
  right.revision = left.revision;
  return left == right;
}

const std::string& id_of(const Rating& rating) { return rating.rating_id; }
const std::string& id_of(const Entry& entry) { return entry.entry_id; }

/// The incoming rows that are not kept yet, each once, in their order.
/// @param name  of the list in a backup
template <class Row>
Result<std::vector<const Row*>> find_missing(std::span<const Row> kept, std::span<const Row> incoming,
                                             std::string_view name) {
  std::map<std::string_view, const Row*> known;
  for (const auto& row : kept) known.emplace(id_of(row), &row);
  std::vector<const Row*> missing;
  for (std::size_t index = 0; index < incoming.size(); ++index) {
    const Row& row = incoming[index];
    const auto [at, is_missing] = known.emplace(id_of(row), &row);
    if (is_missing) {
      missing.push_back(&row);
    } else if (*at->second != row) {
      return fail("backup.conflict", std::string("/").append(name).append("/").append(std::to_string(index)));
    }
  }
  return missing;
}

/// What an import adds.
struct Missing {
  std::vector<const Rating*> ratings;
  std::vector<const Entry*> entries;
  ImportCounts counts;
};

ImportCounts count(std::size_t rating_count, std::span<const Entry> entries, const Missing& missing) {
  ImportCounts counts;
  counts.added = static_cast<int>(missing.ratings.size());
  counts.already_present = static_cast<int>(rating_count) - counts.added;
  const auto slot = [](const Entry& entry) { return static_cast<std::size_t>(entry.kind); };
  for (const auto& entry : entries) ++counts.present_entries.at(slot(entry));
  for (const Entry* entry : missing.entries) {
    ++counts.added_entries.at(slot(*entry));
    --counts.present_entries.at(slot(*entry));
  }
  return counts;
}

Result<Missing> compare(const Database& database, std::span<const Rating> ratings, std::span<const Entry> entries) {
  const auto kept_ratings = read_all(database);
  if (!kept_ratings) return tl::unexpected<Error>(kept_ratings.error());
  const auto kept_entries = read_all_entries(database);
  if (!kept_entries) return tl::unexpected<Error>(kept_entries.error());
  auto new_ratings = find_missing<Rating>(*kept_ratings, ratings, "ratings");
  if (!new_ratings) return tl::unexpected<Error>(new_ratings.error());
  auto new_entries = find_missing<Entry>(*kept_entries, entries, "entries");
  if (!new_entries) return tl::unexpected<Error>(new_entries.error());
  Missing missing{std::move(*new_ratings), std::move(*new_entries), {}};
  missing.counts = count(ratings.size(), entries, missing);
  return missing;
}

}  // namespace

struct Store::Connection {
  OpenDatabase open;

  const Database& database() const { return open.database; }

  /// Ends a transaction that wrote nothing.
  Result<void> leave(Transaction& transaction) {
    if (auto closed = transaction.commit(); !closed) return closed;
    return ensure_settled();
  }

  /// Called where an answer from the log is about to be called saved and nothing was written.
  Result<void> ensure_settled() {
    if (open.is_settled) return {};
    auto settled = store::settle(database());
    open.is_settled = settled.has_value();
    return settled;
  }

  /// Adds rows and flushes. The flush covers all of the log, so what was found in it is safe from then on.
  Result<void> keep(Transaction& transaction, std::span<const Rating* const> ratings,
                    std::span<const Entry* const> entries) {
    if (auto inserted = insert_ratings(database(), ratings); !inserted) return inserted;
    if (auto inserted = insert_entries(database(), entries); !inserted) return inserted;
    if (auto committed = transaction.commit(); !committed) return committed;
    open.is_settled = true;
    return {};
  }
};

Result<Store> Store::open(const std::string& path, const seal::Key* key) {
  auto opened = open_database(path, key);
  if (!opened) return tl::unexpected<Error>(opened.error());
  // Reads every row once, so that damage inside a row is noticed now and not in the middle of someone's work.
  if (auto rows = read_all(opened->database); !rows) return tl::unexpected<Error>(rows.error());
  if (auto rows = read_all_entries(opened->database); !rows) return tl::unexpected<Error>(rows.error());
  return Store(std::make_unique<Connection>(Connection{std::move(*opened)}));
}

Store::Store(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Result<Rating> Store::add(const Rating& rating) {
  const Database& database = connection_->database();
  auto transaction = Transaction::begin(database);
  if (!transaction) return tl::unexpected<Error>(transaction.error());
  auto present = find_rating(database, rating.rating_id);
  if (!present) return tl::unexpected<Error>(present.error());
  if (*present) {
    if (!is_same_answer(**present, rating)) return fail("rating.id_taken");
    if (auto left = connection_->leave(*transaction); !left) return tl::unexpected<Error>(left.error());
    return **present;
  }

  auto newest = newest_revision(database, rating.competency_id);
  if (!newest) return tl::unexpected<Error>(newest.error());
  Rating kept = rating;
  kept.revision = std::min(*newest, competency::kRevisionMax - 1) + 1;
  const Rating* const rows[] = {&kept};
  if (auto done = connection_->keep(*transaction, rows, {}); !done) return tl::unexpected<Error>(done.error());
  return kept;
}

Result<std::vector<Rating>> Store::current_ratings() const { return read_current(connection_->database()); }

Result<std::vector<Rating>> Store::history(std::string_view competency_id) const {
  return read_history(connection_->database(), competency_id);
}

Result<std::vector<Rating>> Store::all_ratings() const { return read_all(connection_->database()); }

Result<Entry> Store::add(const Entry& entry) {
  const Database& database = connection_->database();
  auto transaction = Transaction::begin(database);
  if (!transaction) return tl::unexpected<Error>(transaction.error());
  auto present = find_entry(database, entry.entry_id);
  if (!present) return tl::unexpected<Error>(present.error());
  if (*present) {
    if (!is_same_answer(**present, entry)) return fail("entry.id_taken");
    if (auto left = connection_->leave(*transaction); !left) return tl::unexpected<Error>(left.error());
    return **present;
  }

  auto newest = newest_entry_revision(database, entry.series_id);
  if (!newest) return tl::unexpected<Error>(newest.error());
  Entry kept = entry;
  kept.revision = std::min(*newest, competency::kRevisionMax - 1) + 1;
  const Entry* const rows[] = {&kept};
  if (auto done = connection_->keep(*transaction, {}, rows); !done) return tl::unexpected<Error>(done.error());
  return kept;
}

Result<std::vector<Entry>> Store::current_entries() const { return read_current_entries(connection_->database()); }

Result<std::vector<Entry>> Store::all_entries() const { return read_all_entries(connection_->database()); }

Result<ImportCounts> Store::preview_import(std::span<const Rating> ratings, std::span<const Entry> entries) const {
  const auto missing = compare(connection_->database(), ratings, entries);
  if (!missing) return tl::unexpected<Error>(missing.error());
  return missing->counts;
}

Result<ImportCounts> Store::import_records(std::span<const Rating> ratings, std::span<const Entry> entries) {
  auto transaction = Transaction::begin(connection_->database());
  if (!transaction) return tl::unexpected<Error>(transaction.error());
  const auto missing = compare(connection_->database(), ratings, entries);
  if (!missing) return tl::unexpected<Error>(missing.error());
  const auto done = missing->ratings.empty() && missing->entries.empty()
                        ? connection_->leave(*transaction)
                        : connection_->keep(*transaction, missing->ratings, missing->entries);
  if (!done) return tl::unexpected<Error>(done.error());
  return missing->counts;
}

Result<void> Store::settle() {
  connection_->open.is_settled = false;
  return connection_->ensure_settled();
}

int Store::schema_version() const { return newest_schema_version(); }

}  // namespace trellis::store
