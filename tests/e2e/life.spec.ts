import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { png } from "../support/files.ts";
import { addPiece, artifact, begin, fillStudio, press } from "../support/learner.ts";
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

test("a copy has everything of the piece but its life, and the piece stays as it is", async ({ page }) => {
  await begin(page);
  await addPiece(page, {
    title: "A shelf",
    text: "Three boards and glue.",
    files: [png("shelf.png")],
    claims: { "Hand tools": "3 · proficient" },
  });
  await press(page, "Make a copy");
  await expect(page.getByRole("heading", { level: 1, name: "Edit this piece" })).toBeVisible();
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue("Copy of A shelf");
  await expect(artifact(page, "shelf.png")).toBeVisible();
  await page.getByLabel("Title", { exact: true }).fill("A larger shelf");
  await press(page, "Done");
  await expect(page.getByRole("heading", { level: 1, name: "A larger shelf" })).toBeVisible();
  await expect(page.getByText("Three boards and glue.")).toBeVisible();
  await expect(page.getByRole("img", { name: "shelf.png" })).toBeVisible();
  await expect(page.getByRole("region", { name: "What it shows" }).getByRole("link", { name: "Hand tools" })).toBeVisible();
  await page.getByRole("link", { name: "This is a copy of A shelf." }).click();
  await expect(page.getByRole("heading", { level: 1, name: "A shelf", exact: true })).toBeVisible();
});
