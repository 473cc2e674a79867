import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Page, expect } from "@playwright/test";
import type axe from "axe-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Fails if axe finds anything to improve on the page as it is, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    // Without motion, for colours that fade from one theme to the other have no contrast to judge half-way.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // One that had begun before would go on.
    await page.evaluate(() => document.getAnimations().forEach((fading) => fading instanceof CSSTransition && fading.finish()));
    // Passed to evaluate, not added as a script: the page's policy would rightly refuse that.
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(
      (rules) => (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly: rules }),
      RULES,
    );
    expect(violations.map(inWords), `axe on ${new URL(page.url()).pathname}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

function inWords(violation: axe.Result): string {
  const places = violation.nodes.map((node) => `  ${node.target.join(" ")}\n    ${node.failureSummary}`);
  return `${violation.id}: ${violation.help}\n${places.join("\n")}`;
}
