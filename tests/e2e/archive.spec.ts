import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pdf, png, text, wav } from "../support/files.ts";
import { addPiece, begin, goTo, isSaved, pieces, press } from "../support/learner.ts";
import { bringIn, fingerprint, inspect, pickInSettings, pickOnWelcome, takeOut } from "../support/portfolio.ts";
import { expect, expectAccessible, test } from "../support/test.ts";

const BRIDGE = {
  title: "A bridge of paper",
  text: "It holds **three** books.",
  files: [png("bridge.png"), wav("creak.wav"), pdf("plan.pdf"), text("=load.csv", "books,holds\n1,yes\n")],
  date: "2026-03-09",
  claims: { "Hand tools": "2 · getting there" },
  reflection: "Next time I fold it twice.",
};

test("everything goes out as a ZIP that other programs read, and comes in again as it was", async ({ newDevice }) => {
  const ana = await newDevice().open();
  await begin(ana);
  await addPiece(ana, BRIDGE);
  const shown = await fingerprint(ana);
  const zip = await takeOut(ana);
  await expectAccessible(ana);

  await test.step("a second reader finds the same portfolio, and nothing wrong", () => {
    const inspected = inspect(zip.path);
    expect(inspected).toMatchObject({ state: shown, bad: [], devices: 1 });
    expect(inspected.artifacts).toBe(BRIDGE.files.length);
  });

  await test.step("any unzip opens it, and the sums of its manifest hold", () => {
    const folder = mkdtempSync(join(tmpdir(), "cairn-unzipped-"));
    execFileSync("python3", ["-m", "zipfile", "--extract", zip.path, folder]);
    const manifest = readFileSync(join(folder, "manifest-sha256.txt"), "utf8").trim().split("\n");
    for (const line of manifest) {
      const [hash, path = ""] = line.split("  ");
      const bytes = readFileSync(join(folder, path));
      expect(createHash("sha256").update(bytes).digest("hex"), path).toBe(hash);
    }
    const piece = join(folder, "evidence", "2026-03-09 A bridge of paper");
    expect(readFileSync(join(piece, "bridge.png"))).toEqual(BRIDGE.files[0]?.buffer);
    expect(readdirSync(piece).sort()).toEqual(["=load.csv", "bridge.png", "creak.wav", "plan.pdf", "reflection.md", "text.md"]);
    const readable = JSON.parse(readFileSync(join(folder, "portfolio.json"), "utf8"));
    expect(readable.fingerprint).toBe(shown);
    expect(readable.evidence[0].claims).toMatchObject([{ competency: { name: "Hand tools" }, level: 2 }]);
    expect(readFileSync(join(folder, "evidence.csv"), "utf8")).toContain("Hand tools");
    rmSync(folder, { recursive: true });
  });

  const tablet = await newDevice().open();
  await test.step("a browser that knows nothing brings it in", async () => {
    await pickOnWelcome(tablet, zip.path);
    const found = tablet.getByRole("region", { name: "I already have a portfolio" });
    await expect(found.getByRole("heading", { name: "Ana’s portfolio" })).toBeVisible();
    await expect(found.getByText("1 piece", { exact: true })).toBeVisible();
    await expectAccessible(tablet);
    await bringIn(tablet, "Ana");
    expect(await fingerprint(tablet)).toBe(shown);
    await expect(tablet.getByRole("region", { name: "Learners on this device" }).getByRole("listitem")).toHaveCount(1);
    await goTo(tablet, "Evidence");
    const picture = tablet.getByRole("main").locator("img");
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(160);
    await tablet.reload();
    expect(await fingerprint(tablet)).toBe(shown);
  });

  await test.step("and has everything to give on, every file included", async () => {
    const again = await takeOut(tablet);
    expect(inspect(again.path)).toMatchObject({ state: shown, bad: [], artifacts: BRIDGE.files.length });
    await expect(tablet.getByText(/not in the ZIP/)).toHaveCount(0);
  });
});

test("a ZIP of the portfolio that is open adds what is new in it, and loses nothing", async ({ newDevice }) => {
  const laptop = await newDevice().open();
  await begin(laptop);
  await addPiece(laptop, { title: "Before", text: "On the laptop." });
  const first = await takeOut(laptop);

  const tablet = await newDevice().open();
  await pickOnWelcome(tablet, first.path);
  await bringIn(tablet, "Ana");
  await addPiece(tablet, { title: "Tablet", text: "On the tablet.", files: [png()] });
  const second = await takeOut(tablet);

  await addPiece(laptop, { title: "Laptop", text: "On the laptop, meanwhile." });
  await pickInSettings(laptop, second.path);
  await expect(laptop.getByText("This is the portfolio that is open.")).toBeVisible();
  await press(laptop, "Add what is new");
  await expect(laptop.getByText("What was new in the ZIP is in your portfolio now.")).toBeVisible();
  await press(laptop, "All right");
  await goTo(laptop, "Evidence");
  await expect(pieces(laptop)).toHaveCount(3);

  // What was made after the import goes under another device than what was made before.
  await addPiece(laptop, { title: "After", text: "Still here." });
  const third = await takeOut(laptop);
  expect(inspect(third.path)).toMatchObject({ bad: [], devices: 3, state: await fingerprint(laptop) });
});

test("a ZIP of somebody else becomes another learner, and the ZIP of one who is here goes to them", async ({ newDevice }) => {
  const bens = await newDevice().open();
  await begin(bens, { name: "Ben", framework: false });
  await addPiece(bens, { title: "Drum", text: "Made of a tin." });
  const zip = await takeOut(bens);

  const shared = await newDevice().open();
  await begin(shared, { name: "Ana", framework: false });
  await addPiece(shared, { title: "Kite", text: "It flew." });
  const anas = await fingerprint(shared);
  await pickInSettings(shared, zip.path);
  await expect(shared.getByText("It becomes a portfolio of its own on this device.")).toBeVisible();
  await bringIn(shared, "Ben");
  await goTo(shared, "Evidence");
  await expect(pieces(shared)).toHaveCount(1);
  await goTo(shared, "Settings");
  await press(shared, "Open Ana");
  await expect(shared.getByRole("heading", { level: 1, name: "Hello Ana" })).toBeVisible();
  expect(await fingerprint(shared)).toBe(anas);

  await pickInSettings(shared, zip.path);
  await expect(shared.getByText("This portfolio is on this device already.")).toBeVisible();
  await press(shared, "Add what is new");
  await expect(shared.getByRole("heading", { level: 1, name: "Hello Ben" })).toBeVisible();
  await goTo(shared, "Settings");
  await expect(shared.getByRole("region", { name: "Learners on this device" }).getByRole("listitem")).toHaveCount(2);
});

test("a ZIP with a damaged file brings everything else, and says which", async ({ newDevice }) => {
  const ana = await newDevice().open();
  await begin(ana, { framework: false });
  await addPiece(ana, { title: "Light", files: [png("light.png"), wav("hum.wav")] });
  const shown = await fingerprint(ana);
  const { bytes } = await takeOut(ana);
  // Sound is stored as it is: a sample in its middle.
  const inside = bytes.indexOf("WAVEfmt ") + 2_000;
  bytes.writeUInt8(bytes.readUInt8(inside) ^ 1, inside);

  const tablet = await newDevice().open();
  await pickOnWelcome(tablet, bytes);
  await press(tablet, "Bring it in");
  await expect(tablet.getByText("One thing in the ZIP is not as it should be:")).toBeVisible();
  await expect(tablet.getByRole("listitem").filter({ hasText: "hum.wav" })).toContainText("It is damaged and stays out.");
  await expectAccessible(tablet);
  await press(tablet, "Open it");
  await expect(tablet.getByRole("heading", { level: 1, name: "Hello Ana" })).toBeVisible();
  expect(await fingerprint(tablet)).toBe(shown);

  await test.step("and the ZIP of that device says what is missing", async () => {
    const zip = await takeOut(tablet);
    const section = tablet.getByRole("region", { name: "Take it with you" });
    await expect(section.getByText("One file is not on this device, so it is not in the ZIP.")).toBeVisible();
    await expect(section.getByRole("listitem")).toContainText(["hum.wav"]);
    expect(inspect(zip.path).state).toBe(shown);
  });
});

test("what is no portfolio is refused in words, and nothing changes", async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), "cairn-zips-"));
  const zipped = (name: string, script: string) => {
    const path = join(folder, name);
    execFileSync("python3", ["-c", `import zipfile; z = zipfile.ZipFile(${JSON.stringify(path)}, "w")\n${script}\nz.close()`]);
    return path;
  };
  const root = `z.writestr("cairn1/root-${"ab".repeat(16)}.json", '{"format":"FORMAT","root":"${"ab".repeat(16)}","created":""}')`;
  const cut = join(folder, "cut.zip");
  const whole = zipped("traversal.zip", `z.writestr("../../outside.txt", "no")\nz.writestr("fine.txt", "yes")`);
  writeFileSync(cut, readFileSync(whole).subarray(0, 60));

  await page.goto("");
  const section = page.getByRole("region", { name: "I already have a portfolio" });
  const says = async (zip: string, words: string) => {
    await pickOnWelcome(page, zip);
    await expect(section.getByText(words), zip).toBeVisible();
    await expect(section.getByRole("button", { name: "Bring it in" })).toHaveCount(0);
  };
  await says(cut, "This file is not a ZIP, or only a part of one.");
  await says(whole, "There is no portfolio from Cairn in this ZIP.");
  await says(zipped("newer.zip", root.replace("FORMAT", "cairn2")), "This ZIP was made by a newer Cairn than this one.");
  await says(zipped("empty.zip", root.replace("FORMAT", "cairn1")), "Nothing that the learner did can be read from this ZIP");
  const twice = `${root.replace("FORMAT", "cairn1")}\n${root.replace("FORMAT", "cairn1").replace("cairn1/", "other/cairn1/")}`;
  await says(zipped("several.zip", twice), "There is more than one portfolio in this ZIP.");
  await expectAccessible(page);
  rmSync(folder, { recursive: true });
  await page.getByLabel("Your name").fill("Ana");
  await press(page, "Next");
  await isSaved(page);
});

test("what a browser left half brought in when it ended is swept away, and nothing else", async ({ page }) => {
  await begin(page, { framework: false });
  await addPiece(page, { title: "Kite", files: [png()] });
  const whole = await page.evaluate(async () => {
    const [{ name = "" } = {}] = await indexedDB.databases();
    return name.replace("cairn-", "");
  });
  const half = "0123456789abcdef0123456789abcdef";
  await page.evaluate(
    async ({ whole, half }) => {
      // As they are while a ZIP is coming in; a listed one is whole, whatever the note says.
      localStorage.setItem("cairn.arriving", JSON.stringify([whole, half]));
      const opened = indexedDB.open(`cairn-${half}`);
      await new Promise((done) => opened.addEventListener("success", done));
      opened.result.close();
      const root = await navigator.storage.getDirectory();
      const media = await root.getDirectoryHandle("media", { create: true });
      await (await media.getDirectoryHandle(half, { create: true })).getFileHandle("film", { create: true });
    },
    { whole, half },
  );
  await page.reload();
  const left = () =>
    page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const media = (await root.getDirectoryHandle("media")) as unknown as { keys(): AsyncIterable<string> };
      const names: string[] = [];
      for await (const name of media.keys()) names.push(name);
      const databases = (await indexedDB.databases()).map(({ name = "" }) => name.replace("cairn-", ""));
      return { names, databases, arriving: localStorage.getItem("cairn.arriving") };
    });
  await expect.poll(left).toEqual({ names: [whole], databases: [whole], arriving: "[]" });
  await goTo(page, "Evidence");
  await expect(pieces(page)).toHaveCount(1);
});
