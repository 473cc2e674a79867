import { type Locator, type Page } from "@playwright/test";
import { docx, drop, paste, pdf, png, text, unknown, wav, webm } from "../support/files.ts";
import { addLink, addPiece, artifact, begin, claim, fillStudio, goTo, isSaved, pick, pieces, press, unfold } from "../support/learner.ts";
import { expect, test } from "../support/test.ts";

/** Opens the studio for a new piece. */
async function newPiece(page: Page): Promise<void> {
  await page.goto("evidence/new");
  await expect(page.getByRole("heading", { level: 1, name: "New piece" })).toBeVisible();
}

/** A figure of the piece's page, by the file's name or the link's title. */
function figure(page: Page, name: string): Locator {
  return page.getByRole("figure").filter({ hasText: name });
}

test("words are Markdown, with a day, a reflection and a link", async ({ page }) => {
  await begin(page);
  await addPiece(page, {
    title: "Three weeks of beans",
    text: "# What I did\n\nI measured **every** morning.\n\n- a ruler\n- patience\n\n| day | cm |\n|---|---|\n| 1 | 2 |",
    links: [{ url: "beans.example/care", title: "How to care for beans" }],
    date: "2026-03-09",
    reflection: "Next time I would measure *twice* a day.",
  });
  await expect(page.getByText("March 9, 2026")).toBeVisible();
  await expect(page.getByRole("heading", { name: "What I did" })).toBeVisible();
  await expect(page.locator("strong", { hasText: "every" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "patience" })).toBeVisible();
  await expect(page.getByRole("cell", { name: "2" })).toBeVisible();
  const reflection = page.getByRole("region", { name: "What I think of it" });
  await expect(reflection.locator("em")).toHaveText("twice");
  const link = figure(page, "How to care for beans").getByRole("link");
  await expect(link).toHaveAttribute("href", "https://beans.example/care");
  await expect(link).toHaveAttribute("rel", "noopener noreferrer");
  await expect(link).toContainText("Opens beans.example in a new tab");
});

test("an address that is no link is refused in words", async ({ page }) => {
  await begin(page);
  await newPiece(page);
  await addLink(page, "javascript:alert(1)");
  const form = page.getByRole("dialog");
  await expect(form.getByRole("alert")).toContainText("This is not an address Cairn can keep.");
  await form.getByLabel("Address of the link").fill("https://beans.example/");
  await press(form, "Add");
  await expect(artifact(page, "https://beans.example/")).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("files of any kind come by picking, dropping and pasting, and are seen in place", async ({ page }) => {
  await begin(page);
  const video = await webm(page);
  await newPiece(page);
  await page.getByLabel("Title", { exact: true }).fill("Everything at once");
  await pick(page, [png(), wav(), docx()]);
  await drop(page, [video, pdf()]);
  await expect(artifact(page, "report.pdf")).toBeVisible();
  await paste(page, [png("screenshot.png")]);
  await expect(artifact(page, "screenshot.png")).toBeVisible();
  await pick(page, [text("dice.py", "import random\nprint(random.randint(1, 6))\n"), text("notes.md", "# Notes\n\nA **bold** one"), unknown()]);
  await artifact(page, "evening.png").getByLabel("What is on it?").fill("Evening light over the canal");
  await artifact(page, "evening.png").getByLabel("Caption").fill("Half past eight");
  await press(page, "Done");
  await isSaved(page);

  const picture = page.getByRole("img", { name: "Evening light over the canal" });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(160);
  await expect(figure(page, "evening.png")).toContainText("Half past eight");
  await expect.poll(() => figure(page, "note.wav").locator("audio").evaluate((sound: HTMLAudioElement) => sound.duration)).toBeCloseTo(0.5, 1);
  await expect.poll(() => figure(page, "squares.webm").locator("video").evaluate((film: HTMLVideoElement) => film.videoWidth)).toBe(96);
  await expect(page.locator("iframe")).toHaveAttribute("src", /^blob:/);
  await expect(page.locator("iframe")).toHaveAttribute("title", "PDF: report.pdf");
  await expect(figure(page, "dice.py").getByText("print(random.randint(1, 6))")).toBeVisible();
  await expect(figure(page, "notes.md").locator("strong")).toHaveText("bold");
  await expect(figure(page, "essay.docx")).toContainText("My grandmother's village");
  await expect(figure(page, "experiment.dat")).toContainText("Cairn keeps this file but does not show it.");
  for (const file of [docx(), unknown(), video]) {
    const saved = page.waitForEvent("download");
    await press(page, `Save a copy of ${file.name}`);
    const copy = await saved;
    expect(copy.suggestedFilename()).toBe(file.name);
    expect(await bytesOf(copy), `${file.name} comes back whole`).toEqual(file.buffer);
  }
});

async function bytesOf(download: { createReadStream(): Promise<NodeJS.ReadableStream> }): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of await download.createReadStream()) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

test("formatted words that bring a picture of themselves are pasted as words", async ({ page }) => {
  await begin(page);
  await newPiece(page);
  const field = page.getByLabel("What did you make or do?");
  await field.focus();
  const taken = await field.evaluate((target) => {
    const data = new DataTransfer();
    data.setData("text/plain", "From the word processor");
    data.setData("text/html", "<b>From the word processor</b>");
    data.items.add(new File(["x"], "image.png", { type: "image/png" }));
    return !target.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: data }));
  });
  expect(taken, "the browser puts the words in").toBe(false);
});

test("files can be put in another order, taken out and brought back", async ({ page }) => {
  await begin(page);
  await newPiece(page);
  await pick(page, [png("first.png"), png("second.png"), png("third.png")]);
  const names = () => page.getByRole("region", { name: "Files and links" }).locator("bdi").allInnerTexts();
  await press(page, "Move third.png up");
  await expect.poll(names).toEqual(["first.png", "third.png", "second.png"]);
  await press(page, "Remove first.png");
  await expect.poll(names).toEqual(["third.png", "second.png"]);
  await press(page, "Undo");
  await expect.poll(names).toEqual(["first.png", "third.png", "second.png"]);
});

test("one piece shows several competencies, each cairn grows, and why a level is what it is can be read", async ({ page }) => {
  await begin(page);
  await page.goto("pathway/explore?q=Fractions");
  await page.getByRole("link", { name: "Fractions" }).click();
  await expect(page.getByRole("img", { name: "No stone yet" })).toBeVisible();
  await page.getByRole("link", { name: "Add evidence" }).click();
  const claims = page.getByRole("region", { name: "What does it show?" });
  await expect(claims.getByLabel("My level in Fractions")).toBeVisible();
  await fillStudio(page, { title: "Pizza for twelve", date: "2026-02-01" });
  await claims.getByLabel("My level in Fractions").selectOption("2 · getting there");
  await claim(page, "A meal for others", "3 · proficient");
  await press(page, "Done");
  const shows = page.getByRole("region", { name: "What it shows" });
  await expect(shows.getByRole("listitem").filter({ hasText: "Fractions" })).toContainText("getting there");
  await expect(shows.getByRole("listitem").filter({ hasText: "A meal for others" })).toContainText("proficient");

  await addPiece(page, { title: "Half a bar of chocolate", date: "2026-04-01", claims: { Fractions: "3 · proficient" } });
  await page.getByRole("link", { name: "Fractions" }).click();
  const here = page.getByRole("region", { name: "Where I am" });
  await expect(here.getByRole("img", { name: "A cairn of 2 stones" })).toBeVisible();
  await expect(here.getByText("proficient").first()).toBeVisible();
  await unfold(here, "Why this level?");
  await expect(here).toContainText("The latest work counts, by the day of the work.");
  await here.getByRole("link", { name: "Pizza for twelve" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Pizza for twelve" })).toBeVisible();
});

test("work of a day that is still to come is refused, and the field shows the day that holds", async ({ page }) => {
  await begin(page);
  await newPiece(page);
  await fillStudio(page, { title: "Tomorrow", date: "2026-01-05" });
  const day = page.getByLabel("Day of the work");
  await day.fill("2999-01-01");
  await expect(page.getByText("Work cannot be from a day that is still to come.")).toBeVisible();
  await expect(day).toHaveValue("2026-01-05");
});

/** Begins a piece with a first word, and stands behind it in the field of the words. */
async function beginToWrite(page: Page): Promise<Locator> {
  await begin(page);
  await newPiece(page);
  const words = page.getByLabel("What did you make or do?");
  await words.fill("Begun");
  await isSaved(page);
  await words.press("End");
  return words;
}

/** Comes back to the piece after the page was loaded anew. */
async function comeBack(page: Page): Promise<void> {
  await page.reload();
  await goTo(page, "Evidence");
  await page.getByRole("link", { name: "Piece without a title" }).click();
}

test("while words are being typed nothing says that they are saved", async ({ page }) => {
  const words = await beginToWrite(page);
  await words.press("!");
  await expect(page.getByRole("banner").getByRole("link", { name: /^Saving/ })).toBeVisible();
  await isSaved(page);
  await comeBack(page);
  await expect(page.getByText("Begun!")).toBeVisible();
});

test("words typed just before the page goes are there when it comes back", async ({ page }) => {
  const words = await beginToWrite(page);
  await words.pressSequentially(" and ended");
  await comeBack(page);
  await expect(page.getByText("Begun and ended")).toBeVisible();
});

test("a piece goes into the trash, is taken back, restored, and erased for ever", async ({ page }) => {
  await begin(page);
  await addPiece(page, { title: "A first try", text: "It fell down.", claims: { "Made to hold": "1 · starting" } });
  await addPiece(page, { title: "A second try", files: [png()] });
  await page.getByRole("link", { name: "Evidence" }).click();
  await page.getByRole("link", { name: "A first try" }).click();
  await press(page, "Put in the trash");
  await expect(pieces(page)).toHaveCount(1);
  await press(page, "Undo");
  await expect(pieces(page)).toHaveCount(2);

  await page.getByRole("link", { name: "A first try" }).click();
  await press(page, "Put in the trash");
  await isSaved(page);
  await page.goto("pathway/explore?q=Made to hold");
  await expect(page.getByRole("article"), "what is in the trash counts for nothing").not.toContainText("starting");
  await goTo(page, "Evidence");
  await press(page, "Show the trash");
  await page.getByRole("link", { name: "A first try" }).click();
  await press(page, "Take it out of the trash");
  await expect(page.getByRole("link", { name: "Edit" })).toBeVisible();
  await page.goto("pathway/explore?q=Made to hold");
  await expect(page.getByRole("article")).toContainText("starting");

  await goTo(page, "Evidence");
  await page.getByRole("link", { name: "A first try" }).click();
  await press(page, "Put in the trash");
  await press(page, "Show the trash");
  await page.getByRole("link", { name: "A first try" }).click();
  await press(page, "Erase for ever");
  const question = page.getByRole("dialog", { name: "Erase this piece for ever?" });
  await press(question, "Cancel");
  await expect(question).toBeHidden();
  await press(page, "Erase for ever");
  await press(question, "Yes, erase it");
  await expect(page.getByText("The piece is erased")).toBeVisible();
  await isSaved(page);
  await page.reload();
  await expect(pieces(page)).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Show the trash" })).toHaveCount(0);
});

test("evidence is found by its words and by the names of its files", async ({ page }) => {
  await begin(page);
  await addPiece(page, { title: "Canción del río", text: "A song in two voices" });
  await addPiece(page, { title: "Bird table", files: [png("hoopoe.png")] });
  await goTo(page, "Evidence");
  const search = page.getByLabel("Search my evidence");
  await search.fill("cancion");
  await expect(pieces(page)).toHaveCount(1);
  await expect(pieces(page)).toContainText("Canción del río");
  await search.fill("hoop");
  await expect(pieces(page)).toHaveCount(1);
  await expect(pieces(page)).toContainText("Bird table");
  await search.fill("volcano");
  await expect(page.getByText("No piece matches. Try fewer words.")).toBeVisible();
});

test("Pace draws what is planned and what is done, with the same as a table", async ({ page }) => {
  await begin(page);
  await goTo(page, "Pace");
  await expect(page.getByText("Give a goal a date, and the line of your plan appears here.")).toBeVisible();
  await page.goto("pathway/explore?q=Hand tools");
  await press(page, "Put Hand tools on my pathway");
  await goTo(page, "Pathway");
  const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Date for Hand tools").fill(soon);
  await goTo(page, "Pace");
  await expect(page.getByRole("img", { name: /^Steps planned and done from / })).toBeVisible();
  const before = page.getByText(/0 of \d+ steps, due/);
  await expect(before).toBeVisible();

  await addPiece(page, { title: "A toolbox", claims: { "Hand tools": "3 · proficient" } });
  await goTo(page, "Pace");
  await expect(page.getByText(/^You are (ahead|on pace)/)).toBeVisible();
  await expect(before).toHaveCount(0);
  await unfold(page, "The same as a table");
  const rows = page.getByRole("row");
  await expect(rows.nth(1).getByRole("cell").last(), "done steps stand in today's row").not.toHaveText("0");
  await expect(rows.last().getByRole("cell").last(), "the days to come have none").toHaveText("–");
});

test("a name that contradicts the bytes, and an empty file, are said in words", async ({ page }) => {
  await begin(page);
  await addPiece(page, {
    title: "Not what they say",
    files: [png("photo.jpg"), text("page.png", "<!doctype html><p>A page</p>"), text("empty.pdf", ""), text("report.pdf", "\x00\x01\x02\x03")],
  });
  await expect(figure(page, "photo.jpg")).toContainText("The name of this file ends in .jpg, but what is in it is of another kind: .png.");
  await expect(figure(page, "page.png")).toContainText("of another kind: .html");
  await expect(figure(page, "empty.pdf")).toContainText("This file is empty");
  await expect(figure(page, "report.pdf")).toContainText("is not that, nor anything else that Cairn knows");
});

test("what is on the pathway is offered for a new piece before anything is searched for", async ({ page }) => {
  await begin(page);
  await page.goto("pathway/explore?q=Hand tools");
  await press(page, "Put Hand tools on my pathway");
  await newPiece(page);
  const claims = page.getByRole("region", { name: "What does it show?" });
  await claims.getByRole("button", { name: "Hand tools", exact: true }).click();
  await expect(claims.getByLabel("My level in Hand tools")).toBeFocused();
  await expect(claims.getByRole("button", { name: "Hand tools", exact: true })).toHaveCount(0);
});
