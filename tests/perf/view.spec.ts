import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isSaved, press } from "../support/learner.ts";
import { pdf, webm } from "../support/files.ts";
import { type Page, expect, test } from "./test.ts";
import { RUNS, keep } from "./results.ts";

const MEGABYTE = 1_000_000;
const SIZE = 1000;
const PAGES = 500;
/** Longer than it takes to store 1 GB. */
const PATIENCE = { timeout: 120_000 };

/** A short film with 1 GB behind it that belongs to it and shows nothing: an EBML void. */
async function film(page: Page, path: string): Promise<void> {
  const { buffer } = await webm(page);
  const file = openSync(path, "w");
  writeSync(file, buffer);
  const head = Buffer.alloc(9);
  head.writeUInt8(0xec);
  head.writeBigUInt64BE((1n << 56n) | BigInt(SIZE * MEGABYTE), 1);
  writeSync(file, head);
  for (let at = 0; at < SIZE; at += 1) writeSync(file, Buffer.alloc(MEGABYTE));
  closeSync(file);
}

type Seeing = typeof globalThis & { seen?: number };

/** Milliseconds from the navigation until the film has its first frame, or the frame its document. */
async function opening(page: Page, address: string, event: "loadeddata" | "load", element: string): Promise<number> {
  const tab = await page.context().newPage();
  await tab.addInitScript(
    ([event, element]) => {
      // These events do not bubble, but they can be seen on their way down: `load` from the document on, for it never passes the window.
      const look = ({ target }: Event) => {
        if (target instanceof Element && target.matches(element)) (globalThis as Seeing).seen ??= performance.now();
      };
      document.addEventListener(event, look, { capture: true });
    },
    [event, element] as const,
  );
  await tab.goto(address);
  const seen = await tab.waitForFunction(() => (globalThis as Seeing).seen, undefined, PATIENCE);
  const time = (await seen.jsonValue()) as number;
  await tab.close();
  return time;
}

for (const [name, event, element] of [["film", "loadeddata", "video"], ["document", "load", "iframe[src^='blob:']"]] as const) {
  test(`${name}: from the navigation to its piece until it is seen`, async ({ floor, newDevice }) => {
    const folder = mkdtempSync(join(tmpdir(), "cairn-perf-"));
    const path = join(folder, name === "film" ? "film.webm" : "document.pdf");
    const device = newDevice();
    const page = await device.open("evidence/new");
    await page.getByLabel("Title", { exact: true }).fill("Something long");
    if (name === "film") await film(page, path);
    else writeFileSync(path, pdf("document.pdf", "What the beans did", PAGES).buffer);
    await page.getByLabel("Choose files").setInputFiles(path);
    await expect(page.locator(".artifact-name")).toBeVisible(PATIENCE);
    await press(page, "Done");
    await expect(page.getByRole("heading", { level: 1, name: "Something long" })).toBeVisible();
    await isSaved(page);
    const piece = page.url();

    const bare = await page.context().newPage();
    await bare.goto(floor.at("view.html"));
    await bare.getByLabel("File").setInputFiles(path);
    await expect(bare.getByRole("status")).toHaveText("Kept", PATIENCE);
    await bare.close();
    rmSync(folder, { recursive: true });

    const times = { app: [] as number[], floor: [] as number[] };
    for (let run = -1; run < RUNS; run += 1) {
      const app = await opening(page, piece, event, element);
      const least = await opening(page, floor.at("view.html"), event, element);
      if (run < 0) continue;
      times.app.push(app);
      times.floor.push(least);
    }
    keep({ name, unit: "ms", ...times });
  });
}
