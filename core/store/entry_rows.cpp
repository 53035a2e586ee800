// SPDX-License-Identifier: MIT
// All SQL about entries. Columns are read in the order of kSelect.
#include "store/entry_rows.hpp"

#include <string>

#include "store/crc32.hpp"

namespace trellis::store {
namespace {

using growth::Entry;

constexpr const char* kSelect =
    "SELECT e.entry_id, e.series_id, e.kind, e.body, e.noted_at, e.revision, e.removed, e.checksum FROM ";

/// CRC-32 over the columns as text, each ended by a NUL. Part of the file format: never change it, add a version.
/// @param kind  as the row says it: a kind that we do not know is no damage
std::int64_t checksum(const Entry& entry, std::string_view kind) {
  std::string bytes;
  for (const std::string_view column : {std::string_view(entry.entry_id), std::string_view(entry.series_id), kind,
                                        std::string_view(entry.body), std::string_view(entry.noted_at)}) {
    bytes.append(column).push_back('\0');
  }
  bytes.append(std::to_string(entry.revision)).push_back('\0');
  bytes.append(entry.removed ? "1" : "0").push_back('\0');
  return crc32(bytes);
}

Result<Entry> read_row(const Statement& row) {
  Entry entry;
  entry.entry_id = row.text(0);
  entry.series_id = row.text(1);
  entry.body = row.text(3);
  entry.noted_at = row.text(4);
  entry.revision = static_cast<int>(row.integer(5));
  entry.removed = row.integer(6) != 0;
  if (checksum(entry, row.text(2)) != row.integer(7)) return fail("store.damaged", "entry checksum");
  const auto kind = growth::parse_kind(row.text(2));
  if (!kind) return fail("store.newer_schema", "entry kind");
  entry.kind = *kind;
  return entry;
}

Result<std::vector<Entry>> select(const Database& database, std::string_view from, std::string_view parameter = {}) {
  auto statement = Statement::prepare(database, std::string(kSelect).append(from));
  if (!statement) return tl::unexpected<Error>(statement.error());
  if (!parameter.empty()) statement->bind_text(1, parameter);
  std::vector<Entry> entries;
  auto row = statement->step();
  for (; row && *row; row = statement->step()) {
    auto entry = read_row(*statement);
    if (!entry) return tl::unexpected<Error>(entry.error());
    entries.push_back(std::move(*entry));
  }
  if (!row) return tl::unexpected<Error>(row.error());
  return entries;
}

void bind_row(Statement& statement, const Entry& entry) {
  statement.bind_text(1, entry.entry_id);
  statement.bind_text(2, entry.series_id);
  statement.bind_text(3, to_string(entry.kind));
  statement.bind_text(4, entry.body);
  statement.bind_text(5, entry.noted_at);
  statement.bind_integer(6, entry.revision);
  statement.bind_integer(7, entry.removed ? 1 : 0);
  statement.bind_integer(8, checksum(entry, to_string(entry.kind)));
}

}  // namespace

Result<std::optional<Entry>> find_entry(const Database& database, std::string_view entry_id) {
  auto found = select(database, "entry AS e WHERE e.entry_id = ?", entry_id);
  if (!found) return tl::unexpected<Error>(found.error());
  if (found->empty()) return std::optional<Entry>();
  return std::optional<Entry>(std::move(found->front()));
}

Result<int> newest_entry_revision(const Database& database, std::string_view series_id) {
  auto statement = Statement::prepare(database, "SELECT ifnull(max(revision), 0) FROM entry WHERE series_id = ?");
  if (!statement) return tl::unexpected<Error>(statement.error());
  statement->bind_text(1, series_id);
  auto row = statement->step();
  if (!row) return tl::unexpected<Error>(row.error());
  return static_cast<int>(statement->integer(0));
}

Result<std::vector<Entry>> read_current_entries(const Database& database) {
  return select(database,
                "(SELECT DISTINCT series_id FROM entry) AS s JOIN entry AS e ON e.entry_id ="
                " (SELECT entry_id FROM entry WHERE series_id = s.series_id"
                " ORDER BY revision DESC, noted_at DESC, entry_id DESC LIMIT 1)"
                " WHERE e.removed = 0 ORDER BY e.series_id");
}

Result<std::vector<Entry>> read_all_entries(const Database& database) {
  return select(database, "entry AS e ORDER BY e.entry_id");
}

Result<void> insert_entries(const Database& database, std::span<const Entry* const> entries) {
  auto statement =
      Statement::prepare(database,
                         "INSERT INTO entry (entry_id, series_id, kind, body, noted_at, revision, removed, checksum)"
                         " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  if (!statement) return tl::unexpected<Error>(statement.error());
  for (const Entry* entry : entries) {
    bind_row(*statement, *entry);
    auto done = statement->step();
    statement->reset();
    if (!done) return tl::unexpected<Error>(done.error());
  }
  return {};
}

}  // namespace trellis::store
