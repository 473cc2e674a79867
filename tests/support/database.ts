import type { Page } from "@playwright/test";
import { isSaved } from "./learner.ts";

/** Keeps stores of the learner's database busy from another tab, all where none is named, so that the app waits for them; gives what ends that. */
export async function occupyDatabase(page: Page, stores?: string[]): Promise<() => Promise<void>> {
  const other = await page.context().newPage();
  await other.goto("settings");
  await isSaved(other);
  await other.evaluate(async (stores) => {
    const { last_profile } = JSON.parse(localStorage.getItem("cairn.preferences") ?? "{}") as { last_profile: string };
    const opened = indexedDB.open(`cairn-${last_profile}`);
    await new Promise((done) => (opened.onsuccess = done));
    const store = opened.result.transaction(stores ?? [...opened.result.objectStoreNames], "readwrite").objectStore("meta");
    const busy = Object.assign(globalThis, { busy: true });
    const again = () => {
      if (busy.busy) store.get("nothing").onsuccess = again;
    };
    again();
  }, stores);
  return () => other.close();
}

/** Lets no file into the learner's storage until what this gives is called, as while somebody sweeps up there. */
export async function holdFilesBack(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const { last_profile } = JSON.parse(localStorage.getItem("cairn.preferences") ?? "{}") as { last_profile: string };
    const held = (done: () => void) => new Promise<void>((letGo) => (Object.assign(globalThis, { letGo }), done()));
    return new Promise<void>((done) => void navigator.locks.request(`cairn-media-${last_profile}`, () => held(done)));
  });
  return () => page.evaluate(() => (globalThis as unknown as { letGo: () => void }).letGo());
}

/** Whether the index on the disk has this word, none before which begins with the same letter: of others only the end is kept. */
export async function isIndexed(page: Page, word: string): Promise<boolean> {
  const rows = await rowsFrom(page, "state", "~search 0000000000", "~search 0000000000");
  return rows.some((row) => row.includes(word));
}

/** Whether something of a recording that is neither kept nor thrown away is on the disk: a slow camera gives nothing for a while. */
export async function isRecorded(page: Page): Promise<boolean> {
  const rows = await rowsFrom(page, "meta", "recording:", "recording;");
  return rows.some((row) => (JSON.parse(row) as { safe: { bytes: number } }).safe.bytes > 0);
}

/** How many files are on this device. */
export async function filesOn(page: Page): Promise<number> {
  return (await rowsFrom(page, "artifacts", "", "~")).length;
}

/** The rows of a store between two keys, of every portfolio on this device; of bytes, each is a letter. */
function rowsFrom(page: Page, store: string, from: string, to: string): Promise<string[]> {
  return page.evaluate(
    async ({ store, from, to }) => {
      const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith("cairn-") ? [name] : []));
      const rows = names.map(
        (name) =>
          new Promise<(string | Uint8Array)[]>((resolve, reject) => {
            const opening = indexedDB.open(name);
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const database = opening.result;
              const reading = database.transaction(store).objectStore(store).getAll(IDBKeyRange.bound(from, to));
              reading.onerror = () => reject(reading.error);
              reading.onsuccess = () => {
                database.close();
                resolve(reading.result);
              };
            };
          }),
      );
      const letters = new TextDecoder("latin1");
      return (await Promise.all(rows)).flat().map((row) => (typeof row === "string" ? row : letters.decode(row)));
    },
    { store, from, to },
  );
}
