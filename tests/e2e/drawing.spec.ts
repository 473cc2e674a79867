import type { CDPSession, Page } from "@playwright/test";
import { png } from "../support/files.ts";
import { artifact, begin, isSaved, pick, press } from "../support/learner.ts";
import { type Dot, type Place, draw, keep, onPage, openPad, pad, pictureAt, seenAt, sheet, take } from "../support/pad.ts";
import { expect, expectAccessible, test } from "../support/test.ts";

const WHITE: Dot = [255, 255, 255];
const BLACK: Dot = [40, 35, 26];
const RED: Dot = [194, 47, 30];
const MIDDLE: Place = [0.5, 0.5];
const ACROSS: readonly Place[] = [[0.2, 0.5], [0.8, 0.5]];
const DOWN: readonly Place[] = [[0.5, 0.2], [0.5, 0.8]];

/** The name of today's first drawing. */
const TODAY = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Madrid" });
const NAME = `Drawing ${TODAY}.png`;

async function studio(page: Page): Promise<void> {
  await begin(page, { framework: false });
  await page.goto("evidence/new");
  await expect(page.getByRole("heading", { level: 1, name: "New piece" })).toBeVisible();
}

/** Leaves the studio, and waits for the picture of the drawing on the piece's page. */
async function shown(page: Page, words: string) {
  await press(page, "Done");
  await isSaved(page);
  return page.getByRole("img", { name: words });
}

test("a drawing is a real picture, with what was drawn, rubbed out and left of it", async ({ page }) => {
  await studio(page);
  await openPad(page);
  await take(page, "Pen", "Thick", "Red");
  await draw(page, ACROSS);
  expect(await seenAt(page, [MIDDLE, [0.5, 0.3]])).toEqual([RED, WHITE]);
  await take(page, "Eraser");
  await draw(page, [[0.5, 0.3], [0.5, 0.7]]);
  expect(await seenAt(page, [MIDDLE, [0.25, 0.5]])).toEqual([WHITE, RED]);
  await take(page, "Pen", "Black");
  await draw(page, DOWN);
  await keep(page, "A cross with a gap");

  await expect(artifact(page, NAME)).toBeVisible();
  await expect(artifact(page, NAME).getByLabel("What is on it?")).toHaveValue("A cross with a gap");
  const picture = await shown(page, "A cross with a gap");
  const { size, dots } = await pictureAt(picture, [MIDDLE, [0.25, 0.5], [0.47, 0.5], [0.1, 0.1]]);
  expect(size).toEqual([1600, 1200]);
  expect(dots).toEqual([BLACK, RED, WHITE, WHITE]);
});

test("undo, redo and clear go by key and by button, and leave the piece alone", async ({ page }) => {
  await studio(page);
  await page.getByLabel("Title", { exact: true }).fill("Lines");
  await openPad(page);
  await take(page, "Thick");
  await draw(page, ACROSS);
  await draw(page, DOWN);
  const seen = async () => (await seenAt(page, [[0.25, 0.5], [0.5, 0.25]])).map((dot) => dot[0] < 128);
  expect(await seen()).toEqual([true, true]);
  await page.keyboard.press("Control+z");
  expect(await seen()).toEqual([true, false]);
  await page.keyboard.press("Control+Shift+z");
  expect(await seen()).toEqual([true, true]);
  await press(pad(page), "Clear");
  expect(await seen()).toEqual([false, false]);
  await press(pad(page), "Undo");
  expect(await seen()).toEqual([true, true]);
  await press(pad(page), "Undo");
  await press(pad(page), "Undo");
  await expect(pad(page).getByRole("button", { name: "Undo" })).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Control+z");
  await press(pad(page), "Redo");
  expect(await seen()).toEqual([true, false]);
  await press(pad(page), "Close");
  await expect(page.getByRole("button", { name: "Draw", exact: true })).toBeFocused();
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue("Lines");
});

test.describe("with a touch screen", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  /** Moves a pen over the sheet, through these places, so heavily. */
  async function penStroke(page: Page, devtools: CDPSession, places: readonly Place[], force: number): Promise<void> {
    const shared = { button: "left", pointerType: "pen", force } as const;
    const [first, ...others] = await Promise.all(places.map((place) => onPage(page, place)));
    if (!first) return;
    await devtools.send("Input.dispatchMouseEvent", { type: "mousePressed", buttons: 1, clickCount: 1, ...shared, ...first });
    for (const next of others) await devtools.send("Input.dispatchMouseEvent", { type: "mouseMoved", buttons: 1, ...shared, ...next });
    await devtools.send("Input.dispatchMouseEvent", { type: "mouseReleased", buttons: 0, clickCount: 1, ...shared, ...(others.at(-1) ?? first) });
  }

  async function touches(page: Page, devtools: CDPSession, places: readonly Place[]): Promise<void> {
    const [first, ...others] = await Promise.all(places.map((place) => onPage(page, place)));
    if (!first) return;
    await devtools.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [first] });
    for (const next of others) await devtools.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [next] });
    await devtools.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  }

  /** How many dots of a column of the sheet are dark. */
  async function darkIn(page: Page, across: number): Promise<number> {
    const column = Array.from({ length: 400 }, (_, row): Place => [across, row / 400]);
    return (await seenAt(page, column)).filter((dot) => dot[0] < 128).length;
  }

  test("a finger draws, a pen draws by its pressure, and beside a pen a palm does not", async ({ page }) => {
    await studio(page);
    await openPad(page);
    await take(page, "Thick");
    const devtools = await page.context().newCDPSession(page);
    const even = (across: number): Place[] => [0.1, 0.2, 0.3, 0.4].map((down) => [across, down]);
    const strip = (down: number): Place[] => [0.1, 0.2, 0.3, 0.4].map((across) => [across, down]);

    await touches(page, devtools, even(0.1));
    await expect(sheet(page)).toHaveAccessibleName("Your drawing, 1 stroke");
    expect((await seenAt(page, [[0.1, 0.25]]))[0]).toEqual(BLACK);

    await penStroke(page, devtools, strip(0.6), 0.1);
    const light = await darkIn(page, 0.25);
    await penStroke(page, devtools, strip(0.8), 1);
    const both = await darkIn(page, 0.25);
    expect(light, "a light hand leaves a thin line").toBeGreaterThan(0);
    expect(both - light, "and a heavy one a broad line").toBeGreaterThan(light * 2);
    await expect(sheet(page)).toHaveAccessibleName("Your drawing, 3 strokes");

    await touches(page, devtools, even(0.8));
    await expect(sheet(page), "a palm beside the pen draws nothing").toHaveAccessibleName("Your drawing, 3 strokes");
  });
});

test("a photo of the piece lies underneath, and its own colours come back when the strokes go", async ({ page }) => {
  await studio(page);
  await pick(page, [png("evening.png", 400, 200)]);
  await openPad(page);
  await press(pad(page), "Paper");
  await press(pad(page), "evening.png");
  const box = async () => {
    const { width = 0, height = 1 } = (await sheet(page).boundingBox()) ?? {};
    return width / height;
  };
  await expect.poll(box, "the sheet takes the photo's shape").toBeCloseTo(2, 1);
  await expect.poll(async () => (await seenAt(page, [MIDDLE]))[0]).not.toEqual(WHITE);
  const [photo] = await seenAt(page, [MIDDLE]);
  await take(page, "Thick", "White");
  await draw(page, ACROSS);
  expect(await seenAt(page, [MIDDLE])).toEqual([WHITE]);
  await take(page, "Eraser");
  await draw(page, [[0.4, 0.5], [0.6, 0.5]]);
  expect(await seenAt(page, [MIDDLE])).toEqual([photo]);
  await keep(page, "Evening with a line");

  const picture = await shown(page, "Evening with a line");
  const { size, dots } = await pictureAt(picture, [MIDDLE, [0.25, 0.5]]);
  expect(size).toEqual([1600, 800]);
  expect(dots[1]).toEqual(WHITE);
  expect(Math.abs((dots[0]?.[0] ?? 0) - (photo?.[0] ?? 255))).toBeLessThan(6);
});

test("a photo from the device becomes a part of the piece as well", async ({ page }) => {
  await studio(page);
  await openPad(page);
  await press(pad(page), "Paper");
  await pad(page).getByLabel("Choose a photo").setInputFiles(png("canal.png", 200, 200));
  await expect.poll(async () => (await seenAt(page, [MIDDLE]))[0]).not.toEqual(WHITE);
  await press(pad(page), "Close the choice of paper");
  await press(pad(page), "Close");
  await expect(artifact(page, "canal.png")).toBeVisible();
});

test("instead of drawing one can say it, by keyboard alone", async ({ page }) => {
  await studio(page);
  const keys = page.keyboard;
  await page.getByRole("button", { name: "Draw", exact: true }).press("Enter");
  await expect(sheet(page)).toBeVisible();
  const describe = pad(page).getByRole("button", { name: "Describe it instead" });
  while (!(await describe.evaluate((button) => button === document.activeElement))) await keys.press("Tab");
  await keys.press("Enter");
  const field = pad(page).getByLabel("What would you draw?");
  await expect(field).toBeFocused();
  await keys.press("Tab");
  await keys.press("Tab");
  await keys.press("Enter");
  await expect(pad(page).getByRole("alert")).toContainText("There is nothing yet.");
  await field.focus();
  await keys.type("A hill with a house on it, and smoke that goes straight up.");
  await keys.press("Tab");
  await keys.press("Tab");
  await keys.press("Enter");
  await expect(pad(page)).toBeHidden();
  await expect(artifact(page, NAME).getByLabel("What is on it?")).toHaveValue("A hill with a house on it, and smoke that goes straight up.");
  const picture = await shown(page, "A hill with a house on it, and smoke that goes straight up.");
  const row = Array.from({ length: 300 }, (_, at): Place => [0.08 + at / 400, 0.13]);
  const { dots } = await pictureAt(picture, row);
  expect(dots.some((dot) => dot[0] < 128), "the words stand on the sheet").toBe(true);
});

test("a drawing can be gone on with, and the new picture stands in place of the old", async ({ page }) => {
  await studio(page);
  await openPad(page);
  await take(page, "Thick", "Red");
  await draw(page, ACROSS);
  await keep(page, "A line");
  await press(page, `Go on drawing ${NAME}`);
  await expect(sheet(page)).toHaveAccessibleName("Your drawing, 1 stroke");
  await expect.poll(() => seenAt(page, [MIDDLE])).toEqual([RED]);
  await take(page, "Thick", "Black");
  await draw(page, [[0.3, 0.2], [0.3, 0.8]]);
  await press(pad(page), "Done");
  await expect(pad(page).getByLabel("What is on your drawing?")).toHaveValue("A line");
  await pad(page).getByLabel("What is on your drawing?").fill("A line and a pole");
  await press(pad(page), "Put it in my piece");
  await expect(artifact(page, NAME).getByLabel("What is on it?")).toHaveValue("A line and a pole");
  await expect(page.getByRole("region", { name: "Files and links" }).locator("bdi")).toHaveText([NAME]);
  const picture = await shown(page, "A line and a pole");
  const { dots } = await pictureAt(picture, [MIDDLE, [0.3, 0.3]]);
  expect(dots).toEqual([RED, BLACK]);
});

test("a second drawing of the day has a name of its own", async ({ page }) => {
  await studio(page);
  for (const words of ["One", "Two"]) {
    await openPad(page);
    await draw(page, ACROSS);
    await keep(page, words);
    await expect(artifact(page, words === "One" ? NAME : `Drawing ${TODAY} (2).png`)).toBeVisible();
  }
});

test("what was drawn when the page ended is offered again", async ({ newDevice }) => {
  const device = newDevice();
  let page = await device.open();
  await studio(page);
  await openPad(page);
  await take(page, "Thick", "Red");
  await draw(page, ACROSS);
  await expect.poll(() => unfinished(page), "it is kept soon").toContain("data-ink");
  const devtools = await page.context().newCDPSession(page);
  const gone = page.waitForEvent("crash");
  devtools.send("Page.crash").catch(() => undefined);
  await gone;
  await device.close();

  page = await device.open("evidence/new");
  await press(page, "Draw");
  await expect(pad(page).getByText("You had not finished this drawing.")).toBeVisible();
  const picture = pad(page).getByRole("img", { name: "The drawing that is not finished" });
  expect((await pictureAt(picture, [MIDDLE])).dots).toEqual([RED]);
  await expectAccessible(page);
  await press(pad(page), "Go on with it");
  await expect.poll(() => seenAt(page, [MIDDLE])).toEqual([RED]);
  await keep(page, "Saved from a crash");
  await expect(artifact(page, NAME)).toBeVisible();
  await expect.poll(() => unfinished(page), "and then it is forgotten").toBe("");
  await openPad(page);
  await expect(sheet(page)).toHaveAccessibleName("The sheet. Nothing is drawn yet.");
});

test("what was not finished of a drawing goes for ever with its piece", async ({ page }) => {
  await studio(page);
  await page.getByLabel("Title", { exact: true }).fill("Not for you");
  await openPad(page);
  await draw(page, ACROSS);
  await keep(page, "A line");
  await press(page, `Go on drawing ${NAME}`);
  await expect(sheet(page)).toHaveAccessibleName("Your drawing, 1 stroke");
  await draw(page, DOWN);
  await press(pad(page), "Close");
  await expect.poll(() => unfinished(page), "it is kept").toContain("data-ink");
  await press(page, "Done");
  await press(page, "Put in the trash");
  await press(page, "Show the trash");
  await page.getByRole("link", { name: "Not for you" }).click();
  await press(page, "Erase for ever");
  expect(await unfinished(page), "in the trash it can come back").toContain("data-ink");
  await press(page, "Yes, erase it");
  await expect(page.getByText("The piece is erased")).toBeVisible();
  await expect.poll(() => unfinished(page)).toBe("");
});

/** What is kept of drawings that are not finished. */
async function unfinished(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const name = (await indexedDB.databases()).map((database) => database.name ?? "").find((name) => name.startsWith("cairn-")) ?? "";
    const asked = <T>(request: IDBRequest<T>) => new Promise<T>((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    const database = await asked(indexedDB.open(name));
    const drawings = IDBKeyRange.bound("drawing", "drawing\uffff");
    const values = await asked(database.transaction("meta").objectStore("meta").getAll(drawings));
    database.close();
    return values.join("\n");
  });
}

test("closing the pad loses nothing, and starting anew is a choice", async ({ page }) => {
  await studio(page);
  await openPad(page);
  await draw(page, ACROSS);
  await page.keyboard.press("Escape");
  await expect(pad(page)).toBeHidden();
  await press(page, "Draw");
  await press(pad(page), "Start a new one");
  await expect(sheet(page)).toHaveAccessibleName("The sheet. Nothing is drawn yet.");
  await press(pad(page), "Close");
  await openPad(page);
  await expect(pad(page).getByText("You had not finished this drawing.")).toBeHidden();
});

for (const width of [1280, 320]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: width === 320 ? 568 : 800 } });

    test("the pad is accessible, and nothing of it is out of reach", async ({ page }) => {
      await studio(page);
      await openPad(page);
      await draw(page, ACROSS);
      await expectAccessible(page);
      for (const control of await pad(page).locator("button:visible, label:visible").all()) {
        await expect(control).toBeInViewport({ ratio: 1 });
        const box = await control.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0), await control.innerText()).toBeGreaterThanOrEqual(24);
      }
      await press(pad(page), "Paper");
      await expectAccessible(page);
      await press(pad(page), "Close the choice of paper");
      await press(pad(page), "Done");
      await expectAccessible(page);
    });
  });
}
