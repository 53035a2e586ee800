// SPDX-License-Identifier: MIT
// The first questions of the framework as a module for each language, so that a person can answer while the core is
// still on its way. Read from content/, cut to what one screen shows.
import { readFile } from "node:fs/promises";
import type { Plugin } from "vite";
import type { FirstQuestions } from "../src/questions.ts";
import { virtualPlugin } from "./virtual.ts";

/** Enough for as long as a slow network takes to bring the core. */
const questionCount = 6;

interface FrameworkFile {
  levels: FirstQuestions["levels"];
  domains: FirstQuestions["domains"];
  competencies: (Omit<FirstQuestions["competencies"][number], "domain_id" | "level_texts"> & {
    domain: string;
    levels: string[];
  })[];
}
type Words = Record<string, Record<string, unknown> | undefined>;

/** @param root  the project's folder, as a file URL that ends in "/" */
export const questionsPlugin = (root: URL): Plugin =>
  virtualPlugin("questions", (tag) => readQuestions(root, tag));

async function readQuestions(root: URL, tag: string): Promise<FirstQuestions> {
  const read = async <T>(path: string) =>
    JSON.parse(await readFile(new URL(path, root), "utf8")) as T;
  const file = await read<FrameworkFile>("content/competencies/peer-support.json");
  const path = `content/locales/${tag}/competencies.json`;
  const words = tag === "en" ? {} : await read<Words>(path);
  const first = file.competencies.slice(0, questionCount);
  const domainIds = new Set(first.map(({ domain }) => domain));
  return {
    ids: file.competencies.map(({ id }) => id),
    levels: file.levels.map((level) => ({ ...level, ...words[`level.${level.number}`] })),
    domains: file.domains
      .filter(({ id }) => domainIds.has(id))
      .map((domain) => ({ ...domain, ...words[domain.id] })),
    competencies: first.map((competency) => {
      const { id, domain, name, statement, why, evidence, practice, levels } = {
        ...competency,
        ...words[competency.id],
      };
      return {
        id,
        domain_id: domain,
        name,
        statement,
        why,
        evidence,
        practice,
        level_texts: levels,
      };
    }),
  };
}
