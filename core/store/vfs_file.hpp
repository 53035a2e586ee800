// SPDX-License-Identifier: MIT
// Whole bytes of a file through SQLite's default VFS, so that the store needs no other way to storage. Knows no format.
// Source: https://www.sqlite.org/c3ref/io_methods.html
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

struct sqlite3_file;
struct sqlite3_vfs;

namespace trellis::store {

/// SQLite's default VFS, set up.
/// @errors store.io
Result<sqlite3_vfs*> default_vfs();

/// The path as SQLite itself spells it, links followed; `path` where that fails.
std::string full_name(const std::string& path);

/// True when there is a file with at least one byte.
Result<bool> has_content(const char* name);

/// Removes a file and flushes that. A file that is not there is fine.
Result<void> remove_file(const std::string& name);

/// One open file. `name` must stay as long as it is open.
class VfsFile {
 public:
  /// @param flags  SQLITE_OPEN_*; SQLITE_OPEN_SUPER_JOURNAL for a file of our own
  static Result<VfsFile> open(const char* name, int flags);

  Result<std::int64_t> size() const;
  /// Exactly `count` bytes; zeros where the file ends earlier.
  Result<std::string> read(std::int64_t offset, std::size_t count) const;
  Result<void> write(std::string_view bytes, std::int64_t offset) const;
  Result<void> truncate(std::int64_t size) const;
  /// Success means flushed; where this made the file, its name is too.
  Result<void> sync() const;

 private:
  struct Close {
    void operator()(sqlite3_file* file) const;
  };
  std::vector<std::max_align_t> space_;
  std::unique_ptr<sqlite3_file, Close> file_;
};

/// The first `count` bytes of a file of our own; empty when there is none or it is empty, shorter when it is.
Result<std::string> read_start(const std::string& name, std::size_t count);

/// Replaces what a file of our own holds, and flushes.
Result<void> write_whole(const std::string& name, std::string_view bytes);

}  // namespace trellis::store
