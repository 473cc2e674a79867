import { type Page, expect } from "@playwright/test";

/** A name and a title that no line can hold whole. */
const LONG_TITLE = "Zusammengehörigkeitsgefühl und Donaudampfschifffahrtsgesellschaft: Wörter, die nirgends aufhören";
const LONG_NAME = "the-mountains-behind-our-school-in-autumn-seen-from-the-bridge-in-the-rain.docx";

/** A piece that was sent and taken back. */
export const TAKEN_BACK = "A letter to the mayor";

/** Three years of the sample's learner, and a piece that is as unwieldy as real ones are. */
export async function fill(page: Page): Promise<void> {
  await page.goto("welcome");
  await page.getByRole("button", { name: "Look around with a sample" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Hello/ })).toBeVisible();
  await page.goto("evidence/new");
  await page.getByLabel("What did you make or do?").fill("For the language day.\n\n    one line of code that is longer than any phone is wide, and wider still");
  await page.getByLabel("Title", { exact: true }).fill(LONG_TITLE);
  await page.getByLabel("Choose files").setInputFiles({ name: LONG_NAME, mimeType: "text/plain", buffer: Buffer.from("a text, by its bytes") });
  await expect(page.getByText(LONG_NAME, { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("heading", { level: 1, name: LONG_TITLE })).toBeVisible();
  await send(page);
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await page.getByLabel("What did you make or do?").fill("For the language day, with one line more.");
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("heading", { level: 2, name: /^Changed since/ })).toBeVisible();
  await takeOneBack(page);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
}

/** The other state that a piece's life can be in: sent, and taken back. */
async function takeOneBack(page: Page): Promise<void> {
  await page.goto("evidence/new");
  await page.getByLabel("Title", { exact: true }).fill(TAKEN_BACK);
  await page.getByRole("button", { name: "Done" }).click();
  await send(page);
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByRole("heading", { level: 2, name: /^Taken back/ })).toBeVisible();
}

async function send(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Send it", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Send it", exact: true }).click();
  await expect(page.getByRole("heading", { level: 2, name: /^Sent on/ })).toBeVisible();
}
