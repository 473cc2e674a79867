import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { begin, fillStudio, press } from "../support/learner.ts";
import { expect, test } from "../support/test.ts";

test.describe("a file that takes its time", () => {
  const folder = mkdtempSync(join(tmpdir(), "cairn-film-"));
  const film = join(folder, "film.bin");
  test.beforeAll(() => {
    writeFileSync(film, "not empty");
    truncateSync(film, 600_000_000);
  });
  test.afterAll(() => rmSync(folder, { recursive: true }));

  test("goes on arriving when the studio is left", async ({ page }) => {
    test.slow();
    await begin(page, { framework: false });
    await page.goto("evidence/new");
    await fillStudio(page, { title: "A long film" });
    await page.getByLabel("Choose files").setInputFiles(film);
    await press(page, "Done");
    await expect(page.getByText("Still coming in: film.bin")).toBeVisible();
    await expect(page.getByRole("figure").filter({ hasText: "film.bin" })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText("Still coming in")).toHaveCount(0);
    await expect(page.getByText("Its file is on this device only")).toBeVisible();
  });
});
