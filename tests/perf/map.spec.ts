import { begin, goTo, press, unfold } from "../support/learner.ts";
import { trails } from "./case.ts";
import { RUNS, keep } from "./results.ts";
import { start } from "./start.ts";
import { arm, giveStopwatch, took } from "./stopwatch.ts";
import { type Page, expect, test } from "./test.ts";
import { effort } from "./thread.ts";

/** Longer than a framework of ten thousand takes to come in. */
const PATIENCE = { timeout: 300_000 };

for (const [competencies, edges] of [[1_000, 3_000], [10_000, 30_000]] as const) {
  test(`a map of ${competencies} competencies and ${edges} trails: until it is drawn, moved, and a goal chosen on it`, async ({ cairn, floor, newDevice }) => {
    const page = await newDevice().open();
    await begin(page, { framework: false });
    await adopt(page, trails(competencies, edges));
    const name = `map-${competencies}`;
    const rows = { drawn: row(), tasks: row(), frames: row(), goal: row(), steps: row() };
    const app = { address: `${cairn.url}pathway?view=map`, stone: "[role=option]", frame: ".map-frame" };
    const bare = { address: floor.at(`map.html?${competencies}`), stone: "button", frame: "main" };
    for (let run = -1; run < RUNS; run += 1) {
      for (const [side, { address, stone, frame }] of Object.entries({ app, floor: bare }) as ["app" | "floor", typeof app][]) {
        const { time, seen } = await start(page.context(), address, [{ css: stone }], effort);
        const tab = await page.context().newPage();
        await tab.goto(address);
        await expect(tab.locator(stone).first()).toBeVisible(PATIENCE);
        const long = await rolled(tab, frame);
        await tab.close();
        if (run < 0 || !seen) continue;
        rows.drawn[side].push(time);
        rows.tasks[side].push(seen.longest);
        rows.frames[side].push(long);
      }
      const { goal, steps } = await choosing(page, cairn.url);
      const least = await choosingOnFloor(page, bare.address);
      if (run < 0) continue;
      rows.goal.app.push(goal);
      rows.goal.floor.push(least);
      rows.steps.app.push(steps);
      rows.steps.floor.push(least);
    }
    keep({ name, unit: "ms", ...rows.drawn });
    keep({ name: `${name}-tasks`, unit: "ms", ...rows.tasks });
    keep({ name: `${name}-frames`, unit: "frames", ...rows.frames });
    keep({ name: `${name}-goal`, unit: "ms", ...rows.goal });
    keep({ name: `${name}-steps`, unit: "ms", ...rows.steps });
  });
}

const row = () => ({ app: [] as number[], floor: [] as number[] });

async function adopt(page: Page, whole: ReturnType<typeof trails>): Promise<void> {
  await goTo(page, "Settings");
  const frameworks = page.getByRole("region", { name: "Frameworks" });
  await unfold(frameworks, "Add a framework");
  await frameworks.getByLabel("Choose a file").setInputFiles(whole.file());
  await frameworks.getByRole("status").getByRole("button", { name: "Use this one" }).click(PATIENCE);
  await expect(frameworks.getByRole("listitem").filter({ hasText: whole.title })).toBeVisible(PATIENCE);
}

/** Rolls a wheel over the map, a frame a step: how many frames took longer than 50 ms. */
async function rolled(page: Page, frame: string): Promise<number> {
  return page.locator(frame).evaluate(async (map) => {
    const FRAMES = 120;
    const LONG = 50;
    const next = () => new Promise<number>((seen) => requestAnimationFrame(seen));
    let [before, long] = [await next(), 0];
    for (let step = 0; step < FRAMES; step += 1) {
      const [deltaX, deltaY] = step % 60 < 30 ? [40, 25] : [-40, -25];
      map.dispatchEvent(new WheelEvent("wheel", { deltaX, deltaY, bubbles: true, cancelable: true }));
      const now = await next();
      if (now - before > LONG) long += 1;
      before = now;
    }
    return long;
  });
}

/** Milliseconds until a goal that is chosen on the map is seen there, and until Today shows what could be next. The goal is dropped. */
async function choosing(page: Page, app: string): Promise<{ goal: number; steps: number }> {
  const tab = await page.context().newPage();
  await giveStopwatch(tab);
  await tab.goto(`${app}pathway?view=map`);
  const about = tab.getByRole("region", { name: "This stone" });
  const choose = about.getByRole("button", { name: /^Put .* on my pathway$/ });
  await expect(choose).toBeVisible(PATIENCE);
  await arm(tab, { from: "click", sights: [{ css: "[role=option][aria-selected=true][aria-label*='On my pathway']" }] });
  await choose.click();
  const goal = await took(tab);
  await press(tab, "Undo");
  await expect(choose).toBeVisible();
  await arm(tab, { from: "click", sights: [{ css: "main .card h3" }] });
  await goTo(tab, "Today");
  const steps = await took(tab);
  await tab.close();
  return { goal, steps };
}

async function choosingOnFloor(page: Page, address: string): Promise<number> {
  const tab = await page.context().newPage();
  await giveStopwatch(tab);
  await tab.goto(address);
  await arm(tab, { from: "click", sights: [{ css: "button[aria-pressed=true]" }] });
  await tab.locator("button").first().click();
  const time = await took(tab);
  await tab.close();
  return time;
}
