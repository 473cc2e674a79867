import { defineConfig } from "@playwright/test";

/** Journeys through the built app in Debian's Chromium. A journey that only passes at the second try has failed. */
export default defineConfig({
  testDir: ".",
  outputDir: "../results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["../support/witness.ts"]],
  use: {
    browserName: "chromium",
    // Without it a button that is missing would cost a test all its time.
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    locale: "en-GB",
    timezoneId: "Europe/Madrid",
    viewport: { width: 1280, height: 800 },
    // A third of the time of a journey goes into its trace, and nobody sees those of a CI machine.
    trace: process.env.CI ? "off" : "retain-on-failure",
  },
});
