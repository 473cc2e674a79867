import type { Page } from "@playwright/test";
import { OwnFramework } from "../support/framework.ts";
import { begin, goTo, isKept, isSaved, press } from "../support/learner.ts";
import { expect, test } from "../support/test.ts";
import { type Language, Words } from "../support/words.ts";

const FRACTIONS = "M.N.4";

test("Cairn’s own framework speaks the language of the app, and a goal is the same goal", async ({ page }) => {
  await begin(page);
  await choose(page, "en", FRACTIONS);

  await speak(page, "es");
  await isListed(page, "es");
  await isOnPathway(page, "es");
  await expect(page.getByRole("listitem").filter({ hasText: new OwnFramework("en").name(FRACTIONS) })).toHaveCount(0);
  await isShownWhole(page, "es");

  await page.reload();
  await isShownWhole(page, "es", "after a start from what was kept");
  await speak(page, "en");
  await isListed(page, "en");
  await isOnPathway(page, "en");
  await isShownWhole(page, "en");
});

test("the language can be changed with no network", async ({ page, cairn }) => {
  await begin(page);
  await choose(page, "en", FRACTIONS);
  await isKept(page);
  await cairn.goOffline();
  await speak(page, "es");
  await isOnPathway(page, "es");
  await page.reload();
  await isOnPathway(page, "es");
});

test.describe("a learner whose browser asks for Spanish", () => {
  test.use({ locale: "es-MX" });

  test("adopts the framework in Spanish, and once more in English without seeing anything twice", async ({ page }) => {
    const say = new Words("es").say.bind(new Words("es"));
    await page.goto("");
    await page.getByLabel(say("welcome.name")).fill("Ana");
    await press(page, say("welcome.next"));
    await press(page, say("welcome.next"));
    await press(page, say("welcome.framework_use"));
    await press(page, say("welcome.start"));
    await choose(page, "es", FRACTIONS);
    await isOnPathway(page, "es");

    await speak(page, "en");
    await isOnPathway(page, "en");
    const words = new Words("en");
    await goTo(page, "Settings");
    const frameworks = page.getByRole("region", { name: words.say("settings.frameworks") });
    await frameworks.getByText(words.say("settings.add_framework")).click();
    await press(frameworks, words.say("welcome.framework_use"));
    await expect(frameworks.getByRole("listitem").filter({ hasText: new OwnFramework("en").title })).toHaveCount(2);
    await isSaved(page);
    await page.goto("pathway/explore");
    await page.getByLabel(words.say("pathway.search")).fill(FRACTIONS);
    await expect(page.getByRole("article")).toHaveCount(1);
    await expect(page.getByRole("article")).toContainText(new OwnFramework("en").statement(FRACTIONS));
  });
});

/** Chooses the app's language in Settings, from wherever one is. */
async function speak(page: Page, language: Language): Promise<void> {
  await page.goto("settings");
  await page.getByLabel(language === "es" ? "Español" : "English").check();
  await expect(page.locator("html")).toHaveAttribute("lang", language);
}

async function choose(page: Page, language: Language, code: string): Promise<void> {
  const words = new Words(language);
  await page.goto("pathway/explore");
  await page.getByLabel(words.say("pathway.search")).fill(code);
  await press(page, words.say("pathway.choose_named", { name: new OwnFramework(language).name(code) }));
  await expect(page.getByRole("article").getByRole("link", { name: words.say("pathway.on_pathway") })).toBeVisible();
  await isSaved(page, language);
}

/** Settings names the framework as it reads now. */
async function isListed(page: Page, language: Language): Promise<void> {
  const frameworks = page.getByRole("region", { name: new Words(language).say("settings.frameworks") });
  await expect(frameworks.getByRole("listitem").filter({ hasText: new OwnFramework(language).title })).toHaveCount(1);
}

async function isOnPathway(page: Page, language: Language): Promise<void> {
  await page.goto("pathway");
  await expect(page.getByRole("main").getByRole("heading", { level: 2, name: new OwnFramework(language).name(FRACTIONS) })).toBeVisible();
}

/** The page of the goal's competency says all of it in this language. */
async function isShownWhole(page: Page, language: Language, why = ""): Promise<void> {
  const framework = new OwnFramework(language);
  await page.goto("pathway");
  await page.getByRole("main").getByRole("link", { name: framework.name(FRACTIONS), exact: true }).first().click();
  await expect(page.getByRole("main"), why).toContainText(framework.statement(FRACTIONS));
  await expect(page.getByRole("main"), why).toContainText(framework.lesson(FRACTIONS));
}
