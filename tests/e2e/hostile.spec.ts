import { Canary, SCRIPT } from "../support/canary.ts";
import { CasePackage } from "../support/case.ts";
import { type FileToGive, png, text } from "../support/files.ts";
import { addPiece, artifact, begin, goTo, isSaved, pick, pieces, press, unfold } from "../support/learner.ts";
import { ANA, expect, expectAccessible, test } from "../support/test.ts";

const PAGE = `<!doctype html><title>page</title><script>${SCRIPT}</script><img src=x onerror="${SCRIPT}"><body onload="${SCRIPT}">`;
const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" onload="${SCRIPT}"><script>${SCRIPT}</script><circle cx="20" cy="20" r="18"/></svg>`;
const WORDS = [
  `[press me](javascript:${SCRIPT})`,
  `[and me](data:text/html,<script>${SCRIPT}</script>)`,
  `[and me](vbscript:canary)`,
  `![far away](https://canary.invalid/pixel.png)`,
  `<img src=x onerror="${SCRIPT}">`,
  `<script>${SCRIPT}</script>`,
  `<iframe srcdoc="<script>${SCRIPT}</script>"></iframe>`,
  `<style>body{display:none}</style>`,
  `[ref]: javascript:${SCRIPT}`,
  `[a reference][ref] <javascript:${SCRIPT}>`,
  `![drawn](javascript:${SCRIPT})`,
  `$\\href{javascript:${SCRIPT}}{x}$ and $\\text{<img src=x onerror="${SCRIPT}">}$`,
  `${">".repeat(5000)} so deep`,
].join("\n\n");
const POLYGLOT = `GIF89a/*${"\x01\x00".repeat(8)}*/=1;${SCRIPT}`;

/** A few bytes that ask for a million shapes: each group stands in the next one ten times. */
function tower(levels: number): string {
  const group = (level: number) => `<g id="a${level}">${`<use href="#a${level - 1}" x="1"/>`.repeat(10)}</g>`;
  const groups = Array.from({ length: levels }, (_, below) => group(below + 1)).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><g id="a0"><circle r="3"/></g>${groups}</svg>`;
}

const FILES: FileToGive[] = [
  text("x.html", PAGE, "text/html"),
  text("x.svg", DRAWING, "image/svg+xml"),
  text("drawing.png", DRAWING, "image/png"),
  text("holiday.png", PAGE, "image/png"),
  text("x.xhtml", `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>${SCRIPT}</script></html>`, "application/xhtml+xml"),
  text("x.xml", `<?xml version="1.0"?><?xml-stylesheet href="x.svg"?><x xmlns:h="http://www.w3.org/1999/xhtml"><h:script>${SCRIPT}</h:script></x>`),
  text("notes.md", WORDS, "text/markdown"),
  text("report.pdf", `%PDF-1.4\n${PAGE}`, "application/pdf"),
  text("page.pdf", PAGE, "application/pdf"),
  text("film.mp4", PAGE, "video/mp4"),
  text("both.gif", POLYGLOT, "image/gif"),
  text("script.js", SCRIPT, "text/javascript"),
];

test("nothing that a learner adds ever runs", async ({ page, context }) => {
  const canary = Canary.watch(context);
  await begin(page, { name: '<img src=x onerror="globalThis.canary=1">' });
  await addPiece(page, { title: `<script>${SCRIPT}</script>`, text: WORDS, files: FILES, reflection: WORDS });
  await expect(page.getByRole("figure")).toHaveCount(FILES.length);
  for (const file of FILES) await expect(page.getByRole("button", { name: `Save a copy of ${file.name}` })).toBeVisible();
  await expect(page.getByText("press me").first()).toBeVisible();
  await expect(page.getByRole("link", { name: /press me|and me|a reference/ }), "no such address leads anywhere").toHaveCount(0);
  await expect(page.locator('main img:not([src^="blob:"])'), "no picture from elsewhere").toHaveCount(0);
  await expect(page.getByRole("main"), "the page is not hidden by a style of theirs").toBeVisible();
  const drawing = page.getByRole("img", { name: "x.svg" });
  await expect.poll(() => drawing.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true);
  await canary.isSilent();

  await page.getByRole("link", { name: "Edit" }).click();
  for (const file of FILES) await expect(artifact(page, file.name)).toBeVisible();
  await canary.isSilent();
  await goTo(page, "Evidence");
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(1);
  await goTo(page, "Settings");
  await canary.isSilent();
});

test("a drawing that asks for more than can be drawn is drawn for nobody who has not said so", async ({ page }) => {
  await begin(page);
  await addPiece(page, { title: "A leaf", files: [text("leaf.svg", tower(2), "image/svg+xml")] });
  await expect(page.getByRole("img", { name: "leaf.svg" })).toBeVisible();
  await addPiece(page, { title: "A bomb", files: [text("bomb.svg", tower(6), "image/svg+xml")] });
  const bomb = page.getByRole("figure").filter({ hasText: "bomb.svg" });
  await expect(bomb.getByText(/repeats its parts so often/)).toBeVisible();
  await expect(bomb.getByRole("button", { name: "Show it all the same" })).toBeVisible();
  await expect(bomb.getByRole("button", { name: "Save a copy of bomb.svg" })).toBeVisible();
  await expectAccessible(page);
  await goTo(page, "Evidence");
  await expect(pieces(page).filter({ hasText: "A leaf" }).locator("img"), "once it was measured").toHaveCount(1);
  await expect(pieces(page).filter({ hasText: "A bomb" }).locator("img")).toHaveCount(0);
  await page.getByRole("link", { name: /A bomb/ }).click();
  await page.getByRole("link", { name: "Edit" }).click();
  await expect(artifact(page, "bomb.svg")).toBeVisible();
  await expect(artifact(page, "bomb.svg").getByRole("img")).toHaveCount(0);
});

test("a framework's words are only words, and so is an address", async ({ page, context }) => {
  const canary = Canary.watch(context);
  const title = `<img src=x onerror="${SCRIPT}">`;
  const hostile = new CasePackage(title)
    .add("A", `I can <script>${SCRIPT}</script> things`, undefined, { subject: [title], conceptKeywords: [title] })
    .add("../x?y#z", `<svg onload="${SCRIPT}">`, undefined, { identifier: `"><script>${SCRIPT}</script>` });
  await begin(page, { framework: false });
  await goTo(page, "Settings");
  await unfold(page, "Add a framework");
  await page.getByLabel("Choose a file").setInputFiles(hostile.file());
  await press(page.getByRole("status"), "Use this one");
  await expect(page.getByRole("button", { name: /^Stop using/ })).toBeVisible();
  await isSaved(page);
  await page.goto("pathway/explore");
  await expect(page.getByRole("article")).toHaveCount(2);
  for (const name of await page.getByRole("article").getByRole("link").allInnerTexts()) {
    await page.goto("pathway/explore");
    await page.getByRole("link", { name, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  }
  await page.goto(`competency/${encodeURIComponent(`<img src=x onerror="${SCRIPT}">`)}`);
  await expect(page.getByRole("heading", { level: 1, name: "This competency is not here" })).toBeVisible();
  await page.goto(`pathway/explore?q=${encodeURIComponent(PAGE)}`);
  await expect(page.getByText("Nothing matches.")).toBeVisible();
  await canary.isSilent();
});

test("a name that hides its ending is shown without the trick, and saved without it", async ({ page }) => {
  await begin(page);
  await page.goto("evidence/new");
  const name = "holiday-photo\u202egpj.exe";
  await pick(page, [{ ...text("x", "plain text, not a program."), name }, png("../../evil.png")]);
  await press(page, "Done");
  const figure = page.getByRole("figure").filter({ hasText: "holiday-photo" });
  await expect(figure).toContainText("ends in .exe");
  const saved = page.waitForEvent("download");
  await figure.getByRole("button").click();
  expect((await saved).suggestedFilename()).toBe("holiday-photogpj.exe");
});

test.describe("what is put into storage under the app's own origin", () => {
  test.use({ httpCredentials: { username: ANA.name, password: ANA.password } });
  // The browser says itself that it will not run what is no script.
  test.use({ expectedComplaint: /MIME type|Trusted|this script is refused|Failed to load resource/ });

  test("does not run when it is opened, framed, or named as a script", async ({ page, context, cairn }) => {
    const folder = "cairn1/out/00112233445566778899";
    const authorization = `Basic ${Buffer.from(`${ANA.name}:${ANA.password}`).toString("base64")}`;
    const ask = (method: string, name: string, body?: Buffer) =>
      fetch(`${cairn.storage(ANA)}${name}`, { method, body: body && new Uint8Array(body), headers: { authorization } });
    for (const made of ["cairn1/", "cairn1/out/", `${folder}/`]) await ask("MKCOL", made);
    const names = ["x.html", "x.svg", "drawing.png", "x.xhtml", "x.xml", "script.js", "report.pdf"];
    for (const name of names) {
      const { buffer } = FILES.find((file) => file.name === name) ?? png();
      expect((await ask("PUT", `${folder}/${name}`, buffer)).ok, name).toBe(true);
    }

    await page.goto("");
    await expect(page.getByLabel("Your name")).toBeVisible();
    const canary = Canary.watch(context);
    for (const name of names) {
      const address = `${cairn.storage(ANA)}${folder}/${name}`;
      const download = page.waitForEvent("download");
      await page.evaluate((to) => location.assign(to), address);
      expect((await download).url(), "it is a file to keep, not a page").toBe(address);
    }
    const outcomes = await page.evaluate(async (script) => {
      const said = (problem: unknown) => String(problem);
      const asScript = await new Promise<string>((done) => {
        try {
          const element = document.createElement("script");
          element.addEventListener("load", () => done("it ran"));
          element.addEventListener("error", () => done("it was refused"));
          element.src = script;
          document.head.append(element);
        } catch (problem) {
          done(said(problem));
        }
      });
      const asWorker = await navigator.serviceWorker.register(script).then(() => "it was registered", said);
      return { asScript, asWorker };
    }, `${cairn.storage(ANA)}${folder}/script.js`);
    expect(outcomes.asScript).toContain("refused");
    expect(outcomes.asWorker).toContain("refused");
    await canary.isSilent();
  });
});
