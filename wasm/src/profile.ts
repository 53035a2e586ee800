// SPDX-License-Identifier: MIT
// The names under which one person's store lies in each storage of the browser, so that people on one device are kept
// apart. The worker bears the name of its profile.

/** The store of whoever uses a device alone. */
export const mainProfile = "trellis";
/** A session that lives in memory and leaves nothing behind. */
export const guestProfile = "guest";

/** The store that a name in a storage of the browser belongs to; undefined for what is not ours. */
export function profileOf(name: string): string | undefined {
  return /^(trellis(?:-[0-9a-f]{8})?)(?:-store|-copies|-outbox)?$/.exec(name)?.[1];
}

export interface ProfileNames {
  /** Web Lock and channel: who holds the lock answers on the channel. */
  lock: string;
  /** Folder in the private file system. */
  folder: string;
  /** Database in IndexedDB, where there are no access handles. */
  image: string;
  /** Copies, in IndexedDB and in Cache Storage. */
  copies: string;
  /** Database in IndexedDB for answers given before the store is open, and the channel that tells of them. */
  outbox: string;
}

export function namesOf(profile: string): ProfileNames {
  return {
    lock: `${profile}-store`,
    folder: profile,
    image: `${profile}-store`,
    copies: `${profile}-copies`,
    outbox: `${profile}-outbox`,
  };
}
