import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { addPiece, begin, goTo, isSaved, pieces, press, unfold } from "../support/learner.ts";
import { expect, expectAccessible, test } from "../support/test.ts";

/** Writes a competency of one's own, and stays on its page. */
async function write(page: Page, statement: string, name: string): Promise<void> {
  await page.goto("pathway/explore");
  await page.getByRole("link", { name: "Write your own" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "A competency of your own" })).toBeVisible();
  await page.getByLabel("What do you want to be able to do?").fill(statement);
  await page.getByLabel("A short name").fill(name);
  await page.getByLabel("What does it belong to?").fill("Circus");
  await press(page, "Large: a long way");
  await press(page.getByRole("group", { name: "What is it about?" }), "sport");
  await unfold(page, "How can one tell how far you are?");
  await page.getByLabel("Level 3 · proficient").fill("Five times in a row");
  await press(page, "Keep it");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

test("a competency of one’s own is written, and is one like any other", async ({ page }) => {
  await begin(page);
  await write(page, "I can juggle three balls.", "Juggling");
  await expect(page.getByText("You wrote this one.")).toBeVisible();
  const levels = page.getByRole("region", { name: "The levels in words" });
  await expect(levels).toContainText("Five times in a row");
  await expect(levels, "what was left empty keeps the usual words").toContainText("going deeper");
  await press(page, "Put Juggling on my pathway");
  await isSaved(page);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Juggling" })).toBeVisible();

  await page.goto("pathway/explore?q=jugg");
  await expect(page.getByRole("article").getByRole("link", { name: "Juggling" })).toBeVisible();
  await page.getByLabel("Subject").selectOption("Circus");
  await expect(page.getByText("1 competency", { exact: true })).toBeVisible();
  await addPiece(page, { title: "In the garden", text: "Three times", claims: { Juggling: "2 · getting there" } });
  await goTo(page, "Pathway");
  await expect(page.getByRole("listitem").filter({ hasText: "Juggling" }).first()).toBeVisible();
  await page.getByRole("navigation", { name: "How to see it" }).getByRole("link", { name: "Map" }).click();
  await page.getByLabel("Find on the map").fill("Juggling");
  await expect(page.getByRole("region", { name: "This stone" })).toContainText("Mine");
  await expect(page.getByRole("listbox", { name: "Trail map" }).getByRole("option", { selected: true })).toHaveAccessibleName(/^Juggling Level 2/);
});

test("it is written anew, put away without losing evidence, and taken back", async ({ page }) => {
  await begin(page);
  await write(page, "I can juggle three balls.", "Juggling");
  await page.getByRole("link", { name: "Change it" }).click();
  await expect(page.getByLabel("Level 3 · proficient")).toHaveValue("Five times in a row");
  await expect(page.getByRole("button", { name: "Large: a long way" })).toHaveAttribute("aria-pressed", "true");
  await page.getByLabel("A short name").fill("Three balls");
  await press(page, "Keep it");
  await expect(page.getByRole("heading", { level: 1, name: "Three balls" })).toBeVisible();
  await addPiece(page, { title: "In the garden", text: "Once", claims: { "Three balls": "1 · starting" } });

  await page.goto("pathway/explore?q=three+balls");
  await page.getByRole("article").getByRole("link", { name: "Three balls" }).click();
  await press(page, "Put it away");
  await expect(page.getByRole("heading", { level: 1, name: "Three balls is put away" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Take it back" })).toBeFocused();
  await isSaved(page);
  await page.goto("pathway/explore?q=three+balls");
  await expect(page.getByText("0 competencies", { exact: true })).toBeVisible();
  await goTo(page, "Evidence");
  await pieces(page).getByRole("link", { name: "In the garden" }).click();
  const shows = page.getByRole("region", { name: "What it shows" });
  await expect(shows.getByRole("link", { name: "Three balls", exact: true }), "it keeps its name").toBeVisible();
  await goTo(page, "Settings");
  await unfold(page, "1 put away");
  await page.getByRole("link", { name: "Three balls" }).click();
  await press(page, "Take it back");
  await expect(page.getByRole("heading", { level: 1, name: "Three balls", exact: true })).toBeVisible();
  await expect(page.getByRole("region", { name: "Where I am" })).toContainText("starting");
});

test("what cannot be kept says why, and what was begun by mistake is undone", async ({ page }) => {
  await begin(page);
  await page.goto("pathway/own");
  await press(page, "Keep it");
  await expect(page.getByRole("alert")).toHaveText("Say first what you want to be able to do.");
  await expect(page.getByLabel("What do you want to be able to do?")).toBeFocused();
  await page.keyboard.type("I can whistle.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "I can whistle." })).toBeVisible();
  await press(page, "Undo");
  await expect(page.getByRole("heading", { level: 1, name: "I can whistle. is put away" })).toBeVisible();
});

test("what one wrote is saved as a CASE file, which another learner opens", async ({ page, browser, baseURL }) => {
  await begin(page);
  await write(page, "I can juggle three balls.", "Juggling");
  await goTo(page, "Settings");
  const saving = page.waitForEvent("download");
  await press(page, "Save as a file: the competencies you wrote");
  const download = await saving;
  expect(download.suggestedFilename()).toBe("my competencies.json");
  const bytes = await readFile(await download.path());
  const written = JSON.parse(bytes.toString("utf8"));
  expect(written.CFDocument).toMatchObject({ creator: "Ana", title: "Mine", caseVersion: "1.1" });
  expect(written.CFItems).toMatchObject([{ fullStatement: "I can juggle three balls.", subject: ["Circus"], conceptKeywords: ["sport"] }]);

  const context = await browser.newContext({ baseURL });
  const other = await context.newPage();
  await begin(other, { name: "Ben", framework: false });
  await goTo(other, "Settings");
  const frameworks = other.getByRole("region", { name: "Frameworks" });
  await unfold(frameworks, "Add a framework");
  await frameworks.getByLabel("Choose a file").setInputFiles({ name: "of-ana.json", mimeType: "application/json", buffer: bytes });
  await press(frameworks.getByRole("status"), "Use this one");
  await expect(frameworks.getByRole("listitem").filter({ hasText: "Mine" })).toBeVisible();
  await isSaved(other);
  await other.goto("pathway/explore?q=juggling");
  await expect(other.getByRole("article").getByRole("link", { name: "Juggling" })).toBeVisible();
  await context.close();
});

for (const width of [1280, 320]) {
  test(`writing one is accessible at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await begin(page);
    await page.goto("pathway/own");
    await unfold(page, "How can one tell how far you are?");
    await expectAccessible(page);
    const { wide, seen } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, seen: innerWidth }));
    expect(wide).toBeLessThanOrEqual(seen);
  });
}
