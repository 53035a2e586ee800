// SPDX-License-Identifier: MIT
// How rules and model together give a line its verdict. Mirrors weigh_in() of core/ethics/line_judge.cpp, for measuring
// on postings that the model has not seen.
import { LEANINGS } from "./learn.mjs";

/** @returns {{line: object, verdict: string, families: string[]}} */
export function combine(line, said) {
  let leaning = LEANINGS[said.leaning];
  const isConcern = (name) => name === "conflict" || name === "depends";
  const isShort = line.text.split(/[\s/-]+/).filter((word) => /\w/.test(word)).length < 3;
  if (isShort && isConcern(leaning) && !isConcern(line.rules.verdict)) leaning = line.rules.verdict;
  if (leaning === "conflict" && line.rules.verdict === "fits" && line.rules.negated) leaning = "protects";
  const verdict = leaning === "protects" ? "fits" : leaning;
  const concern = isConcern(verdict);
  const families = concern && line.rules.verdict === verdict ? [...line.rules.families] : [];
  if (concern) families.push(...said.families.filter((family) => !families.includes(family)));
  return { line, verdict, families };
}
