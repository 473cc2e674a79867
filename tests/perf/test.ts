import { test as base } from "../support/test.ts";
import { Floor } from "./floor.ts";

export { expect } from "../support/test.ts";
export type { BrowserContext, Page } from "@playwright/test";

/** A test with the app and the floor pages, each at an address of its own. */
export const test = base.extend<{ floor: Floor }>({
  floor: async ({ gate }, use) => {
    const floor = new Floor();
    await floor.goOnline();
    gate.letIn(new URL(floor.at("")).host);
    await use(floor);
    await floor.goOffline();
  },
});
