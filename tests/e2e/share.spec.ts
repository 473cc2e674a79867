import type { Page } from "@playwright/test";
import { png, type FileToGive } from "../support/files.ts";
import { begin, press } from "../support/learner.ts";
import { expect, test } from "../support/test.ts";

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
