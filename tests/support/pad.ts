import { type Locator, type Page, expect } from "@playwright/test";
import { press } from "./learner.ts";

/** A place on the sheet: how far across and how far down, 0 to 1. */
export type Place = readonly [across: number, down: number];

/** Red, green and blue of one dot. */
export type Dot = [number, number, number];

/** Opens the pad for a new drawing, in the studio. */
export async function openPad(page: Page): Promise<Locator> {
  await press(page, "Draw");
  await expect(sheet(page)).toBeVisible();
  return pad(page);
}

/** The pad, while it is open. */
export function pad(page: Page): Locator {
  return page.getByRole("dialog", { name: "Drawing" });
}

/** The sheet in it. */
export function sheet(page: Page): Locator {
  return pad(page).getByRole("img", { name: /^(The sheet|Your drawing)/ });
}

/** Where a place of the sheet is on the page, in pixels. */
export async function onPage(page: Page, [across, down]: Place): Promise<{ x: number; y: number }> {
  const box = await sheet(page).boundingBox();
  if (!box) throw new Error("the sheet is not there");
  return { x: box.x + box.width * across, y: box.y + box.height * down };
}

/** Draws a line with the mouse. */
export async function draw(page: Page, places: readonly Place[]): Promise<void> {
  const [first, ...others] = await Promise.all(places.map((place) => onPage(page, place)));
  if (!first) return;
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  for (const { x, y } of others) await page.mouse.move(x, y, { steps: 8 });
  await page.mouse.up();
}

/** Takes a tool, a breadth or a colour by its label. */
export async function take(page: Page, ...labels: string[]): Promise<void> {
  for (const label of labels) {
    const choice = pad(page).getByRole("radio", { name: label, exact: true });
    await choice.check();
    await expect(choice).toBeChecked();
  }
}

/** What is seen of the sheet at some places: all its canvases together. */
export async function seenAt(page: Page, places: readonly Place[]): Promise<Dot[]> {
  return sheet(page).evaluate((element, places) => {
    const canvases = Array.from(element.querySelectorAll("canvas"));
    const [width, height] = [canvases[0]?.width ?? 0, canvases[0]?.height ?? 0];
    const ink = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d", { willReadFrequently: true });
    if (!ink) throw new Error("no canvas");
    for (const canvas of canvases) {
      ink.globalAlpha = Number(getComputedStyle(canvas).opacity);
      ink.drawImage(canvas, 0, 0);
    }
    const dot = ([across, down]: readonly [number, number]) =>
      Array.from(ink.getImageData(Math.floor(across * width), Math.floor(down * height), 1, 1).data).slice(0, 3);
    return places.map(dot) as [number, number, number][];
  }, places);
}

/** What a picture on the page looks like at some places, and its size. */
export async function pictureAt(picture: Locator, places: readonly Place[]): Promise<{ size: [number, number]; dots: Dot[] }> {
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBeTruthy();
  return picture.evaluate((image: HTMLImageElement, places) => {
    const [width, height] = [image.naturalWidth, image.naturalHeight];
    const ink = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d", { willReadFrequently: true });
    if (!ink) throw new Error("no canvas");
    ink.drawImage(image, 0, 0);
    const dot = ([across, down]: readonly [number, number]) =>
      Array.from(ink.getImageData(Math.floor(across * width), Math.floor(down * height), 1, 1).data).slice(0, 3);
    return { size: [width, height], dots: places.map(dot) as [number, number, number][] };
  }, places);
}

/** Puts the drawing into the piece. */
export async function keep(page: Page, words: string): Promise<void> {
  await press(pad(page), "Done");
  await pad(page).getByLabel("What is on your drawing?").fill(words);
  await press(pad(page), "Put it in my piece");
  await expect(pad(page)).toBeHidden();
}
