// SPDX-License-Identifier: MIT
#include "store/protection.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>
#include <vector>

#include "seal/sealed.hpp"
#include "store/entry_rows.hpp"
#include "store/open_database.hpp"
#include "store/rating_rows.hpp"
#include "store/schema.hpp"
#include "store/vfs_file.hpp"

namespace trellis::store {
namespace {

using competency::Rating;
using growth::Entry;

/// All that a database holds.
struct Rows {
  std::span<const Rating> ratings;
  std::span<const Entry> entries;
};

constexpr std::string_view kPlainHeader{"SQLite format 3\0", 16};
constexpr std::int64_t kCopyBytes = std::int64_t{64} * 1024;
constexpr int kOurFile = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_SUPER_JOURNAL;

/// Whether the first bytes of a closed database are SQLite's own, readable by anyone.
Result<bool> is_plain(const std::string& name) {
  const auto start = read_start(name, kPlainHeader.size());
  if (!start) return tl::unexpected<Error>(start.error());
  return *start == kPlainHeader;
}

/// Makes an empty file whose name is flushed, which SQLite does not do for a database.
Result<void> make_file(const std::string& name) { return write_whole(name, {}); }

template <class Row>
std::vector<const Row*> pointers(std::span<const Row> rows) {
  std::vector<const Row*> all;
  for (const auto& row : rows) all.push_back(&row);
  return all;
}

Result<void> write_rows(const std::string& name, const Rows& rows, const seal::Key* key) {
  auto database = open_connection(name, true, key, false);
  if (!database) return tl::unexpected<Error>(database.error());
  // No journal: nobody needs the state before. The commit flushes.
  if (auto set = database->execute("PRAGMA journal_mode = MEMORY"); !set) return set;
  auto transaction = Transaction::begin(*database, Transaction::Lock::exclusive);
  if (!transaction) return tl::unexpected<Error>(transaction.error());
  if (auto migrated = migrate(*database); !migrated) return migrated;
  if (auto inserted = insert_ratings(*database, pointers(rows.ratings)); !inserted) return inserted;
  if (auto inserted = insert_entries(*database, pointers(rows.entries)); !inserted) return inserted;
  return transaction->commit();
}

template <class Row>
bool is_equal(const std::vector<Row>& read, std::span<const Row> rows) {
  return std::equal(read.begin(), read.end(), rows.begin(), rows.end());
}

/// Reads the staged database back as a whole, because it is about to replace the only other copy.
Result<void> verify_rows(const std::string& name, const Rows& rows, const seal::Key* key) {
  const auto plain = is_plain(name);
  if (!plain) return tl::unexpected<Error>(plain.error());
  if (*plain != (key == nullptr)) return fail("store.damaged", "encryption");
  auto database = open_connection(name, false, key, false);
  if (!database) return tl::unexpected<Error>(database.error());
  if (auto checked = check_schema(*database); !checked) return checked;
  const auto ratings = read_all(*database);
  if (!ratings) return tl::unexpected<Error>(ratings.error());
  const auto entries = read_all_entries(*database);
  if (!entries) return tl::unexpected<Error>(entries.error());
  if (!is_equal(*ratings, rows.ratings) || !is_equal(*entries, rows.entries)) return fail("store.damaged", "staged");
  return {};
}

/// Copies a file over another and flushes; with `verify`, compares instead of writing.
Result<void> copy(const VfsFile& from, const VfsFile& to, std::int64_t size, bool verify) {
  for (std::int64_t at = 0; at < size; at += kCopyBytes) {
    const auto count = static_cast<std::size_t>(std::min(kCopyBytes, size - at));
    const auto bytes = from.read(at, count);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    if (!verify) {
      if (auto written = to.write(*bytes, at); !written) return written;
      continue;
    }
    const auto copied = to.read(at, count);
    if (!copied) return tl::unexpected<Error>(copied.error());
    if (*copied != *bytes) return fail("store.io", "copy");
  }
  return {};
}

Result<void> copy_staged(const std::string& path) {
  const std::string staged = staged_name(path);
  const auto from = VfsFile::open(staged.c_str(), SQLITE_OPEN_READONLY | SQLITE_OPEN_SUPER_JOURNAL);
  if (!from) return tl::unexpected<Error>(from.error());
  const auto size = from->size();
  if (!size) return tl::unexpected<Error>(size.error());
  if (*size == 0) return fail("store.damaged", "staged");
  const auto to = VfsFile::open(path.c_str(), kOurFile);
  if (!to) return tl::unexpected<Error>(to.error());
  if (auto cut = to->truncate(*size); !cut) return cut;
  if (auto copied = copy(*from, *to, *size, false); !copied) return copied;
  if (auto flushed = to->sync(); !flushed) return flushed;
  return copy(*from, *to, *size, true);
}

/// Puts the staged database in its place. May be done again and again.
Result<void> finish(const std::string& path, KeyRecord& record) {
  // What belongs to the old database goes first, so that it never meets the new one.
  for (const char* end : {"-wal", "-journal"}) {
    if (auto removed = remove_file(path + end); !removed) return removed;
  }
  if (auto copied = copy_staged(path); !copied) return copied;
  record.is_staged = false;
  if (auto written = write_key_record(path, record); !written) return written;
  return remove_file(staged_name(path));
}

/// Records that cannot be read matter only where the database cannot be read without them.
Result<KeyRecord> without_record(const std::string& path, const Error& why) {
  const auto plain = is_plain(path);
  if (!plain) return tl::unexpected<Error>(plain.error());
  if (!*plain) return tl::unexpected<Error>(why);
  return KeyRecord();
}

}  // namespace

Result<KeyRecord> read_protection(const std::string& path) {
  auto read = read_key_record(path);
  if (!read && read.error().code == "store.damaged") return without_record(path, read.error());
  if (!read) return tl::unexpected<Error>(read.error());
  if (!*read) return KeyRecord();
  KeyRecord record = std::move(**read);
  if (record.is_staged) {
    if (auto finished = finish(path, record); !finished) return tl::unexpected<Error>(finished.error());
  } else if (auto removed = remove_file(staged_name(path)); !removed) {
    return tl::unexpected<Error>(removed.error());  // it could be a plain copy that was never decided for
  }
  if (!record.is_protected()) {
    if (auto removed = remove_key_record(path, record); !removed) return tl::unexpected<Error>(removed.error());
    return KeyRecord();
  }
  // An older record in the other file may still open with a passphrase that was changed.
  if (!record.is_twofold) {
    if (auto written = write_key_record(path, record); !written) return tl::unexpected<Error>(written.error());
  }
  return record;
}

Result<seal::Key> open_key(const KeyRecord& record, std::string_view passphrase) {
  if (!record.is_protected()) return fail("store.not_protected");
  auto bytes = seal::open(seal::Kind::key, record.envelope, passphrase);
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  if (bytes->size() != seal::Key::kSize) return fail("seal.damaged", "key");
  seal::Key key;
  std::memcpy(key.data(), bytes->data(), seal::Key::kSize);
  seal::wipe(*bytes);
  return key;
}

Result<void> stage(const std::string& path, std::span<const Rating> ratings, std::span<const Entry> entries,
                   const seal::Key* key) {
  const Rows rows{ratings, entries};
  const std::string staged = staged_name(path);
  if (auto made = make_file(staged); !made) return made;
  if (auto written = write_rows(staged, rows, key); !written) return written;
  return verify_rows(staged, rows, key);
}

Result<void> decide(const std::string& path, KeyRecord& record, std::string envelope) {
  record.envelope = std::move(envelope);
  record.is_staged = true;
  return write_key_record(path, record);
}

Result<NewKey> make_key(std::string_view passphrase, std::string_view entropy) {
  NewKey made;
  std::memcpy(made.key.data(), entropy.data() + entropy.size() - seal::Key::kSize, seal::Key::kSize);
  auto envelope = make_envelope(made.key, passphrase, entropy);
  if (!envelope) return tl::unexpected<Error>(envelope.error());
  made.envelope = std::move(*envelope);
  return made;
}

Result<std::string> make_envelope(const seal::Key& key, std::string_view passphrase, std::string_view entropy) {
  const std::string_view bytes(reinterpret_cast<const char*>(key.data()), seal::Key::kSize);
  return seal::close(seal::Kind::key, bytes, passphrase, entropy);
}

}  // namespace trellis::store
