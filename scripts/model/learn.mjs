// SPDX-License-Identifier: MIT
// From labelled lines to whole-number weights, and what those weights say of lines. Mirrors core/ethics/model.cpp; the
// words of a line and their names come from the core itself (tests/tools/line_features.cpp).
import { fit } from "./fit.mjs";

export const LEANINGS = ["conflict", "depends", "fits", "neutral", "protects"];
export const FAMILIES = [
  "treatment_documentation", "medication_or_medical_oversight", "payee_or_funds", "custodial_care", "clerical",
  "transportation", "clinical_treatment_or_assessment", "case_management", "coercion_or_monitoring",
  "other_power_imbalance", "other_role_overlap",
];

export const OPTIONS = {
  penalty: 10, familyPenalty: 1, steps: 60,
  runPenalty: 3, wordPenalty: 2,  // times the penalty: runs of letters are many and say little each
  ambiguousWeight: 0.25,     // of lines on which careful readers may differ
  familyAmbiguousWeight: 0.5,
  withoutRulesWeight: 0.5,   // of a copy of each line without its rule hits: new texts have duties that no rule knows
  countMin: 2,               // lines that a feature must stand in
  keepMin: 0.17, familyKeepMin: 1.6,  // of a weight, times the root of how often its feature is seen, to be kept
  scale: 24,                 // units of a weight that make one step of e in the odds
  familyUnits: 4,            // weights of families are counted in so many units: which is largest needs no more
  conflictShift: -0.1, dependsShift: 0.4, protectsShift: 0.3,  // added to the bias, in steps of e
  innerFolds: 4, innerSteps: 30,
};

const FAMILY_KINDS = new Set("wcrnqvk");
const isOfRules = (name) => "rnqv".includes(name[0]) || name.startsWith("o rule");
const indexOfMax = (values) => values.indexOf(Math.max(...values));

export const leaningOf = (line) => (line.verdict === "fits" && line.negated ? 4 : LEANINGS.indexOf(line.verdict));
const isConcern = (line) => line.verdict === "conflict" || line.verdict === "depends" || (line.negated && line.verdict === "fits");
const familyMask = (line) => line.families.reduce((mask, name) => {
  const at = FAMILIES.indexOf(name);
  return at < 0 ? mask : mask | (1 << at);
}, 0);

/** Numbers from 1 for every feature that stands in enough lines; 0 is the bias. */
function numberFeatures(lists, options) {
  const counts = new Map();
  for (const list of lists) for (const name of list) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].filter(([, count]) => count >= options.countMin).map(([name]) => name).sort();
  return new Map(names.map((name, index) => [name, index + 1]));
}

/** Penalties by feature number. */
function penaltiesOf(numbers, penalty, options) {
  const penalties = new Float64Array(numbers.size + 1);
  const factors = { g: options.runPenalty, w: options.wordPenalty };
  for (const [name, number] of numbers) penalties[number] = penalty * (factors[name[0]] ?? 1);
  return penalties;
}

function toRow(list, numbers) {
  const row = [0];
  for (const name of list) {
    const number = numbers.get(name);
    if (number) row.push(number);
  }
  return Int32Array.from(row);
}

/**
 * Which weights are worth their place: far from the one that says nothing, and of a feature often seen.
 * @param {(weights: number[]) => number} nothing  the weight of a feature's that says nothing
 */
function heaviestOf({ rows, outputCount }, found, keepMin, nothing) {
  const counts = new Float64Array(found.length / outputCount);
  for (const row of rows) for (const number of row) counts[number] += 1;
  const allowed = new Uint8Array(found.length);
  allowed.fill(1, 0, outputCount);
  for (let number = 1; number < counts.length; number += 1) {
    const base = number * outputCount;
    const weights = [...found.slice(base, base + outputCount)];
    const least = keepMin / Math.sqrt(counts[number]);
    weights.forEach((weight, k) => (allowed[base + k] = Math.abs(weight - nothing(weights)) < least ? 0 : 1));
  }
  return allowed;
}

/** Leanings: what is added to all alike changes nothing. */
const middleOf = (weights) => weights.toSorted((left, right) => left - right)[weights.length >> 1];

/** Weights of the leanings. `seen` gives the features of a line; the final ones are few, the others are all. */
function fitLeanings(lines, seen, options, isFinal) {
  const lists = lines.map(seen);
  const numbers = numberFeatures(lists, options);
  const rows = lists.map((list) => toRow(list, numbers));
  const labels = lines.map(leaningOf);
  const weights = lines.map((line) => (line.ambiguous ? options.ambiguousWeight : 1));
  if (options.withoutRulesWeight > 0) {
    lists.forEach((list, index) => {
      rows.push(toRow(list.filter((name) => !isOfRules(name)), numbers));
      labels.push(labels[index]);
      weights.push(weights[index] * options.withoutRulesWeight);
    });
  }
  const outputCount = LEANINGS.length;
  const task = { rows, labels, weights, outputCount, penalties: penaltiesOf(numbers, options.penalty, options),
    steps: options.steps, independent: false };
  const found = fit(task);
  if (!isFinal) return { numbers, found, outputCount };
  return { numbers, found: fit({ ...task, allowed: heaviestOf(task, found, options.keepMin, middleOf) }), outputCount };
}

/** Weights of the families, from lines that name one. */
function fitFamilies(lines, options) {
  const concerns = lines.filter((line) => isConcern(line) && familyMask(line) !== 0);
  const lists = concerns.map((line) => line.features.filter((name) => FAMILY_KINDS.has(name[0])));
  const numbers = numberFeatures(lists, options);
  const task = { rows: lists.map((list) => toRow(list, numbers)), labels: concerns.map(familyMask),
    weights: concerns.map((line) => (line.ambiguous ? options.familyAmbiguousWeight : 1)), outputCount: FAMILIES.length,
    penalties: new Float64Array(numbers.size + 1).fill(options.familyPenalty, 1), steps: options.steps, independent: true };
  const allowed = heaviestOf(task, fit(task), options.familyKeepMin, () => 0);
  return { numbers, found: fit({ ...task, allowed }), outputCount: FAMILIES.length };
}

function sumsOf({ numbers, found, outputCount }, list) {
  const sums = new Array(outputCount).fill(0);
  for (const number of toRow(list, numbers)) {
    for (let k = 0; k < outputCount; k += 1) sums[k] += found[number * outputCount + k];
  }
  return sums;
}

/** As percent_of() in core/ethics/model.cpp. */
function percentOf(sums, asked, scale) {
  let bestAsked = -Infinity;
  let bestOther = -Infinity;
  for (let k = 0; k < LEANINGS.length; k += 1) {
    if (asked.includes(k)) bestAsked = Math.max(bestAsked, sums[k]);
    else bestOther = Math.max(bestOther, sums[k]);
  }
  return Math.min(100, Math.max(0, 50 + Math.trunc(((bestAsked - bestOther) * 25) / scale)));
}

const step = (value, limits) => limits.filter((limit) => value > limit).length;

/** As Model::views_of() and view_features() in the core: names by line, from the sums of a first pass. */
function viewsOf(lines, sums, scale) {
  const views = new Map();
  const postings = new Map();
  for (const line of lines) {
    if (line.isTask) continue;
    if (!postings.has(line.posting)) postings.set(line.posting, []);
    postings.get(line.posting).push(line);
  }
  const asked = [[0], [2, 4], [3]];
  for (const posting of postings.values()) {
    if (posting.length < 2) continue;
    const own = posting.map((line) => asked.map((leanings) => percentOf(sums.get(line), leanings, scale)));
    const total = asked.map((_, k) => own.reduce((sum, row) => sum + row[k], 0));
    posting.forEach((line, at) => {
      const mean = asked.map((_, k) => Math.trunc((total[k] - own[at][k]) / (posting.length - 1)));
      const names = [`m conflict_${step(mean[0], [5, 15, 30, 50, 70])}`, `m fits_${step(mean[1], [20, 40, 60, 80])}`,
        `m neutral_${step(mean[2], [10, 30, 50])}`];
      const leaning = (other) => LEANINGS[indexOfMax(sums.get(other).slice(0, LEANINGS.length))];
      if (at > 0) names.push(`m before_${leaning(posting[at - 1])}`);
      if (at + 1 < posting.length) names.push(`m after_${leaning(posting[at + 1])}`);
      views.set(line, names);
    });
  }
  return views;
}

/** Views of training lines, each from a model that has not seen the line's group. */
function unseenViews(lines, options) {
  const groups = [...new Set(lines.map((line) => line.group))].sort();
  const fold = new Map(groups.map((group, index) => [group, index % options.innerFolds]));
  const sums = new Map();
  for (let number = 0; number < options.innerFolds; number += 1) {
    const model = fitLeanings(lines.filter((line) => fold.get(line.group) !== number), (line) => line.features, { ...options, steps: options.innerSteps }, false);
    for (const line of lines) if (fold.get(line.group) === number) sums.set(line, sumsOf(model, line.features));
  }
  return viewsOf(lines, sums, 1);
}

/**
 * @param {import("./corpus.mjs").Line[]} lines
 * @returns {{bias: number[], rows: Map<string, [number, number][]>, scale: number}}  whole numbers: rows by feature
 *   name, each a list of output and weight; outputs are the leanings, then the families
 */
export function learn(lines, options = OPTIONS) {
  const views = unseenViews(lines, options);
  const leanings = fitLeanings(lines, (line) => [...line.features, ...(views.get(line) ?? [])], options, true);
  const families = fitFamilies(lines, options);
  const whole = (value) => Math.round(value * options.scale);
  const bias = [...leanings.found.slice(0, LEANINGS.length), ...families.found.slice(0, FAMILIES.length)].map(whole);
  bias[0] += whole(options.conflictShift);
  bias[1] += whole(options.dependsShift);
  bias[4] += whole(options.protectsShift);
  const rows = new Map();
  const addRows = ({ numbers, found, outputCount }, firstOutput, units) => {
    for (const [name, number] of numbers) {
      for (let k = 0; k < outputCount; k += 1) {
        const weight = whole(found[number * outputCount + k] / units) * units;
        if (weight === 0) continue;
        if (!rows.has(name)) rows.set(name, []);
        rows.get(name).push([firstOutput + k, weight]);
      }
    }
  };
  addRows(leanings, 0, 1);
  addRows(families, LEANINGS.length, options.familyUnits);
  return { bias, rows, scale: options.scale };
}

function addUp(model, names, sums) {
  for (const name of names) for (const [output, weight] of model.rows.get(name) ?? []) sums[output] += weight;
  return sums;
}

/** What the weights say of lines of whole postings: {leaning, margin, families, sums} by line. */
export function predict(model, lines) {
  const sums = new Map(lines.map((line) => [line, addUp(model, line.features, [...model.bias])]));
  const views = viewsOf(lines, sums, model.scale);
  const answers = new Map();
  for (const line of lines) {
    const own = addUp(model, views.get(line) ?? [], sums.get(line).slice());
    const byLeaning = own.slice(0, LEANINGS.length);
    const leaning = indexOfMax(byLeaning);
    const margin = byLeaning[leaning] - Math.max(...byLeaning.filter((_, k) => k !== leaning));
    const byFamily = own.slice(LEANINGS.length);
    const best = indexOfMax(byFamily);
    const families = FAMILIES.filter((_, k) => k === best || byFamily[k] > 0);
    answers.set(line, { leaning, margin, families, sums: own });
  }
  return answers;
}
