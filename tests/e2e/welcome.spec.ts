import type { Page } from "@playwright/test";
import { Effort } from "../support/effort.ts";
import { OwnFramework } from "../support/framework.ts";
import { begin, isSaved, press, unfold } from "../support/learner.ts";
import { isInParts } from "../support/release.ts";
import { expect, test } from "../support/test.ts";
import { type Language, Words } from "../support/words.ts";

for (const [language, locale] of [["en", "en-GB"], ["es", "es-MX"]] as const) {
  test.describe(`a new learner whose browser asks for ${locale}`, () => {
    test.use({ locale });

    test("says who they are, what they like and what they can, and chooses what is next", async ({ page }) => {
      await isWelcomed(page, new Words(language), language);
    });
  });
}

async function isWelcomed(page: Page, words: Words, language: Language): Promise<void> {
  const say = words.say.bind(words);
  const title = page.getByRole("heading", { level: 1 });
  await page.goto("");
  await expect(title).toHaveText(say("welcome.title"));
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await page.getByLabel(say("welcome.name")).fill("Ana");
  await press(page, say("welcome.next"));

  await expect(title).toHaveText(say("welcome.interests_title"));
  const robots = page.getByRole("button", { name: say("interest.robots") });
  await robots.click();
  await expect(robots).toHaveAttribute("aria-pressed", "true");
  await press(page, say("welcome.next"));

  await expect(title).toHaveText(say("welcome.framework_title"));
  await press(page, say("welcome.framework_use"));

  await expect(title).toHaveText(say("welcome.place_title"));
  const framework = new OwnFramework(language);
  await unfold(page, framework.name("M"));
  await page.getByRole("radio", { name: framework.statement("M.N.2") }).check();
  await press(page, say("welcome.start"));

  await expect(title).toHaveText(say("today.hello", { name: "Ana" }));
  await expect(page.getByRole("status").filter({ hasText: say("welcome.placed") })).toBeVisible();
  const cards = page.getByRole("region", { name: say("today.next") }).getByRole("article");
  await expect(cards.first()).toBeVisible();
  await expect(cards.filter({ hasText: say("interest.robots") }).first()).toBeVisible();
  const chosen = await cards.first().getByRole("heading").innerText();
  await press(page, say("pathway.choose_named", { name: chosen }));
  await expect(page.getByRole("link", { name: say("pathway.on_pathway") })).toBeVisible();

  await page.goto("pathway/explore?q=M.N");
  const mine = (name: string) => page.getByRole("article").filter({ hasText: name });
  await expect(mine(framework.name("M.N.2"))).toContainText(say("level.three"));
  await expect(mine(framework.name("M.N.1")), "what it rests on is claimed, too").toContainText(say("level.three"));
  await expect(mine(framework.name("M.N.3"))).not.toContainText(say("level.three"));
}

test("the first question can be answered while a portfolio is begun behind it", async ({ page }) => {
  test.skip(!isInParts(), "a build for looking at is one module");
  let letGo = () => {};
  const held = new Promise<void>((done) => (letGo = done));
  await page.route("**/cairn-part-*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("");
  await page.getByLabel("Your name").fill("Ana");
  const next = page.getByRole("button", { name: "Next", exact: true });
  await next.press("Enter");
  await expect(next).toBeDisabled();
  await expect(page.getByRole("status").filter({ hasText: "Opening your portfolio" })).toBeVisible();
  letGo();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What do you like?");
  await page.reload();
  await page.getByRole("button", { name: "Back" }).click();
  await expect(page.getByLabel("Your name")).toHaveValue("Ana");
});

test("who loads the page again while a portfolio is begun goes on with that one", async ({ page }) => {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (name, version) {
      const listed = JSON.parse(localStorage.getItem("cairn.profiles") ?? "[]") as { id: string }[];
      if (!listed.some(({ id }) => name === `cairn-${id}`)) console.error(`${name} is opened, and nobody could find it again`);
      return open.call(this, name, version);
    };
  });
  await page.goto("");
  await page.reload();
  await page.reload();
  await page.getByLabel("Your name").fill("Ana");
  await press(page, "Next");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What do you like?");
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(1);
});

test("from empty storage to a piece that is saved it takes eight presses and fields, or fewer", async ({ page }) => {
  const learner = new Effort();
  const named = (name: string) => page.getByRole("button", { name, exact: true });
  await page.goto("");
  await learner.fill(page.getByLabel("Your name"), "Ana");
  await learner.press(named("Next"));
  await learner.press(named("Next"));
  await learner.press(named("Use this one"));
  await learner.press(named("Start"));
  await learner.press(page.getByRole("link", { name: "Add evidence" }));
  await learner.fill(page.getByLabel("What did you make or do?"), "I counted the birds at the feeder for a week.");
  await isSaved(page);
  expect(learner.acts).toBeLessThanOrEqual(8);

  await page.goto("evidence");
  await page.getByRole("link", { name: "Piece without a title" }).click();
  await expect(page.getByText("I counted the birds at the feeder for a week.")).toBeVisible();
});

test("it can all be done with the keyboard", async ({ page }) => {
  const keys = page.keyboard;
  await page.goto("");
  await page.getByLabel("Your name").focus();
  await keys.type("Ana");
  await keys.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What do you like?");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await keys.press("Tab");
  await expect(page.getByRole("button", { name: "animals" })).toBeFocused();
  await keys.press("Space");
  await expect(page.getByRole("button", { name: "animals" })).toHaveAttribute("aria-pressed", "true");
  await tabTo(page, "Next");
  await keys.press("Enter");
  await tabTo(page, "Use this one");
  await keys.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Where are you?");
  await keys.press("Tab");
  await keys.press("Enter");
  await keys.press("Tab");
  await keys.press("ArrowDown");
  await expect(page.getByRole("radio").nth(1)).toBeChecked();
  await tabTo(page, "Start");
  await keys.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hello Ana");
  await tabTo(page, "Add evidence");
  await keys.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("New piece");
  await keys.press("Tab");
  await expect(page.getByLabel("Title", { exact: true })).toBeFocused();
  await keys.type("Birds");
  await isSaved(page);
});

/** Moves on with the Tab key until the button or link of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const target = page.getByRole("button", { name, exact: true }).or(page.getByRole("link", { name, exact: true })).first();
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key does not lead to ${name}`);
}

test("every question can be skipped, and the answers given stay", async ({ page }) => {
  await page.goto("");
  await press(page, "Next");
  await press(page, "Next");
  await press(page, "Skip this");
  await press(page, "Start");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Today");
  await expect(page.getByText("Choose a framework to see what could be next.")).toBeVisible();
});

test("one can go back a question, by button and by the browser, and finds one's answer", async ({ page }) => {
  await page.goto("");
  await page.getByLabel("Your name").fill("Ana");
  await press(page, "Next");
  await press(page, "music");
  await press(page, "Next");
  await press(page, "Back");
  await expect(page.getByRole("button", { name: "music" })).toHaveAttribute("aria-pressed", "true");
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What do you like?");
  await page.goBack();
  await expect(page.getByLabel("Your name")).toHaveValue("Ana");
});

test("being placed is one step that can be taken back", async ({ page }) => {
  await begin(page);
  await page.goto("welcome?step=4");
  await unfold(page, "Science");
  await page.getByRole("radio", { name: /^I can/ }).nth(3).check();
  await press(page, "Start");
  await press(page, "Undo");
  await isSaved(page);
  await page.goto("pathway/explore?subject=Science");
  await expect(page.getByRole("article").first()).toBeVisible();
  await expect(page.getByRole("article").filter({ hasText: "proficient" })).toHaveCount(0);
});
