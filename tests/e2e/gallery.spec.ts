import { type Locator, type Page } from "@playwright/test";
import { addPiece, begin, goTo, isSaved, pieces, press } from "../support/learner.ts";
import { expect, test } from "../support/test.ts";

/** The work of three years, in the gallery: far more than is in sight at once. */
async function threeYears(page: Page): Promise<void> {
  await page.goto("");
  await press(page, "Look around with a sample");
  await expect(page.getByRole("heading", { level: 1, name: "Hello Juno Almeida" })).toBeVisible();
  await goTo(page, "Evidence");
  await expect(pieces(page).first()).toBeVisible();
}

function card(page: Page, title: string): Locator {
  return pieces(page).getByRole("link", { name: title });
}

/** How far the page is scrolled. */
function scrolled(page: Page): Promise<number> {
  return page.evaluate(() => scrollY);
}

/** Until all that was put off to the next moments is done and drawn. */
function isDrawn(page: Page): Promise<void> {
  return page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
}

const NEWEST = "Three weeks without anybody";
const OLDEST = "My leaf book";
const NEXT_TO_OLDEST = "Birds from the kitchen window";

test("only what is in sight is drawn, and the card with the focus, from which the keys lead on", async ({ page }) => {
  await threeYears(page);
  const all = Number.parseInt(await page.getByRole("main").getByRole("status").innerText());
  expect(all).toBeGreaterThan(40);
  expect(await pieces(page).count()).toBeLessThan(all / 2);
  await pieces(page).first().getByRole("link").focus();
  await expect(card(page, NEWEST)).toBeFocused();

  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(card(page, OLDEST)).toBeInViewport();
  await expect(card(page, "A talk on hedgehog crossings"), "the one beside it").toHaveCount(0);
  await expect(card(page, NEWEST)).not.toBeInViewport();
  await expect(card(page, NEWEST)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(card(page, "A talk on hedgehog crossings")).toBeFocused();
  await expect(card(page, "A talk on hedgehog crossings")).toBeInViewport();

  await page.keyboard.press("End");
  await expect(card(page, OLDEST)).toBeFocused();
  await expect(card(page, OLDEST)).toBeInViewport();
  await expect(card(page, NEWEST)).toHaveCount(0);
  await page.keyboard.press("ArrowLeft");
  await expect(card(page, NEXT_TO_OLDEST)).toBeFocused();
  await page.keyboard.press("Home");
  await expect(card(page, NEWEST)).toBeFocused();
});

test("Back leads to where the gallery was left, a link to its beginning", async ({ page }) => {
  await threeYears(page);
  const title = (name: string) => page.getByRole("heading", { level: 1, name });
  const follow = async () => {
    await page.keyboard.press("Enter");
    await expect(title(NEXT_TO_OLDEST)).toBeFocused();
  };
  await pieces(page).first().getByRole("link").focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await expect(card(page, NEXT_TO_OLDEST)).toBeFocused();
  const left = await scrolled(page);
  expect(left).toBeGreaterThan(1000);
  await follow();
  await page.goBack();
  await expect(card(page, NEXT_TO_OLDEST)).toBeFocused();
  expect(Math.abs((await scrolled(page)) - left)).toBeLessThan(2);
  await expect(page.getByRole("region", { name: "Evidence" }).getByRole("link", { name: NEXT_TO_OLDEST })).toBeFocused();

  await goTo(page, "Today");
  await goTo(page, "Evidence");
  await expect(title("Evidence")).toBeFocused();
  await isDrawn(page);
  await expect(title("Evidence")).toBeFocused();
  expect(await scrolled(page)).toBe(0);

  await page.goBack();
  await page.goBack();
  await expect(card(page, NEXT_TO_OLDEST), "two places back it is still where it was left").toBeFocused();
  await follow();
  await press(page, "Put in the trash");
  await expect(title("Evidence")).toBeFocused();
  await page.goBack();
  await page.goBack();
  await expect(card(page, NEXT_TO_OLDEST)).toHaveCount(0);
  await expect(pieces(page).getByRole("link").and(page.locator(":focus")), "one near to where it was").toBeInViewport();
});

test("a year is gone to once, and its cards begin below its heading", async ({ page }) => {
  await threeYears(page);
  const layout = page.getByRole("group", { name: "How pieces are shown" });
  const years = page.getByRole("navigation", { name: "Go to a year" });
  const year = (name: string) => page.getByRole("heading", { level: 2, name });
  await press(layout, "Timeline");
  await press(years, "2024");
  await expect(year("2024")).toBeFocused();
  await expect(year("2024")).toBeInViewport();
  await page.keyboard.press("ArrowDown");
  await expect(card(page, "The dog who was afraid of the sea").first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(card(page, "Quiz board that lights up")).toBeFocused();

  await press(years, "2025");
  await expect(year("2025")).toBeFocused();
  await press(layout, "Cards");
  await expect(years).toHaveCount(0);
  await isDrawn(page);
  await expect(layout.getByRole("button", { name: "Cards" })).toBeFocused();
  await expect(layout).toBeInViewport();
});

test("a card keeps the focus while it changes and others come before it", async ({ newDevice }) => {
  const page = await newDevice().open();
  await begin(page, { framework: false });
  await addPiece(page, { title: "A kite", date: "2026-02-08" });
  await goTo(page, "Evidence");
  await card(page, "A kite").focus();

  const other = await page.context().newPage();
  await other.goto(page.url());
  await addPiece(other, { title: "A boat", date: "2026-03-09" });
  await goTo(other, "Evidence");
  await card(other, "A kite").click();
  await other.getByRole("link", { name: "Edit" }).click();
  await other.getByLabel("Title", { exact: true }).fill("A red kite");
  await press(other, "Done");
  await isSaved(other);

  await expect(card(page, "A boat")).toBeVisible();
  await expect(card(page, "A red kite")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(card(page, "A boat")).toBeFocused();
});
