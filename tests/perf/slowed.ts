import type { Page } from "@playwright/test";

/** So many times as long everything takes. */
const RATE = 4;

/** A page on a processor that is as slow as that of a cheap phone. */
export const slowed = {
  before: async (page: Page) => {
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: RATE });
  },
  after: async () => undefined,
};
