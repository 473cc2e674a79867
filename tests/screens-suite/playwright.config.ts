import { defineConfig } from "@playwright/test";
import common from "../e2e/playwright.config.ts";

/** Opens every place at every size and looks: nothing scrolls sideways, no text is cut off. The pictures are for people. */
export default defineConfig({
  ...common,
  testDir: ".",
  outputDir: "../results/screens",
  timeout: 600_000,
  use: { ...common.use, trace: "off" },
});
