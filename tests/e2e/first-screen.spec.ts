import type { Page } from "@playwright/test";
import { occupyDatabase } from "../support/database.ts";
import { OwnFramework } from "../support/framework.ts";
import { addPiece, begin, fillStudio, goTo, isSaved, press } from "../support/learner.ts";
import { NO_SERVICE_WORKER, expect, expectAccessible, test } from "../support/test.ts";

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const saved = (page: Page) => page.getByRole("banner").getByRole("link", { name: /^Saved/ });
const cards = (page: Page) => page.getByRole("region", { name: "What could be next" }).getByRole("article");

/** What was kept of learners' first places, as text. */
const kept = (page: Page) =>
  page.evaluate(() => JSON.stringify(Object.entries(localStorage).filter(([key]) => key.startsWith("cairn.first-screen."))));

/** Adds up by how much what is on the screen moves, from the next navigation on. */
async function watchForJumps(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const sum = Object.assign(globalThis, { jumps: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum.jumps += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  return () => page.evaluate(() => (globalThis as typeof globalThis & { jumps: number }).jumps);
}

for (const [width, height] of [[1280, 800], [320, 640]] as const) {
  test(`Today shows what it showed last while the portfolio is read, and nothing jumps then: ${width} px`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    await begin(page, { interests: ["robots"] });
    await addPiece(page, { title: "The lift bridge", claims: { "Hand tools": "2 · getting there" } });
    await goTo(page, "Today");
    await expect(page.getByRole("link", { name: "The lift bridge" })).toBeVisible();
    const shown = await cards(page).allInnerTexts();
    const jumps = await watchForJumps(page);

    const release = await occupyDatabase(page);
    await page.reload();
    await expect(heading(page, "Hello Ana")).toBeVisible();
    await expect(page.getByRole("link", { name: "The lift bridge" })).toBeVisible();
    expect(await cards(page).allInnerTexts()).toEqual(shown);
    await expect(saved(page), "nothing is said of a portfolio that is not open").toHaveCount(0);
    await expectAccessible(page);

    await release();
    await expect(saved(page)).toBeVisible();
    expect(await cards(page).allInnerTexts()).toEqual(shown);
    expect(await jumps()).toBeLessThan(0.01);
  });
}

test("what is asked for while the portfolio is read is done when it is there", async ({ page }) => {
  await begin(page);
  const card = cards(page).first();
  const name = await card.getByRole("heading").innerText();
  const release = await occupyDatabase(page);
  await page.reload();
  await press(page, `Put ${name} on my pathway`);
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Pathway" }).click();
  await release();
  await expect(heading(page, "Pathway")).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name })).toBeVisible();
  await isSaved(page);
});

test("of several pathways it is asked which, when it can be known that there are several", async ({ page }) => {
  await begin(page);
  const name = await cards(page).first().getByRole("heading").innerText();
  await goTo(page, "Pathway");
  await press(page, "New pathway");
  await page.getByRole("dialog").getByLabel("Name").fill("Chess");
  await press(page.getByRole("dialog"), "Begin");
  await expect(page.getByRole("heading", { level: 2, name: "Chess" })).toBeVisible();
  await goTo(page, "Today");
  await expect(heading(page, "Hello Ana")).toBeVisible();
  await isSaved(page);
  const release = await occupyDatabase(page);
  await page.reload();
  await press(page, `Put ${name} on my pathway`);
  await release();
  const which = page.getByRole("group", { name: `Pathways for ${name}` });
  await expect(which.getByRole("button", { pressed: true }), "nothing is chosen for anybody").toHaveCount(0);
  await which.getByRole("button", { name: "Chess" }).click();
  await expect(page.getByText(`${name} is on Chess`)).toBeVisible();
  await expect(which.getByRole("button", { pressed: true })).toHaveText(["Chess"]);
});

test("what was done in another place is there at the next start, and what was purged is kept nowhere", async ({ page }) => {
  await begin(page);
  await addPiece(page, { title: "The first bridge" });
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await fillStudio(page, { title: "The second bridge" });
  await isSaved(page);
  await page.goto("about:blank");
  const release = await occupyDatabase(page);
  await page.goto("");
  await expect(page.getByRole("link", { name: "The second bridge" })).toBeVisible();
  await release();

  await page.getByRole("link", { name: "The second bridge" }).click();
  await press(page, "Put in the trash");
  await press(page, "Show the trash");
  await page.getByRole("link", { name: "The second bridge" }).click();
  await press(page, "Erase for ever");
  await press(page.getByRole("dialog"), "Yes, erase it");
  await expect.poll(() => kept(page)).not.toContain("The second bridge");
  await goTo(page, "Today");
  await expect(heading(page, "Hello Ana")).toBeVisible();
  expect(await kept(page)).not.toContain("The second bridge");
});

test("what was kept and cannot be read, or is from another version, is not shown", async ({ page }) => {
  await begin(page);
  for (const spoilt of ["{", '{"maker":"another","seen":{"name":"Eve","has_framework":true,"steps":[],"due":[],"recent":[]}}']) {
    await page.evaluate((spoilt) => {
      const { last_profile } = JSON.parse(localStorage.getItem("cairn.preferences") ?? "{}") as { last_profile: string };
      localStorage.setItem(`cairn.first-screen.${last_profile}`, spoilt);
    }, spoilt);
    await page.reload();
    await expect(heading(page, "Hello Ana")).toBeVisible();
    await expect(cards(page).first()).toBeVisible();
  }
});

test("each learner sees their own", async ({ page }) => {
  await begin(page);
  await goTo(page, "Settings");
  await press(page, "Begin another portfolio");
  await page.getByLabel("Your name").fill("Ben");
  await press(page, "Next");
  await goTo(page, "Today");
  await expect(heading(page, "Hello Ben")).toBeVisible();
  const release = await occupyDatabase(page);
  await page.reload();
  await expect(heading(page, "Hello Ben")).toBeVisible();
  await release();
});

test.describe("before any code of the app is there", () => {
  test.use({ serviceWorkers: "block", expectedComplaint: NO_SERVICE_WORKER });

  for (const [width, language] of [[1280, "en"], [320, "es"]] as const) {
    test(`Today stands there as it was last: ${width} px, ${language}`, async ({ page }) => {
      test.slow();
      await page.setViewportSize({ width, height: 800 });
      await begin(page, { interests: ["robots"] });
      await addPiece(page, { title: "<b>The lift</b> bridge", claims: { "Hand tools": "2 · getting there" } });
      if (language === "es") {
        await goTo(page, "Settings");
        await page.getByLabel("Español").check();
        await page.getByRole("navigation").getByRole("link", { name: "Hoy" }).click();
        // The framework follows the app's language, and what Today showed last follows the framework.
        await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain(new OwnFramework("es").name("K.B.1"));
      } else {
        await goTo(page, "Today");
      }
      await expect.poll(() => page.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith("cairn.curtain.")))).toBe(true);
      const boxes = (root: string) =>
        page.locator(root).evaluate((root) =>
          Array.from(root.querySelectorAll("h1, h2, h3, .button, .reasons li, .recent a"), (element) => {
            const { x, y, width, height } = element.getBoundingClientRect();
            return [element.textContent, ...[x, y, width, height].map(Math.round)].join(" ");
          }),
        );
      const before = await boxes("body > .shell");

      let letIn = () => {};
      const isAskedFor = new Promise<void>((done) => (letIn = done));
      await page.route("**/*.wasm", async (route) => {
        await isAskedFor;
        await route.continue();
      });
      await page.reload({ waitUntil: "domcontentloaded" });
      await expect(page.locator("#skeleton h1")).toBeVisible();
      expect(await boxes("#skeleton > .shell")).toEqual(before);
      await expect(page.locator("#skeleton a.status-word")).toBeHidden();
      letIn();
      await expect(page.locator("#skeleton")).toHaveCount(0);
      expect(await boxes("body > .shell")).toEqual(before);
    });
  }
});
