import { type Locator, type Page, expect } from "@playwright/test";
import type { FileToGive } from "./files.ts";
import { type Language, Words } from "./words.ts";

/** How somebody answers when Cairn welcomes them. */
export interface Answers {
  name?: string;
  interests?: string[];
  /** Whether they take Cairn's own framework; otherwise none. */
  framework?: boolean;
}

/** Goes through Welcome from empty storage, and arrives at Today. */
export async function begin(page: Page, { name = "Ana", interests = [], framework = true }: Answers = {}): Promise<void> {
  await page.goto("");
  await page.getByLabel("Your name").fill(name);
  await press(page, "Next");
  for (const interest of interests) await press(page, interest);
  await press(page, "Next");
  await press(page, framework ? "Use this one" : "Skip this");
  await press(page, "Start");
  await expect(page.getByRole("heading", { level: 1, name: `Hello ${name}` })).toBeVisible();
}

/** A place that the navigation names. */
export type Place = "Today" | "Pathway" | "Evidence" | "Pace" | "Gaps" | "Settings";

/** Goes to a place by the navigation. */
export async function goTo(page: Page, place: Place): Promise<void> {
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: place }).click();
}

/** Presses the button of exactly this name. */
export async function press(page: Page | Locator, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

/** Opens what stands folded up behind these words, if it does not stand open. */
export async function unfold(page: Page | Locator, words: string): Promise<void> {
  const summary = page.locator("summary").getByText(words, { exact: true });
  const isOpen = await summary.evaluate((element) => element.closest("details")?.open);
  if (!isOpen) await summary.click();
}

/** Waits until the header says that everything is stored on this device. */
export async function isSaved(page: Page, language: Language = "en"): Promise<void> {
  const saved = new Words(language).say("shell.saved");
  await expect(page.getByRole("banner").getByRole("link", { name: new RegExp(`^${saved}`) })).toBeVisible();
}

/** Waits until the whole app is kept on the device, so that it opens with no network. */
export async function isKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** What a piece of evidence is made of. */
export interface Parts {
  title: string;
  text?: string;
  files?: FileToGive[];
  links?: { url: string; title?: string }[];
  /** `2026-03-09` */
  date?: string;
  /** Competencies with the level claimed, as the list of levels says it: `3 · proficient`. */
  claims?: Record<string, string>;
  reflection?: string;
}

/** Adds a piece by the studio, and stays on its page. */
export async function addPiece(page: Page, parts: Parts): Promise<void> {
  await goTo(page, "Evidence");
  await page.getByRole("main").getByRole("link", { name: "Add evidence" }).first().click();
  await fillStudio(page, parts);
  await press(page, "Done");
  await expect(page.getByRole("heading", { level: 1, name: parts.title })).toBeVisible();
  await isSaved(page);
}

/** Puts parts into the piece that the studio has open. */
export async function fillStudio(page: Page, parts: Partial<Parts>): Promise<void> {
  const { title, text, files = [], links = [], date, claims = {}, reflection } = parts;
  if (title !== undefined) await page.getByLabel("Title", { exact: true }).fill(title);
  if (text !== undefined) await page.getByLabel("What did you make or do?").fill(text);
  if (files.length > 0) await pick(page, files);
  for (const link of links) await addLink(page, link.url, link.title);
  if (date !== undefined) await page.getByLabel("Day of the work").fill(date);
  for (const [competency, level] of Object.entries(claims)) await claim(page, competency, level);
  if (reflection !== undefined) await page.getByLabel("What do you think of it?").fill(reflection);
}

/** Picks files in the studio, and waits until each is part of the piece. */
export async function pick(page: Page, files: FileToGive[]): Promise<void> {
  await page.getByLabel("Choose files").setInputFiles(files);
  for (const file of files) await expect(artifact(page, file.name)).toBeVisible();
}

/** A file or link in the studio. */
export function artifact(page: Page, name: string): Locator {
  return page
    .getByRole("region", { name: "Files and links" })
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: `Remove ${name}`, exact: true }) });
}

/** Opens the form of one of the ways to add something. */
export async function openWay(page: Page, way: string): Promise<Locator> {
  await press(page.getByRole("list", { name: "Ways to add something" }), way);
  return page.getByRole("dialog");
}

/** Adds a link in the studio. */
export async function addLink(page: Page, url: string, title = "", note = ""): Promise<void> {
  const form = await openWay(page, "Link");
  await form.getByLabel("Address of the link").fill(url);
  await form.getByLabel("What is it?").fill(title);
  await form.getByLabel("A note").fill(note);
  await press(form, "Add");
}

/** Claims a level in a competency for the piece in the studio. */
export async function claim(page: Page, competency: string, level: string): Promise<void> {
  const claims = page.getByRole("region", { name: "What does it show?" });
  await claims.getByLabel("Find a competency").fill(competency);
  await press(claims, competency);
  await claims.getByLabel(`My level in ${competency}`).selectOption(level);
}

/** The pieces that the gallery shows, by their cards. */
export function pieces(page: Page): Locator {
  return page.getByRole("main").getByRole("listitem").filter({ has: page.getByRole("link") });
}

/** Begins a pathway on Pathway, and stays on it. */
export async function beginPathway(page: Page, name: string, purpose = ""): Promise<void> {
  await press(page, "New pathway");
  const form = page.getByRole("dialog", { name: "New pathway" });
  await form.getByLabel("Name").fill(name);
  await form.getByLabel("Why do you walk it?").fill(purpose);
  await press(form, "Begin");
  await expect(page.getByRole("heading", { level: 2, name, exact: true })).toBeVisible();
}
