import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Page, expect, test } from "./test.ts";
import { Renderers } from "./memory.ts";
import { RUNS, keep } from "./results.ts";
import { type Span, arm, giveStopwatch, took } from "./stopwatch.ts";

const MEGABYTE = 1_000_000;
const SIZE = 1000;

/** A file of 1 GB in which no megabyte is like another. */
function largeFile(): string {
  const path = join(mkdtempSync(join(tmpdir(), "cairn-perf-")), "film.bin");
  const file = openSync(path, "w");
  const bytes = Buffer.alloc(MEGABYTE, "the water runs slower when there is less of it ");
  for (let at = 0; at < SIZE; at += 1) {
    bytes.writeUInt32LE(at, 0);
    writeSync(file, bytes);
  }
  closeSync(file);
  return path;
}

test("a file of 1 GB: from picking it until it stands in the piece and on the disk", async ({ floor, newDevice }) => {
  const path = largeFile();
  const times = { app: [] as number[], floor: [] as number[], hashed: [] as number[] };
  const memory = { app: [] as number[], floor: [] as number[] };
  for (let run = -1; run < RUNS; run += 1) {
    const device = newDevice();
    const page = await device.open("evidence/new");
    await giveStopwatch(page);

    await page.goto("evidence/new");
    await expect(page.getByText("Choose files")).toBeVisible();
    const inPiece: Span = { from: "change", sights: [{ css: ".artifact-name", words: "film.bin" }, { css: ".status", words: "Saved" }] };
    const app = await measure(page, device.profile, "Choose files", inPiece, path);

    const written: Span = { from: "change", sights: [{ css: "p", words: `Saved ${SIZE * MEGABYTE}` }] };
    const least = async (address: string) => {
      await page.goto(floor.at(address));
      await expect(page.getByRole("status")).toHaveText("Ready");
      return measure(page, device.profile, "File", written, path);
    };
    // What comes later writes while the disk is still busy with what came before.
    const pages = ["media.html", "media.html?hashed"];
    const taken = [];
    for (const address of run % 2 ? pages : pages.toReversed()) taken.push(await least(address));
    const [bare, hashed] = (run % 2 ? taken : taken.toReversed()) as [Taken, Taken];
    await device.end();
    if (run < 0) continue;
    times.app.push(app.time);
    times.floor.push(bare.time);
    times.hashed.push(hashed.time);
    memory.app.push(app.grown);
    memory.floor.push(bare.grown);
  }
  rmSync(join(path, ".."), { recursive: true });
  keep({ name: "media", unit: "ms", app: times.app, floor: times.floor });
  keep({ name: "media-hashed", unit: "ms", app: times.app, floor: times.hashed });
  keep({ name: "memory", unit: "MB", ...memory });
});

interface Taken {
  time: number;
  grown: number;
}

async function measure(page: Page, profile: string, label: string, span: Span, path: string): Promise<Taken> {
  // What starting the page left behind would else be counted as room that the file did not need.
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const renderers = new Renderers(profile);
  await arm(page, span);
  await page.getByLabel(label).setInputFiles(path);
  const time = await took(page);
  return { time, grown: renderers.growth() };
}
