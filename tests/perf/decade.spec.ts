import { bringIn, pickOnWelcome } from "../support/portfolio.ts";
import type { Floor } from "./floor.ts";
import { RUNS, keep } from "./results.ts";
import { scroll } from "./scroll.ts";
import { slowed } from "./slowed.ts";
import { isKept, start } from "./start.ts";
import { type Sight, arm, giveStopwatch, took } from "./stopwatch.ts";
import { type BrowserContext, type Page, expect, test } from "./test.ts";
import { countAnew, effort } from "./thread.ts";

/** What was brought in is put in order afterwards, and the first start without a network fills caches. */
const WARM_UP = 3;
/** Longer than ten years take to come in. */
const PATIENCE = { timeout: 120_000 };
/** How many pieces there are, as the pages say it. */
const ALL = /10[,.]?000/;
/** Words in the titles of many of them. */
const NINE = "number 9";

test("ten years of work: the first screen, until it is open, what blocks the page, and the memory; its gallery", async ({ cairn, floor, newDevice }) => {
  const zip = process.env.CAIRN_DECADE;
  if (!zip) throw new Error("CAIRN_DECADE does not say where ten years of work are: start the tests with `cargo xtask perf`");
  const page = await newDevice().open("welcome");
  await pickOnWelcome(page, zip);
  await bringIn(page, "Robin Vale", PATIENCE);
  await isKept(page);
  await expect.poll(() => isCached(page, "snapshot"), PATIENCE).toBe(true);
  await findNine(page);
  await expect.poll(() => isCached(page, "~search 0000000000"), PATIENCE).toBe(true);
  const kept = await page.context().newPage();
  await kept.goto(floor.at("decade.html"));
  await expect(kept.getByRole("status")).toHaveText("Open 10000", PATIENCE);
  await isKept(kept);
  await Promise.all([cairn.goOffline(), floor.goOffline()]);
  await Promise.all([page.goto("about:blank"), kept.close()]);

  const rows = { first: row(), open: row(), found: row(), slow: row(), tasks: row(), heap: row() };
  const app: Side = {
    address: cairn.url,
    first: [{ css: "main .card h3" }],
    open: [{ css: "body > .shell .status", words: "Saved" }],
    found: [
      { css: "body > .shell .palette-open", then: "click" },
      { css: "#palette-field", then: { write: NINE } },
      { css: ".palette-option", words: NINE },
    ],
  };
  const all = [{ css: "p", words: "Open" }];
  // Its pieces can be searched when all of them are read.
  const bare: Side = { address: floor.at("decade.html"), first: [{ css: "li h2" }], open: all, found: all };
  for (let run = -WARM_UP; run < RUNS; run += 1) {
    for (const [side, { address, first, open, found }] of Object.entries({ app, floor: bare }) as ["app" | "floor", Side][]) {
      const { time: seen } = await start(page.context(), address, first);
      const { time: opened, seen: took } = await start(page.context(), address, open, effort);
      const { time: openedSlowly } = await start(page.context(), address, open, slowed);
      const { time: foundSlowly } = await start(page.context(), address, found, slowed);
      if (run < 0 || !took) continue;
      rows.found[side].push(foundSlowly);
      rows.slow[side].push(openedSlowly);
      rows.first[side].push(seen);
      rows.open[side].push(opened);
      rows.tasks[side].push(took.longest);
      rows.heap[side].push(took.memory);
    }
  }
  keep({ name: "decade-first", unit: "ms", ...rows.first });
  keep({ name: "decade-open", unit: "ms", ...rows.open });
  keep({ name: "decade-found", unit: "ms", ...rows.found });
  keep({ name: "decade-slow", unit: "ms", ...rows.slow });
  keep({ name: "decade-tasks", unit: "ms", ...rows.tasks });
  keep({ name: "decade-heap", unit: "MB", ...rows.heap });
  await atPace(page.context(), cairn.url, bare);
  await inPalette(page.context(), cairn.url);
  await inGallery(page.context(), cairn.url, floor);
});

/** A page, and what is seen of it when its first screen stands there, when all is open, and when a piece was found. */
interface Side {
  address: string;
  first: Sight[];
  open: Sight[];
  found: Sight[];
}

/** Finds pieces in the palette, and waits until all of them are found. */
async function findNine(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.type(NINE);
  await expect(page.getByRole("group", { name: "Evidence" })).toContainText(NINE, PATIENCE);
  await expect(page.getByRole("status").getByText(/^1[,.]?\d{3} things fit$/)).toBeAttached(PATIENCE);
}

/** What blocks the page while the palette is opened and written into. A page that does nothing is its floor. */
async function inPalette(context: BrowserContext, app: string): Promise<void> {
  const tasks = row();
  for (let run = -1; run < RUNS; run += 1) {
    const page = await context.newPage();
    await effort.before(page);
    await page.goto(app);
    await expect(page.locator("body > .shell .status")).toContainText("Saved", PATIENCE);
    await countAnew(page);
    await findNine(page);
    const { longest } = await effort.after(page);
    await page.close();
    if (run < 0) continue;
    tasks.app.push(longest);
    tasks.floor.push(0);
  }
  keep({ name: "palette-tasks", unit: "ms", ...tasks });
}

/** Pace with the lines and the forecast, from the navigation on. */
async function atPace(context: BrowserContext, app: string, { open, address }: { open: Sight[]; address: string }): Promise<void> {
  const pace = row();
  for (let run = -1; run < RUNS; run += 1) {
    const { time } = await start(context, `${app}pace`, [{ css: ".chart-planned" }]);
    const { time: least } = await start(context, address, open);
    if (run < 0) continue;
    pace.app.push(time);
    pace.floor.push(least);
  }
  keep({ name: "pace", unit: "ms", ...pace });
}

/** Scrolling through ten thousand pieces, and searching them letter by letter. */
async function inGallery(context: BrowserContext, app: string, floor: Floor): Promise<void> {
  await floor.goOnline();
  const sides = [
    { side: "app" as const, page: await context.newPage(), address: `${app}evidence`, field: "#evidence-search", told: "main [role=status]", fewer: "" },
    { side: "floor" as const, page: await context.newPage(), address: floor.at("list.html"), field: "input", told: "[role=status]", fewer: "" },
  ];
  const rows = { scroll: row(), elements: row(), search: row() };
  for (const sought of sides) {
    const { page, address, field, told } = sought;
    await giveStopwatch(page);
    await page.bringToFront();
    await page.goto(address);
    await expect(page.locator(told).filter({ hasText: ALL })).toBeVisible(PATIENCE);
    await page.locator(field).fill(NINE);
    // Until the app has read every word it says that there may be more.
    const some = page.locator(told).filter({ hasText: /^[\d,.]+ pieces$/, hasNotText: ALL });
    await expect(some).toBeVisible(PATIENCE);
    sought.fewer = await some.innerText();
    await page.locator(field).fill("");
  }
  for (let run = -1; run < RUNS; run += 1) {
    for (const { side, page, field, told, fewer } of sides) {
      // Nothing is painted in a page that is out of sight.
      await page.bringToFront();
      await page.evaluate(() => scrollTo(0, 0));
      const { long, elements } = await scroll(page);
      await page.evaluate(() => scrollTo(0, 0));
      await page.locator(field).fill("number ");
      await expect(page.locator(told).filter({ hasText: ALL })).toBeVisible();
      await arm(page, { from: "input", sights: [{ css: told, words: fewer }] });
      await page.locator(field).press("9");
      const time = await took(page);
      await page.locator(field).fill("");
      if (run < 0) continue;
      rows.scroll[side].push(long);
      rows.elements[side].push(elements);
      rows.search[side].push(time);
    }
  }
  keep({ name: "scroll", unit: "frames", ...rows.scroll });
  keep({ name: "elements", unit: "", ...rows.elements });
  keep({ name: "search", unit: "ms", ...rows.search });
}

const row = () => ({ app: [] as number[], floor: [] as number[] });

/** Whether a cache of what came in is kept for the next start. */
function isCached(page: Page, row: string): Promise<boolean> {
  return page.evaluate(async (row) => {
    const { last_profile } = JSON.parse(localStorage.getItem("cairn.preferences") ?? "{}") as { last_profile: string };
    const opened = indexedDB.open(`cairn-${last_profile}`);
    await new Promise((done) => (opened.onsuccess = done));
    const asked = opened.result.transaction("state").objectStore("state").getKey(row);
    const key = await new Promise((done) => (asked.onsuccess = () => done(asked.result)));
    opened.result.close();
    return key !== undefined;
  }, row);
}
