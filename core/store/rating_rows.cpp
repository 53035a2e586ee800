// SPDX-License-Identifier: MIT
// All SQL about ratings. Columns are read in the order of kSelect.
#include "store/rating_rows.hpp"

#include <string>

#include "store/crc32.hpp"

namespace trellis::store {
namespace {

using competency::Rating;

constexpr const char* kSelect =
    "SELECT r.rating_id, r.competency_id, r.answer, r.level, r.note, r.rated_at, r.revision, r.checksum FROM ";

/// CRC-32 over the columns as text, each ended by a NUL. Part of the file format: never change it, add a version.
std::int64_t checksum(const Rating& rating) {
  std::string bytes;
  for (const std::string_view column :
       {std::string_view(rating.rating_id), std::string_view(rating.competency_id), to_string(rating.answer),
        std::string_view(rating.note), std::string_view(rating.rated_at)}) {
    bytes.append(column).push_back('\0');
  }
  bytes.append(rating.level ? std::to_string(*rating.level) : "").push_back('\0');
  bytes.append(std::to_string(rating.revision)).push_back('\0');
  return crc32(bytes);
}

Result<Rating> read_row(const Statement& row) {
  const auto answer = competency::parse_answer(row.text(2));
  if (!answer) return fail("store.damaged", "rating answer");
  Rating rating;
  rating.rating_id = row.text(0);
  rating.competency_id = row.text(1);
  rating.answer = *answer;
  if (!row.is_null(3)) rating.level = static_cast<int>(row.integer(3));
  rating.note = row.text(4);
  rating.rated_at = row.text(5);
  rating.revision = static_cast<int>(row.integer(6));
  if (checksum(rating) != row.integer(7)) return fail("store.damaged", "rating checksum");
  return rating;
}

Result<std::vector<Rating>> read_rows(Statement& statement) {
  std::vector<Rating> ratings;
  auto row = statement.step();
  for (; row && *row; row = statement.step()) {
    auto rating = read_row(statement);
    if (!rating) return tl::unexpected<Error>(rating.error());
    ratings.push_back(std::move(*rating));
  }
  if (!row) return tl::unexpected<Error>(row.error());
  return ratings;
}

Result<std::vector<Rating>> select(const Database& database, std::string_view from, std::string_view parameter = {}) {
  auto statement = Statement::prepare(database, std::string(kSelect).append(from));
  if (!statement) return tl::unexpected<Error>(statement.error());
  if (!parameter.empty()) statement->bind_text(1, parameter);
  return read_rows(*statement);
}

void bind_row(Statement& statement, const Rating& rating) {
  statement.bind_text(1, rating.rating_id);
  statement.bind_text(2, rating.competency_id);
  statement.bind_text(3, to_string(rating.answer));
  if (rating.level) {
    statement.bind_integer(4, *rating.level);
  } else {
    statement.bind_null(4);
  }
  statement.bind_text(5, rating.note);
  statement.bind_text(6, rating.rated_at);
  statement.bind_integer(7, rating.revision);
  statement.bind_integer(8, checksum(rating));
}

}  // namespace

Result<std::optional<Rating>> find_rating(const Database& database, std::string_view rating_id) {
  auto found = select(database, "rating AS r WHERE r.rating_id = ?", rating_id);
  if (!found) return tl::unexpected<Error>(found.error());
  if (found->empty()) return std::optional<Rating>();
  return std::optional<Rating>(std::move(found->front()));
}

Result<int> newest_revision(const Database& database, std::string_view competency_id) {
  auto statement = Statement::prepare(database, "SELECT ifnull(max(revision), 0) FROM rating WHERE competency_id = ?");
  if (!statement) return tl::unexpected<Error>(statement.error());
  statement->bind_text(1, competency_id);
  auto row = statement->step();
  if (!row) return tl::unexpected<Error>(row.error());
  return static_cast<int>(statement->integer(0));
}

Result<std::vector<Rating>> read_current(const Database& database) {
  return select(database,
                "(SELECT DISTINCT competency_id FROM rating) AS c JOIN rating AS r ON r.rating_id ="
                " (SELECT rating_id FROM rating WHERE competency_id = c.competency_id"
                " ORDER BY revision DESC, rated_at DESC, rating_id DESC LIMIT 1)"
                " ORDER BY r.competency_id");
}

Result<std::vector<Rating>> read_history(const Database& database, std::string_view competency_id) {
  return select(database, "rating AS r WHERE r.competency_id = ? ORDER BY r.revision, r.rated_at, r.rating_id",
                competency_id);
}

Result<std::vector<Rating>> read_all(const Database& database) {
  return select(database, "rating AS r ORDER BY r.rating_id");
}

Result<void> insert_ratings(const Database& database, std::span<const Rating* const> ratings) {
  auto statement = Statement::prepare(
      database,
      "INSERT INTO rating (rating_id, competency_id, answer, level, note, rated_at, revision, checksum)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  if (!statement) return tl::unexpected<Error>(statement.error());
  for (const Rating* rating : ratings) {
    bind_row(*statement, *rating);
    auto done = statement->step();
    statement->reset();
    if (!done) return tl::unexpected<Error>(done.error());
  }
  return {};
}

}  // namespace trellis::store
