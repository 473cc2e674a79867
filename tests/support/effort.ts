import type { Locator } from "@playwright/test";

/** Counts what a learner has to do: each press and each field filled is one. */
export class Effort {
  acts = 0;

  async press(target: Locator): Promise<void> {
    this.acts += 1;
    await target.click();
  }

  async fill(target: Locator, words: string): Promise<void> {
    this.acts += 1;
    await target.fill(words);
  }
}
