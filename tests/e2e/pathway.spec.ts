import type { Locator, Page } from "@playwright/test";
import { addPiece, begin, goTo, isSaved, press } from "../support/learner.ts";
import { expect, test } from "../support/test.ts";

/** Puts competencies on the pathway from Explore, in this order. */
async function choose(page: Page, ...names: string[]): Promise<void> {
  await page.goto("pathway/explore");
  for (const name of names) {
    await page.getByLabel("Search competencies").fill(name);
    await press(page, `Put ${name} on my pathway`);
  }
  await goTo(page, "Pathway");
  await expect(goals(page)).toHaveCount(names.length);
}

function goals(page: Page): Locator {
  return page.getByRole("main").getByRole("listitem").filter({ has: page.getByRole("button", { name: /^Move / }) });
}

function order(page: Page): Promise<string[]> {
  return goals(page).getByRole("heading", { level: 2 }).allInnerTexts();
}

/** A day some days from now, as a date field has it. */
function inDays(days: number): string {
  const now = new Date();
  now.setDate(now.getDate() + days);
  return now.toISOString().slice(0, 10);
}

test("three to five cards say what could be next, each with its reasons", async ({ page }) => {
  await begin(page, { interests: ["robots", "music"] });
  const cards = page.getByRole("region", { name: "What could be next" }).getByRole("article");
  await expect(cards.first()).toBeVisible();
  const count = await cards.count();
  expect(count).toBeGreaterThanOrEqual(3);
  expect(count).toBeLessThanOrEqual(5);
  for (const card of await cards.all()) {
    await expect(card.getByRole("listitem").first()).not.toBeEmpty();
  }
  await expect(cards.filter({ hasText: /It is about what you like: .*(robots|music)/ }).first()).toBeVisible();

  const chosen = await cards.last().getByRole("heading").innerText();
  await press(page, `Put ${chosen} on my pathway`);
  await expect(cards.filter({ hasText: chosen })).toContainText("It is on your pathway, at place 1");
  await expect(cards.first(), "what was chosen comes first").toContainText(chosen);
});

test("one explores by search, subject, interest and what is ready, and the address keeps it", async ({ page }) => {
  await begin(page);
  await goTo(page, "Pathway");
  await page.getByRole("link", { name: "Explore competencies" }).first().click();
  const found = page.getByRole("article");
  await page.getByLabel("Search competencies").fill("fracciones");
  await expect(page.getByText("Nothing matches. Take a filter away.")).toBeVisible();
  await page.getByLabel("Search competencies").fill("fract");
  await expect(found.first(), "the best fit stands first").toContainText("Fractions");
  await page.getByLabel("Search competencies").fill("");
  await page.getByLabel("Subject").selectOption("Science");
  await page.getByLabel("Interest").selectOption("money");
  await expect(page.getByText("Nothing matches. Take a filter away.")).toBeVisible();
  await page.getByLabel("Interest").selectOption("animals");
  await expect(found.filter({ hasText: "Looking closely" })).toBeVisible();
  await expect(found.filter({ hasText: "Who eats whom" })).toBeVisible();
  await page.getByRole("checkbox", { name: "Ready now" }).check();
  await expect(found.filter({ hasText: "Who eats whom" })).toHaveCount(0);
  await expect(found.filter({ hasText: "Looking closely" })).toBeVisible();

  await page.reload();
  await expect(page.getByLabel("Subject")).toHaveValue("Science");
  await expect(page.getByLabel("Interest")).toHaveValue("animals");
  await expect(page.getByRole("checkbox", { name: "Ready now" })).toBeChecked();
  await expect(found.filter({ hasText: "Looking closely" })).toBeVisible();

  await press(page, "Clear all filters");
  await expect(page.getByLabel("Subject")).toHaveValue("");
  await expect(page.getByLabel("Interest")).toHaveValue("");
  await expect(page.getByRole("checkbox", { name: "Ready now" })).not.toBeChecked();
  const all = await found.count();
  await press(page, "Show more");
  await expect.poll(() => found.count()).toBeGreaterThan(all);
});

test("what is not ready may be chosen all the same, and its page says what is missing", async ({ page }) => {
  await begin(page);
  await choose(page, "A changing climate");
  await page.getByRole("link", { name: "A changing climate" }).click();
  await expect(page.getByRole("region", { name: "What it rests on" }).getByRole("link").first()).toBeVisible();
  await expect(page.getByText(/needs level 3/).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "On my pathway" })).toBeVisible();
});

test("goals are ordered by buttons", async ({ page }) => {
  await begin(page);
  await choose(page, "Fractions", "Hand tools", "Looking closely");
  await press(page, "Move Looking closely up");
  expect(await order(page)).toEqual(["Fractions", "Looking closely", "Hand tools"]);
  await expect(page.getByRole("button", { name: "Move Looking closely up" })).toBeFocused();
  await page.keyboard.press("Enter");
  expect(await order(page)).toEqual(["Looking closely", "Fractions", "Hand tools"]);
  await expect(page.getByRole("button", { name: "Move Looking closely up" })).toBeDisabled();
  await expect(page.getByRole("button", { name: "Move Looking closely down" }), "the way back has the focus").toBeFocused();
  await expect(page.getByText("Looking closely is now number 1 of 3")).toBeAttached();
  await isSaved(page);
  await page.reload();
  await expect(goals(page)).toHaveCount(3);
  expect(await order(page)).toEqual(["Looking closely", "Fractions", "Hand tools"]);
});

test("goals are ordered by the keyboard", async ({ page }) => {
  await begin(page);
  await choose(page, "Fractions", "Hand tools", "Looking closely");
  const handle = page.getByRole("button", { name: "Move Fractions", exact: true });
  await handle.focus();
  await page.keyboard.press("ArrowDown");
  await expect(handle).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => order(page)).toEqual(["Hand tools", "Looking closely", "Fractions"]);
  await page.keyboard.press("ArrowDown");
  await expect(page.getByText("Fractions is now number 3 of 3")).toBeAttached();
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => order(page)).toEqual(["Hand tools", "Fractions", "Looking closely"]);
});

test("no key is lost while a goal moves, however fast they come", async ({ page }) => {
  await begin(page);
  await choose(page, "Fractions", "Hand tools", "Looking closely");
  await page.getByRole("button", { name: "Move Fractions", exact: true }).focus();
  await page.evaluate(async () => {
    const { scheduler } = globalThis as unknown as { scheduler: { postTask: (task: () => void, how: object) => Promise<void> } };
    for (let presses = 0; presses < 2; presses += 1) {
      const press = new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(press);
      // On a busy device the next key comes before any task that waits.
      await scheduler.postTask(() => undefined, { priority: "user-blocking" });
    }
  });
  await expect.poll(() => order(page)).toEqual(["Hand tools", "Looking closely", "Fractions"]);
});

test("goals are ordered by dragging", async ({ page }) => {
  await begin(page);
  await choose(page, "Fractions", "Hand tools", "Looking closely");
  await page.getByRole("button", { name: "Move Looking closely", exact: true }).dragTo(goals(page).first());
  await expect.poll(() => order(page)).toEqual(["Looking closely", "Fractions", "Hand tools"]);
  await page.getByRole("button", { name: "Move Looking closely", exact: true }).dragTo(goals(page).nth(1));
  await expect.poll(() => order(page)).toEqual(["Fractions", "Looking closely", "Hand tools"]);
});

test("a goal has an aim and a date, and Today says what is coming up", async ({ page }) => {
  await begin(page);
  await choose(page, "Fractions", "Hand tools");
  await page.getByLabel("Level to aim for in Fractions").selectOption("4 · going deeper");
  await page.getByLabel("Date for Fractions").fill(inDays(30));
  await page.getByLabel("Date for Hand tools").fill(inDays(10));
  await isSaved(page);
  await page.reload();
  await expect(page.getByLabel("Date for Fractions")).toHaveValue(inDays(30));
  await expect(page.getByLabel("Level to aim for in Fractions").getByRole("option", { selected: true })).toHaveText("4 · going deeper");
  await goTo(page, "Today");
  const coming = page.getByRole("region", { name: "Coming up" }).getByRole("listitem");
  await expect(coming).toHaveCount(2);
  await expect(coming.first(), "the next date first").toContainText("Hand tools");

  await goTo(page, "Pathway");
  await page.getByLabel("Date for Fractions").fill("");
  await goTo(page, "Today");
  await expect(coming).toHaveCount(1);
});

test("a date that has passed is refused in words, and the field shows what holds", async ({ page }) => {
  await begin(page);
  await choose(page, "Fractions");
  const date = page.getByLabel("Date for Fractions");
  await date.fill(inDays(20));
  await date.fill("2020-01-01");
  await expect(page.getByText("This date has passed already. Nothing was changed; choose today or a later day.")).toBeVisible();
  await expect(date).toHaveValue(inDays(20));
});

test("a date can be typed part by part, and counts when the field is left", async ({ page }) => {
  await begin(page);
  await choose(page, "Fractions");
  const date = page.getByLabel("Date for Fractions");
  await date.focus();
  // Whichever part the browser wants first.
  await page.keyboard.type("03032031");
  await expect(date).toHaveValue("2031-03-03");
  await page.getByRole("heading", { level: 1 }).click();
  await expect(date).toHaveValue("2031-03-03");
  await expect(page.getByText("This date has passed already.")).toHaveCount(0);
  await isSaved(page);
  await page.reload();
  await expect(date).toHaveValue("2031-03-03");
});

test("the last act is taken back by Ctrl+Z, but in a field the keys are the field's", async ({ page }) => {
  await begin(page);
  await choose(page, "Fractions", "Hand tools");
  await press(page, "Take Hand tools off the pathway");
  await expect(goals(page)).toHaveCount(1);
  await goTo(page, "Today");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("status").filter({ hasText: "Taken back." })).toBeVisible();
  await goTo(page, "Pathway");
  await expect(goals(page)).toHaveCount(2);

  await press(page, "Take Fractions off the pathway");
  await expect(goals(page)).toHaveCount(1);
  await page.getByRole("link", { name: "Explore" }).click();
  const search = page.getByLabel("Search competencies");
  await search.pressSequentially("fi");
  await search.press("Control+z");
  await expect(search).not.toHaveValue("fi");
  await goTo(page, "Pathway");
  await expect(goals(page)).toHaveCount(1);
});

test("a goal is taken off and brought back, and evidence shows on the list", async ({ page }) => {
  await begin(page);
  await choose(page, "Fractions", "Hand tools");
  await press(page, "Take Hand tools off the pathway");
  await expect(goals(page)).toHaveCount(1);
  await press(page, "Undo");
  await expect(goals(page)).toHaveCount(2);

  const tools = goals(page).filter({ hasText: "Hand tools" });
  await expect(tools.getByRole("img", { name: "No evidence yet" })).toBeVisible();
  await addPiece(page, { title: "A toolbox", claims: { "Hand tools": "2.5 · 2 and part of 3" } });
  await goTo(page, "Pathway");
  await expect(tools.getByRole("img", { name: "1 piece of evidence" })).toBeVisible();
  await expect(tools).toContainText("2.5");
});

test("interests are suggested from what one did, with the reason, and taken only when asked", async ({ page }) => {
  await begin(page);
  for (const title of ["First leaf", "Second leaf"]) {
    await addPiece(page, { title, text: "Drawn", claims: { "Looking closely": "2 · getting there" } });
  }
  await goTo(page, "Settings");
  const suggested = page.getByRole("region", { name: "Perhaps these, too?" });
  const nature = suggested.getByRole("listitem").filter({ has: page.getByRole("button", { name: "nature" }) });
  await expect(nature).toContainText("2 pieces of yours show something about it");
  await expect(page.getByRole("button", { name: "nature", pressed: true })).toHaveCount(0);
  await press(nature, "nature");
  await expect(nature).toHaveCount(0);
  await expect(page.getByRole("button", { name: "nature", pressed: true })).toBeVisible();
  await page.getByLabel("Another one").fill("volcanoes");
  await press(page, "Add");
  await expect(page.getByRole("button", { name: "volcanoes", pressed: true })).toBeVisible();
  await isSaved(page);
});

test("one explores by what one likes, across all subjects", async ({ page }) => {
  await begin(page, { interests: ["nature", "music"] });
  await page.goto("pathway/explore");
  const mine = page.getByRole("group", { name: "What I like:" });
  await expect(mine.getByRole("button")).toHaveCount(2);
  await mine.getByRole("button", { name: "nature" }).click();
  const across = page.getByRole("group", { name: "Where it leads:" });
  await expect(across.getByRole("button", { name: /^Science · \d+$/ })).toBeVisible();
  expect(await across.getByRole("button").count(), "it leads across several subjects").toBeGreaterThan(1);
  const status = page.getByRole("status").filter({ hasText: "competenc" });
  const all = await status.innerText();
  await across.getByRole("button", { name: /^Science · / }).click();
  await expect(status).not.toHaveText(all);
  await expect(page.getByRole("article").first()).toContainText("Science");
  await page.reload();
  await expect(mine.getByRole("button", { name: "nature" })).toHaveAttribute("aria-pressed", "true");
});
