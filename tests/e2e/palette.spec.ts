import type { Locator, Page } from "@playwright/test";
import { isIndexed, occupyDatabase } from "../support/database.ts";
import { addPiece, begin, goTo, press } from "../support/learner.ts";
import { expect, expectAccessible, test } from "../support/test.ts";

const dialog = (page: Page): Locator => page.getByRole("dialog", { name: "What are you looking for?" });
const field = (page: Page): Locator => dialog(page).getByRole("combobox");
const options = (page: Page): Locator => dialog(page).getByRole("option");
const chosen = (page: Page): Locator => dialog(page).getByRole("option", { selected: true });
const title = (page: Page, name: string): Locator => page.getByRole("heading", { level: 1, name });

/** Opens the palette by its keys, and writes into it. */
async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await field(page).fill(words);
}

test("a competency, a piece and a place are a few keys away, and their headings take the focus", async ({ page }) => {
  await begin(page);
  await addPiece(page, { title: "Pájaros de mi calle", text: "Seven kinds of *sparrow*." });
  await find(page, "hand tools");
  await expect(chosen(page)).toContainText("Hand tools");
  await page.keyboard.press("Enter");
  await expect(title(page, "Hand tools")).toBeFocused();
  await expect(dialog(page)).toBeHidden();

  await find(page, "calle pajar");
  await expect(chosen(page), "accents and the order of words do not matter").toContainText("Pájaros de mi calle");
  await page.keyboard.press("Enter");
  await expect(title(page, "Pájaros de mi calle")).toBeFocused();

  await find(page, "sparrow");
  await expect(chosen(page), "by the words in it, too").toContainText("Pájaros de mi calle");
  await page.keyboard.press("Escape");

  await find(page, "stor");
  await expect(chosen(page)).toContainText("Storage");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Storage", exact: true })).toBeFocused();
});

test("without words it offers places, what to do and the latest pieces, and the arrow keys go around", async ({ page }) => {
  await begin(page, { framework: false });
  await addPiece(page, { title: "A kite" });
  const opener = page.getByRole("button", { name: "Find", exact: true });
  await opener.click();
  await expect(field(page)).toBeFocused();
  for (const group of ["Go to", "Do", "Evidence"]) await expect(dialog(page).getByRole("group", { name: group })).toBeVisible();
  await expect(chosen(page)).toHaveText("Today");
  await page.keyboard.press("ArrowUp");
  await expect(chosen(page)).toContainText("A kite");
  await expect(chosen(page)).toBeInViewport({ ratio: 1 });
  await expect(field(page)).toHaveAttribute("aria-activedescendant", (await chosen(page).getAttribute("id")) ?? "");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(chosen(page)).toHaveText("Pathway");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(chosen(page), "these keys select in the field").toHaveText("Pathway");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(opener).toBeFocused();

  await goTo(page, "Today");
  await opener.click();
  await options(page).filter({ hasText: "A kite" }).click();
  await expect(title(page, "A kite")).toBeFocused();
});

test("it does what can be done from anywhere", async ({ page }) => {
  await begin(page, { framework: false });
  await addPiece(page, { title: "A boat" });
  await find(page, "night");
  await expect(options(page).filter({ hasText: "Make it dark" })).toBeVisible();
  await field(page).fill("make it dark");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

  await press(page, "Put in the trash");
  await expect(page.getByText("“A boat” is in the trash")).toBeVisible();
  await find(page, "take back");
  await page.keyboard.press("Enter");
  await goTo(page, "Evidence");
  await expect(page.getByRole("link", { name: "A boat" })).toBeVisible();

  await find(page, "espanol");
  await page.keyboard.press("Enter");
  await expect(title(page, "Evidencias")).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "¿Qué buscas?" }).getByRole("option", { selected: true })).toHaveText("Hoy");
});

test("pieces are found while the portfolio is still being read, and the rest when it is open", async ({ page }) => {
  await begin(page);
  await addPiece(page, { title: "Hand tools I know", date: "2026-01-07" });
  await addPiece(page, { title: "A kite", text: "Made with hand tools.", date: "2026-02-08" });
  await addPiece(page, { title: "Zwieback and hand tools" });
  await press(page, "Put in the trash");
  await find(page, "zwie");
  await expect(dialog(page).getByText("Nothing has these words.")).toBeVisible();
  await expect.poll(() => isIndexed(page, "zwieback")).toBe(true);
  await page.keyboard.press("Escape");

  // The index is a cache in a store of its own, and can be read meanwhile.
  const release = await occupyDatabase(page, ["meta"]);
  await page.reload();
  await expect(page.getByRole("button", { name: "Find", exact: true })).toBeVisible();
  await find(page, "hand tools");
  await expect(options(page)).toHaveText([/^Hand tools I know/, /^A kite.*2026/]);
  await expect(dialog(page).getByRole("status")).toHaveText("2 things fit");
  await expectAccessible(page);
  await field(page).fill("zwie");
  await expect(dialog(page).getByRole("status"), "it may be in what is not read yet").toHaveText("Looking through your pieces…");
  await field(page).fill("hand tools");
  await field(page).press("ArrowDown");
  await expect(chosen(page)).toContainText("A kite");

  await release();
  await expect(dialog(page).getByRole("group", { name: "Competencies" })).toContainText("Hand tools");
  await expect(field(page)).toHaveValue("hand tools");
  await expect(chosen(page), "what was chosen is chosen still").toContainText("A kite");
  await page.keyboard.press("Enter");
  await expect(title(page, "A kite")).toBeFocused();
});

test("a piece that was chosen while the portfolio is read is shown when it is open", async ({ page }) => {
  await begin(page);
  await addPiece(page, { title: "A kite" });
  await find(page, "kite");
  await expect(options(page)).toHaveText([/^A kite/]);
  await expect.poll(() => isIndexed(page, "kite")).toBe(true);
  await page.keyboard.press("Escape");
  await goTo(page, "Today");
  const release = await occupyDatabase(page, ["meta"]);
  await page.reload();
  await expect(title(page, "Hello Ana")).toBeVisible();
  await find(page, "kit");
  await expect(chosen(page)).toContainText("A kite");
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeHidden();
  const waits = page.getByRole("main").getByRole("status");
  await expect(waits, "whoever chose is told what they wait for").toHaveText("Opening your portfolio…");
  await expect(title(page, "Hello Ana"), "and sees no other place meanwhile").toBeHidden();
  await expectAccessible(page);
  await release();
  await expect(title(page, "A kite")).toBeFocused();
  await expect(page.getByText("Opening your portfolio…")).toHaveCount(0);
});

test("of many that fit it shows some, and leads to all of them", async ({ page }) => {
  await begin(page);
  await find(page, "co");
  const told = dialog(page).getByRole("status");
  const heard = async () => Number(/^(\d+) things fit$/.exec(await told.innerText())?.[1]);
  await expect.poll(heard, "all that fit are counted, and not the way to them").toBeGreaterThan(await options(page).count());
  await options(page).filter({ hasText: "See all that fit in Explore" }).click();
  await expect(page.getByLabel("Search competencies")).toHaveValue("co");
  await find(page, "zzz");
  await expect(told, "whoever sees nothing hears it").toContainText("Nothing has these words.");
  await expect(options(page)).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(field(page), "there is nothing to choose").toBeFocused();
});

test("its keys are those of a link where a text has tools, and nothing while another question is open", async ({ page }) => {
  await begin(page, { framework: false });
  await page.goto("evidence/new");
  const text = page.getByLabel("What did you make or do?");
  await text.fill("here");
  await text.selectText();
  await page.keyboard.press("Control+k");
  await expect(text).toHaveValue("[here]()");
  await expect(dialog(page)).toBeHidden();
  await press(page.getByRole("list", { name: "Ways to add something" }), "Link");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toHaveCount(1);
  await expect(dialog(page)).toBeHidden();
});

for (const width of [1280, 320]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 640 } });

    test("it is accessible, with much, little and nothing in it", async ({ page }) => {
      await begin(page);
      await addPiece(page, { title: "Writing to the mayor about the very long road that leads to our school and has no pavement" });
      await expectAccessible(page);
      for (const words of ["", "writ", "zzz"]) {
        await find(page, words);
        await expectAccessible(page);
        const { wide, seen } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, seen: innerWidth }));
        expect(wide).toBeLessThanOrEqual(seen);
        await press(dialog(page), "Close");
        await expect(dialog(page)).toBeHidden();
      }
    });
  });
}
