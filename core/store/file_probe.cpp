// SPDX-License-Identifier: MIT
// Reads the first bytes of the database, its rollback journal and its write-ahead log. Never writes.
#include "store/file_probe.hpp"

#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "store/database.hpp"
#include "store/schema.hpp"
#include "store/vfs_file.hpp"

namespace trellis::store {
namespace {

constexpr std::string_view kDatabaseMagic{"SQLite format 3\0", 16};
constexpr std::string_view kJournalMagic{"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8};
constexpr std::size_t kDatabaseHeadBytes = 100;
constexpr std::int64_t kDatabaseBytesMin = 512;  // the smallest page
constexpr std::size_t kUserVersionAt = 60;
constexpr std::size_t kApplicationIdAt = 68;
constexpr std::size_t kJournalHeadBytes = 28;
constexpr std::size_t kJournalPageCountAt = 16;
constexpr std::size_t kLogHeadBytes = 32;
constexpr std::size_t kLogChecksumAt = 24;

/// Size and first bytes of a file; a file that is not there has size 0.
struct FileHead {
  std::int64_t size = 0;
  std::string bytes;
};

std::uint32_t big_endian(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = (value << 8U) | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

std::uint32_t little_endian(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i > 0; --i) value = (value << 8U) | static_cast<unsigned char>(bytes[at + i - 1]);
  return value;
}

struct FreeFilename {
  void operator()(const char* name) const { sqlite3_free_filename(name); }
};
using Filename = std::unique_ptr<const char, FreeFilename>;

/// The full path with its journal names, laid out as SQLite wants it. Null when it cannot be made.
Filename make_filename(sqlite3_vfs& vfs, const std::string& path) {
  std::vector<char> full(static_cast<std::size_t>(vfs.mxPathname) + 1);
  const int code = vfs.xFullPathname(&vfs, path.c_str(), vfs.mxPathname, full.data());
  // A symbolic link on the way is worth a code of its own, but no error.
  if (code != SQLITE_OK && code != SQLITE_OK_SYMLINK) return nullptr;
  const std::string name = full.data();
  const std::string journal = name + "-journal";
  const std::string log = name + "-wal";
  return Filename(sqlite3_create_filename(name.c_str(), journal.c_str(), log.c_str(), 0, nullptr));
}

Result<FileHead> read_head(const char* name, int type, std::size_t byte_count) {
  FileHead head;
  const auto exists = has_content(name);
  if (!exists) return tl::unexpected<Error>(exists.error());
  if (!*exists) return head;
  const auto file = VfsFile::open(name, SQLITE_OPEN_READONLY | type);
  if (!file) return tl::unexpected<Error>(file.error());
  const auto size = file->size();
  if (!size) return tl::unexpected<Error>(size.error());
  auto bytes = file->read(0, byte_count);
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  head.size = *size;
  head.bytes = std::move(*bytes);
  return head;
}

/// A rollback journal that SQLite would play back.
bool is_hot_journal(const FileHead& journal) {
  return journal.size > 0 && std::string_view(journal.bytes).starts_with(kJournalMagic);
}

/// The two checksums of a log's header, over words in the byte order that its magic number names.
bool is_log_header(std::string_view head) {
  const std::uint32_t magic = big_endian(head, 0);
  if ((magic & 0xFFFFFFFEU) != 0x377F0682U) return false;
  const auto word = (magic & 1U) != 0 ? big_endian : little_endian;
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  for (std::size_t at = 0; at < kLogChecksumAt; at += 8) {
    first += word(head, at) + second;
    second += word(head, at + 4) + first;
  }
  return big_endian(head, kLogChecksumAt) == first && big_endian(head, kLogChecksumAt + 4) == second;
}

/// A log holds answers once it is longer than its header; then the header must be whole, or SQLite would take the log
/// for an empty one and write over it.
bool is_damaged_log(const FileHead& log) {
  return log.size > static_cast<std::int64_t>(kLogHeadBytes) && !is_log_header(log.bytes);
}

/// No database, or an empty one. SQLite would delete what lies beside it: fine for a first transaction that was cut
/// short, but otherwise an older database is gone and this is what is left of it.
Result<FileState> judge_missing(const char* name) {
  const auto has_log = has_content(sqlite3_filename_wal(name));
  if (!has_log) return tl::unexpected<Error>(has_log.error());
  const auto journal = read_head(sqlite3_filename_journal(name), SQLITE_OPEN_MAIN_JOURNAL, kJournalHeadBytes);
  if (!journal) return tl::unexpected<Error>(journal.error());
  const bool held_pages = is_hot_journal(*journal) && big_endian(journal->bytes, kJournalPageCountAt) > 0;
  if (*has_log || held_pages) return fail("store.damaged", "journal without database");
  return FileState{.is_new = true};
}

/// Of an encrypted database only log and journal can be judged: the rest shows with the key.
Result<FileState> judge_encrypted(const FileHead& database, const FileHead& log) {
  if (std::string_view(database.bytes).starts_with(kDatabaseMagic)) return fail("store.damaged", "not encrypted");
  if (is_damaged_log(log)) return fail("store.damaged", "log header");
  return FileState{.is_new = false, .has_log = log.size > 0};
}

Result<FileState> judge_existing(const FileHead& database, const FileHead& journal, const FileHead& log) {
  const std::string_view head = database.bytes;
  const bool is_sqlite = head.starts_with(kDatabaseMagic);
  const bool is_ours = is_sqlite && big_endian(head, kApplicationIdAt) == static_cast<std::uint32_t>(kApplicationId);
  const auto version = static_cast<std::int32_t>(big_endian(head, kUserVersionAt));
  if (is_ours && version > newest_schema_version()) return fail("store.newer_schema", std::to_string(version));
  if (is_damaged_log(log)) return fail("store.damaged", "log header");

  const FileState existing{.is_new = false, .has_log = log.size > 0};
  // A hot journal holds the true first page: SQLite has to put it back before anyone can judge.
  if (is_hot_journal(journal)) return existing;
  if (is_sqlite && database.size < kDatabaseBytesMin) return fail("store.damaged", "too short");
  if (is_sqlite && !is_ours) return fail("store.not_a_database", "application_id");
  // The same goes for a log, but only for what it changed: it never starts before the database is ours.
  if (log.size > static_cast<std::int64_t>(kLogHeadBytes)) return existing;
  if (!is_sqlite) return fail("store.not_a_database", "magic");
  return existing;
}

}  // namespace

Result<FileState> probe_files(const std::string& path, bool is_encrypted) {
  const auto vfs = default_vfs();
  if (!vfs) return tl::unexpected<Error>(vfs.error());
  const Filename name = make_filename(**vfs, path);
  if (name == nullptr) return fail("store.io", "path");

  auto database = read_head(name.get(), SQLITE_OPEN_MAIN_DB, kDatabaseHeadBytes);
  if (!database) return tl::unexpected<Error>(database.error());
  // SQLite calls a file of one byte empty, and would write over that byte.
  const bool is_missing = database->size == 0 && database->bytes.find_first_not_of('\0') == std::string::npos;
  // What is encrypted has held answers before: a new one is never made in its place.
  if (is_missing && is_encrypted) return fail("store.damaged", "database is gone");
  if (is_missing) return judge_missing(name.get());

  auto journal = read_head(sqlite3_filename_journal(name.get()), SQLITE_OPEN_MAIN_JOURNAL, kJournalHeadBytes);
  if (!journal) return tl::unexpected<Error>(journal.error());
  auto log = read_head(sqlite3_filename_wal(name.get()), SQLITE_OPEN_WAL, kLogHeadBytes);
  if (!log) return tl::unexpected<Error>(log.error());
  return is_encrypted ? judge_encrypted(*database, *log) : judge_existing(*database, *journal, *log);
}

}  // namespace trellis::store
