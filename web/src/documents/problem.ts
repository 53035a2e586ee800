// SPDX-License-Identifier: MIT
// Why a file could not be read, as a name that the page puts into words. Never holds anything of the file.

export type DocumentProblem =
  | "too_big"
  | "empty"
  | "not_text"
  | "unknown_type"
  | "old_word"
  | "password"
  | "damaged"
  | "pdf_without_text"
  | "reader_missing"
  /** In the one-file edition. */
  | "pdf_left_out"
  | "too_slow"
  | "share_lost";

export class DocumentError extends Error {
  readonly problem: DocumentProblem;

  constructor(problem: DocumentProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** Anything that was thrown while reading a file, as a problem. */
export function problemOf(error: unknown): DocumentProblem {
  return error instanceof DocumentError ? error.problem : "damaged";
}

/** A part of the program that is fetched when needed; without a network it may not be there. */
export async function fetched<T>(part: Promise<T>): Promise<T> {
  try {
    return await part;
  } catch {
    throw new DocumentError("reader_missing");
  }
}
