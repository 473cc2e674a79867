import type { Page } from "@playwright/test";
import { largeFramework } from "../support/case.ts";
import { pdf, png, text, wav } from "../support/files.ts";
import { addPiece, begin, fillStudio, goTo, isSaved, openWay, type Place, press, unfold } from "../support/learner.ts";
import { expect, expectAccessible, test } from "../support/test.ts";

/** Fails if axe finds anything, in light and dark, or if the page must be scrolled sideways. */
async function isFit(page: Page): Promise<void> {
  await expectAccessible(page);
  const { wide, seen } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, seen: innerWidth }));
  expect(wide, `${new URL(page.url()).pathname} fits ${seen} px`).toBeLessThanOrEqual(seen);
}

const title = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });

for (const width of [1280, 320]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 800 } });

    test("every step of Welcome is accessible", async ({ page }) => {
      await page.goto("");
      for (const step of ["Welcome to Cairn", "What do you like?", "What do you want to work with?"]) {
        await expect(title(page, step)).toBeVisible();
        await isFit(page);
        await page.getByRole("button", { name: /^(Next|Use this one)$/ }).click();
      }
      await expect(title(page, "Where are you?")).toBeVisible();
      await unfold(page, "Science");
      await isFit(page);
    });

    test("every place is accessible while it is empty", async ({ page }) => {
      await begin(page, { framework: false });
      await isFit(page);
      for (const place of ["Pathway", "Evidence", "Pace", "Gaps", "Settings"] as const) {
        await goTo(page, place);
        await expect(title(page, place)).toBeVisible();
        await isFit(page);
      }
      for (const address of ["evidence/nothing", "competency/nothing", "nothing/here", "pathway/explore", "pathway/bring"]) {
        await page.goto(address);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await isFit(page);
      }
    });

    test("every place is accessible when it is full", async ({ page }) => {
      test.slow();
      await begin(page, { interests: ["robots"] });
      await page.goto("pathway/explore?q=Hand tools");
      await press(page, "Put Hand tools on my pathway");
      await isFit(page);
      await goTo(page, "Pathway");
      await page.getByLabel("Date for Hand tools").fill(new Date(Date.now() + 9e8).toISOString().slice(0, 10));
      await isFit(page);
      await addPiece(page, {
        title: "A toolbox with a very long name that does not end before the line does",
        text: "# How\n\n| tool | what for |\n|---|---|\n| saw | cutting |\n\n```\nlet a = 1;\n```\n\n- [x] done",
        files: [png(), wav(), pdf(), text("a-file-with-a-very-long-name-and-no-place-to-break.py", "print(1)\n")],
        links: [{ url: "https://tools.example/", title: "Tools" }],
        claims: { "Hand tools": "2.5 · 2 and part of 3" },
        reflection: "It holds.",
      });
      await isFit(page);
      await page.getByRole("link", { name: "Edit" }).click();
      await expect(title(page, "Edit this piece")).toBeVisible();
      const form = await openWay(page, "Link");
      await isFit(page);
      await press(form, "Cancel");
      await page.getByLabel("Find a competency").fill("frac");
      await isFit(page);
      await page.goto("pathway/explore?q=Hand tools");
      await page.getByRole("link", { name: "Hand tools" }).click();
      await unfold(page, "Why this level?");
      await isFit(page);
      await page.getByRole("link", { name: "Building by hand" }).click();
      await expect(title(page, "Building by hand")).toBeVisible();
      await isFit(page);
      await goTo(page, "Pace");
      await unfold(page, "The same as a table");
      await isFit(page);
      await goTo(page, "Today");
      await expect(title(page, "Hello Ana")).toBeVisible();
      await isFit(page);
      await goTo(page, "Evidence");
      await expect(title(page, "Evidence")).toBeVisible();
      await isFit(page);
      await page.getByRole("link", { name: /A toolbox/ }).click();
      await press(page, "Put in the trash");
      await isFit(page);
      await press(page, "Show the trash");
      await page.getByRole("link", { name: /A toolbox/ }).click();
      await expect(page.getByText("This piece is in the trash.")).toBeVisible();
      await isFit(page);
      await press(page, "Erase for ever");
      await expect(page.getByRole("dialog")).toBeVisible();
      await isFit(page);
      await press(page, "Cancel");
      await goTo(page, "Settings");
      await unfold(page, "Add a framework");
      await page.getByLabel("Choose a file").setInputFiles(largeFramework().file());
      await expect(page.getByText("1,083 entries")).toBeVisible();
      await isFit(page);
    });
  });
}

test("going somewhere moves the focus to its heading and names it in the title", async ({ page }) => {
  await begin(page);
  const places: Place[] = ["Pathway", "Evidence", "Pace", "Gaps", "Settings"];
  for (const place of places) {
    await goTo(page, place);
    await expect(title(page, place)).toBeFocused();
    await expect(page).toHaveTitle(`${place} · Cairn`);
    await expect(page.getByRole("navigation", { name: "Places" }).locator("[aria-current=page]")).toHaveText(place);
  }
  await page.goBack();
  await expect(title(page, "Gaps")).toBeFocused();
});

test("the first Tab leads past the navigation", async ({ page }) => {
  await begin(page);
  await page.reload();
  await expect(title(page, "Hello Ana")).toBeVisible();
  // What stands there before the app takes no keys.
  await isSaved(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the page" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").getByRole("link", { name: "Add evidence" })).toBeFocused();
});

test("choosing, claiming and erasing by keyboard never lose the focus", async ({ page }) => {
  const keys = page.keyboard;
  await begin(page);
  await page.goto("pathway/explore?q=Hand tools");
  await page.getByRole("button", { name: "Put Hand tools on my pathway" }).press("Enter");
  await expect(page.getByRole("link", { name: "On my pathway" })).toBeFocused();
  await keys.press("Enter");
  await expect(title(page, "Pathway")).toBeFocused();

  await page.goto("evidence/new");
  await fillStudio(page, { title: "A shelf" });
  await page.getByLabel("Find a competency").pressSequentially("Hand t");
  await page.getByRole("button", { name: "Hand tools", exact: true }).press("Enter");
  await expect(page.getByLabel("My level in Hand tools")).toBeFocused();
  await keys.press("ArrowDown");
  await page.getByRole("button", { name: "Done" }).press("Enter");
  await expect(title(page, "A shelf")).toBeFocused();

  await page.getByRole("button", { name: "Put in the trash" }).press("Enter");
  await expect(title(page, "Evidence")).toBeFocused();
  await page.getByRole("button", { name: "Show the trash" }).press("Enter");
  await page.getByRole("link", { name: "A shelf" }).press("Enter");
  await page.getByRole("button", { name: "Erase for ever" }).press("Enter");
  const question = page.getByRole("dialog", { name: "Erase this piece for ever?" });
  await expect(question).toBeVisible();
  await keys.press("Escape");
  await expect(question).toBeHidden();
  await expect(page.getByRole("button", { name: "Erase for ever" })).toBeFocused();
});

test("what is done is said, and can be taken back by keyboard", async ({ page }) => {
  await begin(page);
  await page.goto("pathway/explore?q=Hand tools");
  await press(page, "Put Hand tools on my pathway");
  const said = page.getByRole("status").filter({ hasText: "Hand tools is on your pathway" });
  await expect(said).toBeVisible();
  await said.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(page.getByRole("button", { name: "Put Hand tools on my pathway" })).toBeVisible();
});

test("the words in the header lead to what they speak of", async ({ page }) => {
  await begin(page);
  await page.getByRole("banner").getByRole("link", { name: /^Saved/ }).click();
  const storage = page.getByRole("heading", { level: 2, name: "Storage" });
  await expect(storage).toBeFocused();
  await expect(storage).toBeInViewport();
});
