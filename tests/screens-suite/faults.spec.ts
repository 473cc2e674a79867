import { type Page, expect, test } from "@playwright/test";
import { chromium } from "../support/browser.ts";
import { faults } from "./faults.ts";

// Proof that the pictures' checks can fail: pages with one known fault each, and one with none.

test.use({ launchOptions: chromium, viewport: { width: 320, height: 640 } });

async function faultsOf(page: Page, body: string, style = ""): Promise<string> {
  await page.setContent(`<!DOCTYPE html><style>body { margin: 0; font: 16px sans-serif } ${style}</style>${body}`);
  return (await faults(page)).join("\n");
}

test("a page that is wider than the screen", async ({ page }) => {
  const found = await faultsOf(page, '<p id="long">pathway</p>', "#long { width: 400px }");
  expect(found).toContain("the page scrolls sideways: 400 px in 320 px");
  expect(found).toContain("reaches over the side: <p#long> “pathway”");
});

test("a box that hides a part of its text", async ({ page }) => {
  const hides = "#box { height: 1em; overflow: hidden }";
  const found = await faultsOf(page, '<div id="box"><p>One</p><p>Two</p></div>', hides);
  expect(found).toContain("holds more than it shows: <div#box>");
  expect(found).toContain("text is cut off by <div#box> “OneTwo”: <p> “Two”");
});

test("words that end in dots", async ({ page }) => {
  const dots = "#dots { width: 60px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis }";
  expect(await faultsOf(page, '<p id="dots">A name that is long</p>', dots)).toContain("holds more than it shows: <p#dots>");
});

test("a button with more text than room", async ({ page }) => {
  const found = await faultsOf(page, "<button>Put on my pathway</button>", "button { width: 60px; white-space: nowrap }");
  expect(found).toContain("text sticks out of <button> “Put on my pathway”");
});

test("rows that are squeezed until their lines stand over one another", async ({ page }) => {
  const rows = "<div><p>One two three four</p><p>Five six seven eight</p></div>";
  const squeezed = "div { display: flex; flex-direction: column; height: 60px; overflow: auto } p { width: 60px; min-height: 0; overflow: visible; height: 70px }";
  expect(await faultsOf(page, rows, squeezed)).toContain("text sticks out of <p> “One two three four”");
});

test("a word that is longer than its box", async ({ page }) => {
  const found = await faultsOf(page, "<p>Selbstverständlichkeit</p>", "p { width: 50px }");
  expect(found).toContain("text sticks out of <p> “Selbstverständlichkeit”");
});

test("a list and a field whose words do not fit", async ({ page }) => {
  const found = await faultsOf(
    page,
    '<select><option>Everything there is</option></select><input placeholder="Search all that I have">',
    "select, input { width: 80px }",
  );
  expect(found).toMatch(/“Everything there is” needs \d+ px of \d+: <select>/);
  expect(found).toMatch(/“Search all that I have” needs \d+ px of \d+: <input>/);
});

test("letters of a drawing outside of it", async ({ page }) => {
  const drawing = '<svg viewBox="0 0 100 20" width="100" height="20"><text x="70" y="15">planned</text></svg>';
  expect(await faultsOf(page, drawing)).toContain("text is cut off by <svg> “planned”: <text> “planned”");
});

test("words of a drawing over one another", async ({ page }) => {
  const words = (second: number) =>
    `<svg viewBox="0 0 200 20" width="200" height="20"><text y="15">start</text><text x="${second}" y="15">end</text></svg>`;
  expect(await faultsOf(page, words(20))).toContain("words over words: <text> “start” and <text> “end”");
  expect(await faultsOf(page, words(100))).toBe("");
});

test("a page on which everything can be read has none", async ({ page }) => {
  const hidden = ".visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; white-space: nowrap }";
  const found = await faultsOf(
    page,
    `<main><h1>Today</h1><p>Three <em>small</em> steps.</p><button>Add</button><span class="visually-hidden">for ears alone</span>
     <pre style="overflow: auto">a line of code that is much longer than the screen is wide, which may be scrolled</pre>
     <div style="inline-size: 90px; block-size: 40px; overflow: clip; touch-action: none"><p style="inline-size: 900px">a map that the hand moves along</p></div>
     <select><option>All</option></select><details><summary>More</summary><p>less</p></details></main>`,
    hidden,
  );
  expect(found).toBe("");
});
