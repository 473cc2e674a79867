import type { Locator, Page } from "@playwright/test";
import { begin, beginPathway, goTo, isSaved, press, unfold } from "../support/learner.ts";
import { expect, expectAccessible, test } from "../support/test.ts";

const switcher = (page: Page): Locator => page.getByRole("navigation", { name: "My pathways" });
const here = (page: Page, name: string): Locator => page.getByRole("heading", { level: 2, name, exact: true });

/** Opens one of several pathways. */
async function open(page: Page, name: string): Promise<void> {
  await switcher(page).getByRole("link", { name }).click();
  await expect(here(page, name)).toBeVisible();
}

/** Puts a competency on pathways from Explore, where several are offered. */
async function put(page: Page, competency: string, ...pathways: string[]): Promise<void> {
  await goTo(page, "Pathway");
  await page.getByRole("link", { name: "Explore competencies" }).first().click();
  await page.getByLabel("Search competencies").fill(competency);
  const card = page.getByRole("article").filter({ has: page.getByRole("heading", { name: competency, exact: true }) });
  await unfold(card, `Put ${competency} on a pathway`);
  for (const pathway of pathways) {
    const choice = card.getByRole("button", { name: pathway, exact: true });
    await choice.click();
    await expect(choice).toHaveAttribute("aria-pressed", "true");
  }
}

function goals(page: Page): Promise<string[]> {
  const rows = page.getByRole("main").getByRole("listitem").filter({ has: page.getByRole("button", { name: /^Move / }) });
  return rows.getByRole("heading", { level: 2 }).allInnerTexts();
}

test("a pathway has a name and a purpose, and a competency may stand on several, each time with its own aim", async ({ page }) => {
  await begin(page);
  await goTo(page, "Pathway");
  await expect(switcher(page), "nobody is asked while there is one").toHaveCount(0);
  await beginPathway(page, "Build a robot", "To show it at the fair");
  await expect(page.getByText("To show it at the fair")).toBeVisible();
  await expect(switcher(page).getByRole("link", { name: "Build a robot" })).toHaveAttribute("aria-current", "true");
  await expect(page.getByText("Your pathway is empty.")).toBeVisible();

  await put(page, "Fractions", "Build a robot", "My pathway");
  await expect(page.getByText("On My pathway and Build a robot")).toBeVisible();
  await put(page, "Hand tools", "Build a robot");
  await goTo(page, "Pathway");
  await expect.poll(() => goals(page)).toEqual(["Fractions"]);
  await page.getByLabel("Level to aim for in Fractions").selectOption("4 · going deeper");
  await open(page, "Build a robot");
  await expect.poll(() => goals(page)).toEqual(["Fractions", "Hand tools"]);
  await expect(page.getByLabel("Level to aim for in Fractions").getByRole("option", { selected: true })).toHaveText("3 · proficient");

  await press(page, "Move Hand tools up");
  await expect.poll(() => goals(page)).toEqual(["Hand tools", "Fractions"]);
  await isSaved(page);
  await page.reload();
  await expect(here(page, "Build a robot")).toBeVisible();
  await expect.poll(() => goals(page), "the address keeps it").toEqual(["Hand tools", "Fractions"]);
  await expectAccessible(page);
});

test("whatever the field for a name lets in is taken, in any script", async ({ page }) => {
  await begin(page);
  await goTo(page, "Pathway");
  await press(page, "New pathway");
  const form = page.getByRole("dialog", { name: "New pathway" });
  await form.getByLabel("Name").focus();
  await page.keyboard.insertText("नदी ".repeat(100));
  const name = await form.getByLabel("Name").inputValue();
  expect(name.length, "the field keeps out the rest").toBeLessThan(400);
  await press(form, "Begin");
  await expect(here(page, name.trim())).toBeVisible();
  await expectAccessible(page);
});

test("a pathway is renamed, moved, put away and taken up again with all that stands on it", async ({ page }) => {
  await begin(page);
  await goTo(page, "Pathway");
  await beginPathway(page, "Music");
  await put(page, "Fractions", "Music");
  await goTo(page, "Pathway");
  await open(page, "Music");
  await press(page, "Name and purpose");
  const form = page.getByRole("dialog", { name: "Name and purpose" });
  await form.getByLabel("Name").fill("");
  await press(form, "Keep it");
  await expect(form.getByText("It needs a name, so that you can find it again.")).toBeVisible();
  await form.getByLabel("Name").fill("Band");
  await form.getByLabel("Why do you walk it?").fill("To play in June");
  await expectAccessible(page);
  await press(form, "Keep it");
  await expect(here(page, "Band")).toBeVisible();
  await expect(page.getByText("To play in June")).toBeVisible();

  await press(page, "Name and purpose");
  await press(form, "Put it earlier");
  await expect(switcher(page).getByRole("link")).toHaveText(["Band", "My pathway"]);

  await press(page, "Name and purpose");
  await press(form, "Put this pathway away");
  await expect(switcher(page)).toHaveCount(0);
  await expect(page.getByText("Your pathway is empty.")).toBeVisible();
  await press(page, "Undo");
  await expect(here(page, "Band")).toBeVisible();
  await expect.poll(() => goals(page)).toEqual(["Fractions"]);

  await press(page, "Name and purpose");
  await press(form, "Put this pathway away");
  await unfold(page, "1 pathway put away");
  await press(page, "Take Band up again");
  await expect(here(page, "Band")).toBeVisible();
  await expect.poll(() => goals(page)).toEqual(["Fractions"]);
});

test("Today and the map go over all pathways, and the map shows one where that is asked", async ({ page }) => {
  await begin(page);
  await goTo(page, "Pathway");
  await beginPathway(page, "Build a robot");
  await put(page, "Looking closely", "My pathway");
  await put(page, "Hand tools", "Build a robot");
  await goTo(page, "Today");
  const cards = page.getByRole("region", { name: "What could be next" }).getByRole("article");
  await expect(cards.filter({ hasText: "Hand tools" })).toContainText("It is on Build a robot, at place 1");
  await expect(cards.filter({ hasText: "Looking closely" })).toContainText("It is on your pathway, at place 1");

  await goTo(page, "Pathway");
  await open(page, "Build a robot");
  await page.getByRole("navigation", { name: "How to see it" }).getByRole("link", { name: "Map" }).click();
  const count = page.getByRole("status").filter({ hasText: /^\d+ competenc/ });
  const pathways = page.getByLabel("Pathways", { exact: true });
  await expect(pathways.getByRole("option", { selected: true })).toHaveText("Build a robot");
  await expect(count).toHaveText("1 competency");
  await pathways.selectOption("On my pathways");
  await expect(count).toHaveText("2 competencies");
  await pathways.selectOption("My pathway");
  await expect(count).toHaveText("1 competency");
  await pathways.selectOption("Everything");
  await expect(count).not.toHaveText(/^[12] /);
});

test("pathways are begun and chosen by the keyboard alone", async ({ page }) => {
  await begin(page);
  await goTo(page, "Pathway");
  await page.getByRole("button", { name: "New pathway" }).focus();
  await page.keyboard.press("Enter");
  const form = page.getByRole("dialog", { name: "New pathway" });
  await form.getByLabel("Name").focus();
  await page.keyboard.type("Chess");
  await page.keyboard.press("Enter");
  await expect(here(page, "Chess")).toBeVisible();
  await page.getByRole("link", { name: "Explore competencies" }).first().click();
  await page.getByLabel("Search competencies").fill("Fractions");
  const card = page.getByRole("article").filter({ has: page.getByRole("heading", { name: "Fractions", exact: true }) });
  await card.locator("summary").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(card.getByRole("button", { name: "Chess", exact: true })).toHaveAttribute("aria-pressed", "true");
  await expect(card.getByRole("button", { name: "Chess", exact: true }), "it can be taken off as it was put on").toBeFocused();
});
