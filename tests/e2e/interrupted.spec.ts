import type { Page } from "@playwright/test";
import { atNewPiece, played, recordedFor, startRecording, type Way } from "../support/capture.ts";
import { goTo, press } from "../support/learner.ts";
import { expect, expectAccessible, test } from "../support/test.ts";

/** Ends the page's process at once, as a crash does. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  // It never answers.
  session.send("Page.crash").catch(() => undefined);
  await crashed;
}

/** Records for a while, and loses the page. Returns the seconds that were recorded. */
async function recordAndCrash(page: Page, way: Way): Promise<number> {
  await atNewPiece(page);
  const dialog = await startRecording(page, way);
  const seconds = await recordedFor(dialog, 4);
  await crash(page);
  return seconds;
}

test("a recording that a crash interrupted is offered at the next start, and becomes a new piece", async ({ page, context }) => {
  const recorded = await recordAndCrash(page, "Record video");
  const next = await context.newPage();
  await next.goto("");
  const card = next.getByRole("article").filter({ hasText: "A recording was interrupted" });
  await expect(card).toBeVisible();
  const [, found] = /Video, (\d+) seconds/.exec(await card.innerText()) ?? [];
  expect(Number(found), "no more than the last second is lost").toBeGreaterThanOrEqual(recorded - 1);
  await expectAccessible(next);
  await press(card, "Look");
  expect((await played(card.locator("video"))).width).toBeGreaterThan(0);

  await press(card, "Keep it as a new piece");
  await expect(next.getByRole("heading", { level: 1, name: "Edit this piece" })).toBeVisible();
  await expect(next.getByRole("region", { name: "Files and links" }).getByText(/^Video .*\.webm$/)).toBeVisible();
  await press(next, "Done");
  const kept = next.locator("figure video");
  expect((await played(kept)).width).toBeGreaterThan(0);
  await goTo(next, "Today");
  await expect(next.getByRole("heading", { level: 1, name: "Hello Ana" })).toBeVisible();
  await next.reload();
  await expect(next.getByRole("heading", { level: 1, name: "Hello Ana" })).toBeVisible();
  await expect(next.getByText("A recording was interrupted")).toHaveCount(0);
});

test("it is offered in the studio too, and goes when it is thrown away", async ({ page, context }) => {
  await recordAndCrash(page, "Record sound");
  const next = await context.newPage();
  await next.goto("evidence/new");
  const card = next.getByRole("article").filter({ hasText: "A recording was interrupted" });
  await press(card, "Throw it away");
  await expect(next.getByText("The recording goes for ever in a few seconds.")).toBeVisible();
  await expect(next.getByText("The recording goes for ever in a few seconds.")).toHaveCount(0, { timeout: 15_000 });
  await next.reload();
  await expect(next.getByRole("heading", { level: 1, name: "New piece" })).toBeVisible();
  await expect(next.getByText("A recording was interrupted")).toHaveCount(0);
});

test("another tab does not take a recording that goes on for one that was interrupted", async ({ page, context }) => {
  await atNewPiece(page);
  const dialog = await startRecording(page, "Record sound");
  await recordedFor(dialog, 2);
  const other = await context.newPage();
  await other.goto("evidence/new");
  await expect(other.getByRole("heading", { level: 1, name: "New piece" })).toBeVisible();
  await expect(other.getByText("A recording was interrupted")).toHaveCount(0);
});
