// SPDX-License-Identifier: MIT
// The operators stand in a file of their own, so that no compiler sees through them.
#include "failing_memory.hpp"

#include <sqlite3.h>

#include <cstdlib>
#include <new>

namespace trellis::test {

MemoryPlan sqlite_plan;
MemoryPlan new_plan;

namespace {

sqlite3_mem_methods plain_methods;

void* limited_malloc(int size) { return sqlite_plan.lets_go() ? plain_methods.xMalloc(size) : nullptr; }

void* limited_realloc(void* memory, int size) {
  return sqlite_plan.lets_go() ? plain_methods.xRealloc(memory, size) : nullptr;
}

}  // namespace

LimitedSqlite::LimitedSqlite() {
  sqlite3_shutdown();
  sqlite3_config(SQLITE_CONFIG_GETMALLOC, &plain_methods);
  sqlite3_mem_methods limited = plain_methods;
  limited.xMalloc = limited_malloc;
  limited.xRealloc = limited_realloc;
  sqlite3_config(SQLITE_CONFIG_MALLOC, &limited);
  sqlite3_initialize();
}

LimitedSqlite::~LimitedSqlite() {
  sqlite_plan = {};
  sqlite3_shutdown();
  sqlite3_config(SQLITE_CONFIG_MALLOC, &plain_methods);
  sqlite3_initialize();
}

}  // namespace trellis::test

void* operator new(std::size_t size) {
  if (trellis::test::new_plan.lets_go()) {
    if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  }
  throw std::bad_alloc();
}

void* operator new(std::size_t size, const std::nothrow_t& /*tag*/) noexcept {
  return trellis::test::new_plan.lets_go() ? std::malloc(size == 0 ? 1 : size) : nullptr;
}

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t /*size*/) noexcept { std::free(memory); }
