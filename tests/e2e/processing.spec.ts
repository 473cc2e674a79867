import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { holdFilesBack } from "../support/database.ts";
import { type FileToGive, pdf, png, text, wav, webm } from "../support/files.ts";
import { artifact, begin, goTo, isSaved, pick, pieces, press } from "../support/learner.ts";
import { jpeg, mp4, scan } from "../support/photos.ts";
import { takeOut } from "../support/portfolio.ts";
import { expect, test } from "../support/test.ts";

/** Opens the studio for a new piece. */
async function newPiece(page: Page): Promise<void> {
  await page.goto("evidence/new");
  await page.getByLabel("Title", { exact: true }).fill("Kites");
}

/** Width and height of the small picture in an element, once it can be seen; it only decorates, so it has no role. */
async function thumbOf(place: Locator): Promise<[number, number]> {
  const image = place.locator(".thumb img");
  await expect.poll(() => image.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true);
  return image.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
}

test("photos and films get small pictures, upright, and sounds their shape", async ({ page }) => {
  await begin(page);
  await newPiece(page);
  const upright = await jpeg(page, "upright.jpg", { make: "Pix", orientation: 6 });
  const film = await webm(page);
  await pick(page, [upright, film, wav()]);
  expect(await thumbOf(artifact(page, "upright.jpg"))).toEqual([214, 320]);
  expect(await thumbOf(artifact(page, "squares.webm"))).toEqual([96, 64]);
  await expect(artifact(page, "note.wav").locator(".waveform").first()).toBeVisible();
  await expect(artifact(page, "note.wav")).toContainText("Sound · 0:01");
  await isSaved(page);
  await press(page, "Done");

  const sound = page.getByRole("figure").filter({ hasText: "note.wav" });
  await expect(sound.locator(".waveform")).toBeVisible();
  const photo = page.getByRole("img", { name: "upright.jpg" });
  await expect(photo).toHaveAttribute("width", "600");
  await expect(photo).toHaveAttribute("height", "900");
  await goTo(page, "Evidence");
  expect(await thumbOf(pieces(page).first())).toEqual([214, 320]);
  await goTo(page, "Today");
  expect(await thumbOf(page.getByRole("region", { name: "Lately" }))).toEqual([214, 320]);
});

/** The files of the only piece, as they lie in a ZIP. */
async function filesInZip(page: Page, names: string[]): Promise<Buffer[]> {
  const zip = await takeOut(page);
  const folder = mkdtempSync(join(tmpdir(), "cairn-unzipped-"));
  execFileSync("python3", ["-m", "zipfile", "--extract", zip.path, folder]);
  const readable = JSON.parse(readFileSync(join(folder, "portfolio.json"), "utf8")) as {
    evidence: { artifacts: { file: { name: string; path: string } }[] }[];
  };
  const files = readable.evidence.flatMap((piece) => piece.artifacts.map((artifact) => artifact.file));
  const bytes = names.map((name) => readFileSync(join(folder, files.find((file) => file.name === name)?.path ?? "")));
  rmSync(folder, { recursive: true });
  return bytes;
}

test("a photo does not tell where it was taken, and shows what it showed, the same way up", async ({ page }) => {
  await begin(page);
  await newPiece(page);
  const plain = await jpeg(page, "plain.jpg");
  const told = await jpeg(page, "told.jpg", { make: "Pixels", orientation: 6, place: [40, 3] });
  expect(told.buffer.includes("Pixels"), "the photo tells what took it").toBe(true);
  const words: FileToGive = text("notes.txt", "Pixels, 40 north");
  await pick(page, [plain, told, words]);
  const row = artifact(page, "told.jpg");
  await expect(row).toContainText("Taken out of the copy in Cairn: ");
  await expect(row).toContainText("the place where it was made");
  await expect(row).toContainText("details of the camera or phone");
  await expect(row).toContainText("The file you picked is unchanged.");
  await expect(artifact(page, "plain.jpg")).not.toContainText("Taken out");
  expect(await thumbOf(row), "it still stands upright").toEqual([214, 320]);
  await press(page, "Done");
  const [kept, clean, same] = await filesInZip(page, ["plain.jpg", "told.jpg", "notes.txt"]);
  expect(kept).toEqual(plain.buffer);
  expect(same).toEqual(words.buffer);
  const shown = scan(told.buffer);
  expect(clean?.subarray(-shown.length)).toEqual(shown);
  const head = clean?.subarray(0, -shown.length);
  expect(head?.includes("Pixels")).toBe(false);
  expect(head?.includes(Buffer.from([0x25, 0x88])), "no table of places").toBe(false);
});

test("a preview is nobody's act: the way back leads past it", async ({ page }) => {
  await begin(page);
  await newPiece(page);
  await pick(page, [await jpeg(page)]);
  await thumbOf(artifact(page, "kite.jpg"));
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("Control+z");
  await expect(artifact(page, "kite.jpg")).toHaveCount(0);
});

test("what is broken, or is nothing to see, keeps its icon", async ({ page }) => {
  await begin(page);
  await newPiece(page);
  const whole = await jpeg(page, "half.jpg");
  const cut = { ...whole, buffer: whole.buffer.subarray(0, 700) };
  await pick(page, [cut, text("film.mp4", "no film at all"), png("small.png")]);
  expect(await thumbOf(artifact(page, "small.png")), "a small picture is shown itself").toEqual([160, 120]);
  await expect(artifact(page, "half.jpg").getByText("Picture", { exact: true })).toBeVisible();
  await expect(artifact(page, "half.jpg").locator(".thumb img")).toHaveCount(0);
});

test("a film names the place that it tells, and forgets it when asked", async ({ page }) => {
  await begin(page);
  await newPiece(page);
  await pick(page, [mp4()]);
  const row = artifact(page, "walk.mp4");
  await expect(row).toContainText("This file tells something that you may not want to share:");
  await expect(row.getByRole("listitem").filter({ hasText: "the place where it was made" })).toContainText("40.4168");
  await press(row, "Take it out of walk.mp4");
  await expect(page.getByRole("status").filter({ hasText: "walk.mp4 in Cairn does not tell it any more." })).toBeVisible();
  await expect(row).toContainText("Taken out of the copy in Cairn: the place where it was made");
  await expect(row).not.toContainText("This file tells");
  await isSaved(page);
  await press(page, "Done");
  const [clean] = await filesInZip(page, ["walk.mp4"]);
  expect(clean?.includes("+40.4168")).toBe(false);
  expect(clean?.subarray(-64), "what is shown stays").toEqual(mp4().buffer.subarray(-64));
});

test("a document says how many pages it has", async ({ page }) => {
  await begin(page);
  await newPiece(page);
  await pick(page, [pdf()]);
  await expect(artifact(page, "report.pdf")).toContainText("PDF · 1 page");
  await press(page, "Done");
  await expect(page.getByRole("figure")).toContainText("PDF · 1 page");
});

test("a picture that would take all memory is not decoded", async ({ page }) => {
  await begin(page);
  await newPiece(page);
  const huge = png("huge.png");
  huge.buffer.writeUInt32BE(50_000, 16);
  huge.buffer.writeUInt32BE(50_000, 20);
  await pick(page, [huge, png("small.png")]);
  await thumbOf(artifact(page, "small.png"));
  await expect(artifact(page, "huge.png").getByText("Picture", { exact: true })).toBeVisible();
});

test("a large file on its way in shows how far it is, and can be stopped", async ({ page }) => {
  await begin(page);
  await newPiece(page);
  const folder = mkdtempSync(join(tmpdir(), "cairn-large-"));
  const path = join(folder, "film.bin");
  writeFileSync(path, "");
  truncateSync(path, 256 << 20);
  await page.getByLabel("Choose files").setInputFiles(path);
  await expect(page.getByRole("progressbar", { name: "Adding film.bin" })).toBeVisible();
  await press(page, "Stop");
  await expect(page.getByText("Stopped. Nothing of film.bin was kept; the file itself is untouched.")).toBeVisible();
  await expect(artifact(page, "film.bin")).toHaveCount(0);
  rmSync(folder, { recursive: true });
});

test("nobody goes to another portfolio while files are on their way into a piece of this one", async ({ page }) => {
  await begin(page);
  await newPiece(page);
  const letIn = await holdFilesBack(page);
  await page.getByLabel("Choose files").setInputFiles([png("kite.png")]);
  await expect(page.getByRole("progressbar", { name: "Adding kite.png" })).toBeVisible();
  await goTo(page, "Settings");
  await press(page, "Begin another portfolio");
  await expect(page.getByText("Files are still on their way into a piece. Wait a moment until they are there, then go on.")).toBeVisible();
  await letIn();
  await goTo(page, "Evidence");
  await page.getByRole("link", { name: "Kites" }).click();
  await expect(page.getByRole("img", { name: "kite.png" })).toBeVisible();
  await goTo(page, "Settings");
  await press(page, "Begin another portfolio");
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Settings");
});
