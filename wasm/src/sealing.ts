// SPDX-License-Identifier: MIT
// libsodium for the core (core/seal/primitives.h, wasm/host.js): a large part that only people with a passphrase need,
// so it is a file of its own, fetched when the core first answers seal.not_ready. Keeps nothing.
import sodium from "libsodium-wrappers-sumo";

/** What wasm/host.js calls. Each throws when it cannot give what was asked for. */
export interface Sealing {
  argon2id(passphrase: Uint8Array, salt: Uint8Array, passes: number, memoryKib: number): Uint8Array;
  close(plain: Uint8Array, header: Uint8Array, nonce: Uint8Array, key: Uint8Array): Uint8Array;
  open(sealed: Uint8Array, header: Uint8Array, nonce: Uint8Array, key: Uint8Array): Uint8Array;
}

const keyBytes = 32;

export async function loadSealing(): Promise<Sealing> {
  await sodium.ready;
  return {
    argon2id: (passphrase, salt, passes, memoryKib) =>
      sodium.crypto_pwhash(keyBytes, passphrase, salt, passes, memoryKib * 1024, sodium.crypto_pwhash_ALG_ARGON2ID13),
    close: (plain, header, nonce, key) =>
      sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, header, null, nonce, key),
    open: (sealed, header, nonce, key) =>
      sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, header, nonce, key),
  };
}
