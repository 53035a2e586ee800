// SPDX-License-Identifier: MIT
// The core of the role as plain HTML for index.html: purpose, what the role is, what it is not, and which papers say so.
// Readable where scripts are off; and kept in a template for where the app does not start (src/boot.js) or the core
// does not (src/parts/plain-role.tsx). Read from content/, in every language that has it.
import { readFile } from "node:fs/promises";
import { localeTags, readMessages } from "./locales.ts";

interface RoleFile {
  name: string;
  purpose: string;
  functions: string[];
  not_tasks: string[];
}
type Translations = Record<string, { name?: string; purpose?: string } | undefined>;

export async function plainRole(root: URL): Promise<string> {
  const role = await readJson<RoleFile>(root, "content/roles/role.cps.json");
  const papers = await readJson<{ title: string; published: string }[]>(
    root,
    "content/documents.json",
  );
  const titles = papers.map(({ title, published }) => `${title} (${published})`);
  const sources = `<div lang="en">${list(titles)}</div>`;
  const unscripted: string[] = [];
  const kept: string[] = [];
  for (const tag of localeTags) {
    const words = await readMessages(root, tag);
    const say = (key: string) => escapeHtml(String(words[key]));
    const { purpose, does, not } = await roleIn(root, tag, role);
    const title = `<h2>${say("plain.title")}</h2>`;
    const text = [
      `<p>${escapeHtml(purpose)}</p>`,
      `<h3>${say("role.functions")}</h3>${list(does)}<h3>${say("role.not_tasks")}</h3>${list(not)}`,
      `<p>${say("safety.tool")} ${say("safety.call")}</p>`,
    ].join("");
    unscripted.push(
      `<section lang="${tag}">${title}<p>${say("plain.no_script")}</p>${text}</section>`,
    );
    const trouble = [
      `<button type="button" class="leave" data-leave>${say("leave.button")}</button>`,
      `<h1 tabindex="-1">${say("plain.trouble_title")}</h1><p>${say("plain.trouble_text")}</p>`,
      `<button type="button" class="button primary">${say("app.try_again")}</button>`,
    ].join("");
    kept.push(
      `<section lang="${tag}"><div class="trouble">${trouble}</div>${title}${text}${sources}</section>`,
    );
  }
  return [
    `<noscript><main class="plain"><h1>Trellis</h1>${unscripted.join("")}${sources}</main></noscript>`,
    `<template id="plain">${kept.join("")}</template>`,
  ].join("");
}

async function roleIn(root: URL, tag: string, role: RoleFile) {
  const isEnglish = tag === "en";
  const rules: Translations = isEnglish
    ? {}
    : await readJson<Translations>(root, `content/locales/${tag}/rules.json`);
  const roles: Translations = isEnglish
    ? {}
    : await readJson<Translations>(root, `content/locales/${tag}/roles.json`);
  const nameOf = async (id: string) =>
    rules[id]?.name ?? (await readJson<{ name: string }>(root, `content/rules/${id}.json`)).name;
  return {
    purpose: roles["role.cps"]?.purpose ?? role.purpose,
    does: await Promise.all(role.functions.filter((id) => id.startsWith("F.")).map(nameOf)),
    not: await Promise.all(role.not_tasks.map(nameOf)),
  };
}

async function readJson<T>(root: URL, path: string): Promise<T> {
  return JSON.parse(await readFile(new URL(path, root), "utf8").catch(() => "{}")) as T;
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join("")}</ul>`;
}

export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
  };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
