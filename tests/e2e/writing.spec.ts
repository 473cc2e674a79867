import { type Locator, type Page } from "@playwright/test";
import { paste, png } from "../support/files.ts";
import { artifact, begin, isSaved, press } from "../support/learner.ts";
import { Words } from "../support/words.ts";
import { expect, expectAccessible, test } from "../support/test.ts";

/** Opens the studio for a new piece, and stands in the field for its words. */
async function write(page: Page): Promise<Locator> {
  await begin(page);
  await page.goto("evidence/new");
  const field = page.getByLabel("What did you make or do?");
  await field.focus();
  return field;
}

/** How the words look beside the first field. */
function preview(page: Page): Locator {
  return page.getByRole("group", { name: "How your words look" });
}

function tools(page: Page): Locator {
  return page.getByRole("toolbar", { name: "Writing tools" }).first();
}

/** Selects the first place where `words` stand in the field. */
async function select(field: Locator, words: string): Promise<void> {
  await field.evaluate((element: HTMLTextAreaElement, words) => {
    const start = element.value.indexOf(words);
    element.setSelectionRange(start, start + words.length);
  }, words);
}

test("tools are reached by Tab as one, gone through by arrows, and give the words back their focus", async ({ page }) => {
  const field = await write(page);
  await page.keyboard.type("🙂 two words");
  await select(field, "words");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  const bold = tools(page).getByRole("button", { name: "Bold" });
  await expect(bold).toBeFocused();
  await expect(bold).toHaveAttribute("title", "Bold (Ctrl+B)");
  await expect(bold).toHaveAttribute("aria-keyshortcuts", "Control+B");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(tools(page).getByRole("button", { name: "Heading" })).toBeFocused();
  await page.keyboard.press("End");
  await expect(tools(page).getByRole("button", { name: "Maths" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(bold).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("🙂 two **words**");
  await page.keyboard.type("letters");
  await expect(field, "the words are still selected").toHaveValue("🙂 two **letters**");
});

test("keys do what the tools do, and the browser's undo takes each back", async ({ page }) => {
  const field = await write(page);
  await page.keyboard.type("one two 🙂");
  await select(field, "one");
  await page.keyboard.press("Control+b");
  await expect(field).toHaveValue("**one** two 🙂");
  await page.keyboard.press("Control+i");
  await expect(field).toHaveValue("***one*** two 🙂");
  await page.keyboard.press("Control+Shift+8");
  await expect(field).toHaveValue("- ***one*** two 🙂");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(field).toHaveValue("one two 🙂");
  await page.keyboard.press("Control+Shift+z");
  await expect(field).toHaveValue("**one** two 🙂");
  await select(field, "two");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("https://beans.example");
  await expect(field).toHaveValue("**one** [two](https://beans.example) 🙂");
  await isSaved(page);
  await page.reload();
  await page.getByRole("link", { name: "Evidence", exact: true }).click();
  await page.getByRole("link", { name: "Piece without a title" }).click();
  await expect(page.getByRole("link", { name: "two" }), "what a tool wrote is kept like letters").toHaveAttribute("href", "https://beans.example");
});

test("Enter goes on with a list and ends it; Tab leaves the field", async ({ page }) => {
  const field = await write(page);
  await page.keyboard.type("1. sow 🌱\nwater\n\nDone");
  await expect(field).toHaveValue("1. sow 🌱\n2. water\nDone");
  await expect(preview(page).getByRole("listitem")).toHaveText(["sow 🌱", "water Done"]);
  await page.keyboard.press("Tab");
  await expect(field).not.toBeFocused();
});

test("an address pasted over words is where they lead", async ({ page }) => {
  const field = await write(page);
  await field.fill("how to sow");
  await select(field, "how");
  const isTaken = await field.evaluate((target) => {
    const data = new DataTransfer();
    data.setData("text/plain", "https://beans.example/sow");
    return !target.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: data }));
  });
  expect(isTaken).toBe(true);
  await expect(field).toHaveValue("[how](https://beans.example/sow) to sow");
});

test("a pasted picture is a file of the piece and stands in its words, each under a name of its own", async ({ page }) => {
  const field = await write(page);
  await page.keyboard.type("Look:");
  await paste(page, [png("image.png", 60, 40)]);
  await expect(field).toHaveValue("Look:\n\n![](image.png)\n\n");
  await paste(page, [png("image.png", 80, 40)]);
  await expect(field).toHaveValue("Look:\n\n![](image.png)\n\n![](image-2.png)\n\n");
  await artifact(page, "image-2.png").getByLabel("What is on it?").fill("A wide one");
  await expect.poll(() => width(preview(page).getByRole("img", { name: "image.png" }))).toBe(60);
  await expect.poll(() => width(preview(page).getByRole("img", { name: "A wide one" }))).toBe(80);
  await press(page, "Done");
  await isSaved(page);
  await expect(page.getByRole("figure"), "what stands in the words is not shown again").toHaveCount(2);
  await expect.poll(() => width(page.getByRole("img", { name: "A wide one" }))).toBe(80);
  await expect(page.getByRole("button", { name: "Save a copy of image.png" })).toBeVisible();
});

function width(picture: Locator): Promise<number> {
  return picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
}

test("pictures from elsewhere are never loaded, and HTML is only its characters", async ({ page }) => {
  const field = await write(page);
  await field.fill("![far](https://canary.invalid/pixel.png) ![](data:image/png;base64,AAAA) ![](missing.png) <img src=x onerror=alert(1)>");
  await expect(preview(page).getByRole("link", { name: "far" })).toBeVisible();
  await expect(preview(page)).toContainText("missing.png (not among the files of this piece)");
  await expect(preview(page)).toContainText("<img src=x onerror=alert(1)>");
  await expect(preview(page).locator("img")).toHaveCount(0);
});

const RICH = [
  "| day | cm |\n|:---:|---:|\n| 1 | 2 |",
  "It is $\\frac{1}{2} x^2$, and not $\\unknown{x}$.",
  "$$\\sum_{i=1}^n i$$",
  "- [x] sown\n- [ ] watered",
  "Beans[^1] are ~~blue~~ green.\n\n[^1]: Said by Ana.",
].join("\n\n");

test("tables, maths, tasks and notes are shown beside the words and on the piece's page", async ({ page }) => {
  const field = await write(page);
  await field.fill(RICH);
  await looksRight(preview(page));
  await page.getByRole("button", { name: "How it looks" }).last().click();
  await expect(preview(page)).toHaveCount(2);
  await expectAccessible(page);
  await press(page, "Done");
  await isSaved(page);
  await looksRight(page.getByRole("article"));
  await expectAccessible(page);
});

async function looksRight(place: Locator): Promise<void> {
  await expect(place.getByRole("cell", { name: "2" })).toHaveCSS("text-align", "end");
  await expect(place.getByRole("columnheader", { name: "day" })).toHaveCSS("text-align", "center");
  await expect(place.locator("math")).toHaveCount(2);
  await expect(place.locator("math mfrac > mn")).toHaveText(["1", "2"]);
  await expect(place.locator("math[display=block] munderover")).toBeVisible();
  await expect(place).toContainText("and not $\\unknown{x}$.");
  await expect(place.getByRole("img", { name: "Done" })).toBeVisible();
  await expect(place.getByRole("img", { name: "To do" })).toBeVisible();
  await expect(place.getByRole("list", { name: "Notes" })).toContainText("Said by Ana.");
  await expect(place.locator("s")).toHaveText("blue");
}

test("words are counted as a reader counts them, and said aloud every fifty", async ({ page }) => {
  const field = await write(page);
  await expect(page.getByText("0 words").first()).toBeVisible();
  await field.fill("## Mi **río** y `la` [canción](https://example.org/a-b-c)");
  await expect(page.getByText("5 words")).toBeVisible();
  const said = page.getByRole("status").filter({ hasText: /^\d+ words$/ });
  await expect(said).toHaveCount(0);
  await field.fill("word ".repeat(50));
  await expect(said).toHaveText("50 words");
  await field.press("End");
  await page.keyboard.type(" one more");
  await expect(page.getByText("52 words")).toBeVisible();
  await expect(said).toHaveText("50 words");
});

test("on a phone the look of the words stands behind a button, and nothing is cut", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const field = await write(page);
  await field.fill(`${"| wide column ".repeat(9)}|\n${"|---".repeat(9)}|\n${"| cell ".repeat(9)}|`);
  await expect(preview(page)).toHaveCount(0);
  const look = page.getByRole("button", { name: "How it looks" }).first();
  await expect(look).toHaveAttribute("aria-pressed", "false");
  await isSaved(page);
  await look.click();
  await expect(look).toHaveAttribute("aria-pressed", "true");
  await expect(preview(page).getByRole("table")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await expectAccessible(page);
});

test.describe("in Spanish", () => {
  test.use({ locale: "es-ES" });

  test("tools and counts speak it", async ({ page }) => {
    const say = new Words("es");
    await page.goto("");
    await page.getByLabel(say.say("welcome.name")).fill("Ana");
    await page.keyboard.press("Enter");
    await expect(page.getByLabel(say.say("welcome.name"))).toHaveCount(0);
    await page.goto("evidence/new");
    const field = page.getByLabel(say.say("studio.text"));
    await field.fill("El río");
    await expect(page.getByText("2 palabras")).toBeVisible();
    const lists = page.getByRole("toolbar", { name: "Herramientas para escribir" }).first().getByRole("button", { name: "Lista", exact: true });
    await expect(lists).toHaveAttribute("title", "Lista (Ctrl+Mayús+8)");
    await field.focus();
    await lists.click();
    await expect(field).toHaveValue("- El río");
    await expect(field).toBeFocused();
  });
});
