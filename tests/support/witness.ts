import type { BrowserContext, TestInfo } from "@playwright/test";
import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";

/** So much of a page is told. */
const LENGTH = 3000;

const NAME = "what stood on the page";

/** Notes what stood on the pages of a test that failed. */
export async function tellIfFailed(context: BrowserContext | undefined, info: TestInfo): Promise<void> {
  if (info.status === info.expectedStatus) return;
  for (const page of context?.pages() ?? []) {
    const stood = await page.locator("body").ariaSnapshot().catch((error: Error) => `(it cannot be asked: ${error.message})`);
    await info.attach(NAME, { body: `${page.url()}\n${stood.slice(0, LENGTH)}`, contentType: "text/plain" });
  }
}

/** Tells it at the very end: where only the last lines of a run are kept, it is all there is to go by. */
export default class Witness implements Reporter {
  private told: string[] = [];

  onTestEnd({ title }: TestCase, { attachments }: TestResult): void {
    for (const { name, body } of attachments) {
      if (name === NAME) this.told.push(`When «${title}» failed, there stood ${body}`);
    }
  }

  onEnd(): void {
    for (const words of this.told) console.log(`${words}\n`);
  }
}
