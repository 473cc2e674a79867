import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import type { Cairn } from "../support/cairn.ts";
import { type FileToGive, png, text, unknown, wav } from "../support/files.ts";
import { addPiece, artifact, begin, fillStudio, goTo, isSaved, press, unfold } from "../support/learner.ts";
import { backUpNow, connect, isBackedUp } from "../support/storage.ts";
import { ANA, expect, expectAccessible, test } from "../support/test.ts";

const MB = 1 << 20;

/** A file too large to stay when room is needed, with bytes that no other has. */
function large(name: string, size = MB): FileToGive {
  const buffer = Buffer.alloc(size, name);
  return { ...unknown(name), buffer };
}

/** A picture of more than a megabyte. */
function photo(name: string): FileToGive {
  const picture = png(name, 320, 240);
  // What stands behind the end of a picture is passed over by whoever shows it.
  return { ...picture, buffer: Buffer.concat([picture.buffer, Buffer.alloc(2 * MB, name)]) };
}

async function openPiece(page: Page, title: string): Promise<void> {
  await goTo(page, "Evidence");
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

/** The part of Settings in which room is made. */
async function freeing(page: Page): Promise<Locator> {
  await goTo(page, "Settings");
  return page.getByRole("region", { name: "Free some space" });
}

/** The line below a file, with its name and where it is. */
function line(page: Page, name: string): Locator {
  return page.locator(".figure-name").filter({ hasText: name });
}

/** Lets everything go that may. */
async function freeAll(page: Page): Promise<void> {
  const region = await freeing(page);
  await region.getByRole("button", { name: /^All of it:/ }).click();
  await expect(region.getByRole("button", { name: /^All of it:/ })).toHaveAttribute("aria-pressed", "true");
  await press(region, "Free some space");
}

async function shownWidth(page: Page, name: string): Promise<number> {
  const picture = page.getByRole("img", { name });
  await expect(picture).toHaveJSProperty("complete", true);
  return picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
}

test("what is backed up leaves the device, says where it is, and comes back when it is opened", async ({ page, cairn }) => {
  await begin(page, { framework: false });
  await addPiece(page, { title: "Two photos", files: [photo("first.png"), photo("second.png")] });
  await expect(line(page, "first.png")).toContainText("On this device only");
  await connect(page, cairn, ANA);
  await isBackedUp(page);
  await openPiece(page, "Two photos");
  await expect(line(page, "first.png")).toContainText("On this device and backed up");

  await freeAll(page);
  await expect(page.getByText(/are free now\. 2 files are only on your storage\.$/)).toBeVisible();
  await expect(page.getByText(/^2 more files are not on this device: /)).toBeVisible();
  await backUpNow(page);

  await openPiece(page, "Two photos");
  expect(await shownWidth(page, "first.png"), "fetched when it was opened").toBe(320);
  expect(await shownWidth(page, "second.png")).toBe(320);
  await expect(line(page, "second.png")).toContainText("On this device and backed up");
  await goTo(page, "Settings");
  await expect(page.getByText(/more files? (is|are) not on this device/)).toHaveCount(0);
});

test("a file that is only on the storage says so without a network, and comes when there is one", async ({ page, cairn }) => {
  await begin(page, { framework: false });
  await addPiece(page, { title: "One photo", files: [photo("far.png")] });
  await connect(page, cairn, ANA);
  await isBackedUp(page);
  await freeAll(page);
  await expect(page.getByText(/1 file is only on your storage\.$/)).toBeVisible();
  await cairn.goOffline();
  await openPiece(page, "One photo");
  await expect(page.getByText(/your storage does not answer now\. .* Cairn looks for it there when you have a network again/)).toBeVisible({ timeout: 60_000 });
  await expect(line(page, "far.png")).toContainText("On your storage, not on this device");
  await expect(page.getByRole("button", { name: "Save a copy of far.png" })).toHaveCount(0);
  await cairn.goOnline();
  await press(page, "Try again");
  expect(await shownWidth(page, "far.png")).toBe(320);
});

test("captions that left the device come back with the sound that they belong to", async ({ page, cairn }) => {
  await begin(page, { framework: false });
  const lines = ["WEBVTT", "00:00.000 --> 00:00.400\nThe bees are out", `NOTE ${"A long lecture. ".repeat(8192)}`];
  await addPiece(page, { title: "Lecture", files: [wav(), text("note.vtt", lines.join("\n\n"), "text/vtt")] });
  await connect(page, cairn, ANA);
  await isBackedUp(page);
  await freeAll(page);
  await expect(page.getByText(/1 file is only on your storage\.$/)).toBeVisible();
  await openPiece(page, "Lecture");
  await expect(line(page, "note.vtt")).toContainText("On this device and backed up");
  await unfold(page, "What is said");
  await expect(page.getByRole("button", { name: "The bees are out" })).toBeVisible();
});

test("a large file comes when somebody says so, and can be stopped", async ({ page, cairn }) => {
  test.slow();
  await begin(page, { framework: false });
  await addPiece(page, { title: "Long film", files: [large("film.dat", 9 * MB)] });
  await connect(page, cairn, ANA);
  await isBackedUp(page);
  await freeAll(page);
  await expect(page.getByText(/1 file is only on your storage\.$/)).toBeVisible();

  await openPiece(page, "Long film");
  await expect(page.getByText("This file is on your storage, not on this device. It is 9.4 MB.")).toBeVisible();
  // The storage does not answer until the test lets it.
  let letGo: (() => void) | undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route("**/cairn1/blob/**", async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  await press(page, "Bring it here");
  await expect(page.getByRole("progressbar", { name: "Bringing film.dat here" })).toBeVisible();
  await press(page, "Stop");
  await expect(page.getByRole("button", { name: "Bring it here" })).toBeVisible();
  letGo?.();
  await page.unroute("**/cairn1/blob/**");
  await press(page, "Bring it here");
  await expect(page.getByRole("button", { name: "Save a copy of film.dat" })).toBeVisible({ timeout: 30_000 });
  await expect(line(page, "film.dat"), "what was pressed is gone: the focus goes on to what it brought").toBeFocused();
});

test("only what the storage still shows may go, the one not looked at for longest first", async ({ page, cairn }) => {
  await begin(page, { framework: false });
  await addPiece(page, { title: "Old", files: [large("old.dat", 2 * MB)] });
  await addPiece(page, { title: "New", files: [large("new.dat", 2 * MB)] });
  await connect(page, cairn, ANA);
  await isBackedUp(page);
  // Looked at again, the old one is the one seen last.
  await openPiece(page, "Old");
  await expect(line(page, "old.dat")).toContainText("On this device and backed up");
  const region = await freeing(page);
  await region.getByRole("button", { name: /^Half:/ }).click();
  await press(region, "Free some space");
  await expect(region.getByText(/1 file is only on your storage\.$/)).toBeVisible();
  await openPiece(page, "Old");
  await expect(line(page, "old.dat")).toContainText("On this device and backed up");

  // Somebody deletes everything on the server while the page believes that it is there.
  await freeing(page);
  rmSync(join(cairn.stored(ANA), "cairn1", "blob"), { recursive: true });
  await region.getByRole("button", { name: /^All of it:/ }).click();
  await press(region, "Free some space");
  await expect(region.getByText("Nothing left this device. Your storage does not show those files whole, so they stay.")).toBeVisible();
  await openPiece(page, "Old");
  await expect(page.getByRole("button", { name: "Save a copy of old.dat" })).toBeVisible();
});

test("how much is to go stays chosen while the backup goes on", async ({ page, cairn }) => {
  await begin(page, { framework: false });
  await addPiece(page, { title: "Old", files: [large("old.dat", 2 * MB)] });
  await connect(page, cairn, ANA);
  await isBackedUp(page);
  const region = await freeing(page);
  await region.getByRole("button", { name: "Half: 1 MB" }).click();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await addPiece(other, { title: "New", files: [large("new.dat", 4 * MB)] });
  const half = region.getByRole("button", { name: "Half: 3.1 MB" });
  await expect(half, "by what the backup of the new piece showed").toBeVisible({ timeout: 30_000 });
  await expect(half).toHaveAttribute("aria-pressed", "true");
  await expect(half).toBeFocused();
});

test("of a file that nobody saw on the storage it is not said that it is there", async ({ page, cairn }) => {
  await begin(page, { framework: false });
  await addPiece(page, { title: "Far", files: [large("far.dat", 9 * MB)] });
  await connect(page, cairn, ANA, { remember: false });
  await isBackedUp(page);
  await freeAll(page);
  await expect(page.getByText(/1 file is only on your storage\.$/)).toBeVisible();
  // Nobody has looked since the page was loaded, and without the password nobody can.
  await page.reload();
  await openPiece(page, "Far");
  await expect(page.getByText("This file is not on this device. To see whether it is on your storage, Cairn needs the password of the storage.")).toBeVisible();
  await expect(line(page, "far.dat")).toContainText("Not on this device");
});

test("what comes and goes in one tab is seen in the other", async ({ page, cairn }) => {
  await begin(page, { framework: false });
  await addPiece(page, { title: "Far", files: [large("far.dat", 9 * MB)] });
  const address = page.url();
  await connect(page, cairn, ANA);
  await isBackedUp(page);
  const other = await page.context().newPage();
  await other.goto(address);
  await expect(line(other, "far.dat")).toContainText("On this device");
  await freeAll(page);
  await expect(page.getByText(/1 file is only on your storage\.$/)).toBeVisible();
  await expect(line(other, "far.dat")).toContainText("Not on this device");
  await expect(other.getByRole("button", { name: "Save a copy of far.dat" })).toHaveCount(0);
  await openPiece(page, "Far");
  await press(page, "Bring it here");
  await expect(other.getByRole("button", { name: "Save a copy of far.dat" })).toBeVisible({ timeout: 30_000 });
});

test("a file that the device lost comes again from the storage", async ({ page, cairn }) => {
  await begin(page, { framework: false });
  await addPiece(page, { title: "Lost", files: [photo("lost.png")] });
  await connect(page, cairn, ANA);
  await isBackedUp(page);
  await page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry("media", { recursive: true }));
  await openPiece(page, "Lost");
  expect(await shownWidth(page, "lost.png")).toBe(320);
  await expect(line(page, "lost.png")).toContainText("On this device and backed up");
});

test("whoever asks for a backup has all files looked at again, and what the storage lost comes back", async ({ page, cairn }) => {
  await begin(page, { framework: false });
  await addPiece(page, { title: "Kept", files: [large("kept.dat")] });
  await connect(page, cairn, ANA);
  await isBackedUp(page);
  const blob = join(cairn.stored(ANA), "cairn1", "blob");
  const there = () => readdirSync(blob, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name).sort();
  const before = there();
  expect(before).not.toEqual([]);
  rmSync(blob, { recursive: true });
  await backUpNow(page);
  await expect.poll(() => existsSync(blob) && there()).toEqual(before);
});

test("nothing may go that is on this device only", async ({ page }) => {
  await begin(page, { framework: false });
  await addPiece(page, { title: "Here", files: [large("here.dat")] });
  const region = await freeing(page);
  await expect(region.getByText("Only what is backed up can leave this device. Connect a storage first.")).toBeVisible();
  await expect(region.getByRole("button")).toHaveCount(0);
  const takes = page.getByRole("region", { name: "What takes the room" });
  await expect(takes.getByRole("listitem").filter({ hasText: "Other files" })).toContainText("1 MB");
  await expect(takes.getByRole("meter", { name: "Room used on this device" })).toBeVisible();
});

test.describe("on a device without room", () => {
  // The index of what is written is a cache: it is made anew at the next search.
  test.use({ expectedComplaint: /the index was not kept: the browser has no room left/ });

  async function leaveRoom(page: Page, cairn: Cairn, bytes: number | undefined): Promise<void> {
    const session = await page.context().newCDPSession(page);
    const origin = new URL(cairn.url).origin;
    const { usage } = await session.send("Storage.getUsageAndQuota", { origin });
    await session.send("Storage.overrideQuotaForOrigin", { origin, ...(bytes === undefined ? {} : { quotaSize: usage + bytes }) });
  }

  test("a file that does not fit stops nothing else, and it is said what can go", async ({ page, cairn }) => {
    await begin(page, { framework: false });
    await addPiece(page, { title: "Backed up", files: [large("safe.dat", 6 * MB)] });
    await connect(page, cairn, ANA);
    await isBackedUp(page);
    await leaveRoom(page, cairn, 3 * MB);
    await goTo(page, "Evidence");
    await page.getByRole("main").getByRole("link", { name: "Add evidence" }).first().click();
    await fillStudio(page, { title: "No room" });
    await page.getByLabel("Choose files").setInputFiles([large("big.dat", 6 * MB), png("small.png")]);
    await expect(page.getByText(/^big\.dat did not fit: this device has no room left\./)).toBeVisible();
    await expect(page.getByText(/^6\.3 MB of your files are backed up and can leave this device\./)).toBeVisible();
    await expect(artifact(page, "small.png"), "the next file fits").toBeVisible();
    await isSaved(page);

    await page.getByRole("link", { name: "Free some space" }).click();
    await expect(page.getByRole("heading", { level: 2, name: "Storage" })).toBeFocused();
    await freeAll(page);
    await expect(page.getByText(/1 file is only on your storage\.$/)).toBeVisible();
    await openPiece(page, "No room");
    await page.getByRole("link", { name: "Edit" }).click();
    await page.getByLabel("Choose files").setInputFiles([large("big.dat", 5 * MB)]);
    await expect(artifact(page, "big.dat"), "after room was made").toBeVisible();
  });

  test("words wait for room on the page, and are stored as soon as there is some", async ({ page, cairn }) => {
    test.setTimeout(240_000);
    await begin(page, { framework: false });
    await addPiece(page, { title: "Before" });
    await leaveRoom(page, cairn, -1000);
    await goTo(page, "Evidence");
    await page.getByRole("main").getByRole("link", { name: "Add evidence" }).first().click();
    await fillStudio(page, { title: "While it was full" });
    const banner = page.getByRole("alert");
    let words = 3000;
    // For half a minute the browser believes that there is as much room as before.
    await expect(async () => {
      words += 1;
      await fillStudio(page, { text: "Words. ".repeat(words) });
      await expect(banner.getByText(/This device has no room left\. Your earlier work is safe/)).toBeVisible({ timeout: 3000 });
    }).toPass({ timeout: 90_000 });
    await expect(banner.getByRole("link", { name: "Free some space" })).toBeVisible();
    await leaveRoom(page, cairn, undefined);
    await press(banner, "Try again");
    await expect(banner).toHaveCount(0, { timeout: 60_000 });
    await isSaved(page);
    await page.reload();
    await goTo(page, "Evidence");
    await expect(page.getByRole("link", { name: "While it was full" })).toBeVisible();
  });

  test("what comes from the storage stays there where it does not fit, and the backup is whole all the same", async ({ newDevice, cairn }) => {
    const [laptop, tablet] = [newDevice(), newDevice()];
    const first = await laptop.open();
    await begin(first, { framework: false });
    await addPiece(first, { title: "Heavy", files: [large("heavy.dat", 7 * MB), png("light.png")] });
    await connect(first, cairn, ANA);
    await isBackedUp(first);

    const second = await tablet.open();
    await begin(second, { framework: false });
    await leaveRoom(second, cairn, 4 * MB);
    await connect(second, cairn, ANA);
    await isBackedUp(second);
    await openPiece(second, "Heavy");
    await expect(line(second, "light.png")).toContainText("On this device and backed up");
    await expect(line(second, "heavy.dat")).toContainText("On your storage, not on this device");
    await expect(second.getByText("This file is safe on your storage, but this device has no room left for it.")).toBeVisible({ timeout: 30_000 });
    await leaveRoom(second, cairn, undefined);
    await press(second, "Try again");
    await expect(second.getByRole("button", { name: "Save a copy of heavy.dat" })).toBeVisible({ timeout: 30_000 });
  });
});

for (const width of [1280, 320]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 800 } });

    test("files elsewhere and the room are accessible", async ({ page, cairn }) => {
      test.slow();
      await begin(page, { framework: false });
      await addPiece(page, { title: "Far", files: [large("far.dat", 9 * MB)] });
      await connect(page, cairn, ANA);
      await isBackedUp(page);
      await freeing(page);
      await expect(page.getByRole("button", { name: /^All of it:/ })).toBeVisible();
      await expectAccessible(page);
      await freeAll(page);
      await expect(page.getByText(/1 file is only on your storage\.$/)).toBeVisible();
      await openPiece(page, "Far");
      await expect(page.getByRole("button", { name: "Bring it here" })).toBeVisible();
      await expectAccessible(page);
    });
  });
}
