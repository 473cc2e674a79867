import { Canary } from "../support/canary.ts";
import { artifact, begin, goTo, isSaved, pick, pieces, press } from "../support/learner.ts";
import { expect, test } from "../support/test.ts";
import { filesOf } from "./files.ts";

test("hostile files are kept, shown and made small, and nothing in them runs", async ({ page, context }) => {
  const canary = Canary.watch(context);
  const files = filesOf("hostile");
  await begin(page);
  await page.goto("evidence/new");
  await page.getByLabel("Title", { exact: true }).fill("From the dark");
  await pick(page, files);
  for (const { name } of files) await expect(artifact(page, name)).toBeVisible();
  await canary.isSilent();
  await press(page, "Done");
  await isSaved(page);
  await expect(page.getByRole("figure")).toHaveCount(files.length);
  await canary.isSilent();
  await goTo(page, "Evidence");
  await expect(pieces(page)).toHaveCount(1);
  await goTo(page, "Today");
  await canary.isSilent();
});
