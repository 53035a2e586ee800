// SPDX-License-Identifier: MIT
// A disk in memory behind SQLite's VFS interface: it can fail any call and lose power at any step. Tests only.
// Idea: SQLite's own I/O error and crash tests (sqlite.org/testing.html, sections 3.2 and 3.3).
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <random>
#include <string>
#include <vector>

struct sqlite3_vfs;

namespace trellis::test {

/// Names and bytes of all files.
using DiskImage = std::map<std::string, std::string>;

/// What a call that was told to fail reports.
enum class Fault { io_error, full };

/// While one of these lives, it is SQLite's default VFS. Only one may live at a time.
class SimulatedDisk {
 public:
  static constexpr int kNever = std::numeric_limits<int>::max();

  SimulatedDisk();
  ~SimulatedDisk();
  SimulatedDisk(const SimulatedDisk&) = delete;
  SimulatedDisk& operator=(const SimulatedDisk&) = delete;

  /// Replaces everything with an image that is wholly on the platter, and forgets faults and counts.
  void load(const DiskImage& image) { load(image, image); }
  /// The same after a kill: programs see `written`, and of that only `flushed` is on the platter.
  void load(const DiskImage& written, const DiskImage& flushed);

  /// The `first`th call from now (0-based) fails, and `count` - 1 after it. Counted are all calls that can fail: open,
  /// access, size, read, write, truncate, sync, delete, lock.
  void fail_calls(int first, int count, Fault fault);
  /// From this changing call on (0-based), nothing reaches the disk and every call fails.
  void cut_power_at(int change) { power_cut_at_ = change; }
  bool power_is_off() const { return power_is_off_; }
  /// A disk that says "flushed" and does nothing: the control that crash tests must catch.
  void lie_about_sync() { lies_about_sync_ = true; }

  int call_count() const { return call_count_; }
  /// Writes, truncations, syncs and deletions so far.
  int change_count() const { return change_count_; }

  /// What a killed process leaves: all that was written, flushed or not.
  DiskImage written() const;
  /// All that was flushed, and nothing else.
  const DiskImage& flushed() const { return durable_; }
  /// What one loss of power could leave: all that was flushed, and of the rest any part, in sectors of 512 bytes.
  DiskImage after_power_cut(std::mt19937& random) const;

 private:
  friend struct DiskCalls;

  struct Change {
    std::int64_t offset = 0;  // for a truncation: the new size
    std::string bytes;
    bool is_truncation = false;
  };
  struct File {
    std::string bytes;             // as programs see it
    std::vector<Change> unsynced;  // since the last sync
    bool is_linked = false;        // flushed once, so its name is safe as well
  };

  static void apply(const Change& change, std::string& bytes);
  /// Applies any part of the changes, whole sectors at a time.
  static void apply_some(const std::vector<Change>& changes, std::mt19937& random, std::string& bytes);
  /// Counts a call. False when it is to fail.
  bool may_go_on();
  /// Counts a call that changes the disk. False when it is to fail or the power is off.
  bool may_change();

  void write(const std::string& name, Change change);
  void sync(const std::string& name);
  void remove(const std::string& name, bool at_once);

  std::map<std::string, File> files_;
  DiskImage durable_;
  int call_count_ = 0;
  int change_count_ = 0;
  int fail_from_ = kNever;
  int fail_count_ = 0;
  int power_cut_at_ = kNever;
  Fault fault_ = Fault::io_error;
  bool power_is_off_ = false;
  bool lies_about_sync_ = false;
  sqlite3_vfs* before_ = nullptr;  // the default VFS to go back to
};

}  // namespace trellis::test
