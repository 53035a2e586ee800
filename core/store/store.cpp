// SPDX-License-Identifier: MIT
// Decides what is added and when; rows are in rating_rows, files in open_database.
#include "store/store.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "store/open_database.hpp"
#include "store/rating_rows.hpp"
#include "store/schema.hpp"

namespace trellis::store {
namespace {

using competency::Rating;

/// Equal in all that the caller gives; the revision is the store's.
bool is_same_answer(const Rating& left, Rating right) {
  right.revision = left.revision;
  return left == right;
}

/// The incoming ratings that are not kept yet, each once, in their order.
Result<std::vector<const Rating*>> find_missing(std::span<const Rating> kept, std::span<const Rating> incoming) {
  std::map<std::string_view, const Rating*> known;
  for (const auto& rating : kept) known.emplace(rating.rating_id, &rating);
  std::vector<const Rating*> missing;
  for (std::size_t index = 0; index < incoming.size(); ++index) {
    const Rating& rating = incoming[index];
    const auto [at, is_missing] = known.emplace(rating.rating_id, &rating);
    if (is_missing) {
      missing.push_back(&rating);
    } else if (*at->second != rating) {
      return fail("backup.conflict", "/ratings/" + std::to_string(index));
    }
  }
  return missing;
}

ImportCounts count(std::size_t incoming, std::size_t missing) {
  return {.added = static_cast<int>(missing), .already_present = static_cast<int>(incoming - missing)};
}

}  // namespace

struct Store::Connection {
  OpenDatabase open;

  const Database& database() const { return open.database; }

  /// Called where an answer from the log is about to be called saved and nothing was written.
  Result<void> ensure_settled() {
    if (open.is_settled) return {};
    auto settled = store::settle(database());
    open.is_settled = settled.has_value();
    return settled;
  }

  /// Adds rows and flushes. The flush covers all of the log, so what was found in it is safe from then on.
  Result<void> keep(Transaction& transaction, std::span<const Rating* const> ratings) {
    if (auto inserted = insert_ratings(database(), ratings); !inserted) return inserted;
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
    if (auto closed = transaction->commit(); !closed) return tl::unexpected<Error>(closed.error());
    if (auto settled = connection_->ensure_settled(); !settled) return tl::unexpected<Error>(settled.error());
    return **present;
  }

  auto newest = newest_revision(database, rating.competency_id);
  if (!newest) return tl::unexpected<Error>(newest.error());
  Rating kept = rating;
  kept.revision = std::min(*newest, competency::kRevisionMax - 1) + 1;
  const Rating* const rows[] = {&kept};
  if (auto done = connection_->keep(*transaction, rows); !done) return tl::unexpected<Error>(done.error());
  return kept;
}

Result<std::vector<Rating>> Store::current_ratings() const { return read_current(connection_->database()); }

Result<std::vector<Rating>> Store::history(std::string_view competency_id) const {
  return read_history(connection_->database(), competency_id);
}

Result<std::vector<Rating>> Store::all_ratings() const { return read_all(connection_->database()); }

Result<ImportCounts> Store::preview_import(std::span<const Rating> ratings) const {
  auto kept = all_ratings();
  if (!kept) return tl::unexpected<Error>(kept.error());
  auto missing = find_missing(*kept, ratings);
  if (!missing) return tl::unexpected<Error>(missing.error());
  return count(ratings.size(), missing->size());
}

Result<ImportCounts> Store::import_ratings(std::span<const Rating> ratings) {
  auto transaction = Transaction::begin(connection_->database());
  if (!transaction) return tl::unexpected<Error>(transaction.error());
  auto kept = all_ratings();
  if (!kept) return tl::unexpected<Error>(kept.error());
  auto missing = find_missing(*kept, ratings);
  if (!missing) return tl::unexpected<Error>(missing.error());
  const ImportCounts counts = count(ratings.size(), missing->size());
  if (missing->empty()) {
    if (auto closed = transaction->commit(); !closed) return tl::unexpected<Error>(closed.error());
    if (auto settled = connection_->ensure_settled(); !settled) return tl::unexpected<Error>(settled.error());
    return counts;
  }
  if (auto done = connection_->keep(*transaction, *missing); !done) return tl::unexpected<Error>(done.error());
  return counts;
}

Result<void> Store::settle() {
  connection_->open.is_settled = false;
  return connection_->ensure_settled();
}

int Store::schema_version() const { return newest_schema_version(); }

}  // namespace trellis::store
