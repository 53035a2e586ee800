// SPDX-License-Identifier: MIT
// Order matters here: look, lock, check, migrate, and only then let SQLite fold the log in.
// Sources: SQLite "PRAGMA locking_mode", "Write-Ahead Logging" (no shared memory), "Defense Against The Dark Arts".
#include "store/open_database.hpp"

#include <sqlite3.h>

#include <string_view>
#include <utility>

#include "store/file_probe.hpp"
#include "store/schema.hpp"

namespace trellis::store {
namespace {

constexpr const char* kMemory = ":memory:";

// Exclusive first: the write-ahead log then needs no shared memory, which the browser does not have. For the log, EXTRA
// is FULL, one flush a commit. It also flushes the folder when the rollback journal of the switch to the log is
// deleted: coming back after a loss of power, that journal would undo the database's header under the log.
constexpr const char* kSettings =
    "PRAGMA locking_mode = EXCLUSIVE;"
    "PRAGMA synchronous = EXTRA;"
    "PRAGMA foreign_keys = ON;"
    "PRAGMA recursive_triggers = ON;"
    "PRAGMA trusted_schema = OFF;"
    "PRAGMA cell_size_check = ON;"
    "PRAGMA mmap_size = 0;";

void set_switch(const Database& database, int option, bool on) {
  sqlite3_db_config(database.handle(), option, on ? 1 : 0, nullptr);
}

/// Closing a connection folds the log in and deletes it; a file that is not ours must not be touched that way.
void keep_log_on_close(const Database& database, bool keep) {
  set_switch(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep);
}

/// Gives the raw key to SQLite3MultipleCiphers, which derives nothing from it (ChaCha20-Poly1305, a salt a file).
Result<void> use_key(const Database& database, const seal::Key& key) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string text = "raw:";
  text.reserve(4 + 2 * seal::Key::kSize);  // never moved, so nothing is left behind
  for (std::size_t i = 0; i < seal::Key::kSize; ++i) {
    text += kHex[key.data()[i] >> 4U];
    text += kHex[key.data()[i] & 0xFU];
  }
  const int code = sqlite3_key_v2(database.handle(), "main", text.data(), static_cast<int>(text.size()));
  seal::wipe(text);
  if (code != SQLITE_OK) return fail("store.io", "key");
  return {};
}

Result<void> check_and_migrate(const Database& database) {
  auto transaction = Transaction::begin(database, Transaction::Lock::exclusive);
  if (!transaction) return tl::unexpected<Error>(transaction.error());
  if (auto checked = check_schema(database); !checked) return checked;
  if (auto migrated = migrate(database); !migrated) return migrated;
  return transaction->commit();
}

Result<void> use_log(const Database& database) {
  auto mode = database.read_text("PRAGMA journal_mode = WAL");
  if (!mode) return tl::unexpected<Error>(mode.error());
  if (*mode != "wal") return fail("store.io", "journal_mode");
  return {};
}

Result<OpenDatabase> open_in_memory() {
  auto database = open_connection(kMemory, true, nullptr, false);
  if (!database) return tl::unexpected<Error>(database.error());
  if (auto ready = check_and_migrate(*database); !ready) return tl::unexpected<Error>(ready.error());
  return OpenDatabase{.database = std::move(*database), .is_settled = true};
}

}  // namespace

Result<Database> open_connection(const std::string& path, bool create, const seal::Key* key, bool has_log) {
  auto database = Database::open(path, SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0));
  if (!database) return database;
  keep_log_on_close(*database, has_log);  // first, because the settings already read the file
  if (key != nullptr) {
    if (auto keyed = use_key(*database, *key); !keyed) return tl::unexpected<Error>(keyed.error());
  }
  set_switch(*database, SQLITE_DBCONFIG_DEFENSIVE, true);
  sqlite3_limit(database->handle(), SQLITE_LIMIT_ATTACHED, 0);
  if (auto set = database->execute(kSettings); !set) return tl::unexpected<Error>(set.error());
  if (sqlite3_db_readonly(database->handle(), "main") != 0) return fail("store.io", "read-only");
  return database;
}

Result<OpenDatabase> open_database(const std::string& path, const seal::Key* key) {
  if (path == kMemory) return open_in_memory();
  auto files = probe_files(path, key != nullptr);
  if (!files) return tl::unexpected<Error>(files.error());
  auto database = open_connection(path, files->is_new, key, files->has_log);
  if (!database) return tl::unexpected<Error>(database.error());

  if (auto ready = check_and_migrate(*database); !ready) return tl::unexpected<Error>(ready.error());
  // The first transaction ran without the log on purpose: a cut there leaves an empty file or a whole database.
  if (auto logged = use_log(*database); !logged) return tl::unexpected<Error>(logged.error());
  keep_log_on_close(*database, false);

  const bool is_settled = !files->has_log || settle(*database).has_value();
  return OpenDatabase{.database = std::move(*database), .is_settled = is_settled};
}

Result<void> settle(const Database& database) {
  const int code = sqlite3_wal_checkpoint_v2(database.handle(), "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  if (code != SQLITE_OK) return tl::unexpected<Error>(sqlite_failure(code));
  return {};
}

}  // namespace trellis::store
