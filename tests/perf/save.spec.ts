import { expect, test } from "./test.ts";
import { RUNS, keep } from "./results.ts";
import { type Span, arm, giveStopwatch, took } from "./stopwatch.ts";

test("intent to saved: from the first letter of a piece to “Saved”", async ({ floor, newDevice }) => {
  const page = await newDevice().open("");
  const bare = await page.context().newPage();
  await Promise.all([giveStopwatch(page), giveStopwatch(bare)]);
  await bare.goto(floor.at("save.html"));
  await expect(bare.getByRole("status")).toHaveText("Ready");
  const saved = (css: string): Span => ({ from: "input", sights: [{ css, words: "Saving" }, { css, words: "Saved" }] });

  const times = { app: [] as number[], floor: [] as number[] };
  for (let run = -1; run < RUNS; run += 1) {
    await page.goto("evidence/new");
    await page.bringToFront();
    await page.getByLabel("What did you make or do?").focus();
    await arm(page, saved(".status"));
    await page.keyboard.press("w");
    const app = await took(page);

    await bare.bringToFront();
    await bare.getByLabel("Words").focus();
    await arm(bare, saved("p"));
    await bare.keyboard.press("w");
    const least = await took(bare);
    if (run < 0) continue;
    times.app.push(app);
    times.floor.push(least);
  }
  keep({ name: "save", unit: "ms", ...times });
});
