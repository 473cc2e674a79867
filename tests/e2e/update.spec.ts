import { readFileSync } from "node:fs";
import { COOK, KEEP, LAY, SAFE, camp, give, next, update } from "../support/camp.ts";
import { begin, goTo, isSaved, press, unfold } from "../support/learner.ts";
import { restsOn, say, visit } from "../support/needs.ts";
import { NO_SERVICE_WORKER, expect, expectAccessible, test } from "../support/test.ts";

test("another edition shows what it changes before anything is changed, and can be left", async ({ page }) => {
  await camp(page);
  const frameworks = await give(page, next());
  const card = frameworks.getByRole("group", { name: "Another edition of Camp" });
  await expect(card.getByRole("heading", { name: "Another edition of Camp" })).toBeFocused();
  await expect(card).toContainText("This is the edition of September 1, 2026. It is newer than yours, of September 1, 2024.");
  await expect(card).toContainText("2 competencies stay as they are.");
  await unfold(card, "1 new competency");
  await expect(card.getByRole("listitem").filter({ hasText: SAFE })).toContainText("Fire");
  await unfold(card, "1 with other words");
  await expect(card.getByRole("insertion")).toContainText("small");
  await unfold(card, "1 in another place");
  await expect(card.getByRole("listitem").filter({ hasText: COOK })).toContainText("now in Kitchen");
  await unfold(card, "1 retired: no longer in it");
  await expect(card.getByRole("listitem").filter({ hasText: LAY })).toContainText("You have 1 piece for it. It stays.");
  await expectAccessible(page);

  await press(card, "Keep mine");
  await expect(card).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Frameworks" })).toBeFocused();
  await page.goto("pathway/explore?q=keep");
  await expect(page.getByRole("article")).toContainText(KEEP);
});

test("what is retired keeps its page and its work, and is offered nowhere", async ({ page }) => {
  await camp(page);
  await update(page);
  await page.goto("pathway/explore");
  await expect(page.getByText("5 competencies")).toBeVisible();
  await expect(page.getByRole("article").filter({ hasText: LAY })).toHaveCount(0);
  await expect(page.getByRole("article").filter({ hasText: "I can keep a small fire" })).toBeVisible();

  await goTo(page, "Evidence");
  await page.getByRole("link", { name: "The first fire" }).click();
  await page.getByRole("region", { name: "What it shows" }).getByRole("link", { name: LAY }).click();
  await expect(page.getByRole("heading", { level: 1, name: LAY })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Camp no longer has this competency.");
  await expect(page.getByRole("region", { name: "Where I am" })).toContainText("getting there");
  await expect(page.getByRole("link", { name: "Add evidence" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: SAFE })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: LAY }), "after a start from what was kept").toBeVisible();
  await expectAccessible(page);
});

test("an update is taken back in one step", async ({ page }) => {
  await camp(page);
  await update(page);
  await press(page, "Undo");
  await isSaved(page);
  await page.goto("pathway/explore?q=lay");
  await expect(page.getByRole("article")).toContainText(LAY);
});

test("what one has is moved to what takes its place only when one says so, and comes back with undo", async ({ page }) => {
  await camp(page);
  const frameworks = await update(page);
  const proposed = frameworks.getByRole("region", { name: "Some of what you have could move" });
  const box = proposed.getByRole("checkbox", { name: `${LAY} to ${SAFE}` });
  await expect(box).toBeChecked();
  await expect(proposed).toContainText("The framework says that this one came in its place. What you have: a goal and 1 piece.");
  await box.uncheck();
  await expect(proposed.getByRole("button", { name: "Move 0" })).toBeDisabled();
  await expect(proposed).toContainText("Nothing is ticked.");
  await box.check();
  await expectAccessible(page);
  await press(proposed, "Move 1");
  await expect(proposed).toHaveCount(0);
  await isSaved(page);
  await goTo(page, "Pathway");
  await expect(page.getByRole("heading", { level: 2, name: SAFE })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: LAY })).toHaveCount(0);
  await page.getByRole("main").getByRole("link", { name: SAFE, exact: true }).first().click();
  await expect(page.getByRole("region", { name: "Where I am" })).toContainText("getting there");

  await press(page, "Undo");
  await expect(page.getByRole("region", { name: "Where I am" })).not.toContainText("getting there");
  await goTo(page, "Settings");
  await expect(proposed).toBeVisible();
  await unfold(frameworks, "1 retired competency, kept with your work");
  await frameworks.getByRole("link", { name: LAY }).click();
  await press(page, `Move mine to “${SAFE}”`);
  await expect(page.getByText(`What you had is at ${SAFE} now.`)).toBeVisible();
  await expect(page.getByRole("button", { name: `Move mine to “${SAFE}”` })).toHaveCount(0);
});

test("what one says comes first is shown beforehand and goes along, but what would wait in a circle", async ({ page }) => {
  await camp(page);
  await visit(page, LAY);
  await say(page, KEEP);
  await expect(restsOn(page)).toContainText("you say so");
  await visit(page, COOK);
  await say(page, LAY);
  await expect(restsOn(page)).toContainText("you say so");
  await isSaved(page);
  // The new edition says the contrary of one of the two words.
  const frameworks = await update(page, next().precede("S", "B"));
  const proposed = frameworks.getByRole("region", { name: "Some of what you have could move" });
  await expect(proposed).toContainText("What you have: a goal, 1 piece, and 2 words of yours on what comes first.");
  await expect(proposed).toContainText("What you say comes first goes along:");
  await expect(proposed.getByText(`“${SAFE}” before “${COOK}”`)).toBeVisible();
  await expect(proposed).toContainText("Each would wait for the other, so this is left out:");
  await expect(proposed.getByText(`“I can keep a small fire” before “${SAFE}”`)).toBeVisible();
  await proposed.getByRole("checkbox").uncheck();
  await expect(proposed).not.toContainText("goes along");
  await proposed.getByRole("checkbox").check();
  await expectAccessible(page);
  await press(proposed, "Move 1");
  await isSaved(page);
  await goTo(page, "Pathway");
  await expect(page.getByRole("heading", { level: 2, name: SAFE })).toBeVisible();
  await press(page, "Undo");
  await expect(page.getByRole("heading", { level: 2, name: LAY })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: LAY, exact: true }).first().click();
  await expect(page.getByText("What you say comes first goes along:")).toBeVisible();
  await press(page, `Move mine to “${SAFE}”`);
  await isSaved(page);
  await visit(page, COOK);
  await expect(restsOn(page).getByRole("listitem").filter({ hasText: SAFE })).toContainText("you say so");
});

test("a framework is left with all its editions", async ({ page }) => {
  await camp(page);
  const frameworks = await update(page);
  await press(frameworks, "Stop using Camp");
  await expect(page.getByText("You work with no framework yet.")).toBeVisible();
  await isSaved(page);
  await page.reload();
  await expect(page.getByText("You work with no framework yet.")).toBeVisible();
});

test("what is retired is seen as that among the goals, the gaps, on the map and in its list", async ({ page }) => {
  await camp(page);
  await update(page);
  await goTo(page, "Pathway");
  await expect(page.getByRole("heading", { level: 1, name: "Pathway" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: LAY }).first()).toContainText("Retired");

  const views = page.getByRole("navigation", { name: "How to see it" });
  await views.getByRole("link", { name: "Map" }).click();
  await page.getByLabel("Find on the map").fill("lay");
  const stone = page.getByRole("listbox", { name: "Trail map" }).getByRole("option", { selected: true });
  await expect(stone).toHaveAccessibleName(/I can lay a fire .*Retired/);
  const about = page.getByRole("region", { name: "This stone" });
  await expect(about).toContainText("Your framework no longer has it.");
  await expect(about.getByRole("button")).toHaveCount(0);

  await goTo(page, "Gaps");
  await page.getByRole("group", { name: "Kinds of gaps" }).getByRole("button", { name: "Retired" }).click();
  const gap = page.getByRole("main").getByRole("article");
  await expect(gap).toHaveCount(1);
  await expect(gap).toContainText("Something takes its place");
  await expectAccessible(page);
  await gap.getByRole("link", { name: `Go on with ${SAFE}` }).click();
  await press(page, `Move mine to “${SAFE}”`);
  await isSaved(page);
  await goTo(page, "Gaps");
  await expect(page.getByRole("heading", { level: 1, name: "Gaps" })).toBeVisible();
  await expect(gap.filter({ hasText: SAFE })).toContainText("Below your aim");
  await expect(gap.filter({ hasText: LAY })).toHaveCount(0);
});

test.describe("a newer app", () => {
  // What the test answers in the app's place must not be answered from the copy that is kept.
  test.use({ serviceWorkers: "block", expectedComplaint: NO_SERVICE_WORKER });

  test("brings a newer edition of its own framework, and Settings says so", async ({ page }) => {
    await begin(page);
    await goTo(page, "Settings");
    const frameworks = page.getByRole("region", { name: "Frameworks" });
    await expect(frameworks.getByRole("button", { name: "Stop using Cairn, a path to start on" })).toBeVisible();
    await page.route("**/frameworks/cairn.json", (route) => route.fulfill({ json: newerOwn() }));
    await page.reload();
    await expect(frameworks).toContainText("A newer edition of Cairn, a path to start on came with Cairn.");
    await press(frameworks, "See what is different");
    const card = frameworks.getByRole("group", { name: "Another edition of Cairn, a path to start on" });
    await unfold(card, "1 with other words");
    await expect(card.getByRole("insertion")).toContainText("do it better");
    await press(card, "Use this edition");
    await expect(page.getByText("You work with the other edition now.")).toBeVisible();
    await expect(frameworks).not.toContainText("A newer edition of");
    await isSaved(page);
    await page.goto("pathway/explore?q=I%20can%20do%20it%20better");
    await expect(page.getByRole("article")).toHaveCount(1);
  });
});

/** The app's own framework as a later edition, in which one competency has other words. */
function newerOwn(): { CFDocument: { lastChangeDateTime: string }; CFItems: { fullStatement: string }[] } {
  const own = JSON.parse(readFileSync(new URL("../../public/frameworks/cairn.json", import.meta.url), "utf8"));
  own.CFDocument.lastChangeDateTime = "2099-01-01T00:00:00Z";
  own.CFItems.at(-1).fullStatement = "I can do it better.";
  return own;
}
