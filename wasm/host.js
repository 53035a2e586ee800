// SPDX-License-Identifier: MIT
// What the C side may ask of the browser or of Node: bytes of three storage handles, random bytes, the time.
// No state, no decisions: a failure becomes a number and SQLite decides. Handles: wasm/src/storage-handle.ts.
mergeInto(LibraryManager.library, {
  /** 1 when storage handles were given to this instance, else 0. */
  trellis_host_ready: function () {
    return Module["trellisHandles"] ? 1 : 0;
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
   * a made-up number on a full disk, both without throwing, so every other number is a failure.
   */
  trellis_host_write: function (file, from, count, offset) {
    try {
      var done = Module["trellisHandles"][file].write(HEAPU8.subarray(from, from + count), { at: offset });
      return done === count ? 0 : done === 0 ? 2 : 1;
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

  /** Milliseconds since 1970-01-01T00:00:00Z. */
  trellis_host_now: function () {
    return Date.now();
  },
});
