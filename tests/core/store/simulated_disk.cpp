// SPDX-License-Identifier: MIT
// The VFS functions and the model of what a disk keeps. Files of one process, so locks always succeed.
#include "simulated_disk.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cassert>
#include <cstring>
#include <utility>

namespace trellis::test {
namespace {

constexpr std::int64_t kSector = 512;
constexpr const char* kName = "simulated";
constexpr const char* kCipherName = "multipleciphers-simulated";

SimulatedDisk* the_disk = nullptr;

struct OpenFile {
  sqlite3_file base;
  std::string* name;
};

const std::string& name_of(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file)->name; }

}  // namespace

/// SQLite's callbacks. A friend of the disk, so that the class itself needs no word of SQLite.
struct DiskCalls {
  static int failure() {
    return the_disk->fault_ == Fault::full && !the_disk->power_is_off_ ? SQLITE_FULL : SQLITE_IOERR;
  }

  static int close(sqlite3_file* file) {
    delete reinterpret_cast<OpenFile*>(file)->name;
    return SQLITE_OK;
  }

  static int read(sqlite3_file* file, void* buffer, int size, sqlite3_int64 offset) {
    if (!the_disk->may_go_on()) return SQLITE_IOERR_READ;
    const std::string& bytes = the_disk->files_[name_of(file)].bytes;
    std::memset(buffer, 0, static_cast<std::size_t>(size));
    const auto end = std::min<sqlite3_int64>(static_cast<sqlite3_int64>(bytes.size()), offset + size);
    if (offset < end) {
      std::memcpy(buffer, bytes.data() + offset, static_cast<std::size_t>(end - offset));
    }
    return end == offset + size ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
  }

  static int write(sqlite3_file* file, const void* buffer, int size, sqlite3_int64 offset) {
    if (!the_disk->may_change()) return failure();
    const std::string bytes(static_cast<const char*>(buffer), static_cast<std::size_t>(size));
    the_disk->write(name_of(file), {.offset = offset, .bytes = bytes, .is_truncation = false});
    return SQLITE_OK;
  }

  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    if (!the_disk->may_change()) return failure();
    the_disk->write(name_of(file), {.offset = size, .bytes = {}, .is_truncation = true});
    return SQLITE_OK;
  }

  static int sync(sqlite3_file* file, int) {
    if (!the_disk->may_change()) return failure();
    if (!the_disk->lies_about_sync_) the_disk->sync(name_of(file));
    return SQLITE_OK;
  }

  static int file_size(sqlite3_file* file, sqlite3_int64* size) {
    if (!the_disk->may_go_on()) return SQLITE_IOERR_FSTAT;
    *size = static_cast<sqlite3_int64>(the_disk->files_[name_of(file)].bytes.size());
    return SQLITE_OK;
  }

  static int lock(sqlite3_file*, int) { return the_disk->may_go_on() ? SQLITE_OK : SQLITE_IOERR_LOCK; }
  static int unlock(sqlite3_file*, int) { return SQLITE_OK; }
  static int check_reserved_lock(sqlite3_file*, int* result) {
    *result = 0;
    return SQLITE_OK;
  }
  static int file_control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
  static int sector_size(sqlite3_file*) { return 4096; }
  static int device_characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

  static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* flags_out) {
    // Version 1 of the methods has no shared memory: the same as in the browser.
    static const sqlite3_io_methods kMethods = {1,
                                                close,
                                                read,
                                                write,
                                                truncate,
                                                sync,
                                                file_size,
                                                lock,
                                                unlock,
                                                check_reserved_lock,
                                                file_control,
                                                sector_size,
                                                device_characteristics,
                                                nullptr,
                                                nullptr,
                                                nullptr,
                                                nullptr,
                                                nullptr,
                                                nullptr};
    file->pMethods = nullptr;
    if (!the_disk->may_go_on()) return SQLITE_CANTOPEN;
    const std::string key = name == nullptr ? "temporary" : name;
    if ((flags & SQLITE_OPEN_CREATE) == 0 && !the_disk->files_.contains(key)) return SQLITE_CANTOPEN;
    the_disk->files_[key];
    reinterpret_cast<OpenFile*>(file)->name = new std::string(key);
    file->pMethods = &kMethods;
    if (flags_out != nullptr) *flags_out = flags;
    return SQLITE_OK;
  }

  static int remove(sqlite3_vfs*, const char* name, int at_once) {
    if (!the_disk->may_change()) return failure() == SQLITE_FULL ? SQLITE_FULL : SQLITE_IOERR_DELETE;
    the_disk->remove(name, at_once != 0);
    return SQLITE_OK;
  }

  static int access(sqlite3_vfs*, const char* name, int, int* result) {
    if (!the_disk->may_go_on()) return SQLITE_IOERR_ACCESS;
    const auto found = the_disk->files_.find(name);
    *result = found != the_disk->files_.end() && !found->second.bytes.empty() ? 1 : 0;
    return SQLITE_OK;
  }

  static int full_pathname(sqlite3_vfs*, const char* name, int size, char* out) {
    std::strncpy(out, name, static_cast<std::size_t>(size));
    return SQLITE_OK;
  }

  static int randomness(sqlite3_vfs*, int size, char* out) {
    std::memset(out, 0x5a, static_cast<std::size_t>(size));  // equal runs must be equal to the byte
    return size;
  }
  static int sleep(sqlite3_vfs*, int microseconds) { return microseconds; }
  static int current_time(sqlite3_vfs*, double* out) {
    *out = 2461000.5;
    return SQLITE_OK;
  }
  static int last_error(sqlite3_vfs*, int, char*) { return 0; }

  static sqlite3_vfs& vfs() {
    static sqlite3_vfs instance = {1,       sizeof(OpenFile), 512,        nullptr,       kName,        nullptr,
                                   open,    remove,           access,     full_pathname, nullptr,      nullptr,
                                   nullptr, nullptr,          randomness, sleep,         current_time, last_error,
                                   nullptr, nullptr,          nullptr,    nullptr};
    return instance;
  }
};

SimulatedDisk::SimulatedDisk() {
  assert(the_disk == nullptr);
  the_disk = this;
  sqlite3_initialize();
  before_ = sqlite3_vfs_find(nullptr);
  sqlite3_vfs_register(&DiskCalls::vfs(), 0);
  sqlite3mc_vfs_create(kName, 1);  // the same layers as in the browser
}

SimulatedDisk::~SimulatedDisk() {
  sqlite3_vfs_register(before_, 1);
  sqlite3mc_vfs_destroy(kCipherName);
  sqlite3_vfs_unregister(&DiskCalls::vfs());
  the_disk = nullptr;
}

void SimulatedDisk::load(const DiskImage& written, const DiskImage& flushed) {
  files_.clear();
  for (const auto& [name, bytes] : written) {
    const auto safe = flushed.find(name);
    File& file = files_[name];
    file.bytes = bytes;
    file.is_linked = safe != flushed.end();
    if (file.is_linked && safe->second == bytes) continue;
    const auto size = static_cast<std::int64_t>(bytes.size());
    file.unsynced.push_back({.offset = size, .bytes = {}, .is_truncation = true});
    file.unsynced.push_back({.offset = 0, .bytes = bytes, .is_truncation = false});
  }
  durable_ = flushed;
  call_count_ = 0;
  change_count_ = 0;
  power_cut_at_ = kNever;
  power_is_off_ = false;
  lies_about_sync_ = false;
  fail_calls(kNever, 0, Fault::io_error);
}

void SimulatedDisk::fail_calls(int first, int count, Fault fault) {
  fail_from_ = first == kNever ? kNever : call_count_ + first;
  fail_count_ = count;
  fault_ = fault;
}

bool SimulatedDisk::may_go_on() {
  const int call = call_count_++;
  const bool fails = call >= fail_from_ && call - fail_from_ < fail_count_;
  return !fails && !power_is_off_;
}

bool SimulatedDisk::may_change() {
  if (change_count_ >= power_cut_at_) power_is_off_ = true;
  if (!may_go_on()) return false;
  ++change_count_;
  return true;
}

void SimulatedDisk::apply(const Change& change, std::string& bytes) {
  const auto offset = static_cast<std::size_t>(change.offset);
  if (change.is_truncation) {
    bytes.resize(std::min(bytes.size(), offset));
    return;
  }
  if (bytes.size() < offset + change.bytes.size()) bytes.resize(offset + change.bytes.size());
  bytes.replace(offset, change.bytes.size(), change.bytes);
}

void SimulatedDisk::write(const std::string& name, Change change) {
  File& file = files_[name];
  apply(change, file.bytes);
  file.unsynced.push_back(std::move(change));
}

void SimulatedDisk::sync(const std::string& name) {
  File& file = files_[name];
  file.unsynced.clear();
  file.is_linked = true;
  durable_[name] = file.bytes;
}

void SimulatedDisk::remove(const std::string& name, bool at_once) {
  files_.erase(name);
  if (at_once && !lies_about_sync_) durable_.erase(name);
}

DiskImage SimulatedDisk::written() const {
  DiskImage image;
  for (const auto& [name, file] : files_) image[name] = file.bytes;
  return image;
}

DiskImage SimulatedDisk::after_power_cut(std::mt19937& random) const {
  std::bernoulli_distribution coin;
  DiskImage image;
  // A file deleted without a flush of its folder may be back, with all that was flushed to it.
  for (const auto& [name, bytes] : durable_) {
    const auto now = files_.find(name);
    const bool is_linked = now != files_.end() && now->second.is_linked;
    if (is_linked || coin(random)) image[name] = bytes;
  }
  // A new file that was never flushed may not be there: then the one before it is, or none.
  for (const auto& [name, file] : files_) {
    if (file.is_linked) {
      apply_some(file.unsynced, random, image[name]);
    } else if (coin(random)) {
      image[name].clear();
      apply_some(file.unsynced, random, image[name]);
    }
  }
  return image;
}

void SimulatedDisk::apply_some(const std::vector<Change>& changes, std::mt19937& random, std::string& bytes) {
  std::bernoulli_distribution coin;
  for (const Change& change : changes) {
    if (change.is_truncation) {
      if (coin(random)) apply(change, bytes);
      continue;
    }
    const auto end = change.offset + static_cast<std::int64_t>(change.bytes.size());
    for (std::int64_t at = change.offset; at < end;) {
      const std::int64_t next = std::min(end, (at / kSector + 1) * kSector);
      const auto from = static_cast<std::size_t>(at - change.offset);
      const auto length = static_cast<std::size_t>(next - at);
      const Change sector{.offset = at, .bytes = change.bytes.substr(from, length), .is_truncation = false};
      if (coin(random)) apply(sector, bytes);
      at = next;
    }
  }
}

}  // namespace trellis::test
