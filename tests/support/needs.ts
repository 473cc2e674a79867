import { type Locator, type Page, expect } from "@playwright/test";
import { press, unfold } from "./learner.ts";

/** What opens the form that says what comes first. */
export const ADD = "Say what else comes first";

/** Goes to the page of a competency. */
export async function visit(page: Page, name: string): Promise<void> {
  await page.goto(`pathway/explore?q=${encodeURIComponent(name)}`);
  await page.getByRole("article").getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
}

/** Where the page of a competency says what comes before it. */
export const restsOn = (page: Page): Locator => page.getByRole("region", { name: "What it rests on" });

/** Says on the page of a competency that another comes before it. */
export async function say(page: Page, before: string): Promise<void> {
  await unfold(restsOn(page), ADD);
  await restsOn(page).getByLabel("What comes before it?").fill(before);
  await press(restsOn(page), before);
}
