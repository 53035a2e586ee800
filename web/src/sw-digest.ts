// SPDX-License-Identifier: MIT
// What tells one file from another, in the service worker.

/** @returns the first 16 hexadecimal digits of the SHA-256 of what `response` holds; reads it to its end */
export async function digestOf(response: Response): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
  return Array.from(hash.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
