import { type Page, expect } from "@playwright/test";

const LEARNER = "Maximiliane-Guadalupe";

/** Pieces as a learner makes them: long words, a table, code, a picture, sound, a document, a link. */
const WORDS = `# The water clock

It lost **four minutes** an hour, because the water runs slower when there is less of it.

| hour | lost |
|---|---|
| first | 2 min |
| second | 4 min |

\`\`\`
for hour in range(1, 12): print("the level after", hour, "hours is", level(hour), "centimetres")
\`\`\`

> Measure first, then explain.`;

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400"><rect width="640" height="400" fill="#dfeaf0"/>' +
  '<path d="M0 320 L160 180 L300 290 L430 120 L640 300 V400 H0Z" fill="#3f5f31"/><circle cx="510" cy="90" r="44" fill="#b8401a"/></svg>';

/** A second of silence as a WAV file. */
function silence(): Buffer {
  const samples = Buffer.alloc(8000, 0x80);
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

const FILES = [
  { name: "the-mountains-behind-our-school-in-autumn.svg", mimeType: "image/svg+xml", buffer: Buffer.from(PICTURE) },
  { name: "drip.wav", mimeType: "audio/wav", buffer: silence() },
  { name: "measurements.csv", mimeType: "text/csv", buffer: Buffer.from("hour,lost\n1,2\n2,4\n") },
  { name: "notes.docx", mimeType: "application/octet-stream", buffer: Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]) },
];

/** What a learner might have after some weeks, made as a learner makes it. */
export async function fill(page: Page): Promise<void> {
  await begin(page);
  await choose(page);
  await add(page, "A water clock that is nearly right", WORDS, FILES);
  await add(page, "", "Three sentences about the river.", []);
  await add(page, "Zusammengehörigkeitsgefühl: ein Plakat über Wörter, die nirgends aufhören wollen", "For the language day.", FILES.slice(0, 1));
}

async function begin(page: Page): Promise<void> {
  await page.goto("welcome");
  await page.getByLabel("Your name").fill(LEARNER);
  await page.getByRole("button", { name: "Next" }).click();
  for (const interest of ["music", "machines"]) await page.getByRole("button", { name: interest }).click();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("button", { name: "Use this one" }).first().click();
  await page.locator("summary", { hasText: "Mathematics" }).click();
  await page.getByRole("radio").nth(4).check();
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("heading", { name: `Hello ${LEARNER}` })).toBeVisible();
}

/** Three goals, two of them with a date. */
async function choose(page: Page): Promise<void> {
  await page.goto("pathway/explore?ready=true");
  for (let chosen = 1; chosen <= 3; chosen += 1) {
    await page.getByRole("button", { name: /^Put .* on my pathway$/ }).first().click();
    await expect(page.getByRole("link", { name: "On my pathway" })).toHaveCount(chosen);
  }
  await page.goto("pathway");
  const dates = page.getByLabel(/^Date for /);
  await dates.nth(0).fill(inDays(5));
  await dates.nth(1).fill(inDays(40));
}

async function add(page: Page, title: string, text: string, files: typeof FILES): Promise<void> {
  await page.goto("pathway");
  await page.locator(".goal a").first().click();
  await page.getByRole("link", { name: "Add evidence" }).click();
  await page.getByLabel("What did you make or do?").fill(text);
  if (title) await page.getByLabel("Title", { exact: true }).fill(title);
  await page.getByLabel("What do you think of it?").fill("Next time I would measure **before** I build.");
  if (files.length > 0) await page.getByLabel("Choose files").setInputFiles(files);
  for (const { name } of files) await expect(page.getByText(name, { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("link", { name: "Edit" })).toBeVisible();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
