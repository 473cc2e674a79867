import type { BrowserContext, TestInfo } from "@playwright/test";

/** So much of a page is told. */
const LENGTH = 8000;

/** Tells what stood on the pages of a test that failed: where only the log of a run is kept, it is all there is to go by. */
export async function tellIfFailed(context: BrowserContext | undefined, info: TestInfo): Promise<void> {
  if (info.status === info.expectedStatus) return;
  for (const page of context?.pages() ?? []) {
    const stood = await page.locator("body").ariaSnapshot().catch((error: Error) => `(it cannot be asked: ${error.message})`);
    console.log(`What stood on ${page.url()} when «${info.title}» failed:\n${stood.slice(0, LENGTH)}`);
  }
}
