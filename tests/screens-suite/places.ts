import { type Page, expect } from "@playwright/test";
import { CasePackage } from "../support/case.ts";

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

/** The dialog of one of the ways to add something, in whichever language. */
function way(english: string, spanish: string) {
  return async (page: Page) => {
    const ways = page.getByRole("list", { name: /^(Ways to add something|Formas de añadir algo)$/ });
    await ways.getByRole("button", { name: new RegExp(`^(${english}|${spanish})$`) }).click();
    await expect(page.getByRole("dialog").getByRole("button").last()).toBeVisible();
  };
}

/** A pathway that somebody proposes, of which nothing is known here. */
async function propose(page: Page) {
  const proposal = new CasePackage("The canal in summer").precede("Reading tide tables", "Steering a boat").add("Row", "I can row.");
  await page.getByLabel(/^(Choose a file|Elegir un archivo)$/).setInputFiles(proposal.file());
  await expect(page.getByRole("checkbox")).toHaveCount(3);
}

/** Places that are there whatever the portfolio holds. */
export const EVERYWHERE: Place[] = [
  { name: "welcome-1-name", path: "welcome" },
  { name: "welcome-2-interests", path: "welcome?step=2" },
  { name: "welcome-3-framework", path: "welcome?step=3" },
  { name: "welcome-4-where", path: "welcome?step=4", prepare: unfold },
  { name: "today", path: "" },
  { name: "pathway", path: "pathway" },
  { name: "map", path: "pathway?view=map" },
  { name: "explore", path: "pathway/explore" },
  { name: "bring-pathway", path: "pathway/bring", prepare: propose },
  { name: "evidence", path: "evidence" },
  { name: "studio", path: "evidence/new", prepare: unfold },
  { name: "studio-draw", path: "evidence/new", prepare: way("Draw", "Dibujar") },
  { name: "studio-event", path: "evidence/new", prepare: way("Something I did", "Algo que hice") },
  { name: "studio-link", path: "evidence/new", prepare: way("Link", "Enlace") },
  { name: "studio-video", path: "evidence/new", prepare: way("Record video", "Grabar vídeo") },
  { name: "studio-sound", path: "evidence/new", prepare: way("Record sound", "Grabar sonido") },
  { name: "share", path: "share" },
  { name: "pace", path: "pace", prepare: unfold },
  { name: "gaps", path: "gaps?pathway=false", prepare: unfold },
  { name: "settings", path: "settings", prepare: unfold },
  { name: "not-found", path: "nowhere" },
];
