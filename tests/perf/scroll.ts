import type { Page } from "@playwright/test";

/** How a page fared while it was scrolled. */
export interface Scrolled {
  /** Frames that took longer than 50 ms. */
  long: number;
  /** The elements of the page at the end. */
  elements: number;
}

/** Scrolls through a long page, a frame a step. */
export async function scroll(page: Page): Promise<Scrolled> {
  return page.evaluate(async () => {
    const FRAMES = 120;
    const LONG = 50;
    const next = () => new Promise<number>((seen) => requestAnimationFrame(seen));
    let [before, long] = [await next(), 0];
    for (let frame = 0; frame < FRAMES; frame += 1) {
      // Now a little, now far, as a finger does.
      scrollBy({ top: frame % 10 === 9 ? 20_000 : 300, behavior: "instant" });
      const now = await next();
      if (now - before > LONG) long += 1;
      before = now;
    }
    return { long, elements: document.querySelectorAll("body *").length };
  });
}
