import type { Page } from "@playwright/test";

/** A place as a learner comes to it. */
export interface Place {
  /** What its pictures are called. */
  name: string;
  /** Its address below the app's, once the way there was found. */
  path: string;
  /** What has to be done before it shows all that it has. */
  prepare?: (page: Page) => Promise<void>;
}

/** Everything that is folded away counts, too. */
export async function unfold(page: Page): Promise<void> {
  await page.locator("summary").evaluateAll((all) => {
    for (const summary of all) summary.parentElement?.setAttribute("open", "");
  });
}

/** Places that are there whatever the portfolio holds. */
export const EVERYWHERE: Place[] = [
  { name: "welcome-1-name", path: "welcome" },
  { name: "welcome-2-interests", path: "welcome?step=2" },
  { name: "welcome-3-framework", path: "welcome?step=3" },
  { name: "welcome-4-where", path: "welcome?step=4", prepare: unfold },
  { name: "today", path: "" },
  { name: "pathway", path: "pathway" },
  { name: "explore", path: "pathway/explore" },
  { name: "evidence", path: "evidence" },
  { name: "studio", path: "evidence/new", prepare: unfold },
  { name: "share", path: "share" },
  { name: "pace", path: "pace", prepare: unfold },
  { name: "settings", path: "settings", prepare: unfold },
  { name: "not-found", path: "nowhere" },
];
