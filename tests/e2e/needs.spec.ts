import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { CasePackage } from "../support/case.ts";
import { begin, goTo, isSaved, press, unfold } from "../support/learner.ts";
import { ADD, restsOn, say, visit } from "../support/needs.ts";
import { expect, expectAccessible, test } from "../support/test.ts";

test("one says what comes first, and what is ready goes by it", async ({ page }) => {
  await begin(page);
  await visit(page, "Looking closely");
  await expect(restsOn(page)).toContainText("It rests on nothing. You can start.");
  await say(page, "Fractions");
  await expect(restsOn(page).getByRole("link", { name: "Fractions" })).toBeVisible();
  await expect(restsOn(page)).toContainText("you say so");
  await isSaved(page);
  await page.reload();
  await expect(restsOn(page).getByRole("link", { name: "Fractions" })).toBeVisible();
  await page.goto("pathway/explore?q=looking+closely&ready=true");
  await expect(page.getByText("0 competencies", { exact: true }), "it waits now").toBeVisible();

  await visit(page, "Fractions");
  await expect(page.getByRole("region", { name: "What it opens" }).getByRole("link", { name: "Looking closely" })).toBeVisible();
  await visit(page, "Looking closely");
  await press(restsOn(page), "Fractions need not come first");
  await expect(restsOn(page)).toContainText("It rests on nothing. You can start.");
  await expect(page.getByRole("heading", { name: "What it rests on" })).toBeFocused();
  await press(page, "Undo");
  await expect(restsOn(page).getByRole("link", { name: "Fractions" })).toBeVisible();
});

test("a circle is refused in words, and nothing is changed", async ({ page }) => {
  await begin(page);
  await visit(page, "Looking closely");
  await say(page, "Fractions");
  await visit(page, "Fractions");
  const before = await restsOn(page).getByRole("link").count();
  await say(page, "Looking closely");
  await expect(page.getByRole("alert")).toContainText("“Looking closely” rests on “Fractions” already.");
  await expect(restsOn(page).getByRole("link")).toHaveCount(before);
});

test("a trail is added on the map, and drawn as one’s own", async ({ page }) => {
  await begin(page);
  await page.goto("pathway?view=map");
  await page.getByLabel("Find on the map").fill("Looking closely");
  const about = page.getByRole("region", { name: "This stone" });
  await expect(about.getByRole("heading", { level: 2 })).toHaveText("Looking closely");
  await expect(page.getByText("A trail that you added")).toHaveCount(0);
  await unfold(about, ADD);
  await about.getByLabel("What comes before it?").fill("Fractions");
  await press(about, "Fractions");
  await expect(about.getByRole("button", { name: "Fractions need not come first" })).toBeVisible();
  await expect(page.getByText("A trail that you added")).toBeVisible();
  await expect(about.getByRole("heading", { level: 2 }), "one stays where one was").toHaveText("Looking closely");
  await expect(about.getByRole("heading", { name: "What it rests on" })).toBeFocused();
  await expect(page.getByRole("listbox", { name: "Trail map" }).getByRole("option", { selected: true })).toHaveAccessibleName(/Waits for 1/);
  await expectAccessible(page);
});

test("in the list each competency has its trails, and one is added there by the keyboard alone", async ({ page }) => {
  await begin(page);
  await page.goto("pathway?view=list");
  await page.getByText("Everything on the map, as a list").focus();
  await page.keyboard.press("Enter");
  await page.locator("summary").filter({ hasText: /^Science/ }).focus();
  await page.keyboard.press("Enter");
  const row = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: "Trails of Looking closely" }) });
  const trails = row.getByRole("button", { name: "Trails of Looking closely" });
  await expect(row).toContainText("Ready now");
  await trails.press("Enter");
  await expect(trails).toHaveAttribute("aria-expanded", "true");
  await expect(row.getByRole("region", { name: "What it opens" }).getByRole("link").first()).toBeVisible();
  await expectAccessible(page);
  await row.getByText(ADD).focus();
  await page.keyboard.press("Enter");
  await row.getByLabel("What comes before it?").focus();
  await page.keyboard.type("Fractions");
  await row.getByRole("button", { name: "Fractions" }).press("Enter");
  await expect(row.getByRole("link", { name: "Fractions" }), "the list is still open there").toBeVisible();
  await expect(row).toContainText("Waits for 1");
  await expect(row.getByRole("heading", { name: "What it rests on" })).toBeFocused();
  await page.getByRole("navigation", { name: "How to see it" }).getByRole("link", { name: "Map" }).press("Enter");
  await page.getByLabel("Find on the map").fill("Looking closely");
  const here = page.getByRole("listbox", { name: "Trail map" }).getByRole("option", { selected: true });
  await expect(here, "the map shows the same").toHaveAccessibleName(/^Looking closely .*Waits for 1/);
});

test("what one says comes first leaves as a CASE file, and comes in again as a proposal", async ({ page, browser, baseURL }) => {
  const garden = new CasePackage("Garden").add("Sow", "I can sow").add("Reap", "I can reap").add("Cook", "I can cook");
  const adopt = async (page: Page): Promise<Locator> => {
    await begin(page, { framework: false });
    await goTo(page, "Settings");
    const frameworks = page.getByRole("region", { name: "Frameworks" });
    await unfold(frameworks, "Add a framework");
    await frameworks.getByLabel("Choose a file").setInputFiles(garden.file());
    await press(frameworks.getByRole("status"), "Use this one");
    await expect(frameworks.getByRole("listitem").filter({ hasText: "Garden" })).toBeVisible();
    return frameworks;
  };
  await adopt(page);
  await visit(page, "I can reap");
  await say(page, "I can sow");
  await visit(page, "I can cook");
  await say(page, "I can reap");
  await goTo(page, "Settings");
  const saving = page.waitForEvent("download");
  await press(page, "Save as a file: what you say comes first");
  const bytes = await readFile(await (await saving).path());
  const written = JSON.parse(bytes.toString("utf8"));
  expect(written.CFItems).toEqual([]);
  expect(written.CFAssociations).toHaveLength(2);
  for (const association of written.CFAssociations) expect(association.associationType).toBe("precedes");

  const context = await browser.newContext({ baseURL });
  const other = await context.newPage();
  const frameworks = await adopt(other);
  const file = { name: "first.json", mimeType: "application/json", buffer: bytes };
  await frameworks.getByLabel("Choose a file").setInputFiles(file);
  await expect(frameworks.getByText("“I can sow” before “I can reap”")).toBeVisible();
  await press(frameworks, "Add all 2 to my map");
  await expect(frameworks.getByText("2 words of yours on what comes first")).toBeVisible();
  await frameworks.getByLabel("Choose a file").setInputFiles(file);
  await expect(frameworks.getByText("Nothing in it is new for you.")).toBeVisible();
  await visit(other, "I can cook");
  await expect(restsOn(other).getByRole("link", { name: "I can reap" })).toBeVisible();
  await context.close();
});
