import type { Page } from "@playwright/test";

/** What a page's own thread and its wasm took. */
export interface Effort {
  /** The longest task, in milliseconds; 0 where none was over 50. */
  longest: number;
  /** The memory of its wasm, in megabytes; that of its JavaScript where it has none. */
  memory: number;
}

interface Watched {
  longest: number;
  memory?: WebAssembly.Memory;
}

type Watching = typeof globalThis & { effort: Watched };

/** What a page does, from its next navigation on. */
export const effort = { before: watch, after: read };

/** Counts tasks from now on. */
export async function countAnew(page: Page): Promise<void> {
  await page.evaluate(() => {
    (globalThis as Watching).effort.longest = 0;
  });
}

async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const effort: Watched = { longest: 0 };
    (globalThis as Watching).effort = effort;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) effort.longest = Math.max(effort.longest, duration);
    }).observe({ type: "longtask", buffered: true });
    const instantiate = WebAssembly.instantiateStreaming.bind(WebAssembly);
    WebAssembly.instantiateStreaming = async (...given) => {
      const made = await instantiate(...given);
      // Parts of the app are given the memory of the whole.
      const { memory } = made.instance.exports;
      if (memory instanceof WebAssembly.Memory) effort.memory = memory;
      return made;
    };
  });
}

async function read(page: Page): Promise<Effort> {
  return page.evaluate(() => {
    const { longest, memory } = (globalThis as Watching).effort;
    const { usedJSHeapSize } = (performance as Performance & { memory: { usedJSHeapSize: number } }).memory;
    return { longest, memory: (memory?.buffer.byteLength ?? usedJSHeapSize) / 1_000_000 };
  });
}
