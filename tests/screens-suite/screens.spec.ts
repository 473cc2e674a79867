import { type Page, expect } from "@playwright/test";
import { camp, next, update } from "../support/camp.ts";
import { test } from "../support/test.ts";
import { faults } from "./faults.ts";
import { TAKEN_BACK, fill } from "./fill.ts";
import { EVERYWHERE, type Place, unfold } from "./places.ts";

const PICTURES = new URL("../screens/", import.meta.url).pathname;

type Size = { width: number; height: number };
/** The narrowest screen that Cairn is made for. Spanish words are longer: where they fit here, they fit. */
const NARROWEST: Size = { width: 320, height: 640 };
const SIZES: Size[] = [
  NARROWEST,
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
];
const SCHEMES = ["light", "dark"] as const;
type Scheme = (typeof SCHEMES)[number];

test("an empty portfolio", async ({ page }) => {
  const missing = { name: "piece", path: "evidence/0" };
  await lookAt(page, "empty", [...EVERYWHERE, missing, { name: "competency", path: "competency/0" }]);
});

test("a filled portfolio", async ({ page }) => {
  await fill(page);
  await lookAt(page, "filled", [...EVERYWHERE, ...(await found(page))]);
});

test("a framework that is published anew", async ({ page }) => {
  await camp(page);
  // One that waits beside one that is retired.
  const edition = next().precede("S", "B");
  const compare = async (page: Page) => {
    await unfold(page);
    await page.locator("#frameworks").getByLabel(/^(Choose a file|Elegir un archivo)$/).setInputFiles(edition.file());
    await expect(page.locator("#frameworks").getByRole("group", { name: "Camp" })).toBeVisible();
    await unfold(page);
  };
  await lookAt(page, "edition", [{ name: "update", path: "settings", prepare: compare }]);
  await open(page, { name: "settings", path: "settings" }, "en");
  await update(page, edition);
  await page.goto("pathway");
  const retired = (await page.locator(".goal a").first().getAttribute("href"))?.slice(1) ?? "";
  await lookAt(page, "edition", [
    { name: "moves", path: "settings", prepare: unfold },
    { name: "retired", path: retired, prepare: unfold },
    { name: "map", path: "pathway?view=map" },
  ]);
});

/** Places whose addresses only a filled portfolio has. */
async function found(page: Page): Promise<Place[]> {
  const first = async (path: string, link: string) => {
    await page.goto(path);
    const address = await page.locator(link).first().getAttribute("href");
    return address?.slice(1) ?? "";
  };
  const competency = await first("pathway", ".goal a");
  const [piece, unwieldy] = [await first("evidence?q=stuffy", ".piece-card"), await first("evidence?q=nirgends", ".piece-card")];
  return [
    { name: "competency", path: competency, prepare: unfold },
    { name: "piece", path: piece },
    { name: "piece-edit", path: `${piece}/edit` },
    { name: "piece-unwieldy", path: unwieldy },
    { name: "piece-unwieldy-edit", path: `${unwieldy}/edit` },
    { name: "piece-taken-back", path: await first(`evidence?q=${encodeURIComponent(TAKEN_BACK)}`, ".piece-card") },
    { name: "piece-history", path: `${unwieldy}/history` },
    { name: "piece-submitted", path: await first(unwieldy, "a[href*='/submitted/']") },
  ];
}

/** Takes a picture of each place in each shape, and fails with a list of what cannot be read, and where. */
async function lookAt(page: Page, portfolio: string, places: Place[]): Promise<void> {
  const list: string[] = [];
  const look = async (name: string, size: Size, colorScheme: Scheme) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const picture = `${portfolio}/${name}`;
    list.push(...(await faults(page)).map((fault) => `${picture}: ${fault}`));
    // As high as the page, so that what stands at the screen's edge does not lie across the picture. A dialog is as high as the screen.
    const height = await page.evaluate(() => (document.querySelector(":modal") ? 0 : document.documentElement.scrollHeight));
    await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) });
    await page.screenshot({ path: `${PICTURES}${picture}.png` });
  };
  for (const place of places) {
    await open(page, place, "en");
    for (const size of SIZES) {
      for (const scheme of SCHEMES) await look(`${place.name}-${size.width}-${scheme}`, size, scheme);
    }
    await open(page, place, "es");
    await look(`${place.name}-${NARROWEST.width}-es`, NARROWEST, "light");
  }
  expect(list, "what cannot be read").toEqual([]);
}

/** Opens a place in a language, as if the learner had chosen it in Settings. */
async function open(page: Page, place: Place, language: string): Promise<void> {
  await page.goto("");
  await page.evaluate((language) => {
    const preferences = JSON.parse(localStorage.getItem("cairn.preferences") ?? "{}");
    localStorage.setItem("cairn.preferences", JSON.stringify({ ...preferences, language }));
  }, language);
  await page.goto(place.path);
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await place.prepare?.(page);
}

// Copied to docs/today.png when the app has changed.
test("the picture of the README", async ({ page }) => {
  await page.setViewportSize({ width: 1120, height: 720 });
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.goto("welcome");
  await page.getByRole("button", { name: "Look around with a sample" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Hello/ })).toBeVisible();
  await expect(page.getByRole("article").first()).toBeVisible();
  await page.screenshot({ path: `${PICTURES}readme.png` });
});
