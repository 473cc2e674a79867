import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { type Page, expect } from "@playwright/test";
import { goTo, isSaved } from "./learner.ts";

/** A ZIP on the disk. */
export interface Zip {
  path: string;
  bytes: Buffer;
}

/** Makes a ZIP in Settings and takes it. */
export async function takeOut(page: Page): Promise<Zip> {
  await isSaved(page);
  await goTo(page, "Settings");
  const saved = page.waitForEvent("download");
  const section = page.getByRole("region", { name: "Take it with you" });
  await section.getByRole("button", { name: /^Make a( new)? ZIP$/ }).click();
  const path = await (await saved).path();
  await expect(section.getByText(/^Your ZIP is ready/)).toBeVisible();
  return { path, bytes: readFileSync(path) };
}

/** The fingerprint that Settings shows. */
export async function fingerprint(page: Page): Promise<string> {
  await goTo(page, "Settings");
  return page.getByRole("region", { name: "Storage" }).locator("dd").first().locator("code").innerText();
}

/** Picks a ZIP on Welcome. */
export async function pickOnWelcome(page: Page, zip: string | Buffer): Promise<void> {
  await pick(page, "From a ZIP", zip);
}

/** Picks a ZIP in Settings. */
export async function pickInSettings(page: Page, zip: string | Buffer): Promise<void> {
  await goTo(page, "Settings");
  await pick(page, "Choose a ZIP", zip);
}

async function pick(page: Page, label: string, zip: string | Buffer): Promise<void> {
  const file = typeof zip === "string" ? zip : { name: "portfolio.zip", mimeType: "application/zip", buffer: zip };
  await page.getByLabel(label).setInputFiles(file);
}

/** Brings in the ZIP that was picked, and waits until Today greets its learner. */
export async function bringIn(page: Page, name: string, patience: { timeout?: number } = {}): Promise<void> {
  await page.getByRole("button", { name: "Bring it in", exact: true }).click(patience);
  await expect(page.getByRole("heading", { level: 1, name: `Hello ${name}` })).toBeVisible(patience);
}

/** What the second reader says of a portfolio. */
export interface Inspection {
  root: string;
  devices: number;
  ops: number;
  artifacts: number;
  state: string;
  bad: { name: string; says: string }[];
}

/** Reads a ZIP or a folder without the app. */
export function inspect(path: string): Inspection {
  const cairn = process.env.CAIRN ?? "cairn";
  return JSON.parse(execFileSync(cairn, ["portfolio", "inspect", path, "--json"], { encoding: "utf8" })) as Inspection;
}
