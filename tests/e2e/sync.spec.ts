import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { png } from "../support/files.ts";
import { addPiece, begin, goTo, isSaved, press } from "../support/learner.ts";
import { backUpNow, bringFrom, connect, fingerprint, isBackedUp } from "../support/storage.ts";
import { ANA, BEN, expect, test } from "../support/test.ts";

test("a second device finds everything, media included, and both keep what each wrote without a network", async ({ newDevice, cairn }) => {
  const [laptop, tablet] = [newDevice(), newDevice()];
  const first = await laptop.open();
  await begin(first);
  await addPiece(first, { title: "Birds at the feeder", text: "I counted for a week.", files: [png("chart.png")] });
  await connect(first, cairn, ANA);
  await isBackedUp(first);

  const second = await tablet.open();
  await bringFrom(second, cairn, ANA);
  await isBackedUp(second);
  await goTo(second, "Evidence");
  await second.getByRole("link", { name: "Birds at the feeder" }).click();
  await expect(second.getByRole("img", { name: /chart\.png/ })).toHaveJSProperty("complete", true);
  expect(await second.getByRole("img", { name: /chart\.png/ }).evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  expect(await fingerprint(second)).toBe(await fingerprint(first));

  await cairn.goOffline();
  const rewrite = async (page: Page, words: string) => {
    await goTo(page, "Evidence");
    await page.getByRole("link", { name: "Birds at the feeder" }).click();
    await page.getByRole("link", { name: "Edit" }).click();
    await page.getByLabel("What did you make or do?").fill(words);
    await press(page, "Done");
    await isSaved(page);
  };
  await rewrite(first, "I counted for two weeks.");
  await rewrite(second, "Seven kinds came.");
  await addPiece(second, { title: "Only on the tablet" });
  await cairn.goOnline();
  await backUpNow(first);
  await backUpNow(second);
  await backUpNow(first);

  expect(await fingerprint(second)).toBe(await fingerprint(first));
  await goTo(first, "Evidence");
  await expect(first.getByRole("link", { name: "Only on the tablet" })).toBeVisible();
  await first.getByRole("link", { name: "Birds at the feeder" }).click();
  const both = first.getByRole("main");
  await expect(both.getByText("I counted for two weeks.")).toBeAttached();
  await expect(both.getByText("Seven kinds came.")).toBeAttached();
});

test("the backup goes on after the browser was closed, and says when it does not", async ({ newDevice, cairn }) => {
  const device = newDevice();
  let page = await device.open();
  await begin(page, { framework: false });
  await connect(page, cairn, ANA);
  await isBackedUp(page);
  await device.close();
  page = await device.open();
  await isBackedUp(page);
  await cairn.goOffline();
  await addPiece(page, { title: "Written on the bus" });
  await goTo(page, "Settings");
  const backup = page.getByRole("region", { name: "Backup" });
  await press(backup, "Back up now");
  await expect(backup.getByText("Backup waits")).toBeVisible({ timeout: 30_000 });
  await expect(backup.getByText(/Nothing answers at this address\. Your work is safe/)).toBeVisible();
  await cairn.goOnline();
  await backUpNow(page);
});

test("a password is forgotten when the browser is closed, unless it may be kept", async ({ newDevice, cairn }) => {
  const device = newDevice();
  let page = await device.open();
  await begin(page, { framework: false });
  await connect(page, cairn, ANA, { remember: false });
  await isBackedUp(page);
  await device.close();
  page = await device.open("settings");
  const backup = page.getByRole("region", { name: "Backup" });
  await expect(backup.getByText("Backup needs your password")).toBeVisible();
  await backup.getByLabel("Password", { exact: true }).fill(ANA.password);
  await press(backup, "Start the backup");
  await isBackedUp(page);
});

test.describe("a storage that does not let the app in", () => {
  test.use({ expectedComplaint: /status of 401/ });

  test("says so in words, and nothing is written", async ({ page, cairn }) => {
    await begin(page, { framework: false });
    await connect(page, cairn, { ...ANA, password: "wrong" });
    await expect(page.getByText(/does not take this name and password\. Your work is safe/)).toBeVisible();
    await page.getByLabel("Address of the storage").fill("ftp://somewhere");
    await press(page, "Connect");
    await expect(page.getByText("The address must begin with https:// or http://.")).toBeVisible();
    expect(readdirSync(cairn.folder)).not.toContain(join("data", ANA.name));
  });
});

test("another portfolio with work in it is asked about, and joined or left alone", async ({ newDevice, cairn }) => {
  const [mine, theirs] = [newDevice(), newDevice()];
  const first = await mine.open();
  await begin(first, { name: "Ana", framework: false });
  await addPiece(first, { title: "Ana's drawing" });
  await connect(first, cairn, BEN);
  await isBackedUp(first);

  const second = await theirs.open();
  await begin(second, { name: "Ben", framework: false });
  await addPiece(second, { title: "Ben's song" });
  await connect(second, cairn, BEN);
  const question = second.getByRole("region", { name: "Is this yours, too?" });
  await expect(question.getByText(/This storage holds Ana’s portfolio: 1 piece\./)).toBeVisible();
  await press(question, "Keep them apart");
  await expect(second.getByText(/Nothing was changed\./)).toBeVisible();
  await press(second, "Connect");
  await press(question, "Both are mine: put them together");
  await isBackedUp(second);
  await backUpNow(first);
  for (const page of [first, second]) {
    await goTo(page, "Evidence");
    await expect(page.getByRole("link", { name: "Ana's drawing" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Ben's song" })).toBeVisible();
  }
  expect(await fingerprint(second)).toBe(await fingerprint(first));
});
