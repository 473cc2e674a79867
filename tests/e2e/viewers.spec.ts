import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "../support/axe.ts";
import { Canary, SCRIPT } from "../support/canary.ts";
import { type FileToGive, pdf, png, text, wav, webm } from "../support/files.ts";
import { addPiece, artifact, begin, pick, press, unfold } from "../support/learner.ts";
import { expect, test } from "../support/test.ts";

/** A figure of the piece's page, by the name of its file. */
function figure(page: Page, name: string): Locator {
  return page.getByRole("figure").filter({ hasText: name });
}

/** Where the middle of an element is in the window. */
async function middle(place: Locator): Promise<{ x: number; y: number }> {
  const box = await place.boundingBox();
  if (!box) throw new Error("it cannot be seen");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Opens the only picture of a new piece, and waits for it. */
async function lookCloser(page: Page): Promise<{ viewer: Locator; picture: Locator; says: Locator }> {
  await begin(page);
  await addPiece(page, { title: "Evening", files: [png("evening.png", 1200, 800)] });
  await press(page, "Look closer: evening.png");
  const viewer = page.getByRole("dialog", { name: "evening.png" });
  const picture = viewer.getByRole("img", { name: "evening.png" });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
  const says = viewer.getByRole("status");
  await expect(says).toHaveText("All of it");
  return { viewer, picture, says };
}

test("a picture is brought closer and moved by buttons and by keys alone", async ({ page }) => {
  const { viewer, picture, says } = await lookCloser(page);
  await expect(viewer.getByRole("group", { name: /^The picture\./ }), "its keys work at once").toBeFocused();
  await expectAccessible(page);
  await press(viewer, "Closer");
  await expect(says).toHaveText("150%");
  await press(viewer, "Farther");
  await expect(says).toHaveText("All of it");

  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await expect(says).toHaveText("225%");
  const before = await middle(picture);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  const after = await middle(picture);
  expect(after.x, "what lies to the right comes into sight").toBeLessThan(before.x - 50);
  expect(after.y).toBeLessThan(before.y - 50);
  await page.keyboard.press("0");
  await expect(says).toHaveText("All of it");

  await page.keyboard.press("Escape");
  await expect(viewer).toBeHidden();
  await expect(page.getByRole("button", { name: "Look closer: evening.png" })).toBeFocused();
});

test("a picture is brought closer by the wheel under the pointer, drawn along by the hand, and held in its frame", async ({ page }) => {
  const { picture, says } = await lookCloser(page);
  const at = await middle(picture);
  await page.mouse.move(at.x + 100, at.y);
  await page.mouse.wheel(0, -400);
  await expect(says).toHaveText("272%");
  const near = await middle(picture);
  expect(near.x, "what is under the pointer stays there").toBeCloseTo(at.x + 100 - 100 * Math.E, 0);

  await page.mouse.down();
  await page.mouse.move(at.x + 160, at.y + 40);
  await page.mouse.up();
  const moved = await middle(picture);
  expect([moved.x - near.x, moved.y - near.y].map(Math.round)).toEqual([60, 40]);
  await page.mouse.down();
  await page.mouse.move(at.x + 9000, at.y);
  await page.mouse.up();
  const edge = await picture.boundingBox();
  expect(edge?.x, "no emptiness is drawn in").toBeLessThanOrEqual(1);
  await page.mouse.dblclick(at.x, at.y);
  await expect(says).toHaveText("All of it");
});

test("two fingers bring a picture closer", async ({ page, context }) => {
  const { picture, says } = await lookCloser(page);
  const { x, y } = await middle(picture);
  const hand = await context.newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", apart: number[]) =>
    hand.send("Input.dispatchTouchEvent", { type, touchPoints: apart.map((far, id) => ({ x: x + far, y, id })) });
  await touch("touchStart", [-50, 50]);
  await touch("touchMove", [-75, 75]);
  await touch("touchMove", [-100, 100]);
  await touch("touchEnd", []);
  await expect(says).toHaveText("200%");
});

/** Red, then blue, again and again. */
function moving(): FileToGive {
  const colours = Buffer.from([255, 0, 0, 0, 0, 255]);
  const head = Buffer.concat([Buffer.from("GIF89a\x40\0\x40\0\x80\0\0", "latin1"), colours]);
  const repeats = Buffer.from("\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0", "latin1");
  // One pixel on a screen of 64 by 64, for a fifth of a second: LZW of two bits, the colour between a clear code and the end.
  const frame = (codes: number) =>
    Buffer.from([0x21, 0xf9, 4, 0, 20, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, codes, 1, 0]);
  return { name: "lights.gif", mimeType: "image/gif", buffer: Buffer.concat([head, repeats, frame(0x44), frame(0x4c), Buffer.from([0x3b])]) };
}

test("a picture that moves can be stopped, and stands still for who wants less motion", async ({ page }) => {
  await begin(page);
  await addPiece(page, { title: "Lights", files: [moving(), png()] });
  const picture = page.getByRole("img", { name: "lights.gif" });
  const still = figure(page, "lights.gif").locator("canvas");
  await expect(still).toBeHidden();
  await press(page, "Stop lights.gif");
  await expect(still).toBeVisible();
  const first = await still.evaluate((canvas: HTMLCanvasElement) => Array.from(canvas.getContext("2d")?.getImageData(0, 0, 1, 1).data ?? []));
  expect(first, "it stands where it begins").toEqual([255, 0, 0, 255]);
  await expect(picture, "its words are still there").toHaveCSS("opacity", "0");
  await press(page, "Let lights.gif move");
  await expect(still).toBeHidden();
  await expect(page.getByRole("button", { name: "Stop evening.png" })).toHaveCount(0);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.reload();
  await expect(page.getByRole("button", { name: "Let lights.gif move" })).toBeVisible();
  await expectAccessible(page);
});

test("a sound is played at any speed, and its places are found by pressing on its shape and by keys", async ({ page }) => {
  await begin(page);
  await addPiece(page, { title: "A long note", files: [wav("note.wav", 20)] });
  const sound = figure(page, "note.wav").locator("audio");
  const place = page.getByRole("slider", { name: "Place in note.wav" });
  await expect(place).toHaveAttribute("aria-valuetext", "0:00 of 0:20");
  await place.press("ArrowRight");
  await expect(place).toHaveAttribute("aria-valuetext", "0:05 of 0:20");
  await place.press("ArrowLeft");
  await place.press("ArrowLeft");
  await expect(place, "before the beginning is nothing").toHaveAttribute("aria-valuetext", "0:00 of 0:20");
  await place.click();
  await expect.poll(() => sound.evaluate((sound: HTMLAudioElement) => Math.round(sound.currentTime))).toBe(10);
  await place.press("End");
  await expect(place).toHaveAttribute("aria-valuetext", "0:20 of 0:20");
  await place.press("Home");

  await page.getByLabel("Speed of note.wav").selectOption("1.5×");
  expect(await sound.evaluate((sound: HTMLAudioElement) => sound.playbackRate)).toBe(1.5);
  await press(page, "Play");
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await expect.poll(() => sound.evaluate((sound: HTMLAudioElement) => sound.currentTime)).toBeGreaterThan(0.2);
  await press(page, "Pause");
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  await expectAccessible(page);
});

const CAPTIONS = [
  "WEBVTT",
  "NOTE Ana wrote this",
  "00:00.000 --> 00:00.400\n<v Ana>It moves</v> to the right",
  `00:00.500 --> 00:00.900 line:0\n<img src=x onerror="${SCRIPT}">and &lt;b&gt;down&lt;/b&gt;`,
].join("\n\n");

test("a film has a speed and captions, which stand beside it as lines that lead to their moments", async ({ page, context }) => {
  const canary = Canary.watch(context);
  await begin(page);
  const film = await webm(page);
  await addPiece(page, { title: "Squares", files: [film, text("squares.en.vtt", CAPTIONS, "text/vtt"), text("other.vtt", "no captions")] });
  await expect(page.getByRole("figure"), "captions belong to their film").toHaveCount(2);
  await expect(page.getByRole("button", { name: "Save a copy of squares.en.vtt" })).toBeVisible();
  const video = figure(page, "squares.webm").locator("video");
  await page.getByLabel("Speed of squares.webm").selectOption("0.5×");
  expect(await video.evaluate((film: HTMLVideoElement) => film.playbackRate)).toBe(0.5);

  const button = page.getByRole("button", { name: "Captions" });
  await expect(button).toHaveAttribute("aria-pressed", "true");
  const mode = () => video.evaluate((film: HTMLVideoElement) => film.textTracks[0]?.mode);
  expect(await mode()).toBe("showing");
  await button.click();
  expect(await mode()).toBe("hidden");
  await button.click();

  await unfold(page, "What is said");
  await expect(page.getByRole("button", { name: "Ana: It moves to the right" })).toHaveAttribute("aria-current", "true");
  const second = page.getByRole("button", { name: "and <b>down</b>" });
  await second.press("Enter");
  await expect.poll(() => video.evaluate((film: HTMLVideoElement) => film.currentTime)).toBeCloseTo(0.5, 1);
  await expect(second).toHaveAttribute("aria-current", "true");
  const shown = await video.evaluate((film: HTMLVideoElement) => {
    const cues = Array.from(film.textTracks[0]?.cues ?? []) as VTTCue[];
    return cues.map((cue) => cue.getCueAsHTML().textContent);
  });
  expect(shown).toEqual(["Ana: It moves to the right", "and <b>down</b>"]);
  await expectAccessible(page);
  await canary.isSilent();
});

test("the studio says how a film gets captions, and when it has them", async ({ page }) => {
  await begin(page);
  const film = await webm(page);
  await page.goto("evidence/new");
  await pick(page, [film]);
  await expect(artifact(page, "squares.webm")).toContainText("For captions, add a WebVTT file called squares.vtt.");
  await pick(page, [text("squares.vtt", CAPTIONS, "text/vtt")]);
  await expect(artifact(page, "squares.webm")).toContainText("Captions: squares.vtt");
});

test("captions that cannot be read are said to be so", async ({ page }) => {
  await begin(page);
  await addPiece(page, { title: "Note", files: [wav(), text("note.vtt", "only a list")] });
  await expect(page.getByText("note.vtt holds no captions that Cairn can read.")).toBeVisible();
});

test("where the browser shows no PDF, opening it and saving a copy are there", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "pdfViewerEnabled", { get: () => false }));
  await begin(page);
  await addPiece(page, { title: "Beans", files: [pdf()] });
  await expect(page.getByText("This browser shows no PDF in place.")).toBeVisible();
  await expect(page.locator("iframe")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Open in a new tab: report.pdf" })).toHaveAttribute("href", /^blob:/);
  await expect(page.getByRole("button", { name: "Save a copy of report.pdf" })).toBeVisible();
});

test("on paper there is the work and what is said of it, and nothing to press", async ({ page }) => {
  await begin(page);
  const program = Array.from({ length: 60 }, (_, line) => `print("line ${line + 1}", ${"1 + ".repeat(60)}1)`).join("\n");
  const files = [png(), wav(), text("beans.py", program, "text/x-python")];
  await addPiece(page, { title: "Beans", text: "They [grew](https://beans.example/).", files, date: "2026-03-09", reflection: "Good." });
  const code = page.getByRole("group", { name: "Text of beans.py" });
  await expect(code.getByText(/^print\("line 60"/)).toBeAttached();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("heading", { level: 1, name: "Beans" })).toBeVisible();
  await expect(page.getByText("Ana · March 9, 2026")).toBeVisible();
  await expect(page.getByRole("img", { name: "evening.png" })).toBeVisible();
  await expect(page.getByText("Good.")).toBeVisible();
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("navigation")).toHaveCount(0);
  const ink = await page.getByRole("heading", { level: 1 }).evaluate((title) => getComputedStyle(title).color);
  expect(ink, "paper is light, whatever the screen is").toBe("rgb(40, 35, 26)");
  const cut = await code.evaluate((box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1);
  expect(cut, "paper does not scroll").toBe(false);
});
