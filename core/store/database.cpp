// SPDX-License-Identifier: MIT
// Calls SQLite and turns its result codes into ours. No SQL but BEGIN, COMMIT and ROLLBACK.
#include "store/database.hpp"

#include <sqlite3.h>

#include <utility>

namespace trellis::store {
namespace {

std::string_view error_code(int primary_code) {
  switch (primary_code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "store.in_use";
    case SQLITE_FULL: return "store.full";
    // Files that are no database at all are told apart before SQLite opens them (store/file_probe.hpp), so a page that
    // SQLite cannot read as its own is damage.
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT: return "store.damaged";
    // A rule of the schema said no to a row that our own checks had let through.
    case SQLITE_CONSTRAINT: return "internal.failure";
    default: return "store.io";
  }
}

tl::unexpected<Error> failed(int code) { return tl::unexpected<Error>(sqlite_failure(code)); }

void roll_back(const Database& database) {
  // SQLite has rolled back by itself after some failures; a second ROLLBACK would be an error.
  if (sqlite3_get_autocommit(database.handle()) == 0) (void)database.execute("ROLLBACK");
}

}  // namespace

Error sqlite_failure(int code) { return Error{std::string(error_code(code & 0xff)), "sqlite " + std::to_string(code)}; }

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Result<Database> Database::open(const std::string& path, int flags) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_EXRESCODE, nullptr);
  Database database;
  database.handle_.reset(handle);  // SQLite gives a handle even where opening failed
  if (code != SQLITE_OK) return failed(code);
  return database;
}

Result<void> Database::execute(const char* sql) const {
  const int code = sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return failed(code);
  return {};
}

Result<std::int64_t> Database::read_integer(std::string_view sql) const {
  auto statement = Statement::prepare(*this, sql);
  if (!statement) return tl::unexpected<Error>(statement.error());
  auto row = statement->step();
  if (!row) return tl::unexpected<Error>(row.error());
  if (!*row) return failed(SQLITE_MISMATCH);
  return statement->integer(0);
}

Result<std::string> Database::read_text(std::string_view sql) const {
  auto statement = Statement::prepare(*this, sql);
  if (!statement) return tl::unexpected<Error>(statement.error());
  auto row = statement->step();
  if (!row) return tl::unexpected<Error>(row.error());
  if (!*row) return failed(SQLITE_MISMATCH);
  return std::string(statement->text(0));
}

void Statement::Finalize::operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }

Result<Statement> Statement::prepare(const Database& database, std::string_view sql) {
  sqlite3_stmt* handle = nullptr;
  const int code = sqlite3_prepare_v2(database.handle(), sql.data(), static_cast<int>(sql.size()), &handle, nullptr);
  Statement statement;
  statement.handle_.reset(handle);
  if (code != SQLITE_OK) return failed(code);
  return statement;
}

void Statement::note_failure(int code) {
  if (failure_ == SQLITE_OK) failure_ = code;
}

void Statement::bind_text(int parameter, std::string_view value) {
  const char* bytes = value.data() == nullptr ? "" : value.data();  // a null pointer would bind NULL
  note_failure(sqlite3_bind_text64(handle_.get(), parameter, bytes, value.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind_integer(int parameter, std::int64_t value) {
  note_failure(sqlite3_bind_int64(handle_.get(), parameter, value));
}

void Statement::bind_null(int parameter) { note_failure(sqlite3_bind_null(handle_.get(), parameter)); }

Result<bool> Statement::step() {
  if (failure_ != SQLITE_OK) return failed(failure_);
  const int code = sqlite3_step(handle_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return failed(code);
}

void Statement::reset() {
  sqlite3_reset(handle_.get());
  sqlite3_clear_bindings(handle_.get());
  failure_ = SQLITE_OK;
}

std::string_view Statement::text(int column) const {
  // Read as a blob: that needs no terminating NUL and so cannot run out of memory.
  const void* bytes = sqlite3_column_blob(handle_.get(), column);
  const int size = sqlite3_column_bytes(handle_.get(), column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(handle_.get(), column); }

bool Statement::is_null(int column) const { return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL; }

Result<Transaction> Transaction::begin(const Database& database, Lock lock) {
  roll_back(database);  // should an earlier one have failed to, it is made up for now
  auto begun = database.execute(lock == Lock::exclusive ? "BEGIN EXCLUSIVE" : "BEGIN IMMEDIATE");
  if (!begun) return tl::unexpected<Error>(begun.error());
  return Transaction(database);
}

Transaction::~Transaction() {
  if (database_ != nullptr) roll_back(*database_);
}

Transaction::Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}

Result<void> Transaction::commit() {
  auto committed = database_->execute("COMMIT");
  if (!committed) roll_back(*database_);
  database_ = nullptr;
  return committed;
}

}  // namespace trellis::store
