import { filesOn } from "../support/database.ts";
import { png } from "../support/files.ts";
import { addPiece, begin, goTo, press } from "../support/learner.ts";
import { backUpNow, bringFrom, connect, isBackedUp } from "../support/storage.ts";
import { ANA, expect, test } from "../support/test.ts";

test("a device that is closed before it has erased what another one purged erases it at its next start", async ({ newDevice, cairn }) => {
  test.slow();
  const [laptop, tablet] = [newDevice(), newDevice()];
  const first = await laptop.open();
  await begin(first, { framework: false });
  await addPiece(first, { title: "A kite", files: [png("kite.png")] });
  await connect(first, cairn, ANA);
  await isBackedUp(first);
  const second = await tablet.open();
  await bringFrom(second, cairn, ANA);
  await isBackedUp(second);
  await expect.poll(() => filesOn(second)).toBe(1);

  await goTo(first, "Evidence");
  await first.getByRole("link", { name: /A kite/ }).click();
  await press(first, "Put in the trash");
  await press(first, "Show the trash");
  await first.getByRole("link", { name: /A kite/ }).click();
  await press(first, "Erase for ever");
  await press(first, "Yes, erase it");
  await backUpNow(first);

  // The log comes; what is asked of files is never answered.
  await second.context().route(/\/cairn1\/blob\//, () => undefined);
  await goTo(second, "Settings");
  await press(second.getByRole("region", { name: "Backup" }), "Back up now");
  await goTo(second, "Evidence");
  await expect(second.getByRole("link", { name: /A kite/ })).toHaveCount(0);
  expect(await filesOn(second), "it waits for the rest of the log").toBe(1);
  await tablet.close();
  const again = await tablet.open("evidence");
  await expect(again.getByRole("heading", { level: 1, name: "Evidence" })).toBeVisible();
  await expect.poll(() => filesOn(again)).toBe(0);
});
