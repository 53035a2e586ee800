// SPDX-License-Identifier: MIT
// Files that fail on demand, in the ways browsers were seen to fail. Wraps any handle; knows nothing of SQLite.
// Observed: Firefox writes 0 bytes at its quota and claims about 32,600 on a full disk, both without an exception;
// Chromium throws QuotaExceededError, or claims 4,294,967,288 (-8, no space) and 4,294,967,292 (-4, no such file).

const thrown = (name) => {
  throw new DOMException("made to fail", name);
};

/** What one failing call does: `call` is the real method, ready to run. */
export const faults = {
  write: {
    throws: () => thrown("InvalidStateError"),
    quota: () => thrown("QuotaExceededError"),
    nothing: () => 0,
    half: (call, from, { at }) => call(from.subarray(0, Math.floor(from.length / 2)), { at }),
    claimsMore: () => 32634,
    claimsHuge: () => 4294967288,
    claimsGone: () => 4294967292,
    notANumber: () => undefined,
  },
  read: {
    throws: () => thrown("InvalidStateError"),
    half: (call, into, { at }) => call(into.subarray(0, Math.floor(into.length / 2)), { at }),
    claimsHuge: () => 4294967288,
  },
  flush: { throws: () => thrown("InvalidStateError"), quota: () => thrown("QuotaExceededError") },
  truncate: { throws: () => thrown("InvalidStateError") },
  getSize: { throws: () => thrown("InvalidStateError"), notANumber: () => NaN },
};

/**
 * Handles around `handles` that count calls and fail as told.
 * @returns control: `calls` made so far (each as the method's name), `fail` to set or clear:
 *          (method, call number from 0) => the fault to use, or undefined
 */
export function faultyHandles(handles) {
  const control = { calls: [], fail: undefined };
  const wrap = (handle, method) => (...args) => {
    const number = control.calls.push(method) - 1;
    const fault = control.fail?.(method, number);
    const call = (...given) => handle[method](...given);
    return fault ? fault(call, ...args) : call(...args);
  };
  const wrapped = handles.map((handle) => ({
    ...Object.fromEntries(Object.keys(faults).map((method) => [method, wrap(handle, method)])),
    close: () => handle.close(),
  }));
  return { handles: wrapped, control };
}
