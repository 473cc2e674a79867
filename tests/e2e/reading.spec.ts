import { execFileSync } from "node:child_process";
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "../support/axe.ts";
import { Canary, SCRIPT } from "../support/canary.ts";
import { CODE, ESSAY, LONG, NOTEBOOK, PACKED, TABLE, talk } from "../support/documents.ts";
import { type FileToGive, text, zip } from "../support/files.ts";
import { addPiece, begin, goTo, isSaved } from "../support/learner.ts";
import { takeOut } from "../support/portfolio.ts";
import { isInParts } from "../support/release.ts";
import { NO_SERVICE_WORKER, expect, test } from "../support/test.ts";

function figure(page: Page, name: string): Locator {
  return page.getByRole("figure").filter({ hasText: name });
}

/** Begins, and shows a piece with these files. */
async function show(page: Page, files: FileToGive[]): Promise<void> {
  await begin(page);
  await addPiece(page, { title: "What they say", files });
}

test("code has numbers that are no part of it, and long lines break when asked", async ({ page }) => {
  await show(page, [CODE]);
  const code = page.getByRole("group", { name: "Text of bounce.py" });
  await expect(code.getByText("for height in range(3):")).toBeVisible();
  await expect(code).not.toContainText("1");
  const width = () => code.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(await width()).toBeGreaterThan(0);
  await code.focus();
  await expect(code).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByLabel("Break long lines")).toBeFocused();
  await page.keyboard.press("Space");
  await expect.poll(width).toBe(0);
});

test("a long text is drawn a piece at a time, by keyboard too", async ({ page }) => {
  await show(page, [LONG]);
  const text = page.getByRole("group", { name: "Text of diary.txt" });
  await expect(text.getByText("Day 400: a leaf", { exact: true })).toBeAttached();
  await expect(text.getByText("Day 401: a leaf", { exact: true })).toHaveCount(0);
  const more = figure(page, "diary.txt").getByRole("button", { name: "Show more" });
  await more.press("Enter");
  await expect(figure(page, "diary.txt").getByRole("status")).toHaveText("800 of 900");
  await more.press("Enter");
  await expect(text.getByText("Day 900: a leaf", { exact: true })).toBeAttached();
  await expect(more).toHaveCount(0);
  await expect(text, "the focus is not lost with the button").toBeFocused();
});

test("a table has its columns' names, whatever stands between its cells", async ({ page }) => {
  await show(page, [TABLE]);
  const table = figure(page, "runs.csv").getByRole("table");
  await expect(table.getByRole("columnheader")).toHaveText(["length", "swings", "remark"]);
  await expect(table.getByRole("row").nth(1).getByRole("cell")).toHaveText(["0,50", "14,2", "steady; no wind"]);
  await expect(table.getByRole("row")).toHaveCount(3);
  await expect(table).toContainText("2 rows · 3 columns");
});

test("a notebook shows words, code, and what came of it, and runs nothing", async ({ page, context }) => {
  const canary = Canary.watch(context);
  await show(page, [NOTEBOOK]);
  const notebook = figure(page, "swings.ipynb");
  await expect(notebook.getByRole("heading", { name: "Swings" })).toBeVisible();
  const cell = notebook.getByRole("group", { name: "Code, run 7", exact: true });
  await expect(cell.getByText("print('two')")).toBeVisible();
  await expect(cell.getByText("two", { exact: true })).toBeVisible();
  const picture = cell.getByRole("img", { name: "A rising line" });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(160);
  await expect(cell).toContainText("something here that Cairn does not show (text/html)");
  await canary.isSilent();
});

test("a ZIP shows what is in it, and what could do harm", async ({ page }) => {
  await show(page, [PACKED]);
  const files = figure(page, "robot.zip").getByRole("table");
  await expect(files).toContainText("3 files");
  await expect(files.getByRole("row").nth(1)).toContainText("robot/main.py");
  await expect(files.getByRole("row").nth(3)).toContainText("could lead out of its folder");
});

test("documents say their words in place, and slides stand apart", async ({ page }) => {
  await show(page, [ESSAY, talk()]);
  await expect(figure(page, "essay.docx").getByText("My grandmother's village")).toBeVisible();
  await expect(figure(page, "essay.docx")).toContainText("Document");
  const first = figure(page, "talk.odp").getByRole("group", { name: "Slide 1" });
  await expect(first.getByRole("heading", { name: "Swings" })).toBeVisible();
  await expect(first.getByRole("listitem")).toHaveText("Longer ropes");
});

test("a file that cannot be read says so, and can be saved", async ({ page }) => {
  const broken = { ...ESSAY, name: "broken.docx", buffer: ESSAY.buffer.subarray(0, 400) };
  await show(page, [broken, text("broken.ipynb", "{", "application/x-ipynb+json")]);
  for (const name of ["broken.docx", "broken.ipynb"]) {
    await expect(figure(page, name)).toContainText("Cairn cannot read this file; it is kept as it is.");
    await expect(page.getByRole("button", { name: `Save a copy of ${name}` })).toBeVisible();
  }
});

test("nothing of what a document says ever runs or leads away", async ({ page, context }) => {
  const canary = Canary.watch(context);
  const tags = `<script>${SCRIPT}</script><img src=x onerror="${SCRIPT}">`;
  const escaped = tags.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const document = `<office:document-content><office:body><office:text><text:h>${escaped}</text:h><text:a xlink:href="javascript:${SCRIPT}"><text:p>a link</text:p></text:a>${tags.replace("=x", '="x"').replace(">", "/>")}</office:text></office:body></office:document-content>`;
  const odt = "application/vnd.oasis.opendocument.text";
  const cells = [
    { cell_type: "markdown", source: `${tags}\n\n[press me](javascript:${SCRIPT})` },
    { cell_type: "code", source: tags, outputs: [{ output_type: "stream", text: tags }, { data: { "image/png": `iVBORw0KGgo" onerror="${SCRIPT}`, "image/svg+xml": tags } }] },
  ];
  await show(page, [
    { name: "x.odt", mimeType: odt, buffer: zip({ mimetype: odt, "content.xml": document }) },
    { name: "x.zip", mimeType: "application/zip", buffer: zip({ [`${tags}.txt`]: "x" }) },
    text("x.csv", `${tags},=HYPERLINK("https://canary.invalid/")\n1,2\n`, "text/csv"),
    text("x.ipynb", JSON.stringify({ cells }), "application/x-ipynb+json"),
    text("x.py", tags),
  ]);
  for (const name of ["x.odt", "x.zip", "x.csv", "x.ipynb", "x.py"]) await expect(figure(page, name)).toContainText("<script>");
  await expect(page.getByRole("main").getByRole("link", { name: /press me|a link/ })).toHaveCount(0);
  await expect(page.getByRole("main").getByRole("img", { name: /./ })).toHaveCount(0);
  await canary.isSilent();
});

test("what files say is accessible, narrow and in Spanish too", async ({ page }) => {
  await show(page, [CODE, TABLE, NOTEBOOK, PACKED, ESSAY, talk()]);
  await expect(page.getByRole("table")).toHaveCount(2);
  await expect(page.getByRole("heading", { name: "Why" })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await sideways()).toBeLessThanOrEqual(0);
  await goTo(page, "Settings");
  await page.getByRole("radio", { name: "Español" }).check();
  await page.goBack();
  await expect(page.getByRole("group", { name: "Diapositiva 1" })).toBeVisible();
});

test("the words in a file travel with the portfolio", async ({ page }) => {
  await show(page, [ESSAY, CODE]);
  await isSaved(page);
  await expect
    .poll(async () => {
      const { path } = await takeOut(page);
      const read = "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(*(z.read(n).decode() for n in z.namelist() if n.startswith('previews/')))";
      return execFileSync("python3", ["-c", read, path], { encoding: "utf8" }).trim();
    }, "those of a short text are the text itself")
    .toBe("My grandmother's village");
});

test.describe("while the code that reads a file is on its way", () => {
  test.use({ serviceWorkers: "block", expectedComplaint: NO_SERVICE_WORKER });

  test("one may leave, and come back to it", async ({ page }) => {
    test.skip(!isInParts(), "a build for looking at is one module");
    let letIn = () => {};
    const left = new Promise<void>((done) => (letIn = done));
    let isAsked = false;
    // Not what it shares with other parts, which the page of a piece needs, too.
    const part = /cairn-part-reading-[0-9a-f]+\.wasm/;
    await page.route(part, async (route) => {
      isAsked = true;
      await left;
      await route.continue();
    });
    await show(page, [CODE]);
    await expect.poll(() => isAsked).toBe(true);
    await goTo(page, "Evidence");
    await expect(page.getByRole("heading", { level: 1, name: "Evidence" })).toBeVisible();
    letIn();
    await page.getByRole("link", { name: /What they say/ }).click();
    await expect(page.getByRole("group", { name: "Text of bounce.py" })).toBeVisible();
  });
});
