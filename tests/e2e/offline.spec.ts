import type { Page } from "@playwright/test";
import { pdf, png, wav, webm } from "../support/files.ts";
import { addPiece, begin, goTo, isKept, isSaved, press } from "../support/learner.ts";
import { expect, test } from "../support/test.ts";

test("with the cable pulled, and after closing and opening the browser, a whole day's work goes on", async ({ cairn, newDevice }) => {
  test.slow();
  const device = newDevice();
  let page = await device.open();
  await begin(page, { interests: ["robots"] });
  const film = await webm(page);
  await addPiece(page, {
    title: "The lift bridge",
    files: [png(), wav(), film, pdf()],
    claims: { "Hand tools": "2 · getting there" },
  });
  await isKept(page);

  await cairn.goOffline();
  await page.reload();
  await filesAreShown(page);
  await choosesAndPlans(page);

  await device.close();
  page = await device.open("pathway");
  await expect(page.getByLabel("Date for Hand tools")).not.toHaveValue("");
  await expect(page.getByRole("link", { name: "Hand tools" })).toBeVisible();

  await goTo(page, "Evidence");
  await page.getByRole("link", { name: "The lift bridge" }).click();
  await filesAreShown(page);
  await addPiece(page, {
    title: "Without a network",
    text: "It **works**.",
    files: [png("moon.png")],
    date: "2026-05-05",
    claims: { "Hand tools": "3 · proficient", Fractions: "1 · starting" },
    reflection: "I liked the quiet.",
  });
  await expect(page.getByRole("img", { name: "moon.png" })).toBeVisible();
  await goTo(page, "Pace");
  await expect(page.getByRole("img", { name: /^Steps planned and done/ })).toBeVisible();
  await goTo(page, "Today");
  await expect(page.getByRole("region", { name: "What could be next" }).getByRole("article").first()).toBeVisible();
  await goTo(page, "Evidence");
  await page.getByRole("link", { name: "Without a network" }).click();
  await press(page, "Put in the trash");
  await press(page, "Undo");
  await isSaved(page);

  await device.close();
  page = await device.open("evidence");
  await page.getByRole("link", { name: "Without a network" }).click();
  await expect(page.locator("strong", { hasText: "works" })).toBeVisible();
  const picture = page.getByRole("img", { name: "moon.png" });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(160);
});

async function filesAreShown(page: Page): Promise<void> {
  const picture = page.getByRole("img", { name: "evening.png" });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(160);
  await expect.poll(() => page.locator("audio").evaluate((sound: HTMLAudioElement) => sound.duration)).toBeCloseTo(0.5, 1);
  await expect.poll(() => page.locator("video").evaluate((film: HTMLVideoElement) => film.videoWidth)).toBe(96);
  await expect(page.locator("iframe")).toHaveAttribute("src", /^blob:/);
}

async function choosesAndPlans(page: Page): Promise<void> {
  await goTo(page, "Pathway");
  await page.getByRole("link", { name: "Explore competencies" }).first().click();
  await page.getByLabel("Search competencies").fill("Hand tools");
  await press(page, "Put Hand tools on my pathway");
  await goTo(page, "Pathway");
  const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Date for Hand tools").fill(soon);
  await isSaved(page);
}

test("a framework from a file and Cairn's own can be adopted with no network", async ({ page, cairn }) => {
  await page.goto("");
  await expect(page.getByLabel("Your name")).toBeVisible();
  await isKept(page);
  await cairn.goOffline();
  await begin(page, { name: "Ben" });
  await expect(page.getByRole("region", { name: "What could be next" }).getByRole("article").first()).toBeVisible();
});
