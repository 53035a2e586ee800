# SQLite3MultipleCiphers: SQLite with optional encryption, as one amalgamation for native and wasm.
# The source comes from an npm package that is installed without running its scripts.
set(TRELLIS_SQLITE_DIR ${CMAKE_SOURCE_DIR}/node_modules/better-sqlite3-multiple-ciphers/deps/sqlite3)
if(NOT EXISTS ${TRELLIS_SQLITE_DIR}/sqlite3.c)
  message(FATAL_ERROR "SQLite's source is missing. Run: npm ci --ignore-scripts")
endif()

# Version 2.3.5 tells SQLite that a read went well when it failed (mended upstream in September 2026, pull request 272
# of utelle/SQLite3MultipleCiphers). Until the package carries that, two lines are mended here, and the build stops when
# the source no longer looks as expected. One copy serves all presets, so that the compiler cache can serve them too.
set(TRELLIS_SQLITE_SOURCE ${CMAKE_SOURCE_DIR}/build/sqlite/sqlite3.c)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${TRELLIS_SQLITE_DIR}/sqlite3.c)
file(READ ${TRELLIS_SQLITE_DIR}/sqlite3.c source)
string(REPLACE "if (rc == SQLITE_IOERR_SHORT_READ)" "if (rc != SQLITE_OK)" mended "${source}")
string(LENGTH "${source}" length_before)
string(LENGTH "${mended}" length_after)
math(EXPR shorter_by "${length_before} - ${length_after}")
if(NOT shorter_by EQUAL 28)  # twice 14 characters
  message(FATAL_ERROR "SQLite's source has changed. Look at cmake/sqlite.cmake: is the mending still needed?")
endif()
# What the store never asks for is cut off where it would be called, and the linker leaves the rest of it out: 8 kB.
function(trellis_mend from to expected_count)
  string(REPLACE "${from}" "" without "${mended}")
  string(LENGTH "${mended}" before)
  string(LENGTH "${without}" after)
  string(LENGTH "${from}" size)
  math(EXPR count "(${before} - ${after}) / ${size}")
  if(NOT count EQUAL expected_count)
    message(FATAL_ERROR "SQLite's source has changed: ${count} times ${from}")
  endif()
  string(REPLACE "${from}" "${to}" mended "${mended}")
  set(mended "${mended}" PARENT_SCOPE)
endfunction()
set(left_out "sqlite3ErrorMsg(pParse, \"left out\"), (void)(0,")
trellis_mend("\n  sqlite3RegisterDateTimeFunctions();\n" "\n" 1)  # the core has no clock
trellis_mend("\n  sqlite3WindowFunctions();\n" "\n" 1)
trellis_mend("sqlite3WindowCodeStep(pParse, p, pWInfo, regGosub, addrGosub);" "" 1)
trellis_mend("if( sqlite3WindowRewrite(pParse, p) ){" "if( p->pWin && (sqlite3ErrorMsg(pParse, \"left out\"), 1) ){" 1)
trellis_mend("  sqlite3Attach(pParse," "  ${left_out}" 1)
trellis_mend("  sqlite3Detach(pParse," "  ${left_out}" 1)
trellis_mend("{sqlite3Analyze(pParse," "{${left_out}" 2)
trellis_mend("{sqlite3Vacuum(pParse," "{${left_out}" 2)
trellis_mend("rc = sqlite3RunVacuum(&p->zErrMsg, db, pOp->p1," "rc = SQLITE_ERROR; (void)(" 1)
trellis_mend("rc = sqlite3_rekey_v2(db, zDbName," "rc = SQLITE_ERROR; (void)(0," 2)  # core/store/protection.cpp instead
# SQLite3MultipleCiphers reads and frees what it did not get when memory runs out; tests/core/store/memory_test.cpp.
trellis_mend("cloneCodecParams != NULL)\n  {\n    int offset" "cloneCodecParams != NULL && cloneCipherParams != NULL)\n  {\n    int offset" 1)
trellis_mend("    sqlite3_free(cloneCipherParams);\n  }\n  return cloneCodecParams;"
  "    sqlite3_free(cloneCipherParams);\n    sqlite3_free(cloneCodecParams);\n    return NULL;\n  }\n  return cloneCodecParams;" 1)
trellis_mend("    sqlite3_set_clientdata(db, globalConfigTableName, codecParameterTable, sqlite3mcFreeCodecParameterTable);\n  }\n\n  rc = (codecParameterTable != NULL) ? SQLITE_OK : SQLITE_NOMEM;"
  "    rc = sqlite3_set_clientdata(db, globalConfigTableName, codecParameterTable, sqlite3mcFreeCodecParameterTable);\n  }" 1)
# Keys are raw: no passphrase is ever stretched here (core/seal does that).
trellis_mend("fastpbkdf2_hmac_sha256((unsigned char*)userPassword, passwordLength," "abort(); (void)(0," 1)
file(WRITE ${CMAKE_BINARY_DIR}/sqlite3.c.new "${mended}")
file(MAKE_DIRECTORY ${CMAKE_SOURCE_DIR}/build/sqlite)
file(COPY_FILE ${CMAKE_BINARY_DIR}/sqlite3.c.new ${TRELLIS_SQLITE_SOURCE} ONLY_IF_DIFFERENT)
file(REMOVE ${CMAKE_BINARY_DIR}/sqlite3.c.new)
unset(left_out)
unset(source)
unset(mended)

add_library(trellis_sqlite STATIC ${TRELLIS_SQLITE_SOURCE})
target_include_directories(trellis_sqlite SYSTEM PUBLIC ${TRELLIS_SQLITE_DIR})
set(sqlite_settings
  SQLITE_DQS=0
  SQLITE_DEFAULT_FOREIGN_KEYS=1
  SQLITE_DEFAULT_MEMSTATUS=0
  SQLITE_LIKE_DOESNT_MATCH_BLOBS
  SQLITE_TEMP_STORE=3
  SQLITE_THREADSAFE=0
  # Left out of all builds, because the browser downloads it: 35 kB less after compression. Only what SQLite's own
  # parser does not need can go. PRAGMAs that set flags stay: the store uses them.
  SQLITE_OMIT_AUTHORIZATION
  SQLITE_OMIT_AUTOMATIC_INDEX
  SQLITE_OMIT_AUTOVACUUM
  SQLITE_OMIT_BETWEEN_OPTIMIZATION
  SQLITE_OMIT_BTREECOUNT
  SQLITE_OMIT_CASE_SENSITIVE_LIKE_PRAGMA
  SQLITE_OMIT_COMPILEOPTION_DIAGS
  SQLITE_OMIT_COMPLETE
  SQLITE_OMIT_DECLTYPE
  SQLITE_OMIT_DEPRECATED
  SQLITE_OMIT_DESERIALIZE
  SQLITE_OMIT_EXPLAIN
  SQLITE_OMIT_GENERATED_COLUMNS
  SQLITE_OMIT_GET_TABLE
  SQLITE_OMIT_INTROSPECTION_PRAGMAS
  SQLITE_OMIT_JSON
  SQLITE_OMIT_LIKE_OPTIMIZATION
  SQLITE_OMIT_LOAD_EXTENSION
  SQLITE_OMIT_LOCALTIME
  SQLITE_OMIT_LOOKASIDE
  SQLITE_OMIT_OR_OPTIMIZATION
  SQLITE_OMIT_PROGRESS_CALLBACK
  SQLITE_OMIT_QUICKBALANCE
  SQLITE_OMIT_SCHEMA_PRAGMAS
  SQLITE_OMIT_SHARED_CACHE
  SQLITE_OMIT_TCL_VARIABLE
  SQLITE_OMIT_TRACE
  SQLITE_OMIT_UTF16
  SQLITE_OMIT_XFER_OPT
  SQLITE_UNTESTABLE
  # One cipher is enough for encryption at rest; the others only add bytes to the download.
  CODEC_TYPE=CODEC_TYPE_CHACHA20
  HAVE_CIPHER_AES_128_CBC=0
  HAVE_CIPHER_AES_256_CBC=0
  HAVE_CIPHER_SQLCIPHER=0
  HAVE_CIPHER_RC4=0
  HAVE_CIPHER_ASCON128=0
  HAVE_CIPHER_AEGIS=0)
target_compile_definitions(trellis_sqlite PRIVATE ${sqlite_settings})
if(EMSCRIPTEN)
  # Our VFS is the only one (wasm/opfs_vfs.c), and random bytes come from getentropy, which that file gives as well.
  list(APPEND sqlite_settings SQLITE_OS_OTHER=1 __WASM__)
  target_compile_definitions(trellis_sqlite PRIVATE ${sqlite_settings} SQLITE_OMIT_INCRBLOB)
  target_compile_options(trellis_sqlite PRIVATE -w -Oz)
  # The same with the full-text index that the search needs, for the core that is fetched later.
  add_library(trellis_sqlite_whole OBJECT ${TRELLIS_SQLITE_SOURCE})
  target_compile_definitions(trellis_sqlite_whole PRIVATE ${sqlite_settings} SQLITE_ENABLE_FTS5)
  target_compile_options(trellis_sqlite_whole PRIVATE -w -Oz)
else()
  target_compile_definitions(trellis_sqlite PRIVATE SQLITE_ENABLE_FTS5)
  # Same flags in every native build, sanitised or not, so that the compiler cache serves the second one.
  set_target_properties(trellis_sqlite PROPERTIES COMPILE_OPTIONS "-w;-O2")
endif()
