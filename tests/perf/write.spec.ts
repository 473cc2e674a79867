import { chromium } from "../support/browser.ts";
import { type Page, expect, test as base } from "./test.ts";
import { RUNS, keep } from "./results.ts";

/** Keys pressed in each run, as fast as the browser takes them. */
const KEYS = 12;
/** Longer than any key takes: what was missed is not waited for. */
const WAIT = { timeout: 30_000 };
/** About 2,000 words: what somebody of sixteen writes of a term's project. */
const PARAGRAPHS = 60;

/**
 * Without the display's beat: at 60 Hz a key waits up to 16.7 ms for its frame, the same for everyone, and what an editor adds would be
 * lost in it. A frame is made as soon as there is something to show, so that what is measured is work.
 */
const test = base.extend<object>({
  launchOptions: [
    async ({ gate }, use) => {
      const args = [...chromium.args, "--disable-frame-rate-limit", "--disable-gpu-vsync"];
      await use({ ...chromium, args, proxy: gate.settings });
    },
    { scope: "worker" },
  ],
});

function longText(): string {
  const sentence = "The beans that stood by the window grew *faster* than those in the **cupboard**, and the water ran slower. ";
  const paragraph = (_: unknown, place: number) => {
    if (place % 10 === 0) return `## Week ${place / 10 + 1}`;
    if (place % 10 === 5) return `- ${sentence}\n- ${sentence}`;
    return sentence.repeat(2).trim();
  };
  return Array.from({ length: PARAGRAPHS }, paragraph).join("\n\n");
}

interface Keystrokes {
  painted: number[];
  seen: number[];
}

type Timed = typeof globalThis & { keystrokes: Keystrokes };

/** Times every key in the page: until the field was painted with its letter, and until its look was, where `look` finds that. */
function watch(look: string | undefined): void {
  const keystrokes: Keystrokes = { painted: [], seen: [] };
  let pressed = 0;
  let unseen = 0;
  const whenPainted = (then: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(null);
    });
  addEventListener("keydown", ({ timeStamp }) => (pressed = timeStamp), { capture: true });
  addEventListener("input", () => {
    const began = pressed;
    unseen ||= began;
    whenPainted(() => keystrokes.painted.push(performance.now() - began));
  });
  const shown = look && document.querySelector(look);
  if (shown) {
    const changed = () => {
      const began = unseen;
      unseen = 0;
      if (began) whenPainted(() => keystrokes.seen.push(performance.now() - began));
    };
    new MutationObserver(changed).observe(shown, { subtree: true, childList: true, characterData: true });
  }
  (globalThis as Timed).keystrokes = keystrokes;
}

/** Types in the middle of the text, and gives what each key took. */
async function type(page: Page, label: string, look?: string): Promise<Keystrokes> {
  const field = page.getByLabel(label);
  await field.focus();
  await field.evaluate((element: HTMLTextAreaElement) => {
    const middle = element.value.indexOf(".", element.value.length / 2);
    element.setSelectionRange(middle, middle);
  });
  await page.evaluate(watch, look);
  for (const letter of "abcdefghijkl".slice(0, KEYS)) await page.keyboard.press(letter);
  await page.waitForFunction((keys) => (globalThis as Timed).keystrokes.painted.length >= keys, KEYS, WAIT);
  if (look) await page.waitForFunction(() => (globalThis as Timed).keystrokes.seen.length > 0, undefined, WAIT);
  return page.evaluate(() => (globalThis as Timed).keystrokes);
}

test("keystroke to paint in a text of 2,000 words, with its look beside it", async ({ page, floor, context }) => {
  const text = longText();
  await page.goto("welcome");
  await page.getByRole("button", { name: "Look around with a sample" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Hello/ })).toBeVisible();
  const bare = await context.newPage();
  const times = { app: [] as number[], floor: [] as number[] };
  const seen = { app: [] as number[], floor: [] as number[] };
  for (let run = -1; run < RUNS; run += 1) {
    // Nothing is painted, and so nothing looked at, in a page that is out of sight.
    await page.bringToFront();
    await page.goto("evidence/new");
    await page.getByLabel("What did you make or do?").fill(text);
    await expect(page.getByRole("group", { name: "How your words look" }).getByRole("heading")).toHaveCount(PARAGRAPHS / 10);
    await expect(page.getByRole("banner").getByRole("link", { name: /^Saved/ })).toBeVisible();
    const app = await type(page, "What did you make or do?", ".writing-preview");

    await bare.bringToFront();
    await bare.goto(floor.at("write.html"));
    await bare.getByLabel("Words").fill(text);
    const least = await type(bare, "Words");
    if (run < 0) continue;
    times.app.push(...app.painted);
    times.floor.push(...least.painted);
    seen.app.push(...app.seen);
    seen.floor.push(...least.painted);
  }
  keep({ name: "write", unit: "ms", ...times });
  keep({ name: "look", unit: "ms", ...seen });
});
