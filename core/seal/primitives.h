/* SPDX-License-Identifier: MIT */
/* The few operations that a cryptographic library does for the seal room. Two implementations: libsodium natively
 * (primitives_sodium.cpp), and in the browser libsodium's own wasm, reached through wasm/host.js. No format, no
 * policy and no randomness here. Sources: RFC 9106 (Argon2id, one lane); libsodium's XChaCha20-Poly1305 (IETF). */
#ifndef TRELLIS_SEAL_PRIMITIVES_H
#define TRELLIS_SEAL_PRIMITIVES_H

#ifdef __cplusplus
extern "C" {
#endif

enum trellis_seal_status {
  trellis_seal_done = 0,
  trellis_seal_refused = 1,   /* open: not sealed with this key, or changed since */
  trellis_seal_no_memory = 2, /* argon2id: the memory it was asked to use is not there */
  trellis_seal_not_ready = 3  /* the library is not loaded yet: load it and ask again */
};

/** Argon2id version 1.3, one lane.
 *  @param key        gets 32 bytes
 *  @param salt       16 bytes
 *  @param memory_kib memory to use, KiB */
int trellis_seal_argon2id(unsigned char* key, const char* passphrase, int size, const unsigned char* salt, int passes,
                          int memory_kib);

/** XChaCha20-Poly1305.
 *  @param sealed  gets `size` + 16 bytes
 *  @param header  authenticated, not hidden
 *  @param nonce   24 bytes, never twice with one key
 *  @param key     32 bytes */
int trellis_seal_close(unsigned char* sealed, const char* plain, int size, const char* header, int header_size,
                       const unsigned char* nonce, const unsigned char* key);

/** The way back.
 *  @param plain  gets `size` - 16 bytes, and nothing that was not authenticated
 *  @param size   at least 16 */
int trellis_seal_open(unsigned char* plain, const char* sealed, int size, const char* header, int header_size,
                      const unsigned char* nonce, const unsigned char* key);

#ifdef __cplusplus
}
#endif

#endif
