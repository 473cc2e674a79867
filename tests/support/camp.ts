import { type Locator, type Page, expect } from "@playwright/test";
import { CasePackage } from "./case.ts";
import { addPiece, begin, goTo, isSaved, press, unfold } from "./learner.ts";

export const LAY = "I can lay a fire";
export const KEEP = "I can keep a fire";
export const COOK = "I can cook on a fire";
export const SAFE = "I can make a fire that is safe";

/** The edition that a learner begins with. */
export function first(): CasePackage {
  return new CasePackage("Camp", "2024-09-01T08:00:00+00:00")
    .add("Fire", "Fire")
    .add("Kitchen", "Kitchen")
    .add("A", LAY, "Fire")
    .add("B", KEEP, "Fire")
    .add("C", COOK, "Fire")
    .add("D", "I can put out a fire", "Fire")
    .add("E", "I can wash up", "Kitchen");
}

/** The next one: one is retired for two others, one has other words, one stands elsewhere. */
export function next(): CasePackage {
  return new CasePackage("Camp", "2026-09-01T08:00:00+00:00")
    .add("Fire", "Fire")
    .add("Kitchen", "Kitchen")
    .add("B", "I can keep a small fire", "Fire")
    .add("C", COOK, "Kitchen")
    .add("D", "I can put out a fire", "Fire")
    .add("E", "I can wash up", "Kitchen")
    .add("S", SAFE, "Fire")
    .replace("A", "S");
}

/** Chooses an edition as a file, in Settings. */
export async function give(page: Page, edition: CasePackage): Promise<Locator> {
  await goTo(page, "Settings");
  const frameworks = page.getByRole("region", { name: "Frameworks" });
  await unfold(frameworks, "Add a framework");
  await frameworks.getByLabel("Choose a file").setInputFiles(edition.file());
  return frameworks;
}

/** Works with the first edition, with a piece and a goal for what is going to be retired. */
export async function camp(page: Page): Promise<void> {
  await begin(page, { framework: false });
  const frameworks = await give(page, first());
  await press(frameworks.getByRole("status"), "Use this one");
  await expect(frameworks.getByRole("button", { name: "Stop using Camp" })).toBeVisible();
  await isSaved(page);
  await page.goto("pathway/explore?q=lay");
  await press(page, `Put ${LAY} on my pathway`);
  await isSaved(page);
  await addPiece(page, { title: "The first fire", text: "Five sticks", claims: { [LAY]: "2 · getting there" } });
}

/** Takes the next edition. */
export async function update(page: Page, edition = next()): Promise<Locator> {
  const frameworks = await give(page, edition);
  await press(frameworks.getByRole("group", { name: "Another edition of Camp" }), "Use this edition");
  await expect(page.getByText("You work with the other edition now.")).toBeVisible();
  await isSaved(page);
  return frameworks;
}
