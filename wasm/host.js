// SPDX-License-Identifier: MIT
// What the C side may ask of the browser or of Node: bytes of storage handles, random bytes, the time, and libsodium
// (wasm/src/sealing.ts).
// No state, no decisions: a failure becomes a number and SQLite decides. Handles: wasm/src/storage-handle.ts.
mergeInto(LibraryManager.library, {
  /** 1 when this instance was given a storage handle for the file, else 0. */
  trellis_host_ready: function (file) {
    return Module["trellisHandles"] && Module["trellisHandles"][file] ? 1 : 0;
  },

  /** Bytes read, 0 to count; -1 when the handle failed or answered nonsense. */
  trellis_host_read: function (file, into, count, offset) {
    try {
      var got = Module["trellisHandles"][file].read(HEAPU8.subarray(into, into + count), { at: offset });
      return got >= 0 && got <= count && Math.floor(got) === got ? got : -1;
    } catch (error) {
      return -1;
    }
  },

  /**
   * 0 when exactly `count` bytes were written, 1 on failure, 2 when storage is full. Firefox answers 0 at its quota and
   * a made-up number on a full disk, Chromium 2^32 - 8 at its quota (its error -8, no space) and other such numbers when
   * the file is gone, all without throwing: so every other number is a failure.
   */
  trellis_host_write: function (file, from, count, offset) {
    try {
      var done = Module["trellisHandles"][file].write(HEAPU8.subarray(from, from + count), { at: offset });
      return done === count ? 0 : done === 0 || done === 4294967288 ? 2 : 1;
    } catch (error) {
      return error && error.name === "QuotaExceededError" ? 2 : 1;
    }
  },

  /** 0 done, 1 failed, 2 storage full. */
  trellis_host_truncate: function (file, size) {
    try {
      Module["trellisHandles"][file].truncate(size);
      return 0;
    } catch (error) {
      return error && error.name === "QuotaExceededError" ? 2 : 1;
    }
  },

  /** 0 done, 1 failed, 2 storage full. */
  trellis_host_flush: function (file) {
    try {
      Module["trellisHandles"][file].flush();
      return 0;
    } catch (error) {
      return error && error.name === "QuotaExceededError" ? 2 : 1;
    }
  },

  /** Bytes in the file, or -1. */
  trellis_host_size: function (file) {
    try {
      var size = Module["trellisHandles"][file].getSize();
      return size >= 0 ? size : -1;
    } catch (error) {
      return -1;
    }
  },

  /** 0 when `count` random bytes were written, else 1. The browser gives at most 65,536 bytes at a time. */
  trellis_host_random: function (into, count) {
    try {
      for (var end = into + count; into < end; into += 65536) {
        crypto.getRandomValues(HEAPU8.subarray(into, Math.min(end, into + 65536)));
      }
      return 0;
    } catch (error) {
      return 1;
    }
  },

  /** core/seal/primitives.h: 0 done, 2 no memory, 3 not loaded yet. */
  trellis_seal_argon2id: function (key, passphrase, size, salt, passes, memoryKib) {
    var sealing = Module["trellisSealing"];
    if (!sealing) return 3;
    var bytes = HEAPU8.slice(passphrase, passphrase + size);
    try {
      HEAPU8.set(sealing["argon2id"](bytes, HEAPU8.slice(salt, salt + 16), passes, memoryKib), key);
      return 0;
    } catch (error) {
      return 2;
    } finally {
      bytes.fill(0);
    }
  },

  trellis_seal_close__deps: ["$trellisAead"],
  trellis_seal_close: function (sealed, plain, size, header, headerSize, nonce, key) {
    return trellisAead("close", sealed, plain, size, header, headerSize, nonce, key);
  },

  trellis_seal_open__deps: ["$trellisAead"],
  trellis_seal_open: function (plain, sealed, size, header, headerSize, nonce, key) {
    return trellisAead("open", plain, sealed, size, header, headerSize, nonce, key);
  },

  /** core/seal/primitives.h: 0 done, 1 refused, 3 not loaded yet. */
  $trellisAead: function (name, into, from, size, header, headerSize, nonce, key) {
    var sealing = Module["trellisSealing"];
    if (!sealing) return 3;
    var part = function (at, count) {
      return HEAPU8.slice(at, at + count);
    };
    var secret = part(key, 32);
    try {
      HEAPU8.set(sealing[name](part(from, size), part(header, headerSize), part(nonce, 24), secret), into);
      return 0;
    } catch (error) {
      return 1;
    } finally {
      secret.fill(0);
    }
  },

  /** Milliseconds since 1970-01-01T00:00:00Z. */
  trellis_host_now: function () {
    return Date.now();
  },
});
