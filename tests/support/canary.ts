import type { BrowserContext, Page } from "@playwright/test";
import { expect } from "@playwright/test";

/** What a learner's file would do if it ever ran: each of these leaves a trace that {@link Canary} finds. */
export const SCRIPT = "globalThis.canary=1;document.title='canary';localStorage.setItem('canary','1');fetch('/canary');parent.postMessage('canary','*')";

/** Watches a browser for any sign that a learner's file has run. */
export class Canary {
  private readonly signs: string[] = [];

  private constructor(private readonly context: BrowserContext) {}

  /** Watches from now on, all pages and workers. */
  static watch(context: BrowserContext): Canary {
    const canary = new Canary(context);
    context.on("request", (request) => {
      const { pathname, host } = new URL(request.url());
      if (pathname.endsWith("/canary") || host.includes("canary")) canary.signs.push(`asked for ${request.url()}`);
    });
    context.on("page", (page) => canary.signs.push(`a page opened: ${page.url()}`));
    context.on("dialog", (dialog) => {
      canary.signs.push(`a dialog: ${dialog.message()}`);
      return dialog.dismiss();
    });
    return canary;
  }

  /** Fails if anything has run, in any frame of any page. */
  async isSilent(): Promise<void> {
    for (const page of this.context.pages()) await this.look(page);
    expect(this.signs, "signs that a learner's file ran").toEqual([]);
  }

  private async look(page: Page): Promise<void> {
    if ((await page.title()) === "canary") this.signs.push(`the title of ${page.url()}`);
    for (const frame of page.frames()) {
      // The viewer of a PDF is the browser's own and cannot be asked.
      if (frame.url().startsWith("chrome-extension:")) continue;
      const found = await frame.evaluate(() => "canary" in globalThis || Boolean(globalThis.localStorage?.getItem("canary")));
      if (found) this.signs.push(`the globals of ${frame.url()}`);
    }
  }
}
