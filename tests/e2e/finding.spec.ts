import { type Page } from "@playwright/test";
import { isIndexed } from "../support/database.ts";
import { png } from "../support/files.ts";
import { addPiece, begin, fillStudio, goTo, isSaved, pieces, press, unfold } from "../support/learner.ts";
import { expect, expectAccessible, test } from "../support/test.ts";

/** Three pieces of two years. */
async function threePieces(page: Page): Promise<void> {
  await begin(page);
  await addPiece(page, { title: "The old bridge", text: "A drawing of stones.", files: [png("arch.png")], date: "2025-05-06" });
  await addPiece(page, { title: "Canción del río", text: "A song about the bridge, in two voices.", date: "2026-01-07" });
  await addPiece(page, {
    title: "Beans",
    text: "Three weeks of measuring.",
    date: "2026-02-08",
    claims: { "Hand tools": "3 · proficient" },
  });
  await goTo(page, "Evidence");
}

function search(page: Page) {
  return page.getByLabel("Search my evidence");
}

/** What the cards are called, in their order. */
function titles(page: Page): Promise<string[]> {
  return pieces(page).locator(".piece-title").allInnerTexts();
}

test("the best fit stands first, and a slip of the fingers, an accent or half a word is enough", async ({ page }) => {
  await threePieces(page);
  await expect(pieces(page)).toHaveCount(3);
  for (const [words, found] of [
    ["bridge", ["The old bridge", "Canción del río"]],
    // Between two that find the same: else nobody would see that the second finds nothing.
    ["meas", ["Beans"]],
    ["brigde", ["The old bridge", "Canción del río"]],
    ["cancion rio", ["Canción del río"]],
    ["arch", ["The old bridge"]],
    ["hand tools", ["Beans"]],
  ] as const) {
    await search(page).fill(words);
    await expect.poll(() => titles(page), words).toEqual(found);
  }
  await search(page).fill("volcano");
  await expect(page.getByText("No piece matches. Try fewer words.")).toBeVisible();
  await expectAccessible(page);
});

test("signs alone find nothing, a symbol finds what has it, and a slip in the trash is no word", async ({ page }) => {
  await begin(page);
  await addPiece(page, { title: "My bridge 🌉", text: "Of 20 m² for 3.º ESO." });
  await addPiece(page, { title: "My brigde", text: "Of paper." });
  await goTo(page, "Evidence");
  await page.getByRole("link", { name: /My brigde/ }).click();
  await press(page, "Put in the trash");
  await isSaved(page);
  await page.goto("evidence");
  await expect(pieces(page)).toHaveCount(1);
  for (const [words, count] of [
    ["?", 0],
    ["🌉", 1],
    ["🎨", 0],
    ["brigde", 1],
    ["🎭", 0],
    ["3º eso m2", 1],
  ] as const) {
    await search(page).fill(words);
    await expect(pieces(page), words).toHaveCount(count);
  }
});

test("what was changed is found as it is now", async ({ page }) => {
  await threePieces(page);
  await search(page).fill("beans");
  await expect(pieces(page)).toHaveCount(1);
  await pieces(page).getByRole("link").click();
  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByLabel("Title", { exact: true }).fill("Zwieback");
  await press(page, "Done");
  await expect(page.getByRole("heading", { level: 1, name: "Zwieback" })).toBeVisible();
  await isSaved(page);
  await page.goto("evidence?q=zwie");
  await expect.poll(() => titles(page)).toEqual(["Zwieback"]);
  await search(page).fill("beans");
  await expect(page.getByText("No piece matches. Try fewer words.")).toBeVisible();
});

test("what was erased is found no more, and the index on the disk forgets it", async ({ page }) => {
  await begin(page);
  await addPiece(page, { title: "A boat" });
  // Nobody has searched yet, so the index is made when the piece is whole.
  await page.goto("evidence/new");
  await fillStudio(page, { title: "Zwieback", text: "Baked twice." });
  await press(page, "Done");
  await isSaved(page);
  await page.goto("evidence?q=zwie");
  await expect.poll(() => titles(page)).toEqual(["Zwieback"]);
  await expect.poll(() => isIndexed(page, "zwieback")).toBe(true);
  await pieces(page).getByRole("link").click();
  await press(page, "Put in the trash");
  await isSaved(page);
  await page.goto("evidence?trash=true");
  await page.getByRole("link", { name: "Zwieback" }).click();
  await press(page, "Erase for ever");
  await press(page.getByRole("dialog", { name: "Erase this piece for ever?" }), "Yes, erase it");
  await expect(page.getByText("The piece is erased")).toBeVisible();
  await goTo(page, "Evidence");
  for (const words of ["zwie", "baked"]) {
    await search(page).fill(words);
    await expect(page.getByText("No piece matches. Try fewer words.")).toBeVisible();
    await search(page).fill("boat");
    await expect(pieces(page)).toHaveCount(1);
  }
  await expect.poll(() => isIndexed(page, "zwieback")).toBe(false);
  await page.goto("evidence?q=zwie");
  await expect(page.getByText("No piece matches. Try fewer words.")).toBeVisible();
});

test("filters stand in the address, each can be taken away, and Back takes back the last step", async ({ page }) => {
  await threePieces(page);
  await unfold(page, "Filters");
  await press(page.getByRole("group", { name: "Kind of work" }), "Pictures");
  await expect(page).toHaveURL(/format=pictures/);
  await expect.poll(() => titles(page)).toEqual(["The old bridge"]);
  await page.getByLabel("Year", { exact: true }).selectOption("2026");
  await expect(page.getByText("No piece matches. Take a filter away.")).toBeVisible();
  await search(page).fill("volcano");
  await expect(page.getByText("No piece matches. Try fewer words, or take a filter away.")).toBeVisible();
  await page.goBack();
  const on = page.getByRole("group", { name: "Filters that are on" });
  await press(on, "Take away the filter “Pictures”");
  await expect(page).toHaveURL(/year=2026/);
  await expect(page).not.toHaveURL(/format/);
  await expect.poll(() => titles(page)).toEqual(["Beans", "Canción del río"]);
  await expect(search(page)).toBeFocused();

  await page.goBack();
  await expect(page).toHaveURL(/format=pictures.*year=2026|year=2026.*format=pictures/);
  await page.goBack();
  await expect.poll(() => titles(page)).toEqual(["The old bridge"]);

  await page.goto("evidence?year=2026&q=voices");
  await expect.poll(() => titles(page)).toEqual(["Canción del río"]);
  await press(on, "Clear all");
  await expect(page).not.toHaveURL(/year|q=/);
  await expect(search(page)).toHaveValue("");
  await expect(pieces(page)).toHaveCount(3);

  await unfold(page, "Filters");
  await page.getByLabel("Competency", { exact: true }).selectOption("Hand tools");
  await expect.poll(() => titles(page)).toEqual(["Beans"]);
});

test("a piece that is opened again after a search has its address again", async ({ page }) => {
  await threePieces(page);
  await search(page).fill("be");
  await search(page).fill("bea");
  await expect(pieces(page)).toHaveCount(1);
  await search(page).fill("");
  await expect(pieces(page)).toHaveCount(3);
  await expect(page).not.toHaveURL(/q=/);
  const open = () => pieces(page).getByRole("link", { name: "Beans" }).click();
  for (const time of ["at first", "once more"]) {
    await open();
    await expect(page.getByRole("heading", { level: 1, name: "Beans" })).toBeFocused();
    await expect(page, time).toHaveURL(/evidence\/./);
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1, name: "Evidence" })).toBeVisible();
    await expect(page).toHaveURL(/evidence$/);
  }
  await open();
  await expect(page).toHaveURL(/evidence\/./);
  await isSaved(page);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Beans" })).toBeVisible();
});

test("where nothing is, it says what is so: nothing yet, nothing like that, or an empty trash", async ({ page }) => {
  const told = page.getByRole("main").getByRole("status");
  const inMain = page.getByRole("main");
  const take = async (title: string, what: string) => {
    await pieces(page).getByRole("link", { name: title }).click();
    await press(page, what);
    await isSaved(page);
  };
  await begin(page, { framework: false });
  await addPiece(page, { title: "A kite", text: "It flew." });
  await addPiece(page, { title: "A boat", files: [png("boat.png")] });
  await goTo(page, "Evidence");
  await take("A kite", "Put in the trash");
  await goTo(page, "Evidence");
  await take("A boat", "Put in the trash");

  await goTo(page, "Evidence");
  await expect(inMain.getByText("Nothing here yet.")).toBeVisible();
  await expect(inMain.getByRole("link", { name: "Add evidence" })).toHaveCount(1);
  await expect(search(page), "there is nothing to look through").toHaveCount(0);
  await expectAccessible(page);
  await page.goto("evidence?q=kite");
  await expect(told).toHaveText("No piece matches. Try fewer words.");

  await press(page, "Show the trash");
  await expect(told, "of those that have the word").toHaveText("1 piece");
  await search(page).fill("volcano");
  await expect(told).toHaveText("No piece matches. Try fewer words.");
  await page.goto("evidence?trash=true");
  await expect(told).toHaveText("2 pieces in the trash");
  await take("A kite", "Take it out of the trash");
  await page.goto("evidence?trash=true");
  await take("A boat", "Take it out of the trash");
  await page.goto("evidence?trash=true");
  await expect(told).toHaveText("The trash is empty.");
  await expectAccessible(page);
  await press(page, "Back to my evidence");
  await expect(told).toHaveText("2 pieces");
});

test("words that are typed are one step in the history", async ({ page }) => {
  await threePieces(page);
  await search(page).pressSequentially("bridge");
  await expect(page).toHaveURL(/q=bridge/);
  await page.goBack();
  await expect(page).not.toHaveURL(/q=/);
  await expect(search(page)).toHaveValue("");
  await expect(pieces(page)).toHaveCount(3);
});

test("an emptied field takes its step back, and what is typed next is one step again", async ({ page }) => {
  await threePieces(page);
  await search(page).pressSequentially("bridge");
  await expect(page).toHaveURL(/q=bridge/);
  await search(page).fill("");
  // Faster than the browser goes back.
  await search(page).fill("beans");
  await expect(page).toHaveURL(/q=beans/);
  await expect(search(page)).toHaveValue("beans");
  await expect.poll(() => titles(page)).toEqual(["Beans"]);
  await search(page).fill("");
  await expect(page).not.toHaveURL(/q=/);
  await expect(pieces(page)).toHaveCount(3);
  await search(page).fill("b");
  await expect(page).toHaveURL(/q=b$/);
  await page.goBack();
  await expect(page).not.toHaveURL(/q=/);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Beans" }), "from where one came to the gallery").toBeVisible();
});

test("what was typed stays as it was typed", async ({ page }) => {
  await begin(page, { framework: false });
  await addPiece(page, { title: "Informe%20final" });
  await addPiece(page, { title: "Informe" });
  await goTo(page, "Evidence");
  await search(page).pressSequentially("Informe%20final");
  await expect(search(page)).toHaveValue("Informe%20final");
  await expect.poll(() => titles(page)).toEqual(["Informe%20final"]);
  await page.reload();
  await expect(search(page)).toHaveValue("Informe%20final");
  await expect.poll(() => titles(page)).toEqual(["Informe%20final"]);
});

test("what an address cannot mean, it does not ask for", async ({ page }) => {
  await threePieces(page);
  await isSaved(page);
  await page.goto("evidence?competency=a_b&tag=&q=&year=soon&format=&stage=done&trash=perhaps");
  await expect(page.getByRole("main").getByRole("status")).toHaveText("3 pieces");
  await expect(page.getByRole("group", { name: "Filters that are on" })).toHaveCount(0);
});

test("a timeline goes along the days, and one goes to a year", async ({ page }) => {
  await threePieces(page);
  await press(page.getByRole("group", { name: "How pieces are shown" }), "Timeline");
  await expect(page).toHaveURL(/layout=timeline/);
  await expect(page.getByRole("list", { name: "2026" }).getByRole("listitem")).toHaveCount(2);
  await expect(page.getByRole("list", { name: "2025" }).getByRole("listitem")).toHaveCount(1);
  await expectAccessible(page);
  await press(page.getByRole("navigation", { name: "Go to a year" }), "2025");
  await expect(page.getByRole("heading", { level: 2, name: "2025" })).toBeFocused();
  await search(page).fill("bridge");
  await expect.poll(() => titles(page)).toEqual(["Canción del río", "The old bridge"]);
});

test("the keys go from card to card, and each says which of how many it is", async ({ page }) => {
  await threePieces(page);
  const card = (title: string) => page.getByRole("link", { name: new RegExp(title) });
  await card("Beans").focus();
  await page.keyboard.press("ArrowRight");
  await expect(card("Canción")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(card("The old bridge")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(card("Beans")).toBeFocused();
  await page.keyboard.press("End");
  await expect(card("The old bridge")).toBeFocused();
  const newer = page.getByRole("list", { name: "2026" }).getByRole("listitem");
  await expect(newer.first()).toHaveAttribute("aria-posinset", "1");
  await expect(newer.first()).toHaveAttribute("aria-setsize", "2");
});
