// SPDX-License-Identifier: MIT
// PRAGMA user_version, application_id and integrity_check. Tables are described in migrations/ only.
#include "store/schema.hpp"

#include <sqlite3.h>

#include <charconv>
#include <string>
#include <vector>

#include "store/migrations.hpp"

namespace trellis::store {
namespace {

/// Runs the migrations after version `from` up to and with version `to`.
Result<void> apply_migrations(const Database& database, int from, int to) {
  const auto steps = migrations();
  for (int version = from + 1; version <= to; ++version) {
    const std::string sql = std::string(steps[static_cast<std::size_t>(version - 1)]) +
                            "\nPRAGMA application_id = " + std::to_string(kApplicationId) +
                            ";\nPRAGMA user_version = " + std::to_string(version);
    if (auto done = database.execute(sql.c_str()); !done) return done;
  }
  return {};
}

/// Every table, index and trigger with its SQL, in a fixed order.
Result<std::vector<std::string>> list_schema(const Database& database) {
  auto statement = Statement::prepare(
      database,
      "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || ifnull(sql, '') FROM sqlite_schema ORDER BY 1");
  if (!statement) return tl::unexpected<Error>(statement.error());
  std::vector<std::string> rows;
  auto row = statement->step();
  for (; row && *row; row = statement->step()) rows.emplace_back(statement->text(0));
  if (!row) return tl::unexpected<Error>(row.error());
  return rows;
}

Result<std::vector<std::string>> expected_schema(int version) {
  auto reference = Database::open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  if (!reference) return tl::unexpected<Error>(reference.error());
  if (auto made = apply_migrations(*reference, 0, version); !made) return tl::unexpected<Error>(made.error());
  return list_schema(*reference);
}

/// A page that could not be read is told by integrity_check in words, not by a result code.
Error read_integrity_failure(std::string_view report) {
  constexpr std::string_view kMark = "error code=";
  int code = SQLITE_CORRUPT;
  if (report.find("failed to get page") != std::string_view::npos) code = SQLITE_IOERR;  // an overflow page: no code
  if (const auto at = report.find(kMark); at != std::string_view::npos) {
    std::from_chars(report.data() + at + kMark.size(), report.data() + report.size(), code);
  }
  return sqlite_failure(code);
}

Result<void> check_integrity(const Database& database) {
  auto report = database.read_text("PRAGMA integrity_check(1)");
  if (!report) return tl::unexpected<Error>(report.error());
  if (*report != "ok") return tl::unexpected<Error>(read_integrity_failure(*report));
  return {};
}

Result<void> check_objects(const Database& database, int version) {
  auto found = list_schema(database);
  if (!found) return tl::unexpected<Error>(found.error());
  auto expected = expected_schema(version);
  if (!expected) return tl::unexpected<Error>(expected.error());
  if (*found != *expected) return fail("store.damaged", "schema " + std::to_string(version));
  return {};
}

}  // namespace

int newest_schema_version() { return static_cast<int>(migrations().size()); }

Result<void> check_schema(const Database& database) {
  auto object_count = database.read_integer("SELECT count(*) FROM sqlite_schema");
  if (!object_count) return tl::unexpected<Error>(object_count.error());
  auto application_id = database.read_integer("PRAGMA application_id");
  if (!application_id) return tl::unexpected<Error>(application_id.error());
  auto version = database.read_integer("PRAGMA user_version");
  if (!version) return tl::unexpected<Error>(version.error());

  if (*object_count == 0 && *application_id == 0 && *version == 0) return {};
  if (*application_id != kApplicationId) return fail("store.not_a_database", "application_id");
  if (*version > newest_schema_version()) return fail("store.newer_schema", std::to_string(*version));
  if (*version < 1) return fail("store.damaged", "schema " + std::to_string(*version));

  // First the tables: the check of a damaged one could fail in ways that look like a fault of the disk.
  if (auto ours = check_objects(database, static_cast<int>(*version)); !ours) return ours;
  return check_integrity(database);
}

Result<void> migrate(const Database& database) {
  auto version = database.read_integer("PRAGMA user_version");
  if (!version) return tl::unexpected<Error>(version.error());
  return apply_migrations(database, static_cast<int>(*version), newest_schema_version());
}

}  // namespace trellis::store
