import type { Page } from "@playwright/test";
import { Cairn } from "../support/cairn.ts";
import { Release } from "../support/release.ts";
import { test as base, expect } from "../support/test.ts";

/** Tests in which new versions of the app are published. */
const test = base.extend<{ release: Release }>({
  release: async ({}, use) => {
    const release = new Release();
    await use(release);
    release.end();
  },
  cairn: async ({ gate, release }, use) => {
    const cairn = await Cairn.start({ dist: release.folder });
    gate.letIn(cairn.host);
    await use(cairn);
    await cairn.end();
  },
});

/** Waits until a whole version of the app is on the device and answers for the page. */
async function isKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const script = document.querySelector<HTMLMetaElement>('meta[name="cairn-service-worker"]')?.content ?? "";
    await navigator.serviceWorker.register(script);
    await navigator.serviceWorker.ready;
  });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** Looks for a new version and says what became of it. */
function lookForUpdate(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const became = new Promise<string>((done) => {
      registration.addEventListener("updatefound", () => {
        const worker = registration.installing;
        worker?.addEventListener("statechange", () => done(worker.state), { once: true });
      });
    });
    await registration.update();
    return became;
  });
}

/** The shell of the page as this device answers for it. */
function pageAsKept(page: Page): Promise<string> {
  return page.evaluate(async () => (await fetch("index.html")).text());
}

test("an app that was opened once opens with no server, at any address, with all its files", async ({ page, cairn }) => {
  await page.goto("");
  await isKept(page);
  const files: string[] = await page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith("cairn-app "));
    const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return kept.flat().map((request) => request.url);
  });
  await cairn.goOffline();
  await page.goto("pathway");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(files.length).toBeGreaterThan(8);
  for (const file of files) {
    expect(await page.evaluate(async (url) => (await fetch(url)).status, file), file).toBe(200);
  }
});

test.describe("whatever is asked of storage", () => {
  test.use({ expectedComplaint: /status of 401/ });

  test("is never answered from the device", async ({ page, cairn }) => {
    await page.goto("");
    await isKept(page);
    const ask = () =>
      page.evaluate(() => fetch("dav/ana/", { credentials: "omit" }).then((answer) => answer.status, () => "no answer"));
    expect(await ask()).toBe(401);
    await cairn.goOffline();
    expect(await ask()).toBe("no answer");
  });
});

test("a new version waits for the learner's consent, then takes over whole", async ({ page, cairn, release }) => {
  await page.goto("");
  await isKept(page);
  release.publish("Second");
  expect(await lookForUpdate(page)).toBe("installed");
  await page.reload();
  expect(await pageAsKept(page)).not.toContain("<title>Second</title>");
  const loadedAgain = page.waitForEvent("load");
  await page.getByRole("button", { name: "Use it now" }).click();
  await loadedAgain;
  await cairn.goOffline();
  expect(await pageAsKept(page)).toContain("<title>Second</title>");
  await expect(page.getByRole("button", { name: "Use it now" })).toHaveCount(0);
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length), "old versions are deleted").toBe(1);
});

test.describe("when a new version is not what it says it is", () => {
  test.use({ expectedComplaint: /not the file that belongs to this version/ });

  test("none of it is kept and the old one goes on", async ({ page, cairn, release }) => {
    await page.goto("");
    await isKept(page);
    release.publish("Broken", { broken: true });
    expect(await lookForUpdate(page)).toBe("redundant");
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(1);
    await cairn.goOffline();
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await pageAsKept(page)).not.toContain("<title>Broken</title>");
  });
});
