import type { Locator, Page } from "@playwright/test";
import { CasePackage } from "../support/case.ts";
import { addPiece, begin, goTo, isSaved, press, unfold } from "../support/learner.ts";
import { expect, expectAccessible, test } from "../support/test.ts";

/** The gaps shown, by their cards. */
function gaps(page: Page): Locator {
  return page.getByRole("main").getByRole("article");
}

function gap(page: Page, name: string): Locator {
  return gaps(page).filter({ has: page.getByRole("heading", { name, exact: true }) });
}

/** The chip of a kind of gap. */
function kind(page: Page, name: string): Locator {
  return page.getByRole("group", { name: "Kinds of gaps" }).getByRole("button", { name });
}

test("without a pathway all gaps are shown, and no evidence is not the same as not being able to", async ({ page }) => {
  await begin(page);
  await goTo(page, "Gaps");
  await expect(page.getByRole("radio", { name: "Everything" })).toBeChecked();
  await page.getByLabel("Subject").selectOption("Science");
  const looking = gap(page, "Looking closely");
  await expect(looking).toContainText("No evidence yet");
  await expect(looking).toContainText("That does not mean you cannot do it.");
  await expect(looking).toContainText(/Reaching it opens \d+: /);
  await expect(gaps(page).first(), "what opens most stands first").toContainText("Reaching it opens");

  await kind(page, "Waits for others").click();
  await expect(gap(page, "Looking closely")).toHaveCount(0);
  await expect(gap(page, "A fair test")).toContainText(/It waits for .*Looking closely/);
  await expect(gaps(page).filter({ hasText: "No evidence yet" })).toHaveCount(0);
  await page.reload();
  await expect(kind(page, "Waits for others"), "the address keeps what is asked for").toHaveAttribute("aria-pressed", "true");
  await expect(page.getByLabel("Subject")).toHaveValue("Science");
  await kind(page, "Waits for others").click();
  await expect(gap(page, "Looking closely")).toBeVisible();
});

test("of a pathway the gaps are its goals and what stands in their way, each with its next step in one tap", async ({ page }) => {
  await begin(page);
  await page.goto("pathway/explore?q=Showing%20results");
  await press(page, "Put Showing results on my pathway");
  await goTo(page, "Gaps");
  await expect(page.getByRole("radio", { name: "My pathway" })).toBeChecked();
  const goal = gap(page, "Showing results");
  await expect(goal).toContainText(/It waits for .*A fair test/);
  await expect(gap(page, "Fractions"), "what the goal does not rest on is not shown").toHaveCount(0);
  await goal.getByRole("link", { name: /^Begin with / }).click();
  const first = await page.getByRole("heading", { level: 1 }).innerText();
  await expect(page.getByRole("link", { name: "Add evidence" })).toBeVisible();

  await goTo(page, "Gaps");
  await gap(page, first).getByRole("link", { name: `Add evidence · ${first}` }).click();
  await expect(page.getByRole("region", { name: "What does it show?" })).toContainText(first);
});

test("a gap changes with the work, and goes when the aim is reached", async ({ page }) => {
  await begin(page);
  const asked = "gaps?pathway=false&subject=Science";
  await addPiece(page, { title: "A leaf", text: "Drawn", claims: { "Looking closely": "2.5 · 2 and part of 3" } });
  await page.goto(asked);
  await expect(gap(page, "Looking closely")).toContainText("Your work does not reach level 3 yet.");
  await addPiece(page, { title: "A better leaf", text: "Drawn anew", claims: { "Looking closely": "3 · proficient" } });
  await page.goto(asked);
  await expect(gaps(page).first()).toBeVisible();
  await expect(gap(page, "Looking closely")).toHaveCount(0);

  await unfold(page, "Stuck? Check these again");
  await page.getByRole("main").getByRole("link", { name: "Looking closely", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Looking closely" })).toBeVisible();
});

test("what was handed in waits for others and not for the learner", async ({ page }) => {
  await begin(page);
  await addPiece(page, { title: "A leaf", text: "Drawn", claims: { "Looking closely": "2 · getting there" } });
  await press(page, "Send it");
  await press(page.getByRole("dialog"), "Send it");
  await expect(page.getByRole("heading", { level: 2, name: /^Sent on / })).toBeVisible();
  await isSaved(page);
  await page.goto("gaps?pathway=false&subject=Science");
  const waiting = gap(page, "Looking closely");
  await expect(waiting).toContainText("nobody has judged it yet");
  await waiting.getByRole("link", { name: "See the work · Looking closely" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "A leaf" })).toBeVisible();
});

test("gaps are reached and narrowed down by the keyboard alone", async ({ page }) => {
  await begin(page);
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Gaps" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Gaps" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("radio", { name: "Everything" })).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("radio", { name: "My pathway" })).toBeChecked();
  await expect(page.getByText("No gaps here. Everything is where you aim.")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(gaps(page).first()).toBeVisible();
  await kind(page, "No evidence yet").focus();
  await page.keyboard.press("Space");
  await expect(kind(page, "No evidence yet")).toHaveAttribute("aria-pressed", "true");
});

test("gaps are told in Spanish, too", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("cairn.preferences", JSON.stringify({ language: "es" })));
  await page.goto("gaps");
  await expect(page.getByRole("heading", { level: 1, name: "Huecos" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Lugares" }).getByRole("link", { name: "Huecos" })).toBeVisible();
});

for (const width of [1280, 320]) {
  test(`gaps are accessible at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await begin(page);
    await page.goto("gaps");
    await expect(gaps(page).first()).toBeVisible();
    await expectAccessible(page);
    const { wide, seen } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, seen: innerWidth }));
    expect(wide).toBeLessThanOrEqual(seen);
  });
}

test("what was shown long ago is to be shown again, when the framework or the learner says so", async ({ page }) => {
  const camp = new CasePackage("Camp").add("A", "I can lay a fire").say({ recheck: 30 });
  await begin(page, { framework: false });
  await goTo(page, "Settings");
  const frameworks = page.getByRole("region", { name: "Frameworks" });
  await unfold(frameworks, "Add a framework");
  await frameworks.getByLabel("Choose a file").setInputFiles(camp.file());
  await press(frameworks.getByRole("status"), "Use this one");
  await expect(frameworks.getByRole("button", { name: "Stop using Camp" })).toBeVisible();
  await addPiece(page, { title: "Our fire", text: "It burned.", date: "2020-03-02", claims: { "I can lay a fire": "3 · proficient" } });
  await goTo(page, "Gaps");
  await expect(gap(page, "I can lay a fire")).toContainText("The latest work is of March 2, 2020. Show that it still holds.");

  await goTo(page, "Settings");
  await unfold(frameworks, "How its levels are read");
  const age = frameworks.getByLabel("When is it time to show it again?");
  await expect(age.getByRole("option", { selected: true })).toHaveText("As the framework says: after 30 days");
  await age.selectOption("never");
  await isSaved(page);
  await goTo(page, "Gaps");
  await expect(page.getByText("No gaps here. Everything is where you aim.")).toBeVisible();
});
