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

/** Whether the index on the disk has this word, none before which begins with the same letter: of others only the end is kept. */
export function isIndexed(page: Page, word: string): Promise<boolean> {
  return page.evaluate(async (word) => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith("cairn-") ? [name] : []));
    const rows = await Promise.all(
      names.map(
        (name) =>
          new Promise<Uint8Array | undefined>((resolve, reject) => {
            const opening = indexedDB.open(name);
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const database = opening.result;
              const reading = database.transaction("state").objectStore("state").get("~search 0000000000");
              reading.onerror = () => reject(reading.error);
              reading.onsuccess = () => {
                database.close();
                resolve(reading.result);
              };
            };
          }),
      ),
    );
    return rows.some((row) => row !== undefined && new TextDecoder("latin1").decode(row).includes(word));
  }, word);
}
