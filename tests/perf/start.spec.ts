import { expect, test } from "./test.ts";
import { RUNS, keep } from "./results.ts";
import { isKept, start } from "./start.ts";

/** The first start after the server has gone fills caches that every later one has. */
const WARM_UP = 2;

test("warm offline start: from the navigation to the first card on the screen", async ({ cairn, floor, newDevice }) => {
  const page = await newDevice().open("welcome");
  await page.getByRole("button", { name: "Look around with a sample" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Hello/ })).toBeVisible();
  await isKept(page);
  const kept = await page.context().newPage();
  await kept.goto(floor.at("start.html"));
  await expect(kept.locator("li").first()).toBeVisible();
  await Promise.all([cairn.goOffline(), floor.goOffline()]);

  const app: number[] = [];
  const bare: number[] = [];
  for (let run = -WARM_UP; run < RUNS; run += 1) {
    const { time } = await start(page.context(), cairn.url, [{ css: "main .card h3" }]);
    const { time: least } = await start(page.context(), floor.at("start.html"), [{ css: "li h2" }]);
    if (run < 0) continue;
    app.push(time);
    bare.push(least);
  }
  keep({ name: "start", unit: "ms", app, floor: bare });
});
