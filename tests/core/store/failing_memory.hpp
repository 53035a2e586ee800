// SPDX-License-Identifier: MIT
// Memory that runs out on demand: SQLite's allocator, and operator new of the whole test program. Tests only.
#pragma once

#include <limits>

namespace trellis::test {

/// Which allocations from now on fail: number `from` (0-based), and `count` - 1 after it.
struct MemoryPlan {
  static constexpr int kNever = std::numeric_limits<int>::max();

  int from = kNever;
  int count = 0;
  int seen = 0;

  bool lets_go() {
    const int number = seen++;
    return number < from || number - from >= count;
  }
};

extern MemoryPlan sqlite_plan;
extern MemoryPlan new_plan;

/// SQLite takes its memory by `sqlite_plan` while one of these lives. No connection may be open when it comes or goes.
class LimitedSqlite {
 public:
  LimitedSqlite();
  ~LimitedSqlite();
  LimitedSqlite(const LimitedSqlite&) = delete;
  LimitedSqlite& operator=(const LimitedSqlite&) = delete;
};

}  // namespace trellis::test
