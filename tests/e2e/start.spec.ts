import { begin, goTo } from "../support/learner.ts";
import { isInParts } from "../support/release.ts";
import { NO_SERVICE_WORKER, expect, expectAccessible, test } from "../support/test.ts";

test("the app opens, and its address may lead anywhere in it", async ({ page }) => {
  await page.goto("");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("#skeleton")).toHaveCount(0);
  await page.goto("pathway");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("the page's own policy is the server's, but for what a page cannot say", async ({ page }) => {
  const answer = await page.goto("");
  const sent = answer?.headers()["content-security-policy"] ?? "";
  const written = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  const rules = (policy: string) => new Set(policy.split(";").map((rule) => rule.trim().replace(/\s+/g, " ")));
  expect(rules(sent)).toEqual(new Set([...rules(written ?? ""), "frame-ancestors 'none'"]));
});

test("no worker starts but the app's own", async ({ page }) => {
  await page.goto("");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const refused = await page.evaluate(() => {
    try {
      new Worker("/elsewhere.js");
      return "it started";
    } catch (problem) {
      return String(problem);
    }
  });
  expect(refused).toContain("this script is refused");
});

test.describe("when somebody else is asked", () => {
  test.use({ expectedComplaint: /elsewhere\.example|Failed to load resource/ });

  test("the tests notice", async ({ page, gate }) => {
    await page.goto("");
    await page.evaluate(() => fetch("http://elsewhere.example/page").catch(() => undefined));
    await page.evaluate(() => fetch("https://elsewhere.example/").catch(() => undefined));
    expect(gate.foreign.splice(0)).toEqual(["GET http://elsewhere.example/page", "CONNECT elsewhere.example:443"]);
  });
});

test.describe("when the app cannot start", () => {
  test.use({ expectedComplaint: /Cairn could not start|net::ERR_FAILED/ });

  test("it says so in words, and that nothing is lost", async ({ page }) => {
    await page.route("**/*.wasm", (route) => route.abort());
    await page.goto("");
    const words = page.getByRole("alertdialog", { name: "This app could not start." });
    await expect(words).toContainText("Your work is safe on this device.");
    await expectAccessible(page);
    await page.unroute("**/*.wasm");
    await words.getByRole("button", { name: "Reload" }).click();
    await expect(words).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
});

test.describe("when the code of a place cannot be fetched", () => {
  test.skip(!isInParts(), "a build for looking at is one module");
  test.use({ expectedComplaint: /Failed to fetch|net::ERR_FAILED|failed to load split module/ });

  for (const [what, file] of [["its own", "settings"], ["what opens a portfolio", "start"]]) {
    test(`it says so in words, and comes when it can: ${what}`, async ({ page }) => {
      await page.route(`**/cairn-part-${file}-*.wasm`, (route) => route.abort());
      await page.goto("settings");
      await expect(page.getByRole("heading", { level: 1, name: "This place could not be loaded" })).toBeVisible();
      await expect(page.getByText("Your work is safe.")).toBeVisible();
      await expectAccessible(page);
      await page.unroute(`**/cairn-part-${file}-*.wasm`);
      await page.getByRole("button", { name: "Try again" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
    });
  }
});

test.describe("when the app breaks", () => {
  test.use({ expectedComplaint: /unreachable/, locale: "es-ES" });

  test("it says so in the browser's language, over everything else", async ({ page }) => {
    await page.goto("");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.evaluate(() => {
      setTimeout(() => {
        throw new WebAssembly.RuntimeError("unreachable");
      });
    });
    const words = page.getByRole("alertdialog", { name: "Algo se rompió." });
    await expect(words).toContainText("guardado en este dispositivo");
    await expect(words.getByRole("button")).toBeFocused();
    await expectAccessible(page);
  });
});

test("the page has the learner's colours before the app is there", async ({ page }) => {
  await page.goto("");
  await page.evaluate(() => localStorage.setItem("cairn.preferences", JSON.stringify({ theme: "dark" })));
  await page.route("**/cairn-app-*.wasm", async (route) => {
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(page.locator("#skeleton")).toBeVisible();
    await route.continue();
  });
  await page.reload();
  await expect(page.locator("#skeleton")).toHaveCount(0);
});

test.describe("while the code of a place is on its way", () => {
  test.use({ serviceWorkers: "block", expectedComplaint: NO_SERVICE_WORKER });

  test("its link can be pressed again, and the place still comes", async ({ page }) => {
    await begin(page, { framework: false });
    let letIn = () => {};
    const isAskedFor = new Promise<void>((done) => (letIn = done));
    await page.route(/part-.*settings.*\.wasm/, async (route) => {
      await isAskedFor;
      await route.continue();
    });
    await page.goto("settings");
    await goTo(page, "Settings");
    letIn();
    await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  });
});
