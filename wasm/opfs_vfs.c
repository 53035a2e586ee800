// SPDX-License-Identifier: MIT
// SQLite's VFS over storage handles with fixed names: database, rollback journal, write-ahead log, and what stands
// beside an encrypted database: two records about its key, and a whole new database that waits for its turn. No file
// system, no pool, no name table, no clock or randomness of its own; never truncates or replaces a file unless SQLite
// asks. Sources: https://www.sqlite.org/c3ref/vfs.html, https://www.sqlite.org/c3ref/io_methods.html,
// https://fs.spec.whatwg.org/
#include <stddef.h>
#include <string.h>

#include "sqlite3.h"

// wasm/host.js. Sizes and offsets are doubles: whole numbers below 2^53, and no 64-bit integers cross the boundary.
extern int trellis_host_ready(int file);
extern int trellis_host_read(int file, void* into, int count, double offset);
extern int trellis_host_write(int file, const void* from, int count, double offset);
extern int trellis_host_truncate(int file, double size);
extern int trellis_host_flush(int file);
extern double trellis_host_size(int file);
extern int trellis_host_random(void* into, int count);
extern double trellis_host_now(void);

enum { kFileCount = 6 };

/// The only names that exist, in the order of the host's handles (wasm/src/storage-handle.ts).
static const char* const kNames[kFileCount] = {"trellis.sqlite3",       "trellis.sqlite3-journal",
                                               "trellis.sqlite3-wal",   "trellis.sqlite3.key-a",
                                               "trellis.sqlite3.key-b", "trellis.sqlite3.staged"};
/// What each may be opened as, besides a file of the store's own (SQLITE_OPEN_SUPER_JOURNAL).
static const int kOpenFlags[kFileCount] = {
    SQLITE_OPEN_MAIN_DB, SQLITE_OPEN_MAIN_JOURNAL, SQLITE_OPEN_WAL, 0, 0, SQLITE_OPEN_MAIN_DB};

/// A database may be open once: locks are not kept, the page's Web Lock and this flag stand in for them.
static int g_database_open[kFileCount] = {0};

typedef struct OpfsFile {
  sqlite3_file base;
  int index;
  int is_database;
} OpfsFile;

static int index_of(const sqlite3_file* file) { return ((const OpfsFile*)file)->index; }

static int file_close(sqlite3_file* file) {
  if (((OpfsFile*)file)->is_database) g_database_open[index_of(file)] = 0;
  return SQLITE_OK;
}

/// Reads exactly `count` bytes, or up to the end of the file with zeros behind (SQLite's contract for a short read).
/// Fewer bytes than the file holds are an error, not an end.
static int file_read(sqlite3_file* file, void* into, int count, sqlite3_int64 offset) {
  const int got = trellis_host_read(index_of(file), into, count, (double)offset);
  if (got == count) return SQLITE_OK;
  if (got < 0) return SQLITE_IOERR_READ;
  const double size = trellis_host_size(index_of(file));
  if (size < 0 || size > (double)(offset + got)) return SQLITE_IOERR_READ;
  memset((char*)into + got, 0, (size_t)(count - got));
  return SQLITE_IOERR_SHORT_READ;
}

static int file_write(sqlite3_file* file, const void* from, int count, sqlite3_int64 offset) {
  const int failed = trellis_host_write(index_of(file), from, count, (double)offset);
  return failed == 0 ? SQLITE_OK : failed == 2 ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

static int file_truncate(sqlite3_file* file, sqlite3_int64 size) {
  const int failed = trellis_host_truncate(index_of(file), (double)size);
  return failed == 0 ? SQLITE_OK : failed == 2 ? SQLITE_FULL : SQLITE_IOERR_TRUNCATE;
}

static int file_sync(sqlite3_file* file, int flags) {
  (void)flags;
  const int failed = trellis_host_flush(index_of(file));
  return failed == 0 ? SQLITE_OK : failed == 2 ? SQLITE_FULL : SQLITE_IOERR_FSYNC;
}

static int file_size(sqlite3_file* file, sqlite3_int64* size) {
  const double bytes = trellis_host_size(index_of(file));
  if (bytes < 0) return SQLITE_IOERR_FSTAT;
  *size = (sqlite3_int64)bytes;
  return SQLITE_OK;
}

static int file_lock(sqlite3_file* file, int level) {
  (void)file;
  (void)level;
  return SQLITE_OK;
}

static int file_check_reserved_lock(sqlite3_file* file, int* held) {
  (void)file;
  *held = 0;
  return SQLITE_OK;
}

static int file_control(sqlite3_file* file, int op, void* arg) {
  (void)file;
  (void)op;
  (void)arg;
  return SQLITE_NOTFOUND;
}

static int file_sector_size(sqlite3_file* file) {
  (void)file;
  return 4096;
}

/// Without this flag SQLite3MultipleCiphers encrypts the journal's header and a crash is not rolled back
/// (docs/decisions/0002): 52 of 174 crash points left a damaged database, 0 with it.
static int file_device_characteristics(sqlite3_file* file) {
  (void)file;
  return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

/// Version 1: no shared memory, so write-ahead logging needs `PRAGMA locking_mode = EXCLUSIVE`.
static const sqlite3_io_methods kFileMethods = {
    .iVersion = 1,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_lock,
    .xCheckReservedLock = file_check_reserved_lock,
    .xFileControl = file_control,
    .xSectorSize = file_sector_size,
    .xDeviceCharacteristics = file_device_characteristics,
};

/// Index of a name, or -1.
static int find_name(const char* name) {
  for (int i = 0; name != NULL && i < kFileCount; ++i) {
    if (strcmp(name, kNames[i]) == 0) return i;
  }
  return -1;
}

static int vfs_open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  (void)vfs;
  file->pMethods = NULL;
  const int index = find_name(name);
  if (index < 0 || (flags & (kOpenFlags[index] | SQLITE_OPEN_SUPER_JOURNAL)) == 0 || !trellis_host_ready(index)) {
    return SQLITE_CANTOPEN;
  }
  const int is_database = (flags & SQLITE_OPEN_MAIN_DB) != 0;
  if (is_database) {
    if (g_database_open[index]) return SQLITE_BUSY;
    g_database_open[index] = 1;
  }
  ((OpfsFile*)file)->index = index;
  ((OpfsFile*)file)->is_database = is_database;
  file->pMethods = &kFileMethods;
  if (out_flags != NULL) *out_flags = flags;
  return SQLITE_OK;
}

/// A file that exists is a file with bytes: deleting is emptying, and it is flushed, because a journal that came back
/// after a power cut would undo a later commit.
static int vfs_delete(sqlite3_vfs* vfs, const char* name, int sync_directory) {
  (void)vfs;
  (void)sync_directory;
  const int index = find_name(name);
  if (index < 0 || !trellis_host_ready(index)) return SQLITE_IOERR_DELETE_NOENT;
  if (trellis_host_truncate(index, 0) != 0) return SQLITE_IOERR_DELETE;
  return trellis_host_flush(index) == 0 ? SQLITE_OK : SQLITE_IOERR_DELETE;
}

static int vfs_access(sqlite3_vfs* vfs, const char* name, int flags, int* result) {
  (void)vfs;
  (void)flags;
  *result = 0;
  const int index = find_name(name);
  if (index < 0 || !trellis_host_ready(index)) return SQLITE_OK;
  const double size = trellis_host_size(index);
  if (size < 0) return SQLITE_IOERR_ACCESS;
  *result = size > 0;
  return SQLITE_OK;
}

static int vfs_full_pathname(sqlite3_vfs* vfs, const char* name, int size, char* out) {
  (void)vfs;
  const size_t length = strlen(name);
  if (length >= (size_t)size) return SQLITE_CANTOPEN;
  memcpy(out, name, length + 1);
  return SQLITE_OK;
}

static int vfs_randomness(sqlite3_vfs* vfs, int count, char* out) {
  (void)vfs;
  return trellis_host_random(out, count) == 0 ? count : 0;
}

static int vfs_sleep(sqlite3_vfs* vfs, int microseconds) {
  (void)vfs;
  return microseconds;
}

static int vfs_last_error(sqlite3_vfs* vfs, int size, char* out) {
  (void)vfs;
  if (size > 0) out[0] = '\0';
  return 0;
}

/// Milliseconds since noon of 24 November 4714 BC (Julian day 0), SQLite's own count.
static int vfs_current_time_int64(sqlite3_vfs* vfs, sqlite3_int64* now) {
  (void)vfs;
  static const sqlite3_int64 kUnixEpoch = 24405875 * (sqlite3_int64)8640000;
  *now = kUnixEpoch + (sqlite3_int64)trellis_host_now();
  return SQLITE_OK;
}

static int vfs_current_time(sqlite3_vfs* vfs, double* now) {
  sqlite3_int64 milliseconds = 0;
  const int rc = vfs_current_time_int64(vfs, &milliseconds);
  *now = (double)milliseconds / 86400000.0;
  return rc;
}

static sqlite3_vfs g_vfs = {
    .iVersion = 2,
    .szOsFile = sizeof(OpfsFile),
    .mxPathname = 64,
    .zName = "trellis",
    .xOpen = vfs_open,
    .xDelete = vfs_delete,
    .xAccess = vfs_access,
    .xFullPathname = vfs_full_pathname,
    .xRandomness = vfs_randomness,
    .xSleep = vfs_sleep,
    .xCurrentTime = vfs_current_time,
    .xGetLastError = vfs_last_error,
    .xCurrentTimeInt64 = vfs_current_time_int64,
};

/// SQLite calls this once (SQLITE_OS_OTHER). SQLite3MultipleCiphers then wraps the default VFS by itself, under the
/// name "multipleciphers-trellis", so that encryption needs nothing more from here.
int sqlite3_os_init(void) { return sqlite3_vfs_register(&g_vfs, 1); }

int sqlite3_os_end(void) { return SQLITE_OK; }

/// The source of keys and nonces in SQLite3MultipleCiphers; it aborts rather than go on without randomness.
int getentropy(void* into, size_t count) { return trellis_host_random(into, (int)count) == 0 ? 0 : -1; }
