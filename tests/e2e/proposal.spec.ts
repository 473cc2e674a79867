import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { CasePackage } from "../support/case.ts";
import { type FileToGive, drop, png, text } from "../support/files.ts";
import { artifact, begin, beginPathway, goTo, isKept, isSaved, press, unfold } from "../support/learner.ts";
import { expect, expectAccessible, test } from "../support/test.ts";

const TITLE = "Bring in a pathway";

const here = (page: Page, name: string): Locator => page.getByRole("heading", { level: 2, name, exact: true });
const proposal = (page: Page, name: string): Locator => page.getByRole("region", { name, exact: true });

/** The competencies on the pathway that is looked at, in order. */
function goals(page: Page): Promise<string[]> {
  const rows = page.getByRole("main").getByRole("listitem").filter({ has: page.getByRole("button", { name: /^(Move|Mover) / }) });
  return rows.getByRole("heading", { level: 2 }).allInnerTexts();
}

/** Begins a pathway and puts competencies on it from Explore. */
async function walk(page: Page, name: string, purpose: string, competencies: string[]): Promise<void> {
  await goTo(page, "Pathway");
  await beginPathway(page, name, purpose);
  await isSaved(page);
  for (const competency of competencies) {
    await page.goto(`pathway/explore?q=${encodeURIComponent(competency)}`);
    const card = page.getByRole("article").filter({ has: page.getByRole("heading", { name: competency, exact: true }) });
    await unfold(card, `Put ${competency} on a pathway`);
    await card.getByRole("button", { name, exact: true }).click();
    await expect(card.getByRole("button", { name, exact: true })).toHaveAttribute("aria-pressed", "true");
    await isSaved(page);
  }
  await goTo(page, "Pathway");
  await page.getByRole("navigation", { name: "My pathways" }).getByRole("link", { name }).click();
  await expect(here(page, name)).toBeVisible();
}

/** Chooses a file that may hold a pathway. */
async function choose(page: Page, file: FileToGive): Promise<void> {
  await page.goto("pathway/bring");
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  await page.getByLabel("Choose a file").setInputFiles(file);
}

/** Works with a framework of one's own making. */
async function adopt(page: Page, framework: CasePackage): Promise<void> {
  await begin(page, { framework: false });
  await goTo(page, "Settings");
  const frameworks = page.getByRole("region", { name: "Frameworks" });
  await unfold(frameworks, "Add a framework");
  await frameworks.getByLabel("Choose a file").setInputFiles(framework.file());
  await press(frameworks.getByRole("status"), "Use this one");
  await expect(frameworks.getByRole("listitem").filter({ hasText: framework.title })).toBeVisible();
  await isSaved(page);
}

const garden = () => new CasePackage("Garden").add("Sow", "I can sow").add("Water", "I can water").add("Reap", "I can reap");

/** What a facilitator writes with any tool: an order over the competencies of others, one of which nobody here knows. */
const spring = () => new CasePackage("Spring in the garden").precede("Water", "Reap").precede("Sow", "Water").precede("Reap", "Bees");

test("a pathway is saved as a CASE file, and another learner looks at it first and walks it", async ({ page, browser, baseURL }) => {
  test.slow();
  await begin(page);
  await walk(page, "Build a robot", "To show it at the fair", ["Hand tools", "Fractions"]);
  await page.getByLabel("Level to aim for in Fractions").selectOption("4 · going deeper");
  await press(page, "Move Fractions up");
  await expect.poll(() => goals(page)).toEqual(["Fractions", "Hand tools"]);
  const saving = page.waitForEvent("download");
  await press(page, "Save as a file: Build a robot");
  const download = await saving;
  expect(download.suggestedFilename()).toBe("Build a robot.json");
  const buffer = await readFile(await download.path());
  const written = JSON.parse(buffer.toString("utf8"));
  expect(written.CFDocument).toMatchObject({ creator: "Ana", title: "Build a robot", description: "To show it at the fair", frameworkType: "Pathway" });
  expect(written.CFItems).toEqual([]);
  const [link] = written.CFAssociations;
  expect(link).toMatchObject({ associationType: "precedes", originNodeURI: { title: "Fractions" }, destinationNodeURI: { title: "Hand tools" } });

  const context = await browser.newContext({ baseURL });
  const other = await context.newPage();
  await begin(other, { name: "Ben" });
  await goTo(other, "Pathway");
  await other.getByRole("link", { name: "Bring one in" }).click();
  await other.getByLabel("Choose a file").setInputFiles({ name: "robot.json", mimeType: "application/json", buffer });
  const offered = proposal(other, "Build a robot");
  await expect(here(other, "Build a robot")).toBeFocused();
  await expect(offered).toContainText("Proposed by Ana");
  await expect(offered).toContainText("To show it at the fair");
  await expect(offered.getByRole("listitem")).toHaveText([/Fractions.*Aim: 4/, /Hand tools.*Aim: 3/]);
  await press(offered, "Walk this pathway");
  await expect(here(other, "Build a robot")).toBeVisible();
  await expect.poll(() => goals(other)).toEqual(["Fractions", "Hand tools"]);
  await expect(other.getByText("Proposed by Ana")).toBeVisible();
  await expect(other.getByLabel("Level to aim for in Fractions").getByRole("option", { selected: true })).toHaveText("4 · going deeper");
  await press(other, "Undo");
  await expect(here(other, "Build a robot")).toHaveCount(0);
  await context.close();
});

test("of a facilitator’s proposal one takes some, and what no framework here has is said", async ({ page }) => {
  await adopt(page, garden());
  await choose(page, spring().file("spring.json"));
  const offered = proposal(page, "Spring in the garden");
  await expect(offered).toContainText("Proposed by The tests");
  await expect(offered.getByRole("listitem")).toHaveText([/I can sow/, /I can water/, /I can reap/, /Bees.*In none of your frameworks/]);
  await expect(offered.getByRole("checkbox", { name: "Bees" })).toBeDisabled();
  await expect(offered).toContainText("1 of them is in none of your frameworks");
  await expect(offered.getByRole("status")).toHaveText("You take 3 of 4.");
  await expectAccessible(page);
  await offered.getByRole("checkbox", { name: "I can water" }).uncheck();
  await expect(offered.getByRole("status")).toHaveText("You take 2 of 4.");
  await press(offered, "Walk this pathway");
  await expect(here(page, "Spring in the garden")).toBeVisible();
  await expect.poll(() => goals(page)).toEqual(["I can sow", "I can reap"]);
  await isSaved(page);
  await page.reload();
  await expect.poll(() => goals(page)).toEqual(["I can sow", "I can reap"]);

  await choose(page, spring().file("spring.json"));
  await expect(offered).toContainText("You have a pathway of this name already.");
  await expect(offered.getByRole("listitem").first()).toContainText("On Spring in the garden");
});

test("a proposal is declined, or answered with nothing, and nothing is changed", async ({ page }) => {
  await adopt(page, garden());
  await choose(page, spring().file("spring.json"));
  const offered = proposal(page, "Spring in the garden");
  for (const name of ["I can sow", "I can water", "I can reap"]) await offered.getByRole("checkbox", { name }).uncheck();
  await press(offered, "Walk this pathway");
  await expect(offered.getByRole("alert")).toHaveText("Take at least one, or say no.");
  await press(offered, "No, thank you");
  await expect(page.getByRole("heading", { level: 1, name: "Pathway" })).toBeVisible();
  await expect(page.getByText("You did not take it. Nothing was changed.")).toBeVisible();
  await expect(page.getByRole("navigation", { name: "My pathways" })).toHaveCount(0);
  await expect(page.getByText("Your pathway is empty.")).toBeVisible();
});

test("what the file itself holds comes along with it", async ({ page }) => {
  await begin(page, { framework: false });
  const kites = new CasePackage("Fly a kite").add("Fly", "I can fly a kite").add("Sew", "I can sew a kite").precede("Sew", "Fly");
  await choose(page, kites.file("kites.json"));
  const offered = proposal(page, "Fly a kite");
  await expect(offered.getByRole("listitem")).toHaveText([/I can sew a kite.*Comes with the file/, /I can fly a kite/]);
  await offered.getByRole("checkbox", { name: "I can fly a kite" }).focus();
  await page.keyboard.press("Space");
  await expect(offered.getByRole("status")).toHaveText("You take 1 of 2.");
  await press(offered, "Walk this pathway");
  await expect(here(page, "Fly a kite")).toBeVisible();
  await expect.poll(() => goals(page)).toEqual(["I can sew a kite"]);
  await goTo(page, "Settings");
  const frameworks = page.getByRole("region", { name: "Frameworks" });
  await expect(frameworks.getByRole("listitem").filter({ hasText: "Fly a kite" })).toBeVisible();
});

test("a pathway that is dropped on a piece waits until one says whether it is work", async ({ page }) => {
  await adopt(page, garden());
  await page.goto("evidence/new");
  await expect(page.getByLabel("Title", { exact: true })).toBeVisible();
  await drop(page, [spring().file("spring.json"), garden().file("garden.json"), text("notes.txt", "Beans first")]);
  await expect(artifact(page, "notes.txt")).toBeVisible();
  await expect(artifact(page, "garden.json"), "a framework is none").toBeVisible();
  await expect(page.getByText("“spring.json” is a pathway. It is not in this piece yet.")).toBeVisible();
  await expect(artifact(page, "spring.json")).toHaveCount(0);
  await expectAccessible(page);
  await press(page, "Put it into this piece");
  await expect(artifact(page, "spring.json")).toBeVisible();
  await expect(page.getByText("It is not in this piece yet.")).toHaveCount(0);
  await isSaved(page);
  await drop(page, [spring().file("again.json")]);
  await press(page, "Look at the pathway");
  await expect(here(page, "Spring in the garden")).toBeFocused();
  await press(proposal(page, "Spring in the garden"), "Walk this pathway");
  await expect.poll(() => goals(page)).toEqual(["I can sow", "I can water", "I can reap"]);
});

test("a proposal is read and walked with no network, by the keyboard alone and in Spanish", async ({ cairn, page }) => {
  await adopt(page, garden());
  await page.getByLabel("Español").check();
  await expect(page.getByRole("heading", { level: 1, name: "Ajustes" })).toBeVisible();
  await isKept(page);
  await cairn.goOffline();
  await page.reload();
  await page.getByRole("navigation").getByRole("link", { name: "Camino" }).press("Enter");
  await page.getByRole("link", { name: "Traer uno" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Traer un camino" })).toBeFocused();
  await page.keyboard.press("Tab");
  const file = page.getByLabel("Elegir un archivo");
  await expect(file).toBeFocused();
  await file.setInputFiles(spring().file("spring.json"));
  await expect(here(page, "Spring in the garden")).toBeFocused();
  await expect(proposal(page, "Spring in the garden")).toContainText("Lo propuso The tests");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("checkbox", { name: "I can sow" })).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page.getByRole("status").filter({ hasText: "Tomas 2 de 4." })).toBeVisible();
  for (const next of ["I can water", "I can reap"]) {
    await page.keyboard.press("Tab");
    await expect(page.getByRole("checkbox", { name: next })).toBeFocused();
  }
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Ir a tus marcos" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(here(page, "Spring in the garden")).toBeVisible();
  await expect.poll(() => goals(page)).toEqual(["I can water", "I can reap"]);
});

test("a file is told apart by what it is for, wherever it is opened", async ({ page }) => {
  await begin(page, { framework: false });
  await choose(page, new CasePackage("Kites").as("Overlay").precede("Sew", "Fly").file());
  await expect(page.getByText("This file says what comes first; it is nothing to walk.")).toBeVisible();
  await goTo(page, "Settings");
  await unfold(page, "Add a framework");
  const goals = [{ item: "0d0b1c52-4a0e-4c57-9a55-0d7f4b6d2f11", title: "Sewing" }];
  await page.getByLabel("Choose a file").setInputFiles(new CasePackage("Kites").say({ goals }).file());
  await expect(page.getByText("This file is a pathway, not a framework. Nothing was changed. Bring it in under Pathway.")).toBeVisible();
});

for (const [what, file, words] of [
  ["a picture", { ...png(), name: "pathway.json" }, /not text, .* Nothing was changed/],
  ["a file that names nothing", new CasePackage("Empty").file(), /No competency is named in this file/],
  ["another kind of JSON", text("settings.json", '{"theme": "dark"}'), /Nothing was changed\. Choose another file/],
] as const) {
  test(`${what} is no pathway, and that is said`, async ({ page }) => {
    await begin(page, { framework: false });
    await choose(page, file);
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByRole("button", { name: "Walk this pathway" })).toHaveCount(0);
  });
}

for (const width of [1280, 320]) {
  test(`a proposal with long words is accessible at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await begin(page, { framework: false });
    const long = "I can say in many words, and with Donaudampfschifffahrtsgesellschaften, what I would do on a long day.";
    await choose(page, new CasePackage(`A pathway ${"whose name goes on ".repeat(6)}`).add("One", long).add("Two", `${long} Again.`).file());
    await expect(page.getByRole("button", { name: "Walk this pathway" })).toBeVisible();
    await expectAccessible(page);
    const { wide, seen } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, seen: innerWidth }));
    expect(wide).toBeLessThanOrEqual(seen);
  });
}
