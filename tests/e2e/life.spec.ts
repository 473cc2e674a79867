import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { png, text } from "../support/files.ts";
import { addPiece, artifact, begin, fillStudio, goTo, isSaved, press, unfold } from "../support/learner.ts";
import { backUpNow, bringFrom, connect, isBackedUp } from "../support/storage.ts";
import { ANA, expect, expectAccessible, test } from "../support/test.ts";
import { Words } from "../support/words.ts";

const title = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name, exact: true });

/** What the strip on the piece's page says. */
const strip = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 2, name });

/** Sends the piece whose page is open, saying what changed if that is asked. */
async function send(page: Page, { again = false, changed = "" } = {}): Promise<void> {
  await press(page, again ? "Send it again" : "Send it");
  const dialog = page.getByRole("dialog", { name: "Send this piece?" });
  if (changed) await dialog.getByLabel(/^What changed since /).fill(changed);
  await press(dialog, "Send it");
  await expect(strip(page, /^Sent on /)).toBeVisible();
  await isSaved(page);
}

/** Opens the studio from the piece's page, fills it in, and comes back. */
async function change(page: Page, parts: { title?: string; text?: string; reflection?: string }): Promise<void> {
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await fillStudio(page, parts);
  await press(page, "Done");
  await isSaved(page);
}

const sent = (page: Page): Locator => page.getByRole("region", { name: "What you sent" }).getByRole("listitem");

test("a piece is sent, changed, sent again with what changed, taken back, and every copy is exactly as it was", async ({ page }) => {
  test.slow();
  await begin(page);
  await addPiece(page, {
    title: "Beans",
    text: "The bean grew 4 cm in a week.",
    files: [png("day-1.png"), text("notes.txt", "wet")],
    claims: { "Hand tools": "2 · getting there" },
    reflection: "I would water less.",
  });
  await expect(strip(page, "Draft")).toBeVisible();

  await press(page, "Send it");
  const dialog = page.getByRole("dialog", { name: "Send this piece?" });
  await expect(dialog.getByText("12 words · 2 files and links · 1 competency")).toBeVisible();
  await expect(dialog.getByText("One file has no words yet for people who cannot see or hear it.")).toBeVisible();
  await press(dialog, "Not yet");
  await expect(dialog).toBeHidden();
  await send(page);
  await expect(page.getByText("The copy is on this device only.")).toBeVisible();

  await change(page, { text: "The bean grew 14 cm in a week." });
  await expect(strip(page, /^Changed since you sent it on /)).toBeVisible();
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await press(page, "Remove day-1.png");
  await press(page, "Done");
  await send(page, { again: true, changed: "I had measured wrong." });
  await expect(sent(page)).toHaveCount(2);
  await expect(sent(page).first()).toContainText("I had measured wrong.");

  await sent(page).first().getByRole("link").click();
  await expect(title(page, "Beans")).toBeVisible();
  const changes = page.getByRole("region", { name: "What changed" });
  await expect(changes.getByText("I had measured wrong.")).toBeVisible();
  await expect(changes.locator("del")).toHaveText(["[gone: 4 :gone]", "day-1.png"]);
  await expect(changes.locator("ins")).toHaveText(["[new: 14 :new]"]);

  await page.goBack();
  await sent(page).last().getByRole("link").click();
  await expect(page.getByText(/^Exactly as you sent it on /)).toBeVisible();
  const as = page.getByRole("main");
  await expect(as.getByText("The bean grew 4 cm in a week.")).toBeVisible();
  await expect(as.getByText("I would water less.")).toBeVisible();
  await expect(as.getByRole("link", { name: "Hand tools" })).toBeVisible();
  await expect.poll(() => as.getByRole("img", { name: "day-1.png" }).evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(160);
  await expect(as.getByRole("figure").filter({ hasText: "notes.txt" }).getByText("wet")).toBeVisible();
  await as.getByText(/^Fingerprint of the copy/).click();
  const hash = await as.getByText(/^[0-9a-f]{64}$/).innerText();

  await test.step("it can be saved as one file, which any unzip opens", async () => {
    const saved = page.waitForEvent("download");
    await press(page, "Save it as one file");
    const folder = mkdtempSync(join(tmpdir(), "cairn-packet-"));
    execFileSync("python3", ["-m", "zipfile", "--extract", await (await saved).path(), folder]);
    expect(createHash("sha256").update(readFileSync(join(folder, "manifest.json"))).digest("hex")).toBe(hash);
    expect(readFileSync(join(folder, "files", "01 day-1.png"))).toEqual(png("day-1.png").buffer);
    expect(readFileSync(join(folder, "text.md"), "utf8")).toBe("The bean grew 4 cm in a week.");
    expect(readFileSync(join(folder, "README.txt"), "utf8")).toContain(hash);
    rmSync(folder, { recursive: true });
    await expect(page.getByText(/^The file is ready: Beans .*\.zip/)).toBeVisible();
  });
  await press(page, "Take it back");
  await expect(as.getByText(/^Taken back on /)).toBeVisible();

  await page.getByRole("link", { name: "Go to your piece" }).click();
  await expect(strip(page, /^Sent on /), "the newer one stands").toBeVisible();
  await press(page, "Take it back");
  await expect(strip(page, /^Taken back on /)).toBeVisible();
  await isSaved(page);
  await page.reload();
  await expect(strip(page, /^Taken back on /)).toBeVisible();
});

test("sending works with no network, and can be taken back by Undo", async ({ page, cairn }) => {
  await begin(page, { framework: false });
  await addPiece(page, { title: "On the bus", text: "Three sentences." });
  await cairn.goOffline();
  await press(page, "Send it");
  const dialog = page.getByRole("dialog", { name: "Send this piece?" });
  await expect(dialog.getByText("You have not said yet what it shows.")).toBeVisible();
  await press(dialog, "Send it");
  await expect(strip(page, /^Sent on /)).toBeFocused();
  await press(page.getByRole("status").filter({ hasText: "It is sent" }), "Undo");
  await expect(strip(page, "Draft")).toBeVisible();
  await expect(sent(page)).toHaveCount(0);
});

test("what was sent is on the storage when it says so, and the other device opens it as it was", async ({ newDevice, cairn }) => {
  test.slow();
  const [laptop, tablet] = [newDevice(), newDevice()];
  const first = await laptop.open();
  await begin(first, { framework: false });
  await addPiece(first, { title: "Two photos", files: [png("a.png"), png("b.png", 80)] });
  await connect(first, cairn, ANA);
  await isBackedUp(first);
  await cairn.goOffline();
  await goTo(first, "Evidence");
  await first.getByRole("link", { name: "Two photos" }).click();
  await change(first, { text: "Before and after." });
  await first.getByRole("link", { name: "Edit", exact: true }).click();
  await first.getByLabel("Choose files").setInputFiles([png("c.png", 90)]);
  await expect(artifact(first, "c.png")).toBeVisible();
  await press(first, "Done");
  await send(first);
  await expect(first.getByText("2 of 3 files backed up")).toBeVisible();
  await cairn.goOnline();
  await backUpNow(first);
  await goTo(first, "Evidence");
  await first.getByRole("link", { name: "Two photos" }).click();
  await expect(first.getByText("The copy and all 3 files are backed up.")).toBeVisible();

  const second = await tablet.open();
  await bringFrom(second, cairn, ANA);
  await isBackedUp(second);
  await goTo(second, "Evidence");
  await second.getByRole("link", { name: "Two photos" }).click();
  await change(second, { text: "Something else." });
  await sent(second).getByRole("link").click();
  await expect(second.getByText("Before and after.")).toBeVisible();
  await expect.poll(() => second.getByRole("img", { name: "c.png" }).evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(90);
});

test.describe("a file that takes its time", () => {
  const folder = mkdtempSync(join(tmpdir(), "cairn-film-"));
  const film = join(folder, "film.bin");
  test.beforeAll(() => {
    writeFileSync(film, "not empty");
    truncateSync(film, 600_000_000);
  });
  test.afterAll(() => rmSync(folder, { recursive: true }));

  test("goes on arriving when the studio is left, and the piece is sent by itself when it is here", async ({ page }) => {
    test.slow();
    await begin(page, { framework: false });
    await page.goto("evidence/new");
    await fillStudio(page, { title: "A long film" });
    await page.getByLabel("Choose files").setInputFiles(film);
    await press(page, "Done");
    await expect(page.getByText("Still coming in: film.bin")).toBeVisible();
    await press(page, "Send it");
    await press(page.getByRole("dialog"), "Send it");
    await expect(strip(page, "Will be sent when ready")).toBeVisible();
    await expect(strip(page, /^Sent on /)).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText("Still coming in")).toHaveCount(0);
    await sent(page).getByRole("link").click();
    await expect(page.getByRole("figure").filter({ hasText: "film.bin" })).toBeVisible();
  });

  test("is waited for no more when the app was closed, and it is said", async ({ page }) => {
    test.slow();
    await begin(page, { framework: false });
    await page.goto("evidence/new");
    await fillStudio(page, { title: "A long film" });
    await page.getByLabel("Choose files").setInputFiles(film);
    await press(page, "Done");
    await press(page, "Send it");
    await press(page.getByRole("dialog"), "Send it");
    await expect(strip(page, "Will be sent when ready")).toBeVisible();
    await isSaved(page);
    await page.reload();
    await expect(page.getByText("It was not sent: Cairn was closed before this file was here: film.bin.")).toBeVisible();
    await expect(strip(page, "Draft")).toBeVisible();
  });
});

test("a copy has everything of the piece but its life, and the piece stays as it is", async ({ page }) => {
  await begin(page);
  await addPiece(page, {
    title: "A shelf",
    text: "Three boards and glue.",
    files: [png("shelf.png")],
    claims: { "Hand tools": "3 · proficient" },
  });
  await send(page);
  await press(page, "Make a copy");
  await expect(title(page, "Edit this piece")).toBeVisible();
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue("Copy of A shelf");
  await expect(artifact(page, "shelf.png")).toBeVisible();
  await page.getByLabel("Title", { exact: true }).fill("A larger shelf");
  await press(page, "Done");
  await expect(title(page, "A larger shelf")).toBeVisible();
  await expect(strip(page, "Draft")).toBeVisible();
  await expect(page.getByText("Three boards and glue.")).toBeVisible();
  await expect(page.getByRole("img", { name: "shelf.png" })).toBeVisible();
  await expect(page.getByRole("region", { name: "What it shows" }).getByRole("link", { name: "Hand tools" })).toBeVisible();
  await page.getByRole("link", { name: "This is a copy of A shelf." }).click();
  await expect(title(page, "A shelf")).toBeVisible();
  await expect(strip(page, /^Sent on /)).toBeVisible();
});

test("earlier versions of a text are compared with now and brought back", async ({ page }) => {
  await begin(page, { framework: false });
  await addPiece(page, { title: "A poem", text: "The sea is grey and the wind is cold." });
  await isSaved(page);
  await page.reload();
  await change(page, { text: "The sea is green and the wind is warm." });
  await page.getByRole("link", { name: "History" }).click();
  await expect(title(page, "History of A poem")).toBeVisible();
  const versions = page.getByRole("main").getByRole("listitem");
  await expect(versions).toHaveCount(2);
  await expect(versions.first()).toContainText("as it is now");
  await versions.last().getByText("Compare with now").click();
  await expect(versions.last().locator("del")).toHaveText(["[gone: grey :gone]", "[gone: cold :gone]"]);
  await expect(versions.last().locator("ins")).toHaveText(["[new: green :new]", "[new: warm :new]"]);
  await versions.last().getByRole("button", { name: /^Bring this version back/ }).click();
  await expect(versions).toHaveCount(3);
  await expect(versions.first()).toContainText("grey");
  await press(page.getByRole("status").filter({ hasText: "This version is back" }), "Undo");
  await expect(versions.first()).toContainText("green");
  await page.getByRole("link", { name: "What I think of it" }).click();
  await expect(page.getByText("Nothing was written here yet.")).toBeVisible();
  await page.getByRole("link", { name: "Go to your piece" }).click();
  await expect(page.getByText("The sea is green and the wind is warm.")).toBeVisible();
});

test("the gallery shows where each piece stands, and the address keeps the choice", async ({ page }) => {
  await begin(page, { framework: false });
  await addPiece(page, { title: "Only begun", text: "One." });
  await addPiece(page, { title: "Handed over", text: "Two." });
  await send(page);
  await goTo(page, "Evidence");
  await expect(page.getByRole("link", { name: /Only begun/ })).toContainText("Draft");
  await expect(page.getByRole("link", { name: /Handed over/ })).toContainText("Sent");
  await unfold(page, "Filters");
  await press(page.getByRole("group", { name: "Show" }), "Sent");
  await expect(page.getByRole("link", { name: /Only begun/ })).toHaveCount(0);
  await expect(page).toHaveURL(/stage=sent/);
  await page.reload();
  await expect(page.getByRole("link", { name: /Handed over/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /Only begun/ })).toHaveCount(0);
});

test("what one device trashed and another worked on is recovered, and a purge reaches both and leaves one line", async ({ newDevice, cairn }) => {
  test.slow();
  const [laptop, tablet] = [newDevice(), newDevice()];
  const first = await laptop.open();
  await begin(first, { framework: false });
  await addPiece(first, { title: "A kite", text: "It flew.", files: [png("kite.png")] });
  await send(first);
  await connect(first, cairn, ANA);
  await isBackedUp(first);
  const second = await tablet.open();
  await bringFrom(second, cairn, ANA);
  await isBackedUp(second);

  await cairn.goOffline();
  const open = async (page: Page) => {
    await goTo(page, "Evidence");
    await page.getByRole("link", { name: /A kite/ }).click();
  };
  await open(first);
  await press(first, "Put in the trash");
  await isSaved(first);
  await open(second);
  await change(second, { text: "It flew, and it fell." });
  await cairn.goOnline();
  await backUpNow(second);
  await backUpNow(first);
  await open(first);
  await expect(first.getByText("Recovered", { exact: true })).toBeVisible();
  await expect(first.getByText("It flew, and it fell.")).toBeVisible();
  await press(first, "All right, keep it");
  await expect(first.getByText("Recovered", { exact: true })).toHaveCount(0);

  await press(first, "Put in the trash");
  await press(first, "Show the trash");
  await first.getByRole("link", { name: /A kite/ }).click();
  await press(first, "Erase for ever");
  await expect(first.getByRole("dialog")).toContainText("Your portfolio is on 1 other device, too.");
  await press(first, "Yes, erase it");
  await backUpNow(first);
  await backUpNow(second);
  await goTo(second, "Evidence");
  await expect(second.getByRole("link", { name: /A kite/ })).toHaveCount(0);
  await second.goto("evidence?trash=true");
  const left = second.getByRole("region", { name: "Sent once, and erased" });
  await expect(left.getByText(/^Removed by Ana, /)).toBeVisible();
  await expect(left).not.toContainText("kite");
});

for (const width of [1280, 320]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 800 } });

    test("every place of a piece's life is accessible", async ({ page }) => {
      test.slow();
      const isFit = async () => {
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      };
      await begin(page);
      await addPiece(page, { title: "Beans", text: "The bean grew 4 cm.", files: [png()], claims: { "Hand tools": "2 · getting there" } });
      await isFit();
      await press(page, "Send it");
      await isFit();
      await press(page, "Not yet");
      await send(page);
      await change(page, { text: "The bean grew 14 cm.", title: "Beans and peas" });
      await press(page, "Send it again");
      await isFit();
      await press(page, "Not yet");
      await send(page, { again: true, changed: "A digit." });
      await isFit();
      await page.getByRole("link", { name: "See what you sent" }).click();
      await expect(page.getByRole("region", { name: "What changed" }).locator("ins").first()).toBeVisible();
      await isFit();
      await page.getByRole("link", { name: "Go to your piece" }).click();
      await page.getByRole("link", { name: "History" }).click();
      await page.getByText("Compare with now").first().click();
      await isFit();
      await goTo(page, "Evidence");
      await isFit();
    });
  });
}

test("a piece is sent by keyboard alone, in Spanish", async ({ browser, baseURL }) => {
  const say = new Words("es");
  const context = await browser.newContext({ locale: "es-ES", baseURL });
  const page = await context.newPage();
  await page.goto("");
  await page.getByRole("textbox").first().fill("Ana");
  await page.keyboard.press("Enter");
  await page.goto("evidence/new");
  await page.getByLabel(say.say("studio.title"), { exact: true }).fill("Judías");
  await page.getByRole("button", { name: say.say("studio.done"), exact: true }).press("Enter");
  await page.getByRole("button", { name: say.say("life.send"), exact: true }).press("Enter");
  const dialog = page.getByRole("dialog", { name: say.say("life.send_title") });
  await dialog.getByRole("button", { name: say.say("life.send"), exact: true }).press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: /^Entregada el / })).toBeFocused();
  await page.getByRole("button", { name: say.say("life.take_back") }).press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: /^Retirada el / })).toBeFocused();
  await context.close();
});
