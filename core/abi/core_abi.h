/* SPDX-License-Identifier: MIT */
/* The whole surface of the core: six C functions. Requests and responses are JSON-RPC 2.0 as described in
 * contract/api.schema.json; the same text goes in from the browser, the command line and the tests.
 * Not thread-safe: one core belongs to one thread. */
#ifndef TRELLIS_CORE_ABI_H
#define TRELLIS_CORE_ABI_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct trellis_core trellis_core;

/** Version of these six functions. A caller that expects another number must not go on. */
int trellis_abi_version(void);

/** Opens a core.
 *  @param config  JSON object of `size` bytes: {"database": "file name" | ":memory:" | null}. Null, or a text that is
 *                 no such object: content and checks work, answers cannot be kept.
 *  @return        never null unless memory is out. A database that cannot be opened is left untouched; the method
 *                 `about` and every method that needs it say why. Release with trellis_close. */
trellis_core* trellis_open(const char* config, size_t size);

/** Adds content that is not embedded, for every core of this process: in the browser, the words of a language other
 * than English (build/wasm/wasm/content-es.txt). Until then that language is answered in English.
 *  @param pack  for each file a line "path size" and `size` bytes; see add_pack in content/bundle.hpp
 *  @return      1 when its files are here now, also when they were before; 0 when it is no whole pack */
int trellis_add_content(const char* pack, size_t size);

/** Answers one request of `size` bytes.
 *  @return NUL-terminated JSON, valid until trellis_free; null only when memory is out. */
char* trellis_call(trellis_core* core, const char* request, size_t size);

/** Releases a response. Null is fine. */
void trellis_free(char* response);

/** Flushes and closes. Null is fine. */
void trellis_close(trellis_core* core);

#ifdef __cplusplus
}
#endif

#endif
