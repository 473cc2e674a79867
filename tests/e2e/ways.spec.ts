import type { Page } from "@playwright/test";
import { lookAway } from "../support/capture.ts";
import { png, text } from "../support/files.ts";
import { artifact, begin, fillStudio, goTo, isSaved, openWay, pick, press, unfold } from "../support/learner.ts";
import { expect, expectAccessible, test } from "../support/test.ts";

async function newPiece(page: Page): Promise<void> {
  await goTo(page, "Evidence");
  await page.getByRole("main").getByRole("link", { name: "Add evidence" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "New piece" })).toBeVisible();
}

/** Ends work in the studio, and comes to the piece's page. */
async function finish(page: Page, title: string): Promise<void> {
  await press(page, "Done");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

/** Names of what is in the piece, in their order. */
const names = (page: Page) => page.getByRole("region", { name: "Files and links" }).locator("bdi").allInnerTexts();

test("a folder that is dropped comes with its files in order, each with the folder it lay in", async ({ page }) => {
  await begin(page);
  await newPiece(page);
  await dropFolder(page);
  await expect(artifact(page, "day 10.txt")).toBeVisible();
  await expect.poll(() => names(page)).toEqual(["loose.txt", "notes.txt", "day 2.txt", "day 10.txt"]);
  await expect(artifact(page, "day 10.txt").getByLabel("Caption")).toHaveValue("garden/days");
  await expect(artifact(page, "loose.txt").getByLabel("Caption")).toHaveValue("");
});

test("of a very large folder the first two hundred files come, and it is said that there are more", async ({ page }) => {
  test.slow();
  await begin(page);
  await newPiece(page);
  await page.evaluate(() => {
    const entry = (name: string, path: string) => ({
      name,
      fullPath: path,
      isDirectory: false,
      isFile: true,
      file: (give: (file: File) => void) => give(new File([name], name)),
    });
    const all = Array.from({ length: 230 }, (_, at) => entry(`${at}.txt`, `/many/${at}.txt`));
    const folder = { name: "many", fullPath: "/many", isDirectory: true, isFile: false, createReader: () => reader([...all]) };
    const reader = (left: unknown[]) => ({ readEntries: (give: (part: unknown[]) => void) => give(left.splice(0, 100)) });
    const data = new DataTransfer();
    data.items.add(new File([], "many"));
    const item = { kind: "file", webkitGetAsEntry: () => folder, getAsFile: () => null };
    const items = Object.assign([item], { length: 1 });
    Object.defineProperty(data, "items", { value: items });
    window.dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true, bubbles: true }));
  });
  await expect(page.getByText("The first 200 files are added")).toBeVisible();
  await expect(artifact(page, "0.txt")).toBeVisible();
  await expect(artifact(page, "199.txt")).toBeVisible({ timeout: 60_000 });
  await expect(artifact(page, "200.txt")).toHaveCount(0);
});

test("something done is kept with where, when and who saw it, and can be corrected", async ({ page }) => {
  await begin(page);
  await newPiece(page);
  const form = await openWay(page, "Something I did");
  await press(form, "Keep it");
  await expect(form.getByRole("alert")).toHaveText("Say in a few words what it was.");
  await form.getByLabel("When?").fill("2999-01-01");
  await expect(form.getByText("This day is still to come.")).toBeVisible();
  await form.getByLabel("What was it?").fill("Played the harp at the market");
  await form.getByLabel("Where?").fill("Market square");
  await form.getByLabel("When?").fill("2026-05-02");
  await form.getByLabel("Who saw it?").fill("About forty people");
  await expectAccessible(page);
  await press(form, "Keep it");
  const row = artifact(page, "Played the harp at the market");
  await expect(row.getByText(/Market square · seen by About forty people/)).toBeVisible();
  await expect(page.getByLabel("Day of the work")).toHaveValue("2026-05-02");
  await press(row, "Correct it");
  await page.getByRole("dialog").getByLabel("Where?").fill("Old market square");
  await press(page.getByRole("dialog"), "Keep it");
  await expect(row.getByText(/Old market square/)).toBeVisible();
  await fillStudio(page, { title: "Harp" });
  await finish(page, "Harp");
  const figure = page.getByRole("figure");
  for (const words of ["Played the harp at the market", "Old market square", "About forty people"]) {
    await expect(figure.getByText(words, { exact: true })).toBeVisible();
  }
});

test("tags are written, taken off and found again by keyboard alone", async ({ page }) => {
  await begin(page);
  await newPiece(page);
  await fillStudio(page, { title: "Robot arm" });
  await isSaved(page);
  await unfold(page, "Tags");
  const field = page.getByLabel("Add a tag");
  const tags = page.getByRole("list", { name: "Tags of this piece" });
  await field.focus();
  await page.keyboard.type("robots, garden");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Robots");
  await page.keyboard.press("Enter");
  await expect(tags.getByRole("listitem")).toHaveText(["garden", "robots"]);
  await page.keyboard.press("Backspace");
  await expect(tags.getByRole("listitem")).toHaveText(["garden"]);
  await tags.getByRole("button", { name: "Take garden off" }).press("Enter");
  await expect(tags.getByRole("listitem")).toHaveCount(0);
  await expect(field).toBeFocused();
  await page.keyboard.type("robots");
  await page.keyboard.press("Enter");
  await finish(page, "Robot arm");

  await newPiece(page);
  await unfold(page, "Tags");
  await field.pressSequentially("ro");
  await page.getByRole("group", { name: "Used before:" }).getByRole("button", { name: "robots" }).press("Enter");
  await expect(field, "ready for the next tag").toBeFocused();
  await fillStudio(page, { title: "Robot leg" });
  await finish(page, "Robot leg");
  await page.getByRole("main").getByRole("link", { name: "robots" }).click();
  await expect(page.getByRole("main").getByRole("listitem").filter({ has: page.getByRole("link") })).toHaveCount(2);
});

test("how a piece was made is asked as a friend asks, kept before it begins, and stands on its page", async ({ page }) => {
  await begin(page);
  await newPiece(page);
  await unfold(page, "Made with");
  await press(page.getByRole("group", { name: "Who made it?" }), "With others");
  await page.getByLabel("With whom?").fill("Ben and Chidi");
  await page.getByLabel("What helped you?").fill("A video about bridges");
  await press(page.getByRole("group", { name: "Did an AI help?" }), "Yes");
  await page.getByLabel("What did the AI do?").fill("It checked my spelling");
  await press(page.getByRole("group", { name: "Who made it?" }), "With others");
  await expect(page.getByLabel("With whom?")).toHaveCount(0);
  await press(page.getByRole("group", { name: "Who made it?" }), "With others");
  await expect(page.getByLabel("With whom?")).toHaveValue("Ben and Chidi");
  await fillStudio(page, { title: "Bridge" });
  await expect(page.locator("summary", { hasText: "Made with" })).toContainText("With Ben and Chidi · with help · with AI");
  await finish(page, "Bridge");
  const made = page.getByRole("region", { name: "Made with" });
  for (const words of ["With Ben and Chidi", "A video about bridges", "It checked my spelling"]) {
    await expect(made.getByText(words)).toBeVisible();
  }
});

test("a piece that shows people is kept until a day, and when that has passed one is asked what to do", async ({ page }) => {
  await page.clock.install({ time: new Date("2026-03-10T10:00:00") });
  await begin(page);
  await newPiece(page);
  await fillStudio(page, { title: "Class photo", files: [png("class.png")] });
  await unfold(page, "People in it");
  await press(page.getByRole("group", { name: "Does it show people?" }), "Yes");
  await expect(page.getByRole("button", { name: "No end" })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: /^End of this school year/ }).click();
  await expect(page.locator("summary", { hasText: "People in it" })).toContainText(/kept until .*July.* 2026/);
  await expectAccessible(page);
  await finish(page, "Class photo");
  await expect(page.getByText(/Shows people, kept until .*July.* 2026/)).toBeVisible();
  await expect(page.getByText("That day has passed.")).toHaveCount(0);
  await isSaved(page);

  // The app stays open over the last day, and is looked at again.
  await goTo(page, "Today");
  const decide = page.getByRole("region", { name: "For you to decide" });
  await expect(page.getByRole("heading", { level: 1, name: "Hello Ana" })).toBeVisible();
  await expect(decide).toHaveCount(0);
  await page.clock.setFixedTime(new Date("2026-08-01T10:00:00"));
  await lookAway(page);
  await expect(decide.getByText("That day has passed.")).toBeVisible();
  await expectAccessible(page);
  await press(decide, "Keep it longer");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "No end" }), "nobody has said so").toHaveAttribute("aria-pressed", "false");
  await dialog.getByRole("button", { name: /^In two years/ }).click();
  await expect(decide).toHaveCount(0);
  await isSaved(page);

  await page.clock.setFixedTime(new Date("2028-08-02T10:00:00"));
  await page.goto("evidence");
  await page.getByRole("link", { name: "Class photo" }).click();
  await expect(page.getByText("That day has passed.")).toBeVisible();
  await press(page.getByRole("note"), "Put in the trash");
  await expect(page.getByText("“Class photo” is in the trash")).toBeVisible();
});

test("a framework's questions stand under the reflection, and one that is pressed is there to be answered", async ({ page }) => {
  await begin(page);
  await newPiece(page);
  const questions = page.getByRole("group", { name: /Questions to begin with/ });
  await expect(questions.getByRole("listitem")).toHaveCount(3);
  await fillStudio(page, { claims: { Fractions: "3 · proficient" } });
  const right = "How do you know that it is right?";
  await press(questions, right);
  const field = page.getByLabel("What do you think of it?");
  await expect(field).toBeFocused();
  await page.keyboard.type("I drew it.");
  await expect(questions.getByRole("button", { name: right })).toHaveCount(0);
  await press(questions, "More questions");
  await press(questions, "What are you proud of in this?");
  await page.keyboard.type("The drawing.");
  await fillStudio(page, { title: "Halves" });
  await finish(page, "Halves");
  const reflection = page.getByRole("region", { name: "What I think of it" });
  await expect(reflection.locator("strong")).toHaveText([right, "What are you proud of in this?"]);
  await expect(reflection.getByText("I drew it.")).toBeVisible();
});

test("pictures without a description are counted kindly until they have one", async ({ page }) => {
  await begin(page);
  await newPiece(page);
  await pick(page, [png("one.png"), png("two.png"), text("words.txt", "words")]);
  await expect(page.getByText("2 pictures have no description yet.")).toBeVisible();
  await artifact(page, "one.png").getByLabel("What is on it?").fill("Evening light");
  await expect(page.getByText("1 picture has no description yet.")).toBeVisible();
});

test("artifacts are put in another order by dragging", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 2000 });
  await begin(page);
  await newPiece(page);
  await pick(page, [text("one.txt", "1"), text("two.txt", "2"), text("three.txt", "3")]);
  const handle = await artifact(page, "one.txt").locator(".drag-handle").boundingBox();
  const last = await artifact(page, "three.txt").boundingBox();
  if (!handle || !last) throw new Error("nothing to drag");
  await page.mouse.move(handle.x + 10, handle.y + 10);
  await page.mouse.down();
  await page.mouse.move(handle.x + 10, last.y + last.height * 0.8, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => names(page)).toEqual(["two.txt", "three.txt", "one.txt"]);
});

test.describe("on a small phone, in Spanish", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("the studio with all its folds fits and is accessible", async ({ page }) => {
    await begin(page);
    await page.evaluate(() => {
      const preferences = JSON.parse(localStorage.getItem("cairn.preferences") ?? "{}");
      localStorage.setItem("cairn.preferences", JSON.stringify({ ...preferences, language: "es" }));
    });
    await page.goto("evidence/new");
    await expect(page.getByRole("heading", { level: 1, name: "Pieza nueva" })).toBeVisible();
    for (const fold of ["Etiquetas", "Hecho con", "Personas"]) await unfold(page, fold);
    await press(page.getByRole("group", { name: "¿Salen personas?" }), "Sí");
    await press(page.getByRole("group", { name: "¿Ayudó una IA?" }), "Sí");
    await press(page.getByRole("group", { name: "¿Quién lo hizo?" }), "Con otros");
    await page.getByLabel("Añadir una etiqueta").fill("jardín, robots, una etiqueta bastante larga para un teléfono");
    await page.getByLabel("Añadir una etiqueta").press("Enter");
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

/** A folder `garden` with a file, a folder `days` and what a system leaves, and a file beside it; real entries of the browser's. */
async function dropFolder(page: Page): Promise<void> {
  await page.evaluate(() => {
    interface Node {
      name: string;
      below?: Node[];
    }
    const entry = ({ name, below }: Node, at: string): object => {
      const common = { name, fullPath: `${at}/${name}`, isDirectory: below !== undefined, isFile: below === undefined };
      if (!below) return { ...common, file: (give: (file: File) => void) => give(new File([name], name)) };
      const entries = below.map((node) => entry(node, common.fullPath));
      return { ...common, createReader: () => ({ readEntries: (give: (part: object[]) => void) => give(entries.splice(0, 1)) }) };
    };
    const days = { name: "days", below: [{ name: "day 10.txt" }, { name: "day 2.txt" }, { name: ".DS_Store" }] };
    const garden = entry({ name: "garden", below: [{ name: "notes.txt" }, days, { name: "empty", below: [] }] }, "");
    const loose = new File(["loose"], "loose.txt");
    const data = new DataTransfer();
    data.items.add(loose);
    const items = [
      { webkitGetAsEntry: () => garden, getAsFile: () => null },
      { webkitGetAsEntry: () => null, getAsFile: () => loose },
    ];
    Object.defineProperty(data, "items", { value: items });
    window.dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true, bubbles: true }));
  });
}
