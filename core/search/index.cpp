// SPDX-License-Identifier: MIT
#include "search/index.hpp"

#include <sqlite3.h>

#include <algorithm>

#include "base/stem.hpp"
#include "base/text.hpp"

namespace trellis::search {
namespace {

constexpr const char* kSchema =
    "CREATE VIRTUAL TABLE entry USING fts5(title, text, tokenize = 'unicode61 remove_diacritics 2')";
constexpr const char* kInsert = "INSERT INTO entry(rowid, title, text) VALUES(?1, ?2, ?3)";
/// Titles weigh five times as much; equal ranks keep the order of the entries, so that answers never change.
constexpr const char* kFind =
    "SELECT rowid, snippet(entry, 1, '', '', '…', 18) FROM entry WHERE entry MATCH ?1 "
    "ORDER BY bm25(entry, 5.0, 1.0), rowid LIMIT ?2";

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

Statement prepare(sqlite3* database, const char* sql) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(database, sql, -1, &statement, nullptr);
  return Statement(statement);
}

void bind_text(sqlite3_stmt* statement, int place, std::string_view text) {
  sqlite3_bind_text64(statement, place, text.data(), text.size(), nullptr, SQLITE_UTF8);  // outlives the step
}

bool run(sqlite3* database, const char* sql) {
  return sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

bool insert(sqlite3_stmt* statement, std::size_t row, const Entry& entry) {
  sqlite3_reset(statement);
  sqlite3_bind_int64(statement, 1, static_cast<sqlite3_int64>(row));
  bind_text(statement, 2, entry.title);
  bind_text(statement, 3, entry.text);
  return sqlite3_step(statement) == SQLITE_DONE;
}

bool has_letters(const std::string& word) {
  return std::any_of(word.begin(), word.end(), [](char byte) {
    return static_cast<unsigned char>(byte) >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
  });
}

std::vector<std::string> words_of(std::string_view query) {
  std::vector<std::string> words;
  for (base::Word& word : base::split_words(query)) {
    if (has_letters(word.folded) && words.size() < kQueryWordsMax) words.push_back(std::move(word.folded));
  }
  return words;
}

/// Every word in quotes, so that none is an operator. Each stands for itself and for what begins with its stem; the
/// last one, for what begins so.
std::string match_of(const std::vector<std::string>& words, base::Stemmer& stemmer, std::string_view between) {
  std::string match;
  for (const std::string& word : words) {
    if (!match.empty()) match.append(between);
    match.append("(\"").append(word).append(&word == &words.back() ? "\"* OR \"" : "\" OR \"");
    match.append(stemmer.stem(word)).append("\"*)");
  }
  return match;
}

/// Long words by how they begin: another form, or a related word.
std::string match_beginnings(const std::vector<std::string>& words) {
  constexpr std::size_t kLong = 8;
  constexpr std::size_t kBeginning = 5;
  std::string match;
  for (const std::string& word : words) {
    const bool is_ascii = std::all_of(word.begin(), word.end(), [](char byte) { return byte > 0; });
    if (word.size() < kLong || !is_ascii) continue;
    match.append(match.empty() ? "\"" : " OR \"").append(word, 0, kBeginning).append("\"*");
  }
  return match;
}

}  // namespace

struct Index::Database {
  sqlite3* handle = nullptr;
  base::Stemmer stemmer;

  explicit Database(std::string_view language) : stemmer(language) {}
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database() { sqlite3_close(handle); }

  Result<std::vector<Hit>> match(const std::string& match, int limit) const;
};

Index::Index(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;
Index::~Index() = default;

Result<Index> Index::build(std::span<const Entry> entries, std::string_view language) {
  auto database = std::make_unique<Database>(language);
  if (sqlite3_open(":memory:", &database->handle) != SQLITE_OK || !run(database->handle, kSchema) ||
      !run(database->handle, "BEGIN")) {
    return fail("search.failed");
  }
  const Statement statement = prepare(database->handle, kInsert);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!statement || !insert(statement.get(), i, entries[i])) return fail("search.failed");
  }
  if (!run(database->handle, "COMMIT")) return fail("search.failed");
  return Index(std::move(database));
}

Result<std::vector<Hit>> Index::find(std::string_view query, int limit) const {
  const std::vector<std::string> words = words_of(query);
  Result<std::vector<Hit>> hits;
  for (const std::string& match : {match_of(words, database_->stemmer, " AND "),
                                   match_of(words, database_->stemmer, " OR "), match_beginnings(words)}) {
    if (hits && hits->empty() && !match.empty()) hits = database_->match(match, limit);
  }
  return hits;
}

Result<std::vector<Hit>> Index::Database::match(const std::string& match, int limit) const {
  std::vector<Hit> hits;
  const Statement statement = prepare(handle, kFind);
  if (!statement) return fail("search.failed");
  bind_text(statement.get(), 1, match);
  sqlite3_bind_int(statement.get(), 2, std::clamp(limit, 0, kHitsMax));
  int state = SQLITE_ROW;
  while ((state = sqlite3_step(statement.get())) == SQLITE_ROW) {
    Hit hit;
    hit.entry_index = static_cast<std::size_t>(sqlite3_column_int64(statement.get(), 0));
    hit.snippet.assign(reinterpret_cast<const char*>(sqlite3_column_text(statement.get(), 1)),
                       static_cast<std::size_t>(sqlite3_column_bytes(statement.get(), 1)));
    hits.push_back(std::move(hit));
  }
  if (state != SQLITE_DONE) return fail("search.failed");
  return hits;
}

}  // namespace trellis::search
