// SPDX-License-Identifier: MIT
// SQLite's C interface as values: connection, statement, transaction. Knows no table of ours and sets no policy.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace trellis::store {

/// The failure behind an SQLite result code. The detail is "sqlite" and the extended code, never SQLite's own words,
/// because those can quote what a person typed.
Error sqlite_failure(int code);

/// One connection; closed when it goes. Every statement made from it must be gone by then.
class Database {
 public:
  /// @param flags  SQLITE_OPEN_*
  /// @errors store.io, and what sqlite_failure() makes of the code
  static Result<Database> open(const std::string& path, int flags);

  /// Runs one or more statements and ignores their rows.
  Result<void> execute(const char* sql) const;
  /// First column of the first row of `sql`.
  Result<std::int64_t> read_integer(std::string_view sql) const;
  Result<std::string> read_text(std::string_view sql) const;

  sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  std::unique_ptr<sqlite3, Close> handle_;
};

/// One prepared statement. Columns and parameters are numbered as in SQLite: columns from 0, parameters from 1.
class Statement {
 public:
  static Result<Statement> prepare(const Database& database, std::string_view sql);

  /// Bound text must stay alive until the next reset(). A failed bind is reported by the next step().
  void bind_text(int parameter, std::string_view value);
  void bind_integer(int parameter, std::int64_t value);
  void bind_null(int parameter);

  /// @return true while there is a row to read
  Result<bool> step();
  /// Makes the statement ready to run again. Keeps nothing bound.
  void reset();

  /// The bytes of a text column; empty for NULL.
  std::string_view text(int column) const;
  std::int64_t integer(int column) const;
  bool is_null(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* handle) const;
  };
  void note_failure(int code);

  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
  int failure_ = 0;  // first result code of a bind that was not OK
};

/// A write transaction. Whatever was not committed is rolled back when it goes.
class Transaction {
 public:
  enum class Lock { immediate, exclusive };

  /// @errors store.in_use, and what sqlite_failure() makes of the code
  static Result<Transaction> begin(const Database& database, Lock lock = Lock::immediate);
  ~Transaction();
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;

  /// Success means flushed to storage. After a failure nothing of the transaction is there.
  Result<void> commit();

 private:
  explicit Transaction(const Database& database) : database_(&database) {}

  const Database* database_;  // null once committed, rolled back or moved from
};

}  // namespace trellis::store
