// SPDX-License-Identifier: MIT
// Whether a content pack follows the schemas of content/schema/, the same ones that `trellis content validate` looks at.
// A file of its own, fetched when a pack is opened. Says where something is wrong, never what stands there.
import { Validator } from "@cfworker/json-schema";
import type { OutputUnit, Schema } from "@cfworker/json-schema";
import library from "../../../../content/schema/library.schema.json";
import locale from "../../../../content/schema/locale.schema.json";
import pack from "../../../../content/schema/pack.schema.json";
import role from "../../../../content/schema/role.schema.json";
import rule from "../../../../content/schema/rule.schema.json";
import safeguards from "../../../../content/schema/safeguards.schema.json";
import settings from "../../../../content/schema/settings.schema.json";
import sources from "../../../../content/schema/sources.schema.json";

export type Wrong =
  "missing" | "unknown" | "kind" | "choice" | "spelling" | "empty" | "long" | "other";

export interface FormProblem {
  /** Path below content/; "" for the pack itself. */
  file: string;
  /** Number of the row, from 1; 0 where the file has no rows. */
  row: number;
  /** The key, or the keys that lead to it. */
  key: string;
  wrong: Wrong;
}

interface Definitions {
  $defs: Readonly<Record<string, object>>;
}

/** The files that have a name of their own; content::is_pack_path has the same. */
const single: Readonly<Record<string, object>> = {
  "safeguards.json": safeguards,
  "settings/settings.json": settings,
  "sources.json": sources,
};

/** As content::kOwnFileBytesMax: what an entry holds, in bytes of a JSON text, without its quotation marks. */
const packBytesMax = 61_440;

/**
 * @param text of the file
 * @returns problems of form; none for a pack whose files all follow their schemas, and for what is no JSON: the core
 * says so
 */
export function checkPackText(text: string): FormProblem[] {
  // No text is shorter in bytes than in letters: what is far too long is not copied first.
  if (text.length > packBytesMax || bytesOf(JSON.stringify(text)) > packBytesMax + 2) {
    return [{ file: "", row: 0, key: "", wrong: "long" }];
  }
  const value = parse(text);
  return value === undefined ? [] : checkForm(value);
}

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function checkForm(value: unknown): FormProblem[] {
  const problems = problemsOf("", pack, value);
  if (problems.length > 0 || !isPack(value)) return problems;
  return Object.entries(value.files).flatMap(([path, content]) => {
    const schema = schemaFor(path);
    if (!schema) return [{ file: path, row: 0, key: "", wrong: "unknown" as const }];
    return problemsOf(path, schema, content);
  });
}

/** As native-cli/validate_command.cpp chooses. */
function schemaFor(path: string): object | undefined {
  const stem = path.slice(path.lastIndexOf("/") + 1).replace(/\.json$/, "");
  if (path.startsWith("library/")) return definition(library, stem);
  if (path.startsWith("locales/")) {
    return stem.startsWith("library-")
      ? definition(library, "translation")
      : definition(locale, stem);
  }
  if (path.startsWith("rules/")) return rule;
  if (path.startsWith("roles/")) return role;
  return Object.hasOwn(single, path) ? single[path] : undefined;
}

function definition({ $defs }: Definitions, name: string): object | undefined {
  return Object.hasOwn($defs, name) ? { ...$defs[name], $defs } : undefined;
}

/** Keywords that only say that something inside is wrong. */
const outer = new Set(["$ref", "properties", "items", "prefixItems", "allOf", "patternProperties"]);

function problemsOf(file: string, schema: object, value: unknown): FormProblem[] {
  const { errors } = new Validator(schema as Schema, "2020-12", false).validate(value);
  return errors
    .filter(({ keyword }) => !outer.has(keyword) && keyword !== "additionalProperties")
    .map((error) => problemOf(file, error));
}

function problemOf(file: string, { instanceLocation, keyword, error }: OutputUnit): FormProblem {
  const steps = instanceLocation.split("/").slice(1);
  const row = /^\d+$/.test(steps[0] ?? "") ? Number(steps.shift()) + 1 : 0;
  // A key that is missing is one of ours; it stands in quotes.
  if (keyword === "required") steps.push(/"([^"]*)"/.exec(error)?.[1] ?? "");
  return { file, row, key: steps.join(" / "), wrong: wrongOf(keyword) };
}

function wrongOf(keyword: string): Wrong {
  switch (keyword) {
    case "required":
      return "missing";
    case "false":
      return "unknown";
    case "type":
      return "kind";
    case "enum":
    case "const":
      return "choice";
    case "pattern":
    case "format":
      return "spelling";
    case "minLength":
    case "minItems":
    case "minProperties":
      return "empty";
    default:
      return "other";
  }
}

function isPack(value: unknown): value is { files: Record<string, unknown> } {
  return value !== null && typeof value === "object" && "files" in value;
}
