// SPDX-License-Identifier: MIT
// The spelling of content/model/<tag>.json; see content/model/README.md. Read by core/content/linear_model.cpp.
import { FAMILIES, LEANINGS } from "./learn.mjs";

const TEXT_LENGTH = 4000;  // letters of one text of a table at most, so that no line of the file grows long

/** The rule that gives reason and source where only the model speaks, by family. */
const CONFLICT_RULES = {
  treatment_documentation: "T.TREAT_NOTES", medication_or_medical_oversight: "T.MED_ADHERE", payee_or_funds: "T.FUNDS",
  custodial_care: "T.CUSTODIAL", clerical: "T.CLERICAL", transportation: "T.DRIVER",
  clinical_treatment_or_assessment: "T.CLINICAL", case_management: "T.CASE_MGMT", coercion_or_monitoring: "T.COERCE",
  other_power_imbalance: "T.DUAL", other_role_overlap: "T.BACKFILL",
};
const DEPENDS_RULES = {
  ...CONFLICT_RULES, treatment_documentation: "C.DOC", payee_or_funds: "C.MONEY", transportation: "C.RIDE",
  clerical: "C.ADMIN", clinical_treatment_or_assessment: "C.CRISIS",
};

const letterOf = (output) => String.fromCharCode(97 + output);

/**
 * Rows as texts: names that weigh the same stand together behind their weights, "=a12c-5 drive transport =a3 phone".
 * Such groups pack far better than a weight behind each name.
 */
function toTexts(rows) {
  const groups = new Map();
  for (const [name, weights] of rows) {
    const mark = `=${weights.map(([output, weight]) => letterOf(output) + weight).join("")}`;
    groups.set(mark, [...(groups.get(mark) ?? []), name]);
  }
  const texts = [];
  for (const [mark, names] of [...groups].sort(([left], [right]) => (left < right ? -1 : 1))) {
    let words = [mark];
    for (const name of names) {
      if ((texts.at(-1)?.length ?? TEXT_LENGTH) + words.join(" ").length + name.length >= TEXT_LENGTH) {
        if (words.length > 1) append(texts, words);
        texts.push("");
        words = [mark];
      }
      words.push(name);
    }
    append(texts, words);
  }
  return texts;
}

function append(texts, words) {
  texts[texts.length - 1] = [texts.at(-1), ...words].filter(Boolean).join(" ");
}

export function toText(model) {
  const byKind = new Map();
  for (const name of [...model.rows.keys()].sort()) {
    if (!byKind.has(name[0])) byKind.set(name[0], []);
    byKind.get(name[0]).push([name.slice(2), model.rows.get(name)]);
  }
  const head = {
    language: "en", comment: "Written by scripts/train-model.mjs; see README.md here.",
    verdicts: LEANINGS, families: FAMILIES, bias: model.bias, scale: model.scale, sure_margin: model.scale,
    conflict_rules: CONFLICT_RULES, depends_rules: DEPENDS_RULES,
    tables: Object.fromEntries([...byKind].map(([kind, rows]) => [kind, toTexts(rows)])),
  };
  return `${JSON.stringify(head, null, 1)}\n`;
}

export function parseModel(text) {
  const file = JSON.parse(text);
  const rows = new Map();
  for (const [kind, texts] of Object.entries(file.tables)) {
    for (const text of texts) {
      let weights = [];
      for (const word of text.split(" ")) {
        if (word[0] === "=") weights = [...word.matchAll(/([a-z])(-?\d+)/g)].map(([, letter, weight]) => [letter.charCodeAt(0) - 97, Number(weight)]);
        else rows.set(`${kind} ${word}`, weights);
      }
    }
  }
  return { bias: file.bias, rows, scale: file.scale };
}
