import { expect, test } from "./test.ts";
import { casePackage } from "./case.ts";
import { RUNS, keep } from "./results.ts";
import { arm, giveStopwatch, took } from "./stopwatch.ts";

test("import of a framework of 1,037 items: from the file to its offer, and from consent to “Saved”", async ({ floor, newDevice }) => {
  const file = { name: "standards.json", mimeType: "application/json", buffer: casePackage() };
  const times = { app: [] as number[], floor: [] as number[] };
  for (let run = -1; run < RUNS; run += 1) {
    const device = newDevice();
    const page = await device.open("welcome");
    await giveStopwatch(page);
    await page.goto("welcome?step=3");
    await expect(page.getByText("Choose a file")).toBeVisible();
    const offer = page.getByRole("status").filter({ hasText: "Standards for measuring" });
    await arm(page, { from: "change", sights: [{ css: '.card[role="status"] h3', words: "Standards for measuring" }] });
    await page.getByLabel("Choose a file").setInputFiles(file);
    const offered = await took(page);
    await arm(page, { from: "click", sights: [{ css: "h1", words: "Where are you?" }, { css: ".status", words: "Saved" }] });
    await offer.getByRole("button", { name: "Use this one" }).click();
    const adopted = await took(page);

    await page.goto(floor.at("import.html"));
    await expect(page.getByRole("status")).toHaveText("Ready");
    await arm(page, { from: "change", sights: [{ css: "p", words: "Saved 1037" }] });
    await page.getByLabel("File").setInputFiles(file);
    const least = await took(page);
    await device.end();
    if (run < 0) continue;
    times.app.push(offered + adopted);
    times.floor.push(least);
  }
  keep({ name: "import", unit: "ms", ...times });
});
