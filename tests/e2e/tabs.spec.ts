import { addPiece, begin, goTo, press } from "../support/learner.ts";
import { backUpNow, connect, fingerprint, isBackedUp } from "../support/storage.ts";
import { ANA, expect, test } from "../support/test.ts";

test("two tabs of one learner show the same, and one of them backs up for both", async ({ newDevice, cairn }) => {
  const one = await newDevice().open();
  await begin(one, { framework: false });
  const other = await one.context().newPage();
  await other.goto(new URL("evidence", one.url()).href);
  await addPiece(one, { title: "Written in one tab" });
  await expect(other.getByRole("link", { name: "Written in one tab" })).toBeVisible();

  await connect(one, cairn, ANA);
  await isBackedUp(one);
  await other.reload();
  await expect(other.getByRole("banner").getByRole("link", { name: /^Another open page backs up/ })).toBeVisible();
  await addPiece(other, { title: "Written in the other" });
  await backUpNow(one);
  await goTo(one, "Evidence");
  await expect(one.getByRole("link", { name: "Written in the other" })).toBeVisible();
  expect(await fingerprint(one)).toBe(await fingerprint(other));

  const before = await fingerprint(other);
  await one.close();
  await isBackedUp(other);
  await other.reload();
  expect(await fingerprint(other)).toBe(before);
});

test("what was done in one tab can be taken back there, whatever another tab stores meanwhile", async ({ newDevice }) => {
  const one = await newDevice().open();
  await begin(one, { framework: false });
  const other = await one.context().newPage();
  await other.goto(one.url());
  await addPiece(one, { title: "A kite" });
  await press(one, "Put in the trash");
  await expect(one.getByRole("button", { name: "Undo" })).toBeVisible();
  await addPiece(other, { title: "A boat" });
  await goTo(one, "Evidence");
  await expect(one.getByRole("link", { name: "A boat" })).toBeVisible();
  await press(one, "Undo");
  await expect(one.getByRole("link", { name: "A kite" })).toBeVisible();
});
