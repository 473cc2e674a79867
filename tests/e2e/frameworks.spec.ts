import type { Locator, Page } from "@playwright/test";
import { CasePackage, largeFramework } from "../support/case.ts";
import { type FileToGive, png, text } from "../support/files.ts";
import { addPiece, begin, goTo, isSaved, press, unfold } from "../support/learner.ts";
import { expect, test } from "../support/test.ts";

/** Goes to the frameworks in Settings and gives a file. */
async function offer(page: Page, file: FileToGive): Promise<Locator> {
  await goTo(page, "Settings");
  const frameworks = page.getByRole("region", { name: "Frameworks" });
  await unfold(frameworks, "Add a framework");
  await frameworks.getByLabel("Choose a file").setInputFiles(file);
  return frameworks;
}

test("a national standard of more than a thousand items is adopted, searched and walked through", async ({ page }) => {
  await begin(page, { framework: false });
  const frameworks = await offer(page, largeFramework().file());
  await expect(frameworks.getByRole("heading", { name: "Science for everyone" })).toBeVisible();
  await expect(frameworks.getByText("1,083 entries")).toBeVisible();
  await press(frameworks.getByRole("status"), "Use this one");
  await expect(frameworks.getByRole("listitem").filter({ hasText: "Science for everyone" })).toBeVisible();

  await goTo(page, "Pathway");
  await page.getByRole("link", { name: "Explore competencies" }).first().click();
  await expect(page.getByText("1,050 competencies")).toBeVisible();
  await page.getByLabel("Search competencies").fill("Earth-tides-17");
  await expect(page.getByText("1 competency", { exact: true })).toBeVisible();
  await page.getByRole("article").getByRole("link", { name: /about tides, part 17 of earth/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Argue from evidence about tides");
  await expect(page.getByRole("main"), "markup is read as words").not.toContainText("<i>");
  await expect(page.getByRole("region", { name: "What it rests on" }).getByRole("link")).toContainText("part 16 of earth");

  await page.getByRole("navigation", { name: "Belongs to" }).getByRole("link", { name: "Earth sciences" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Earth sciences" })).toBeVisible();
  const inside = page.getByRole("region", { name: "What belongs to it" });
  await expect(inside.getByRole("listitem")).toHaveCount(10);
  await inside.getByRole("link", { name: "Earth: waves" }).click();
  await expect(inside.getByRole("listitem")).toHaveCount(35);
});

test("one can look around from the top of the tree", async ({ page }) => {
  await begin(page);
  await page.goto("pathway/explore");
  await unfold(page, "Look around in the tree");
  await page.getByRole("link", { name: "Science", exact: true }).click();
  await page.getByRole("link", { name: "Living things", exact: true }).click();
  await page.getByRole("link", { name: "Who eats whom", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Who eats whom" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Add evidence" })).toBeVisible();
});

test("what counts as a competency can be chosen", async ({ page }) => {
  await begin(page, { framework: false });
  const frameworks = await offer(page, largeFramework().file());
  await frameworks.getByLabel("What counts as a competency?").selectOption("Everything at level 2 of the tree");
  await press(frameworks.getByRole("status"), "Use this one");
  await expect(frameworks.getByRole("listitem").filter({ hasText: "Science for everyone" })).toBeVisible();
  await isSaved(page);
  await page.goto("pathway/explore");
  await expect(page.getByText("30 competencies")).toBeVisible();
});

test("what is unusual about a file is named before it is adopted", async ({ page }) => {
  const odd = new CasePackage("An odd framework")
    .add("A", "I can lay a fire")
    .add("B", "I can keep a fire")
    .add("C", "I can put out a fire")
    .precede("A", "B")
    .precede("B", "C")
    .precede("C", "A")
    .add("D", "I can cook on a fire", "Camp")
    .precede("D", "Elsewhere");
  const [, twice] = odd.items;
  if (twice) odd.items.push({ ...twice }, { ...twice, humanCodingScheme: "B2", fullStatement: "I can keep a small fire" });
  await begin(page, { framework: false });
  const frameworks = await offer(page, odd.file());
  const unusual = frameworks.getByRole("status").getByRole("listitem");
  await expect(unusual.filter({ hasText: "in a circle" })).toContainText("I can lay a fire → I can keep a fire → I can put out a fire → I can lay a fire");
  await expect(unusual.filter({ hasText: "twice" })).toContainText("B");
  await expect(unusual.filter({ hasText: "same identifier" })).toContainText("B2");
  await expect(unusual.filter({ hasText: "lead out of this file" })).toBeVisible();
  await expect(unusual.filter({ hasText: "belongs to is not in the file" })).toContainText("D");
  await press(frameworks.getByRole("status"), "Use this one");
  await expect(frameworks.getByRole("button", { name: "Stop using An odd framework" })).toBeVisible();
  await isSaved(page);
  await page.goto("pathway/explore?ready=true");
  await expect(page.getByRole("article").filter({ hasText: "I can lay a fire" }), "the circle locks nothing").toBeVisible();
});

test("a framework with words of its own for levels asks once which of them means proficient, and keeps them", async ({ page }) => {
  const steps = ["Not yet", "Nearly", "Good", "Great"];
  const camp = new CasePackage("Camp").add("A", "I can lay a fire").judge("A", steps).add("B", "I can keep a fire").judge("B", steps);
  await begin(page, { framework: false });
  const frameworks = await offer(page, camp.file());
  const question = frameworks.getByRole("combobox", { name: /From “Not yet” to “Great”/ });
  await expect(question, "both competencies use one scale").toHaveCount(1);
  await question.selectOption("Nearly");
  const levels = frameworks.getByRole("list", { name: "The words and their levels" }).getByRole("listitem");
  await expect(levels.filter({ hasText: "Nearly" })).toContainText("proficient");
  await expect(levels.filter({ hasText: "Great" })).toContainText("4");
  await press(frameworks.getByRole("status"), "Use this one");
  await expect(frameworks.getByRole("button", { name: "Stop using Camp" })).toBeVisible();
  await isSaved(page);

  const words = page.getByRole("region", { name: "The levels in words" });
  await page.goto("pathway/explore?q=lay");
  await page.getByRole("article").getByRole("link", { name: "I can lay a fire" }).click();
  await expect(words.getByText("Level 3 · Nearly")).toBeVisible();
  await expect(words.getByText("Level 1 · Not yet")).toBeVisible();
  await expect(words.getByText("A: great enough")).toBeVisible();

  await goTo(page, "Settings");
  await unfold(frameworks, "How its levels are read");
  await question.selectOption("Good");
  await expect(levels.filter({ hasText: "Nearly" })).toContainText("2");
  await isSaved(page);
  await page.goto("pathway/explore?q=lay");
  await page.getByRole("article").getByRole("link", { name: "I can lay a fire" }).click();
  await expect(words.getByText("Level 3 · Good")).toBeVisible();
});

const whole = largeFramework().file().buffer;
const BROKEN: [string, FileToGive, RegExp][] = [
  ["cut in half", text("half.json", whole.subarray(0, 9000).toString()), /cannot be read: the first fault is in line 1\. Nothing was changed\. Ask/],
  ["another kind of JSON", text("settings.json", '{"theme": "dark"}'), /not a framework .* Nothing was changed\. Choose another file/],
  ["a picture", { ...png(), name: "framework.json" }, /not text, .* Nothing was changed\. Choose a CASE file/],
  ["nothing at all", text("empty.json", ""), /Nothing was changed/],
  ["nested without end", text("deep.json", "[".repeat(20_000) + "]".repeat(20_000)), /nested too deeply .* Nothing was changed/],
  ["two frameworks", text("two.json", `[${largeFramework("One").file().buffer},${largeFramework("Two").file().buffer}]`), /holds 2 frameworks/],
];

test("a file that is no framework gets a plain answer, and nothing is lost", async ({ page }) => {
  await begin(page);
  await addPiece(page, { title: "My bird table", text: "Four planks and a roof.", claims: { "Made to hold": "3 · proficient" } });
  for (const [what, file, answer] of BROKEN) {
    const frameworks = await offer(page, file);
    await expect(frameworks.getByText(answer), what).toBeVisible();
    await expect(frameworks.getByRole("status"), what).toHaveCount(0);
  }
  await expect(page.getByRole("button", { name: "Stop using Cairn, a path to start on" })).toBeVisible();
  await isSaved(page);
  await page.reload();
  await goTo(page, "Evidence");
  await page.getByRole("link", { name: "My bird table" }).click();
  await expect(page.getByRole("region", { name: "What it shows" })).toContainText("Made to hold");
});

test("a framework that is given up leaves claims and evidence where they are, and comes back whole", async ({ page }) => {
  await begin(page);
  await addPiece(page, { title: "My bird table", claims: { "Made to hold": "2 · getting there" } });
  await goTo(page, "Settings");
  await press(page, "Stop using Cairn, a path to start on");
  await expect(page.getByText("You work with no framework yet.")).toBeVisible();
  await press(page, "Undo");
  await expect(page.getByRole("button", { name: "Stop using Cairn, a path to start on" })).toBeVisible();
  await isSaved(page);
  await page.goto("pathway/explore?q=Made to hold");
  await expect(page.getByRole("article")).toContainText("getting there");
});
