import { chromium as playwright } from "@playwright/test";
import { chromium } from "../support/browser.ts";
import { atNewPiece, lookAway, lose, openCapture, played, recordedFor, startRecording } from "../support/capture.ts";
import { isSaved, openWay, press, unfold } from "../support/learner.ts";
import { expect, expectAccessible, test } from "../support/test.ts";

const FILE = "Files and links";

test("sound is recorded with a pause, recorded again, and only what is kept becomes part of the piece", async ({ page }) => {
  await atNewPiece(page);
  const dialog = await startRecording(page, "Record sound");
  await expect(dialog.getByText("Recording", { exact: true }).last()).toBeVisible();
  await recordedFor(dialog, 2);
  await press(dialog, "Pause");
  await expect(dialog.getByText("Paused", { exact: true }).last()).toBeVisible();
  const standing = await dialog.getByRole("timer").innerText();
  await press(dialog, "Go on");
  await recordedFor(dialog, 3);
  await press(dialog, "Stop");
  const player = dialog.getByLabel("What you just recorded");
  await expect(player).toBeVisible();
  expect(Number(standing.split(":").at(-1)), "the clock stood still").toBeLessThan(4);

  await press(dialog, "Record again");
  await press(dialog, "Back to the last one");
  await expect(player).toBeVisible();
  await press(dialog, "Record again");
  await dialog.getByLabel("Count down 3, 2, 1 first").uncheck();
  await press(dialog, "Start recording");
  await recordedFor(dialog, 1);
  await press(dialog, "Stop");
  await press(dialog, "Keep it");
  await expect(dialog).toBeHidden();
  const kept = page.getByRole("region", { name: FILE }).getByText(/^Sound \d{4}-\d\d-\d\d \d\d\.\d\d\.webm$/);
  await expect(kept).toHaveCount(1);
  await isSaved(page);
  await page.reload();
  await expect(page.getByText("A recording waits for you"), "what was not kept is gone").toHaveCount(0);
});

test("a photo is taken after a count, by keyboard alone", async ({ page }) => {
  await atNewPiece(page);
  await page.getByRole("button", { name: "Take a photo" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Take a photo" });
  await expect(dialog.getByRole("button", { name: "Take the photo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("status")).toHaveText("It starts in 3 seconds.");
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("button", { name: "Take the photo" }), "a count can be called off").toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("button", { name: "Keep it" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Take a photo" }), "the focus is back where it was").toBeFocused();
  await expect(page.getByRole("region", { name: FILE }).getByText(/^Photo .*\.jpg$/)).toBeVisible();
});

test("the screen is recorded with a voice, and ends when the browser's own bar ends it", async ({ page }) => {
  await atNewPiece(page);
  const dialog = await startRecording(page, "Record the screen");
  await recordedFor(dialog, 2);
  await lookAway(page);
  await expect(dialog.getByRole("button", { name: "Pause" }), "the screen is recorded to be elsewhere").toBeVisible();
  await lose(dialog);
  await expect(dialog.getByText(/^The screen is not shared any more\. All that was recorded until then is safe: \d seconds\.$/)).toBeVisible();
  await press(dialog, "Keep it");
  await expect(page.getByRole("region", { name: FILE }).getByText(/^Screen .*\.webm$/)).toBeVisible();
});

test("one picture of the screen is sharp: a PNG", async ({ page }) => {
  await atNewPiece(page);
  const dialog = await openCapture(page, "Record the screen");
  await dialog.getByLabel("Count down 3, 2, 1 first").uncheck();
  await press(dialog, "Take one picture of it");
  await expect(dialog.getByRole("img", { name: "The photo you just took" })).toBeVisible();
  await press(dialog, "Keep it");
  await expect(page.getByRole("region", { name: FILE }).getByText(/^Photo .*\.png$/)).toBeVisible();
});

test("nothing goes on unseen: out of sight a recording pauses, and a camera that goes ends it", async ({ page }) => {
  await atNewPiece(page);
  const dialog = await startRecording(page, "Record video");
  await recordedFor(dialog, 2);
  await lookAway(page);
  await expect(dialog.getByText(/^Recording has paused, because this page went out of sight/).last()).toBeVisible();
  await press(dialog, "Go on");
  await lose(dialog);
  await expect(dialog.getByText(/^The camera went away: .* All that was recorded until then is safe/)).toBeVisible();
  const { width } = await played(dialog.getByLabel("What you just recorded"));
  expect(width).toBeGreaterThan(0);
});

test("a closed dialog lets the camera go and keeps what was recorded, which can be thrown away and brought back", async ({ page }) => {
  await atNewPiece(page);
  const dialog = await startRecording(page, "Record video");
  await recordedFor(dialog, 2);
  await dialog.locator("video").evaluate((video: HTMLVideoElement) => Object.assign(globalThis, { live: video.srcObject }));
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  const states = () => page.evaluate(() => (globalThis as unknown as { live: MediaStream }).live.getTracks().map((track) => track.readyState));
  await expect.poll(states).toEqual(["ended", "ended"]);
  const card = page.getByRole("article").filter({ hasText: "A recording waits for you" });
  await expect(card).toContainText(/Video, \d+ seconds/);
  await expectAccessible(page);
  await press(card, "Throw it away");
  await press(page, "Bring it back");
  await press(card, "Look");
  expect((await played(card.locator("video"))).width).toBeGreaterThan(0);
  await press(card, "Put it into this piece");
  await expect(card).toHaveCount(0);
  await expect(page.getByRole("region", { name: FILE }).getByText(/^Video .*\.webm$/)).toBeVisible();
});

test("the last recording stays until there is a new one, whatever becomes of the next try", async ({ page }) => {
  await atNewPiece(page);
  const dialog = await startRecording(page, "Record sound");
  await recordedFor(dialog, 2);
  await press(dialog, "Stop");
  await press(dialog, "Record again");
  await page.evaluate(() => {
    MediaRecorder.prototype.start = () => {
      throw new DOMException("no more", "UnknownError");
    };
  });
  await dialog.getByLabel("Count down 3, 2, 1 first").uncheck();
  await press(dialog, "Start recording");
  await expect(dialog.getByRole("alert")).toContainText("Nothing was recorded, and your other work is safe.");
  await press(dialog, "Close");
  const card = page.getByRole("article").filter({ hasText: "A recording waits for you" });
  await press(card, "Put it into this piece");
  await expect(page.getByRole("region", { name: FILE }).getByText(/^Sound .*\.webm$/)).toBeVisible();
});

test("what was cut off is not kept for want of room: the whole recording waits instead", async ({ page, baseURL }) => {
  await atNewPiece(page);
  const dialog = await startRecording(page, "Record sound");
  await recordedFor(dialog, 4);
  await press(dialog, "Stop");
  await unfold(dialog, "Cut the beginning or the end off");
  await dialog.getByRole("slider", { name: "Start" }).fill("2000");
  const session = await page.context().newCDPSession(page);
  const origin = new URL(baseURL ?? "").origin;
  const { usage } = await session.send("Storage.getUsageAndQuota", { origin });
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: usage + 1000 });
  await press(dialog, "Keep it");
  await expect(page.getByText(/^Sound .*\.webm did not fit: this device has no room left\./)).toBeVisible();
  await expect(page.getByRole("article").filter({ hasText: "A recording waits for you" })).toBeVisible();
});

test("a dialog closed before the camera gave anything says so: nothing waits that is not there", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(BlobEvent.prototype, "data", { get: () => new Blob() });
  });
  await atNewPiece(page);
  const dialog = await startRecording(page, "Record video");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Nothing was recorded, and your other work is safe.")).toBeVisible();
  await expect(page.getByText("A recording waits for you")).toHaveCount(0);
});

test("where the camera is not allowed it is said, and what to do", async ({ gate, baseURL }) => {
  const answer = "--use-fake-ui-for-media-stream";
  const args = chromium.args.map((arg) => (arg === answer ? `${answer}=deny` : arg));
  const browser = await playwright.launch({ ...chromium, args, proxy: gate.settings });
  const page = await browser.newPage({ baseURL, locale: "en-GB" });
  await atNewPiece(page);
  const dialog = await openWay(page, "Take a photo");
  await expect(dialog.getByRole("alert")).toContainText("Cairn was not allowed to use the camera.");
  await expect(dialog.getByRole("alert")).toContainText("Nothing was recorded, and your other work is safe.");
  await expect(dialog.getByRole("button", { name: "Try again" })).toBeFocused();
  await expectAccessible(page);
  await press(dialog, "Close");
  await expect(dialog).toBeHidden();
  await browser.close();
});

for (const [what, player] of [["sound", "audio"], ["video", "video"]] as const) {
  test(`a recording of ${what} is cut at both ends, knows its length and can be sought in`, async ({ page }) => {
    await atNewPiece(page);
    const dialog = await startRecording(page, `Record ${what}`);
    await recordedFor(dialog, 5);
    await press(dialog, "Stop");
    const taken = dialog.getByLabel("What you just recorded");
    const whole = await played(taken);
    expect(whole.seconds, "it knows its length").toBeGreaterThan(4.5);
    await unfold(dialog, "Cut the beginning or the end off");
    await dialog.getByRole("slider", { name: "Start" }).fill("2000");
    await taken.evaluate((media: HTMLMediaElement) => {
      media.currentTime = 4;
    });
    await press(dialog, "End here");
    await expect(dialog.getByRole("slider", { name: "End" })).toHaveValue("4000");
    await expect(dialog.getByText("2 seconds stay.")).toBeVisible();
    await expectAccessible(page);
    await press(dialog, "Keep it");
    await expect(page.getByRole("region", { name: FILE }).getByText(/^(Sound|Video) .*\.webm$/)).toBeVisible();
    await press(page, "Done");
    const kept = page.locator(`figure ${player}`);
    const { seconds } = await played(kept);
    expect(seconds, "from the mark, or the whole picture before it").toBeGreaterThanOrEqual(1.9);
    // A busy camera may give the first whole picture after the mark; sound can begin anywhere.
    expect(seconds).toBeLessThan(what === "sound" ? 2.2 : 4.2);
    const sought = await kept.evaluate(async (media: HTMLMediaElement) => {
      const arrived = new Promise((there) => media.addEventListener("seeked", there, { once: true }));
      media.currentTime = 1.5;
      await arrived;
      return media.currentTime;
    });
    expect(sought).toBeCloseTo(1.5, 1);
  });
}

test("a disk that fills up ends the recording, and what is there can be kept all the same", async ({ page, baseURL }) => {
  await atNewPiece(page);
  const session = await page.context().newCDPSession(page);
  const origin = new URL(baseURL ?? "").origin;
  const dialog = await startRecording(page, "Record video");
  // The first part that a busy machine gives may hold no picture yet.
  await recordedFor(dialog, 4);
  const { usage } = await session.send("Storage.getUsageAndQuota", { origin });
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: usage + 1000 });
  await expect(dialog.getByText(/^This device has no room left, so the recording stopped\. All that was recorded until then is safe/)).toBeVisible();
  expect((await played(dialog.getByLabel("What you just recorded"))).width).toBeGreaterThan(0);
  await press(dialog, "Keep it");
  await expect(page.getByRole("region", { name: FILE }).getByText(/^Video .*\.webm$/), "it stays where it is").toBeVisible();
  await expect(page.getByText("A recording waits for you")).toHaveCount(0);
  await press(page, "Done");
  expect((await played(page.locator("figure video"))).width).toBeGreaterThan(0);
});

for (const width of [1280, 320]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 800 } });

    test("every step of recording is accessible", async ({ page }) => {
      test.slow();
      await atNewPiece(page);
      const dialog = await openCapture(page, "Record video");
      await expectAccessible(page);
      await dialog.getByLabel("Count down 3, 2, 1 first").uncheck();
      await press(dialog, "Start recording");
      await recordedFor(dialog, 1);
      await expectAccessible(page);
      await press(dialog, "Stop");
      await expect(dialog.getByRole("button", { name: "Keep it" })).toBeVisible();
      await expectAccessible(page);
      expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
    });
  });
}
