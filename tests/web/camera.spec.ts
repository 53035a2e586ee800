// SPDX-License-Identifier: MIT
// The trainer's camera, which here sees a short film of two people's codes, made by this file and shown over and over.
// Needs a browser of its own, so it stands alone. Journey J10, check 2.
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import encodeQR from "qr";
import { decodeQR } from "qr/decode.js";
import { securityHeaders } from "../../scripts/security-headers.mjs";
import { expect, launchOptions, open, test, words } from "./fixtures.ts";

const { en } = words;

const ids = [
  "D1.3",
  "D2.1",
  "D3.1",
  "D4.1",
  "D5.1",
  "D6.2",
  "D8.1",
  "D9.1",
  "D10.1",
  "D11.2",
  "D12.3",
  "D13.2",
];
const lineOf = (level: number) => `TG1 ${ids.map((id) => `${id}=${level}`).join(" ")}`;

interface Picture {
  width: number;
  height: number;
  /** One byte of brightness for each pixel. */
  bytes: Uint8Array;
}

/** A code held up in front of a camera: on grey, turned a little, `unit` pixels for each module. */
function pictureOf(
  text: string,
  { width, height, unit, turn }: Record<"width" | "height" | "unit" | "turn", number>,
): Picture {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: 4 });
  const bytes = new Uint8Array(width * height).fill(120);
  const [sine, cosine] = [Math.sin(turn), Math.cos(turn)];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [across, down] = [x - width / 2, y - height / 2];
      const column = Math.floor((across * cosine + down * sine) / unit + rows.length / 2);
      const row = Math.floor((down * cosine - across * sine) / unit + rows.length / 2);
      const isDark = rows[row]?.[column];
      if (isDark !== undefined) bytes[y * width + x] = isDark ? 30 : 225;
    }
  return { width, height, bytes };
}

/** Thin bright cracks from edge to edge, as on a broken screen. */
function cracked(picture: Picture): Picture {
  const { width, height, bytes } = picture;
  for (const [start, slope] of [
    [0.2, 0.35],
    [0.75, -0.3],
    [0.5, 0.9],
  ] as const)
    for (let x = 0; x < width; x += 1) {
      const y = Math.round(height * start + slope * (x - width / 2));
      if (y >= 0 && y + 1 < height) bytes[y * width + x] = bytes[(y + 1) * width + x] = 250;
    }
  return picture;
}

function colours({ width, height, bytes }: Picture) {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  bytes.forEach((byte, pixel) => data.fill(byte, pixel * 4, pixel * 4 + 3));
  return { width, height, data };
}

/** A film in Y4M: half a second for each picture. */
function filmOf(pictures: readonly Picture[]): Buffer {
  const { width = 0, height = 0 } = pictures[0] ?? {};
  const grey = Buffer.alloc((width * height) / 2, 128);
  const frames = pictures.flatMap(({ bytes }) => [Buffer.from("FRAME\n"), bytes, grey]);
  return Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${width} H${height} F2:1 Ip A1:1 C420jpeg\n`),
    ...frames,
  ]);
}

const film = join(tmpdir(), `trellis-camera-${process.pid}.y4m`);
const shape = { width: 640, height: 480, unit: 6, turn: 0.1 };
const [one, two] = [pictureOf(lineOf(3), shape), pictureOf(lineOf(4), shape)];
writeFileSync(film, filmOf([one, one, two, two]));
process.once("exit", () => rmSync(film, { force: true }));

test.use({
  launchOptions: {
    ...launchOptions,
    args: [
      ...launchOptions.args,
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-video-capture=${film}`,
    ],
  },
});

test("J10.2: the camera counts each code once, another person with the same answers by a tap, and lets go", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["camera"]);
  await open(page, "#/group/tally");
  const video = page.locator("video");
  const keepStream = () =>
    video.evaluate((element: HTMLVideoElement & { seen?: MediaStream }) => {
      element.seen = element.srcObject as MediaStream;
    });
  await expect(page.getByText(en["group.camera_hint"])).toBeVisible();

  await page.getByRole("button", { name: en["group.camera"] }).click();

  await expect(page.getByText("2 people are counted.")).toBeVisible();
  await expect(page.getByRole("button", { name: en["group.camera_stop"] })).toBeFocused();
  await page.getByRole("button", { name: en["group.camera_again"] }).click();
  await expect(page.getByText("3 people are counted.")).toBeVisible();
  await keepStream();
  await page.getByRole("button", { name: en["group.camera_stop"] }).click();
  await expect(page.getByRole("button", { name: en["group.camera"] })).toBeFocused();
  const tracks = await video.evaluate((element: HTMLVideoElement & { seen?: MediaStream }) =>
    element.seen?.getTracks().map(({ readyState }) => readyState),
  );
  expect(tracks).toEqual(["ended"]);

  // Started anew it still knows whom it has counted.
  await page.getByRole("button", { name: en["group.camera"] }).click();
  await expect(page.getByRole("button", { name: en["group.camera_again"] })).toBeVisible();
  await expect(page.getByText("3 people are counted.")).toBeVisible();
});

test("a camera that is refused is told plainly, with the other ways", async ({ page }) => {
  await open(page, "#/group/tally");

  await page.getByRole("button", { name: en["group.camera"] }).click();

  await expect(page.getByText(en["group.camera_refused"])).toBeVisible();
  await expect(page.getByLabel(en["group.paste"])).toBeVisible();
  await expect(page.getByRole("button", { name: en["group.camera"] })).toBeEnabled();
});

test("J10.2: the longest line is read small, turned, and through the cracks of a broken screen", () => {
  const all = `TG1 ${Array.from({ length: 31 }, (_, nth) => `D${nth + 1}.1=3`).join(" ")}`;

  const picture = cracked(pictureOf(all, { width: 960, height: 720, unit: 6, turn: 0.15 }));

  expect(decodeQR(colours(picture))).toBe(all);
});

test("the camera is the one feature that is open, and to this page alone", async ({ request }) => {
  const policy = (await request.get("./")).headers()["permissions-policy"] ?? "";

  expect(policy).toBe(securityHeaders()["Permissions-Policy"]);
  expect(policy.split(", ").filter((feature) => !feature.endsWith("=()"))).toEqual([
    "camera=(self)",
  ]);
});
