import { Cairn } from "../support/cairn.ts";
import { test as base, expect } from "../support/test.ts";

/** The app below a path of an origin that has other things too. */
const test = base.extend({
  cairn: async ({ gate }, use) => {
    const cairn = await Cairn.start({ dist: process.env.CAIRN_DIST_BELOW ?? "", base: "/cairn/" });
    gate.letIn(cairn.host);
    await use(cairn);
    await cairn.end();
  },
});

test("the app lives below a path, addresses and offline start included", async ({ page, cairn }) => {
  await page.goto("");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.evaluate(async () => {
    const script = document.querySelector<HTMLMetaElement>('meta[name="cairn-service-worker"]')?.content ?? "";
    await navigator.serviceWorker.register(script);
    await navigator.serviceWorker.ready;
  });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await cairn.goOffline();
  await page.goto("pathway");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/cairn/pathway");
});
