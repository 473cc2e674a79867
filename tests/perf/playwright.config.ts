import { defineConfig } from "@playwright/test";
import common from "../e2e/playwright.config.ts";

/** Measurements: one at a time, or they would measure each other. */
export default defineConfig({
  ...common,
  testDir: ".",
  outputDir: "../results/perf",
  workers: 1,
  fullyParallel: false,
  timeout: 1_800_000,
  use: { ...common.use, trace: "off", actionTimeout: 120_000 },
});
