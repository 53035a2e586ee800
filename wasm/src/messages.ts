// SPDX-License-Identifier: MIT
// What page and worker say to each other. A call crosses as the JSON-RPC text that the core reads; nobody opens it on
// the way. Types only.
import type { StorageStatus } from "./storage-state.ts";

/** What can be asked about copies of the store; wasm/src/copies.ts says what comes back. Ids are what `list` gave. */
export type CopiesTask =
  /** Puts a copy of the store as it is now aside, if `isDue` or the newest one is older than a day. */
  | { do: "keep"; isDue: boolean }
  | { do: "list" }
  /** Answers a request from the copy, which stays as it is; `unlock` is the request that opens a protected one first. */
  | { do: "ask"; copy: string; request: string; unlock?: string }
  /** Puts what is there now aside, whatever it is, and the copy in its place; null starts with nothing. */
  | { do: "restore"; copy: string | null }
  | { do: "forget" };

export type PageMessage =
  /** `locale` is that of the request: its words may have to be fetched first. */
  | { kind: "call"; id: number; locale: string; request: string }
  | { kind: "copies"; id: number; task: CopiesTask }
  | { kind: "take_over" }
  | { kind: "close" };

export type WorkerMessage =
  /** To a call: the core's JSON-RPC text. To a task: JSON, null where it could not be done. */
  | { kind: "answer"; id: number; response: string }
  | { kind: "storage"; status: StorageStatus }
  /** The core cannot be loaded, or has stopped; no further answer will come. */
  | { kind: "stopped"; detail: string }
  | { kind: "closed" };
