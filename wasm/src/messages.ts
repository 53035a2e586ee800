// SPDX-License-Identifier: MIT
// What page and worker say to each other. A call crosses as the JSON-RPC text that the core reads; nobody opens it on
// the way. Types only.
import type { StorageStatus } from "./storage-state.ts";

export type PageMessage =
  /** `locale` is that of the request: its words may have to be fetched first. */
  | { kind: "call"; id: number; locale: string; request: string }
  | { kind: "take_over" }
  | { kind: "close" };

export type WorkerMessage =
  | { kind: "answer"; id: number; response: string }
  | { kind: "storage"; status: StorageStatus }
  /** The core cannot be loaded, or has stopped; no further answer will come. */
  | { kind: "stopped"; detail: string }
  | { kind: "closed" };
