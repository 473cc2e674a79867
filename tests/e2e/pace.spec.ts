import type { Page } from "@playwright/test";
import { addPiece, begin, goTo, isSaved, press, unfold } from "../support/learner.ts";
import { expect, expectAccessible, test } from "../support/test.ts";

/** Puts a competency on the pathway, due on a day. */
async function aimAt(page: Page, name: string, due: string): Promise<void> {
  await page.goto(`pathway/explore?q=${name}`);
  await press(page, `Put ${name} on my pathway`);
  await goTo(page, "Pathway");
  await page.getByLabel(`Date for ${name}`).fill(due);
}

/** Goes to the part of Pace where the school calendar is changed. */
async function openCalendar(page: Page) {
  await goTo(page, "Pace");
  await unfold(page, "Change the calendar");
  return page.getByRole("region", { name: "School calendar" });
}

test("after four school weeks Pace says when one will be done, from one's own weeks", async ({ page }) => {
  test.slow();
  await page.clock.setFixedTime("2026-03-02T10:00:00");
  await begin(page);
  await aimAt(page, "Hand tools", "2026-06-26");
  await goTo(page, "Pace");
  await expect(page.getByText("Not enough history yet: 0 of 4 school weeks are over.")).toBeVisible();
  await expect(page.getByText("Pace you need")).toBeVisible();
  await isSaved(page);

  await page.clock.setFixedTime("2026-04-01T10:00:00");
  await page.reload();
  await expect(page.getByText("No date yet: too little was done in your last school weeks")).toBeVisible();
  await addPiece(page, { title: "A saw cut", date: "2026-03-10", claims: { "Hand tools": "1 · starting" } });
  await addPiece(page, { title: "A joint", date: "2026-03-24", claims: { "Hand tools": "2 · getting there" } });
  await goTo(page, "Pace");
  await expect(page.getByText(/^If it goes on like this, you will be done between .* and .*\.$/)).toBeVisible();
  await expect(page.getByText("Your pace")).toBeVisible();
  await unfold(page, "How does Cairn know?");
  await expect(page.getByText("Nobody else’s weeks are in it.")).toBeVisible();
  await expectAccessible(page);
});

test("the school calendar is told by hand, and its days count at once", async ({ page }) => {
  await page.clock.setFixedTime("2026-03-02T10:00:00");
  await begin(page);
  await aimAt(page, "Hand tools", "2026-03-20");
  const calendar = await openCalendar(page);
  await expect(page.getByText("school weeks until then: 2.8")).toBeVisible();
  await calendar.getByRole("group", { name: "Days of the week with school" }).getByText("Friday").click();
  await expect(calendar.getByText("Monday, Tuesday, Wednesday, and Thursday")).toBeVisible();
  await calendar.getByRole("group", { name: "Days of the week with school" }).getByText("Friday").click();

  const off = calendar.getByRole("region", { name: "Days and weeks without school" });
  await press(off, "Add the days off");
  await expect(off.getByText("Choose the first day.")).toBeVisible();
  await off.getByLabel("First day").fill("2026-03-13");
  await off.getByLabel("Last day").fill("2026-03-09");
  await press(off, "Add the days off");
  await expect(off.getByText(/^The last day is before the first/)).toBeVisible();
  await off.getByLabel("First day").fill("2026-03-09");
  await off.getByLabel("Last day").fill("2026-03-13");
  await off.getByLabel("Name, if it has one").fill("Snow");
  await press(off, "Add the days off");
  await expect(off.getByRole("listitem")).toHaveText(/^Snow · Mar 9, 2026 to Mar 13, 2026/);
  await expect(calendar.getByText("1 break")).toBeVisible();
  await expect(page.getByText("school weeks until then: 1.8")).toBeVisible();
  await expectAccessible(page);

  await off.getByRole("button", { name: /^Remove Snow/ }).press("Enter");
  await expect(off.getByRole("listitem")).toHaveCount(0);
  await press(page, "Undo");
  await expect(off.getByRole("listitem")).toHaveCount(1);
  await isSaved(page);
  await page.reload();
  await expect(page.getByText("school weeks until then: 1.8")).toBeVisible();
});

test("holidays come from the school's calendar file, and what is none is said", async ({ page }) => {
  await page.clock.setFixedTime("2026-03-02T10:00:00");
  await begin(page);
  const calendar = await openCalendar(page);
  const give = (name: string, text: string) =>
    calendar.getByLabel("Choose a calendar file").setInputFiles({ name, mimeType: "text/calendar", buffer: Buffer.from(text) });
  await give("notes.ics", "Dear parents");
  await expect(calendar.getByText("This is not a calendar file.")).toBeVisible();
  const event = (lines: string) => `BEGIN:VEVENT\r\n${lines}\r\nEND:VEVENT\r\n`;
  await give(
    "school.ics",
    "BEGIN:VCALENDAR\r\n" +
      event("DTSTART;VALUE=DATE:20260330\r\nDTEND;VALUE=DATE:20260411\r\nSUMMARY:Spring holidays") +
      event("DTSTART;VALUE=DATE:20260413\r\nDTEND;VALUE=DATE:20260704\r\nSUMMARY:Third term") +
      event("DTSTART;VALUE=DATE:20260501\r\nSUMMARY:<img src=x onerror=alert(1)>") +
      event("DTSTART:20260304T090000Z\r\nSUMMARY:Parents' evening") +
      "END:VCALENDAR\r\n",
  );
  await expect(calendar.getByText("3 events that last whole days are in it. 1 other is left out.")).toBeVisible();
  await expect(calendar.getByLabel("What is Spring holidays?")).toHaveValue("No school");
  await expect(calendar.getByLabel("What is Third term?"), "so long, it may be anything").toHaveValue("Leave it out");
  await calendar.getByLabel("What is Third term?").selectOption("A term");
  await calendar.getByLabel("What is <img src=x onerror=alert(1)>?").selectOption("Leave it out");
  await expectAccessible(page);
  await press(calendar, "Put them into my calendar");
  await expect(calendar.getByText("1 term · 1 break")).toBeVisible();
  await expect(calendar.getByRole("region", { name: "Terms" }).getByRole("listitem")).toHaveText(/^Third term/);
  await expect(calendar.getByText(/^Your terms end on July 3, 2026/)).toBeVisible();
});

test("a date is moved along the days, by hand and by keys, and the move is taken back", async ({ page }) => {
  await page.clock.setFixedTime("2026-03-02T10:00:00");
  await begin(page);
  await aimAt(page, "Hand tools", "2026-04-06");
  await goTo(page, "Pace");
  const date = page.getByRole("slider", { name: "Date of Hand tools" });
  await expect(date).toHaveAttribute("aria-valuetext", "April 6, 2026");
  const goal = page.getByRole("region", { name: "Goals with a date" }).getByRole("listitem");

  await date.press("ArrowRight");
  await date.press("ArrowRight");
  await expect(goal, "the words go along").toContainText("due April 8, 2026");
  await expect(page.getByText("Hand tools is due on April 8, 2026 now")).toBeVisible();
  await expect(date, "the hand stays where it is").toBeFocused();

  // From 2 March on the line is twelve weeks long, and the thumb 24 pixels wide.
  const { x = 0, y = 0, width = 0, height = 0 } = (await date.boundingBox()) ?? {};
  const at = (days: number) => x + 12 + ((width - 24) * days) / 84;
  await page.mouse.move(at(37), y + height / 2);
  await page.mouse.down();
  await page.mouse.move(at(60), y + height / 2, { steps: 5 });
  await expect(goal).toContainText("due May 1, 2026");
  await page.mouse.up();
  await expect(page.getByText("Hand tools is due on May 1, 2026 now")).toBeVisible();
  await isSaved(page);
  await page.reload();
  await expect(date).toHaveAttribute("aria-valuetext", "May 1, 2026");
  await expectAccessible(page);

  await date.press("ArrowLeft");
  await expect(page.getByText("Hand tools is due on April 30, 2026 now")).toBeVisible();
  await press(page, "Undo");
  await expect(date).toHaveAttribute("aria-valuetext", "May 1, 2026");
});
