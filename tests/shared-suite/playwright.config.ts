import { defineConfig } from "@playwright/test";
import common from "../e2e/playwright.config.ts";

/** Real and hostile files through the whole app: `cargo xtask shared DIR` says where they are. */
export default defineConfig({
  ...common,
  testDir: ".",
  outputDir: "../results/shared",
  timeout: 600_000,
});
