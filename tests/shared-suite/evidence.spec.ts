import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { artifact, begin, isSaved, pick, press } from "../support/learner.ts";
import { takeOut } from "../support/portfolio.ts";
import { expect, test } from "../support/test.ts";
import { filesOf, sha256 } from "./files.ts";
import { inside } from "./metadata.ts";

/** What may stay in a picture: how it is held and measured, and its colours. */
const MAY_STAY = /^(exif (112|11a|11b|128|213|8769|a001|a002|a003|9000|9101|a000)|e0 JFIF|e2 ICC_PROFILE|ee Adobe|gAMA|cHRM|sRGB|iCCP|sBIT|pHYs|bKGD|VP8X|ICCP)$/;

interface Artifact {
  file: { name: string; hash: string; path: string };
}

test("what students hand in comes out of the ZIP as it went in, but for what was said to be taken out", async ({ page }) => {
  const files = filesOf("evidence");
  await begin(page);
  await page.goto("evidence/new");
  await page.getByLabel("Title", { exact: true }).fill("Everything");
  await pick(page, files);
  const said = new Map<string, string>();
  for (const { name } of files) said.set(name, await artifact(page, name).innerText());
  await press(page, "Done");
  await isSaved(page);
  const zip = await takeOut(page);
  const folder = mkdtempSync(join(tmpdir(), "cairn-shared-"));
  execFileSync("python3", ["-m", "zipfile", "--extract", zip.path, folder]);
  const portfolio = JSON.parse(readFileSync(join(folder, "portfolio.json"), "utf8")) as { evidence: { artifacts: Artifact[] }[] };
  const artifacts = portfolio.evidence.flatMap((piece) => piece.artifacts);
  expect(artifacts).toHaveLength(files.length);
  const changed: string[] = [];
  for (const [place, { name, buffer }] of files.entries()) {
    const kept = artifacts[place]?.file;
    expect(kept?.name, "each in its place").toBe(name);
    const bytes = readFileSync(join(folder, kept?.path ?? ""));
    expect(sha256(bytes), `${name} is what the portfolio says`).toBe(kept?.hash);
    if (bytes.equals(buffer)) {
      expect(said.get(name), `${name} is as it was`).not.toContain("Taken out of the copy");
      continue;
    }
    expect(said.get(name), `of ${name} something is missing`).toContain("Taken out of the copy");
    changed.push(name);
    if (name.endsWith(".heic")) continue;
    const [before, after] = [inside(buffer), inside(bytes)];
    expect(after.pixels.equals(before.pixels), `${name} shows the same`).toBe(true);
    expect(after.beside.filter((what) => !MAY_STAY.test(what)), `what is left in ${name}`).toEqual([]);
    for (const held of ["exif 112", "e2 ICC_PROFILE", "iCCP", "ICCP"]) {
      expect(after.beside.includes(held), `${held} of ${name}`).toBe(before.beside.includes(held));
    }
  }
  for (const name of ["photo-gps.jpg", "lab-sheet-gps-orientation-6.jpg"]) expect(changed, "it told a place").toContain(name);
  rmSync(folder, { recursive: true });
});
