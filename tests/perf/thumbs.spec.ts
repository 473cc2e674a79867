import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Page, expect, test } from "./test.ts";
import { RUNS, keep } from "./results.ts";
import { arm, giveStopwatch, took } from "./stopwatch.ts";

const PHOTOS = 200;

/** Photos of 1600 by 1200 pixels, as busy as a garden and no two alike. */
async function photos(page: Page, folder: string): Promise<string[]> {
  const paths: string[] = [];
  for (let number = 0; number < PHOTOS; number += 1) {
    const encoded = await page.evaluate(async (seed) => {
      const canvas = new OffscreenCanvas(1600, 1200);
      const pen = canvas.getContext("2d");
      let state = seed + 1;
      const below = (most: number) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return (state / 2 ** 32) * most;
      };
      for (let leaf = 0; pen && leaf < 900; leaf += 1) {
        pen.fillStyle = `hsl(${below(360)} ${below(100)}% ${below(100)}%)`;
        pen.beginPath();
        pen.ellipse(below(1600), below(1200), below(90), below(40), below(3), 0, 7);
        pen.fill();
      }
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg", quality: 0.9 })).arrayBuffer());
      let text = "";
      for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
      return btoa(text);
    }, number);
    const path = join(folder, `photo-${number}.jpg`);
    writeFileSync(path, Buffer.from(encoded, "base64"));
    paths.push(path);
  }
  return paths;
}

test("200 photos: from picking them until each stands in the piece with a small picture of it", async ({ floor, newDevice }) => {
  const folder = mkdtempSync(join(tmpdir(), "cairn-perf-"));
  const times = { app: [] as number[], floor: [] as number[] };
  let picked: string[] = [];
  for (let run = -1; run < RUNS; run += 1) {
    const device = newDevice();
    const page = await device.open("evidence/new");
    if (picked.length === 0) picked = await photos(page, folder);
    await giveStopwatch(page);

    await page.goto("evidence/new");
    const files = page.getByLabel("Choose files");
    await expect(files).toBeAttached();
    await arm(page, { from: "change", sights: [{ css: `.artifact:nth-child(${PHOTOS}) .thumb img` }] });
    await files.setInputFiles(picked);
    const app = await took(page);

    await page.goto(floor.at("thumbs.html"));
    await expect(page.getByRole("status")).toHaveText("Ready");
    await arm(page, { from: "change", sights: [{ css: `li:nth-child(${PHOTOS}) img` }] });
    await page.getByLabel("Files").setInputFiles(picked);
    const bare = await took(page);
    await device.end();
    if (run < 0) continue;
    times.app.push(app);
    times.floor.push(bare);
  }
  rmSync(folder, { recursive: true });
  keep({ name: "thumbs", unit: "ms", ...times });
});
