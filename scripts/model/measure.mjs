// SPDX-License-Identifier: MIT
// The figures that the ethics check is judged by: a port of the scorer to answers in memory. Ambiguous lines are left out.

const VERDICTS = ["conflict", "depends", "fits", "neutral"];
const ratio = (part, whole) => (whole ? part / whole : 0);

/** @param {{line: import("./corpus.mjs").Line, verdict: string, families: string[]}[]} answers */
export function measure(answers) {
  const rows = answers.filter(({ line }) => !line.ambiguous);
  const of = (verdict) => {
    const hits = rows.filter((row) => row.line.verdict === verdict && row.verdict === verdict).length;
    const said = rows.filter((row) => row.verdict === verdict).length;
    const there = rows.filter((row) => row.line.verdict === verdict).length;
    return { precision: ratio(hits, said), recall: ratio(hits, there), f1: ratio(2 * hits, said + there) };
  };
  const byVerdict = Object.fromEntries(VERDICTS.map((verdict) => [verdict, of(verdict)]));
  const negated = rows.filter(({ line }) => line.negated && line.verdict !== "conflict");
  const found = rows.filter((row) => row.line.verdict === "conflict" && row.verdict === "conflict");
  const tasks = rows.filter(({ line }) => line.isTask);
  return {
    count: rows.length,
    ...byVerdict,
    macro: VERDICTS.reduce((sum, verdict) => sum + byVerdict[verdict].f1, 0) / VERDICTS.length,
    protective: ratio(negated.filter((row) => row.verdict !== "conflict").length, negated.length),
    protectiveCount: negated.length,
    family: ratio(found.filter((row) => row.line.families.some((name) => row.families.includes(name))).length, found.length),
    tasks: ratio(tasks.filter((row) => row.verdict === row.line.verdict).length, tasks.length),
  };
}

const show = (value) => value.toFixed(3);

export const TABLE_HEAD =
  "| what decides | lines | conflict P | R | F1 | depends F1 | fits F1 | neutral F1 | macro F1 | protective | family | tasks |\n" +
  "|---|---|---|---|---|---|---|---|---|---|---|---|";

export function tableRow(name, m) {
  const cells = [m.conflict.precision, m.conflict.recall, m.conflict.f1, m.depends.f1, m.fits.f1, m.neutral.f1, m.macro,
    m.protective, m.family, m.tasks].map(show);
  return `| ${name} | ${m.count} | ${cells.join(" | ")} |`;
}
