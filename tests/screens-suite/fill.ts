import { type Page, expect } from "@playwright/test";

/** A name and a title that no line can hold whole. */
const LONG_TITLE = "Zusammengehörigkeitsgefühl und Donaudampfschifffahrtsgesellschaft: Wörter, die nirgends aufhören";
const LONG_NAME = "the-mountains-behind-our-school-in-autumn-seen-from-the-bridge-in-the-rain.docx";

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
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
}
