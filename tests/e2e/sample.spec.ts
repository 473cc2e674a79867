import { begin, goTo, pieces, press } from "../support/learner.ts";
import { expect, expectAccessible, test } from "../support/test.ts";


test("a look around with the sample, at its own day, that goes in one press", async ({ page }) => {
  await page.clock.setFixedTime("2031-05-04T10:00:00");
  await page.goto("");
  await press(page, "Look around with a sample");
  await expect(page.getByRole("heading", { level: 1, name: "Hello Juno Almeida" })).toBeVisible();
  const banner = page.getByRole("complementary", { name: "This is a sample." });
  for (const place of ["Pathway", "Evidence", "Pace", "Gaps", "Settings", "Today"] as const) {
    await goTo(page, place);
    await expect(banner).toBeVisible();
    await expectAccessible(page);
  }

  await test.step("its today is its own last day", async () => {
    await goTo(page, "Pace");
    await expect(page.getByRole("main").locator("svg[role=img]").first()).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText("2031");
    await goTo(page, "Evidence");
    await page.getByRole("main").getByRole("link", { name: "Add evidence" }).first().click();
    await expect(page.getByLabel("Day of the work")).toHaveValue("2026-11-20");
  });

  await test.step("it stays open after a reload", async () => {
    await page.reload();
    await expect(banner).toBeVisible();
  });

  await test.step("one press deletes it, and one's own begins", async () => {
    await banner.getByRole("button", { name: "Delete the sample" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Welcome to Cairn" })).toBeVisible();
    await expect(banner).toHaveCount(0);
    const left = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect(left.filter((name) => name?.startsWith("cairn-"))).toHaveLength(1);
    const media = await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const names: string[] = [];
      const media = (await root.getDirectoryHandle("media", { create: true })) as unknown as { keys(): AsyncIterable<string> };
      for await (const name of media.keys()) names.push(name);
      return names;
    });
    expect(media).toEqual([]);
  });
});

test("the sample stays apart from one's own portfolio", async ({ page }) => {
  await begin(page, { framework: false });
  await goTo(page, "Settings");
  await press(page, "Begin another portfolio");
  await press(page, "Look around with a sample");
  const banner = page.getByRole("complementary", { name: "This is a sample." });
  await expect(banner).toBeVisible();
  await goTo(page, "Evidence");
  await expect(page.getByRole("status").filter({ hasText: /^4\d pieces$/ })).toBeVisible();
  await banner.getByRole("button", { name: "Begin my own" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Hello Ana" })).toBeVisible();
  await goTo(page, "Evidence");
  await expect(pieces(page)).toHaveCount(0);
  await goTo(page, "Settings");
  await expect(page.getByRole("region", { name: "Learners on this device" })).toContainText("Juno Almeida");
});

test.describe("with no network", () => {
  test.use({ expectedComplaint: /Failed to load resource/ });

  test("the sample says why it does not come, and nothing changes", async ({ page, cairn }) => {
    await page.goto("");
    await expect(page.getByRole("button", { name: "Look around with a sample" })).toBeVisible();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await cairn.goOffline();
    await press(page, "Look around with a sample");
    await expect(page.getByText("The sample did not come, because there is no network.")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: "Welcome to Cairn" })).toBeVisible();
  });
});
