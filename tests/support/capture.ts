import { type Locator, type Page, expect } from "@playwright/test";
import { isRecorded } from "./database.ts";
import { begin, openWay, press } from "./learner.ts";

/** The ways to take something down, by their buttons. */
export type Way = "Take a photo" | "Record video" | "Record sound" | "Record the screen";

/** A learner with a new piece before them. */
export async function atNewPiece(page: Page): Promise<void> {
  await begin(page, { framework: false });
  await page.goto("evidence/new");
}

/** Opens the dialog that takes something down, and waits until it can begin. */
export async function openCapture(page: Page, way: Way): Promise<Locator> {
  const dialog = await openWay(page, way);
  if (way === "Record the screen") await press(dialog, "Choose what to record");
  const start = way === "Take a photo" ? "Take the photo" : "Start recording";
  await expect(dialog.getByRole("button", { name: start })).toBeFocused();
  return dialog;
}

/** Opens the dialog and begins at once, without the count. */
export async function startRecording(page: Page, way: Way): Promise<Locator> {
  const dialog = await openCapture(page, way);
  await dialog.getByLabel("Count down 3, 2, 1 first").uncheck();
  await press(dialog, "Start recording");
  await expect(dialog.getByRole("button", { name: "Stop" })).toBeFocused();
  return dialog;
}

/** Waits until so many seconds are recorded and something of them is on the disk, and says how many are. */
export async function recordedFor(dialog: Locator, seconds: number): Promise<number> {
  const clock = dialog.getByRole("timer");
  const shown = async () => Number((await clock.innerText()).split(":").at(-1));
  await expect.poll(shown, { intervals: [50] }).toBeGreaterThanOrEqual(seconds);
  await expect.poll(() => isRecorded(dialog.page())).toBe(true);
  return shown();
}

/** How long the player's recording is, in seconds, and how wide its picture. */
export async function played(player: Locator): Promise<{ seconds: number; width: number }> {
  return player.evaluate(async (media: HTMLMediaElement) => {
    if (media.readyState < 1) await new Promise((known) => media.addEventListener("loadedmetadata", known, { once: true }));
    return { seconds: media.duration, width: media instanceof HTMLVideoElement ? media.videoWidth : 0 };
  });
}

/** What a device's loss, or the browser's own bar that ends the sharing of the screen, says to the page. */
export async function lose(dialog: Locator): Promise<void> {
  await dialog.locator("video").evaluate((video: HTMLVideoElement) => {
    const [track] = (video.srcObject as MediaStream).getVideoTracks();
    track?.stop();
    track?.dispatchEvent(new Event("ended"));
  });
}

/** Goes to another tab, as the page sees it, and comes back. */
export async function lookAway(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const state of ["hidden", "visible"]) {
      Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }
  });
}
