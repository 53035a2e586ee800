// SPDX-License-Identifier: MIT
// A posting from a file: text, Word and PDF become the same lines a person would paste, and what cannot be read says
// what to do next. Nothing of it is kept.
import type { Page } from "@playwright/test";
import { docxOf, fileOf, listItem, lockedPdf, paragraph, pdfOf } from "./files.ts";
import type { OpenedFile } from "./files.ts";
import { expect, open, test, words } from "./fixtures.ts";

const { en } = words;

function box(page: Page) {
  return page.getByLabel(en["check.posting_label"]);
}

async function openFile(page: Page, file: OpenedFile): Promise<void> {
  await open(page, "#/check");
  await page.getByLabel(en["file.open"]).setInputFiles(file);
}

const lines = [
  "Peer Support Specialist",
  "What you will do:",
  "- Share your lived experience of recovery to inspire hope in others who are on their own way, in groups and alone.",
  "- Monitor medication compliance.",
  "You will never handle money – that is José’s job.",
];

test("a Word file becomes one line for each paragraph and list item, ready to check", async ({
  page,
}) => {
  const [title = "", heading = "", first = "", second = "", last = ""] = lines;
  const file = docxOf(
    [
      paragraph(title, '<w:pStyle w:val="Heading1"/>'),
      paragraph(heading),
      paragraph(first.slice(2), listItem),
      paragraph(second.slice(2), '<w:pStyle w:val="ListBullet"/>'),
      "<w:p><w:del><w:r><w:delText>Deleted duty</w:delText></w:r></w:del></w:p>",
      `<w:tbl><w:tr><w:tc>${paragraph(last)}</w:tc></w:tr></w:tbl>`,
    ].join(""),
  );

  await openFile(page, file);

  await expect(box(page)).toHaveValue(lines.slice(0, 4).join("\n") + `\n\n${lines[4]}`);
  await expect(page.getByRole("status").filter({ hasText: "5 lines" })).toBeVisible();
  await page.getByRole("button", { name: en["check.submit_posting"] }).click();
  await expect(
    page.getByRole("article").filter({ hasText: en["verdict.conflict"] }).first(),
  ).toBeVisible();
});

/** As word processors print it: the bullet is a letter, and what wraps stands under the words. */
const item = (text = "") => `<p class="item"><span>•</span>${text.slice(2)}</p>`;
const html = `<meta charset="utf-8"><style>
    body { font: 13px sans-serif } p { margin: 0 } span { display: inline-block; width: 18px }
    .item { padding-left: 36px; text-indent: -18px } span { text-indent: 0 }
  </style><h1>${lines[0]}</h1><p>${lines[1]}</p>${item(lines[2])}${item(lines[3])}<p>${lines[4]}</p>`;

test("a PDF file gives the same lines: wrapped ones whole, bullets and headings apart", async ({
  page,
  browser,
}) => {
  const file = await pdfOf(browser, html);

  await openFile(page, file);

  await expect(box(page)).toHaveValue(lines.join("\n"));
});

for (const [name, bytes] of [
  ["UTF-8", Buffer.from("Señales: café\r\nhello\r\n")],
  ["UTF-8 with a mark", Buffer.from("\ufeffSeñales: café\nhello")],
  ["UTF-16, little end first", Buffer.from("\ufeffSeñales: café\r\nhello", "utf16le")],
  ["UTF-16, big end first", Buffer.from("\ufeffSeñales: café\nhello", "utf16le").swap16()],
  ["Windows-1252", Buffer.from("Señales: café\nhello", "latin1")],
] as const) {
  test(`a text file in ${name} keeps its letters`, async ({ page }) => {
    await openFile(page, fileOf("posting.txt", bytes));

    await expect(box(page)).toHaveValue("Señales: café\nhello");
  });
}

const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const oleStart = Buffer.from("d0cf11e0a1b11ae1", "hex");
const refusals: readonly { name: string; key: keyof typeof en; file: OpenedFile }[] = [
  { name: "a picture", key: "file.not_text", file: fileOf("photo.txt", png) },
  { name: "nothing in it", key: "file.empty", file: fileOf("empty.txt", "") },
  { name: "only spaces", key: "file.empty", file: fileOf("blank.txt", " \n\t\n") },
  { name: "more than 10 MB", key: "file.too_big", file: fileOf("big.txt", "a".repeat(10_000_001)) },
  { name: "an old Word file", key: "file.old_word", file: fileOf("old.docx", oleStart) },
  {
    name: "a Word file with a password",
    key: "file.password",
    file: fileOf(
      "locked.docx",
      Buffer.concat([oleStart, Buffer.alloc(600), Buffer.from("EncryptedPackage", "utf16le")]),
    ),
  },
  { name: "a PDF with a password", key: "file.password", file: lockedPdf() },
  { name: "half a PDF", key: "file.damaged", file: fileOf("half.pdf", "%PDF-1.7\n1 0 obj<</Ty") },
  { name: "half a Word file", key: "file.damaged", file: halfOf(docxOf(paragraph("Some text"))) },
  { name: "broken Word text", key: "file.damaged", file: docxOf("<w:p><w:r>") },
  {
    name: "a rich text file",
    key: "file.old_word",
    file: fileOf("posting.rtf", "{\\rtf1\\ansi Peer}"),
  },
];

function halfOf(file: OpenedFile): OpenedFile {
  return { ...file, buffer: file.buffer.subarray(0, file.buffer.length / 2) };
}

for (const { name, key, file } of refusals) {
  test(`${name}: says what to do next, and leads to the box`, async ({ page, watch }) => {
    await openFile(page, file);

    const alert = page.getByRole("alert");
    await expect(alert).toBeFocused();
    watch.problems.length = 0; // Chromium styles its own page about broken XML, which the policy refuses
    await expect(alert).toContainText(en[key] as string);
    await expect(alert).toContainText(en[`${key}_next` as keyof typeof en] as string);
    await alert.getByRole("link").click();
    await expect(box(page)).toBeFocused();
  });
}

test("a file that cannot be read takes the place of the error before", async ({ page }) => {
  await open(page, "#/check");
  await page.getByRole("button", { name: en["check.submit_posting"] }).click();
  await expect(page.getByRole("alert")).toBeVisible();

  await page.getByLabel(en["file.open"]).setInputFiles(fileOf("photo.txt", png));

  await expect(page.getByRole("alert")).toHaveCount(1);
  await expect(page.getByRole("alert")).toContainText(en["file.not_text"]);
});

test("a zip that is no Word file is named as such", async ({ page }) => {
  const { zipSync } = await import("fflate");

  await openFile(page, fileOf("sheet.docx", zipSync({ "xl/workbook.xml": Buffer.from("<a/>") })));

  await expect(page.getByRole("alert")).toContainText(en["file.unknown_type"]);
});

test("a scanned PDF says that it holds pictures only", async ({ page, browser }) => {
  const file = await pdfOf(browser, '<svg width="300" height="300"><circle r="120" /></svg>');

  await openFile(page, file);

  await expect(page.getByRole("alert")).toContainText(en["file.pdf_without_text"]);
});

test("a file that takes long to read can be given up, and does not come later", async ({
  page,
  browser,
}) => {
  const file = await pdfOf(browser, "<p>Monitor medication compliance.</p>");
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route("**/assets/pdf-reader-*.js", (route) => held.then(() => route.continue()));
  await page.clock.install();
  await open(page, "#/check");
  const field = page.getByLabel(en["check.posting_label"]);
  await field.fill("Typed by hand");
  await page.getByLabel(en["file.open"]).setInputFiles(file);
  await expect(page.locator(".file-opener .loading")).toBeAttached();
  await page.clock.fastForward(2_100);
  await page.getByRole("button", { name: en["app.stop"] }).click();
  await expect(field).toBeFocused();

  const reader = page.waitForResponse("**/assets/pdf-reader-*.js");
  letThrough();
  await (await reader).finished();
  await page.getByLabel(en["file.open"]).setInputFiles({
    name: "short.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("The file that was wanted"),
  });

  await expect(field).toHaveValue("The file that was wanted");
});
