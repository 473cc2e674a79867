import { type Locator, type Page, expect } from "@playwright/test";
import type { Account, Cairn } from "./cairn.ts";
import { goTo, press } from "./learner.ts";

/** Connects to a storage in Settings. */
export async function connect(page: Page, cairn: Cairn, account: Account, options: { remember?: boolean } = {}): Promise<void> {
  await goTo(page, "Settings");
  await signIn(page.getByRole("region", { name: "Backup" }), cairn, account, options);
}

/** Fills in the form that connects to a storage, and sends it. */
export async function signIn(form: Locator, cairn: Cairn, account: Account, { remember = true } = {}): Promise<void> {
  await form.getByLabel("Address of the storage").fill(cairn.storage(account));
  await form.getByLabel("User name").fill(account.name);
  await form.getByLabel("Password", { exact: true }).fill(account.password);
  if (remember) await form.getByLabel("Keep the password on this device").check();
  await press(form, "Connect");
}

/** Brings the portfolio of Ana from a storage to a device that has none. */
export async function bringFrom(page: Page, cairn: Cairn, account: Account): Promise<void> {
  await page.getByText("From a storage", { exact: true }).click();
  await signIn(page.getByRole("region", { name: "I already have a portfolio" }), cairn, account);
  await expect(page.getByRole("heading", { level: 1, name: "Hello Ana", exact: true })).toBeVisible({ timeout: 30_000 });
}

/** Waits until the header says that everything was seen on the storage. */
export async function isBackedUp(page: Page): Promise<void> {
  await expect(page.getByRole("banner").getByRole("link", { name: /^Backed up, checked/ })).toBeVisible({ timeout: 30_000 });
}

export async function backUpNow(page: Page): Promise<void> {
  await goTo(page, "Settings");
  await press(page.getByRole("region", { name: "Backup" }), "Back up now");
  await isBackedUp(page);
}

/** The fingerprint that Settings shows. */
export async function fingerprint(page: Page): Promise<string> {
  await goTo(page, "Settings");
  return page.getByRole("region", { name: "Storage" }).getByText(/^[0-9a-f]{64}$/).innerText();
}
