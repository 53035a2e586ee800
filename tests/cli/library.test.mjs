// SPDX-License-Identifier: MIT
// The library on the command line: reading, practising, the workplace check, search, and content for other programs.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const folder = mkdtempSync(join(tmpdir(), "trellis-library-"));
after(() => rmSync(folder, { recursive: true }));

function trellis(args, input = "") {
  const done = spawnSync("build/native/trellis", args, { input, encoding: "utf8", maxBuffer: 1 << 28, env: { PATH: process.env.PATH } });
  return { status: done.status, out: done.stdout, err: done.stderr };
}
const json = (...args) => JSON.parse(trellis(args).out);
const content = (path) => JSON.parse(readFileSync(`content/${path}`, "utf8"));
const inFolder = (path, value) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), typeof value === "string" ? value : JSON.stringify(value));
  return join(folder, path);
};

test("every section can be listed, and every row shown, in both languages", () => {
  const sections = trellis(["learn"]).out.split("\n").filter(Boolean).map((line) => line.trim().split(/\s/)[0]);

  assert.equal(sections.length, 20);
  for (const lang of ["en", "es"])
    for (const section of sections) {
      const [first] = json("--lang", lang, "learn", section, "--json")[section];
      const shown = trellis(["--lang", lang, "learn", section, first.id]);
      assert.equal(shown.status, 0, section);
      assert.doesNotMatch(shown.out, /learn\./, `${section} has a field without words`);
    }
});

test("a choice in an open situation says what decides and is not called right", () => {
  const { out } = trellis(["learn", "dilemmas", "S03", "--choose", "b"]);

  assert.match(out, /What decides/);
  assert.doesNotMatch(out, /right|wrong|correct/i);
});

test("a section, a row and a choice that are not there are told with a next step", () => {
  for (const args of [["songs"], ["dilemmas", "S99"], ["dilemmas", "S01", "--choose", "z"]]) {
    const { status, err } = trellis(["learn", ...args]);

    assert.equal(status, 2);
    assert.match(err, /\n {2}\S/);
  }
});

test("a workplace is reviewed from a file with one answer a line", () => {
  const answers = Array.from({ length: 36 }, (_, i) => `RD${String(i + 1).padStart(2, "0")} ${i === 2 ? 0 : i === 4 ? "?" : 3}`);
  const file = inFolder("answers.txt", `# at the agency on Main Street\n\n${answers.join("\n")}\n`);
  const { status, out } = trellis(["workplace", file]);
  const review = json("workplace", file, "--voice", "organization", "--json");

  assert.equal(status, 0);
  assert.match(out, /Building {2}97 %/);
  assert.match(out, /Held back by: RD03/);
  assert.equal(review.unknown[0].item_id, "RD05");
  assert.equal(review.points.length, 23);
});

test("an answer that is none is refused and not repeated", () => {
  for (const line of ["RD01", "RD01 much", "RD01 2 3", "RD01 9", "XX 1", "RD01 1\nRD01 1"]) {
    const { status, err } = trellis(["workplace", "-"], line);

    assert.equal(status, 1, line);
    assert.doesNotMatch(err, /much|XX/);
  }
});

test("search is blind to accents, knows forms of words, and ends with 1 when nothing is found", () => {
  const spanish = json("--lang", "es", "search", "reunion equipo", "--json").hits;
  const english = json("search", "rides", "--json").hits;
  const nothing = trellis(["search", "xylophone"]);

  assert.ok(spanish.length > 0);
  assert.ok(english.some(({ id }) => id === "S04" || id === "T.DRIVER"));
  assert.equal(nothing.status, 1);
});

test("what has a name in the app is found by it", () => {
  const names = ["Being a personal driver", "Young Adult Peer Mentor", "The evening pills"];
  for (const name of names) {
    const [first] = json("search", name, "--json").hits;

    assert.equal(first.title.toLowerCase(), name.toLowerCase());
  }
});

test("what is tried and looked at is kept in the database, with its date", () => {
  const database = ["--db", join(folder, "kept.sqlite3")];
  const answers = inFolder("answers.txt", "RD01 2\nRD02 ?\nRD03 3\n");

  assert.equal(trellis(["learn", "dilemmas", "S01", "--choose", "b", ...database]).status, 0);
  assert.equal(trellis(["workplace", answers, "--keep", ...database]).status, 0);

  assert.match(trellis(["learn", "dilemmas", "--tried", ...database]).out, /^\s*S01 /);
  assert.match(trellis(["workplace", "--past", ...database]).out, /^\s*\d{4}-\d\d-\d\d seeker 83 %/);
  const [{ body, series_id }] = json("workplace", "--past", "--json", ...database).entries;
  assert.equal(body.answers, "RD01 2\nRD02 ?\nRD03 3", "the text that the browser keeps");
  assert.equal(trellis(["workplace", answers, "--keep"]).status, 2, "nowhere to keep it");
  assert.equal(trellis(["workplace", "--remove", series_id, ...database]).status, 0);
  assert.deepEqual(json("workplace", "--past", "--json", ...database).entries, []);
  assert.equal(trellis(["learn", "--remove", "S01", ...database]).status, 0);
  assert.deepEqual(json("learn", "dilemmas", "--tried", "--json", ...database).entries, []);
  assert.notEqual(trellis(["learn", "--remove", "S99", ...database]).status, 0);
  assert.equal(trellis(["learn", "--remove", "S01"]).status, 2, "nowhere to take it from");
});

test("a sheet holds the chosen questions, and a report each point", () => {
  const { questions } = json("workplace", "--sheet", "RD05", "RD01", "--json");

  assert.deepEqual(questions.map(({ id }) => id), ["RD05", "RD01"]);
  assert.equal(trellis(["workplace", "--sheet", "RD99"]).status, 1);
  assert.equal(trellis(["workplace", inFolder("one.txt", "RD01 2"), "--report"]).out.match(/^ {2} +- /gm)?.length >= 23, true);
  assert.equal(json("learn", "dilemmas", "--weekly", "--json").dilemma_ids.length, 3);
});

const traced = json("content", "trace", "--json");
const clauseIds = content("clauses.json").map(({ id }) => id);

test("each of the 187 clauses is realised by content and pages, and the list is that of the register", () => {
  assert.equal(clauseIds.length, 187);
  assert.deepEqual(traced.map(({ clause }) => clause), clauseIds);
  assert.deepEqual(traced.filter((row) => row.content.length === 0 || row.routes.length !== row.content.length), []);
  assert.equal(trellis(["content", "trace"]).status, 0);
});

test("every content id of the trace exists, on a page of its kind", () => {
  const sections = ["tasks", "settings", "safeguards", ...Object.keys(sectionRows)];
  for (const { content: ids, routes } of traced)
    for (const [index, route] of routes.entries()) {
      const [kind, id] = route.replace(/^#\/(learn\/)?/, "").split("/");
      if (route === "#/ladder" || route === "#/conditions") {
        assert.ok(growthIds.includes(ids[index]), ids[index]); // one page for all of a kind
        continue;
      }
      const known = { role: allRoles, competencies: competencyIds, tasks: ruleIds, ...idsBySection }[kind];

      assert.ok(["role", "competencies"].includes(kind) || sections.includes(kind), route);
      assert.equal(id, ids[index]);
      assert.ok(known.includes(id), `${route} leads nowhere`);
    }
});

const sectionRows = Object.fromEntries(
  trellis(["learn"]).out.split("\n").filter(Boolean).map((line) => line.trim().split(/\s/)[0])
    .map((section) => [section, json("learn", section, "--json")[section]]),
);
const idsBySection = Object.fromEntries(Object.entries(sectionRows).map(([section, rows]) => [section, rows.map(({ id }) => id)]));
const growthIds = [...content("growth/ladder.json").rungs, ...content("growth/conditions.json")].map(({ id }) => id);
const allRoles = json("role", "list", "--json").roles.map(({ id }) => id);
const ruleIds = json("rules", "--json").rules.map(({ id }) => id);
const framework = json("assess", "items", "--json").framework;
const competencyIds = framework.competencies.map(({ id }) => id);

/** Reads a CASE package back into the form that it was made from. */
function readCase(pack, groupType = "Domain", itemType = "Competency") {
  const byId = new Map(pack.CFItems.map((item) => [item.identifier, item]));
  const parents = new Map(pack.CFAssociations.map(({ originNodeURI, destinationNodeURI }) => [originNodeURI.identifier, byId.get(destinationNodeURI.identifier)]));
  const rubrics = new Map(pack.CFRubrics.map(({ CFRubricCriteria: [criterion] }) => [criterion.CFItemURI.identifier, criterion]));
  const competency = (item) => ({
    id: item.humanCodingScheme,
    domain_id: parents.get(item.identifier).humanCodingScheme,
    name: item.abbreviatedStatement,
    statement: item.fullStatement,
    why: item.notes,
    level_texts: rubrics.get(item.identifier).CFRubricCriterionLevels.map(({ description }) => description),
  });
  const ofType = (type) => pack.CFItems.filter((item) => item.CFItemType === type);
  return {
    domains: ofType(groupType).map((item) => ({ id: item.humanCodingScheme, name: item.fullStatement })),
    competencies: ofType(itemType).map(competency),
  };
}

test("the competencies make the way to CASE and back, and their ids never change", () => {
  const pack = JSON.parse(trellis(["content", "case"]).out);
  const back = readCase(pack);
  const plain = ({ id, domain_id, name, statement, why, level_texts }) => ({ id, domain_id, name, statement, why, level_texts });
  const byId = (a, b) => (a.id < b.id ? -1 : 1);

  assert.deepEqual(back.domains, framework.domains);
  assert.deepEqual(back.competencies.sort(byId), framework.competencies.map(plain).sort(byId));
  const ids = pack.CFItems.map(({ identifier }) => identifier);
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(pack.CFItems.find((item) => item.humanCodingScheme === "D1.1").identifier, "64e72c79-41dd-58a7-aadc-d27ecab4f638");
});

const ajv = new Ajv({ allErrors: true });
addFormats(ajv);
const followsCase = ajv.compile(JSON.parse(readFileSync("contract/case.schema.json", "utf8")));

for (const lang of ["en", "es"]) {
  test(`the package follows CASE 1.1 in ${lang}, and every link in it leads somewhere`, () => {
    const pack = JSON.parse(trellis(["--lang", lang, "content", "case"]).out);

    assert.ok(followsCase(pack), ajv.errorsText(followsCase.errors));
    const nodes = new Set([pack.CFDocument, ...pack.CFItems].map(({ identifier }) => identifier));
    const links = pack.CFAssociations.flatMap(({ originNodeURI, destinationNodeURI }) => [originNodeURI, destinationNodeURI]);
    const criteria = pack.CFRubrics.flatMap(({ identifier, CFRubricCriteria }) => CFRubricCriteria.map((one) => ({ ...one, of: identifier })));
    assert.deepEqual([...links, ...criteria.map(({ CFItemURI }) => CFItemURI)].filter(({ identifier }) => !nodes.has(identifier)), []);
    assert.deepEqual(criteria.filter(({ rubricId, of }) => rubricId !== of), []);
    assert.deepEqual(
      criteria.flatMap(({ identifier, CFRubricCriterionLevels: levels }) => levels.filter((level) => level.rubricCriterionId !== identifier)), []);
    const objects = [pack.CFDocument, ...pack.CFItems, ...pack.CFAssociations, ...pack.CFRubrics, ...criteria,
      ...criteria.flatMap(({ CFRubricCriterionLevels: levels }) => levels)].map(({ identifier }) => identifier);
    assert.equal(new Set(objects).size, objects.length, "no id is there twice");
  });
}

test("what leaders do well is in the package, under the role that does it", () => {
  const pack = JSON.parse(trellis(["content", "case"]).out);
  const back = readCase(pack, "Leadership role", "Leadership competency");
  const ours = content("library/leadership.json");

  assert.deepEqual(
    back.competencies.map(({ id, domain_id, name, statement, level_texts }) => ({ id, domain_id, name, statement, level_texts })),
    ours.map(({ id, roles, name, statement, levels }) => ({ id, domain_id: roles[0], name, statement, level_texts: levels })));
  assert.equal(back.domains.length, new Set(ours.map(({ roles }) => roles[0])).size);
});

test("the CSV has a row for each competency and nothing that a spreadsheet would run", () => {
  const lines = trellis(["content", "csv"]).out.split("\r\n");

  assert.equal(lines.length, framework.competencies.length + 2);
  assert.ok(lines[0].startsWith('\uFEFF"id","domain"'));
  assert.deepEqual(lines.filter((line) => /(^|,)"[=+@\t-]/.test(line)), []);
});

test("roles are occupations, competencies terms", () => {
  const { "@graph": graph } = JSON.parse(trellis(["content", "jsonld"]).out);

  assert.deepEqual(graph.slice(0, -1).map(({ "@type": type, identifier }) => [type, identifier]), allRoles.map((id) => ["Occupation", id]));
  assert.equal(graph.at(-1).hasDefinedTerm.length, competencyIds.length);
});

const texasSource = { id: "TX-HHS", what: "Texas HHS: peer specialist rules", url: "https://www.hhs.texas.gov/", trust: "A" };
const [sample] = content("library/unverified.json");
const texas = {
  $schema: "trellis:content/pack", id: "us-tx", name: "Texas", jurisdiction: "US-TX", as_of: "2026-11",
  files: {
    "sources.json": [texasSource],
    "library/unverified.json": [{ ...sample, id: "unv.tx", sources: ["TX-HHS"], jurisdiction: "US-TX" }],
  },
};

test("every file of content follows its schema", () => {
  for (const path of ["library/dilemmas.json", "roles/role.cps.json", "rules/T.DRIVER.json", "sources.json", "locales/es/library-seeker.json"]) {
    assert.equal(trellis(["content", "validate", `content/${path}`]).status, 0, path);
  }
});

test("a pack for another state is checked with ours", () => {
  const { status, out } = trellis(["content", "validate", inFolder("tx.json", texas)]);

  assert.equal(status, 0, out);
});

const example = "contract/examples/packs/us-tx.json";

test("a pack is used, shown as theirs with place and date, and removed; a bad one changes nothing", () => {
  const database = ["--db", join(folder, "packs.sqlite3")];
  const names = () => json("pack", "list", "--json", ...database).packs.map(({ id }) => id);
  const bad = inFolder("bad.json", readFileSync(example, "utf8").replace("TX-250", "TX-0"));

  assert.equal(trellis(["pack", "use", bad, ...database]).status, 1);
  assert.deepEqual(names(), []);
  assert.equal(trellis(["pack", "use", example, ...database]).status, 0);
  assert.equal(trellis(["pack", "use", bad, ...database]).status, 1);
  assert.deepEqual(names(), ["us-tx"]);
  assert.match(trellis(["pack", "list", ...database]).out, /US-TX 2026-11, from a file/);
  assert.equal(trellis(["pack", "remove", "us-tx", ...database]).status, 0);
  assert.deepEqual(names(), []);
});

test("rows of a pack read as ours do, under its name, and nothing in it steers the terminal", () => {
  const steering = inFolder("steering.json", readFileSync(example, "utf8").replace("Texas: supervised", "\\u001b[2JTexas: supervised"));
  const { out } = trellis(["learn", "seeker", "tx.step.hours", "--pack", steering]);

  assert.match(out, /^Texas \(an example, not verified\)\n {4}US-TX 2026-11, from a file/);
  assert.match(out, /250 hours/);
  assert.ok(!out.includes("\u001b"));
  assert.equal(trellis(["learn", "evidence", "--pack", example]).status, 1, "it has none");
});

/** Keeps an entry as a backup of another program could bring it in. */
function keepRaw(database, kind, series_id, body) {
  const params = { locale: "en", entry_id: randomUUID(), series_id, kind, body, noted_at: "2026-11-22T10:00:00Z" };
  const { out } = trellis(["rpc", ...database], `${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "put_entry", params })}\n`);
  assert.ok(JSON.parse(out).result, out);
}

test("a pack is removed by its whole id, also beside one whose id begins so", () => {
  const database = ["--db", join(folder, "two-packs.sqlite3")];
  for (const id of ["us-ma", "us-ma-west"]) {
    const text = readFileSync(example, "utf8").replace('"us-tx"', `"${id}"`);
    assert.equal(trellis(["pack", "use", inFolder(`${id}.json`, text), ...database]).status, 0);
  }
  const names = () => json("pack", "list", "--json", ...database).packs.map(({ id }) => id);

  assert.equal(trellis(["pack", "remove", "us", ...database]).status, 2);
  assert.deepEqual(names(), ["us-ma", "us-ma-west"]);
  assert.equal(trellis(["pack", "remove", "us-ma", ...database]).status, 0);
  assert.deepEqual(names(), ["us-ma-west"]);
});

test("kept packs are listed with the id to remove them by, a bad one beside the good ones", () => {
  const database = ["--db", join(folder, "bad-pack.sqlite3")];
  assert.equal(trellis(["pack", "use", example, ...database]).status, 0);
  keepRaw(database, "pack", "pack.broken", { pack_id: "broken", text: "{}" });

  const listed = trellis(["pack", "list", ...database]);
  const { status, out } = trellis(["pack", "list", "--json", ...database]);

  assert.equal(listed.status, 1);
  assert.match(listed.out, /^us-tx {2}Texas/m);
  assert.match(listed.out, /^broken {2}.*problems/m);
  assert.equal(status, 1);
  const { packs, problems } = JSON.parse(out);
  assert.deepEqual(packs.map(({ id }) => id), ["us-tx"]);
  assert.ok(problems.length > 0 && problems.every((row) => row.pack_id === "broken" && row.file && row.what));
  assert.equal(trellis(["pack", "remove", "broken", ...database]).status, 0);
  assert.equal(trellis(["pack", "list", ...database]).status, 0);
});

test("what is wrong with a pack is JSON where JSON was asked for, and names the file", () => {
  const bad = inFolder("bad-id.json", readFileSync(example, "utf8").replace("TX-250", "TX-0"));

  for (const args of [["pack", "show", bad], ["learn", "seeker", "--pack", bad]]) {
    const { status, out } = trellis([...args, "--json"]);
    assert.equal(status, 1);
    assert.deepEqual(JSON.parse(out).problems.map(({ file }) => file), [bad]);
  }
});

test("a pack that cannot be read ends with 2", () => {
  for (const args of [["pack", "show", "/no/such/pack"], ["learn", "seeker", "--pack", "/no/such/pack"]]) {
    assert.equal(trellis(args).status, 2, args.join(" "));
  }
});

test("one look at a workplace that cannot be reviewed hides no other", () => {
  const database = ["--db", join(folder, "looks.sqlite3")];
  keepRaw(database, "workplace", randomUUID(), { voice: "seeker", on: "2026-01-01", answers: "no answer at all", percent: null, known_count: null });
  keepRaw(database, "workplace", randomUUID(), { voice: "seeker", on: "2026-01-02", answers: "RD99 2", percent: null, known_count: null });
  keepRaw(database, "workplace", randomUUID(), { voice: "seeker", on: "2026-01-03", answers: "RD01 2\nRD03 3", percent: null, known_count: null });

  const { status, out } = trellis(["workplace", "--past", ...database]);

  assert.equal(status, 0);
  assert.deepEqual(out.match(/2026-01-0\d seeker (not known|\d+ %)/g).sort(), [
    "2026-01-01 seeker not known", "2026-01-02 seeker not known", "2026-01-03 seeker 83 %"]);
});

test("what was typed for a question that is not there is not repeated", () => {
  const { status, err } = trellis(["workplace", "--sheet", "my boss Ann"]);

  assert.equal(status, 1);
  assert.doesNotMatch(err, /Ann/);
});

test("what needs a section is refused without one", () => {
  for (const flag of [["--weekly"], ["--tried"], ["--choose", "b"], ["--pack", example]]) {
    const { status, out } = trellis(["learn", ...flag]);

    assert.equal(status, 2, flag[0]);
    assert.equal(out, "");
  }
});

const withRow = (change) => ({ ...texas, files: { ...texas.files, "library/unverified.json": [{ ...texas.files["library/unverified.json"][0], ...change }] } });
const faults = {
  "an unknown source": [withRow({ sources: ["TX-NONE"] }), /unv\.tx: TX-NONE.*names something that is\s+not there/s],
  "an id of ours": [withRow({ id: sample.id }), /is there\s+already/],
  "a missing field": [withRow({ ask: undefined }), /ask/],
  "a field that is not known": [withRow({ colour: "red" }), /colour/],
  "a date in words": [withRow({ as_of: "last fall" }), /as_of/],
  "no name": [{ ...texas, name: undefined }, /name/],
  "a file that is not known": [{ ...texas, files: { "songs.json": [] } }, /does not\s+know a file/],
  "no JSON": ["{", /is not\s+JSON/],
};
for (const [name, [value, words]] of Object.entries(faults)) {
  test(`a pack with ${name} is refused, and where is said`, () => {
    const { status, out } = trellis(["content", "validate", inFolder("faulty.json", value)]);

    assert.equal(status, 1);
    assert.match(out, words);
    assert.doesNotMatch(out, /last fall|\bred\b/);
  });
}

test("what is wrong with a pack is told in Spanish, and by its code where a program reads it", () => {
  const path = inFolder("faulty.json", withRow({ sources: ["TX-NONE"] }));

  const told = trellis(["--lang", "es", "content", "validate", path]);
  const read = trellis(["content", "validate", path, "--json"]);

  assert.match(told.out, /nombra\s+algo\s+que\s+no\s+existe/);
  assert.equal(JSON.parse(read.out).problems[0].what, "content.unknown_id");
});

test("a single file stands for ours at its path, and its ids count", () => {
  const dilemmas = content("library/dilemmas.json");
  dilemmas[0].clauses = ["brief2019.outrole.99"];
  const { status, out } = trellis(["content", "validate", inFolder("library/dilemmas.json", dilemmas)]);

  assert.equal(status, 1);
  assert.match(out, /S01: brief2019\.outrole\.99/);
});
