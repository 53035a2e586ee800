// SPDX-License-Identifier: MIT
#include "store/vfs_file.hpp"

#include <sqlite3.h>

#include <algorithm>

#include "store/database.hpp"

namespace trellis::store {
namespace {

Result<void> done_or_failed(int code) {
  if (code != SQLITE_OK) return tl::unexpected<Error>(sqlite_failure(code));
  return {};
}

}  // namespace

Result<sqlite3_vfs*> default_vfs() {
  if (const int code = sqlite3_initialize(); code != SQLITE_OK) return tl::unexpected<Error>(sqlite_failure(code));
  sqlite3_vfs* vfs = sqlite3_vfs_find(nullptr);
  if (vfs == nullptr) return fail("store.io", "no vfs");
  return vfs;
}

std::string full_name(const std::string& path) {
  const auto vfs = default_vfs();
  if (!vfs) return path;
  std::string full(static_cast<std::size_t>((*vfs)->mxPathname) + 1, '\0');
  const int code = (*vfs)->xFullPathname(*vfs, path.c_str(), (*vfs)->mxPathname, full.data());
  if (code != SQLITE_OK && code != SQLITE_OK_SYMLINK) return path;
  full.resize(full.find('\0'));
  return full;
}

Result<bool> has_content(const char* name) {
  const auto vfs = default_vfs();
  if (!vfs) return tl::unexpected<Error>(vfs.error());
  int exists = 0;
  const int code = (*vfs)->xAccess(*vfs, name, SQLITE_ACCESS_EXISTS, &exists);
  if (code != SQLITE_OK) return tl::unexpected<Error>(sqlite_failure(code));
  return exists != 0;
}

Result<void> remove_file(const std::string& name) {
  const auto vfs = default_vfs();
  if (!vfs) return tl::unexpected<Error>(vfs.error());
  const int code = (*vfs)->xDelete(*vfs, name.c_str(), 1);
  return done_or_failed(code == SQLITE_IOERR_DELETE_NOENT ? SQLITE_OK : code);
}

void VfsFile::Close::operator()(sqlite3_file* file) const {
  if (file->pMethods != nullptr) file->pMethods->xClose(file);
}

Result<VfsFile> VfsFile::open(const char* name, int flags) {
  const auto vfs = default_vfs();
  if (!vfs) return tl::unexpected<Error>(vfs.error());
  VfsFile file;
  file.space_.resize(static_cast<std::size_t>((*vfs)->szOsFile) / sizeof(std::max_align_t) + 1);
  file.file_.reset(reinterpret_cast<sqlite3_file*>(file.space_.data()));
  int opened_as = 0;
  const int code = (*vfs)->xOpen(*vfs, name, file.file_.get(), flags, &opened_as);
  if (code != SQLITE_OK) return tl::unexpected<Error>(sqlite_failure(code));
  return file;
}

Result<std::int64_t> VfsFile::size() const {
  sqlite3_int64 size = 0;
  const int code = file_->pMethods->xFileSize(file_.get(), &size);
  if (code != SQLITE_OK) return tl::unexpected<Error>(sqlite_failure(code));
  return size;
}

Result<std::string> VfsFile::read(std::int64_t offset, std::size_t count) const {
  std::string bytes(count, '\0');
  const int code = file_->pMethods->xRead(file_.get(), bytes.data(), static_cast<int>(count), offset);
  // A short read leaves zeros behind the end, by contract.
  if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) return tl::unexpected<Error>(sqlite_failure(code));
  return bytes;
}

Result<void> VfsFile::write(std::string_view bytes, std::int64_t offset) const {
  return done_or_failed(file_->pMethods->xWrite(file_.get(), bytes.data(), static_cast<int>(bytes.size()), offset));
}

Result<void> VfsFile::truncate(std::int64_t size) const {
  return done_or_failed(file_->pMethods->xTruncate(file_.get(), size));
}

Result<void> VfsFile::sync() const { return done_or_failed(file_->pMethods->xSync(file_.get(), SQLITE_SYNC_FULL)); }

Result<std::string> read_start(const std::string& name, std::size_t count) {
  const auto exists = has_content(name.c_str());
  if (!exists) return tl::unexpected<Error>(exists.error());
  if (!*exists) return std::string();
  const auto file = VfsFile::open(name.c_str(), SQLITE_OPEN_READONLY | SQLITE_OPEN_SUPER_JOURNAL);
  if (!file) return tl::unexpected<Error>(file.error());
  const auto size = file->size();
  if (!size) return tl::unexpected<Error>(size.error());
  return file->read(0, std::min(count, static_cast<std::size_t>(*size)));
}

Result<void> write_whole(const std::string& name, std::string_view bytes) {
  const auto file = VfsFile::open(name.c_str(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_SUPER_JOURNAL);
  if (!file) return tl::unexpected<Error>(file.error());
  if (auto cleared = file->truncate(0); !cleared) return cleared;
  if (auto written = file->write(bytes, 0); !written) return written;
  return file->sync();
}

}  // namespace trellis::store
