import type { Page } from "@playwright/test";

/** Something to be seen: an element, and words in it; and what is done to it at once. */
export interface Sight {
  css: string;
  words?: string;
  then?: "click" | { write: string };
}

/** What is timed: from an event, or else from the start of the navigation, until all sights were seen in their order and painted. */
export interface Span {
  from?: "input" | "change" | "click";
  sights: Sight[];
}

interface Stopwatch {
  arm(span: Span): void;
  took: number | undefined;
}

type Timed = typeof globalThis & { stopwatch: Stopwatch };

/** Gives a page a stopwatch from its next navigation on, already armed with `span` where one is given. */
export async function giveStopwatch(page: Page, span?: Span): Promise<void> {
  await page.addInitScript(stopwatch, span);
}

/** Sets the watch to wait for its event. */
export async function arm(page: Page, span: Span): Promise<void> {
  await page.evaluate((span) => (globalThis as Timed).stopwatch.arm(span), span);
}

/** Milliseconds, once everything was seen. */
export async function took(page: Page): Promise<number> {
  const seen = await page.waitForFunction(() => (globalThis as Timed).stopwatch.took, undefined, { timeout: 300_000 });
  return (await seen.jsonValue()) as number;
}

/** Runs in the page, before anything of the page's own. */
function stopwatch(first?: Span): void {
  let span: Span | undefined;
  let start: number | undefined;
  let seen = 0;
  const watch: Stopwatch = {
    took: undefined,
    arm(next) {
      span = next;
      start = next.from ? undefined : 0;
      seen = 0;
      watch.took = undefined;
      look();
    },
  };
  const find = ({ css, words = "" }: Sight) =>
    Array.from(document.querySelectorAll<HTMLElement>(css)).find((element) => element.textContent?.includes(words));

  function act(element: HTMLElement, then: Sight["then"]) {
    if (then === "click") element.click();
    else if (then && element instanceof HTMLInputElement) {
      element.value = then.write;
      element.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
  }

  function look() {
    if (!span || start === undefined) return;
    for (let next = span.sights[seen]; next; next = span.sights[seen]) {
      const element = find(next);
      if (!element) break;
      seen += 1;
      act(element, next.then);
    }
    if (seen < span.sights.length) return;
    const began = start;
    span = undefined;
    // The frame that shows it has been made when a task runs after the next frame's callbacks.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        watch.took = performance.now() - began;
      };
      port2.postMessage(null);
    });
  }

  for (const event of ["input", "change", "click"] as const) {
    addEventListener(
      event,
      ({ timeStamp }) => {
        if (span?.from === event) start ??= timeStamp;
      },
      { capture: true },
    );
  }
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  (globalThis as Timed).stopwatch = watch;
  if (first) watch.arm(first);
}
