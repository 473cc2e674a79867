import type { Locator, Page } from "@playwright/test";
import { CasePackage, largeFramework } from "../support/case.ts";
import { addPiece, begin, goTo, isSaved, press, unfold } from "../support/learner.ts";
import { expect, expectAccessible, test } from "../support/test.ts";

/** Goes to the map by the links of Pathway. */
async function openMap(page: Page): Promise<void> {
  await goTo(page, "Pathway");
  await ways(page).getByRole("link", { name: "Map" }).click();
  await expect(map(page)).toBeVisible();
}

const ways = (page: Page): Locator => page.getByRole("navigation", { name: "How to see it" });
const map = (page: Page): Locator => page.getByRole("listbox", { name: "Trail map" });
/** The stone that is looked at. */
const here = (page: Page): Locator => map(page).getByRole("option", { selected: true });
const stone = (page: Page, name: string): Locator => map(page).getByRole("option", { name: new RegExp(`^${name} `) });
const about = (page: Page): Locator => page.getByRole("region", { name: "This stone" });

/** Brings a stone into the middle by its name. */
async function find(page: Page, name: string): Promise<void> {
  await page.getByLabel("Find on the map").fill(name);
  await expect(here(page)).toHaveAccessibleName(new RegExp(`^${name}`));
}

/** Presses the first of these that lies well within the frame, and says its name. */
async function pressOne(page: Page, stones: Locator): Promise<string> {
  const frame = await map(page).boundingBox();
  for (const stone of await stones.all()) {
    const box = await stone.boundingBox();
    const isInside =
      frame && box && box.x > frame.x + 20 && box.y > frame.y + 60 && box.x + box.width < frame.x + frame.width - 70 && box.y + box.height < frame.y + frame.height - 20;
    if (!isInside) continue;
    const name = (await stone.getAttribute("aria-label")) ?? "";
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    return name;
  }
  throw new Error("no stone lies within the frame");
}

test("the map is beside the list, and the address keeps it", async ({ page }) => {
  await begin(page);
  await openMap(page);
  await expect(ways(page).getByRole("link", { name: "Map" })).toHaveAttribute("aria-current", "true");
  await expect(ways(page).getByRole("link", { name: "List" })).not.toHaveAttribute("aria-current");
  await page.reload();
  await expect(here(page)).toBeVisible();
  await ways(page).getByRole("link", { name: "List" }).click();
  await expect(map(page)).toHaveCount(0);
  await expect(page.getByText("Your pathway is empty.")).toBeVisible();
});

test("a stone is found by its words, says how one stands to it, and leads on", async ({ page }) => {
  await begin(page);
  await openMap(page);
  await find(page, "A changing climate");
  await expect(here(page)).toHaveAccessibleName(/Waits for \d/);
  await expect(about(page).getByRole("heading", { level: 2 })).toHaveText("A changing climate");
  await expect(about(page).getByText(/^It waits for \d/)).toBeVisible();
  const needed = about(page).getByRole("heading", { name: "What it rests on" }).locator("..").getByRole("button").first();
  const name = await needed.innerText();
  await needed.click();
  await expect(about(page).getByRole("heading", { level: 2 })).toHaveText(name);
  await expect(stone(page, name)).toBeInViewport();
  await page.getByLabel("Find on the map").fill("no such stone");
  await expect(page.getByText("Nothing that is shown has these words.")).toBeVisible();
});

test("what is chosen and shown is seen on the map at once", async ({ page }) => {
  await begin(page);
  await openMap(page);
  await find(page, "Fractions");
  await press(about(page), "Put Fractions on my pathway");
  await expect(stone(page, "Fractions")).toHaveAccessibleName(/On my pathway/);
  await press(page, "Undo");
  await expect(stone(page, "Fractions")).not.toHaveAccessibleName(/On my pathway/);
  await addPiece(page, { title: "Pizza in parts", claims: { Fractions: "3 · proficient" } });
  await openMap(page);
  await find(page, "Fractions");
  await expect(stone(page, "Fractions")).toHaveAccessibleName(/Level 3 · Reached, proficient, 1 piece of evidence/);
});

test("the map is travelled by the keyboard alone", async ({ page }) => {
  await begin(page);
  await openMap(page);
  await find(page, "Looking closely");
  await map(page).focus();
  await page.keyboard.press("ArrowRight");
  const next = await about(page).getByRole("heading", { level: 2 }).innerText();
  expect(next).not.toBe("Looking closely");
  await expect(about(page).getByRole("heading", { name: "What it rests on" }).locator("..")).toContainText("Looking closely");
  await expect(map(page)).toBeFocused();
  await expect(map(page)).toHaveAttribute("aria-activedescendant", (await here(page).getAttribute("id")) ?? "");
  await page.keyboard.press("ArrowLeft");
  await expect(about(page).getByRole("heading", { level: 2 })).not.toHaveText(next);
  await page.keyboard.press("Home");
  const first = await about(page).getByRole("heading", { level: 2 }).innerText();
  await page.keyboard.press("PageDown");
  await expect(about(page).getByRole("heading", { level: 2 })).not.toHaveText(first);
  await page.keyboard.press("PageUp");
  await expect(about(page).getByRole("heading", { level: 2 })).toHaveText(first);
  await page.keyboard.press("End");
  await expect(about(page).getByRole("heading", { level: 2 })).not.toHaveText(first);
  const last = await about(page).getByRole("heading", { level: 2 }).innerText();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: last })).toBeVisible();
  await page.goBack();
  await expect(about(page).getByRole("heading", { level: 2 })).toHaveText(last);
});

test("the map is moved by hand and by wheel, and a press chooses", async ({ page }) => {
  await begin(page);
  await openMap(page);
  await find(page, "Fractions");
  const place = async () => (await stone(page, "Fractions").boundingBox())?.x ?? 0;
  // Where it can be pointed at, it stands still.
  await stone(page, "Fractions").hover();
  const before = await place();
  const size = (await map(page).boundingBox()) ?? { width: 0, height: 0 };
  await map(page).hover({ position: { x: size.width / 2, y: size.height - 12 } });
  const frame = (await map(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [x, y] = [frame.x + frame.width / 2, frame.y + frame.height - 12];
  await page.mouse.down();
  await page.mouse.move(x - 60, y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => Math.abs(before - (await place()))).toBeGreaterThan(40);

  // A neighbour that lies whole in the frame.
  const beside = map(page).getByRole("option", { selected: false }).filter({ visible: true });
  const chosen = await pressOne(page, beside);
  await expect(here(page)).toHaveAccessibleName(chosen);

  await press(page, "Whole map");
  await expect.poll(() => map(page).getByRole("option").count(), "no more than can be told apart").toBeLessThan(200);
  await press(page, "Closer");
  await press(page, "Closer");
  await press(page, "Closer");
  await press(page, "Farther");
  const other = map(page).getByRole("option", { selected: false }).first();
  await expect(other).toBeAttached();
});

test("map and list show the same by the same filters", async ({ page }) => {
  await begin(page, { interests: ["animals"] });
  await openMap(page);
  const count = page.getByRole("status").filter({ hasText: /^\d+ competenc/ });
  const all = await count.innerText();
  await page.getByLabel("Subject").selectOption("Science");
  await expect(count).not.toHaveText(all);
  const science = await count.innerText();
  await page.getByLabel("Interest").selectOption("animals");
  await expect(count).not.toHaveText(science);
  const words = await count.innerText();
  await expect(page).toHaveURL(/subject=Science&interest=animals|interest=animals&subject=Science/);

  await page.goto(page.url().replace("view=map", "view=list"));
  await unfold(page, "Everything on the map, as a list");
  await expect(page.getByRole("status").filter({ hasText: /^\d+ competenc/ })).toHaveText(words);
  await page.locator("summary").filter({ hasText: /^Science/ }).click();
  const row = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "Looking closely" }) });
  await expect(row).toContainText("Ready now");
  await expect(page.locator("summary").filter({ hasText: /^Mathematics/ })).toHaveCount(0);
  await press(page, "Clear all filters");
  await expect(page.locator("summary").filter({ hasText: /^Mathematics/ })).toBeVisible();
});

test("only the pathway, or only what is ready, can be shown", async ({ page }) => {
  await begin(page);
  await page.goto("pathway/explore?q=Hand tools");
  await press(page, "Put Hand tools on my pathway");
  await isSaved(page);
  await openMap(page);
  await page.getByLabel("Only my pathway").check();
  await expect(page.getByRole("status").filter({ hasText: /^1 competency$/ })).toBeVisible();
  await page.getByLabel("Only my pathway").uncheck();
  await page.getByRole("checkbox", { name: "Ready now" }).check();
  await expect(page.getByRole("status").filter({ hasText: /^\d\d+ competencies$/ })).toBeVisible();
  await find(page, "Looking closely");
  await page.getByLabel("Find on the map").fill("A changing climate");
  await expect(page.getByText("Nothing that is shown has these words.")).toBeVisible();
});

test("the whole map is saved as a picture and printed on one sheet", async ({ page }) => {
  await begin(page);
  await openMap(page);
  const saving = page.waitForEvent("download");
  await press(page, "Save as a picture");
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("trail-map.svg");
  const stream = await saved.createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  const svg = Buffer.concat(parts).toString();
  expect(svg).toContain("Trail map of Ana");
  expect(svg).toContain("Fractions");
  expect(svg).not.toContain("<script");

  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute("data-printed", "");
  });
  await press(page, "Print on one sheet");
  await expect(page.locator("html[data-printed]")).toBeAttached();
  await page.emulateMedia({ media: "print" });
  const sheet = page.getByRole("img", { name: "Trail map" });
  await expect(sheet).toBeVisible();
  expect(await sheet.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
  await expect(map(page)).toBeHidden();
  for (const landscape of [false, true]) {
    const pages = (await page.pdf({ format: "A4", landscape })).toString("latin1").match(/\/Type ?\/Page\b/g);
    expect(pages, landscape ? "landscape" : "portrait").toHaveLength(1);
  }
});

/** Adopts a framework from a file. */
async function adopt(page: Page, whole: CasePackage): Promise<void> {
  await goTo(page, "Settings");
  const frameworks = page.getByRole("region", { name: "Frameworks" });
  await unfold(frameworks, "Add a framework");
  await frameworks.getByLabel("Choose a file").setInputFiles(whole.file());
  await press(frameworks.getByRole("status"), "Use this one");
  await expect(frameworks.getByRole("listitem").filter({ hasText: whole.title })).toBeVisible();
}

test("of a framework of a thousand competencies no more is drawn than is seen", async ({ page }) => {
  await begin(page, { framework: false });
  await adopt(page, largeFramework());
  await openMap(page);
  await find(page, "Earth-tides-17");
  await expect(stone(page, "Earth-tides-17.*")).toBeInViewport();
  await expect(here(page)).toHaveAccessibleName(/Waits for 1, Earth sciences$/);
  expect(await map(page).getByRole("option").count(), "and what lies around it").toBeLessThanOrEqual(241);
  await press(page, "Whole map");
  await expect.poll(() => map(page).getByRole("option").count(), "far away they are dots").toBe(1);
});

test("a framework without prerequisites lies on islands in its own order", async ({ page }) => {
  await begin(page, { framework: false });
  const whole = new CasePackage("Standards of nowhere");
  for (const topic of ["Forces", "Waves"]) {
    whole.add(topic, topic);
    for (let number = 1; number <= 9; number += 1) whole.add(`${topic} ${number}`, `I can do ${number}`, topic);
  }
  await adopt(page, whole);
  await openMap(page);
  await find(page, "Forces 1");
  await map(page).focus();
  for (const next of ["Forces 2", "Forces 3"]) {
    await page.keyboard.press("ArrowRight");
    await expect(here(page)).toHaveAccessibleName(new RegExp(`^${next} .*Ready now, Forces$`));
  }
  await page.keyboard.press("ArrowDown");
  await expect(here(page), "the way goes back").toHaveAccessibleName(/^Forces 4 /);
});

for (const width of [1280, 320]) {
  test(`the map is accessible at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await begin(page);
    await openMap(page);
    await expect(here(page)).toBeVisible();
    await expectAccessible(page);
    const { wide, seen } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, seen: innerWidth }));
    expect(wide).toBeLessThanOrEqual(seen);
    await ways(page).getByRole("link", { name: "List" }).click();
    await unfold(page, "Everything on the map, as a list");
    await page.locator("summary").filter({ hasText: /^Mathematics/ }).click();
    await expectAccessible(page);
  });
}

test("the map speaks Spanish", async ({ page }) => {
  await begin(page);
  await goTo(page, "Settings");
  await page.getByLabel("Español").check();
  await page.goto("pathway?view=map");
  await expect(page.getByRole("listbox", { name: "Mapa de senderos" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Guardar como imagen" })).toBeVisible();
});
