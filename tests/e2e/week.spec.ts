import type { Page } from "@playwright/test";
import { addPiece, begin, goTo, isKept, isSaved, press, unfold } from "../support/learner.ts";
import { expect, expectAccessible, test } from "../support/test.ts";

async function choose(page: Page, ...names: string[]): Promise<void> {
  await page.goto("pathway/explore");
  for (const name of names) {
    await page.getByLabel("Search competencies").fill(name);
    await press(page, `Put ${name} on my pathway`);
  }
}

test("a week has commitments, and on Friday one looks back on it", async ({ page }) => {
  await page.clock.setFixedTime("2026-03-03T10:00:00");
  await begin(page);
  await choose(page, "Hand tools");
  await goTo(page, "Pace");
  const week = page.getByRole("region", { name: "This week" });
  await press(week, "Set it for this week");
  await expect(week.getByText("Write what you want to get done.")).toBeVisible();
  await week.getByLabel("What do you want to get done this week?").fill("Sharpen the plane");
  await week.getByLabel("What is it for?").selectOption("Hand tools");
  await week.getByLabel("What is it for?").press("Tab");
  await page.keyboard.press("Enter");
  const commitment = week.getByRole("listitem").filter({ hasText: "Sharpen the plane" });
  await expect(commitment.getByRole("link", { name: "Hand tools" })).toBeVisible();
  await expect(week.getByLabel("Look back on the week"), "it is Tuesday").toHaveCount(0);
  await week.getByLabel("What do you want to get done this week?").fill("Tidy up");
  await press(week, "Set it for this week");
  await press(week, "Remove Tidy up");
  await expect(week.getByRole("listitem")).toHaveCount(1);
  await commitment.getByText("Partly").click();
  await expect(commitment.getByRole("radio", { name: "Partly" })).toBeChecked();
  await expectAccessible(page);

  await isSaved(page);
  await page.clock.setFixedTime("2026-03-06T10:00:00");
  await page.reload();
  await expect(commitment.getByRole("radio", { name: "Partly" })).toBeChecked();
  await commitment.getByText("Done", { exact: true }).click();
  await week.getByLabel("Look back on the week").fill("Ask earlier.");
  await week.getByLabel("Look back on the week").blur();
  await isSaved(page);
  await page.reload();
  await expect(week.getByLabel("Look back on the week")).toHaveValue("Ask earlier.");
  await expect(commitment.getByRole("radio", { name: "Done", exact: true })).toBeChecked();

  await page.clock.setFixedTime("2026-03-09T10:00:00");
  await page.reload();
  await expect(week.getByRole("listitem"), "a new week is empty").toHaveCount(0);
  await expect(page.getByRole("region", { name: "Last week" }), "it was looked back on").toHaveCount(0);
});

test("Today shows the week, and what is done is ticked there", async ({ page }) => {
  await page.clock.setFixedTime("2026-03-03T10:00:00");
  await begin(page);
  const today = page.getByRole("main").getByRole("region", { name: "This week" });
  await expect(today, "there is nothing to say of it yet").toHaveCount(0);
  await choose(page, "Hand tools");
  await goTo(page, "Pace");
  const plan = page.getByRole("region", { name: "This week" });
  await plan.getByLabel("What do you want to get done this week?").fill("Sharpen the plane");
  await plan.getByLabel("What is it for?").selectOption("Hand tools");
  await press(plan, "Set it for this week");
  await expect(plan.getByRole("listitem")).toHaveCount(1);

  await goTo(page, "Today");
  const promise = today.getByRole("checkbox", { name: "Sharpen the plane" });
  await promise.focus();
  await page.keyboard.press("Space");
  await expect(promise).toBeChecked();
  await expect(promise, "the line stays where it is").toBeFocused();
  await expect(today.getByRole("link", { name: "Hand tools" })).toBeVisible();
  await isSaved(page);
  await page.reload();
  await expect(promise).toBeChecked();
  await expectAccessible(page);
  await today.getByRole("link", { name: "Plan and pace" }).click();
  await plan.getByText("Partly").click();
  await goTo(page, "Today");
  await expect(today.getByText("Partly")).toBeVisible();
  await expect(promise).not.toBeChecked();
});

test("the week is planned with no network, by the keyboard alone and in Spanish", async ({ cairn, page }) => {
  await page.clock.setFixedTime("2026-03-06T10:00:00");
  await begin(page);
  await choose(page, "Hand tools");
  await goTo(page, "Settings");
  await page.getByLabel("Español").check();
  await expect(page.getByRole("heading", { level: 1, name: "Ajustes" })).toBeVisible();
  await isKept(page);
  await cairn.goOffline();
  await page.getByRole("navigation", { name: "Lugares" }).getByRole("link", { name: "Ritmo" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Ritmo" })).toBeFocused();
  const week = page.getByRole("region", { name: "Esta semana" });
  await week.getByLabel("¿Qué quieres conseguir esta semana?").focus();
  await page.keyboard.type("Afilar el cepillo");
  await page.keyboard.press("Tab");
  await expect(week.getByLabel("¿Para qué es?")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(week.getByRole("button", { name: "Proponérmelo para esta semana" })).toBeFocused();
  await page.keyboard.press("Enter");
  const promise = week.getByRole("listitem").filter({ hasText: "Afilar el cepillo" });
  await promise.getByRole("radio", { name: "Hecho", exact: true }).press("Space");
  await expect(promise.getByRole("radio", { name: "Hecho", exact: true })).toBeChecked();
  await week.getByLabel("Mira atrás a la semana").focus();
  await page.keyboard.type("Pedir ayuda antes.");
  await expect(week.getByLabel("Mira atrás a la semana")).toHaveValue("Pedir ayuda antes.");
  await expectAccessible(page);
  await page.getByRole("navigation", { name: "Lugares" }).getByRole("link", { name: "Hoy" }).press("Enter");
  await expect(page.getByRole("checkbox", { name: "Afilar el cepillo" })).toBeChecked();
  await page.getByRole("navigation", { name: "Lugares" }).getByRole("link", { name: "Ritmo" }).press("Enter");
  await expect(week.getByLabel("Mira atrás a la semana")).toHaveValue("Pedir ayuda antes.");
});

test("the words of a look back are kept while they are written, whoever leaves in the middle of one", async ({ page }) => {
  await page.clock.setFixedTime("2026-03-06T10:00:00");
  await begin(page);
  await goTo(page, "Pace");
  const words = page.getByLabel("Look back on the week");
  await words.pressSequentially("I asked for");
  await isSaved(page);
  await expect(words, "nobody left the field").toBeFocused();
  await page.reload();
  await expect(words).toHaveValue("I asked for");
  await words.press("End");
  await words.pressSequentially(" help");
  await page.reload();
  await expect(words, "kept as the page goes away").toHaveValue("I asked for help");
});

test("time on a topic is logged and taken back", async ({ page }) => {
  await begin(page);
  await choose(page, "Hand tools");
  await goTo(page, "Pace");
  const time = page.getByRole("region", { name: "Time I spend" });
  await unfold(page, "Log time");
  await press(time, "Log it");
  await expect(time.getByText("Choose something on your pathway, a number of minutes and a day.")).toBeVisible();
  await time.getByLabel("On what?").selectOption("Hand tools");
  await time.getByLabel("How many minutes?").fill("2000");
  await press(time, "Log it");
  await expect(time.getByText("This does not fit into one day")).toBeVisible();
  await time.getByLabel("How many minutes?").fill("90");
  await press(time, "Log it");
  await expect(time.getByText("Hand tools: 1 h 30 min in all, 1 h 30 min this week")).toBeVisible();
  await time.getByRole("button", { name: /^Remove 1 h 30 min on Hand tools/ }).click();
  await expect(time.getByRole("listitem")).toHaveCount(0);
});

test("who is behind writes a plan, and who is ahead may go deeper", async ({ page }) => {
  test.slow();
  await page.clock.setFixedTime("2026-03-02T10:00:00");
  await begin(page);
  await choose(page, "Hand tools");
  await goTo(page, "Pathway");
  await page.getByLabel("Date for Hand tools").fill("2026-03-20");
  await isSaved(page);
  await page.clock.setFixedTime("2026-03-16T10:00:00");
  await page.reload();
  await goTo(page, "Pace");
  const plan = page.getByRole("region", { name: "A plan to catch up" });
  await unfold(page, "Write the plan");
  await press(plan, "Keep this plan");
  await expect(plan.getByText("Write what would help.")).toBeVisible();
  await plan.getByLabel("What helps?").fill("Half an hour on Tuesdays");
  await plan.getByLabel("Who helps?").fill("Ms Ito");
  await plan.getByLabel("Until when?").fill("2026-04-10");
  await press(plan, "Keep this plan");
  await expect(plan.getByText("With Ms Ito")).toBeVisible();
  await expect(plan.getByText("Until April 10, 2026")).toBeVisible();
  await expectAccessible(page);

  await addPiece(page, { title: "A joint", date: "2026-03-16", claims: { "Hand tools": "3 · proficient" } });
  await goTo(page, "Pace");
  await expect(page.getByText(/^You are ahead/)).toBeVisible();
  await expect(plan, "it stays until it is put away").toBeVisible();
  await press(plan, "Put the plan away");
  await expect(plan).toHaveCount(0);
  const deeper = page.getByRole("region", { name: "Go deeper, or move on" });
  await press(deeper, "Aim at 4 in Hand tools");
  await expect(page.getByText("In Hand tools you aim at 4 now")).toBeVisible();
  await goTo(page, "Pathway");
  await expect(page.getByLabel("Level to aim for in Hand tools")).toHaveValue("4");
});

test("goals without a date are spread over the school days by their size, and back", async ({ page }) => {
  await page.clock.setFixedTime("2026-03-02T10:00:00");
  await begin(page);
  await choose(page, "Hand tools", "Looking closely");
  await goTo(page, "Pace");
  await press(page, "Spread them over the school days");
  await expect(page.getByText("Choose a day.")).toBeVisible();
  await page.getByLabel("Be done with all of them by").fill("2026-03-27");
  await press(page, "Spread them over the school days");
  await expect(page.getByText("2 goals have dates now")).toBeVisible();
  const goals = page.getByRole("region", { name: "Goals with a date" }).getByRole("listitem");
  await expect(goals).toHaveCount(2);
  await expect(goals.last()).toContainText("due March 27, 2026");
  await press(page, "Undo");
  await expect(goals).toHaveCount(0);
});
