import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Page, expect, test } from "./test.ts";
import { Renderers } from "./memory.ts";
import { RUNS, keep } from "./results.ts";
import { type Span, arm, giveStopwatch, took } from "./stopwatch.ts";

const MEGABYTE = 1_000_000;
const GIGABYTE = 1000;

/** A file of so many megabytes, none of which is like another. */
function largeFile(size: number): string {
  const path = join(mkdtempSync(join(tmpdir(), "cairn-perf-")), "film.bin");
  const file = openSync(path, "w");
  const bytes = Buffer.alloc(MEGABYTE, "the water runs slower when there is less of it ");
  for (let at = 0; at < size; at += 1) {
    bytes.writeUInt32LE(at, 0);
    writeSync(file, bytes);
  }
  closeSync(file);
  return path;
}

test("a file of 1 GB: from picking it until it stands in the piece and on the disk", async ({ floor, newDevice }) => {
  const path = largeFile(GIGABYTE);
  const times = { app: [] as number[], floor: [] as number[], hashed: [] as number[] };
  for (let run = -1; run < RUNS; run += 1) {
    const device = newDevice();
    const at = { page: await device.open("evidence/new"), profile: device.profile };
    const app = await takenIn(at, path);
    // What comes later writes while the disk is still busy with what came before.
    const pages = ["media.html", "media.html?hashed"];
    const taken = [];
    for (const page of run % 2 ? pages : pages.toReversed()) taken.push(await copied(at, floor.at(page), path, GIGABYTE));
    const [bare, hashed] = (run % 2 ? taken : taken.toReversed()) as [Taken, Taken];
    await device.end();
    if (run < 0) continue;
    times.app.push(app.time);
    times.floor.push(bare.time);
    times.hashed.push(hashed.time);
  }
  rmSync(join(path, ".."), { recursive: true });
  keep({ name: "media", unit: "ms", app: times.app, floor: times.floor });
  keep({ name: "media-hashed", unit: "ms", app: times.app, floor: times.hashed });
});

test("a file of 2 GB: the memory that taking it in needs", async ({ floor, newDevice }) => {
  const path = largeFile(2 * GIGABYTE);
  const memory = { app: [] as number[], floor: [] as number[] };
  for (let run = 0; run < RUNS; run += 1) {
    const device = newDevice();
    const at = { page: await device.open("evidence/new"), profile: device.profile };
    memory.app.push((await takenIn(at, path)).grown);
    memory.floor.push((await copied(at, floor.at("media.html"), path, 2 * GIGABYTE)).grown);
    await device.end();
  }
  rmSync(join(path, ".."), { recursive: true });
  keep({ name: "memory", unit: "MB", ...memory });
});

/** Takes a file into a new piece of the app. */
async function takenIn({ page, profile }: Tab, path: string): Promise<Taken> {
  await giveStopwatch(page);
  await page.goto("evidence/new");
  await expect(page.getByText("Choose files")).toBeVisible();
  const inPiece: Span = { from: "change", sights: [{ css: ".artifact-name", words: "film.bin" }, { css: ".status", words: "Saved" }] };
  return measure(page, profile, "Choose files", inPiece, path);
}

/** Copies a file of so many megabytes on a floor page. */
async function copied({ page, profile }: Tab, address: string, path: string, size: number): Promise<Taken> {
  await page.goto(address);
  await expect(page.getByRole("status")).toHaveText("Ready");
  const written: Span = { from: "change", sights: [{ css: "p", words: `Saved ${size * MEGABYTE}` }] };
  return measure(page, profile, "File", written, path);
}

interface Tab {
  page: Page;
  /** Where its browser keeps everything. */
  profile: string;
}

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
