// SPDX-License-Identifier: MIT
// The primitives natively: libsodium. Not part of the wasm build.
#include <sodium.h>

#include <cstddef>

#include "seal/primitives.h"

namespace {

unsigned long long length(int size) { return static_cast<unsigned long long>(size); }

const unsigned char* bytes(const char* text) { return reinterpret_cast<const unsigned char*>(text); }

}  // namespace

extern "C" {

int trellis_seal_argon2id(unsigned char* key, const char* passphrase, int size, const unsigned char* salt, int passes,
                          int memory_kib) {
  if (sodium_init() < 0) return trellis_seal_not_ready;
  const int failed = crypto_pwhash(key, 32, passphrase, length(size), salt, length(passes),
                                   static_cast<std::size_t>(memory_kib) * 1024, crypto_pwhash_ALG_ARGON2ID13);
  return failed == 0 ? trellis_seal_done : trellis_seal_no_memory;
}

int trellis_seal_close(unsigned char* sealed, const char* plain, int size, const char* header, int header_size,
                       const unsigned char* nonce, const unsigned char* key) {
  if (sodium_init() < 0) return trellis_seal_not_ready;
  crypto_aead_xchacha20poly1305_ietf_encrypt(sealed, nullptr, bytes(plain), length(size), bytes(header),
                                             length(header_size), nullptr, nonce, key);
  return trellis_seal_done;
}

int trellis_seal_open(unsigned char* plain, const char* sealed, int size, const char* header, int header_size,
                      const unsigned char* nonce, const unsigned char* key) {
  if (sodium_init() < 0) return trellis_seal_not_ready;
  const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(plain, nullptr, nullptr, bytes(sealed), length(size),
                                                                bytes(header), length(header_size), nonce, key);
  return failed == 0 ? trellis_seal_done : trellis_seal_refused;
}

}  // extern "C"
