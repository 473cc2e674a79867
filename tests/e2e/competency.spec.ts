import type { Locator, Page } from "@playwright/test";
import { addPiece, begin, goTo, isSaved, press, unfold } from "../support/learner.ts";
import { CasePackage } from "../support/case.ts";
import { OwnFramework } from "../support/framework.ts";
import { expect, expectAccessible, test } from "../support/test.ts";
import { Words } from "../support/words.ts";

/** The code of the competency “Looking closely” in Cairn’s own framework. */
const LOOKING_CLOSELY = "S.W.1";

/** Adopts a framework from a file in Settings. */
async function adopt(page: Page, framework: CasePackage): Promise<void> {
  await goTo(page, "Settings");
  const frameworks = page.getByRole("region", { name: "Frameworks" });
  await unfold(frameworks, "Add a framework");
  await frameworks.getByLabel("Choose a file").setInputFiles(framework.file());
  await press(frameworks.getByRole("status"), "Use this one");
  await expect(frameworks.getByRole("button", { name: `Stop using ${framework.title}` })).toBeVisible();
}

/** Goes to the page of a competency by its exact name. */
async function visit(page: Page, name: string): Promise<void> {
  await page.goto(`pathway/explore?q=${encodeURIComponent(name)}`);
  await page.getByRole("article").getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

function here(page: Page): Locator {
  return page.getByRole("region", { name: "Where I am" });
}

test("one says where one sees oneself against the words of the levels, and the work speaks first", async ({ page }) => {
  await begin(page);
  await visit(page, "Looking closely");
  await expect(here(page)).toContainText("Nobody has decided a level yet.");
  await expect(here(page)).toContainText("Nobody has judged your work yet.");
  await page.getByLabel("Where do you see yourself?").selectOption("2.5 · 2 and part of 3");
  await expect(here(page)).toContainText("You say you can; there is no evidence yet.");
  await expect(here(page)).toContainText("2.5");
  await isSaved(page);
  await page.reload();
  await expect(page.getByLabel("Where do you see yourself?").getByRole("option", { selected: true })).toHaveText("2.5 · 2 and part of 3");

  await addPiece(page, { title: "A leaf", text: "Drawn", claims: { "Looking closely": "2 · getting there" } });
  await visit(page, "Looking closely");
  await expect(page.getByText("There is work for this, so the work speaks first. Your word is kept beside it.")).toBeVisible();
  await unfold(here(page), "Why this level?");
  await expect(here(page)).toContainText("Your own word, set aside because there is work");
  await page.getByLabel("Where do you see yourself?").selectOption("I do not say yet");
  await expect(here(page).getByText("Your own word, set aside because there is work")).toHaveCount(0);
});

test("a rule says what it makes of the work, what counted and what did not, and another can be chosen", async ({ page }) => {
  await begin(page);
  const claims = (level: string) => ({ claims: { "Looking closely": level } });
  await addPiece(page, { title: "First leaf", text: "Drawn", date: "2026-03-02", ...claims("3 · proficient") });
  await addPiece(page, { title: "Second leaf", text: "Drawn", date: "2026-03-09", ...claims("2 · getting there") });
  await visit(page, "Looking closely");
  await unfold(here(page), "What a rule would make of it");
  const outcome = here(page).getByRole("status").filter({ hasText: "Shown twice, in two ways" });
  await expect(outcome).toContainText("Cairn’s usual rule");
  await expect(outcome).toContainText("A second piece at level 3, in another way, would settle it.");
  await expect(outcome.getByRole("listitem").filter({ hasText: "Second leaf" })).toContainText("counted");
  await expect(outcome.getByRole("listitem").filter({ hasText: "First leaf" })).toContainText("there is later work");

  await page.getByLabel("Rule for this one").selectOption("The mean");
  const mean = here(page).getByRole("status").filter({ hasText: "All your work counts alike." });
  await expect(mean).toContainText("exactly 2.5");
  await expect(mean).toContainText("chosen for this one");
  await isSaved(page);
  await page.reload();
  await unfold(here(page), "What a rule would make of it");
  await expect(mean).toContainText("exactly 2.5");
  await page.getByLabel("Rule for this one").selectOption("As for the framework");
  await page.getByLabel("Rule for the whole framework").selectOption("The best");
  await expect(here(page).getByRole("status").filter({ hasText: "Your best work counts." })).toContainText("chosen for the whole framework");

  await unfold(here(page), "How it came to be");
  await page.getByLabel("Look back to a day").fill("2026-03-05");
  await expect(here(page).getByRole("status").filter({ hasText: "On March 5, 2026:" })).toContainText("proficient");
});

test("at level 3 one goes deeper or moves on, and may change one's mind", async ({ page }) => {
  await begin(page);
  await visit(page, "Looking closely");
  await expect(page.getByRole("region", { name: "Deeper, or on?" }), "below 3 there is nothing to choose").toHaveCount(0);
  await addPiece(page, { title: "A leaf", text: "Drawn", claims: { "Looking closely": "3 · proficient" } });
  await visit(page, "Looking closely");
  const further = page.getByRole("region", { name: "Deeper, or on?" });
  await press(further, "Move on");
  await expect(further).toContainText("You chose to move on");
  await press(further, "Go deeper");
  await expect(further).toContainText("You chose to go deeper");
  await expect(further.getByRole("button", { name: "Go deeper" })).toHaveAttribute("aria-pressed", "true");
  await goTo(page, "Pathway");
  await expect(page.getByLabel("Level to aim for in Looking closely").getByRole("option", { selected: true })).toHaveText("4 · going deeper");
});

test("links of one's own are kept beside the framework's ideas, with what was used and what helped", async ({ page }) => {
  await begin(page);
  await visit(page, "Looking closely");
  const learn = page.getByRole("region", { name: "Ways to learn it" });
  const ideas = await learn.getByRole("listitem").count();
  expect(ideas).toBeGreaterThan(1);
  await unfold(learn, "Keep a link of your own");
  await learn.getByLabel("Address of the link").fill("javascript:alert(1)");
  await press(learn, "Keep it");
  await expect(learn.getByRole("alert")).toBeVisible();
  await learn.getByLabel("Address of the link").fill("leaves.example/how");
  await learn.getByLabel("What is it?").fill("How leaves grow");
  await press(learn, "Keep it");
  await expect(learn.getByRole("link", { name: "How leaves grow" })).toHaveAttribute("href", "https://leaves.example/how");
  await learn.getByRole("checkbox", { name: "It helped: How leaves grow" }).check();
  await expect(learn.getByRole("checkbox", { name: "I used it: How leaves grow" }), "what helped was used").toBeChecked();
  await isSaved(page);
  await page.reload();
  await expect(learn.getByRole("checkbox", { name: "It helped: How leaves grow" })).toBeChecked();
  await press(learn, "Take How leaves grow away");
  await expect(learn.getByRole("listitem")).toHaveCount(ideas);
  await press(page, "Undo");
  await expect(learn.getByRole("checkbox", { name: "It helped: How leaves grow" })).toBeChecked();
});

test("a heading says what its competencies come to together", async ({ page }) => {
  await begin(page);
  await visit(page, "Looking closely");
  await page.getByRole("navigation", { name: "Belongs to" }).getByRole("link").last().click();
  await expect(page.getByRole("region", { name: "All of it together" })).toContainText(/0 of \d+ competencies at level 3/);
});

test("what makes the level of a heading can be chosen, for it and for its framework", async ({ page }) => {
  const camp = new CasePackage("Camp").add("F", "Fire").add("A", "I can lay a fire", "F").add("B", "I can keep a fire", "F");
  await begin(page, { framework: false });
  await adopt(page, camp);
  await addPiece(page, { title: "Our fire", text: "It burned.", claims: { "I can lay a fire": "3 · proficient" } });
  await visit(page, "I can lay a fire");
  await page.getByRole("navigation", { name: "Belongs to" }).getByRole("link", { name: "Fire" }).click();
  const together = page.getByRole("region", { name: "All of it together" });
  await expect(together).toContainText("no level yet");
  await expect(together).toContainText("80 % of what is below are there");
  await unfold(page, "What makes the level of all of it");
  await page.getByLabel("Rule for this heading").selectOption("One is enough");
  await expect(together).toContainText("proficient");
  await expect(together).toContainText("chosen for this heading");
  await page.getByRole("checkbox", { name: "I can keep a fire" }).check();
  await expect(together, "the other one is required").toContainText("no level yet");
  await expect(together).toContainText("One of them is needed in any case.");
  await isSaved(page);
  await page.reload();
  await expect(together).toContainText("One of them is needed in any case.");
  await unfold(page, "What makes the level of all of it");
  await page.getByRole("checkbox", { name: "I can keep a fire" }).uncheck();
  await page.getByLabel("Rule for this heading").selectOption("As for the framework");
  await page.getByLabel("Rule for all headings of the framework").selectOption("One is enough");
  await expect(together).toContainText("chosen for the whole framework");
  await expect(together).toContainText("proficient");
});

test("how a piece shows it is suggested and chosen, and two ways make a level sure", async ({ page }) => {
  await begin(page);
  const claims = (level: string) => ({ claims: { "Looking closely": level } });
  await addPiece(page, { title: "First leaf", text: "Drawn", date: "2026-03-02", ...claims("3 · proficient") });
  await addPiece(page, { title: "Second leaf", text: "Built of clay", date: "2026-03-09", ...claims("3 · proficient") });
  const ways = page.locator("summary").filter({ hasText: "How it is shown" });
  await expect(ways).toContainText("in writing");
  await unfold(page, "How it is shown");
  await press(page, "by making something");
  await press(page, "in writing");
  await expect(page.getByRole("button", { name: "by making something", pressed: true })).toBeVisible();
  await isSaved(page);
  await page.reload();
  await expect(ways).toContainText("by making something");

  await visit(page, "Looking closely");
  await unfold(here(page), "What a rule would make of it");
  const outcome = here(page).getByRole("status").filter({ hasText: "Shown twice, in two ways" });
  await expect(outcome.getByRole("listitem").filter({ hasText: "First leaf" })).toContainText("counted");
  await expect(outcome.getByRole("listitem").filter({ hasText: "Second leaf" })).toContainText("counted");
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Evidence" }).click();
  await page.getByRole("main").getByRole("link", { name: "Second leaf" }).click();
  await unfold(page, "How it is shown");
  await press(page, "Let Cairn guess again");
  await expect(page.getByRole("button", { name: "in writing", pressed: true })).toBeVisible();
});

test("what was used and what helped is remembered in another language", async ({ page }) => {
  await begin(page);
  await visit(page, "Looking closely");
  const learn = page.getByRole("region", { name: "Ways to learn it" });
  await learn.getByRole("checkbox", { name: /^It helped: / }).first().check();
  await isSaved(page);
  await page.goto("settings");
  await page.getByLabel("Español").check();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  const spanish = new OwnFramework("es").name(LOOKING_CLOSELY);
  await page.goto(`pathway/explore?q=${encodeURIComponent(spanish)}`);
  await page.getByRole("article").getByRole("link", { name: spanish, exact: true }).click();
  const helped = page.getByRole("checkbox", { name: new RegExp(`^${new Words("es").say("competency.helped")}`) }).first();
  await expect(helped).toBeChecked();
  await helped.uncheck();
  await expect(helped).not.toBeChecked();
});

test("its page tells which place it has among all that is open, what gave it, and what is missing first", async ({ page }) => {
  await begin(page, { interests: ["nature"] });
  const card = page.getByRole("region", { name: "What could be next" }).getByRole("article").first();
  const name = await card.getByRole("heading").innerText();
  await card.getByRole("link", { name: `Why this one? · ${name}` }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const next = page.getByRole("region", { name: "As a next step" });
  await expect(next.getByRole("heading", { name: "As a next step" })).toBeFocused();
  await expect(next).toContainText(/Today shows it: it is number 1 of \d+ that are open to you\./);
  const total = next.getByRole("row", { name: /^Together/ });
  const before = Number((await total.getByRole("cell").innerText()).trim());
  expect(before).toBeGreaterThan(0);
  await press(page, `Put ${name} on my pathway`);
  await expect(total.getByRole("cell")).toHaveText(`${before + 40}`);
  await expect(next).not.toContainText("Put it on your pathway");

  await visit(page, "A fair test");
  await expect(next).toContainText("First it waits for:");
  await next.getByRole("link", { name: "Looking closely" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Looking closely" })).toBeVisible();
});

for (const width of [1280, 320]) {
  test(`all of a competency’s page is accessible at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await begin(page);
    for (const [title, date] of [["First leaf", "2026-03-02"], ["Second leaf", "2026-03-09"]] as const) {
      await addPiece(page, { title, text: "Drawn", date, claims: { "Looking closely": "3 · proficient" } });
    }
    await visit(page, "Looking closely");
    for (const fold of ["Why this level?", "What a rule would make of it", "How it came to be", "Keep a link of your own"]) {
      await unfold(page, fold);
    }
    await expectAccessible(page);
    const { wide, seen } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, seen: innerWidth }));
    expect(wide).toBeLessThanOrEqual(seen);
  });
}
