// SPDX-License-Identifier: MIT
// SQL over the same SQLite and VFS as the app, for tests of wasm/opfs_vfs.c. Never part of what is served.
#include <stddef.h>

#include "sqlite3.h"

static sqlite3* g_database = NULL;
static sqlite3_str* g_rows = NULL;

/// Appends one row: columns separated by "|", rows by a line break.
static int add_row(void* unused, int count, char** values, char** names) {
  (void)unused;
  (void)names;
  for (int i = 0; i < count; ++i) {
    sqlite3_str_appendf(g_rows, "%s%s", i == 0 ? "" : "|", values[i] == NULL ? "NULL" : values[i]);
  }
  sqlite3_str_appendchar(g_rows, 1, '\n');
  return 0;
}

/// Closes what is open and opens `name`. @return SQLite's extended result code
int probe_open(const char* name) {
  sqlite3_close_v2(g_database);
  g_database = NULL;
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE;
  return sqlite3_open_v2(name, &g_database, flags, NULL);
}

/// Runs statements; their rows are in probe_rows. @return SQLite's extended result code
int probe_run(const char* sql) {
  sqlite3_free(sqlite3_str_finish(g_rows));
  g_rows = sqlite3_str_new(NULL);
  return sqlite3_exec(g_database, sql, add_row, NULL, NULL);
}

/// Rows of the last probe_run as text.
const char* probe_rows(void) {
  const char* rows = sqlite3_str_value(g_rows);
  return rows == NULL ? "" : rows;
}

int probe_close(void) {
  const int code = sqlite3_close(g_database);
  g_database = NULL;
  return code;
}

/// Opens the VFS's file once more beside the open database. @return SQLite's result code
int probe_open_second(const char* name) {
  sqlite3* second = NULL;
  int code = sqlite3_open_v2(name, &second, SQLITE_OPEN_READWRITE, NULL);
  if (code == SQLITE_OK) code = sqlite3_exec(second, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
  sqlite3_close_v2(second);
  return code;
}

/// 1 when the VFS's last file is reported to exist.
int probe_exists(const char* name) {
  int exists = -1;
  sqlite3_vfs* vfs = sqlite3_vfs_find(NULL);
  return vfs->xAccess(vfs, name, SQLITE_ACCESS_EXISTS, &exists) == SQLITE_OK ? exists : -1;
}

int probe_delete(const char* name) {
  sqlite3_vfs* vfs = sqlite3_vfs_find(NULL);
  return vfs->xDelete(vfs, name, 0);
}

/// Milliseconds since 1970 by the VFS's clock.
double probe_now(void) {
  sqlite3_int64 now = 0;
  sqlite3_vfs* vfs = sqlite3_vfs_find(NULL);
  vfs->xCurrentTimeInt64(vfs, &now);
  return (double)(now - 210866760000000);
}

/// The VFS's answer to a request for random bytes.
int probe_random(char* into, int count) {
  sqlite3_vfs* vfs = sqlite3_vfs_find(NULL);
  return vfs->xRandomness(vfs, count, into);
}
