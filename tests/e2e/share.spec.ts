import type { Page } from "@playwright/test";
import { CasePackage } from "../support/case.ts";
import { png, text, type FileToGive } from "../support/files.ts";
import { artifact, begin, goTo, isSaved, press } from "../support/learner.ts";
import { expect, expectAccessible, test } from "../support/test.ts";

/** What another app hands to the system's share sheet. */
interface Share {
  title?: string;
  text?: string;
  url?: string;
  files?: FileToGive[];
}

/** Posts a form to Cairn as the system does: by going there with it, from a page that is not Cairn's. */
async function share(page: Page, address: string, { title = "", text = "", url = "", files = [] }: Share): Promise<void> {
  const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, bytes: buffer.toString("base64") }));
  await page.goto("about:blank");
  await page.evaluate(
    ({ address, words, given }) => {
      const form = document.createElement("form");
      Object.assign(form, { method: "post", enctype: "multipart/form-data", action: address });
      for (const [name, value] of Object.entries(words)) {
        form.append(Object.assign(document.createElement("input"), { name, value }));
      }
      const data = new DataTransfer();
      for (const { name, mimeType, bytes } of given) {
        data.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name, { type: mimeType }));
      }
      const input = Object.assign(document.createElement("input"), { type: "file", name: "files", multiple: true });
      input.files = data.files;
      form.append(input);
      document.body.append(form);
      form.submit();
    },
    { address, words: { title, text, url }, given },
  );
  await expect(page.getByRole("heading", { level: 1, name: "From another app" })).toBeVisible();
}

/** Waits until the service worker answers for the page. */
async function isAnswered(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

test("what another app shares waits, with no network either, and becomes a piece when it is taken", async ({ page, cairn }) => {
  await begin(page);
  await isAnswered(page);
  await cairn.goOffline();
  const address = new URL("share", cairn.url).href;
  const shared = { title: "Otter, day 3", text: "We saw it twice. https://otters.example/day3", files: [png("otter.png"), text("söng & notes.txt", "high")] };
  await share(page, address, shared);
  const card = page.getByRole("region", { name: "Otter, day 3" });
  for (const words of [/^otter\.png · /, /^söng & notes\.txt · /, "https://otters.example/day3", "We saw it twice."]) {
    await expect(card.getByText(words)).toBeVisible();
  }
  await expectAccessible(page);

  await goTo(page, "Evidence");
  await expect(page.getByText("Nothing here yet.")).toBeVisible();
  await goTo(page, "Today");
  await page.getByRole("link", { name: "See what it is" }).click();
  await press(card, "Put it into a new piece");
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue("Otter, day 3");
  await expect(page.getByLabel("What did you make or do?")).toHaveValue("We saw it twice.");
  for (const name of ["https://otters.example/day3", "otter.png", "söng & notes.txt"]) {
    await expect(artifact(page, name)).toBeVisible();
  }
  await isSaved(page);
  await page.reload();
  await expect(page.getByText("Nothing is waiting here.")).toBeVisible();
  await goTo(page, "Evidence");
  await expect(page.getByRole("link", { name: "Otter, day 3" })).toBeVisible();
});

test("what is thrown away is gone, and the rest waits on", async ({ page, cairn }) => {
  await begin(page);
  await isAnswered(page);
  const address = new URL("share", cairn.url).href;
  await share(page, address, { title: "First", files: [png("first.png")] });
  await share(page, address, { title: "Second", url: "https://second.example/" });
  await press(page.getByRole("region", { name: "First" }), "Throw it away");
  await expect(page.getByRole("region", { name: "First" })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("region", { name: "Second" })).toBeVisible();
  await expect(page.getByRole("region", { name: "First" })).toHaveCount(0);
});

/** Goes there as the system does with a file. Only an installed app has this queue; its place is taken by one that works alike. */
async function openWith(page: Page, { name, mimeType, buffer }: FileToGive): Promise<void> {
  await page.addInitScript(
    ({ name, type, words }) => {
      const handle = { kind: "file", getFile: async () => new File([words], name, { type }) };
      const queue = { setConsumer: (take: (launch: object) => void) => take({ files: [handle] }) };
      Object.defineProperty(globalThis, "launchQueue", { value: queue });
    },
    { name, type: mimeType, words: buffer.toString("utf8") },
  );
  await page.goto("share");
}

test("files that the system opens with Cairn are offered for a new piece", async ({ page }) => {
  await begin(page);
  await openWith(page, text("chords.txt", "E A D"));
  await press(page.getByRole("region", { name: "Shared with Cairn" }), "Put it into a new piece");
  await expect(artifact(page, "chords.txt")).toBeVisible();
});

const kite = () => new CasePackage("Fly a kite").as("Pathway").add("Sew", "I can sew a kite").add("Fly", "I can fly a kite").file("kite.json");

test("a pathway that is shared is looked at as one, and could be work all the same", async ({ page, cairn }) => {
  await begin(page, { framework: false });
  await isAnswered(page);
  await cairn.goOffline();
  await share(page, new URL("share", cairn.url).href, { title: "For you", files: [text("hello.txt", "Look!"), kite()] });
  const card = page.getByRole("region", { name: "For you" });
  await expect(card.getByText("“kite.json” is a pathway that you can walk.")).toBeVisible();
  await expect(card.getByRole("button", { name: "Put it into a new piece" })).toBeVisible();
  await expectAccessible(page);
  await press(card, "Look at the pathway");
  await expect(page.getByRole("heading", { level: 1, name: "Bring in a pathway" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "Fly a kite" })).toBeFocused();
  await press(page, "Walk this pathway");
  await expect(page.getByRole("heading", { level: 2, name: "I can sew a kite" })).toBeVisible();
  await isSaved(page);
  await goTo(page, "Pathway");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Pathway" })).toBeVisible();
  await page.goto("pathway/bring");
  await expect(page.getByLabel("Choose a file")).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "Fly a kite" }), "it was looked at once").toHaveCount(0);
});

test("a pathway that the system opens with Cairn is offered in Spanish, too", async ({ page }) => {
  await begin(page, { framework: false });
  await goTo(page, "Settings");
  await page.getByLabel("Español").check();
  await expect(page.getByRole("heading", { level: 1, name: "Ajustes" })).toBeVisible();
  await openWith(page, kite());
  await expect(page.getByText("«kite.json» es un camino que puedes recorrer.")).toBeVisible();
  await press(page, "Mirar el camino");
  await expect(page.getByRole("heading", { level: 1, name: "Traer un camino" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "Fly a kite" })).toBeFocused();
});
