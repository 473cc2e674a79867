import type { BrowserContext, Page } from "@playwright/test";
import { type Sight, giveStopwatch, took } from "./stopwatch.ts";

/** What else is seen of a page that starts. */
interface Look<T> {
  before(page: Page): Promise<void>;
  after(page: Page): Promise<T>;
}

/** Opens an address in a new tab: milliseconds from the navigation until all sights were seen, and what `look` sees of it. */
export async function start<T>(context: BrowserContext, address: string, sights: Sight[], look?: Look<T>) {
  const page = await context.newPage();
  await giveStopwatch(page, { sights });
  await look?.before(page);
  await page.goto(address);
  const time = await took(page);
  const seen = await look?.after(page);
  await page.close();
  return { time, seen };
}

/** Waits until the whole app is kept on the device. */
export async function isKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}
